#pragma once
#include "models/parameters/survey_parameters.hpp"
#include "models/world/resident_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

inline constexpr int loneliness_items = 6;
/// Scores of the six-item form from which somebody is lonely, and strongly so; and of three emotional or
/// three social items. Source: CBS 85766NED.
inline constexpr int lonely_6_from = 2, strongly_lonely_6_from = 5, strongly_in_part_from = 3;

/// How lonely somebody is in both parts, as the logit of the share of the items: logit(0.998 share + 0.001).
struct LonelyViews {
    float emotional, social;
};
LonelyViews lonely_views(const Residents& residents, ResidentId who);

/// How many of the three emotional and of the three social statements of the short De Jong Gierveld form
/// one resident answers as a lonely person would, 0..3 each.
struct SixItems {
    int emotional = 0, social = 0;
    [[nodiscard]] int score() const { return emotional + social; }
};

/// Answers to that form: the kth statement of three (k = -1, 0, 1) with chance
/// sigma(`six_slope` (view + m - `six_emotional` or `six_social` - k `six_step`)), m the mood of that day,
/// normal with spread `interview_mood`. Keyed by who and year, so that options of a replicate share the
/// noise. The form of 11 items has other cut-offs: the two are never mixed. Source: De Jong Gierveld & Van
/// Tilburg 2006.
SixItems answers_6(const Residents& residents, ResidentId who, const SurveyParameters& p,
                   const sim::RandomSource& draws, sim::Month now);
/// The same with answers keyed by who and `interview`, whatever the year.
SixItems answers_6_at(const Residents& residents, ResidentId who, const SurveyParameters& p,
                      const sim::RandomSource& draws, sim::Month interview);

}  // namespace weefsel
