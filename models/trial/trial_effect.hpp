#pragma once
#include <cstdint>
#include <vector>

#include "models/question/trial.hpp"

namespace weefsel {

/// `treated` against `control`, expressed as the trial does. `sd`: of the recruited at entry, for smd. A
/// hazard ratio is that of constant hazards which give these shares: ln(1 - treated) / ln(1 - control). NaN
/// where it cannot be expressed.
double effect_of(EffectAs as, double control, double treated, double sd);

/// Mean over the people marked for whom both values are there (NaN: not there), of each.
struct TwoMeans {
    double one, other;
    std::size_t n;
};
TwoMeans means_of(const std::vector<float>& one, const std::vector<float>& other,
                  const std::vector<std::uint8_t>& marked);

/// Standard deviation of the values marked that are there.
double spread_of(const std::vector<float>& values, const std::vector<std::uint8_t>& marked);

}  // namespace weefsel
