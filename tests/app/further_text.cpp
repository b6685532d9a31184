#include "app/compare/further_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "app/terminal/texts.hpp"
#include "tests/app/small_findings.hpp"

namespace weefsel::test_further_text {
using namespace weefsel::app;
using analysis::Reading;
using analysis::ResultTable;

namespace {

/// A comparison with these tables beside its answer.
struct Told : SmallFindings {
    [[nodiscard]] std::string text(Reading language) const { return further_text(findings(), language); }
};

ResultTable break_even() {
    ResultTable out("/break_even", {"sentence_nl", "sentence_en"}, {"value"});
    for (const double value : {0.0, 0.5, 1.0}) out.add({"Nergens.", "Nowhere."}, {value});
    return out;
}

ResultTable menu() {
    ResultTable out("/menu", {"indicator", "label_nl", "label_en", "sentence_nl", "sentence_en"},
                    {"extra_cost", "per_10000", "per_10000_lower", "per_10000_upper", "chance_best",
                     "assumed", "worlds"});
    const double none = std::nan("");
    out.add({"warmth", "1 fte opbouwwerker", "1 fte of a community worker", "Beste.", "Best."},
            {1234567, 0.5, 0.25, 0.75, 0.75, 0, 8});
    out.add({"warmth", "steun", "support", "Beste.", "Best."}, {20000, 0.125, -0.25, 0.5, 0.25, 1, 8});
    out.add({"warmth", "langer", "longer", "Beste.", "Best."}, {-10, none, none, none, none, 0, 8});
    out.add({"cold, \"deep\"", "1 fte opbouwwerker", "1 fte of a community worker", "Ander.", "Other."},
            {1234567, 0.5, 0.25, 0.75, 0.75, 0, 8});
    return out;
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("what nobody asked for is not told") { CHECK(Told().text(Reading::en).empty()); }

TEST_CASE("every mechanism is told once, however many of its values were tried") {
    Told asked;
    asked.decision = {break_even()};
    CHECK(asked.text(Reading::en) ==
          "How strong must something be before the other option wins?\nNowhere.\n");
    CHECK(says(asked.text(Reading::nl), "voordat de andere optie wint?\nNergens.\n"));
}

TEST_CASE(
    "the menu lists every item of the first headline, with cost and chance, and marks what is assumed") {
    Told asked;
    asked.decision = {menu()};
    const auto text = asked.text(Reading::en);
    CHECK(says(text, "Best.\nOther.\n"));
    CHECK(says(text, "1 fte of a community worker"));
    CHECK(says(text, "+0.50 (+0.25 to +0.75)"));
    CHECK(says(text, "1,234,567"));
    CHECK(says(text, "75 %"));
    CHECK(says(text, "support *"));
    CHECK_FALSE(says(text, "nan"));
    std::size_t from = 0;
    for (std::size_t end = 0; (end = text.find('\n', from)) != std::string::npos; from = end + 1)
        CHECK(characters(text.substr(from, end - from)) <= page_width);
}

}  // namespace weefsel::test_further_text
