#include "analysis/sensitivity/morris_effects.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/error.hpp"
#include "tests/analysis/known_functions.hpp"

namespace weefsel::test_morris_effects {
using namespace weefsel::analysis;

namespace {

/// Every trajectory of three factors on four levels with steps of 2/3: all starts and all orders; from each
/// level only one direction stays within 0..1.
std::vector<double> all_trajectories() {
    const std::size_t orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    std::vector<double> out;
    for (std::size_t start = 0; start < 64; ++start) {
        for (const auto& order : orders) {
            std::size_t level[3] = {start % 4, start / 4 % 4, start / 16};
            for (std::size_t row = 0; row < 4; ++row) {
                if (row > 0) level[order[row - 1]] = (level[order[row - 1]] + 2) % 4;
                for (const auto l : level) out.push_back(static_cast<double>(l) / 3);
            }
        }
    }
    return out;
}

std::vector<MorrisStep> steps_of(const std::vector<double>& points, std::size_t factors) {
    std::size_t wrong = 0;
    return morris_steps(points, factors, wrong);
}

}  // namespace

TEST_CASE("the effects of two trajectories are those one counts by hand") {
    // Two factors: (0,0) (0.5,0) (0.5,1): 1, 3, 0 and (1,1) (1,0.5) (0.5,0.5): 2, 3, 5.
    const std::vector<double> points{0, 0, 0.5, 0, 0.5, 1, 1, 1, 1, 0.5, 0.5, 0.5};
    const auto found = morris_effects(std::vector<double>{1, 3, 0, 2, 3, 5}, steps_of(points, 2), 2, 1);
    // Effects of the first 4 and -4, of the second -3 and -2.
    CHECK(found.mu[0].mean == Approx(0).margin(1e-12));
    CHECK(found.mu_star[0].mean == Approx(4));
    CHECK(found.sigma[0].mean == Approx(std::sqrt(32.0)));
    CHECK(found.mu[1].mean == Approx(-2.5));
    CHECK(found.mu_star[1].mean == Approx(2.5));
    CHECK(found.sigma[1].mean == Approx(std::sqrt(0.5)));
    CHECK(found.mu[1].lower == Approx(-3));
    CHECK(found.mu[1].upper == Approx(-2));
}

TEST_CASE("Ishigami over all trajectories of four levels has the effects of arithmetic") {
    const auto points = all_trajectories();
    const auto found = morris_effects(evaluated(ishigami, points, 3), steps_of(points, 3), 3, 1);
    // sin is 0 or sqrt(3)/2 on the levels -pi, -pi/3, pi/3, pi; x^4 is pi^4 or that / 81.
    const double root = std::sqrt(3.0) / 2, fourth = std::pow(std::numbers::pi, 4), step = 2.0 / 3;
    CHECK(found.mu_star[0].mean == Approx(root / step * (1 + 0.1 * fourth * (1 + 1.0 / 81) / 2)));
    CHECK(found.mu_star[1].mean == Approx(7.875));
    CHECK(found.mu_star[2].mean == Approx(0.1 * fourth * (1 - 1.0 / 81) / step * root / 2));
    CHECK(found.mu[1].mean == Approx(0).margin(1e-9));
}

TEST_CASE("Ishigami over all trajectories has the effects that SALib's tests hold", "[data]") {
    const auto points = all_trajectories();
    const auto found = morris_effects(evaluated(ishigami, points, 3), steps_of(points, 3), 3, 1);
    const auto reference = reference_values({"Ishigami", "Morris", "N=10000 levels=4", "mu_star"});
    if (reference.empty()) return;
    // SALib's values are of one random sample.
    for (std::size_t k = 0; k < 3; ++k) CHECK(found.mu_star[k].mean == Approx(reference[k]).epsilon(0.012));
}

TEST_CASE("a linear output has its slopes, without spread, in every trajectory") {
    const auto points = all_trajectories();
    const auto y = evaluated([](auto x) { return 3 * x[0] - 2 * x[1]; }, points, 3);
    const auto found = morris_effects(y, steps_of(points, 3), 3, 1);
    CHECK(found.mu[0].lower == Approx(3));
    CHECK(found.mu[1].mean == Approx(-2));
    CHECK(found.mu_star[1].mean == Approx(2));
    CHECK(found.sigma[0].mean == Approx(0).margin(1e-12));
    CHECK(found.mu_star[2].mean == Approx(0).margin(1e-12));
}

TEST_CASE("a trajectory in which a row failed is left out and named") {
    const std::vector<double> points{0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1};
    std::vector<double> y{0, 1, 2, 0, std::numeric_limits<double>::quiet_NaN(), 2, 0, 2, 4};
    const auto found = morris_effects(y, steps_of(points, 2), 2, 1);
    CHECK(found.left_out == std::vector<std::size_t>{1});
    CHECK(found.mu[0].mean == Approx(1.5));
    CHECK(found.mu[0].n == 2);
    y[8] = y[4];
    const auto none = morris_effects(y, steps_of(points, 2), 2, 1);
    CHECK(std::isnan(none.mu_star[0].mean));
    CHECK(none.reason == "fewer than two trajectories are whole");
}

TEST_CASE("points that are no trajectories are told by their first wrong row") {
    std::size_t wrong = 0;
    CHECK(morris_steps(std::vector<double>{0, 0, 1, 1, 1, 0}, 2, wrong).empty());
    CHECK(wrong == 1);  // both factors moved
    CHECK(morris_steps(std::vector<double>{0, 0, 1, 0, 1, 0}, 2, wrong).empty());
    CHECK(wrong == 2);  // none did
    CHECK(morris_steps(std::vector<double>{0, 0, 1, 0, 0, 0}, 2, wrong).empty());
    CHECK(wrong == 2);  // the same one twice
    CHECK(morris_steps(std::vector<double>{0, 0, 1, 0}, 2, wrong).empty());
    CHECK(wrong == 2);  // not whole
    CHECK_THROWS_AS(morris_effects(std::vector<double>(3, 1.0), {}, 2, 1), sim::InvariantError);
}

}  // namespace weefsel::test_morris_effects
