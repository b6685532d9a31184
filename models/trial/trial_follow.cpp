#include "models/trial/trial_follow.hpp"

#include <cmath>
#include <limits>

namespace weefsel {
namespace {

constexpr float not_there = std::numeric_limits<float>::quiet_NaN();

bool needs_everybody(const Trial& trial) {
    for (const auto& m : trial.measures)
        if (m.among == Among::all) return true;
    return false;
}

/// Whether an arm changes places or staff rather than people: half of the neighbourhoods are then treated.
bool by_site(const Trial& trial) {
    if (trial.design == TrialDesign::cluster) return true;
    for (const auto& arm : trial.arms) {
        if (arm.buys()) return true;
        for (const auto& change : arm.changes)
            if (change.what != ChangeKind::euro && change.what != ChangeKind::mix) return true;
    }
    return false;
}

}  // namespace

Cohort::Cohort(const Trial& of_trial, const Realisation& realisation)
    : trial(of_trial), recruits(recruit(of_trial, realisation, by_site(of_trial))), people(recruits.people) {
    for (const auto& m : trial.measures) quantities.push_back(trial_quantity(m.what).value());
    if (!needs_everybody(trial)) return;
    const auto& all = realisation.start.neighbourhoods;
    std::vector<std::vector<std::uint8_t>> recruited(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) recruited[i].resize(all[i].residents.rows(), 0);
    for (const auto& p : recruits.people) recruited[p.site][p.row] = 1;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const auto who : all[i].residents.ids())
            if (all[i].residents.present[who] && !recruited[i][who.index()])
                people.push_back({i, who.value, all[i].residents.birth_number[who]});
}

std::vector<std::uint8_t> marks_of(const Cohort& cohort, const std::vector<std::uint8_t>& of_recruits,
                                   bool everybody) {
    std::vector<std::uint8_t> marks = of_recruits;
    marks.resize(cohort.people.size(), everybody ? 1 : 0);
    return marks;
}

TrialFollow::TrialFollow(const Cohort& cohort, const Realisation& realisation)
    : cohort_(cohort),
      realisation_(realisation),
      entry_month_{realisation.scenario.warmup_months() - 1},
      answered_(realisation.scenario.parameters.survey),
      then_(cohort.quantities.size()),
      group_then_(cohort.quantities.size(), std::nan("")) {
    const auto& start = realisation.start;
    for (const auto& n : start.neighbourhoods) person_in_.emplace_back(n.residents.rows(), -1);
    for (std::size_t k = 0; k < cohort.people.size(); ++k) {
        const auto& person = cohort.people[k];
        since_.push_back(follow(start.neighbourhoods[person.site], person.id()));
        person_in_[person.site][person.row] = static_cast<std::int32_t>(k);
    }
    const std::vector<std::uint8_t> recruited(cohort.recruits.people.size(), 1);
    for (std::size_t k = 0; k < cohort.quantities.size(); ++k) {
        const bool all = cohort.trial.measures[k].among == Among::all;
        const bool of_group = cohort.quantities[k].of == TrialQuantity::Of::group;
        entry_.push_back(of_group ? std::vector<float>{} : values(k, start, 0));
        group_entry_.push_back(of_group ? group_value(k, start, nullptr, 0, marks_of(cohort, recruited, all))
                                        : std::nan(""));
    }
}

void TrialFollow::count(const Municipality& m, const std::vector<MonthRecord>& made) {
    for (std::size_t i = 0; i < m.neighbourhoods.size(); ++i) {
        const auto& n = m.neighbourhoods[i];
        const auto person = [&](std::size_t row) {
            const auto k = row < person_in_[i].size() ? person_in_[i][row] : -1;
            return k >= 0 && cohort_.people[static_cast<std::size_t>(k)].is_in(n.residents) ? k : -1;
        };
        for (const auto& visit : made[i].visits)
            if (const auto k = person(visit.resident); k >= 0)
                since_[static_cast<std::size_t>(k)]
                    .visits[static_cast<std::size_t>(n.places.kind[PlaceId{visit.place}])] += visit.times;
        for (const auto who : n.residents.ids())
            if (const auto k = person(who.index()); k >= 0)
                since_[static_cast<std::size_t>(k)].gp_contacts += n.residents.gp_contacts[who];
    }
}

