#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/statistics/published_effect.hpp"

namespace weefsel::test_published_effect {
using namespace weefsel::analysis;

TEST_CASE("half of a difference is half of its value and of both ends") {
    const auto half = shrunk({-0.4, -0.6, 0.2}, 0.5);
    CHECK(half.value == Approx(-0.2));
    CHECK(half.low == Approx(-0.3));
    CHECK(half.high == Approx(0.1));
}

TEST_CASE("half of a ratio is its square root") {
    const auto half = shrunk({0.64, 0.25, 1.0, true}, 0.5);
    CHECK(half.value == Approx(0.8));
    CHECK(half.low == Approx(0.5));
    CHECK(half.high == Approx(1.0));
}

TEST_CASE("an interval leaves out that there is no effect, or does not") {
    CHECK(PublishedEffect{-0.4, -0.6, -0.2}.leaves_out_none());
    CHECK(PublishedEffect{0.4, 0.2, 0.6}.leaves_out_none());
    CHECK(!PublishedEffect{-0.4, -0.6, 0.2}.leaves_out_none());
    CHECK(PublishedEffect{0.8, 0.7, 0.9, true}.leaves_out_none());
    CHECK(!PublishedEffect{0.8, 0.7, 1.1, true}.leaves_out_none());
}

TEST_CASE("draws are summed up by their middle, their spread and how many lie in the target") {
    const auto s = summary_of({0.3, 0.1, 0.2, std::nan(""), 0.5}, {0.2, 0.1, 0.3});
    CHECK(s.draws == 4);
    CHECK(s.middle == Approx(0.25));
    CHECK(s.lower == Approx(0.1).margin(0.02));
    CHECK(s.upper == Approx(0.5).margin(0.02));
    CHECK(s.share_inside == Approx(0.75));
    CHECK(summary_of({std::nan("")}, {0, 0, 0}).draws == 0);
}

TEST_CASE("the sign of draws is judged where the target has one, on its side of no effect") {
    const std::vector<double> differences{-0.3, -0.1, 0.0, 0.2};
    CHECK(summary_of(differences, {-0.4, -0.6, -0.2}).share_same_sign == Approx(0.5));
    CHECK(summary_of(differences, {0.4, 0.2, 0.6}).share_same_sign == Approx(0.25));
    CHECK(std::isnan(summary_of(differences, {-0.4, -0.6, 0.2}).share_same_sign));
    CHECK(summary_of({0.9, 0.95, 1.1, 1.0}, {0.8, 0.7, 0.9, true}).share_same_sign == Approx(0.5));
}

}  // namespace weefsel::test_published_effect
