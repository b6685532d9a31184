#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "analysis/sensitivity/sensitivity_indices.hpp"
#include "analysis/sensitivity/worth.hpp"
#include "app/commands/command_line.hpp"

namespace weefsel::app {

/// What indices are asked of, read and judged.
struct SensitivityTask {
    std::string design_file;  ///< the points
    analysis::StudiedDesign design;
    analysis::IndexMethod method = analysis::IndexMethod::sobol;
    std::size_t outputs = 0;
    std::vector<double> asked_points;  ///< (row, factor) for predictions, as shares of the design's ranges
    /// Each reads some outputs, so that not all are in memory at a time. Not thread safe.
    std::vector<std::function<std::vector<analysis::StudiedOutput>()>> groups;
    /// The same for --worth; then there are no groups.
    std::vector<std::function<std::vector<analysis::StudiedChoice>()>> choices;
    std::vector<std::string> remarks;  ///< what a reader should know of how the points were read
};

/// Reads a sweep's folder, or points and values of any model. Throws sim::InputError with everything that is
/// wrong: files, rows, names that are not there, points that do not suit the method, no choice between
/// options.
SensitivityTask read_sensitivity_task(const Invocation& asked);

}  // namespace weefsel::app
