#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace weefsel::analysis {

/// Where one option first parts between two result files: the earliest month in which any world
/// differs, and the columns that differ in that month in the first such world.
struct Parting {
    std::string option;
    int month;              ///< from 1
    std::size_t draw;       ///< from 1
    std::size_t replicate;  ///< from 1
    std::vector<std::string> columns;
    double value_a;  ///< of the first of the columns
    double value_b;
};

struct Trace {
    bool by_digest;                    ///< columns of the state; else indicators
    std::vector<std::string> options;  ///< in both files
    std::vector<Parting> partings;     ///< of those that part, in the order of `options`
    std::vector<std::string> notes;    ///< what else the files differ in (seed, version, options)
    [[nodiscard]] bool equal() const { return partings.empty(); }
};

/// Compares two result files option by option, by name, bit by bit: digests of the state's columns
/// where both files hold them, else the indicators. Throws sim::InputError when a file cannot be
/// read, when months, draws or replicates are not the same in number, or no option is in both.
Trace trace_files(const std::string& path_a, const std::string& path_b);

}  // namespace weefsel::analysis
