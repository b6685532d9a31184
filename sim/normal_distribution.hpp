#pragma once
#include "sim/numeric.hpp"

namespace weefsel::sim {

/// Standard normal distribution function, in plain arithmetic: the same bits on every machine. Absolute
/// error below 8e-8. Source: Abramowitz & Stegun (1964), 26.2.17.
inline double normal_cdf(double x) {
    constexpr double density_at_0 = 0.39894228040143267794;
    const double a = x < 0 ? -x : x;
    const double t = 1 / (1 + 0.2316419 * a);
    const double poly =
        t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    const double above = density_at_0 * exp_of(-0.5 * a * a) * poly;
    return x < 0 ? above : 1 - above;
}

}  // namespace weefsel::sim
