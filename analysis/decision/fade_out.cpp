#include "analysis/decision/fade_out.hpp"

#include <cmath>
#include <limits>

#include "analysis/statistics/unknown.hpp"

namespace weefsel::analysis {

FadeOut fade_out(double at_end, std::span<const double> after) {
    FadeOut out{{}, unknown, unknown, 0, false};
    for (const double effect : after) out.left.push_back(at_end == 0 ? unknown : effect / at_end);
    if (at_end == 0 || std::isnan(at_end)) return out;

    // Weighted sums over (0, log 1) at the end and (year, log left) after it.
    double weights = 1, years = 0, logs = 0, squares = 0, products = 0;
    out.fitted = 1;
    for (std::size_t y = 0; y < out.left.size() && !out.reversed; ++y) {
        if (std::isnan(out.left[y])) continue;
        out.reversed = out.left[y] <= 0;
        if (out.reversed) continue;
        const double year = static_cast<double>(y) + 1, log_left = std::log(out.left[y]);
        const double weight = out.left[y] * out.left[y];
        ++out.fitted;
        weights += weight;
        years += weight * year;
        logs += weight * log_left;
        squares += weight * year * year;
        products += weight * year * log_left;
    }
    if (out.fitted < 2) return out;
    const double slope = (weights * products - years * logs) / (weights * squares - years * years);
    out.kept_per_year = std::exp(slope);
    out.half_life = slope < 0 ? -std::log(2.0) / slope : std::numeric_limits<double>::infinity();
    return out;
}

}  // namespace weefsel::analysis
