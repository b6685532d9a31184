#include "analysis/decision/outcome_boxes.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::test_outcome_boxes {
using namespace weefsel::analysis;

namespace {

enum class Stream : std::uint8_t { place };

std::vector<double> cube(std::size_t rows) {
    const sim::RandomSource draws(11, 0);
    std::vector<double> out;
    for (std::size_t r = 0; r < rows; ++r) {
        const auto block = draws.block(Stream::place, r, sim::Month{0});
        for (std::size_t j = 0; j < 3; ++j) out.push_back(static_cast<double>(sim::uniform_of(block.at(j))));
    }
    return out;
}

const std::vector<DimensionText> names{{"a", "a", "", ""}, {"b", "b", "", "month"}, {"c", "c", "", ""}};

/// 1 in two corners, a large one and a smaller one: a below 0.35 and b above 0.5; a above 0.8 and b below
/// 0.4. The third factor has no part in either.
double corners(const double* x) { return (x[0] < 0.35 && x[1] > 0.5) || (x[0] > 0.8 && x[1] < 0.4) ? 1 : 0; }

StudiedOutput output_of(const std::vector<double>& points) {
    StudiedOutput out{"y", {}, 1};
    for (std::size_t r = 0; r < points.size() / 3; ++r) out.values.push_back(corners(&points[3 * r]));
    return out;
}

}  // namespace

TEST_CASE("two corners of a cube are found one after the other, each with the factors that bind") {
    const auto points = cube(2000);
    const auto found = outcome_boxes(points, names, output_of(points), {true, 0.5, 3, 0.9});
    REQUIRE(found.boxes.size() >= 2);
    CHECK(found.rows == 2000);
    double coverage = 0;
    for (std::size_t b = 0; b < 2; ++b) {
        const auto& [box, covers, quasi, dense] = found.boxes[b];
        coverage += covers;
        CHECK(dense);
        CHECK(box.density() >= 0.9);
        CHECK((b == 0 ? box.limits[0].upper : box.limits[0].lower) ==
              Approx(b == 0 ? 0.35 : 0.8).margin(0.05));
        CHECK((b == 0 ? box.limits[1].lower : box.limits[1].upper) ==
              Approx(b == 0 ? 0.5 : 0.4).margin(0.06));
        CHECK(quasi[0] < 1e-6);
        CHECK(quasi[1] < 1e-6);
        CHECK((!box.limits[2].restricts() || quasi[2] > 0.001));
    }
    CHECK(coverage > 0.85);
    CHECK(found.sentences[0].find("in which y is above 0.5") != std::string::npos);
    CHECK(found.sentences[1].find("outside box 1") != std::string::npos);
    const auto csv = boxes_csv({found}, names);
    CHECK(csv.starts_with(
        "output,box,factor,lower,upper,quasi_p,coverage,density,mass,inside,of_interest\ny,1,"));
    CHECK(csv.find("\ny,2,") != std::string::npos);
}

TEST_CASE("the quasi-p-value is the binomial tail under the density without the limit") {
    // Ten rows on a line; the last three are of interest, and the box holds the last two. Without the limit
    // the density is 0.3, so both are of interest by chance with 0.3^2.
    const std::vector<double> values{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    const std::vector<std::uint8_t> hits{0, 0, 0, 0, 0, 0, 0, 1, 1, 1};
    const PrimPoints line{values, 1, hits};
    CHECK(quasi_p(line, box_of(line, {BoxLimit{7.5}}), 0) == Approx(0.09));
    CHECK(quasi_p(line, box_of(line, {BoxLimit{-1, 6.5}}), 0) == 1);  // holds none
}

TEST_CASE("what is wanted and cannot be had is said") {
    const auto points = cube(100);
    auto output = output_of(points);
    CHECK(outcome_boxes(points, names, output, {true, 2}).notes.front().text ==
          "no box: in none of 100 rows y is above 2");
    CHECK(outcome_boxes(points, names, output, {false, 2}).notes.front().text ==
          "no box: in all of 100 rows y is below 2; ask for another value with --below");
    output.values[4] = std::numeric_limits<double>::quiet_NaN();
    const auto holes = outcome_boxes(points, names, output, {true, 0.5, 1, 1});
    CHECK(holes.notes.front().text == "1 of 100 rows left out: no value in row 5");
    CHECK(holes.rows == 99);
    // Of interest is every second row, whatever the factors.
    for (std::size_t r = 0; r < 100; ++r) output.values[r] = static_cast<double>(r % 2);
    const auto jumble = outcome_boxes(points, names, output, {true, 0.5, 1, 1});
    for (const auto& box : jumble.boxes)
        CHECK((box.dense_enough || jumble.notes.front().kind == "less_dense"));
    CHECK_THROWS_AS(outcome_boxes(points, names, {"y", {1, 2}, 1}, {}), sim::InvariantError);
}

TEST_CASE("replicates count as their mean, and names stand in the sentence as names") {
    std::vector<double> points;
    StudiedOutput output{"cost", {}, 2};
    for (int i = 0; i < 60; ++i) {
        points.push_back(i % 3 + 1);
        const double y = i % 3 == 2 ? 5 : 1;
        output.values.insert(output.values.end(), {y - 3, y + 3});
    }
    const std::vector<DimensionText> form{{"form", "form", "", "", {"project", "subsidy", "structural"}}};
    const auto found = outcome_boxes(points, form, output, {true, 4});
    REQUIRE(found.boxes.size() == 1);
    CHECK(found.hits == 20);
    CHECK(found.boxes[0].coverage == 1);
    CHECK(found.sentences[0] ==
          "Of the 20 simulations in which cost is above 4, 100 % have this in common: form structural; in "
          "100 % "
          "of the 20 simulations like that, cost is above 4.");
}

}  // namespace weefsel::test_outcome_boxes
