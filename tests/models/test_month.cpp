#include <catch2/catch.hpp>

#include "month_in_parts.hpp"

namespace weefsel::test_month {

TEST_CASE(
    "a month of processes one by one is the month: nothing goes from one to the next but what they make") {
    auto in_parts = a_rich_buurt();
    auto whole = in_parts;
    const Parameters p;
    Workspace w;
    for (int month = 0; month < 14; ++month, in_parts.now = in_parts.now + 1) {
        in_parts.made = {};
        for (const auto& part : parts_of_month()) in_parts.run(part, p);
        const auto made = step_month(whole.n, whole.under, p, whole.draws, in_parts.now, w);
        REQUIRE(sim::digest(in_parts.n) == sim::digest(whole.n));
        CHECK(in_parts.made.died == made.died);
        CHECK(in_parts.made.refused == made.refused);
        CHECK(in_parts.made.offences == made.offences);
    }
}

TEST_CASE(
    "nobody feels otherwise before wellbeing has its turn: not while they meet, nor when ties end and "
    "begin") {
    auto month = a_rich_buurt();
    const Parameters p;
    std::map<std::string, std::uint64_t> before;
    const auto unlike_before = [&] {
        std::size_t changed = 0;
        const auto now = month.columns();
        for (const char* feeling :
             {"loneliness", "trust", "belonging", "distress", "insecurity", "frailty"}) {
            const auto column = std::string("resident.") + feeling;
            changed += now.at(column) != before.at(column);
        }
        return changed;
    };
    for (const auto& part : parts_of_month()) {
        month.run(part, p);
        if (part.name == "work") before = month.columns();
        if (part.name == "keep_and_lose") {
            CHECK(unlike_before() == 0);
            CHECK(month.columns().at("tie.row") != before.at("tie.row"));
        }
        if (part.name == "feel") CHECK(unlike_before() == 6);
    }
}

}  // namespace weefsel::test_month
