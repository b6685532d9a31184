#pragma once
#include <array>
#include <cstdint>

#include "models/parameters/survey_parameters.hpp"
#include "models/world/resident_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// The four statements: people know each other, are pleasant, help each other; one feels at home here.
enum class CohesionItem : std::uint8_t { know, pleasant, helpful, home, count };
using CohesionAnswers = std::array<float, static_cast<std::size_t>(CohesionItem::count)>;

/// One resident's answers to them, each on five steps of 0..1 (agree from 0.75). Keyed by who and month.
/// That people know each other is answered by the share of the own street that is known by face and by the
/// strongest habit of going to a place; ties, those of former days too, have no part in it.
CohesionAnswers cohesion_answers(const Residents& residents, ResidentId who, const SurveyParameters& p,
                                 const sim::RandomSource& draws, sim::Month now);

/// Social cohesion as one resident would answer the four statements of the national safety monitor,
/// each on five steps, scored 0-10 as the monitor does. Keyed by who and month.
float cohesion_score(const Residents& residents, ResidentId who, const SurveyParameters& p,
                     const sim::RandomSource& draws, sim::Month now);

/// One answer: the nearest of five steps to a view of 0..1 with noise; 0..1.
float answer(float view, float noise);

}  // namespace weefsel
