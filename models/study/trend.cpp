#include "models/study/trend.hpp"

#include <algorithm>

#include "sim/month.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

Parameters with_trends(const Parameters& parameters, const std::vector<Trend>& trends, int month) {
    Parameters now = parameters;
    if (trends.empty()) return now;
    const auto table = table_of(now);
    const double years = static_cast<double>(month) / sim::months_per_year;
    for (const auto& trend : trends) {
        const auto* moving = table.find(trend.parameter);
        *moving->value = std::clamp(*moving->value * sim::pow_of(1 + trend.a_year, years), moving->range.low,
                                    moving->range.high);
    }
    return now;
}

}  // namespace weefsel
