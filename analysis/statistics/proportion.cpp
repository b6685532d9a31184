#include "analysis/statistics/proportion.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "analysis/statistics/unknown.hpp"

namespace weefsel::analysis {

Interval wilson_interval(double successes, double trials, double level) {
    if (!(trials > 0)) return {unknown, unknown, unknown, 0};
    const double z = boost::math::quantile(boost::math::normal{}, (1 + level) / 2);
    const double share = successes / trials;
    const double grown = 1 + z * z / trials;
    const double middle = (share + z * z / (2 * trials)) / grown;
    const double half = z / grown * std::sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
    return {share, std::max(0.0, middle - half), std::min(1.0, middle + half),
            static_cast<std::size_t>(trials)};
}

}  // namespace weefsel::analysis
