#pragma once
#include <array>
#include <span>

#include "models/measure/indicators.hpp"

namespace weefsel {

/// What is measured of every street, once a year.
inline constexpr std::array street_indicators{Indicator::population, Indicator::social_cohesion,
                                              Indicator::lonely, Indicator::severely_lonely,
                                              Indicator::participation};
/// A study of more streets keeps none of them: of so many nobody reads one by one.
inline constexpr std::size_t most_streets_kept = 200;

/// Fills `values` ([street][of street_indicators]), NaN where nobody lives. Streets beyond the end of
/// `values` are left out. People in residential care live in no street.
void observe_streets(const Neighbourhood& n, const AnsweredLoneliness& answered, const SurveyParameters& p,
                     const sim::RandomSource& draws, sim::Month now, std::span<float> values);

}  // namespace weefsel
