#include "app/compare/decision_text.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "app/compare/ledger_text.hpp"
#include "tests/app/both_languages.hpp"
#include "tests/app/small_findings.hpp"

namespace weefsel::test_decision_text {
using namespace weefsel::app;

namespace {

/// What is found where nothing but some tables for a decision is.
struct Found : SmallFindings {
    Found() {
        names.options = {{"now", "nu", "as now"}, {"more", "meer", "more of it"}};
        names.reference = 0;
    }
};

analysis::ResultTable lonely_years(const std::string& verdict, double margin) {
    analysis::ResultTable table(
        "lonely_years", {"option", "verdict"},
        {"prevented", "prevented_lower", "prevented_upper", "extra_cost", "extra_cost_lower",
         "extra_cost_upper", "cost_per_year", "cost_lower", "cost_upper"});
    table.add({"more", verdict}, {12.34, 10, margin, 56789, 50000, margin, 4602, 4000, margin});
    return table;
}

}  // namespace

TEST_CASE("without tables and without a ledger nothing is said") {
    const Found found;
    CHECK(decision_text(found.findings()).empty());
    CHECK(ledger_text(found.findings()).empty());
}

TEST_CASE("a lonely year less has a cost only where an option costs more and prevents loneliness") {
    Found found;
    found.decision = {lonely_years("cost", 60000)};
    const auto cost = decision_text(found.findings());
    CHECK(cost.find("\"more of it\": 12.3 years of severe loneliness less") != std::string::npos);
    CHECK(cost.find("56,789 euro") != std::string::npos);
    CHECK(cost.find("4,602 euro a year less") != std::string::npos);
    found.decision = {lonely_years("no_clear_difference", 60000)};
    const auto unclear = decision_text(found.findings());
    CHECK(unclear.find("no clear difference") != std::string::npos);
    CHECK(unclear.find("4,602") == std::string::npos);
    found.decision = {lonely_years("saves_and_prevents", 60000)};
    CHECK(decision_text(found.findings()).find("it prevents and saves") != std::string::npos);
    found.decision = {lonely_years("brings_about", 60000)};
    CHECK(decision_text(found.findings()).find("it brings about severe loneliness") != std::string::npos);
}

TEST_CASE("what a lonely year less costs is said in Dutch with the same numbers, however it turns out") {
    Found found;
    for (const char* verdict : {"cost", "no_clear_difference", "saves_and_prevents", "brings_about"}) {
        found.decision = {lonely_years(verdict, 60000)};
        const auto nl = decision_text(found.findings(), analysis::Reading::nl),
                   en = decision_text(found.findings(), analysis::Reading::en);
        CAPTURE(nl, en);
        CHECK(numbers_in(nl, analysis::Reading::nl) == numbers_in(en, analysis::Reading::en));
        CHECK(lines_in_both(nl, en).empty());
        CHECK(nl.find("\"meer\": 12,3 jaren van ernstige eenzaamheid minder") != std::string::npos);
    }
}

TEST_CASE("no line of what people read is wider than the page") {
    Found found;
    found.decision = {lonely_years("cost", 60000)};
    const auto text = decision_text(found.findings());
    REQUIRE_FALSE(text.empty());
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
        CHECK(end - at <= 100);
}

TEST_CASE("a gap is said of each option once, and against the reference with its margin") {
    Found found;
    CHECK(decision_text(found.findings()).find("How far apart") == std::string::npos);
    analysis::ResultTable gaps("gaps", {"option", "grouping", "indicator", "of", "against"},
                               {"gap", "gap_lower", "gap_upper", "difference", "lower", "upper", "pairs"});
    const double none = std::nan("");
    gaps.add({"now", "origin", "warmth", "outside_europe", "netherlands"},
             {0.08, 0.07, 0.09, none, none, none, 4});
    gaps.add({"more", "origin", "warmth", "outside_europe", "netherlands"},
             {0.05, 0.04, 0.06, -0.03, -0.04, -0.02, 4});
    found.decision = {gaps};
    const auto text = decision_text(found.findings());
    CHECK(text.find("origin outside Europe against origin the Netherlands") != std::string::npos);
    CHECK(text.find("the reference") != std::string::npos);
    CHECK(text.find("beside the reference") != std::string::npos);
    const auto heading = text.find("origin outside");
    REQUIRE(heading != std::string::npos);
    CHECK(text.find("origin outside", heading + 1) == std::string::npos);
}

}  // namespace weefsel::test_decision_text
