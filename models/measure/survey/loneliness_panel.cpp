#include "models/measure/survey/loneliness_panel.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "models/measure/survey/trial_scales.hpp"
#include "models/world/ages.hpp"

namespace weefsel {
namespace {

constexpr double passing = 0.16;  // prevalence in the cohort of FACTS T16

float answered_score(const Residents& r, ResidentId who, const SurveyParameters& p,
                     const sim::RandomSource& draws, sim::Month now) {
    return static_cast<float>(score_11(answers_11(r, who, p, draws, now)));
}

/// The score that a share nearest to `passing` reaches.
template <class Score>
float cut_of(std::vector<float> scores, Score next_below) {
    if (scores.empty()) return 0.0F;
    std::sort(scores.begin(), scores.end(), std::greater<>());
    const auto wanted = static_cast<std::size_t>(std::lround(passing * static_cast<double>(scores.size())));
    const float at = scores[std::min(wanted, scores.size() - 1)];
    const auto from = [&](float cut) {
        return static_cast<double>(
                   std::count_if(scores.begin(), scores.end(), [&](float s) { return s >= cut; })) /
               static_cast<double>(scores.size());
    };
    const float above = next_below(at);
    return std::fabs(from(at) - passing) <= std::fabs(from(above) - passing) ? at : above;
}

}  // namespace

void LonelinessPanel::begin(const Neighbourhood& n, const SurveyParameters& p, const sim::RandomSource& draws,
                            sim::Month now) {
    people_.clear();
    const auto& r = n.residents;
    std::vector<float> answered, state;
    for (const auto who : r.ids()) {
        if (r.present[who] == 0 || r.age[who] < adult_age || !r.dwelling[who].exists()) continue;
        people_.push_back({r.birth_number[who], answered_score(r, who, p, draws, now), r.loneliness[who]});
        answered.push_back(people_.back().answered);
        state.push_back(people_.back().state);
    }
    answered_from_ = cut_of(std::move(answered), [](float score) { return score + 1.0F; });
    state_from_ = cut_of(std::move(state), [](float score) { return score; });
}

void LonelinessPanel::end_year(int year, const Neighbourhood& n, const SurveyParameters& p,
                               const sim::RandomSource& draws, sim::Month now, SurveyCounts& counts) const {
    constexpr int years_of_change = 4;
    const auto wave = std::find(panel_years.begin(), panel_years.end(), year);
    if (wave == panel_years.end()) return;
    const auto at = static_cast<std::size_t>(wave - panel_years.begin());
    const auto& r = n.residents;
    std::unordered_map<sim::BirthNumber, ResidentId> row;
    for (const auto who : r.ids())
        if (r.present[who] != 0 && r.dwelling[who].exists()) row.emplace(r.birth_number[who], who);
    for (const auto& then : people_) {
        const auto found = row.find(then.who);
        if (found == row.end()) continue;
        const float answered = answered_score(r, found->second, p, draws, now),
                    state = r.loneliness[found->second];
        counts.answered_order[at].add(static_cast<double>(then.answered), static_cast<double>(answered));
        counts.state_order[at].add(static_cast<double>(then.state), static_cast<double>(state));
        if (year != years_of_change) continue;
        const auto change = [&](bool was, bool is, std::size_t recovered, std::size_t became) {
            counts[was ? recovered : became].add(was ? !is : is);
        };
        change(then.answered >= answered_from_, answered >= answered_from_, asked::recovered,
               asked::became_lonely);
        change(then.state >= state_from_, state >= state_from_, asked::recovered_state,
               asked::became_lonely_state);
    }
}

}  // namespace weefsel
