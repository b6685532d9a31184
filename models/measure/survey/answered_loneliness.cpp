#include "models/measure/survey/answered_loneliness.hpp"

#include <array>
#include <cmath>

#include "models/measure/survey/trial_scales.hpp"
#include "models/world/loneliness_scale.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::size_t most_items = 6;
using Scores = std::array<double, most_items + 1>;  ///< chance of each number of lonely answers

/// Chances of each score of one part when every item is answered by itself.
Scores scores_of(double view, bool emotional, const SurveyParameters& p) {
    Scores chance{1.0};
    for (std::size_t item = 0; item < items_11; ++item) {
        if (is_emotional(item) != emotional) continue;
        const double lonely = 1.0 / (1.0 + sim::exp_of(-p.eleven_slope * (view - threshold_11(item, p))));
        for (std::size_t n = most_items; n > 0; --n)
            chance[n] = chance[n] * (1.0 - lonely) + chance[n - 1] * lonely;
        chance[0] *= 1.0 - lonely;
    }
    return chance;
}

/// Chance that two parts come to so much together.
double chance_from(const Scores& one, const Scores& other, std::size_t least) {
    double chance = 0;
    for (std::size_t a = 0; a <= most_items; ++a)
        for (std::size_t b = least > a ? least - a : 0; b <= most_items; ++b) chance += one[a] * other[b];
    return chance;
}

/// Moods of a day in units of their spread, with their weights: the normal law in steps of a half.
struct Mood {
    double at, weight;
};
std::array<Mood, 13> moods() {
    constexpr double step = 0.5, middle = 6.0;
    std::array<Mood, 13> all{};
    double sum = 0;
    for (std::size_t k = 0; k < all.size(); ++k) {
        const double at = step * (static_cast<double>(k) - middle);
        all[k] = {at, sim::exp_of(-at * at / 2.0)};
        sum += all[k].weight;
    }
    for (auto& mood : all) mood.weight /= sum;
    return all;
}

/// In steps of 2^-20, so that sums do not depend on their order.
float in_whole_steps(float chance) {
    constexpr float fine = 1048576.0F;
    return static_cast<float>(static_cast<std::int32_t>(chance * fine + 0.5F)) / fine;
}

}  // namespace

AnsweredLoneliness::AnsweredLoneliness(const SurveyParameters& p) {
    constexpr double inside = 0.998, edge = 0.001;
    constexpr std::size_t points = steps + 1;
    lonely_.assign(points * points, 0.0F);
    severe_.assign(points * points, 0.0F);
    std::vector<double> lonely(points * points, 0.0), severe(points * points, 0.0);
    for (const auto& mood : moods()) {
        std::vector<Scores> emotional, social;
        for (std::size_t k = 0; k < points; ++k) {
            const double share = inside * static_cast<double>(k) / steps + edge;
            const double view = sim::log_of(share / (1.0 - share)) + p.interview_mood * mood.at;
            emotional.push_back(scores_of(view, true, p));
            social.push_back(scores_of(view, false, p));
        }
        for (std::size_t e = 0; e < points; ++e)
            for (std::size_t s = 0; s < points; ++s) {
                lonely[e * points + s] += mood.weight * chance_from(emotional[e], social[s], lonely_11_from);
                severe[e * points + s] +=
                    mood.weight * chance_from(emotional[e], social[s], severely_11_from);
            }
    }
    for (std::size_t k = 0; k < lonely.size(); ++k) {
        lonely_[k] = static_cast<float>(lonely[k]);
        severe_[k] = static_cast<float>(severe[k]);
    }
}

AnsweredLoneliness::Chances AnsweredLoneliness::of(const Residents& r) const {
    Chances chances{std::vector<float>(r.rows()), std::vector<float>(r.rows())};
    const float *of_lonely = lonely_.data(), *of_severe = severe_.data();
    sim::each_row(
        r.rows(),
        [of_lonely, of_severe](float& lonely, float& severe, float score, float emotional) {
            constexpr float most = static_cast<float>(steps), nearly = most - 0.001F;
            const auto on_grid = [](float share) {
                const float at = share * most;
                const float up = at < nearly ? at : nearly;
                return up > 0.0F ? up : 0.0F;
            };
            const float e = on_grid(emotional / emotional_items),
                        s = on_grid((score - emotional) / social_items);
            const auto e_low = static_cast<std::int32_t>(e), s_low = static_cast<std::int32_t>(s);
            const float e_rest = e - static_cast<float>(e_low), s_rest = s - static_cast<float>(s_low);
            const std::int32_t at = e_low * (steps + 1) + s_low;
            const auto between = [&](const float* table) {
                const float low = table[at] + s_rest * (table[at + 1] - table[at]);
                const std::int32_t above = at + steps + 1;
                const float high = table[above] + s_rest * (table[above + 1] - table[above]);
                return low + e_rest * (high - low);
            };
            lonely = in_whole_steps(between(of_lonely));
            severe = in_whole_steps(between(of_severe));
        },
        chances.lonely, chances.severe, r.loneliness, r.emotional_loneliness);
    return chances;
}

}  // namespace weefsel
