#include "analysis/sensitivity/given_data.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "analysis/design/design.hpp"
#include "analysis/sensitivity/sensitivity_indices.hpp"
#include "sim/error.hpp"
#include "sim/random_source.hpp"
#include "tests/analysis/known_functions.hpp"

namespace weefsel::test_given_data {
using namespace weefsel::analysis;

namespace {

enum class Stream : std::uint8_t { place, noise };

/// Independent points, up to four factors.
std::vector<double> scattered(std::size_t rows, std::size_t factors, std::uint32_t seed) {
    const sim::RandomSource draws(seed, 0);
    std::vector<double> out;
    for (std::size_t r = 0; r < rows; ++r) {
        const auto block = draws.block(Stream::place, r, sim::Month{0});
        for (std::size_t j = 0; j < factors; ++j)
            out.push_back(static_cast<double>(sim::uniform_of(block.at(j))));
    }
    return out;
}

GivenData of(const Function& f, const std::vector<double>& points, std::size_t factors) {
    return given_data_indices(points, evaluated(f, points, factors), factors,
                              std::vector<bool>(factors, false), 1);
}

}  // namespace

TEST_CASE("scattered points tell the first-order indices of Ishigami") {
    const auto found = of(ishigami, scattered(4000, 3, 1), 3);
    for (std::size_t j = 0; j < 3; ++j) {
        INFO("factor " << j + 1);
        CHECK(found.first[j].mean == Approx(ishigami_first[j]).margin(0.03));
        CHECK(found.first[j].n == 4000);
    }
    CHECK(found.first[2].mean <= found.permuted[2].upper + 0.005);
    CHECK(found.first[0].lower > found.permuted[0].upper);
}

TEST_CASE("points of a Sobol' sequence tell the first-order indices of Sobol' G") {
    std::vector<double> exact;
    double variance = 1;
    for (const double a : g_coefficients) variance *= 1 + 1 / (3 * (1 + a) * (1 + a));
    for (const double a : g_coefficients) exact.push_back(1 / (3 * (1 + a) * (1 + a)) / (variance - 1));
    const auto found = of(sobol_g, sobol_points(2048, 6), 6);
    // Such points are more even than chance, so the correction for classes (45 of 2,048 rows) takes too much
    // off.
    for (std::size_t j = 0; j < 6; ++j)
        CHECK(found.first[j].mean == Approx(exact[j]).margin(0.01 + 45.0 / 2048));
    CHECK(found.first[2].lower > found.permuted[2].upper);
    CHECK(found.first[3].lower > found.permuted[3].upper);
}

TEST_CASE("a factor that does nothing has an index of nothing on average, also from few points") {
    double sum = 0, permuted = 0;
    std::size_t beyond = 0;
    constexpr std::uint32_t studies = 100;
    for (std::uint32_t seed = 1; seed <= studies; ++seed) {
        const auto found = of([](std::span<const double> x) { return x[0]; }, scattered(60, 2, seed), 2);
        sum += found.first[1].mean / studies;
        permuted += found.permuted[1].mean / studies;
        beyond += found.first[1].mean > found.permuted[1].upper ? 1 : 0;
    }
    CHECK(sum == Approx(0).margin(0.03));
    CHECK(permuted == Approx(0).margin(0.01));
    CHECK(beyond < 9);  // 2.5 of 100 are expected
}

TEST_CASE("about 95 of 100 intervals hold the index of a factor among noise") {
    // y = x1 + noise of the same variance: S1 is a half.
    std::size_t held = 0;
    constexpr std::uint32_t studies = 200;
    for (std::uint32_t seed = 1; seed <= studies; ++seed) {
        const auto found =
            of([](std::span<const double> x) { return x[0] + x[1]; }, scattered(400, 2, seed), 2);
        held += found.first[0].lower <= 0.5 && 0.5 <= found.first[0].upper ? 1 : 0;
    }
    INFO(held);
    CHECK(held > 176);
}

TEST_CASE("whole sets are classes of their own, whatever their numbers") {
    // The output is what a set does, a jumble by its number, and noise as large: S1 a half.
    constexpr std::size_t rows = 1200, sets = 60;
    const auto noise = scattered(rows, 1, 3);
    std::vector<double> points, outputs;
    double between = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        const std::size_t set = r * 7919 % sets;
        const double does = std::fmod(0.754877 * static_cast<double>(set * set), 1.0);
        points.push_back(static_cast<double>(set + 1));
        outputs.push_back(does + noise[r]);
        between += does;
    }
    between /= rows;
    double of_sets = 0, all = 0, mean = 0;
    for (std::size_t r = 0; r < rows; ++r) mean += outputs[r] / rows;
    for (std::size_t r = 0; r < rows; ++r) {
        const double does = outputs[r] - noise[r];
        of_sets += (does - between) * (does - between);
        all += (outputs[r] - mean) * (outputs[r] - mean);
    }
    const auto found = given_data_indices(points, outputs, 1, {true}, 1);
    const auto ordered = given_data_indices(points, outputs, 1, {false}, 1);
    CHECK(found.first[0].mean == Approx(of_sets / all).margin(0.04));
    CHECK(ordered.first[0].mean < found.first[0].mean - 0.1);  // neighbours in number have nothing in common
}

TEST_CASE("where each set stands alone nobody can say what it does") {
    std::vector<double> points, outputs;
    for (int i = 0; i < 40; ++i) {
        points.push_back(i);
        outputs.push_back(i % 7);
    }
    CHECK(std::isnan(given_data_indices(points, outputs, 1, {true}, 1).first[0].mean));
    const auto design = [&] {
        auto out = studied_design({{"posterior"}, points});
        out.unordered[0] = true;
        return out;
    }();
    const auto found = sensitivity_of(design, IndexMethod::given_data, {"y", outputs, 1}, 1);
    REQUIRE(!found.notes.empty());
    CHECK(found.notes.front().kind == "classes_too_small");
}

TEST_CASE("failed rows are passed over and named, and what does not vary has a reason") {
    auto points = scattered(100, 2, 4);
    const auto design = studied_design({{"a", "b"}, points});
    StudiedOutput output{"y", evaluated([](auto x) { return 3 * x[0]; }, points, 2), 1};
    output.values[6] = std::numeric_limits<double>::quiet_NaN();
    const auto found = sensitivity_of(design, IndexMethod::given_data, output, 1);
    CHECK(found.rows.size() == 4);
    CHECK(found.rows[0].index == "S1");
    CHECK(found.rows[0].value.n == 99);
    CHECK(found.rows[0].value.mean > 0.97);
    CHECK(found.rows[1].index == "S1_permuted");
    CHECK(found.notes[0].text == "1 of 100 rows left out: no value in row 7");
    CHECK(std::any_of(found.notes.begin(), found.notes.end(), [](const IndexNote& note) {
        return note.kind == "no_more_than_permuted" && note.text.ends_with(": b");
    }));
    CHECK(given_data_indices(points, std::vector<double>(100, 2.0), 2, {false, false}, 1).reason ==
          "the output does not vary");
    CHECK(given_data_indices(std::vector<double>(15), std::vector<double>(15), 1, {false}, 1).reason ==
          "fewer than 16 rows have a value");
    CHECK_THROWS_AS(given_data_indices(points, std::vector<double>(3), 2, {false, false}, 1),
                    sim::InvariantError);
}

}  // namespace weefsel::test_given_data
