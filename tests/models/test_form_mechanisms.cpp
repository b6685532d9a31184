#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "models/parameters/parameters.hpp"
#include "models/process/funding/bundles.hpp"
#include "models/study/form_mechanisms.hpp"

namespace weefsel::test_form_mechanisms {

namespace {

/// How often each number stands in the table.
std::map<std::string_view, int> times_named() {
    std::map<std::string_view, int> times;
    for (const auto& mechanism : form_mechanisms())
        for (const auto number : mechanism.numbers) ++times[number];
    return times;
}

}  // namespace

TEST_CASE("every number that the form of money acts through stands once in the table of mechanisms",
          "[form_mechanisms]") {
    auto times = times_named();
    for (const auto& [number, n] : times) {
        INFO(number);
        CHECK(n == 1);
    }
    for (const auto& d : terms_declared) {
        INFO(d.name);
        CHECK(times.contains(d.name));
    }
    CHECK(times.contains("pot"));
    CHECK(times.contains("unspent"));
    const auto& alike = alike_for_all_forms();
    Parameters p;
    const auto table = table_of(p);
    for (const auto& row : table.rows()) {
        if (!row.name.starts_with("funding.")) continue;
        INFO(row.name << " is either in a mechanism or alike for all forms");
        CHECK(times.contains(row.name) != (std::find(alike.begin(), alike.end(), row.name) != alike.end()));
    }
    for (const auto number : alike) {
        INFO(number);
        CHECK(table.find(std::string(number)) != nullptr);
    }
}

TEST_CASE("the table says of each mechanism whom it favours, and of each number grade, range and value",
          "[form_mechanisms]") {
    const auto table = table_of_mechanisms();
    REQUIRE(table.rows.size() == form_mechanisms().size());
    std::map<std::string, int> favoured;
    for (const auto& row : table.rows) {
        REQUIRE(row.size() == table.header.size());
        for (const auto& cell : row) CHECK_FALSE(cell.empty());
        CHECK(row[0].back() == '.');
        const auto parts = std::count(row[2].begin(), row[2].end(), ';');
        for (std::size_t c = 3; c < row.size(); ++c)
            CHECK(std::count(row[c].begin(), row[c].end(), ';') == parts);
        ++favoured[row[1]];
    }
    CHECK(favoured.size() == 3);
    const auto merit = std::find_if(table.rows.begin(), table.rows.end(),
                                    [](const auto& row) { return row[2] == "funding.renewal_merit"; });
    REQUIRE(merit != table.rows.end());
    CHECK((*merit)[1] == "project");
    CHECK((*merit)[4] == "0 to 1");
    const auto gap = std::find_if(table.rows.begin(), table.rows.end(),
                                  [](const auto& row) { return row[2] == "renewal; gap_months"; });
    REQUIRE(gap != table.rows.end());
    CHECK((*gap)[5] == "1 / 0.6; 0 / 4");
}

TEST_CASE("what projects can do better can be nothing at all, by the ranges", "[form_mechanisms]") {
    const std::map<std::string, double> neutral{
        {"funding.renewal_merit", 0},   {"funding.bids", 1},
        {"funding.aim_renewal", 0},     {"funding.effort_new", 0},
        {"funding.effort_deadline", 0}, {"funding.slack", 0},
        {"funding.spill_over", 0},      {"funding.learning_together", 0},
        {"funding.accounting", 0},      {"funding.official_exit", 0},
        {"funding.official_takes", 0},  {"help.volunteer_one_off", 0},
        {"professional.dependency", 0}, {"professional.focus", 0},
        {"funding.scale_up", 0},        {"funding.trust_hiring", 0},
        {"funding.trust_referral", 0},  {"funding.connector_trust", 0}};
    Parameters p;
    const auto table = table_of(p);
    for (const auto& [name, value] : neutral) {
        INFO(name);
        const auto* found = table.find(name);
        REQUIRE(found != nullptr);
        CHECK(found->range.low <= value);
        CHECK(found->range.high >= value);
    }
}

}  // namespace weefsel::test_form_mechanisms
