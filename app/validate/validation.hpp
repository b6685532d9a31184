#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/statistics/interval.hpp"
#include "app/terminal/arguments.hpp"
#include "app/validate/names_fitted.hpp"
#include "models/measure/survey/patterns.hpp"
#include "models/measure/survey/survey_counts.hpp"
#include "models/study/study.hpp"
#include "sim/ensemble.hpp"

namespace weefsel::app {

/// What the surveys of all worlds counted.
struct SurveyedWorlds {
    std::vector<std::vector<std::vector<SurveyCounts>>>
        counts;                     ///< [option][world][site]; worlds that are whole
    std::vector<std::size_t> draw;  ///< of each of these worlds
    std::vector<sim::Failure> failures;
    bool interrupted = false;
    std::size_t units = 0;
    double seconds = 0;
};

/// Simulates the sample and surveys it. Nothing is kept on disk.
SurveyedWorlds survey_worlds(const Study& study, const CommonArguments& arguments);

/// The same in a sample of several draws, each with one fitted set of its posterior and all else as stated:
/// the pattern is judged with what was fitted, not with what nobody fitted. Without a posterior:
/// survey_worlds.
SurveyedWorlds survey_posterior(const Scenario& sample, const CommonArguments& arguments);

/// The sample with the fitted set of one draw, as far as it states nothing else itself; one draw, with the
/// random numbers of that draw.
Scenario with_fitted(const Scenario& sample, std::size_t draw);

/// Everything that a pattern may be about: what is counted, and what is computed from counts.
std::vector<KnownQuantity> known_quantities();

/// One of these in one world, from the counts of its neighbourhoods; nothing when nobody could be asked.
std::optional<double> value_of_quantity(const std::string& name, const std::vector<SurveyCounts>& sites);

enum class PatternVerdict { pass, fail, not_measured };

/// A pattern with what was measured.
struct MeasuredPattern {
    Pattern pattern;
    std::string how;
    analysis::Interval
        value;  ///< mean and 95 % interval over the worlds, or over draws, in the pattern's unit
    PatternVerdict verdict;
    bool at_edge = false;      ///< the interval reaches over an end of the band
    std::string not_measured;  ///< why
    bool fitted = false;       ///< parameters were fitted to this very quantity
    std::vector<double>
        by_draw{};  ///< mean over the worlds of each draw, ascending; empty when there is one draw
};

/// Throws sim::InputError when a pattern names an option that the sample lacks.
void check_options(const PatternFile& file, const Scenario& sample);

/// Every pattern measured in the worlds, in the order of the file.
/// `fitted`: what the shipped posterior was fitted to.
std::vector<MeasuredPattern> measure_patterns(const PatternFile& file, const Scenario& sample,
                                              const SurveyedWorlds& worlds,
                                              const std::vector<NameFitted>& fitted);

/// Share of the draws in which the pattern lies in its band; 0 when there is one draw.
double share_within(const MeasuredPattern& measured);

/// `6.2 to 6.6`, `at least 3`, `at most 10`.
std::string band_text(const Pattern& pattern);

}  // namespace weefsel::app
