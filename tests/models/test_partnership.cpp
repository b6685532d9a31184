#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/funding/contracts.hpp"
#include "models/study/equal_money.hpp"
#include "tests/models/small_funding.hpp"

namespace weefsel::test_partnership {

namespace {

/// Trust after so many months under one lasting line.
double trust_after(int months, std::uint32_t replicate, double exit, double takes) {
    auto small = SmallFunding::calm();
    small.draws = sim::RandomSource(31, replicate);
    small.parameters.funding.official_exit = exit;
    small.parameters.funding.official_takes = takes;
    small.begin({line_of({fte_of(1)})});
    small.months(months);
    return static_cast<double>(small.lines.trust[the_partnership]);
}

/// The same, expected: grown by a sixtieth of what lacks, and lost with persons.
double trust_expected(int months, const FundingParameters& p) {
    double trust = p.trust_start;
    for (int month = 0; month < months; ++month) {
        const double tendered = month == 0 ? p.trust_lost_at_tender : 0;
        trust += (1 - trust) / p.trust_months - trust * tendered;
        trust *= 1 - official_loss(p);
    }
    return trust;
}

}  // namespace

TEST_CASE("a civil servant who leaves takes trust along, and a successor stays for a time of their own") {
    auto small = SmallFunding::calm();
    auto& p = small.parameters.funding;
    p.official_exit = 0.12;
    p.official_takes = 0.3;
    small.begin({line_of({fte_of(1)})});
    auto& lines = small.lines;
    lines.official_left[the_partnership] = 0.015F;  // a month is a hazard of 0.01
    small.month();
    CHECK(lines.officials[the_partnership] == 0);
    const auto before = static_cast<double>(lines.trust[the_partnership]);
    small.month();
    CHECK(lines.officials[the_partnership] == 1);
    CHECK(lines.trust[the_partnership] == Approx((before + (1 - before) / p.trust_months) * 0.7));
    CHECK(lines.official_left[the_partnership] > 0.0F);
}

TEST_CASE("expected trust is the mean of many partnerships in which persons come and go") {
    const double exit = GENERATE(0.15, 1.0);
    FundingParameters p;
    p.official_exit = exit;
    p.official_takes = 0.5;
    constexpr int partnerships = 3000, months = 60;
    double mean = 0, square = 0;
    for (std::uint32_t k = 0; k < partnerships; ++k) {
        const double trust = trust_after(months, k, exit, p.official_takes);
        mean += trust / partnerships;
        square += trust * trust / partnerships;
    }
    const double error = std::sqrt((square - mean * mean) / partnerships);
    CAPTURE(exit, mean, error);
    CHECK(std::abs(mean - trust_expected(months, p)) < 3.5 * error + 1e-6);
}

TEST_CASE("who takes nothing, or never leaves, leaves trust as it is; who takes all leaves none") {
    const double kept = trust_after(120, 1, 0, 1);
    CHECK(trust_after(120, 1, 1, 0) == kept);
    CHECK(kept > 0.8);
    double mean = 0;
    for (std::uint32_t k = 0; k < 100; ++k) mean += trust_after(120, k, 1, 1) / 100;
    CHECK(mean < 0.3);
    CHECK(mean > 0.05);  // it grows again between two persons
}

TEST_CASE("the persons of a partnership are the same under every policy") {
    SmallFunding one, other;
    for (auto* small : {&one, &other}) {
        small->parameters.funding.official_exit = 0.5;
        small->begin({line_of({fte_of(1)}, lasting_terms())});
        small->months(60);
    }
    one.begin({line_of({fte_of(2)}, project_terms())});
    other.begin({line_of({fte_of(1, Role::connector)}, lasting_terms())});
    for (int month = 0; month < 120; ++month) {
        one.month();
        other.month();
        REQUIRE(one.lines.officials == other.lines.officials);
        REQUIRE(one.lines.official_left == other.lines.official_left);
    }
    CHECK(one.lines.officials[the_partnership] > 2);
}

}  // namespace weefsel::test_partnership
