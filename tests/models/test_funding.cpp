#include <catch2/catch.hpp>

#include "models/process/funding/line_turn.hpp"
#include "models/process/funding/prices.hpp"
#include "models/process/professional/staffing.hpp"
#include "tests/models/small_funding.hpp"

namespace weefsel::test_funding {

TEST_CASE("a grant of 90,000 euros a year is paid in twelve parts of 7,500") {
    auto small = SmallFunding::calm();
    small.begin({line_of({fte_of(1)})});
    for (int i = 0; i < 12; ++i) {
        small.month();
        REQUIRE(small.lines.granted[line0] == sim::Euros::of(7500));
        REQUIRE(small.lines.spent[line0] == sim::Euros::of(7500));
        REQUIRE(small.lines.held[line0] == sim::Euros{});
    }
}

TEST_CASE("a price is the sum of fte, opening hours and support hours") {
    FundingParameters p;
    p.cost_opbouwwerker = 80000;
    p.cost_building_hour = 10;
    auto line = line_of({fte_of(1.5), hours_of(PlaceKind::buurthuis, 7)});
    REQUIRE(price_of(line, p) == Approx(1.5 * 80000 + 365.25 * 10));
}

TEST_CASE("one and a half fte are two people, one of them half-time") {
    SmallFunding small;
    small.begin({line_of({fte_of(1.5)})});
    REQUIRE(small.posts.rows() == 2);
    REQUIRE(small.posts.fte_bought[PostId{0}] == 1.0F);
    REQUIRE(small.posts.fte_bought[PostId{1}] == 0.5F);
    REQUIRE(small.posts.number[PostId{1}] == post_number(Role::opbouwwerker, 1));
}

TEST_CASE("a neighbourhood that gets a fifth of the money gets a fifth of the same people") {
    SmallFunding small;
    const auto policy =
        policy_of({line_of({fte_of(2), hours_of(PlaceKind::park, 10)})}, 1, 0.2, small.parameters);
    REQUIRE(policy.lines[0].buys.size() == 3);
    REQUIRE(policy.lines[0].buys[0].fte == Approx(0.2));
    REQUIRE(policy.lines[0].buys[2].hours_week == Approx(2));
}

TEST_CASE("more money than the price buys more of everything") {
    SmallFunding small;
    auto line = line_of({fte_of(1)});
    line.euro_year = 135000;
    const auto policy = policy_of({line}, 1, 1, small.parameters);
    REQUIRE(policy.lines[0].buys.size() == 2);
    REQUIRE(price_of(policy.lines[0], small.parameters.funding) == Approx(135000));
}

TEST_CASE(
    "a project without renewal stops, leaves a gap, and begins again with new people after its start-up") {
    auto small = SmallFunding::calm();
    auto terms = project_terms();
    terms.term_months = 12;
    terms.renewal = 0;
    terms.cut_hazard = 0;
    small.begin({line_of({fte_of(1)}, terms)});
    std::string money, people;
    for (int i = 0; i < 24; ++i) {
        small.month();
        money += small.lines.running[line0] != 0 ? '1' : '0';
        people += small.posts.filled[post0] != 0 ? '1' : '0';
    }
    REQUIRE(money == "111111111111000011111111");
    REQUIRE(people == "111111111111000000011111");
    REQUIRE(small.posts.persons[post0] == 2);
}

TEST_CASE("money for a post that stands empty is held, and goes back at the end of the year") {
    auto small = SmallFunding::calm();
    small.begin({});  // no present policy: nobody is in post
    auto terms = project_terms();
    terms.cut_hazard = 0;
    terms.indexation = 1;
    small.begin({line_of({fte_of(1)}, terms)});
    small.months(3);
    REQUIRE(small.lines.held[line0] == sim::Euros::of(3 * 7500));
    REQUIRE(small.lines.spent[line0] == sim::Euros{});
    small.months(9);
    REQUIRE(small.lines.returned[line0] == sim::Euros::of(3 * 7500));
    REQUIRE(small.lines.held[line0] == sim::Euros{});
}

TEST_CASE("money that may be carried becomes extra hours of whoever works there") {
    auto small = SmallFunding::calm();
    small.parameters.funding.carry_use = 0.5;
    small.begin({});
    LineTerms terms;
    terms.start_up_months = 2;
    small.begin({line_of({fte_of(1)}, terms)});
    small.months(3);
    REQUIRE(small.lines.spent[line0] == sim::Euros::of(7500 + 7500));
    REQUIRE(small.lines.held[line0] == sim::Euros::of(7500));
    REQUIRE(small.posts.paid_fte[post0] == Approx(2));
}

TEST_CASE("a renewed grant goes on with the same people and without a gap") {
    auto small = SmallFunding::calm();
    auto terms = project_terms();
    terms.renewal = 1;
    terms.cut_hazard = 0;
    small.begin({line_of({fte_of(1)}, terms)});
    for (int i = 0; i < 240; ++i) {
        small.month();
        REQUIRE(small.lines.running[line0] == 1);
        REQUIRE(small.lines.undecided_in[line0] == 0);
    }
    REQUIRE(small.posts.persons[post0] == 1);
    REQUIRE(small.lines.grants[line0] == 14);
}

TEST_CASE("a grant that follows half of the rise of prices buys less each year until it is priced anew") {
    auto small = SmallFunding::calm();
    small.parameters.funding.price_rise = 0.02;
    auto terms = project_terms();
    terms.term_months = 24;
    terms.renewal = 1;
    terms.cut_hazard = 0;
    small.begin({line_of({fte_of(1)}, terms)});
    small.months(13);
    REQUIRE(small.lines.granted[line0].value() == Approx(7500 * 1.01 / 1.02).margin(0.01));
    small.months(12);
    REQUIRE(small.lines.granted[line0] == sim::Euros::of(7500));
}

TEST_CASE("a line of three years or more ends only after a reasonable notice, whatever its form") {
    auto small = SmallFunding::calm();
    small.begin({line_of({fte_of(1)}, LineTerms{})});
    const int simulated = GENERATE(35, 36);
    small.months(simulated);
    small.begin({});
    small.month();
    REQUIRE(small.lines.running[line0] == (simulated == 36 ? 1 : 0));
    small.months(5);
    REQUIRE(small.lines.running[line0] == (simulated == 36 ? 1 : 0));
    small.month();
    REQUIRE(small.lines.running[line0] == 0);
    REQUIRE(small.posts.filled[post0] == 0);
}

TEST_CASE("a subsidy of three years that is not renewed runs on for the notice due") {
    auto small = SmallFunding::calm();
    LineTerms terms;
    terms.term_months = 36;
    terms.renewal = 0;
    terms.gap_months = 100;
    small.begin({line_of({fte_of(1)}, terms)});
    int months = 0;
    for (int i = 0; i < 60; ++i) {
        small.month();
        months += small.lines.running[line0];
    }
    REQUIRE(months == 34 + 6);  // decided two months before the end, six months of notice
}

TEST_CASE("a cut takes its share after the notice and lasts") {
    auto small = SmallFunding::calm();
    LineTerms terms;
    terms.cut_hazard = 0.4;
    terms.notice_months = 4;
    small.begin({line_of({fte_of(1)}, terms)});
    while (small.lines.cut_wait[line0] == 0) small.month();
    const auto before = small.lines.scale[line0];
    const int wait = small.lines.cut_wait[line0];
    REQUIRE(wait == notice_due(4, small.lines.age[line0], small.parameters.funding));
    small.months(wait - 1);
    REQUIRE(small.lines.scale[line0] == before);
    small.month();
    REQUIRE(small.lines.scale[line0] == Approx(0.7 * before));
    REQUIRE(small.posts.fte[post0] == Approx(0.7 * before));
}

TEST_CASE("a cut of everything ends the line") {
    auto small = SmallFunding::calm();
    small.parameters.funding.cut_depth = 1;
    LineTerms terms;
    terms.cut_hazard = 1;
    small.begin({line_of({fte_of(1)}, terms)});
    small.months(480);
    REQUIRE(small.lines.phase[line0] == LinePhase::ended);
    REQUIRE(small.posts.filled[post0] == 0);
    REQUIRE(small.lines.granted[line0] == sim::Euros{});
}

TEST_CASE("austerity takes its share of money, people and hours in that month alone") {
    auto small = SmallFunding::calm();
    small.add_place(PlaceKind::buurthuis);
    small.begin({line_of({fte_of(1), hours_of(PlaceKind::buurthuis, 20)})});
    small.month(0.25);
    REQUIRE(small.posts.paid_fte[post0] == 0.75F);
    REQUIRE(small.places.funded_hours[PlaceId{0}] == 15.0F);
    small.month();
    REQUIRE(small.places.funded_hours[PlaceId{0}] == 20.0F);
}

TEST_CASE("only the first place of a kind gets the hours bought for that kind") {
    SmallFunding small;
    for (const auto kind : {PlaceKind::church, PlaceKind::buurthuis, PlaceKind::buurthuis})
        small.add_place(kind);
    auto support = hours_of(PlaceKind::church, 4);
    support.kind = Purchase::Kind::support;
    small.begin({line_of({hours_of(PlaceKind::buurthuis, 20), support}),
                 line_of({hours_of(PlaceKind::buurthuis, 5)})});
    small.month();
    REQUIRE(small.places.support_hours[PlaceId{0}] == 4.0F);
    REQUIRE(small.places.funded_hours[PlaceId{1}] == 25.0F);
    REQUIRE(small.places.funded_hours[PlaceId{2}] == 0.0F);
}

TEST_CASE("reviews that stop what seems weak leave better activities") {
    double with = 0, without = 0;
    for (std::uint32_t replicate = 0; replicate < 300; ++replicate) {
        for (const double review : {0.0, 0.3}) {
            SmallFunding small;
            small.draws = sim::RandomSource(1, replicate);
            small.parameters.funding.bids = 1;
            LineTerms terms;
            terms.review = review;
            small.begin({line_of({fte_of(1)}, terms)});
            small.months(240);
            (review > 0 ? with : without) += static_cast<double>(small.lines.quality[line0]) / 300;
        }
    }
    REQUIRE(std::abs(without) < 0.06);
    REQUIRE(with > 0.1);
}

TEST_CASE("trust grows under contract and falls with a tender") {
    auto small = SmallFunding::calm();
    small.begin({line_of({fte_of(1)})});
    small.month();
    REQUIRE(small.lines.trust[the_partnership] == Approx(0.5 + 0.5 / 60 - 0.5 * 0.3));
    const float low = small.lines.trust[the_partnership];
    small.months(240);
    REQUIRE(small.lines.trust[the_partnership] > low);
    REQUIRE(small.lines.trust[the_partnership] < 1.0F);
}

TEST_CASE("a new policy with the same posts keeps their people; other posts end") {
    SmallFunding small;
    small.begin({line_of({fte_of(2), fte_of(1, Role::jongerenwerker)}, lasting_terms())});
    small.months(180);
    const auto posts = small.posts;
    small.begin({line_of({fte_of(1), fte_of(1, Role::connector)}, project_terms())});
    REQUIRE(small.posts.rows() == 4);
    REQUIRE(small.posts.person[post0] == posts.person[post0]);
    REQUIRE(small.posts.months_in_post[post0] == posts.months_in_post[post0]);
    REQUIRE(small.posts.exit_left[post0] == posts.exit_left[post0]);
    small.month();
    REQUIRE(small.posts.filled[PostId{1}] == 0);
    REQUIRE((small.posts.left[PostId{1}] != Leaving::stays) == (posts.filled[PostId{1}] != 0));
    REQUIRE(small.posts.role[PostId{3}] == Role::connector);
}

TEST_CASE("the order in which a scenario lists its purchases leaves no trace in the rows of posts") {
    SmallFunding one, other;
    one.begin({line_of({fte_of(2), fte_of(1, Role::connector)})});
    other.begin({line_of({fte_of(1, Role::connector), fte_of(2)})});
    one.months(240);
    other.months(240);
    REQUIRE(one.digest() == other.digest());
}

}  // namespace weefsel::test_funding
