#include "analysis/fade_out.hpp"

#include <cmath>
#include <limits>

namespace weefsel::analysis {

FadeOut fade_out(double at_end, std::span<const double> after) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    FadeOut out{{}, unknown, unknown, 0, false};
    for (const double effect : after) out.left.push_back(at_end == 0 ? unknown : effect / at_end);
    if (at_end == 0 || std::isnan(at_end)) return out;

    // Sums over (0, log 1) at the end and (year, log left) after it.
    double n = 1, years = 0, logs = 0, squares = 0, products = 0;
    for (std::size_t y = 0; y < out.left.size() && !out.reversed; ++y) {
        if (std::isnan(out.left[y])) continue;
        out.reversed = out.left[y] <= 0;
        if (out.reversed) continue;
        const double year = static_cast<double>(y) + 1, log_left = std::log(out.left[y]);
        n += 1;
        years += year;
        logs += log_left;
        squares += year * year;
        products += year * log_left;
    }
    out.fitted = static_cast<std::size_t>(n);
    if (n < 2) return out;
    const double slope = (n * products - years * logs) / (n * squares - years * years);
    out.kept_per_year = std::exp(slope);
    out.half_life = slope < 0 ? -std::log(2.0) / slope : std::numeric_limits<double>::infinity();
    return out;
}

}  // namespace weefsel::analysis
