#pragma once
#include "models/parameters/survey_parameters.hpp"
#include "models/world/resident_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

inline constexpr int loneliness_items = 6;
/// Scores of the six-item form from which somebody is lonely, and strongly so. Source: CBS 85766NED.
inline constexpr int lonely_6_from = 2, strongly_lonely_6_from = 5;

/// How many of the six statements of the short De Jong Gierveld form one resident answers as a lonely
/// person would, 0..6. The statements differ in how much loneliness they take; which is emotional and
/// which social is not told apart. Keyed by who and year, so that options of a replicate share the
/// noise. The form of 11 items has other cut-offs: the two are never mixed.
/// Source: De Jong Gierveld & Van Tilburg 2006.
int loneliness_score_6(const Residents& residents, ResidentId who, const SurveyParameters& p,
                       const sim::RandomSource& draws, sim::Month now);
/// The same with answers keyed by who and `interview`, whatever the year.
int loneliness_score_6_at(const Residents& residents, ResidentId who, const SurveyParameters& p,
                          const sim::RandomSource& draws, sim::Month interview);

}  // namespace weefsel
