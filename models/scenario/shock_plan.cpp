#include "models/scenario/shock_plan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int never = std::numeric_limits<int>::max() / 2;
constexpr std::uint64_t of_a_kind_at_most = 1ULL << 20U;

/// Hazard of onset a month that gives a chance a year.
double onset_hazard(double chance) {
    return -static_cast<double>(sim::log_of(1.0F - static_cast<float>(chance))) / sim::months_per_year;
}

std::uint64_t key_of(ShockKind kind, std::uint64_t nth) {
    return sim::mix64((static_cast<std::uint64_t>(kind) + 1) * of_a_kind_at_most + nth);
}

/// The month in which it begins: at the first possible one, or when the hazard since then has passed a
/// keyed exponential.
int begins_in(const Shock& shock, std::uint64_t key, const sim::RandomSource& draws) {
    if (!shock.onset_chance || *shock.onset_chance >= 1) return shock.first_month;
    if (*shock.onset_chance <= 0) return never;
    const auto random_word = draws.block(Stream::shock_onset, key, sim::Month{0})[0];
    const double wait =
        static_cast<double>(sim::exponential_of(random_word)) / onset_hazard(*shock.onset_chance);
    return wait < never ? shock.first_month + static_cast<int>(wait) : never;
}

/// What each new council stands for: any of the groups that money can be meant for, but everyone.
std::vector<Goal> goals_of(const Shock& shock, std::uint64_t key, const sim::RandomSource& draws) {
    constexpr auto groups = static_cast<float>(goals - 1);
    std::vector<Goal> out;
    for (int month = 0; month < shock.months; month += shock.every_months) {
        const auto nth = static_cast<std::uint32_t>(out.size());
        const float u = sim::uniform_of(draws.block(Stream::council, key, sim::Month{0}, nth)[0]);
        out.push_back(static_cast<Goal>(1 + static_cast<int>(u * groups)));
    }
    return out;
}

bool is_meant(const Shock& shock, const NeighbourhoodFigures& figures) {
    return shock.neighbourhood.empty() || shock.neighbourhood == figures.name;
}

}  // namespace

std::vector<PlannedShock> plan_shocks(const Scenario& scenario, const StudyMap& map,
                                      const sim::RandomSource& draws) {
    std::vector<PlannedShock> plan;
    std::array<std::uint64_t, static_cast<std::size_t>(ShockKind::count)> nth{};
    for (const auto& shock : scenario.shocks) {
        const auto key = key_of(shock.kind, nth[static_cast<std::size_t>(shock.kind)]++);
        PlannedShock planned{shock, begins_in(shock, key, draws), {}, {}, {}, {}};
        const auto by_row = falls_to(shock, scenario.neighbourhoods);
        for (std::size_t i = 0; i < map.sites() && !by_row.empty(); ++i) {
            const auto& figures = scenario.neighbourhoods[map.site[i]];
            planned.here.push_back(by_row[map.site[i]]);
            planned.key.push_back(sim::pair_number(key, map.key[i]));
            planned.tenure.push_back(shock.tenure.value_or(
                std::array<double, 3>{figures.owned, figures.social_rent, figures.private_rent}));
        }
        if (shock.kind == ShockKind::new_council) planned.goals = goals_of(shock, key, draws);
        plan.push_back(std::move(planned));
    }
    return plan;
}

std::vector<int> falls_to(const Shock& shock, const std::vector<NeighbourhoodFigures>& all) {
    const bool people = shock.kind == ShockKind::refugees;
    if (!people && shock.kind != ShockKind::new_estate) return {};
    std::vector<int> share(all.size(), 0);
    if (!shock.count) {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (is_meant(shock, all[i]))
                share[i] = static_cast<int>(
                    std::lround(shock.size * (people ? all[i].residents : all[i].dwellings)));
        return share;
    }
    // Largest remainders, in the order of keys, so that the order in the scenario leaves no trace.
    std::vector<std::size_t> order;
    double residents = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_meant(shock, all[i])) continue;
        order.push_back(i);
        residents += all[i].residents;
    }
    if (order.empty()) return share;
    std::vector<double> rest(all.size(), 0.0);
    int left = *shock.count;
    for (const auto i : order) {
        const double exact = *shock.count * (all[i].residents / residents);
        share[i] = static_cast<int>(exact);
        rest[i] = exact - share[i];
        left -= share[i];
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rest[a] != rest[b] ? rest[a] > rest[b] : site_key(all[a]) < site_key(all[b]);
    });
    for (std::size_t k = 0; left > 0; ++k, --left) ++share[order[k % order.size()]];
    return share;
}

double chance_at_work(const Shock& shock, int month) {
    const int since = month - shock.first_month + 1;  // months in which it may have begun
    if (!shock.onset_chance || *shock.onset_chance >= 1)
        return since > 0 && since <= shock.months ? 1.0 : 0.0;
    const double hazard = onset_hazard(*shock.onset_chance);
    const auto begun = [&](int months) { return months > 0 ? 1 - sim::exp_of(-hazard * months) : 0.0; };
    return begun(since) - begun(since - shock.months);
}

}  // namespace weefsel
