#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace weefsel::analysis {

/// One group of people as sums of products: columns are the explaining variables (the first is 1 for
/// everybody) and the outcome, which comes last. Row-major, `columns` squared numbers.
struct GroupSums {
    std::vector<double> cross;
};

/// Share of the variance of single outcomes that lies between groups once the explaining variables
/// are taken out: residuals of one regression over all people, then the between component of a one-way
/// analysis of variance with groups of unequal size, 0 when it is negative. Groups without people
/// are left out; NaN for fewer than two groups. Source: Searle, Casella & McCulloch 1992, chapter 3.
double share_between(std::span<const GroupSums> groups, std::size_t columns);

}  // namespace weefsel::analysis
