#include "analysis/results/cube.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/error.hpp"
#include "tests/analysis/small_study.hpp"

namespace weefsel::test_cube {
using namespace weefsel::analysis;

TEST_CASE("a value is the numerator over the denominator, and worlds that are missing are not measured") {
    const auto layout = small_layout();
    Cube cube(layout, {2, 1, 2});
    cube.add(0, 0, small_unit(layout, 2, 2.0, 30));
    CHECK(cube.complete_worlds() == 1);
    CHECK(cube.indicator(0)[0] == 2.0F);
    CHECK(std::isnan(cube.indicator(0)[12]));
    CHECK(cube.indicator(0)[24] == 3.0F);  // option 2: one more
    CHECK(cube.indicator(1)[11] == 0.25F);
    CHECK(std::isnan(cube.indicator(1)[0]));
}

TEST_CASE("a total is not divided") {
    auto layout = small_layout();
    layout.observables[0].total = true;
    Cube cube(layout, {1, 1, 1});
    cube.add(0, 0, small_unit(layout, 1, 50, 3));
    CHECK(cube.indicator(0)[0] == 150.0F);
    CHECK(cube.indicator(1)[11] == 0.25F);
}

TEST_CASE("a site keeps its own yearly values, a group its own") {
    auto layout = small_layout();
    layout.sites = 2;
    Cube cube(layout, {1, 1, 1});
    cube.add(0, 0, small_unit(layout, 1, 1.0, 40));
    CHECK(cube.by_site(0) == std::vector<float>{1.0F, 2.0F});
    CHECK(cube.by_site(1) == std::vector<float>{0.25F, 0.25F});
    CHECK(cube.by_group(0, 0) == std::vector<float>{0.0F, 1.0F});
    CHECK(cube.by_group(1, 0) == std::vector<float>{2.0F});
    CHECK(std::isnan(cube.by_group(0, 1)[0]));
    CHECK(cube.money(0) == std::vector<float>{4000.0F, 400.0F});
}

TEST_CASE("of a fine grouping only the values of a few observables are kept") {
    auto layout = small_layout();
    layout.fine = {"corner", {"1", "2", "3"}, {1, 0}};
    Cube cube(layout, {1, 1, 1});
    cube.add(0, 0, small_unit(layout, 1, 5.0, 1));
    CHECK(cube.by_fine_group(0) == std::vector<float>{5, 6, 7});
    CHECK(cube.by_fine_group(1) == std::vector<float>{15, 16, 17});
    auto short_of_one = small_unit(layout, 1, 5.0, 1);
    short_of_one.options[0].fine.pop_back();
    Cube other(layout, {1, 1, 1});
    CHECK_THROWS_AS(other.add(0, 0, short_of_one), sim::InvariantError);
}

TEST_CASE("the order in which units come in changes no bit") {
    const auto layout = small_layout(24);
    const auto unit = [&](std::size_t world) {
        return small_unit(layout, 2, 0.1 + static_cast<double>(world), 1.0 / 3.0);
    };
    Cube forth(layout, {2, 1, 3});
    Cube back(layout, {2, 1, 3});
    for (std::size_t w = 0; w < 3; ++w) forth.add(0, w, unit(w));
    for (std::size_t w = 3; w-- > 0;) back.add(0, w, unit(w));
    CHECK(forth.indicator(0) == back.indicator(0));
    CHECK(forth.money(0) == back.money(0));
}

TEST_CASE("a digest is kept as far as a 32-bit float holds it exactly") {
    const auto layout = small_layout();
    auto unit = small_unit(layout, 1, 1, 1);
    unit.options[0].digests.assign(12, 0xABCDEF0123456789ULL);
    Cube one(layout, {1, 1, 1}, 1);
    one.add(0, 0, unit);
    CHECK(one.digest(0)[3] == static_cast<float>(0xABCDEF));
}

TEST_CASE("a unit that does not fit, or comes twice, breaks a named promise") {
    const auto layout = small_layout();
    Cube cube(layout, {2, 1, 1});
    CHECK_THROWS_AS(cube.add(0, 0, small_unit(layout, 1, 1, 1)), sim::InvariantError);
    cube.add(0, 0, small_unit(layout, 2, 1, 1));
    CHECK_THROWS_AS(cube.add(0, 0, small_unit(layout, 2, 1, 1)), sim::InvariantError);
}

TEST_CASE("a block keeps the values of its columns, each over its own axes") {
    const auto layout = small_layout(24);
    Cube cube(layout, {2, 1, 2});
    cube.add(0, 1, small_unit(layout, 2, 7, 1));
    const auto residents = block_named(layout, "/reached", "residents"),
               lost = block_named(layout, "/reached", "lost");
    REQUIRE((residents && lost));
    CHECK_FALSE(block_named(layout, "/reached", "found"));
    // [option][world][year][class], the world that came in is the second.
    const auto& by_class = cube.block(residents->block, residents->column);
    REQUIRE(by_class.size() == 2 * 2 * 2 * 2);
    CHECK(std::isnan(by_class[0]));
    CHECK(by_class[4] == 7);
    CHECK(by_class[7] == 307);
    CHECK(by_class[8 + 4] == 8);
    const auto& all = cube.block(lost->block, lost->column);
    REQUIRE(all.size() == 2 * 2 * 2);
    CHECK(all[2] == 407);
    CHECK(all[7] == 508);
}

}  // namespace weefsel::test_cube
