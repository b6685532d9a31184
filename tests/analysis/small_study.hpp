#pragma once
#include <string>

#include "analysis/results/cube.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// Two indicators, two groupings and a fine one, one year: small enough to work out by hand.
inline sim::ResultLayout small_layout(int months = 12) {
    using sim::Better;
    using sim::Measured;
    sim::ResultLayout layout;
    layout.observables = {
        {"warmth", "1", Better::higher, Measured::monthly, "Warmth", "Warmte", "by hand", ""},
        {"cold, \"deep\"", "1", Better::lower, Measured::yearly, "Cold", "Kou", "by hand", ""}};
    layout.groupings = {{"age", {"young", "old"}}, {"size", {"small"}}};
    layout.fine = {"corner", {"1", "2"}, {0}};
    layout.flows = {"granted"};
    layout.payers = {"town", "state"};
    layout.months = months;
    std::vector<double> years;
    for (int year = 1; year <= months / 12; ++year) years.push_back(year);
    layout.blocks = {
        {"/reached",
         {{"year", years, {}, "year", "year of the options"}, {"class", {}, {"0", "1-2"}, "", "how often"}},
         {{"residents", "1", "by class", 2}, {"lost", "1", "who are not there", 1}}}};
    return layout;
}

/// A unit in which option o measures `level + o` of warmth in every month, and cold in month 12 only.
inline sim::UnitResult small_unit(const sim::ResultLayout& layout, std::size_t options, double level,
                                  double weight) {
    sim::UnitResult unit;
    const auto months = static_cast<std::size_t>(layout.months);
    for (std::size_t o = 0; o < options; ++o) {
        sim::WorldResult r;
        for (std::size_t m = 0; m < months; ++m) {
            const bool december = m % 12 == 11;
            r.numerator.insert(r.numerator.end(),
                               {(level + static_cast<double>(o)) * weight, december ? 1.0 : 0.0});
            r.denominator.insert(r.denominator.end(), {weight, december ? 4.0 : 0.0});
        }
        for (std::size_t y = 0; y < months / 12; ++y) {
            for (std::size_t g = 0; g < 3; ++g) {
                r.group_numerator.insert(r.group_numerator.end(), {static_cast<double>(g) * weight, 0.0});
                r.group_denominator.insert(r.group_denominator.end(), {weight, 0.0});
            }
            for (std::size_t site = 0; site < layout.sites; ++site)
                r.site_mean.insert(r.site_mean.end(),
                                   {static_cast<float>(level + static_cast<double>(o + site)), 0.25F});
            for (std::size_t g = 0; g < layout.fine.groups.size(); ++g)
                for (std::size_t k = 0; k < layout.fine.observables.size(); ++k)
                    r.fine.push_back(static_cast<float>(level + static_cast<double>(10 * k + g)));
            r.money.insert(r.money.end(), {100 * weight, 10 * weight});
        }
        for (std::size_t i = 0; i < layout.block_values(); ++i)
            r.blocks.push_back(level + static_cast<double>(o + 100 * i));
        unit.options.push_back(r);
    }
    return unit;
}

inline Names small_names() {
    return {{{"a", "A", "A"}, {"b, \"the\" other", "B", "B"}}, 0, {"west", "east"}, "neighbourhood", {}, {}};
}

}  // namespace weefsel::analysis
