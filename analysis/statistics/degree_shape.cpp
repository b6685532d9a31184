#include "analysis/statistics/degree_shape.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/unknown.hpp"

namespace weefsel::analysis {
namespace {

double below(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double log_likelihood_power(std::span<const double> people, double exponent) {
    double total = 0, logs = 0, n = 0;
    for (std::size_t k = 1; k < people.size(); ++k) {
        const double ln = std::log(static_cast<double>(k));
        total += std::exp(-exponent * ln);
        logs += people[k] * ln;
        n += people[k];
    }
    return -exponent * logs / n - std::log(total);
}

/// The likelihood has one top in the exponent (an exponential family), so thirds close in on it.
double best_power_law(std::span<const double> people) {
    constexpr int rounds = 100;
    double low = -10, high = 20;
    for (int i = 0; i < rounds; ++i) {
        const double a = low + (high - low) / 3, b = high - (high - low) / 3;
        if (log_likelihood_power(people, a) < log_likelihood_power(people, b))
            low = a;
        else
            high = b;
    }
    return log_likelihood_power(people, (low + high) / 2);
}

}  // namespace

double gain_over_power_law(std::span<const double> people) {
    double n = 0, mean = 0, spread = 0;
    for (std::size_t k = 1; k < people.size(); ++k) {
        n += people[k];
        mean += people[k] * std::log(static_cast<double>(k));
    }
    if (n <= 0) return unknown;
    mean /= n;
    for (std::size_t k = 1; k < people.size(); ++k) {
        const double from = std::log(static_cast<double>(k)) - mean;
        spread += people[k] * from * from / n;
    }
    if (spread <= 0) return unknown;
    spread = std::sqrt(spread);
    const auto at = [&](double k) { return below((std::log(k) - mean) / spread); };
    const double half = 0.5, last = static_cast<double>(people.size() - 1) + half;
    const double whole = at(last) - at(half);
    double lognormal = 0;
    for (std::size_t k = 1; k < people.size(); ++k) {
        if (people[k] <= 0) continue;
        const auto x = static_cast<double>(k);
        // Far from the middle the difference of two tails vanishes before its logarithm does.
        constexpr double least = 1e-300;
        lognormal += people[k] * std::log(std::max(least, at(x + half) - at(x - half)) / whole) / n;
    }
    return lognormal - best_power_law(people);
}

}  // namespace weefsel::analysis
