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
                     "assumed", "worlds", "group"});
    const double none = std::nan("");
    out.add({"warmth", "1 fte opbouwwerker", "1 fte of a community worker", "Beste.", "Best."},
            {1234567, 0.5, 0.25, 0.75, 0.75, 0, 8, 1});
    out.add({"warmth", "steun", "support", "Beste.", "Best."}, {20000, 0.125, -0.25, 0.5, 0.25, 1, 8, 1});
    out.add({"warmth", "langer", "longer", "Beste.", "Best."}, {-10, none, none, none, none, 0, 8, 0});
    out.add({"cold, \"deep\"", "1 fte opbouwwerker", "1 fte of a community worker", "Ander.", "Other."},
            {1234567, 0.5, 0.25, 0.75, 0.75, 0, 8, 1});
    return out;
}

/// Of two mechanisms nothing turns, at the third the other option begins to win.
ResultTable three_mechanisms() {
    ResultTable out("/break_even", {"mechanism", "who_wins", "sentence_nl", "sentence_en"}, {"value"});
    for (const double value : {0.0, 1.0}) {
        out.add({"merit", "option_wins", "Kwaliteit: nergens.", "Quality: nowhere."}, {value});
        out.add({"bids", "nowhere_shown", "Aanbiedingen: nergens.", "Bids: nowhere."}, {value});
        out.add({"aim", "perhaps", "Nood: onder 0,5.", "Need: below 0.5."}, {value});
    }
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

TEST_CASE("in short, mechanisms at which nothing turns share a sentence") {
    Told asked;
    asked.decision = {three_mechanisms()};
    const auto parts = short_further_parts(asked.findings(), Reading::en);
    REQUIRE(parts.size() == 1);
    CHECK(parts.front().sentences ==
          std::vector<std::string>{
              "Need: below 0.5.",
              "Nowhere within the range that was tried does the other win by: how much the "
              "quality of the work counts for renewal; from how many bids a tender chooses."});
}

TEST_CASE("in short, the menu says of each headline what does most and how many cannot be told from it") {
    Told asked;
    asked.decision = {menu()};
    const auto parts = short_further_parts(asked.findings(), Reading::nl);
    REQUIRE(parts.size() == 1);
    REQUIRE(parts.front().sentences.size() == 2);
    const auto& first = parts.front().sentences.front();
    CHECK(says(first, "1 fte opbouwwerker, +0,50 (+0,25 tot +0,75)"));
    CHECK(says(first, "; 1 onderdeel niet van te onderscheiden."));
    CHECK_FALSE(says(parts.front().sentences.back(), "onderscheiden"));  // alone
}

}  // namespace weefsel::test_further_text
