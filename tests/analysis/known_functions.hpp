#pragma once
#include <array>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <functional>
#include <numbers>
#include <span>
#include <string>
#include <vector>

#include "tests/beside_project.hpp"

namespace weefsel::analysis {

using Function = std::function<double(std::span<const double>)>;

/// Ishigami & Homma (1990) with a = 7, b = 0.1, of three factors in 0..1 (stretched to -pi..pi).
inline double ishigami(std::span<const double> u) {
    const auto x = [&](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}
constexpr std::array<double, 3> ishigami_first{0.313905191, 0.442411145, 0};
constexpr std::array<double, 3> ishigami_total{0.557588855, 0.442411145, 0.243683664};

/// Sobol' G (Saltelli & Sobol' 1995) with the coefficients of the reference values.
constexpr std::array<double, 6> g_coefficients{78, 12, 0.5, 2, 97, 33};
inline double sobol_g(std::span<const double> u) {
    double out = 1;
    for (std::size_t i = 0; i < u.size(); ++i)
        out *= (std::abs(4 * u[i] - 2) + g_coefficients[i]) / (1 + g_coefficients[i]);
    return out;
}

/// `n` points of `columns` values in 0..1 of the Sobol' sequence, row-major.
inline std::vector<double> sobol_points(std::size_t n, std::size_t columns) {
    boost::random::sobol_engine<std::uint64_t, 32> sequence(columns);
    std::vector<double> out(n * columns);
    for (double& v : out) v = static_cast<double>(sequence()) / 0x1p32;
    return out;
}

/// Points of a Saltelli design, row-major: of each base point A, AB_1 .. AB_k, B.
inline std::vector<double> saltelli_points(std::size_t blocks, std::size_t factors) {
    const auto base = sobol_points(blocks, 2 * factors);
    std::vector<double> out;
    for (std::size_t b = 0; b < blocks; ++b) {
        const auto* a = &base[b * 2 * factors];
        for (std::size_t row = 0; row < factors + 2; ++row)
            for (std::size_t k = 0; k < factors; ++k)
                out.push_back(row == factors + 1 || row == k + 1 ? a[factors + k] : a[k]);
    }
    return out;
}

inline std::vector<double> evaluated(const Function& f, const std::vector<double>& points,
                                     std::size_t factors) {
    std::vector<double> out;
    for (std::size_t at = 0; at < points.size(); at += factors)
        out.push_back(f(std::span(points).subspan(at, factors)));
    return out;
}

/// The numbers of a row of the table of reference values that begins with these four texts; empty when
/// the table is absent.
inline std::vector<double> reference_values(const std::array<std::string, 4>& wanted) {
    const auto path = beside_project("reference/salib_reference_values.csv");
    if (path.empty()) return {};
    std::ifstream in(path);
    std::string line;
    while (std::getline(in, line)) {
        std::vector<std::string> cells{""};
        bool quoted = false;
        for (const char c : line) {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                cells.emplace_back();
            else
                cells.back() += c;
        }
        if (!std::equal(wanted.begin(), wanted.end(), cells.begin())) continue;
        std::vector<double> out;
        for (std::size_t c = wanted.size(); c < wanted.size() + 6 && !cells[c].empty(); ++c)
            out.push_back(std::stod(cells[c]));
        return out;
    }
    return {};
}

}  // namespace weefsel::analysis
