#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "models/process/professional/staffing.hpp"
#include "tests/models/small_funding.hpp"

namespace weefsel::test_staff {

TEST_CASE("a full-time worker who knows the neighbourhood has 125 hours less reporting and partners") {
    auto small = SmallFunding::calm();
    small.parameters.professional.learning_months = 0;
    LineTerms terms;
    terms.reporting_share = 0.2;
    small.begin({line_of({fte_of(1)}, terms)});
    small.month();
    REQUIRE(small.posts.reporting_hours[post0] == Approx(25));
    REQUIRE(small.posts.direct_hours[post0] == Approx(125 * 0.8 * 0.9));
}

TEST_CASE("a new worker begins at half of full productivity and reaches it in nine months") {
    const ProfessionalParameters p;
    REQUIRE(productivity(0, p) == 0.5);
    REQUIRE(productivity(9, p) == 1.0);
    REQUIRE(productivity(100, p) == 1.0);
    REQUIRE(productivity(3, p) == Approx(0.5 + 0.5 / 3));
}

TEST_CASE("after a leaver the post stands empty for the months of a vacancy, and then somebody else begins") {
    auto small = SmallFunding::calm();
    small.parameters.professional.exit_hazard = 0.5;
    small.begin({line_of({fte_of(1)})});
    while (small.posts.filled[post0] != 0) small.month();
    REQUIRE(small.posts.left[post0] == Leaving::resigned);
    const auto leaver = small.posts.person[post0];
    small.parameters.professional.exit_hazard = 0;
    small.months(2);
    REQUIRE(small.posts.filled[post0] == 0);
    REQUIRE(small.posts.left[post0] == Leaving::stays);
    small.month();
    REQUIRE(small.posts.filled[post0] == 1);
    REQUIRE(small.posts.months_in_post[post0] == 0);
    REQUIRE(small.posts.person[post0] != leaver);
}

TEST_CASE("full trust shortens a vacancy by the share it may") {
    const ProfessionalParameters p;
    REQUIRE(vacancy_length(0, 0.2, 0, p) == 3.0);
    REQUIRE(vacancy_length(1, 0.2, 0, p) == Approx(2.4));
    REQUIRE(vacancy_length(1, 1, 0, p) == 1.0);
}

TEST_CASE("people leave at the base hazard, and twice as fast in the six months before an undecided end") {
    const ProfessionalParameters p;
    REQUIRE(exit_hazard_of(0, p) == Approx(0.015));
    REQUIRE(exit_hazard_of(7, p) == Approx(0.015));
    REQUIRE(exit_hazard_of(6, p) == Approx(0.030));
}

TEST_CASE("of many posts 16.5 percent are left in a year at a hazard of 0.18") {
    int left = 0;
    for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
        SmallFunding world;
        world.draws = sim::RandomSource(11, replicate);
        world.begin({line_of({fte_of(120)})});
        world.months(12);
        for (std::size_t i = 0; i < world.posts.rows(); ++i) {
            const PostId post{static_cast<PostId::rep>(i)};
            if (world.posts.persons[post] > 1 || world.posts.filled[post] == 0) ++left;
        }
    }
    REQUIRE(left / 6000.0 == Approx(1 - std::exp(-0.18)).margin(0.02));
}

TEST_CASE("at the start people have been in post for a mean of 67 months, the inverse of the hazard") {
    double months = 0;
    for (std::uint32_t replicate = 0; replicate < 50; ++replicate) {
        SmallFunding world;
        world.draws = sim::RandomSource(12, replicate);
        world.begin({line_of({fte_of(120)})});
        for (const auto m : world.posts.months_in_post) months += m / 6000.0;
    }
    REQUIRE(months == Approx(12 / 0.18).margin(2.5));
}

TEST_CASE("a caseload of twice the norm makes people leave sooner") {
    SmallFunding light, heavy;
    light.begin({line_of({fte_of(1)})});
    heavy.begin({line_of({fte_of(1)})});
    heavy.posts.caseload[post0] = 120;
    light.month();
    heavy.month();
    REQUIRE(heavy.posts.exit_left[post0] < light.posts.exit_left[post0]);
    heavy.months(1);
    const float after_two = heavy.posts.exit_left[post0];
    light.months(2);
    REQUIRE(after_two == Approx(light.posts.exit_left[post0]));  // two months at 1.5 are three at 1
}

TEST_CASE("at the end of a grant everybody goes, and some six in ten are placed elsewhere") {
    auto small = SmallFunding::calm();
    auto terms = project_terms();
    terms.renewal = 0;
    terms.cut_hazard = 0;
    small.begin({line_of({fte_of(120)}, terms)});
    small.months(19);
    int left = 0, redeployed = 0;
    for (const auto l : small.posts.left) left += l != Leaving::stays;
    for (const auto r : small.posts.redeployed) redeployed += r;
    REQUIRE(left == 120);
    REQUIRE(redeployed / 120.0 == Approx(0.6).margin(0.15));
}

TEST_CASE("no two people have the same number") {
    SmallFunding small;
    small.begin({line_of({fte_of(20), fte_of(20, Role::connector)})});
    std::set<std::pair<std::uint32_t, std::uint64_t>> owners;
    std::set<std::uint32_t> people;
    for (int i = 0; i < 480; ++i) {
        small.month();
        for (std::size_t j = 0; j < small.posts.rows(); ++j) {
            const PostId post{static_cast<PostId::rep>(j)};
            people.insert(small.posts.person[post]);
            owners.insert({small.posts.person[post], small.posts.number[post]});
        }
    }
    REQUIRE(people.size() == owners.size());
    REQUIRE(people.size() > 100);
}

TEST_CASE("one post more leaves the lives of all other posts as they were") {
    SmallFunding without, with;
    without.begin({line_of({fte_of(3)})});
    with.begin({line_of({fte_of(4)})});
    for (int i = 0; i < 240; ++i) {
        without.month();
        with.month();
        for (std::size_t j = 0; j < without.posts.rows(); ++j) {
            const PostId post{static_cast<PostId::rep>(j)};
            REQUIRE(without.posts.person[post] == with.posts.person[post]);
            REQUIRE(without.posts.filled[post] == with.posts.filled[post]);
        }
    }
}

}  // namespace weefsel::test_staff
