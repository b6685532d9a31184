#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/sensitivity/sensitivity_indices.hpp"
#include "analysis/sensitivity/studied_design.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// A choice between options, of each of which the net benefit (higher is better) is known at every row of a
/// design. Replicate r has the same chance events under every option.
struct StudiedChoice {
    std::string name;  ///< `lonely@y20`
    std::string unit;
    std::vector<std::string> options;           ///< two or more; the others are set against the first
    std::vector<std::vector<double>> benefits;  ///< by option: (row, replicate); NaN: failed
    std::size_t replicates = 1;
};

/// What the row of all uncertainties together has for a factor.
constexpr const char* all_factors = "(all)";

/// What knowing a factor before choosing would be worth, in the unit of the choice.
struct EvppiRow {
    std::string output, unit, factor;
    Interval value;
};

struct EvppiFound {
    std::vector<EvppiRow> rows;
    std::vector<IndexNote> notes;
};

/// Expected value of knowing each uncertainty (EVPPI), and all of them (EVPI), for one choice: what the best
/// option given the factor brings on average above the option that is best on average. Chance is no part of
/// it: nobody can know it. Each option's difference with the first is emulated; factors are independent, each
/// as it lies in the design. The value is that of the mean surface. Of the interval the upper end holds the
/// value under 97.5 % of `draws` surfaces; the lower end what choosing by the mean surface brings at least
/// under 97.5 % of them, and 0 where that is nothing: a difference that may be chance is worth nothing.
/// Errors of several options are taken as independent. Notes of the emulators, by difference, and `choice`:
/// the option that is best on average, with the share of surfaces under which it is. A choice of which an
/// option cannot be emulated has no worth (NaN), and `no_worth` says why. Throws sim::InvariantError for
/// fewer than two options or values that do not fit the design. Source: Strong, Oakley & Brennan (2014),
/// Estimating multiparameter partial expected value of perfect information from a probabilistic sensitivity
/// analysis sample.
EvppiFound evppi_of(const StudiedDesign& design, const StudiedChoice& choice, std::uint32_t seed,
                    std::size_t draws = 100);

/// Tidy CSV: output, factor, value, lower, upper. What is unknown is empty.
std::string evppi_csv(const std::vector<EvppiRow>& rows);

}  // namespace weefsel::analysis