std::vector<float> TrialFollow::values(std::size_t measure, const Municipality& m, int months) const {
    std::vector<float> out(cohort_.people.size(), not_there);
    const auto& q = cohort_.quantities[measure];
    const auto& wanted = cohort_.trial.measures[measure];
    const bool pairs = in_pairs(cohort_.trial);
    for (std::size_t k = 0; k < out.size(); ++k) {
        const bool recruited = k < cohort_.recruits.people.size();
        if (!recruited && wanted.among != Among::all) break;
        const auto& person = cohort_.people[k];
        const auto& n = m.neighbourhoods[person.site];
        if (!person.is_in(n.residents)) continue;
        const int age = n.residents.age[person.id()];
        const bool of_age = wanted.age                   ? wanted.age->holds(age)
                            : wanted.among == Among::all ? q.ages.holds(age)
                                                         : true;
        if (!of_age) continue;
        ResidentId partner = ResidentId::none();
        const auto pair = recruited && pairs ? cohort_.recruits.partner[k] : Recruits::alone;
        if (pair == Recruits::alone && pairs && wanted.among != Among::all) continue;
        if (pair != Recruits::alone && cohort_.people[pair].is_in(n.residents))
            partner = cohort_.people[pair].id();
        out[k] = q.value({n, person.id(), since_[k], partner, pairs, months, realisation_.scenario.parameters,
                          realisation_.draws, month_at(months)},
                         q.kind);
    }
    return out;
}

double TrialFollow::group_value(std::size_t measure, const Municipality& m,
                                const std::vector<MonthRecord>* made, int months,
                                const std::vector<std::uint8_t>& among) const {
    const auto& wanted = cohort_.trial.measures[measure];
    const auto& p = realisation_.scenario.parameters.survey;
    const bool everybody = wanted.among == Among::all;
    const auto at = static_cast<std::size_t>(cohort_.quantities[measure].indicator);
    Tally as_observed, as_marked;
    for (std::size_t i = 0; i < m.neighbourhoods.size(); ++i) {
        const auto& n = m.neighbourhoods[i];
        std::vector<std::uint8_t> marks(n.residents.rows(), 0);
        for (const auto who : n.residents.ids())
            if (everybody && n.residents.present[who])
                marks[who.index()] = !wanted.age || wanted.age->holds(n.residents.age[who]);
        for (std::size_t k = 0; k < cohort_.recruits.people.size() && !everybody; ++k)
            if (const auto& person = cohort_.people[k];
                person.site == i && among[k] && person.is_in(n.residents))
                marks[person.row] = 1;
        observe_marked(n, marks, answered_, p, realisation_.draws, month_at(months), as_marked);
        if (!everybody || wanted.age || made == nullptr) continue;
        auto copy = n;  // what observes a neighbourhood may bring its counts up to date
        std::vector<Tally> no_groups;
        observe(copy, (*made)[i], answered_, p, realisation_.draws, month_at(months), as_observed, no_groups);
    }
    const auto& tally = as_observed.denominator[at] > 0 ? as_observed : as_marked;
    return tally.numerator[at] / tally.denominator[at];
}

void TrialFollow::note(const Municipality& m, const std::vector<MonthRecord>& made, int months,
                       const std::vector<std::vector<std::uint8_t>>& among) {
    count(m, made);
    for (std::size_t k = 0; k < cohort_.quantities.size(); ++k) {
        if (cohort_.trial.measures[k].at_months != months) continue;
        if (cohort_.quantities[k].of == TrialQuantity::Of::group)
            group_then_[k] = group_value(k, m, &made, months, among[k]);
        else
            then_[k] = values(k, m, months);
    }
}

}  // namespace weefsel
