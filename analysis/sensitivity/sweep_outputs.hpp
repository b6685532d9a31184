#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/results/sweep_file.hpp"
#include "analysis/sensitivity/evppi.hpp"
#include "analysis/sensitivity/sensitivity_indices.hpp"

namespace weefsel::analysis {

/// Which outputs of a sweep are wanted; an empty list: all. An option stands for itself alone and minus
/// the reference; `structural-projects`, as outputs are named, for the difference only.
struct OutputFilter {
    std::vector<std::string> indicators, options;
    std::vector<int> years;
};

/// An indicator in a year, under an option or as option minus reference (paired by replicate).
struct SweepOutput {
    std::string name;  ///< `lonely@structural@y20`, `lonely@structural-projects@y20`
    std::size_t indicator, option, year;
    std::optional<std::size_t> minus;  ///< the reference
};

/// All outputs that pass the filter: by indicator, by year, options in their order and then differences with
/// the reference (a name; none when it is no option). Throws sim::InputError, at `file`, for names and years
/// that the sweep does not have.
std::vector<SweepOutput> sweep_outputs(const SweepShape& shape, const std::string& reference,
                                       const OutputFilter& filter, const std::string& file);

/// The choice between options by an indicator in a year.
struct SweepChoice {
    std::string name;  ///< `lonely@y20`
    std::size_t indicator, year;
    std::vector<std::size_t> options;  ///< the reference first, where it is among them
};

/// All choices that pass the filter, by indicator and year, for indicators of which more or less is better.
/// Throws sim::InputError, at `file`, for names and years that the sweep does not have, fewer than two
/// options, and where none has a better direction (also when one without is asked for).
std::vector<SweepChoice> sweep_choices(const SweepShape& shape, const std::string& reference,
                                       const OutputFilter& filter, const std::string& file);

/// One choice from the values of its indicator (point, option, replicate, year): less is more where less is
/// better.
StudiedChoice studied_choice(const SweepShape& shape, const SweepChoice& choice,
                             const std::vector<float>& indicator_values);

/// One output from the values of its indicator (point, option, replicate, year) in sweep.h5.
StudiedOutput studied_output(const SweepShape& shape, const SweepOutput& output,
                             const std::vector<float>& indicator_values);

}  // namespace weefsel::analysis
