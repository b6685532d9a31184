#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/design/design.hpp"
#include "sim/run_file.hpp"
#include "sim/world_result.hpp"

namespace weefsel::analysis {

/// What a sweep keeps of every run besides its indicators, on request: columns over axes of their own, in
/// groups that are called as in a result file.
using SweepArrays = std::vector<sim::ResultLayout::Block>;

/// What a design asks for, of what a layout has, in the order of `Keep`:
/// groups: the observables by every grouping but the finest, `/by_group/<grouping>` (year, group), at the end
/// of
///   the year; money: `/money` (year, payer), EUR; ledger: `/ledger` (entry), against the reference;
/// reached: `/reached` (year, class) and, of the observables, `/reached_effect/<indicator>` (year, class).
/// Years are those of `years` that were measured; a block of which none was is left out. Blocks that the
/// layout does not have (a single option is compared with nothing) are left out too.
SweepArrays kept_arrays(const sim::ResultLayout& layout, const std::vector<Keep>& keep,
                        const std::vector<std::size_t>& observables, const std::vector<int>& years);

/// Numbers of one run, of so many options.
std::size_t values_a_run(const SweepArrays& arrays, std::size_t options);

/// Their values in one run, [block][column][option][axes of the column]; NaN where nothing was measured.
/// Throws sim::InvariantError when the layout does not have them.
std::vector<float> kept_arrays_of(const sim::ResultLayout& layout, const sim::UnitResult& run,
                                  const SweepArrays& arrays);

/// Puts the arrays of runs into a file: (point, option, replicate, axes), some points in memory at a time.
class ArraysMerger {
public:
    /// `common`: dimensions point, option, replicate.
    ArraysMerger(sim::RunFileWriter& file, const SweepArrays& arrays, std::vector<sim::Dimension> common);
    /// Runs come in order: point by point, replicate by replicate. `values`: as kept_arrays_of gives them.
    void add(std::size_t run, const float* values);
    /// After the last run.
    void finish();

private:
    struct Column {
        std::string group, name;
        std::size_t places;         ///< values of one option in one run
        std::vector<float> values;  ///< [point][option][replicate][place]
    };
    void write();

    sim::RunFileWriter& file_;
    std::size_t points_, options_, replicates_, together_ = 1, first_ = 0;
    std::vector<Column> columns_;
};

}  // namespace weefsel::analysis
