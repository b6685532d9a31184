#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/sensitivity/emulator.hpp"
#include "analysis/sensitivity/sensitivity_indices.hpp"

namespace weefsel::analysis {

/// An emulator of one output of a design.
struct EmulatedOutput {
    std::optional<Emulator> emulator;  ///< none: `reason` says why
    std::string reason;
    std::vector<std::size_t> factors;  ///< of the design, that vary: those the emulator knows
    std::vector<double> points;        ///< (run, factor) that it was fitted to
    std::size_t runs = 0;
    std::vector<IndexNote> notes;
};

/// Mean over the replicates of each row; NaN where one is missing, for other chance events is other chance
/// events.
std::vector<double> means_over_replicates(const StudiedOutput& output);
/// Rows, from 1, in words: the first few and how many more.
std::string rows_text(const std::vector<std::size_t>& rows);

/// Fits an emulator to the means over replicates: to rows that have one, to most_emulated of them evenly
/// spaced where there are more. What is left out, how well it predicts and what it cannot explain are notes.
/// For indices a constant trend: a linear one gives every factor a slope, also those that do nothing.
EmulatedOutput emulate_output(const StudiedDesign& design, const StudiedOutput& output, std::uint32_t seed,
                              Trend trend = Trend::constant);

/// What an emulator says of one output at one point.
struct PredictedRow {
    std::string output;
    std::size_t row;   ///< of the points that were asked for, from 0
    Interval surface;  ///< the mean over chance, 95 %
    Interval run;      ///< one more run (mean over as many replicates as the runs had), 95 %
};

/// Predictions at points (shares of the design's ranges, row-major). None, and a note that says why, where
/// the output cannot be emulated; a note also says how many points lie outside the ranges, where nothing is
/// known.
std::vector<PredictedRow> predictions_of(const StudiedDesign& design, const StudiedOutput& output,
                                         const std::vector<double>& points, std::uint32_t seed,
                                         std::vector<IndexNote>& notes);

/// Tidy CSV: output, row (from 1), mean, lower, upper, run_lower, run_upper.
std::string predictions_csv(const std::vector<PredictedRow>& rows);

}  // namespace weefsel::analysis
