#pragma once
#include <cstdint>
#include <vector>

#include "models/measure/survey/survey_counts.hpp"
#include "models/measure/survey/surveyed.hpp"
#include "models/parameters/parameters.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

/// What one resident adds to the counts of the pattern survey at the end of a year.
namespace weefsel {

inline constexpr int oldest_first = 60;  ///< age from which residential care is indicated

/// Loneliness, cohesion, belonging, distress, institutional trust. `urbanity`: index 0..4.
void count_answers(const Neighbourhood& n, ResidentId who, const SurveyParameters& p,
                   const sim::RandomSource& draws, sim::Month now, std::size_t urbanity, SurveyCounts& c);
/// Weekly contact and number of ties.
void count_network(const Neighbourhood& n, ResidentId who, const Parameters& p, SurveyCounts& c);
/// Strong loneliness, and strong in either part, by contact outside the house: usually less than once a
/// week, or more. Somebody sees friends and relatives less than once a week or not, and neighbours by chance.
void count_contact(const Neighbourhood& n, ResidentId who, const Parameters& p,
                   const sim::RandomSource& draws, sim::Month now, SurveyCounts& c);
/// Volunteering (`volunteered`: in the year that ends) and informal care.
void count_help(const Neighbourhood& n, ResidentId who, bool volunteered, const SurveyParameters& p,
                SurveyCounts& c);
/// Severe loneliness by what is known of a partner. `separated`: the partner left while observed.
void count_partner(const Residents& r, ResidentId who, bool separated, const SurveyParameters& p,
                   const sim::RandomSource& draws, sim::Month now, SurveyCounts& c);
/// Composition and loneliness score, as sums of products.
void count_composition(const Residents& r, ResidentId who, const SurveyParameters& p,
                       const sim::RandomSource& draws, sim::Month now, SurveyCounts& c);
/// GP contacts of a whole year.
void count_gp(const Residents& r, ResidentId who, int contacts, SurveyCounts& c);
/// Offences of this month and the young who could have committed them.
void count_offences(const Residents& r, std::uint32_t offences, SurveyCounts& c);

/// Somebody among those who are alike: exposed (severely lonely) or not, and what came of it.
struct AlikePerson {
    std::uint64_t stratum;
    bool exposed;
    double outcome;
};
/// Strata: five years of age, partner, tenth of frailty.
std::uint64_t alike_in_frailty(int age, bool partnered, float frailty);
/// Strata: GP's age group, steps of frailty and distress of 0.05, of insecurity of 0.2.
std::uint64_t alike_in_health(int age, float frailty, float distress, float insecurity);
/// Adds the terms of the Mantel-Haenszel odds ratio (outcomes 0 or 1) or rate ratio (a year each).
/// Source: Mantel & Haenszel 1959; Rothman, Greenland & Lash 2008, chapter 15. Sorts the people.
void add_odds(std::vector<AlikePerson>& people, StratifiedRatio& ratio);
void add_rates(std::vector<AlikePerson>& people, StratifiedRatio& ratio);

}  // namespace weefsel
