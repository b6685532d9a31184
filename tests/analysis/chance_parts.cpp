#include "analysis/statistics/chance_parts.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

namespace weefsel::test_chance_parts {
using namespace weefsel::analysis;

TEST_CASE("luck that is the same at every point is luck of a run, but not of a difference between points") {
    // Points 0 and 4, replicates -1 and 1: variance between points 8, of chance 2.
    const auto parts = chance_parts(std::vector<double>{-1, 1, 3, 5}, 2);
    CHECK(parts.of_one_run == Approx(0.2));
    CHECK(parts.of_means == 0);
}

TEST_CASE("luck of each point's own blurs the means") {
    // Points by hand: (1, 3), (6, 4), (2, 8). Means 2, 5, 5 about 4: variance 3. Replicates 3, 5. Rest: 0, 0;
    // 2, -2; -2, 2: sum of squares 16, divided by 2: 8. So factors max(0, 3 - 4) = 0, shared max(0, 2 - 8 /
    // 3) = 0.
    const auto parts = chance_parts(std::vector<double>{1, 3, 6, 4, 2, 8}, 2);
    CHECK(parts.of_one_run == Approx(1));
    CHECK(parts.of_means == 1);
    // Twenty points 0, 10, 20, .. with a rest of -1 and 1, its sign in turn.
    std::vector<double> values;
    for (int p = 0; p < 20; ++p)
        for (const int r : {-1, 1}) values.push_back(10 * p + (p % 2 == 0 ? r : -r));
    const double own = 40.0 / 19, means = 3500;  // of 0, 10, .. 190
    const auto less = chance_parts(values, 2);
    CHECK(less.of_means == Approx(own / 2 / means));
    CHECK(less.of_one_run == Approx(own / (means - own / 2 + own)));
}

TEST_CASE(
    "a point without all its replicates tells nothing, nor does one replicate, nor what does not vary") {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    const auto parts = chance_parts(std::vector<double>{-1, 1, missing, 9, 3, 5}, 2);
    CHECK(parts.of_one_run == Approx(0.2));
    CHECK(std::isnan(chance_parts(std::vector<double>{1, 2, 3}, 1).of_one_run));
    CHECK(std::isnan(chance_parts(std::vector<double>{1, 2}, 2).of_means));
    CHECK(std::isnan(chance_parts(std::vector<double>(6, 7.0), 2).of_one_run));
}

}  // namespace weefsel::test_chance_parts
