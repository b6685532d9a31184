#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sim/observable.hpp"

namespace weefsel::sim {

/// What a model measures in every world, and in which order it is stored.
struct ResultLayout {
    struct Grouping {
        std::string name;
        std::vector<std::string> groups;
    };
    std::vector<Observable> observables;
    std::vector<Grouping> groupings;
    std::vector<std::string> flows;     ///< money: granted, spent, ...
    std::vector<std::string> flow_prose;  ///< what each flow is; may be empty
    std::vector<std::string> payers;
    int months = 0;                     ///< a whole number of years
    [[nodiscard]] int years() const { return months / 12; }
    [[nodiscard]] std::size_t groups() const {
        std::size_t n = 0;
        for (const auto& g : groupings) n += g.groups.size();
        return n;
    }
};

/// What one option measured in one world. A value is numerator / denominator (not measured or
/// nobody to measure: denominator 0); over several sites both are summed first.
struct WorldResult {
    std::vector<double> numerator;          ///< [month][observable]
    std::vector<double> denominator;        ///< [month][observable]
    std::vector<double> group_numerator;    ///< [year][group of all groupings in order][observable], at the year's end
    std::vector<double> group_denominator;
    std::vector<double> money;              ///< [year][flow][payer], EUR
    std::vector<std::uint64_t> digests;     ///< [month][column of the state], only when asked for
};

/// All options of one world, lived on from the same burn-in, in the order of the options.
struct UnitResult {
    std::vector<WorldResult> options;
};

}  // namespace weefsel::sim
