#pragma once
#include <vector>

#include "analysis/decision/shown.hpp"
#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// The options of a study simulated again in its first worlds, without the mechanisms that no trial narrowed.
struct WithoutTheRest {
    const Cube& cube;  ///< the same options
    int mechanisms;    ///< how many numbers are off in it
};

/// Table /decision/only_narrowed: of every option against the reference and each headline indicator the
/// difference in the last year with all mechanisms, in all worlds of the study (`difference`) and in those
/// that were simulated again (`in_these_worlds`), and with only those that trials narrowed (`narrowed`), with
/// a sentence.
ResultTable only_narrowed_table(const Cube& simulated, const WithoutTheRest& again, const Names& names,
                                const std::vector<Noticeable>& noticeable);

}  // namespace weefsel::analysis
