#include <catch2/catch.hpp>

#include "tests/models/small_funding.hpp"

namespace weefsel::test_policy_order {

namespace {

/// Every bit of money and staff over six years.
std::uint64_t simulated(const std::vector<FundingLine>& lines, std::uint64_t site = 0) {
    SmallFunding small;
    small.add_place(PlaceKind::buurthuis);
    begin_policy(small.lines, small.posts, policy_of(lines, 1, 1, small.parameters, site), small.parameters,
                 small.draws, small.now);
    std::uint64_t digest = 0;
    for (int month = 0; month < 72; ++month) {
        small.month();
        digest = digest * 31 + small.digest();
    }
    return digest;
}

FundingLine social() { return line_of({fte_of(1.5), hours_of(PlaceKind::buurthuis, 20)}, project_terms()); }
FundingLine youth() { return line_of({fte_of(0.5, Role::jongerenwerker)}, lasting_terms()); }

}  // namespace

TEST_CASE("lines in another order, and purchases in another order, are the same bits") {
    const auto usual = simulated({social(), youth()});
    CHECK(simulated({youth(), social()}) == usual);
    auto turned = social();
    std::swap(turned.buys[0], turned.buys[1]);
    CHECK(simulated({turned, youth()}) == usual);
    CHECK(simulated({youth(), turned}) == usual);
}

TEST_CASE("two lines that buy the same on other terms may stand in any order") {
    auto project = line_of({fte_of(1)}, project_terms()), lasting = line_of({fte_of(1)}, lasting_terms());
    CHECK(simulated({project, lasting}) == simulated({lasting, project}));
}

TEST_CASE("names and forms leave no trace") {
    auto named = social();
    named.name = "another";
    named.form = "structural";
    CHECK(simulated({named, youth()}) == simulated({social(), youth()}));
}

TEST_CASE("the staff of each neighbourhood has its own luck") {
    CHECK(simulated({social(), youth()}, 0x1234567812345678ULL) != simulated({social(), youth()}));
}

TEST_CASE("a line that starts later grants nothing before, and then as any other") {
    auto small = SmallFunding::calm();
    auto later = line_of({fte_of(1)});
    later.start_months = 5;
    small.begin({later});
    for (int month = 0; month < 5; ++month) {
        small.month();
        CHECK(small.lines.granted[line0].ticks == 0);
        CHECK(small.posts.filled[post0] == 0);
    }
    small.month();
    CHECK(small.lines.granted[line0].ticks > 0);
}

TEST_CASE("a stopped activity makes room for the better one of another line where that may be scaled up") {
    const auto quality_after_review = [](double scale_up) {
        SmallFunding small;
        auto& p = small.parameters.funding;
        p.scale_up = scale_up;
        p.review_noise = 0;
        LineTerms terms;
        terms.review = 1;
        small.begin({line_of({fte_of(1)}, terms), line_of({fte_of(1, Role::jongerenwerker)}, terms)});
        small.month();
        small.lines.quality[LineId{0}] = -1;
        small.lines.quality[LineId{1}] = 0.5;
        small.months(11);
        CHECK(small.lines.quality[LineId{1}] == 0.5F);
        return small.lines.quality[LineId{0}];
    };
    CHECK(quality_after_review(1) == 0.5F);
    CHECK(quality_after_review(0) != 0.5F);
    CHECK(quality_after_review(0) != -1.0F);
}

TEST_CASE("an independent connector raises the trust between municipality and organisation") {
    const auto trust_after = [](double connector_trust, Role role) {
        SmallFunding small;
        small.parameters.funding.connector_trust = connector_trust;
        small.begin({line_of({fte_of(1, role)})});
        small.months(12);
        return small.lines.trust[the_partnership];
    };
    const float without = trust_after(0.1, Role::opbouwwerker);
    CHECK(trust_after(0.1, Role::connector) > without);
    CHECK(trust_after(0, Role::connector) == without);
}

}  // namespace weefsel::test_policy_order
