#include "models/process/funding/selection.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/normal_distribution.hpp"
#include "sim/random_source.hpp"

namespace weefsel {
namespace {

/// How far merit moves the chance of renewal, up and down.
double reach_of_merit(double renewal, double merit) { return merit * std::min(renewal, 1 - renewal); }

constexpr double cell_width = 2 * widest_rank / rank_cells;

/// z at the upper end of a cell.
double upper_end(std::size_t cell) { return -widest_rank + cell_width * static_cast<double>(cell + 1); }

/// The best of `bids` standard normal numbers at its percentile u.
double best_of(int bids, double u) {
    return static_cast<double>(sim::normal_quantile(static_cast<float>(sim::pow_of(u, 1.0 / bids))));
}

}  // namespace

double renewal_chance(double renewal, double rank, double merit) {
    return renewal + reach_of_merit(renewal, merit) * (2 * rank - 1);
}

double rank_when_renewed(double renewal, double rank, double merit) {
    if (renewal <= 0) return rank;
    return rank + reach_of_merit(renewal, merit) / renewal * (rank * rank - rank);
}

/// What is seen of the best bid is the best of normal numbers; given that, z is normal around correlation x
/// what is seen. The mean is taken over midpoints of its percentile.
double rank_when_chosen(double z, const Choosing& c) {
    const double seen = std::sqrt(c.spread * c.spread + c.noise * c.noise);
    if (c.bids <= 1 || seen <= 0) return sim::normal_cdf(z);
    if (c.noise <= 0) return sim::pow_of(sim::normal_cdf(z), c.bids);
    constexpr int midpoints = 64;
    const double correlation = c.spread / seen, rest = c.noise / seen;
    double sum = 0;
    for (int k = 0; k < midpoints; ++k)
        sum += sim::normal_cdf((z - correlation * best_of(c.bids, (k + 0.5) / midpoints)) / rest);
    return sum / midpoints;
}

void curve_when_renewed(RankCurve& curve, double renewal, double merit) {
    for (auto& rank : curve)
        rank = static_cast<float>(rank_when_renewed(renewal, static_cast<double>(rank), merit));
}

RankCurve curve_when_chosen(const Choosing& c) {
    RankCurve curve{};
    for (std::size_t k = 0; k + 1 < curve.size(); ++k)
        curve[k] = static_cast<float>(rank_when_chosen(upper_end(k), c));
    curve.back() = 1.0F;
    return curve;
}

double rank_when_kept(RankCurve& curve, double rank, const Choosing& c, double bar) {
    // The z of a cell differ as a uniform number of its width does, whose variance is a twelfth of its
    // square.
    constexpr double uniform = 12;
    const double within = c.spread * cell_width;
    const double blur = std::sqrt(c.noise * c.noise + within * within / uniform);
    double lower = 0, kept = 0, kept_below = 0;
    std::array<double, rank_cells> kept_until{};
    for (std::size_t k = 0; k < curve.size(); ++k) {
        const double upper = static_cast<double>(curve[k]);
        const double above = c.spread * (upper_end(k) - cell_width / 2) - bar;
        const double keeps = blur > 0 ? sim::normal_cdf(above / blur) : (above >= 0 ? 1.0 : 0.0);
        kept += (upper - lower) * keeps;
        kept_below += (std::clamp(rank, lower, upper) - lower) * keeps;
        kept_until[k] = kept;
        lower = upper;
    }
    if (kept <= 0) return rank;
    for (std::size_t k = 0; k < curve.size(); ++k) curve[k] = static_cast<float>(kept_until[k] / kept);
    return std::min(1.0, kept_below / kept);
}

}  // namespace weefsel
