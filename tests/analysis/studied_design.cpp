#include "analysis/sensitivity/studied_design.hpp"

#include <catch2/catch.hpp>

#include "tests/analysis/known_functions.hpp"

namespace weefsel::test_studied_design {
using namespace weefsel::analysis;

namespace {

Points points(std::vector<std::string> names, std::vector<double> values) {
    return {std::move(names), std::move(values)};
}

}  // namespace

TEST_CASE("points tell by themselves that they are Saltelli blocks") {
    const auto found = studied_design(points({"a", "b", "c"}, saltelli_points(8, 3)));
    CHECK(found.suited() == IndexMethod::sobol);
    CHECK(found.block_rows == 5);
    auto broken = saltelli_points(8, 3);
    broken[12 * 3 + 1] += 0.1;  // row 13 is AB_2 of the third block
    const auto not_blocks = studied_design(points({"a", "b", "c"}, broken));
    CHECK(not_blocks.suited() == IndexMethod::emulator);
    CHECK(not_blocks.not_saltelli == 12);
    broken.resize(39 * 3);
    CHECK_FALSE(studied_design(points({"a", "b", "c"}, broken)).suits(IndexMethod::sobol));
}

TEST_CASE("blocks with rows for second order are blocks") {
    // A, AB_1, AB_2, BA_1, BA_2, B.
    const auto found = studied_design(points({"a", "b"}, {0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1,  //
                                                          2, 4, 3, 4, 2, 5, 2, 5, 3, 4, 3, 5}));
    CHECK(found.block_rows == 6);
    CHECK(found.suited() == IndexMethod::sobol);
}

TEST_CASE("trajectories are found, with steps in shares of the range") {
    const auto found = studied_design(points({"a", "b"}, {10, 0, 20, 0, 20, 1, 30, 1, 30, 0, 20, 0}));
    REQUIRE(found.suited() == IndexMethod::morris);
    CHECK(found.steps[0].factor == 0);
    CHECK(found.steps[0].by == Approx(0.5));
    CHECK(found.steps[2].factor == 1);
    CHECK(found.steps[3].by == Approx(-0.5));
}

TEST_CASE(
    "points of one factor are trajectories when all steps are equally large, not by their number alone") {
    const auto scattered = studied_design(points({"a"}, {0, 0.4, 0.9, 0.3, 0.7, 1}));
    CHECK(scattered.suited() == IndexMethod::emulator);
    CHECK_FALSE(scattered.suits(IndexMethod::morris));
    CHECK(scattered.not_trajectory == 3);  // from 0.9 to 0.3
    const auto stepped = points({"a"}, {0, 2, 1, 3, 3, 1});
    CHECK(studied_design(stepped).suited() == IndexMethod::morris);
    Design told;
    Factor a;
    a.name = "a";
    a.high = 3;
    told.factors = {a};
    told.kind = DesignKind::lhs;
    CHECK(studied_design(stepped, &told).suited() == IndexMethod::emulator);
    told.kind = DesignKind::list;
    CHECK(studied_design(stepped, &told).suited() == IndexMethod::morris);
    told.kind = DesignKind::morris;
    CHECK(studied_design(stepped, &told).suited() == IndexMethod::morris);
}

TEST_CASE("a design gives ranges beyond the values, logs, and the steps of its own grid") {
    Design design;
    design.kind = DesignKind::morris;
    Factor line, log;
    line.name = "line";
    line.high = 10;
    log.name = "log";
    log.distribution = Distribution::loguniform;
    log.low = 1;
    log.high = 100;
    design.factors = {line, log};
    const auto found = studied_design(points({"line", "log"}, {0, 1, 5, 1, 5, 10}), &design);
    CHECK(found.points[2] == Approx(0.5));
    CHECK(found.points[5] == Approx(0.5));
    REQUIRE(found.steps.size() == 2);
    CHECK(found.steps[0].by == Approx(2.0 / 3));  // p / (2 (p - 1)) of four levels
}

TEST_CASE("points of no design are for an emulator, and a factor that does not vary is 0") {
    const auto found = studied_design(points({"a", "b"}, {3, 7, 1, 7, 2, 7, 5, 7}));
    CHECK(found.suited() == IndexMethod::emulator);
    CHECK(found.points == std::vector<double>{0.5, 0, 0, 0, 0.25, 0, 1, 0});
}

}  // namespace weefsel::test_studied_design
