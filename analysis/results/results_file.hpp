#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "analysis/results/assumptions.hpp"
#include "analysis/results/comparison.hpp"
#include "analysis/results/cube.hpp"
#include "analysis/results/noticeable.hpp"
#include "analysis/results/result_table.hpp"
#include "sim/parameter.hpp"

namespace weefsel::analysis {

/// The names that a cube's rows have, and where they belong in a result file.
struct Names {
    struct Option {
        std::string name;
        std::string label_nl;
        std::string label_en;
    };
    std::vector<Option> options;
    std::size_t reference = 0;  ///< row of `options`
    std::vector<std::string> sites;
    std::string site_dimension;            ///< what a site is called; `by_` before it names its group
    std::vector<std::string> digests;      ///< columns of the state, when their digests were recorded
    std::vector<sim::Observable> derived;  ///< what is compared besides the cube's observables, after them
    std::optional<std::size_t> nothing{};  ///< row of `options` in which nothing is bought; none: unknown
};
/// What a comparison's indicator is: one of the cube's observables, or a derived one.
const sim::Observable& observable_of(const Cube& cube, const Names& names, std::size_t indicator);

/// What made a result, and when.
struct Made {
    std::string version, commit, tree_clean, created;
};
Made made_now();

/// What was run and what was found besides what the cube holds: attributes of the file, and its tables.
struct RunRecord {
    std::string title, question;  ///< in English, or as given
    std::int64_t seed = 0;
    std::string command;                    ///< as typed
    std::string scenario;                   ///< the file as read
    std::string resolved;                   ///< reads back to the same study without any other file
    std::string failures{};                 ///< worlds that failed and why; empty when none did
    std::string title_nl{}, question_nl{};  ///< in Dutch, or as given
    std::string plugins{};                  ///< `NAME SHA-256`, a line each; empty when there were none
    std::string replaced{};                 ///< equations that a plugin replaces, as `loneliness by NAME`
    std::string drawn_from{};               ///< where the draws of the parameters come from, as a sentence
    Assumptions drawn{};                    ///< parameters that differ between draws
    std::vector<ResultTable> tables{};      ///< those without rows are not written
    Made made = made_now();
};

/// All that results.h5 holds: in memory after a run, or read from the file.
struct Results {
    Cube cube;
    Names names;
    RunRecord record;
    std::deque<std::string> texts{};  ///< of a file: what the observables of `cube` point at
};

/// Writes one result file (HDF5, netCDF-4 conventions; the groups are listed in INTERFACE.md),
/// whole or not at all. Throws std::runtime_error with path and reason.
void write_results(const std::string& path, const Results& results);

/// Reads one; digests and the draws of the parameters are left out. Throws sim::InputError when it is no
/// result file, or of a version that did not keep its answer.
Results read_results(const std::string& path);

/// SHA-256 of a resolved scenario, as the attribute `scenario_sha256` holds it.
std::string scenario_sha256(const std::string& resolved);

// Tables of every result file.

ResultTable comparison_table(const Cube& cube, const std::vector<Comparison>& comparisons,
                             const Names& names);
ResultTable options_table(const Names& names);
ResultTable parameters_table(const sim::ParameterTable& parameters);
ResultTable noticeable_table(const std::vector<Noticeable>& set);

/// The table of the places of the groups of a fine grouping.
std::string places_group(const sim::ResultLayout& layout);

}  // namespace weefsel::analysis
