#include "app/compare/short_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include <fmt/format.h>

#include "app/terminal/language.hpp"
#include "tests/app/small_findings.hpp"

namespace weefsel::test_short_text {
using namespace weefsel::app;
using analysis::Question;
using analysis::Reading;

namespace {

/// A comparison of which so many sentences are said of every question.
struct Told : SmallFindings {
    explicit Told(int options) {
        for (int o = 0; o < options; ++o) {
            for (const auto question : {Question::work, Question::form, Question::stop}) {
                auto& f = answer.findings.emplace_back();
                f.question = question;
                f.option = static_cast<std::size_t>(o);
                f.sentence = {"Gevonden.", "Found."};
                f.certainty = {"Zeker.", "Sure."};
            }
            answer.risks.push_back({{}, {"Mis.", "Wrong."}});
        }
        answer.options.push_back({0, {}, {"Vergeleken met.", "Compared with."}});
    }
    [[nodiscard]] std::string text(Reading language) const { return short_text(findings(), language); }
};

std::ptrdiff_t lines_of(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

/// The environment as it was, at the end of the scope.
struct Environment {
    explicit Environment(const char* language) { setenv("LC_ALL", language, 1); }
    ~Environment() { setenv("LC_ALL", "C.UTF-8", 1); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
};

}  // namespace

TEST_CASE("the short answer asks the questions in their order, in one language") {
    const auto en = Told(1).text(Reading::en), nl = Told(1).text(Reading::nl);
    const auto work = en.find("What does the work do?"),
               form = en.find("What does the form of the money add?"),
               stop = en.find("What is lost when it stops?"), wrong = en.find("What can go wrong?");
    CHECK(work < form);
    CHECK(form < stop);
    CHECK(stop < wrong);
    CHECK(wrong != std::string::npos);
    CHECK(en.find("Found. Sure.") != std::string::npos);
    CHECK(en.find("Compared with. Sure.") != std::string::npos);  // of the form: the whole answer
    CHECK(en.find("Whom did it meet") == std::string::npos);      // nothing to say, no heading
    CHECK(nl.find("Wat doet het werk?") != std::string::npos);
    CHECK(nl.find("Found") == std::string::npos);
}

TEST_CASE("however many options there are, it fits a screen and says what was left out") {
    const auto text = Told(20).text(Reading::en);
    CHECK(lines_of(text) <= static_cast<std::ptrdiff_t>(short_lines));
    CHECK(text.find("more sentences: --all.") != std::string::npos);
    for (const auto* question :
         {"What does the work do?", "What does the form of the money add?", "What is lost when it stops?"})
        CHECK(text.find(question) != std::string::npos);
    CHECK(Told(1).text(Reading::en).find(" more ") == std::string::npos);
}

TEST_CASE("with everything asked for beside it, it fits a screen too") {
    Told asked(20);
    analysis::ResultTable again("only_narrowed",
                                {"question", "option", "indicator", "sentence_nl", "sentence_en"}, {});
    for (int k = 0; k < 40; ++k)
        again.add({"form", "a", "warmth", fmt::format("Zin {}.", k), fmt::format("{}.", k)}, {});
    asked.decision = {again};
    const auto text = asked.text(Reading::en);
    CHECK(lines_of(text) <= static_cast<std::ptrdiff_t>(short_lines));
    CHECK(text.find("What does the work do?") != std::string::npos);
    CHECK(text.find("with only those that trials narrowed:\n0.\n") != std::string::npos);
    CHECK(text.find("more sentences: --all.") != std::string::npos);
}

TEST_CASE("the environment chooses the language unless somebody asks for one") {
    {
        const Environment dutch("nl_NL.UTF-8");
        CHECK(reading_of("") == Reading::nl);
        CHECK(reading_of("en") == Reading::en);
    }
    const Environment other("de_DE.UTF-8");
    CHECK(reading_of("") == Reading::en);
    CHECK(reading_of("nl") == Reading::nl);
}

}  // namespace weefsel::test_short_text
