#include <catch2/catch.hpp>
#include <vector>

#include "sim/each_row.hpp"

namespace weefsel::test_each_row {
using namespace weefsel;

namespace {

template <class Real>
struct ThemeOf {
    Real rate = 0.1;
    Real level = 3;
};

}  // namespace

TEST_CASE("each row is written from its own row, and no other is touched") {
    std::vector<float> y{1, 2, 3, 4}, x{10, 20, 30, 40};
    sim::each_row(
        3, [](float& out, float in) { out += in; }, y, x);
    CHECK(y == std::vector<float>{11, 22, 33, 4});
    CHECK(x == std::vector<float>{10, 20, 30, 40});
    sim::each_row(
        0, [](float& out) { out = 0; }, y);
    CHECK(y[0] == 11);
}

TEST_CASE("columns that are one are told from distinct ones") {
    const std::vector<int> a{1}, b{2};
    CHECK(sim::are_distinct(std::array<const void*, 2>{a.data(), b.data()}));
    CHECK_FALSE(sim::are_distinct(std::array<const void*, 3>{a.data(), b.data(), a.data()}));
}

TEST_CASE("a theme in single precision has every number of the theme, in its place") {
    ThemeOf<double> theme;
    theme.level = 1.0 / 3;
    const auto narrow = sim::narrowed(theme);
    CHECK(narrow.rate == 0.1F);
    CHECK(narrow.level == static_cast<float>(1.0 / 3));
}

}  // namespace weefsel::test_each_row
