#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/decision/reached_summary.hpp"
#include "analysis/decision/shown.hpp"
#include "analysis/decision/what_can_go_wrong.hpp"
#include "analysis/results/comparison.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// What a council asks: what does the work do (against an option in which nothing is bought), what does the
/// form of the money add (against the reference), what is lost when it stops (against going on).
enum class Question : std::uint8_t { work, form, stop };
std::string_view name_of(Question question);

/// Why it cannot be said that a difference is there and matters: `equal`: the margin lies inside what people
/// notice, so in this model it is the same; `undecided`: the margin holds zero and more than that;
/// `too_small`: it is there, and nobody would notice; `invisible`: it is there and matters, and the city's
/// monitor would probably not find it. `none`: it can be said, and seen.
enum class Reserve : std::uint8_t { none, equal, undecided, too_small, invisible };
std::string_view name_of(Reserve reserve);
/// `detectable`: from where on the monitor finds a difference eight times in ten; 0: not asked.
Reserve reserve_of(const Interval& difference, double noticeable, double detectable = 0);

/// The city's own survey.
struct Monitor {
    double respondents = 0;   ///< 0: there is none
    double score_spread = 0;  ///< standard deviation of a score of 0-10 between respondents
};

/// One thing said in answer to a question: of the first indicator, in the order of the headlines, of which a
/// difference is clear and matters; else that there is none. The order is declared with the indicators,
/// before anything is run.
struct Finding {
    Question question{};
    std::size_t option = 0;
    std::size_t against = 0;               ///< an option; of `stop`: the same, carried on
    std::optional<std::size_t> indicator;  ///< none: nothing is clear
    int year = 0;                          ///< of the options
    int months_after = 0;                  ///< of `stop`: after the end of the option
    Interval difference{};
    Reserve reserve{};
    double residents = 0;  ///< how many more or less the indicator counts; NaN where it counts none
    double left = 0;       ///< of `stop`: share of the effect that is left; NaN: not known
    double one_way = 0;    ///< share of worlds in which it points as the mean does; NaN: not known
    BothLanguages said;    ///< of the indicator, without its margin; empty where nothing is clear
    BothLanguages sentence;
    BothLanguages certainty;  ///< in words, with the worlds that say so
};

/// What findings are made from. `against_nothing`: rows as `against_reference`; empty where every option has
/// lines. `ending`: see ending_table; null: not simulated.
struct Told {
    const Cube& cube;
    const Names& names;
    const std::vector<Comparison>& against_reference;
    const std::vector<Comparison>& against_nothing;
    const ResultTable* ending;
    const std::vector<Noticeable>& noticeable;
    Monitor monitor;
};
/// Work and form are asked of the last year; stopping of two years after the end, or of the last year where
/// that is sooner. Options in the order of the study; the option without lines is asked nothing of.
std::vector<Finding> findings_of(const Told& told);
/// With what is noticeable there, and what the monitor can see; `level`: of what it is a difference with.
Reserve reserve_of(const Told& told, std::size_t indicator, const Interval& difference, double level);

/// Whom the work of an option met and what that comes to over everybody, in the last year; nothing where it
/// was not counted or nothing is bought.
struct WhomItMet {
    std::size_t option = 0;
    Met met;
    std::optional<ReachedEffect> effect;  ///< of the indicator of the finding about the work, else the first
    BothLanguages sentence;
};
std::vector<WhomItMet> whom_they_met(const Told& told, const std::vector<Finding>& findings);

/// What can go wrong with the work of an option, said.
struct Risk {
    WhatCanGoWrong counts;
    BothLanguages sentence;
};
std::vector<Risk> risks_of(const Told& told);

}  // namespace weefsel::analysis
