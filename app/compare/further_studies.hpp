#pragma once
#include <string>
#include <vector>

#include "analysis/decision/answer.hpp"
#include "analysis/results/parts.hpp"
#include "analysis/results/result_table.hpp"
#include "app/compare/study_run.hpp"
#include "app/terminal/arguments.hpp"

namespace weefsel::app {

/// What a comparison works out after its answer, where it is asked for.
struct FurtherArguments {
    bool break_even = false;  ///< how strong a mechanism must be before the other option wins
    bool menu = false;        ///< what one thing more would add
    std::string of_option;    ///< of which option; empty: chosen by the answer
};

/// What it is worked out from. All of it must outlive it.
struct FurtherInput {
    const Study& study;
    const StudyOutcome& outcome;  ///< its cube may have been moved away
    const analysis::Answer& answer;
    const std::vector<analysis::Noticeable>& noticeable;
    const analysis::Parts& parts;
    const FurtherArguments& arguments;
    int side_worlds;  ///< in which it is simulated
    const CommonArguments& common;
};

/// Tables, remarks, and whether the person stopped waiting.
struct FurtherResults {
    std::vector<analysis::ResultTable> tables;
    std::vector<std::string> notes;
    bool interrupted = false;
};

/// Throws sim::InputError when the option that is named is none with lines of the scenario.
void require_chosen_option(const Scenario& scenario, const FurtherArguments& arguments);

/// Works out what is asked for.
FurtherResults work_out(const FurtherInput& of);

/// The option that is named, else the one that the answer finds better, else the first with lines that is not
/// the reference; the number of options where there is none. `reference_too`: it may be the reference itself.
std::size_t chosen_option(const FurtherInput& of, bool reference_too);

/// The indicator of the finding about the form of the money of that option, else about its work, else the
/// first headline.
std::size_t judged_indicator(const FurtherInput& of, std::size_t option);

/// Mean difference of two options of a cube in its last year, in the same worlds.
analysis::Interval difference_in_last_year(const analysis::Cube& cube, std::size_t indicator,
                                           std::size_t option, std::size_t other);

}  // namespace weefsel::app
