#include <catch2/catch.hpp>
#include <set>

#include "models/process/funding/council.hpp"
#include "models/process/shock/shock.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/scenario/shock_plan.hpp"
#include "tests/models/small_funding.hpp"
#include "tests/models/small_scenario.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_council {

// What a new council does to lines (ODD 7.8): it acts through their terms, and never on money.

namespace {

LineTerms earmarked_for(double term_months) {
    LineTerms terms;
    terms.term_months = term_months;
    terms.pot = Pot::earmark;
    terms.goal = Goal::elderly;
    return terms;
}

/// Where the line of a month stands when a council begins: `months` into its grant.
SmallFunding line_that_runs(const LineTerms& terms, int months) {
    auto small = SmallFunding::calm();
    small.begin({line_of({fte_of(1)}, terms)});
    small.months(months);
    return small;
}

double chance(const LineTerms& terms, int months, double size = 0.8) {
    auto small = line_that_runs(terms, months);
    small.parameters.funding.council_within = 0.25;
    return chance_of_another_goal(small.lines, line0, size, small.parameters.funding);
}

std::vector<PlannedShock> councils_of(const std::string& rest, std::uint32_t replicate) {
    const auto s = read_scenario_text(small_text + shock_text("new_council", rest), "small.toml");
    return plan_shocks(s, map_of(s), sim::RandomSource(s.seed, replicate));
}

}  // namespace

TEST_CASE(
    "a council gives an earmarked line that is up for renewal another goal, one that runs on less often") {
    CHECK(chance(earmarked_for(48), 36) == Approx(0.8));
    CHECK(chance(earmarked_for(48), 35) == Approx(0.2));
    CHECK(chance(earmarked_for(12), 3) == Approx(0.8));   // always up for renewal
    CHECK(chance(earmarked_for(0), 300) == Approx(0.2));  // without end
    CHECK(chance(LineTerms{}, 30) == 0.0);                // one pot has no goal to change
    CHECK(chance(earmarked_for(48), 0) == 0.0);           // it has had no grant yet
}

TEST_CASE("with another goal other work begins, and posts, people and money stay as they are") {
    auto small = line_that_runs(earmarked_for(12), 6);
    auto& p = small.parameters.funding;
    p.council_review = 0;
    auto kept = small;
    seat_council(small.lines, NewCouncil{1, Goal::lonely}, p, small.draws, small.now);
    CHECK(small.lines.goal[line0] == Goal::lonely);
    CHECK(small.lines.activities[line0] == kept.lines.activities[line0] + 1);
    CHECK(small.lines.quality[line0] != kept.lines.quality[line0]);
    for (int month = 0; month < 30; ++month) {
        small.month();
        kept.month();
        REQUIRE(money_of(small.lines).granted == money_of(kept.lines).granted);
        REQUIRE(small.posts.person[post0] == kept.posts.person[post0]);
    }
}

TEST_CASE(
    "a council that stands for the goal that a line has changes nothing, nor does a month without one") {
    auto small = line_that_runs(earmarked_for(12), 6);
    small.parameters.funding.council_review = 0;
    const auto before = small.digest();
    seat_council(small.lines, NewCouncil{1, Goal::elderly}, small.parameters.funding, small.draws, small.now);
    CHECK(small.digest() == before);
    seat_council(small.lines, std::nullopt, small.parameters.funding, small.draws, small.now);
    CHECK(small.digest() == before);
}

TEST_CASE("a new council has weak work stopped in lines of any form, and of size 0 it has none") {
    for (const auto& terms : {lasting_terms(), project_terms()}) {
        auto small = line_that_runs(terms, 14);
        auto& p = small.parameters.funding;
        p.council_review = 1;
        p.review_noise = 0;
        small.lines.quality[line0] = -1.0F;
        const auto weak = small.digest();
        seat_council(small.lines, NewCouncil{0, small.lines.goal[line0]}, p, small.draws, small.now);
        CHECK(small.digest() == weak);
        seat_council(small.lines, NewCouncil{1, small.lines.goal[line0]}, p, small.draws, small.now);
        CHECK(small.lines.quality[line0] != -1.0F);
    }
}

TEST_CASE("councils come every four years while the shock lasts, and each stands for one group") {
    const auto plan = councils_of("start_year = 2\nmonths = 120", 0);
    REQUIRE(plan[0].goals.size() == 3);
    const ShockParameters p;
    std::vector<int> begins;
    for (int month = 0; month < 240; ++month)
        if (const auto e = shocks_of(plan, month, p); e.council) {
            begins.push_back(month);
            CHECK(e.council->goal != Goal::everyone);
            CHECK(e.council->goal < Goal::count);
            CHECK(e.council->size == 0.5);
        }
    CHECK(begins == std::vector<int>{24, 72, 120});
}

TEST_CASE("what councils stand for differs between worlds and is the same whatever else may happen") {
    std::set<Goal> seen;
    for (std::uint32_t replicate = 0; replicate < 60; ++replicate) {
        const auto plan = councils_of("start_year = 2\nmonths = 1", replicate);
        seen.insert(plan[0].goals.begin(), plan[0].goals.end());
    }
    CHECK(seen.size() == goals - 1);
    const auto s = read_scenario_text(small_text + shock_text("pandemic", "start_year = 1\nmonths = 6") +
                                          shock_text("new_council", "start_year = 2\nmonths = 120"),
                                      "small.toml");
    const auto plan = plan_shocks(s, map_of(s), sim::RandomSource(s.seed, 0));
    CHECK(plan[1].goals == councils_of("start_year = 2\nmonths = 120", 0)[0].goals);
}

}  // namespace weefsel::test_council
