#include "analysis/statistics/association.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

namespace weefsel::test_association {
using namespace weefsel::analysis;

namespace {
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
}

TEST_CASE("the correlation of three pairs is what one computes by hand") {
    // Means 2 and 13/3; products 5, squares 2 and 114/9.
    const std::vector<double> a{1, 2, 3}, b{2, 4, 7};
    CHECK(correlation(a, b) == Approx(5 / std::sqrt(2 * 114.0 / 9)));
}

TEST_CASE("a side that does not vary has no correlation, and unknown pairs are left out") {
    CHECK(std::isnan(correlation(std::vector<double>{1, 1, 1}, std::vector<double>{1, 2, 3})));
    CHECK(std::isnan(correlation(std::vector<double>{1}, std::vector<double>{1})));
    CHECK(correlation(std::vector<double>{1, 9, 2}, std::vector<double>{2, unknown, 1}) == Approx(-1));
}

TEST_CASE("the mean absolute error is the mean distance of pairs") {
    CHECK(mean_absolute_error(std::vector<double>{1, 4, unknown}, std::vector<double>{2, 1, 0}) == Approx(2));
    CHECK(std::isnan(mean_absolute_error(std::vector<double>{}, std::vector<double>{})));
}

TEST_CASE("the spread of 1 and 5 is 2") {
    CHECK(spread(std::vector<double>{1, unknown, 5}) == Approx(2));
    CHECK(std::isnan(spread(std::vector<double>{unknown})));
}

TEST_CASE("a point left out is predicted by the line through the others") {
    // (0, 0), (1, 1), (2, 5): the line through any two, at the third.
    const std::vector<double> x{0, 1, 2}, y{0, 1, 5};
    const auto predicted = predicted_by_others(x, 1, y);
    REQUIRE(predicted.size() == 3);
    CHECK(predicted[0] == Approx(-3));
    CHECK(predicted[1] == Approx(2.5));
    CHECK(predicted[2] == Approx(2));
}

TEST_CASE("a column that another determines changes no prediction") {
    const std::vector<double> once{0, 1, 3, 4}, twice{0, 0, 1, 2, 3, 6, 4, 8}, y{1, 0, 2, 5};
    const auto one = predicted_by_others(once, 1, y), two = predicted_by_others(twice, 2, y);
    for (std::size_t i = 0; i < y.size(); ++i) CHECK(two[i] == Approx(one[i]));
}

TEST_CASE("too few rows predict nothing") {
    for (const double p : predicted_by_others(std::vector<double>{1, 2}, 1, std::vector<double>{3, 4}))
        CHECK(std::isnan(p));
}

TEST_CASE("a regression says exactly what a straight line says of rows that it has not seen") {
    const std::vector<double> rows{0, 1, 1, 1, 2, 1, 3, 1, 4, 1},
        outcome{1, 3, 5, 7, 9};  // the second is constant
    const auto said = predicted_for_others(rows, 2, outcome, std::vector<double>{10, 1, -1, 1});
    REQUIRE(said.size() == 2);
    CHECK(said[0] == Approx(21));
    CHECK(said[1] == Approx(-1));
    CHECK(std::isnan(predicted_for_others(std::vector<double>{1, 2}, 1, std::vector<double>{1, 2},
                                          std::vector<double>{3})[0]));
}

}  // namespace weefsel::test_association
