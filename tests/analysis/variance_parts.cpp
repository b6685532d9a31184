#include "analysis/statistics/variance_parts.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::test_variance_parts {
using namespace weefsel::analysis;

namespace {

enum class Stream : std::uint8_t { of_draw, of_world };

/// Draws with standard deviation `parameters` around `mean`, replicates with `chance` around their draw.
ByDraw made(std::size_t draws, std::size_t replicates, double mean, double parameters, double chance) {
    const sim::RandomSource numbers(11, 0);
    const auto normal = [&](Stream stream, std::size_t who) {
        return static_cast<double>(
            sim::normal_quantile(sim::open_uniform_of(numbers.block(stream, who, sim::Month{0})[0])));
    };
    ByDraw out(draws);
    for (std::size_t d = 0; d < draws; ++d)
        for (std::size_t r = 0; r < replicates; ++r)
            out[d].push_back(mean + parameters * normal(Stream::of_draw, d) +
                             chance * normal(Stream::of_world, d * replicates + r));
    return out;
}

}  // namespace

TEST_CASE("variance of three draws of two is split as by hand") {
    // Means 2, 4, 9 of pairs 2 apart: within 3 * 2 / 3 = 2; between 2 * (9 + 1 + 16) / 2 = 26;
    // parameters (26 - 2) / 2 = 12.
    const auto parts = variance_parts({{1, 3}, {3, 5}, {8, 10}});
    CHECK(parts.chance == Approx(2));
    CHECK(parts.parameters == Approx(12));
    CHECK(parts.share_of_parameters() == Approx(12.0 / 14));
    CHECK_FALSE(parts.parameters_below_zero);
    CHECK(parts.draws == 3);
    CHECK(parts.worlds == 6);
}

TEST_CASE("draws of different size are split as by hand") {
    // {0, 2} and {5, 5, 8}: means 1 and 6, all 4. Within 2 + 6 = 8 over 3 degrees of freedom; between
    // 2 * 9 + 3 * 4 = 30 over 1; as if (5 - 13/5) / 1 = 2.4 replicates a draw.
    const auto parts = variance_parts({{0, 2}, {}, {5, 5, 8}});
    CHECK(parts.chance == Approx(8.0 / 3));
    CHECK(parts.parameters == Approx((30 - 8.0 / 3) / 2.4));
    CHECK(parts.draws == 2);
}

TEST_CASE("when draws differ less than luck does, parameters count for nothing, and that is told") {
    const auto parts = variance_parts({{-5, 5}, {-4, 6}, {-6, 4}});
    CHECK(parts.parameters == 0);
    CHECK(parts.parameters_below_zero);
    CHECK(parts.share_of_parameters() == 0);
}

TEST_CASE("many worlds give back the variances they were made with") {
    const auto parts = variance_parts(made(4000, 4, 1, 2, 3));
    CHECK(parts.parameters == Approx(4).epsilon(0.07));
    CHECK(parts.chance == Approx(9).epsilon(0.04));
}

TEST_CASE("one draw knows luck alone, one replicate a draw tells nothing apart") {
    const auto one = variance_parts({{1, 3}});
    CHECK(one.chance == Approx(2));
    CHECK(std::isnan(one.parameters));
    const auto single = variance_parts({{1}, {3}});
    CHECK(std::isnan(single.chance));
    CHECK(std::isnan(single.parameters));
    CHECK(std::isnan(variance_parts({{2, 2}, {2, 2}}).share_of_parameters()));
    CHECK(std::isnan(variance_parts({}).chance));
}

TEST_CASE("more replicates of the same draws make a mean over draws no surer") {
    const ByDraw few{{1, 3}, {3, 5}, {8, 10}};
    ByDraw many = few;
    for (auto& draw : many)
        for (int k = 0; k < 4; ++k) draw.insert(draw.end(), draw.begin(), draw.begin() + 2);
    const auto a = mean_over_draws(few), b = mean_over_draws(many);
    CHECK(a.mean == Approx(5));
    CHECK(a.n == 3);
    // means 2, 4, 9: s = sqrt(13), t(0.975; 2) = 4.302653
    CHECK(a.upper - a.mean == Approx(4.302653 * std::sqrt(13.0 / 3)).epsilon(1e-6));
    CHECK(b.upper == Approx(a.upper));
}

TEST_CASE("intervals over draws hold the true mean as often as they say") {
    const auto worlds = made(20 * 2000, 3, 1, 2, 3);
    int held = 0;
    for (std::size_t study = 0; study < 2000; ++study) {
        const auto from = worlds.begin() + static_cast<std::ptrdiff_t>(20 * study);
        const auto i = mean_over_draws(ByDraw(from, from + 20));
        held += i.lower <= 1 && 1 <= i.upper ? 1 : 0;
    }
    CHECK(held / 2000.0 == Approx(0.95).margin(4 * std::sqrt(0.95 * 0.05 / 2000)));
}

TEST_CASE("draws count as better or worse from a difference worth noticing on") {
    const ByDraw draws{{1, 3}, {1, 1}, {-1, -3}, {-2, -4}, {0.5, 0}};
    const auto high = noticeable_draws(draws, 2, sim::Better::higher);
    CHECK(high.better.mean == Approx(0.2));
    CHECK(high.worse.mean == Approx(0.4));
    CHECK(high.unnoticed == Approx(0.4));
    CHECK(high.better.n == 5);
    const auto low = noticeable_draws(draws, 2, sim::Better::lower);
    CHECK(low.better.mean == Approx(0.4));
    CHECK(low.worse.mean == Approx(0.2));
    CHECK_THROWS_AS(noticeable_draws(draws, 0, sim::Better::lower), sim::InvariantError);
    CHECK_THROWS_AS(noticeable_draws(draws, 1, sim::Better::neither), sim::InvariantError);
}

TEST_CASE("worlds in order become draws, and what is missing is left out") {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    const auto draws = by_draw(std::vector<double>{1, missing, missing, missing, 5, 6}, 2);
    CHECK(draws == ByDraw{{1}, {5, 6}});
    CHECK_THROWS_AS(by_draw(std::vector<double>{1, 2, 3}, 2), sim::InvariantError);
}

}  // namespace weefsel::test_variance_parts
