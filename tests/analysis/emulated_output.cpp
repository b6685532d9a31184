#include "analysis/sensitivity/emulated_output.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/random_source.hpp"
#include "tests/analysis/known_functions.hpp"

namespace weefsel::test_emulated_output {
using namespace weefsel::analysis;

namespace {

enum class Stream : std::uint8_t { chance };

double chance(std::size_t item) {
    const sim::RandomSource draws(7, 0);
    return static_cast<double>(
        sim::normal_quantile(sim::open_uniform_of(draws.block(Stream::chance, item, sim::Month{0})[0])));
}

}  // namespace

TEST_CASE("95 % intervals of a surface hold the surface, those of a run hold runs") {
    const auto points = sobol_points(250, 3);
    const auto design = studied_design({{"x1", "x2", "x3"}, points});
    StudiedOutput output{"y", evaluated(ishigami, points, 3), 1};
    for (std::size_t i = 0; i < output.values.size(); ++i) output.values[i] += chance(i);
    auto others = sobol_points(1250, 3);
    others.erase(others.begin(), others.begin() + 750);
    const auto truth = evaluated(ishigami, others, 3);
    std::vector<IndexNote> notes;
    const auto found =
        predictions_of(design, output, shares_of(design, {{"x1", "x2", "x3"}, others}), 1, notes);
    REQUIRE(found.size() == 1000);
    double surface = 0, run = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const double simulated = truth[i] + chance(1000 + i);
        surface += found[i].surface.lower <= truth[i] && truth[i] <= found[i].surface.upper;
        run += found[i].run.lower <= simulated && simulated <= found[i].run.upper;
        REQUIRE(found[i].surface.mean == found[i].run.mean);
    }
    INFO("surface " << surface / 1000 << ", run " << run / 1000);
    CHECK(surface / 1000 > 0.90);
    CHECK(surface / 1000 < 0.99);
    CHECK(run / 1000 > 0.92);
    CHECK(run / 1000 < 0.98);
}

TEST_CASE("a point outside the design is predicted, with a note") {
    const auto points = sobol_points(30, 2);
    const auto design = studied_design({{"a", "b"}, points});
    const StudiedOutput output{"y", evaluated([](auto x) { return x[0] - x[1]; }, points, 2), 1};
    std::vector<IndexNote> notes;
    const auto found = predictions_of(design, output, {0.5, 0.5, 1.2, 0.5}, 1, notes);
    CHECK(found[0].row == 0);
    CHECK(found[0].surface.mean == Approx(0).margin(0.05));
    REQUIRE(!notes.empty());
    CHECK(notes.back().kind == "points_outside");
    CHECK(notes.back().value == 1);
    CHECK(predictions_csv({{"y", 0, {1, 0.5, 1.5, 9}, {1, 0, 2, 9}}}) ==
          "output,row,mean,lower,upper,run_lower,run_upper\ny,1,1,0.5,1.5,0,2\n");
}

TEST_CASE("an output that cannot be emulated has no prediction, but a reason") {
    const auto design = studied_design({{"a"}, {0, 0.1, 0.7, 0.9, 0.4}});
    std::vector<IndexNote> notes;
    CHECK(predictions_of(design, {"y", std::vector<double>(5, 2.0), 1}, {0.3}, 1, notes).empty());
    CHECK(notes.back().text == "no prediction: the output does not vary");
    CHECK(predictions_of(design, {"y", {0, 1e-300, 2e-300, 3e-300, 1e-300}, 1}, {0.3}, 1, notes).empty());
    CHECK(notes.back().text == "no prediction: the output does not vary");
    CHECK(predictions_of(design, {"y", {0, 1e300, 2e300, 3e300, 1e300}, 1}, {0.3}, 1, notes).empty());
    CHECK(notes.back().text == "no prediction: the output is too large: its variance is no number");
    const double missing = std::numeric_limits<double>::quiet_NaN();
    CHECK(predictions_of(design, {"y", {1, missing, 2, missing, 3}, 1}, {0.3}, 1, notes).empty());
    CHECK(notes.back().text == "no prediction: 3 rows with a value are too few for 1 factors that vary");
    CHECK(rows_text({0, 4}) == "1, 5");
}

}  // namespace weefsel::test_emulated_output
