#pragma once
#include "models/network/tie_state.hpp"
#include "models/resident/resident_state.hpp"
#include "models/survey/survey_parameters.hpp"
#include "sim/draws.hpp"

namespace weefsel {

/// Social cohesion as one resident would answer the four statements of the national safety monitor,
/// each on five steps, scored 0-10 as the monitor does. Keyed by who and month.
float cohesion_score(const Residents& residents, const Ties& ties, ResidentId who, const SurveyParameters& p,
                     const sim::Draws& draws, sim::Month now);

/// One answer: the nearest of five steps to a view of 0..1 with noise; 0..1.
float answer(float view, float noise);

}  // namespace weefsel
