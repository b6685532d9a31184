#include "models/trial/trial_effect.hpp"

#include <cmath>
#include <limits>

#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double over(double a, double b) { return b != 0 ? a / b : nothing; }

}  // namespace

double effect_of(EffectAs as, double control, double treated, double sd) {
    constexpr double hundred = 100;
    switch (as) {
        case EffectAs::difference:
            return treated - control;
        case EffectAs::smd:
            return over(treated - control, sd);
        case EffectAs::ratio:
            return over(treated, control);
        case EffectAs::odds:
            return over(treated * (1 - control), control * (1 - treated));
        case EffectAs::hazard:
            return control > 0 && control < 1 && treated < 1
                       ? sim::log_of(1 - treated) / sim::log_of(1 - control)
                       : nothing;
        default:
            return hundred * (over(treated, control) - 1);
    }
}

TwoMeans means_of(const std::vector<float>& one, const std::vector<float>& other,
                  const std::vector<std::uint8_t>& marked) {
    TwoMeans out{0, 0, 0};
    for (std::size_t k = 0; k < marked.size(); ++k) {
        if (!marked[k] || std::isnan(one[k]) || std::isnan(other[k])) continue;
        out.one += static_cast<double>(one[k]);
        out.other += static_cast<double>(other[k]);
        ++out.n;
    }
    const auto n = static_cast<double>(out.n);
    out.one = over(out.one, n);
    out.other = over(out.other, n);
    return out;
}

double spread_of(const std::vector<float>& values, const std::vector<std::uint8_t>& marked) {
    double sum = 0, squares = 0, n = 0;
    for (std::size_t k = 0; k < marked.size(); ++k) {
        if (!marked[k] || std::isnan(values[k])) continue;
        const auto x = static_cast<double>(values[k]);
        sum += x;
        squares += x * x;
        ++n;
    }
    return n > 1 ? std::sqrt(std::max(0.0, (squares - sum * sum / n) / (n - 1))) : nothing;
}

}  // namespace weefsel
