#pragma once
#include <array>
#include <cstddef>

#include "models/parameters/survey_parameters.hpp"
#include "models/world/resident_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

// Scales as trials ask them: answers of one resident at one moment, keyed by who and month, so that the two
// runs of a trial share what is not the treatment's. m is the mood of that day, normal with spread
// `survey.interview_mood`; x of a part is the view of lonely_views + m, and of the whole scale, L of 0..11,
// logit(0.998 L/11 + 0.001) + m.

/// Items of De Jong Gierveld's scale, numbered as the manual does, less one.
inline constexpr std::size_t items_11 = 11;
using ItemAnswers = std::array<bool, items_11>;
/// Scores from which somebody is lonely, and severely so.
inline constexpr std::size_t lonely_11_from = 3, severely_11_from = 9;
/// Whether an item is one of the six emotional ones; the others are social.
bool is_emotional(std::size_t item);
/// t_k of an item: how much loneliness half of those who give the lonely answer have, as a logit.
double threshold_11(std::size_t item, const SurveyParameters& p);
/// Which of them are answered as a lonely person would: chance sigma(`eleven_slope` (x - t_k)), x of the
/// part, t_k evenly from -`eleven_spread` to `eleven_spread` in the order in which LASA 2019 finds them
/// answered.
ItemAnswers answers_11(const Residents& residents, ResidentId who, const SurveyParameters& p,
                       const sim::RandomSource& draws, sim::Month now);
/// Scores: all items 0..11, the six emotional ones 0..6, the five social ones 0..5.
int score_11(const ItemAnswers& answers);
int score_emotional(const ItemAnswers& answers);
int score_social(const ItemAnswers& answers);

/// Three items of UCLA, each 1 (hardly ever), 2 (some of the time) or 3 (often): 3..9. Two or more with
/// chance sigma(`ucla_slope` (x - `ucla_some`)), three with the same at `ucla_often`.
int score_ucla_3(const Residents& residents, ResidentId who, const SurveyParameters& p,
                 const sim::RandomSource& draws, sim::Month now);

/// Distress on the range of PHQ-9: the nearest whole number to 27 (distress + noise), 0..27; the noise goes
/// with the mood of the interview as far as `distress_mood` says. A case
/// (`distressed_from`, 0.36) is then 10 and more, as there.
inline constexpr double top_of_distress = 27;
int score_distress(const Residents& residents, ResidentId who, const SurveyParameters& p,
                   const sim::RandomSource& draws, sim::Month now);

}  // namespace weefsel
