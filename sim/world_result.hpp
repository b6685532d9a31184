#pragma once
#include <cstddef>
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
    /// A grouping of too many groups to keep everything of: a few observables, of each group only the value.
    struct FineGrouping {
        std::string name;
        std::vector<std::string> groups;       ///< none: not kept
        std::vector<std::size_t> observables;  ///< indexes
        [[nodiscard]] std::size_t values_a_year() const { return groups.size() * observables.size(); }
    };
    /// Counts over a pair of lives, kind by kind of what may happen.
    struct Ledger {
        struct Kind {
            std::string name;
            std::string label_nl, label_en;
            std::string how;
        };
        std::vector<Kind> kinds;  ///< none: not kept
        std::vector<std::string> entries;
        [[nodiscard]] std::size_t values() const { return kinds.size() * entries.size(); }
    };
    /// Arrays of every option and world that a model declares itself: columns over the same axes.
    struct Block {
        struct Axis {
            std::string name;
            std::vector<double> numbers;
            std::vector<std::string> labels;  ///< numbers or labels, never both
            std::string unit, about;
            [[nodiscard]] std::size_t size() const {
                return numbers.empty() ? labels.size() : numbers.size();
            }
        };
        struct Column {
            std::string name, unit, about;
            std::size_t axes = 0;  ///< it has the first so many of the block's
        };
        std::string group;  ///< where they belong in a file
        std::vector<Axis> axes;
        std::vector<Column> columns;
        [[nodiscard]] std::size_t values(const Column& column) const {
            std::size_t n = 1;
            for (std::size_t a = 0; a < column.axes; ++a) n *= axes[a].size();
            return n;
        }
        [[nodiscard]] std::size_t values() const {
            std::size_t n = 0;
            for (const auto& column : columns) n += values(column);
            return n;
        }
    };
    std::vector<Observable> observables;
    std::vector<Grouping> groupings;
    FineGrouping fine;
    Ledger ledger;
    std::vector<Block> blocks;
    std::vector<std::string> flows;       ///< money: granted, spent, ...
    std::vector<std::string> flow_prose;  ///< what each flow is; may be empty
    std::vector<std::string> payers;
    [[nodiscard]] std::size_t block_values() const {
        std::size_t n = 0;
        for (const auto& block : blocks) n += block.values();
        return n;
    }
    int months = 0;         ///< a whole number of years
    std::size_t sites = 1;  ///< places that one world consists of
    [[nodiscard]] int years() const { return months / 12; }
    [[nodiscard]] std::size_t groups() const {
        std::size_t n = 0;
        for (const auto& g : groupings) n += g.groups.size();
        return n;
    }
};

/// What one option measured in one world, all its sites together. A value is numerator /
/// denominator (not measured or nobody to measure: denominator 0); over the sites both are summed
/// first (see add_site).
struct WorldResult {
    std::vector<double> numerator;    ///< [month][observable]
    std::vector<double> denominator;  ///< [month][observable]
    std::vector<double>
        group_numerator;  ///< [year][group of all groupings in order][observable], at the year's end
    std::vector<double> group_denominator;
    std::vector<float> fine;             ///< [year][fine group][its observable], at the year's end, NaN: none
    std::vector<double> money;           ///< [year][flow][payer], EUR
    std::vector<float> site_mean;        ///< [year][site][observable]: mean of the year's values, NaN: none
    std::vector<std::uint64_t> digests;  ///< [month][column of the state], only when asked for
    // Ledgers [kind][entry]; NaN: not simulated.
    std::vector<double> ledger;  ///< against the reference in the same world
    std::vector<double>
        ledger_placebo;  ///< the option against itself, with other random numbers for one decision
    std::vector<double> ledger_chance;  ///< the option against itself, with other chance events in everything
    std::vector<double> blocks;         ///< [block][column][its axes], NaN: nobody to say it of
};

/// All options of one world, simulated on from the same burn-in, in the order of the options.
struct UnitResult {
    std::vector<WorldResult> options;
};

/// Adds one site's numerators and denominators (one of each an observable, or whole rows of them) to
/// those of the sites before. A total is the sum of the sites' numerators over the denominator of
/// one of them.
inline void add_site(const double* numerator, const double* denominator, std::size_t n,
                     const std::vector<Observable>& observables, double* sum, double* sum_denominator) {
    for (std::size_t i = 0; i < n; ++i) {
        sum[i] += numerator[i];
        double& d = sum_denominator[i];
        if (!observables[i % observables.size()].total)
            d += denominator[i];
        else if (denominator[i] > d)
            d = denominator[i];
    }
}

}  // namespace weefsel::sim
