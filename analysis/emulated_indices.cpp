#include "analysis/emulated_indices.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <limits>

#include "analysis/sobol_indices.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

constexpr std::size_t blocks = 4096;  // a power of two keeps the sequence balanced

/// Values of each factor in the design, ascending: its distribution as steps of equal height.
std::vector<std::vector<double>> margins_of(std::span<const double> points, std::size_t factors) {
    std::vector<std::vector<double>> out(factors);
    for (std::size_t i = 0; i < points.size(); ++i) out[i % factors].push_back(points[i]);
    for (auto& column : out) std::sort(column.begin(), column.end());
    return out;
}

/// Points of a Saltelli design whose factors have the given margins, row-major.
std::vector<double> saltelli_rows(const std::vector<std::vector<double>>& margins) {
    const std::size_t k = margins.size();
    boost::random::sobol sequence(2 * k);
    std::vector<double> base(2 * k), out;
    out.reserve(blocks * saltelli_block(k) * k);
    for (std::size_t b = 0; b < blocks; ++b) {
        for (std::size_t d = 0; d < 2 * k; ++d) {
            const auto& margin = margins[d % k];
            const double u = static_cast<double>(sequence() >> 11U) * 0x1p-53;
            base[d] = margin[static_cast<std::size_t>(u * static_cast<double>(margin.size()))];
        }
        for (std::size_t row = 0; row < saltelli_block(k); ++row)
            for (std::size_t j = 0; j < k; ++j)
                out.push_back(row == k + 1 || row == j + 1 ? base[k + j] : base[j]);
    }
    return out;
}

Interval over_surfaces(std::vector<double> values, std::size_t runs) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    if (std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); }))
        return {unknown, unknown, unknown, runs};
    std::sort(values.begin(), values.end());
    double sum = 0;
    for (const double v : values) sum += v;
    constexpr double tail = 0.025;
    const auto last = static_cast<double>(values.size() - 1);
    const auto at = [&](double share) { return values[static_cast<std::size_t>(std::lround(share * last))]; };
    return {sum / static_cast<double>(values.size()), at(tail), at(1 - tail), runs};
}

}  // namespace

EmulatedIndices emulated_indices(const Emulator& emulator, std::span<const double> points, std::uint32_t seed,
                                 std::size_t draws) {
    const std::size_t k = emulator.factors();
    sim::require(!points.empty() && points.size() % k == 0, "a point has a value of every factor");
    const auto rows = saltelli_rows(margins_of(points, k));
    const auto surfaces = emulator.surfaces(rows, draws, seed);
    std::vector<std::vector<double>> first(k), total(k);
    std::vector<double> outputs(rows.size() / k);
    for (std::size_t d = 0; d < draws; ++d) {
        for (std::size_t r = 0; r < outputs.size(); ++r) outputs[r] = surfaces[r * draws + d];
        const auto indices = sobol_indices(outputs, k, seed, 0);
        for (std::size_t j = 0; j < k; ++j) {
            first[j].push_back(indices.first[j].mean);
            total[j].push_back(indices.total[j].mean);
        }
    }
    EmulatedIndices out;
    for (std::size_t j = 0; j < k; ++j) {
        out.first.push_back(over_surfaces(std::move(first[j]), emulator.runs()));
        out.total.push_back(over_surfaces(std::move(total[j]), emulator.runs()));
    }
    return out;
}

}  // namespace weefsel::analysis
