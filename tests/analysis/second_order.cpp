#include "analysis/sensitivity/second_order.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "analysis/design/design.hpp"
#include "analysis/sensitivity/sensitivity_indices.hpp"
#include "sim/error.hpp"
#include "tests/analysis/known_functions.hpp"

namespace weefsel::test_second_order {
using namespace weefsel::analysis;

namespace {

Design pairs_design(std::size_t points, std::size_t factors) {
    Design design;
    design.kind = DesignKind::sobol;
    design.second_order = true;
    design.points = points;
    for (std::size_t j = 0; j < factors; ++j)
        design.factors.emplace_back().name = "x" + std::to_string(j + 1);
    return design;
}

}  // namespace

TEST_CASE("of Ishigami only the first and the third factor make something together") {
    const auto points = points_of(pairs_design(4096, 3));
    const auto found = second_order_indices(evaluated(ishigami, points.values, 3), 3, 1);
    REQUIRE(found.pairs.size() == 3);
    CHECK(found.reason.empty());
    // S13 = ST1 - S1 of the closed form; x2 acts alone.
    const std::array<double, 3> exact{0, ishigami_total[0] - ishigami_first[0], 0};
    for (std::size_t p = 0; p < 3; ++p) {
        INFO("pair " << p);
        CHECK(found.pairs[p].value.mean == Approx(exact[p]).margin(0.02));
        CHECK(found.pairs[p].value.lower < exact[p] + 0.01);
        CHECK(exact[p] - 0.01 < found.pairs[p].value.upper);
    }
    CHECK(found.pairs[1].one == 0);
    CHECK(found.pairs[1].other == 2);
    CHECK(found.pairs[1].value.lower > 0.15);
}

TEST_CASE("pairs of Sobol' G have the product of what each does alone") {
    // V_ij = V_i V_j, V_i = 1 / (3 (1 + a_i)^2).
    constexpr std::size_t k = g_coefficients.size();
    std::vector<double> part;
    double variance = 1;
    for (const double a : g_coefficients) {
        part.push_back(1 / (3 * (1 + a) * (1 + a)));
        variance *= 1 + part.back();
    }
    variance -= 1;
    const auto points = points_of(pairs_design(4096, k));
    const auto found = second_order_indices(evaluated(sobol_g, points.values, k), k, 1);
    REQUIRE(found.pairs.size() == 15);
    for (const auto& pair : found.pairs) {
        INFO(pair.one << " and " << pair.other);
        CHECK(pair.value.mean == Approx(part[pair.one] * part[pair.other] / variance).margin(0.015));
    }
}

TEST_CASE("about 95 of 100 intervals of a pair of Ishigami hold the closed form") {
    std::size_t held = 0, looked_at = 0;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        auto design = pairs_design(256, 3);
        design.seed = seed;
        const auto found =
            second_order_indices(evaluated(ishigami, points_of(design).values, 3), 3, seed, 199);
        const std::array<double, 3> exact{0, ishigami_total[0] - ishigami_first[0], 0};
        for (std::size_t p = 0; p < 3; ++p, ++looked_at)
            held += found.pairs[p].value.lower <= exact[p] && exact[p] <= found.pairs[p].value.upper ? 1 : 0;
    }
    INFO(held << " of " << looked_at);
    CHECK(static_cast<double>(held) > 0.88 * static_cast<double>(looked_at));
}

TEST_CASE("rows for second order stand before B and are B with one factor from A", "[design]") {
    const auto design = pairs_design(4, 3);
    const auto points = points_of(design);
    REQUIRE(points.rows() == 4 * 8);
    REQUIRE(rows_of(design) == points.rows());
    auto plain = design;
    plain.second_order = false;
    const auto without = points_of(plain);
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 3; ++j) {
            const double a = points.at(8 * i, j), b = points.at(8 * i + 7, j);
            CHECK(a == without.at(5 * i, j));  // the same base points as without
            CHECK(b == without.at(5 * i + 4, j));
            for (std::size_t l = 0; l < 3; ++l) CHECK(points.at(8 * i + 4 + l, j) == (l == j ? a : b));
        }
    CHECK(studied_design(points).holds_second_order());
    CHECK_FALSE(studied_design(without).holds_second_order());
}

TEST_CASE("a pair stands in the table as one factor, and the indices of factors alone stay as they were") {
    const auto points = points_of(pairs_design(64, 3));
    const auto design = studied_design(points);
    StudiedOutput output{"y", evaluated(ishigami, points.values, 3), 1};
    const auto plain = sensitivity_of(design, IndexMethod::sobol, output, 1);
    const auto pairs = sensitivity_of(design, IndexMethod::sobol, output, 1, true);
    REQUIRE(pairs.rows.size() == plain.rows.size() + 3);
    CHECK(sensitivity_csv(pairs.rows).starts_with(sensitivity_csv(plain.rows)));
    CHECK(pairs.rows.back().factor == "x2:x3");
    CHECK(pairs.rows.back().index == "S2");
    output.values[12] = std::numeric_limits<double>::quiet_NaN();  // BA of the second block
    const auto holes = sensitivity_of(design, IndexMethod::sobol, output, 1, true);
    CHECK(holes.rows.back().value.n == 63);
    CHECK(std::any_of(holes.notes.begin(), holes.notes.end(), [](const IndexNote& note) {
        return note.text == "1 of 64 blocks of second order left out: no value in row 13";
    }));
}

TEST_CASE("a design without rows for pairs is refused") {
    CHECK_THROWS_AS(second_order_indices(std::vector<double>(5), 1, 1), sim::InvariantError);
    const auto design = studied_design({{"a", "b"}, saltelli_points(8, 2)});
    CHECK_THROWS_AS(
        sensitivity_of(design, IndexMethod::sobol, {"y", std::vector<double>(32, 1.0), 1}, 1, true),
        sim::InvariantError);
    const auto flat = second_order_indices(std::vector<double>(60, 1.0), 2, 1);
    CHECK(flat.reason == "the output does not vary");
    CHECK(std::isnan(flat.pairs[0].value.mean));
}

}  // namespace weefsel::test_second_order
