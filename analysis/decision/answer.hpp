#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/decision/findings.hpp"
#include "analysis/decision/missed.hpp"
#include "analysis/results/result_table.hpp"
#include "analysis/results/results_file.hpp"

namespace weefsel::analysis {

/// What a comparison says of one option in its last year: made once, and printed by the terminal, JSON, the
/// report and Python as it stands. What has no margin is said to have none, and its number is not.
struct Answer {
    struct Part {
        std::size_t indicator = 0;
        Verdict verdict{};
        BothLanguages said;    ///< `no clear difference in social cohesion`
        BothLanguages margin;  ///< `+0.01 points of 10; margin -0.03 to +0.05`; empty when there is none
        Reserve reserve{};
    };
    struct Option {
        std::size_t option = 0;
        std::vector<Part> parts;  ///< of the headline indicators, the clearest first
        BothLanguages sentence;
    };
    int years = 0;
    std::vector<Option> options;          ///< all but the reference, against it
    std::vector<Option> against_nothing;  ///< all but the one in which nothing is bought, against that
    std::vector<Finding> findings;        ///< the three questions, one after the other
    std::vector<WhomItMet> met;           ///< by option
    std::vector<MissedSaid> missed;       ///< by option, where it matters
    std::vector<Risk> risks;              ///< by option
    BothLanguages enough;                 ///< whether enough worlds were simulated; empty: not known
};

/// Whether an option and the reference were made to cost the same, and in what: what is granted minus what
/// comes back, or what is granted.
enum class SameMoney : std::uint8_t { no, net, budget };

/// All of it: the answer of `answer_of` with the three questions.
Answer whole_answer(const Told& told, const std::vector<SameMoney>& same_money);

/// Rows of `observables` that an answer is about, in their order.
std::vector<std::size_t> headlines(const std::vector<sim::Observable>& observables);

/// `same_money`: by option.
Answer answer_of(const Cube& cube, const std::vector<Comparison>& comparisons, const Names& names,
                 const std::vector<Noticeable>& noticeable, const std::vector<SameMoney>& same_money);

/// The tables `answer` (option, sentence), `answer_parts` (option, indicator, verdict, reserve, what is said,
/// its margin), `work_parts` (the same against the option in which nothing is bought), `findings` (question,
/// option, sentence, certainty), `met`, `who_was_missed` and `risks` of a result file; those without rows are
/// left out.
std::vector<ResultTable> answer_tables(const Answer& answer, const Cube& cube, const Names& names);

}  // namespace weefsel::analysis
