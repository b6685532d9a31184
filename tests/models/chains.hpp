#pragma once
#include <functional>
#include <string>
#include <vector>

#include "models/process/funding/policy.hpp"
#include "replicates.hpp"
#include "small_world.hpp"

namespace weefsel {

// A chain of causes is followed in pairs of worlds that differ in one thing: the same people, the same
// chance.

using Outcome = std::function<double(const Neighbourhood&)>;
/// What a month of the option is simulated under; `month` counts from 0.
using MonthSetting = std::function<void(int month, Circumstances&)>;

/// One side of the pair.
struct Side {
    const Scenario* scenario = nullptr;  ///< its first option
    Parameters parameters{};
    double follow = 1;
    MonthSetting setting{};
};

inline constexpr int chain_warm_up = 24, chain_worlds = 24;

/// Mean of an outcome over the last year of one world.
inline double outcome_in(int world, const Side& side, const Outcome& outcome, int months = 36) {
    const auto& s = *side.scenario;
    const sim::RandomSource draws(s.seed, static_cast<std::uint32_t>(world));
    Workspace w;
    auto n = begin(s, 0, draws);
    for (int m = 0; m < chain_warm_up; ++m)
        burn_in_month(n, s.parameters, draws, sim::Month{m}, chain_warm_up, w);
    end_burn_in(n, s.parameters, chain_warm_up);
    begin_policy(n, policy_of(s.options[0].lines, side.follow, 1, side.parameters), side.parameters, draws,
                 sim::Month{chain_warm_up});
    double sum = 0;
    for (int m = 0; m < months; ++m) {
        Circumstances under;
        under.follow = side.follow;
        if (side.setting) side.setting(m, under);
        step_month(n, under, side.parameters, draws, sim::Month{chain_warm_up + m}, w);
        if (m >= months - sim::months_per_year) sum += outcome(n) / sim::months_per_year;
    }
    return sum;
}

/// How much higher an outcome is on the side `with` than on the other, in standard errors of the mean over
/// worlds; 0 where there is no difference in any world.
inline double in_errors(const Side& with, const Side& without, const Outcome& outcome, int months = 36) {
    std::vector<double> differences;
    for (int world = 0; world < chain_worlds; ++world)
        differences.push_back(outcome_in(world, with, outcome, months) -
                              outcome_in(world, without, outcome, months));
    const auto e = estimate(differences);
    return e.error > 0 ? e.mean / e.error : 0.0;
}

inline double mean_of_adults(const Neighbourhood& n,
                             const std::function<double(const Residents&, ResidentId)>& of,
                             const std::function<bool(const Residents&, ResidentId)>& wanted = {}) {
    double sum = 0, adults = 0;
    for (const auto who : n.residents.ids()) {
        if (!n.residents.present[who] || n.residents.age[who] < 18) continue;
        if (wanted && !wanted(n.residents, who)) continue;
        ++adults;
        sum += of(n.residents, who);
    }
    return adults > 0 ? sum / adults : 0.0;
}

}  // namespace weefsel
