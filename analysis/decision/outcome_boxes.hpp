#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/decision/prim_boxes.hpp"
#include "analysis/decision/prim_sentence.hpp"
#include "analysis/sensitivity/sensitivity_indices.hpp"

namespace weefsel::analysis {

/// Where in the space of the factors is an output above (or below) a value?
struct BoxQuestion {
    bool above = true;
    double threshold = 0;  ///< in the unit of the output; equal to it is neither
    std::size_t most = 1;  ///< boxes
    double density = 0.8;  ///< of what a box holds, the share of interest that it should have
};

/// The answer for one output.
struct OutcomeBoxes {
    std::string output, of_interest;  ///< `lonely@structural@y20 is above 0.3`
    std::size_t rows = 0, hits = 0;   ///< with a value; of those, of interest
    std::vector<FoundBox> boxes;
    std::vector<std::string> sentences;  ///< one a box, in English
    std::vector<IndexNote>
        notes;  ///< kinds: rows_left_out, no_box (why there is none), less_dense, maybe_chance
};

/// Boxes in which the mean of an output over its replicates is on the side that counts. `points`: (row,
/// dimension) in the units of the factors. Rows without a value are passed over and named. Throws
/// sim::InvariantError when points, dimensions and output do not fit.
OutcomeBoxes outcome_boxes(const std::vector<double>& points, const std::vector<DimensionText>& dimensions,
                           const StudiedOutput& output, const BoxQuestion& question);

/// Tidy CSV: output, box (from 1), factor, lower, upper (empty: open), quasi_p, and of the box: coverage,
/// density, mass, inside, of_interest. A row for each factor that binds.
std::string boxes_csv(const std::vector<OutcomeBoxes>& found, const std::vector<DimensionText>& dimensions);

}  // namespace weefsel::analysis
