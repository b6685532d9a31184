#include "app/compare/short_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "app/compare/further_text.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

using analysis::BothLanguages;
using analysis::Question;
using analysis::Reading;

/// Lines that fit, and how many sentences did not.
struct Fitted {
    std::string text;
    std::size_t left_out = 0;
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

/// What the work does, what its form adds, what is lost when it stops: the first parts, of which each is
/// told.
constexpr std::size_t questions = 3;

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

/// A sentence of a part, by their numbers.
struct Place {
    std::size_t part, sentence;
};
/// In which order sentences get room: one of each of the first parts, the rest of the very first, the rest of
/// the others by turns, and then one part after the other.
std::vector<Place> turns_of(const std::vector<Part>& parts, std::size_t by_turns) {
    std::vector<Place> out;
    const auto add = [&](std::size_t part, std::size_t sentence) {
        if (sentence < parts[part].sentences.size()) out.push_back({part, sentence});
    };
    std::size_t longest = 0;
    for (const auto& part : parts) longest = std::max(longest, part.sentences.size());
    for (std::size_t part = 0; part < by_turns; ++part) add(part, 0);
    for (std::size_t sentence = 1; by_turns > 0 && sentence < longest; ++sentence) add(0, sentence);
    for (std::size_t sentence = 1; sentence < longest; ++sentence)
        for (std::size_t part = 1; part < by_turns; ++part) add(part, sentence);
    for (std::size_t part = by_turns; part < parts.size(); ++part)
        for (std::size_t sentence = 0; sentence < longest; ++sentence) add(part, sentence);
    return out;
}

/// The parts under each other, in at most so many lines.
Fitted fitted(const std::vector<Part>& parts, std::size_t by_turns, Reading language, std::size_t most) {
    std::vector<std::string> texts(parts.size());
    std::size_t lines = 0;
    Fitted out;
    for (const auto& at : turns_of(parts, by_turns)) {
        const auto& part = parts[at.part];
        const auto text = (at.sentence == 0 ? in(part.heading, language) + "\n" : "") +
                          wrapped("  " + part.sentences[at.sentence], page_width, "  ") + "\n";
        if (out.left_out > 0 || lines + lines_in(text) > most) {
            ++out.left_out;
            continue;
        }
        texts[at.part] += text;
        lines += lines_in(text);
    }
    for (const auto& text : texts) out.text += text;
    return out;
}

std::string left_out_text(std::size_t sentences, Reading language) {
    if (sentences == 0) return "";
    const bool dutch = language == Reading::nl;
    return fmt::format(fmt::runtime(dutch ? "Nog {} {}: --all.\n" : "{} more {}: --all.\n"), sentences,
                       sentences == 1 ? dutch ? "zin" : "sentence"
                       : dutch        ? "zinnen"
                                      : "sentences");
}

}  // namespace

std::string short_text(const Findings& found, Reading language) {
    constexpr std::size_t closing = 2, further_most = 18;
    const auto asked = short_further_parts(found, language);
    const auto further = fitted(asked, asked.size(), language, further_most);
    const auto taken = closing + (further.text.empty() ? 0 : lines_in(further.text) + 1);
    const auto answer = fitted(all_parts(found, language), questions, language, short_lines - taken);
    return answer.text + (further.text.empty() ? "" : "\n" + further.text) +
           left_out_text(answer.left_out + further.left_out, language) +
           (language == Reading::nl ? "Alle tabellen, wie betaalt en hoe zeker het is: --all.\n"
                                    : "All tables, who pays and how sure it is: --all.\n");
}

std::string all_sentences(const Findings& found, Reading language) {
    return fitted(all_parts(found, language), questions, language, std::numeric_limits<std::size_t>::max())
        .text;
}

}  // namespace weefsel::app
