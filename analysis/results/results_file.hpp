#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/results/assumptions.hpp"
#include "analysis/results/comparison.hpp"
#include "analysis/results/cube.hpp"
#include "analysis/results/decision_table.hpp"
#include "analysis/results/noticeable.hpp"
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
};
/// What a comparison's indicator is: one of the cube's observables, or a derived one.
const sim::Observable& observable_of(const Cube& cube, const Names& names, std::size_t indicator);

/// What an option costs and buys by the plain arithmetic of its contracts, before any social effect.
struct ExpectedOption {
    std::string option;
    bool has_lines = true;
    double granted = 0, returned = 0;  ///< EUR, present value
    double direct_hours = 0;           ///< h, present value
    double hours_per_euro = 0;         ///< direct hours for each euro granted
    double years = 0;                  ///< over which it was summed
    double discount_rate = 0;          ///< a year
    double price_year = 0;             ///< of the euros
};

/// A line of the story of a resident, as a table for the report.
struct StoryLine {
    std::string resident;  ///< number
    std::string when_nl, when_en, text_nl, text_en;
};

/// A term of what makes the lives of a resident part, as a row of a table for the report.
struct StoryTerm {
    std::string resident, option;
    std::string kind;                    ///< term, share, total, hazard or score
    std::string heading_nl, heading_en;  ///< the same for all rows of one table
    std::string term_nl, term_en;
    double reference = 0, value = 0;  ///< in the reference and in the option; NaN for a share
    double difference = 0;            ///< of a hazard: how many times as large
};

/// Where a group of the layout's finest grouping lies, seen from the centre of its site. Unit: m.
struct Place {
    std::size_t site = 0;  ///< row of the sites
    float x = 0, y = 0;
};

/// What was run: goes into the file as attributes and under /scenario.
struct RunRecord {
    std::string title, question;  ///< in English, or as given
    std::int64_t seed = 0;
    std::string command;   ///< as typed
    std::string scenario;  ///< the file as read
    std::string resolved;  ///< reads back to the same study without any other file
    std::string failures;  ///< worlds that failed and why; empty when none did
    const sim::ParameterTable* parameters = nullptr;
    std::vector<ExpectedOption> expected{};     ///< may be empty
    std::vector<std::string> drawn{};           ///< parameters that differ between draws
    std::vector<std::vector<double>> values{};  ///< of those, by draw
    std::string drawn_from{};                   ///< where those come from, as a sentence
    std::vector<HowSure> sure{};                ///< what several draws say
    std::vector<StoryLine> lives{};             ///< a few lives, told
    std::vector<DecisionTable> decision{};      ///< go to /decision
    std::vector<StoryTerm> lives_terms{};       ///< where they part
    std::string title_nl{}, question_nl{};      ///< in Dutch, or as given
    std::vector<Place> places{};                ///< of the finest grouping's groups, in their order
    std::vector<Noticeable> noticeable{};       ///< differences worth noticing that were set
};

/// Writes one result file (HDF5, netCDF-4 conventions; the groups are listed in INTERFACE.md),
/// whole or not at all. Throws std::runtime_error with path and reason.
void write_results(const std::string& path, const Cube& cube, const std::vector<Comparison>& comparisons,
                   const Names& names, const RunRecord& record);

/// SHA-256 of a resolved scenario, as the attribute `scenario_sha256` holds it.
std::string scenario_sha256(const std::string& resolved);

}  // namespace weefsel::analysis
