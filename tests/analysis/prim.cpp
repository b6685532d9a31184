#include "analysis/decision/prim.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/error.hpp"
#include "sim/random_source.hpp"
#include "tests/analysis/file_beside_project.hpp"

namespace weefsel::test_prim {
using namespace weefsel::analysis;

namespace {

/// What PrimPoints looks at.
struct Worlds {
    std::vector<double> values;
    std::vector<std::uint8_t> of_interest;
    std::size_t dimensions;
    [[nodiscard]] PrimPoints points() const { return {values, dimensions, of_interest}; }
};

enum class Stream : std::uint8_t { place };

/// Worlds spread evenly over a unit cube of four dimensions; of interest where the first is below 0.4 and
/// the third above 0.7.
Worlds corner(std::size_t worlds) {
    Worlds out{{}, {}, 4};
    const sim::RandomSource draws(5, 0);
    for (std::size_t w = 0; w < worlds; ++w) {
        const auto block = draws.block(Stream::place, w, sim::Month{0});
        for (const auto word : block) out.values.push_back(static_cast<double>(sim::uniform_of(word)));
        const auto* at = &out.values[4 * w];
        out.of_interest.push_back(at[0] < 0.4 && at[2] > 0.7 ? 1 : 0);
    }
    return out;
}

/// The nine uncertainties of Bryant & Lempert (2010), columns 2 to 10; of interest where column 15 says so.
Worlds bryant() {
    Worlds out{{}, {}, 9};
    for (const auto& row : reference_file("bryant_2010.csv").rows) {
        out.values.insert(out.values.end(), row.begin() + 2, row.begin() + 11);
        out.of_interest.push_back(row[15] > 0.5 ? 1 : 0);
    }
    return out;
}

}  // namespace

TEST_CASE("scenario discovery finds the box of Bryant and Lempert as EMA Workbench does", "[data]") {
    // EMA Workbench, scenario_discovery.ipynb (peel_alpha 0.1): 882 worlds, 89 of interest; box 21 has
    // coverage 0.752809, density 0.770115, mass 0.098639; the last mean 1.0, mass 0.05102, coverage
    // 0.50562 and six restricted dimensions.
    const auto worlds = bryant();
    if (worlds.values.empty()) return;
    const auto boxes = prim_peel(worlds.points());
    REQUIRE(boxes.size() > 21);
    CHECK(boxes[0].all == 882);
    CHECK(boxes[0].all_hits == 89);
    const auto& box = boxes[21];
    CHECK(box.coverage() == Approx(0.752809).epsilon(1e-6));
    CHECK(box.density() == Approx(0.770115).epsilon(1e-6));
    CHECK(box.mass() == Approx(0.098639).epsilon(1e-5));
    CHECK(box.restricted() == 4);
    CHECK(box.limits[0].lower == Approx(72.65).epsilon(1e-5));   // cellulosic cost
    CHECK(box.limits[1].upper == Approx(755.8).epsilon(1e-6));   // total biomass
    CHECK(box.limits[5].lower == Approx(-0.422).epsilon(1e-6));  // demand elasticity
    CHECK(box.limits[8].lower == Approx(150.05).epsilon(1e-6));  // biomass backstop price
    CHECK(boxes.back().density() == 1);
    CHECK(boxes.back().inside == 45);
    CHECK(boxes.back().coverage() == Approx(0.505618).epsilon(1e-6));
    CHECK(boxes.back().restricted() == 6);
}

TEST_CASE("a corner of a cube is found where it was put") {
    const auto worlds = corner(3000);
    const auto boxes = prim_peel(worlds.points(), {0.05, 0.05, 0.02});
    const auto dense = widest_box(boxes, 0.9);
    REQUIRE(dense);
    CHECK(dense->coverage() > 0.9);
    CHECK(dense->limits[0].upper == Approx(0.4).margin(0.05));
    CHECK(dense->limits[2].lower == Approx(0.7).margin(0.05));
    CHECK_FALSE(dense->limits[0].has_lower());
    CHECK_FALSE(dense->limits[2].has_upper());
    CHECK(dense->restricted() == 2);
    for (std::size_t b = 1; b < boxes.size(); ++b) {
        CHECK(boxes[b].density() > boxes[b - 1].density());
        CHECK(boxes[b].inside < boxes[b - 1].inside);
    }
}

TEST_CASE("pasting gives back what a small box left out for nothing") {
    const auto worlds = corner(3000);
    std::vector<BoxLimit> small(4);
    small[0].upper = 0.3;
    small[2].lower = 0.8;
    small[3] = {0.2, 0.9};
    const auto before = box_of(worlds.points(), small);
    REQUIRE(before.density() == 1);
    const auto after = prim_paste(worlds.points(), before);
    CHECK(after.density() == 1);
    CHECK(after.coverage() > 0.95);
    CHECK(after.coverage() > before.coverage() + 0.3);
    CHECK(after.limits[0].upper <= 0.41);
    CHECK(after.limits[2].lower >= 0.69);
    CHECK_FALSE(after.limits[3].restricts());
}

TEST_CASE("peeling ten worlds on a line by hand") {
    // Of interest: 7, 8, 9. A tenth of nine steps rounds down to the world at the end; the last three are
    // all of interest, so the other seven go, one by one.
    Worlds line{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {0, 0, 0, 0, 0, 0, 0, 1, 1, 1}, 1};
    const auto boxes = prim_peel(line.points());
    REQUIRE(boxes.size() == 8);
    CHECK(boxes[1].limits[0].lower == 0.5);
    CHECK(boxes.back().limits[0] == BoxLimit{6.5});
    CHECK(boxes.back().coverage() == 1);
    CHECK(boxes.back().density() == 1);
    CHECK(boxes.back().mass() == Approx(0.3));
    CHECK(prim_paste(line.points(), boxes.back()).limits[0] == BoxLimit{6.5});
}

TEST_CASE("equal values go together, so that a limit is never drawn through them") {
    Worlds levels{{1, 1, 1, 2, 2, 2, 3, 3, 3, 3}, {0, 0, 0, 0, 0, 0, 1, 1, 1, 0}, 1};
    const auto boxes = prim_peel(levels.points());
    REQUIRE(boxes.size() == 3);
    CHECK(boxes[1].limits[0].lower == 1.5);
    CHECK(boxes[2].limits[0].lower == 2.5);
    CHECK(boxes[2].density() == Approx(0.75));
}

TEST_CASE("where nothing is of interest or all is, the box stays open") {
    for (const bool of_interest : {false, true}) {
        Worlds same{{0, 1, 2, 3}, std::vector<std::uint8_t>(4, of_interest ? 1 : 0), 1};
        const auto boxes = prim_peel(same.points());
        CHECK(boxes.size() == 1);
        CHECK(boxes[0].restricted() == 0);
        CHECK(boxes[0].density() == (of_interest ? 1 : 0));
        CHECK(std::isnan(boxes[0].coverage()) == !of_interest);
    }
    CHECK_FALSE(widest_box({}, 0.5));
}

TEST_CASE("worlds that do not fit their dimensions are refused") {
    Worlds crooked{{0, 1, 2}, {0, 1}, 2};
    CHECK_THROWS_AS(prim_peel(crooked.points()), sim::InvariantError);
    Worlds unknown{{0, std::nan("")}, {0, 1}, 1};
    CHECK_THROWS_AS(prim_peel(unknown.points()), sim::InvariantError);
    Worlds fine{{0, 1}, {0, 1}, 1};
    CHECK_THROWS_AS(prim_peel(fine.points(), {0, 0.05, 0.05}), sim::InvariantError);
}

TEST_CASE("no box is smaller than allowed") {
    const auto worlds = corner(1000);
    const auto wide = prim_peel(worlds.points(), {0.1, 0.05, 0.3}), small = prim_peel(worlds.points());
    CHECK(wide.back().mass() >= 0.3);
    CHECK(wide.back().mass() < 0.34);
    CHECK(small.back().mass() < 0.3);
}

TEST_CASE("a small slice that loses little goes before a large one that loses much") {
    // Ten of twenty worlds are of interest. The half in which the first dimension is 0 holds 3 of them:
    // without it density rises by 0.2, 0.02 for each world lost. The first two in the second dimension
    // hold none: without them density rises by 0.056, 0.028 for each world lost.
    Worlds w{{}, {}, 2};
    for (int i = 0; i < 20; ++i) {
        const bool hit = (i > 0 && i % 2 == 0) || i == 19;
        const bool first = (hit && i <= 14) || i == 3 || i == 5 || i == 7;
        w.values.insert(w.values.end(), {first ? 1.0 : 0.0, static_cast<double>(i)});
        w.of_interest.push_back(hit ? 1 : 0);
    }
    const auto boxes = prim_peel(w.points());
    REQUIRE(boxes.size() > 1);
    CHECK(boxes[0].all_hits == 10);
    CHECK(boxes[1].limits[1] == BoxLimit{1.5});
    CHECK_FALSE(boxes[1].limits[0].restricts());
}

TEST_CASE("a step of pasting takes back its share of the box, and no more") {
    // Two thirds of the three worlds inside are two: 5 and 6. Of the five then inside three would go too
    // far: 2 and 3 are not of interest.
    Worlds line{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {0, 0, 0, 0, 1, 1, 1, 1, 1, 1}, 1};
    const auto box = box_of(line.points(), {BoxLimit{6.5}});
    CHECK(prim_paste(line.points(), box, {0.1, 0.67, 0.05}).limits[0] == BoxLimit{4.5});
    CHECK(prim_paste(line.points(), box, {0.1, 0.05, 0.05}).limits[0] == BoxLimit{3.5});
}

}  // namespace weefsel::test_prim
