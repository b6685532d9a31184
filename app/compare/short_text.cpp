#include "app/compare/short_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

using analysis::BothLanguages;
using analysis::Question;
using analysis::Reading;

/// A heading with what stands under it, sentence by sentence.
struct Part {
    BothLanguages heading;
    std::vector<std::string> sentences;
};

std::string in(const BothLanguages& text, Reading language) {
    return language == Reading::nl ? text.nl : text.en;
}

/// What was found of a question; of the form of the money the whole answer against the reference.
std::vector<std::string> found_of(const Findings& found, Question question, Reading language) {
    std::vector<std::string> out;
    for (const auto& f : found.answer.findings) {
        if (f.question != question) continue;
        auto sentence = in(f.sentence, language);
        if (question == Question::form)
            for (const auto& option : found.answer.options)
                if (option.option == f.option) sentence = in(option.sentence, language);
        out.push_back(sentence + " " + in(f.certainty, language));
    }
    return out;
}

/// Where no question could be asked: options with lines and no other, or none but one without.
std::vector<std::string> without_questions(const Findings& found, Reading language) {
    std::vector<std::string> out;
    if (found.answer.findings.empty())
        for (const auto& option : found.answer.options) out.push_back(in(option.sentence, language));
    return out;
}

template <class All>
std::vector<std::string> sentences_of(const All& all, Reading language) {
    std::vector<std::string> out;
    for (const auto& one : all) out.push_back(in(one.sentence, language));
    return out;
}

std::vector<Part> all_parts(const Findings& found, Reading language) {
    return {
        {{"Wat doet het werk?", "What does the work do?"}, found_of(found, Question::work, language)},
        {{"Wat voegt de vorm van het geld toe?", "What does the form of the money add?"},
         found_of(found, Question::form, language)},
        {{"Wat gaat verloren als het stopt?", "What is lost when it stops?"},
         found_of(found, Question::stop, language)},
        {{"Vergeleken:", "Compared:"}, without_questions(found, language)},
        {{"Wat kan er misgaan?", "What can go wrong?"}, sentences_of(found.answer.risks, language)},
        {{"Wie had er contact mee, en wat deed het?", "Whom did it meet, and what did it do to them?"},
         sentences_of(found.answer.met, language)},
        {{"Wie had het nodig en werd gemist?", "Who needed it and was missed?"},
         sentences_of(found.answer.missed, language)},
    };
}

std::size_t lines_in(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

std::string short_text(const Findings& found, Reading language, std::size_t most) {
    const bool dutch = language == Reading::nl;
    std::string out;
    std::size_t left_out = 0;
    for (const auto& part : all_parts(found, language)) {
        std::string heading = in(part.heading, language) + "\n";
        for (const auto& sentence : part.sentences) {
            const auto text = heading + wrapped("  " + sentence, page_width, "  ") + "\n";
            if (left_out > 0 || lines_in(out + text) + 2 > most) {
                ++left_out;
                continue;
            }
            out += text;
            heading.clear();
        }
    }
    if (left_out > 0)
        out += fmt::format(fmt::runtime(dutch ? "Nog {} {}: --all.\n" : "{} more {}: --all.\n"), left_out,
                           left_out == 1 ? dutch ? "zin" : "sentence"
                           : dutch       ? "zinnen"
                                         : "sentences");
    if (most > short_lines) return out;
    return out + (dutch ? "Alle tabellen, wie betaalt en hoe zeker het is: --all.\n"
                        : "All tables, who pays and how sure it is: --all.\n");
}

}  // namespace weefsel::app
