#pragma once
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/variance_parts.hpp"

namespace weefsel::analysis {

/// Sets of assumptions: what was drawn, and its values.
struct Assumptions {
    std::vector<std::string> names;
    std::vector<std::vector<double>> values;  ///< by draw, in the order of names
};

/// What knowing one assumption would be worth (expected value of partial perfect information, EVPPI).
struct AssumptionEvppi {
    std::size_t assumption;  ///< row of names
    double value;            ///< in the unit of the indicator, in its good direction, a decision
};

/// How sure one answer is: option against reference, one indicator at the end.
struct HowSure {
    std::size_t option = 0;
    std::size_t indicator = 0;
    std::size_t draws = 0;  ///< sets of assumptions in which it was measured
    Interval better;        ///< share of sets in which the mean over replicates is better than the reference
    DrawShares noticeable;  ///< the same by as much as people would notice, either way
    VarianceParts parts;    ///< chance and assumptions told apart
    double perfect = 0;     ///< value of knowing all assumptions before choosing
    /// Most that the best assumption of all seems worth in 99 shuffles, where none is; NaN with fewer than 30
    /// draws.
    double chance = std::numeric_limits<double>::quiet_NaN();
    std::vector<AssumptionEvppi> evppi;  ///< more than chance gives, most first
    /// What the sets have in common in which the answer is the other way round (better where most are worse,
    /// or worse where most are better), among assumptions that are worth more than chance; empty where
    /// nothing is.
    std::string flips_nl, flips_en;
};

}  // namespace weefsel::analysis
