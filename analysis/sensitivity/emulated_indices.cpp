#include "analysis/sensitivity/emulated_indices.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/effect_rows.hpp"
#include "analysis/statistics/unknown.hpp"

namespace weefsel::analysis {
namespace {

Interval over_surfaces(std::vector<double> values, std::size_t runs) {
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
    const auto rows = effect_rows(points, k);
    const auto surfaces = emulator.surfaces(rows.points, draws, seed);
    std::vector<std::vector<double>> first(k), total(k);
    std::vector<double> values(rows.rows());
    for (std::size_t d = 0; d < draws; ++d) {
        for (std::size_t r = 0; r < values.size(); ++r) values[r] = surfaces[r * draws + d];
        const auto shares = effect_shares(rows, values);
        for (std::size_t j = 0; j < k; ++j) {
            first[j].push_back(shares.first[j]);
            total[j].push_back(shares.total[j]);
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
