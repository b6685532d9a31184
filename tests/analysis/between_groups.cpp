#include "analysis/statistics/between_groups.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

namespace weefsel::test_between_groups {
using namespace weefsel::analysis;

namespace {

/// Sums of products of people, each a row of columns.
GroupSums group(const std::vector<std::vector<double>>& people, std::size_t columns) {
    GroupSums g{std::vector<double>(columns * columns, 0.0)};
    for (const auto& row : people)
        for (std::size_t i = 0; i < columns; ++i)
            for (std::size_t k = 0; k < columns; ++k) g.cross[i * columns + k] += row[i] * row[k];
    return g;
}

}  // namespace

TEST_CASE("two groups of two: the between share of the variance is seven ninths") {
    // 1, 3 and 5, 7: between 16 on one degree of freedom, within 4 on two; (16 - 2) / 2 = 7; 7 / (7 + 2).
    const std::vector<GroupSums> groups{group({{1, 1}, {1, 3}}, 2), group({{1, 5}, {1, 7}}, 2)};
    CHECK(share_between(groups, 2) == Approx(7.0 / 9));
}

TEST_CASE("what composition explains is no difference between groups") {
    // The outcome is twice the explaining variable and one for everybody, plus 1 or -1.
    const std::vector<GroupSums> groups{group({{1, 0, 2}, {1, 0, 0}}, 3), group({{1, 5, 12}, {1, 5, 10}}, 3)};
    CHECK(share_between(groups, 3) == Approx(0).margin(1e-12));
}

TEST_CASE("an empty group counts for nothing, and one group has no between") {
    const auto empty = group({}, 2);
    const std::vector<GroupSums> groups{group({{1, 1}, {1, 3}}, 2), empty, group({{1, 5}, {1, 7}}, 2)};
    CHECK(share_between(groups, 2) == Approx(7.0 / 9));
    CHECK(std::isnan(share_between(std::vector<GroupSums>{groups[0], empty}, 2)));
}

TEST_CASE("groups that differ less than chance have a share of 0, not less") {
    const std::vector<GroupSums> groups{group({{1, 0}, {1, 10}}, 2), group({{1, 0}, {1, 10}}, 2)};
    CHECK(share_between(groups, 2) == 0);
}

}  // namespace weefsel::test_between_groups
