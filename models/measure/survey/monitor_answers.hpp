#pragma once
#include <array>

#include "models/measure/survey/answered_loneliness.hpp"
#include "models/measure/survey/monitor.hpp"
#include "models/measure/survey/survey_counts.hpp"
#include "models/world/neighbourhood.hpp"

namespace weefsel {

/// What a health monitor would publish of the adults of one neighbourhood: sum of answers and number of
/// adults.
using MonitorAnswers = std::array<Share, monitor_columns>;

/// Asks all adults who live on their own, as the monitor does. Loneliness and health are chances to answer
/// so, without the noise of a sample (see AnsweredLoneliness); distress, care and volunteering are those of
/// the month.
MonitorAnswers monitor_answers(const Neighbourhood& n, const AnsweredLoneliness& loneliness,
                               const SurveyParameters& p);

/// The chance that somebody calls their health good.
float chance_healthy(float frailty, float distress, const SurveyParameters& p);

}  // namespace weefsel
