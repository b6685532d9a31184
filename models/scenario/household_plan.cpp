#include "models/scenario/household_plan.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/world/household_state.hpp"
#include "sim/error.hpp"

namespace weefsel::population {
namespace {

constexpr int fit_rounds = 200;

/// Persons beside couples and parents: children and sharers.
int others(const HouseholdPlan& plan) {
    return plan.residents - plan.single - 2 * plan.couples - 2 * plan.two_parent - plan.lone_parent;
}
int children_needed(const HouseholdPlan& plan) { return std::max(plan.families(), plan.age[0]); }
int family_room(const HouseholdPlan& plan) {
    return (largest_household - 2) * plan.two_parent + (largest_household - 1) * plan.lone_parent;
}

/// Where too few persons are left for the children, families have one parent; then households of
/// more persons become households of one, as the publication's rounding hides.
void make_room_for_children(HouseholdPlan& plan) {
    while (others(plan) < children_needed(plan)) {
        if (plan.two_parent > 0) {
            --plan.two_parent;
            ++plan.lone_parent;
        } else if (plan.couples > 0) {
            --plan.couples;
            ++plan.single;
        } else if (plan.lone_parent > 1) {
            --plan.lone_parent;
            ++plan.single;
        } else {
            break;
        }
    }
}

/// Children under 15 need a family with room for them.
void make_families(HouseholdPlan& plan) {
    while (plan.age[0] > family_room(plan)) {
        if (plan.couples > 0)
            --plan.couples;
        else if (plan.single > 0)
            --plan.single;
        else
            break;
        ++plan.lone_parent;
    }
}

/// Room for everybody: households of one become shared ones where residents would not fit.
void make_room_for_all(HouseholdPlan& plan) {
    const auto room = [&] {
        return plan.single + largest_household * (plan.couples + plan.families()) - plan.residents;
    };
    while (room() < 0 && plan.single > 0) {
        --plan.single;
        ++plan.couples;
    }
}

/// Types of households to their total: what rounding hides is spread evenly over the three, for
/// each is rounded alike; larger gaps in proportion.
std::array<double, 3> rounded_types(const NeighbourhoodFigures& figures) {
    constexpr double rounding_at_most = 15;  // three counts and a total in fives, perturbed
    std::array<double, 3> types{figures.single, figures.without_children, figures.with_children};
    const double gap = figures.households - types[0] - types[1] - types[2];
    if (std::abs(gap) > rounding_at_most) return types;
    const auto given = std::count_if(types.begin(), types.end(), [](double t) { return t > 0; });
    for (double& t : types)
        if (t > 0) t = std::max(0.0, t + gap / static_cast<double>(given));
    return types;
}

/// Adds one person to row i by raising and lowering cells along an alternating path to a column
/// that still lacks one. Cells that are 0 in the pattern stay 0.
bool augment(AgeCounts& counts, std::size_t row, std::array<int, age_bands>& lacking,
             std::array<bool, positions>& seen) {
    seen[row] = true;
    for (std::size_t band = 0; band < age_bands; ++band) {
        if (position_by_age[row][band] > 0 && lacking[band] > 0) {
            ++counts[row][band];
            --lacking[band];
            return true;
        }
    }
    for (std::size_t band = 0; band < age_bands; ++band) {
        if (position_by_age[row][band] <= 0) continue;
        for (std::size_t other = 0; other < positions; ++other) {
            if (seen[other] || counts[other][band] == 0) continue;
            --counts[other][band];
            ++counts[row][band];
            if (augment(counts, other, lacking, seen)) return true;
            ++counts[other][band];
            --counts[row][band];
        }
    }
    return false;
}

}  // namespace

template <std::size_t N>
std::array<int, N> apportion(const std::array<double, N>& parts, int total) {
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    std::array<int, N> out{};
    if (sum <= 0 || total <= 0) return out;
    std::array<double, N> rest{};
    int left = total;
    for (std::size_t i = 0; i < N; ++i) {
        const double exact = parts[i] * total / sum;
        out[i] = static_cast<int>(exact);
        rest[i] = exact - out[i];
        left -= out[i];
    }
    for (; left > 0; --left) {
        const auto most = static_cast<std::size_t>(std::max_element(rest.begin(), rest.end()) - rest.begin());
        ++out[most];
        rest[most] -= 1;
    }
    return out;
}
template std::array<int, 2> apportion(const std::array<double, 2>&, int);
template std::array<int, 3> apportion(const std::array<double, 3>&, int);
template std::array<int, 5> apportion(const std::array<double, 5>&, int);

HouseholdPlan plan_households(const NeighbourhoodFigures& figures, const PopulationParameters& p) {
    HouseholdPlan plan;
    plan.residents = figures.residents;
    plan.age = apportion(figures.age, figures.residents);
    const auto types = apportion(rounded_types(figures), figures.households);
    plan.single = types[0];
    plan.couples = types[1];
    plan.lone_parent = static_cast<int>(std::lround(p.lone_parent_share * types[2]));
    plan.two_parent = types[2] - plan.lone_parent;
    make_room_for_all(plan);
    make_families(plan);
    make_room_for_children(plan);

    const int rest = others(plan);
    const int grown_up = std::accumulate(plan.age.begin() + 1, plan.age.end() - 1, 0);
    const int usual =
        plan.age[0] + static_cast<int>(p.young_at_home * plan.age[1] + p.adult_at_home * plan.age[2]);
    const int at_most = std::min({rest, plan.age[0] + grown_up, family_room(plan)});
    plan.children = std::clamp(usual, std::min(children_needed(plan), at_most), at_most);
    const int shared_room = (largest_household - 2) * plan.couples;
    plan.sharers = std::min(rest - plan.children, shared_room);
    plan.children = rest - plan.sharers;
    sim::require(plan.sharers >= 0 && plan.children >= plan.age[0] && plan.children <= family_room(plan) &&
                     plan.children - plan.age[0] <= grown_up && plan.children >= plan.families(),
                 "population: the margins leave no room for all residents in households");
    return plan;
}

Cells fit_cells(const HouseholdPlan& plan, const NeighbourhoodFigures& figures) {
    Cells cells{};
    for (std::size_t i = 0; i < positions; ++i)
        for (std::size_t a = 0; a < age_bands; ++a)
            for (std::size_t m = 0; m < income_classes; ++m)
                cells[i][a][m] = position_by_age[i][a] * income_by_position[i][m] * income_by_age[a][m];
    const auto persons = plan.persons();
    const std::array<double, income_classes> income{
        figures.low_income, 1 - figures.low_income - figures.high_income, figures.high_income};
    for (int round = 0; round < fit_rounds; ++round) {
        for (std::size_t m = 0; m < income_classes; ++m) {
            double now = 0;
            for (const auto& row : cells)
                for (const auto& cell : row) now += cell[m];
            const double factor = now > 0 ? income[m] * plan.residents / now : 0;
            for (auto& row : cells)
                for (auto& cell : row) cell[m] *= factor;
        }
        for (std::size_t i = 0; i < positions; ++i) {
            double now = 0;
            for (const auto& cell : cells[i]) now += cell[0] + cell[1] + cell[2];
            const double factor = now > 0 ? persons[i] / now : 0;
            for (auto& cell : cells[i])
                for (auto& v : cell) v *= factor;
        }
        for (std::size_t a = 0; a < age_bands; ++a) {
            double now = 0;
            for (const auto& row : cells) now += row[a][0] + row[a][1] + row[a][2];
            const double factor = now > 0 ? plan.age[a] / now : 0;
            for (auto& row : cells)
                for (auto& v : row[a]) v *= factor;
        }
    }
    return cells;
}

int dwellings_on_offer(const NeighbourhoodFigures& figures, int households, const PopulationParameters& p) {
    return static_cast<int>(std::lround(figures.vacancy * p.vacancy_on_offer * households));
}

int plan_dwellings(const NeighbourhoodFigures& figures, const PopulationParameters& p) {
    const int households = plan_households(figures, p).households();
    return households + dwellings_on_offer(figures, households, p);
}

AgeCounts whole_persons(const Cells& cells, const HouseholdPlan& plan) {
    AgeCounts counts{};
    auto rows = plan.persons();
    auto lacking = plan.age;
    struct Rest {
        double part;
        std::size_t position, band;
    };
    std::vector<Rest> rest;
    for (std::size_t i = 0; i < positions; ++i) {
        for (std::size_t a = 0; a < age_bands; ++a) {
            const double exact = cells[i][a][0] + cells[i][a][1] + cells[i][a][2];
            const int whole = std::min({static_cast<int>(exact), rows[i], lacking[a]});
            counts[i][a] = whole;
            rows[i] -= whole;
            lacking[a] -= whole;
            if (position_by_age[i][a] > 0) rest.push_back({exact - whole, i, a});
        }
    }
    std::stable_sort(rest.begin(), rest.end(), [](const Rest& x, const Rest& y) { return x.part > y.part; });
    for (const auto& cell : rest) {
        if (rows[cell.position] > 0 && lacking[cell.band] > 0) {
            ++counts[cell.position][cell.band];
            --rows[cell.position];
            --lacking[cell.band];
        }
    }
    for (std::size_t i = 0; i < positions; ++i) {
        for (; rows[i] > 0; --rows[i]) {
            std::array<bool, positions> seen{};
            sim::require(augment(counts, i, lacking, seen), "population: positions and ages do not fit");
        }
    }
    return counts;
}

}  // namespace weefsel::population
