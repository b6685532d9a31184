#pragma once
#include <functional>
#include <vector>

#include "analysis/results/cube.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// Value of the first observable by (option, world, year from 1); the same in every month of the year.
using ByYear = std::function<double(std::size_t option, std::size_t world, int year)>;

/// What a lonely year needs: severe loneliness, people by age (one group), and all flows, one payer.
inline sim::ResultLayout lonely_layout(int years) {
    using sim::Better;
    using sim::Measured;
    sim::ResultLayout layout;
    layout.observables = {
        {"severely_lonely", "1", Better::lower, Measured::monthly, "Lonely", "Eenzaam", "by hand", ""},
        {"population", "1", Better::neither, Measured::monthly, "People", "Mensen", "by hand", ""}};
    layout.groupings = {{"age", {"adults"}}};
    layout.flows = {"granted", "returned", "care_cost", "own_hours", "care_added_life"};
    layout.payers = {"town"};
    layout.months = years * 12;
    return layout;
}

/// A cube in which the first observable is as told, 100 people live and `granted` is paid a year; of one
/// draw, or of draws of so many replicates.
inline Cube hand_made_cube(std::size_t options, std::size_t worlds, int years, const ByYear& lonely,
                           const ByYear& granted = {}, std::size_t replicates = 0) {
    const auto layout = lonely_layout(years);
    constexpr double people = 100;
    if (replicates == 0) replicates = worlds;
    Cube cube(layout, {options, worlds / replicates, replicates});
    for (std::size_t w = 0; w < worlds; ++w) {
        sim::UnitResult unit;
        for (std::size_t o = 0; o < options; ++o) {
            auto& r = unit.options.emplace_back();
            for (int month = 0; month < layout.months; ++month) {
                r.numerator.insert(r.numerator.end(), {lonely(o, w, month / 12 + 1), people});
                r.denominator.insert(r.denominator.end(), {1.0, 1.0});
            }
            for (int year = 1; year <= years; ++year) {
                r.group_numerator.insert(r.group_numerator.end(), {lonely(o, w, year), people});
                r.group_denominator.insert(r.group_denominator.end(), {1.0, 1.0});
                r.site_mean.insert(r.site_mean.end(), {0.0F, 0.0F});
                r.money.insert(r.money.end(), {granted ? granted(o, w, year) : 0.0, 0.0, 0.0, 0.0, 0.0});
            }
        }
        cube.add(w / replicates, w % replicates, unit);
    }
    return cube;
}

inline Names two_options() {
    return {{{"a", "A", "A"}, {"b", "B", "B"}}, 0, {"here"}, "neighbourhood", {}, {}};
}

}  // namespace weefsel::analysis
