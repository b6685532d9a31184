#include "analysis/statistics/central_tendency.hpp"

#include <catch2/catch.hpp>

namespace weefsel::test_central_tendency {
using namespace weefsel::analysis;

TEST_CASE("the median of an even number of values lies between the middle two") {
    CHECK(median_of({9, 1, 4, 2}) == 3);
    CHECK(median_of({9, 1, 4}) == 4);
    CHECK(median_of({}) == 0);
}

TEST_CASE("a mean keeps the digits of values far from 0") {
    const double level = 1e15;
    CHECK(mean_of({level, level + 1, level + 2, level + 3, level + 4, level + 5, level + 6}) == level + 3);
    CHECK(mean_of({2, 5}) == 3.5);
}

}  // namespace weefsel::test_central_tendency
