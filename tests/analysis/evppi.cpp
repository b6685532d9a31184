#include "analysis/sensitivity/evppi.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <utility>
#include <vector>

#include "sim/error.hpp"
#include "sim/parallel.hpp"
#include "sim/random_source.hpp"

namespace weefsel::test_evppi {
using namespace weefsel::analysis;

namespace {

enum class Stream : std::uint8_t { order, chance };

double normal(Stream stream, std::size_t item, std::size_t study, std::size_t index = 0) {
    const sim::RandomSource draws(11, static_cast<std::uint32_t>(study));
    return static_cast<double>(sim::normal_quantile(sim::open_uniform_of(
        draws.block(stream, item, sim::Month{0}, static_cast<std::uint32_t>(index))[0])));
}

/// E max(0, X) - max(0, E X) of a normal X (Raiffa & Schlaifer 1961, the unit normal loss).
double by_formula(double mean, double sd) {
    const boost::math::normal standard;
    const double u = std::abs(mean) / sd;
    return sd * (boost::math::pdf(standard, u) - u * boost::math::cdf(standard, -u));
}

/// Even quantiles of a standard normal factor in an order of its own: its margin is what the formula takes it
/// for.
std::vector<double> stratified(std::size_t rows, std::size_t study, std::size_t factor) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t r = 0; r < rows; ++r) order.emplace_back(normal(Stream::order, r, study, factor), r);
    std::sort(order.begin(), order.end());
    std::vector<double> out(rows);
    for (std::size_t rank = 0; rank < rows; ++rank)
        out[order[rank].second] = boost::math::quantile(
            boost::math::normal(), (static_cast<double>(rank) + 0.5) / static_cast<double>(rows));
    return out;
}

constexpr double slope_a = 3, slope_b = 1.5;

/// `rows` draws of three standard normal factors a, b and idle. A choice between nothing and an option worth
/// mean + 3 a + 1.5 b, with chance of its own in each of two replicates.
struct Linear {
    StudiedDesign design;
    StudiedChoice choice;
};

Linear linear(std::size_t rows, double mean, double chance, std::size_t study) {
    Points points{{"a", "b", "idle"}, {}};
    StudiedChoice choice{"benefit", "euro", {"nothing", "something"}, {{}, {}}, 2};
    std::vector<std::vector<double>> factors;
    for (std::size_t j = 0; j < 3; ++j) factors.push_back(stratified(rows, study, j));
    for (std::size_t r = 0; r < rows; ++r) {
        for (const auto& factor : factors) points.values.push_back(factor[r]);
        for (std::size_t replicate = 0; replicate < 2; ++replicate) {
            choice.benefits[0].push_back(0);
            choice.benefits[1].push_back(mean + slope_a * points.at(r, 0) + slope_b * points.at(r, 1) +
                                         chance * normal(Stream::chance, r, study, replicate));
        }
    }
    return {studied_design(points, nullptr), choice};
}

const Interval& of(const EvppiFound& found, const std::string& factor) {
    for (const auto& row : found.rows)
        if (row.factor == factor) return row.value;
    throw sim::InvariantError("no row of " + factor);
}

bool holds(const Interval& interval, double value) {
    return interval.lower <= value && value <= interval.upper;
}

}  // namespace

TEST_CASE("knowing a factor of a linear net benefit is worth the unit normal loss of its own spread",
          "[long]") {
    const auto study = linear(300, 1, 1, 0);
    const auto found = evppi_of(study.design, study.choice, 1);
    const double all = by_formula(1, std::hypot(slope_a, slope_b));
    CHECK(of(found, all_factors).mean == Approx(all).epsilon(0.15));
    CHECK(of(found, "a").mean == Approx(by_formula(1, slope_a)).epsilon(0.15));
    CHECK(of(found, "b").mean == Approx(by_formula(1, slope_b)).epsilon(0.35));
    CHECK(of(found, "idle").mean < 0.03 * all);
    CHECK(of(found, "idle").lower == 0);
    CHECK(of(found, "a").mean <= of(found, all_factors).mean);
    CHECK(found.rows.front().unit == "euro");
}

TEST_CASE("intervals of worth hold the formula, and 0 for a factor that does nothing", "[long]") {
    // Chance is as large as the factors, so that the choice itself may be a mistake.
    constexpr std::size_t studies = 12;
    std::vector<EvppiFound> found(studies);
    const auto failures = sim::parallel_for_each(studies, 0, [&](std::size_t s) {
        const auto study = linear(100, 0.5, 4, s + 1);
        found[s] = evppi_of(study.design, study.choice, 1);
    });
    REQUIRE(failures.empty());
    double held = 0, nothing = 0;
    for (const auto& one : found) {
        held += holds(of(one, all_factors), by_formula(0.5, std::hypot(slope_a, slope_b)));
        held += holds(of(one, "a"), by_formula(0.5, slope_a));
        held += holds(of(one, "b"), by_formula(0.5, slope_b));
        nothing += of(one, "idle").lower == 0 ? 1 : 0;
    }
    INFO("share held " << held / (3 * studies) << ", idle 0 in " << nothing);
    CHECK(held / (3 * studies) >= 0.88);
    CHECK(nothing / studies >= 0.9);
}

TEST_CASE("where an option is best whatever is known, nothing is worth knowing", "[long]") {
    const auto study = linear(40, 100, 0.5, 0);
    const auto found = evppi_of(study.design, study.choice, 1);
    for (const auto& row : found.rows) CHECK(row.value.upper == 0);
    REQUIRE_FALSE(found.notes.empty());
    CHECK(found.notes.back().kind == "choice");
    CHECK(found.notes.back().value == Approx(1));
    CHECK(found.notes.back().text.find("something is best on average") != std::string::npos);
}

TEST_CASE("an option that is always as good as another adds nothing to know", "[long]") {
    auto study = linear(40, 1, 0.5, 0);
    const auto two = evppi_of(study.design, study.choice, 1);
    study.choice.options.insert(study.choice.options.begin() + 1, "the same as nothing");
    study.choice.benefits.insert(study.choice.benefits.begin() + 1, study.choice.benefits[0]);
    const auto three = evppi_of(study.design, study.choice, 1);
    CHECK(of(three, "a").mean == Approx(of(two, "a").mean).epsilon(0.1));
    study.choice.options.pop_back();
    study.choice.benefits.pop_back();
    const auto same = evppi_of(study.design, study.choice, 1);
    for (const auto& row : same.rows) CHECK(row.value.upper == 0);
}

TEST_CASE("options that cannot be emulated have no worth and a reason; one option is no choice") {
    auto study = linear(5, 1, 0.5, 0);
    const auto found = evppi_of(study.design, study.choice, 1);
    CHECK(std::isnan(of(found, "a").mean));
    CHECK(found.notes.back().kind == "no_worth");
    CHECK(evppi_csv({{"y", "euro", "a,b", {1, 0.5, 2, 9}}}) ==
          "output,factor,value,lower,upper\ny,\"a,b\",1,0.5,2\n");
    study.choice.options.pop_back();
    study.choice.benefits.pop_back();
    CHECK_THROWS_AS(evppi_of(study.design, study.choice, 1), sim::InvariantError);
}

}  // namespace weefsel::test_evppi
