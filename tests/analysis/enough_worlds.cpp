#include "analysis/decision/enough_worlds.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace weefsel::test_enough_worlds {
using namespace weefsel::analysis;

TEST_CASE("worlds are enough when the error of their mean is a quarter of what people notice") {
    // Variance 2, four worlds: the error is the root of a half.
    const std::vector<double> values{-1, -1, 1, 1};
    const double error = std::sqrt(4.0 / 3 / 4);
    const auto few = enough_worlds(values, 4, 1);
    CHECK(few.error == Approx(error));
    CHECK_FALSE(few.enough());
    CHECK(few.needed == 22);  // 4/3 over a sixteenth is 21.3
    CHECK(few.more() == 18);
    const auto many = enough_worlds(values, 4, 4 * error + 0.001);
    CHECK(many.enough());
    CHECK(many.more() == 0);
}

TEST_CASE("worlds of one draw count as one, and more of them are more draws") {
    // Three draws of two replicates, with means -1, 0 and 1.
    const auto rows = enough_worlds({-2, 0, -1, 1, 0, 2}, 2, 1);
    CHECK(rows.error == Approx(std::sqrt(1.0 / 3)));
    CHECK(rows.worlds == 6);
    CHECK(rows.needed == 32);  // 16 draws of two worlds
    CHECK(rows.more() == 26);
}

TEST_CASE("of one world nobody knows how many it takes") {
    const auto one = enough_worlds({0.3}, 1, 1);
    CHECK(std::isnan(one.error));
    CHECK(std::isnan(one.more()));
    CHECK_FALSE(one.enough());
}

}  // namespace weefsel::test_enough_worlds
