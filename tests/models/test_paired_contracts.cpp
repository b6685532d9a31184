#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "models/process/funding/line_chain.hpp"
#include "tests/models/small_funding.hpp"

namespace weefsel::test_paired_contracts {

namespace {

constexpr int years = 5, months = 12 * years;
constexpr std::uint32_t studies_made = 400, realisations = 16;

LineTerms terms_of_a_project() {
    auto terms = project_terms();
    terms.cut_hazard = 0.1;
    return terms;
}

/// Months with money of a project line in five years, counted in full grants.
double months_with_money(const sim::RandomSource& draws) {
    auto small = SmallFunding::calm();
    small.draws = draws;
    small.begin({line_of({hours_of(PlaceKind::buurthuis, 10)}, terms_of_a_project())});
    double sum = 0;
    for (int month = 0; month < months; ++month) {
        small.month();
        sum += small.lines.running[line0] * static_cast<double>(small.lines.level[line0]);
    }
    return sum;
}

struct Spread {
    double mean = 0, variance = 0;
};
Spread spread_of(const std::vector<double>& means) {
    Spread s;
    const auto n = static_cast<double>(means.size());
    for (const double m : means) s.mean += m / n;
    for (const double m : means) s.variance += (m - s.mean) * (m - s.mean) / (n - 1);
    return s;
}

/// Means over the realisations of many studies.
template <class Source>
Spread over_studies(Source&& source) {
    std::vector<double> means;
    for (std::uint32_t study = 0; study < studies_made; ++study) {
        double mean = 0;
        for (std::uint32_t r = 0; r < realisations; ++r)
            mean += months_with_money(source(study, r)) / realisations;
        means.push_back(mean);
    }
    return spread_of(means);
}

}  // namespace

TEST_CASE("contracts in antithetic pairs have the same mean, known better") {
    const auto paired =
        over_studies([](std::uint32_t study, std::uint32_t r) { return sim::RandomSource(study, r); });
    const auto apart = over_studies(
        [](std::uint32_t study, std::uint32_t r) { return sim::RandomSource(study + 1000, 2 * r); });
    INFO("variance of the mean of " << realisations << " realisations: in pairs " << paired.variance
                                    << ", each by itself " << apart.variance);
    const double three_errors = 3 * std::sqrt((paired.variance + apart.variance) / studies_made);
    CHECK(paired.mean == Approx(apart.mean).margin(three_errors));
    CHECK(apart.variance > 1.5 * paired.variance);
}

}  // namespace weefsel::test_paired_contracts
