#include "analysis/statistics/bootstrap.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "tests/analysis/file_beside_project.hpp"

namespace weefsel::test_bootstrap {
using namespace weefsel::analysis;

namespace {

/// Hours between failures of an air conditioner: Proschan (1963), as in Davison & Hinkley (1997),
/// example 1.1.
const std::vector<double> aircondit{3, 5, 7, 18, 43, 85, 91, 98, 100, 130, 230, 487};

/// Populations of ten cities of the United States, thousands, 1920 and 1930: Davison & Hinkley, example 1.2.
const std::vector<double> city_1920{138, 93, 61, 179, 48, 37, 29, 23, 30, 2};
const std::vector<double> city_1930{143, 104, 69, 260, 75, 63, 50, 48, 111, 50};

}  // namespace

TEST_CASE("bootstrap intervals of the air conditioner's mean are the published ones") {
    // R's package boot: percentile 45.4 to 192.7, BCa 56.7 to 226.0. Theirs come
    // from other resamples, so the ends may differ by what resampling leaves open.
    const auto b = bootstrap_mean(aircondit, 1, 99999);
    CHECK(b.estimate == Approx(108.083).epsilon(1e-5));
    const auto percentile = percentile_interval(b), bca = bca_interval(b);
    CHECK(percentile.lower == Approx(45.4).margin(1.5));
    CHECK(percentile.upper == Approx(192.7).margin(3));
    CHECK(bca.lower == Approx(56.7).margin(1.5));
    CHECK(bca.upper == Approx(226.0).margin(4));
    CHECK(bca.n == 12);
}

TEST_CASE("bootstrap intervals of the ratio of city populations are the published ones") {
    const auto b = bootstrap_ratio(city_1930, city_1920, 1, 99999);
    CHECK(b.estimate == Approx(1.5203).epsilon(1e-4));
    const auto percentile = percentile_interval(b), bca = bca_interval(b);
    CHECK(percentile.lower == Approx(1.25).margin(0.01));
    CHECK(percentile.upper == Approx(2.12).margin(0.05));
    CHECK(bca.lower == Approx(1.26).margin(0.01));
    CHECK(bca.upper == Approx(2.15).margin(0.05));
}

TEST_CASE("the influence of an item on a ratio is the one of the textbook") {
    // Davison & Hinkley (1997), section 2.7: (above - ratio * below) / mean(below).
    const auto b = bootstrap_ratio(city_1930, city_1920, 1, 9);
    const double ratio = 973.0 / 640, mean_1920 = 64.0;
    for (std::size_t i = 0; i < city_1920.size(); ++i) {
        const double by_hand = (city_1930[i] - ratio * city_1920[i]) / mean_1920;
        CHECK(b.influence[i] == Approx(by_hand).epsilon(0.01).margin(0.002));
    }
}

TEST_CASE("the figures typed here are those of the reference files", "[data]") {
    const auto hours = reference_file("boot_aircondit.csv"), city = reference_file("boot_city.csv");
    if (hours.rows.empty() || city.rows.empty()) return;
    REQUIRE(hours.rows.size() == aircondit.size());
    for (std::size_t i = 0; i < aircondit.size(); ++i) CHECK(hours.rows[i][0] == aircondit[i]);
    REQUIRE(city.rows.size() == city_1920.size());
    for (std::size_t i = 0; i < city_1920.size(); ++i) {
        CHECK(city.rows[i][0] == city_1920[i]);
        CHECK(city.rows[i][1] == city_1930[i]);
    }
}

TEST_CASE("the same seed gives the same resamples, another seed others, more resamples keep the first") {
    const auto one = bootstrap_mean(aircondit, 7, 500), again = bootstrap_mean(aircondit, 7, 500);
    CHECK(one.resampled == again.resampled);
    CHECK(one.resampled != bootstrap_mean(aircondit, 8, 500).resampled);
    const auto more = bootstrap_mean(aircondit, 7, 600);
    CHECK(std::includes(more.resampled.begin(), more.resampled.end(), one.resampled.begin(),
                        one.resampled.end()));
}

TEST_CASE("every item is drawn equally often") {
    // The mean over resamples of the share of item k has expectation 1/12 and standard error
    // sqrt(1/12 * 11/12 / (12 * 20000)) = 0.00056.
    for (std::size_t k = 0; k < aircondit.size(); ++k) {
        std::vector<double> mark(aircondit.size(), 0.0);
        mark[k] = 1;
        double sum = 0;
        const auto b = bootstrap_mean(mark, 3, 20000);
        for (const double v : b.resampled) sum += v;
        CHECK(sum / 20000 == Approx(1.0 / 12).margin(4 * 0.00056));
    }
}

TEST_CASE("a symmetric sample has hardly any correction, and mirrored values mirrored intervals") {
    const std::vector<double> even{-3, -2, -1, 0, 1, 2, 3};
    const auto b = bootstrap_mean(even, 5, 50000);
    const auto percentile = percentile_interval(b), bca = bca_interval(b);
    CHECK(bca.lower == Approx(percentile.lower).margin(0.05));
    CHECK(bca.upper == Approx(percentile.upper).margin(0.05));
    std::vector<double> mirrored;
    for (const double v : aircondit) mirrored.push_back(-v);
    const auto here = bca_interval(bootstrap_mean(aircondit, 9)),
               there = bca_interval(bootstrap_mean(mirrored, 9));
    CHECK(there.lower == Approx(-here.upper));
    CHECK(there.upper == Approx(-here.lower));
}

TEST_CASE("equal values have exactly themselves, one value no interval, a denominator of 0 none either") {
    const auto equal = bca_interval(bootstrap_mean(std::vector<double>(6, 0.1), 1, 99));
    CHECK(equal.lower == 0.1);
    CHECK(equal.upper == 0.1);
    const auto one = bca_interval(bootstrap_mean(std::vector<double>{4}, 1, 99));
    CHECK(one.mean == 4);
    CHECK(std::isnan(one.lower));
    const std::vector<double> above{1, 2, 3}, below{0, 0, 1};
    const auto ratio = percentile_interval(bootstrap_ratio(above, below, 1, 999));
    CHECK(ratio.mean == 6);
    CHECK(std::isnan(ratio.upper));
    CHECK(std::isnan(bootstrap_mean({}, 1, 9).estimate));
}

TEST_CASE("a statistic that no resample reaches has no corrected interval") {
    // Twelve draws with replacement hardly ever give twelve different items (12! / 12^12 = 5e-5).
    const auto different = [](std::span<const std::size_t> items) {
        std::vector<std::size_t> sorted(items.begin(), items.end());
        std::sort(sorted.begin(), sorted.end());
        return static_cast<double>(std::unique(sorted.begin(), sorted.end()) - sorted.begin());
    };
    const auto less = bootstrap(12, different, 1, 500);
    REQUIRE(less.resampled.back() < 12);
    CHECK(percentile_interval(less).upper < 12);
    CHECK(std::isnan(bca_interval(less).upper));
    const auto more = bootstrap(
        12, [&](std::span<const std::size_t> items) { return -different(items); }, 1, 500);
    CHECK(std::isnan(bca_interval(more).lower));
}

}  // namespace weefsel::test_bootstrap
