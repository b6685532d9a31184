#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/decision/outcome_boxes.hpp"
#include "analysis/sensitivity/evppi.hpp"
#include "analysis/sensitivity/sensitivity_indices.hpp"
#include "analysis/sensitivity/sweep_outputs.hpp"

namespace weefsel::app {

/// What indices are of, and which.
struct IndicesArguments {
    std::string folder;         ///< of a sweep
    std::string design;         ///< file of points of any model, in place of a sweep
    std::string values;         ///< file of its outputs at them
    std::string method;         ///< of indices; empty: what suits the points
    std::string predict;        ///< file of points at which an emulator predicts; empty: indices
    bool second_order = false;  ///< of pairs of factors too
    bool evppi = false;         ///< in place of indices: what knowing each uncertainty would be worth
    bool prim = false;          ///< in place of indices: boxes of the factors
    std::optional<double> above, below;  ///< of which outputs; one of both
    std::size_t boxes = 1;
    double density = 0.8;
    analysis::OutputFilter outputs;  ///< of which indices are wanted
};

/// The same, read and judged.
struct SensitivityTask {
    std::string design_file;  ///< the points
    analysis::StudiedDesign design;
    analysis::IndexMethod method = analysis::IndexMethod::sobol;
    bool second_order = false;
    std::optional<analysis::BoxQuestion> boxes;  ///< in place of indices
    std::vector<double> box_points;              ///< (row, dimension) in the units of the factors
    std::vector<analysis::DimensionText>
        box_dimensions;  ///< factors; parameters of the sets in place of a joint one
    std::size_t outputs = 0;
    std::vector<double>
        predicted_points;  ///< (row, factor) for predictions, as shares of the design's ranges
    /// Each reads some outputs, so that not all are in memory at a time. Not thread safe.
    std::vector<std::function<std::vector<analysis::StudiedOutput>()>> groups;
    /// The same for --worth; then there are no groups.
    std::vector<std::function<std::vector<analysis::StudiedChoice>()>> choices;
    std::vector<std::string> remarks;  ///< what a reader should know of how the points were read
};

/// Reads a sweep's folder, or points and values of any model. Throws sim::InputError with everything that is
/// wrong: files, rows, names that are not there, points that do not suit the method, no choice between
/// options.
SensitivityTask read_sensitivity_task(const IndicesArguments& arguments);

}  // namespace weefsel::app
