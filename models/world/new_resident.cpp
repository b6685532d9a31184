#include "models/world/new_resident.hpp"

#include <algorithm>
#include <cmath>

#include "models/world/loneliness_scale.hpp"
#include "models/world/outside_friends.hpp"
#include "models/world/streams.hpp"
#include "models/world/units.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

using sim::normal_quantile;
using sim::open_uniform_of;

float usual_insecurity(Income income, const WellbeingParameters& p) {
    switch (income) {
        case Income::low:
            return static_cast<float>(p.insecurity_low_income);
        case Income::middle:
            return static_cast<float>(p.insecurity_middle_income);
        default:
            return static_cast<float>(p.insecurity_high_income);
    }
}

float usual_institutional_trust(Education education, const WellbeingParameters& p) {
    switch (education) {
        case Education::low:
            return static_cast<float>(p.institutional_low);
        case Education::middle:
            return static_cast<float>(p.institutional_middle);
        default:
            return static_cast<float>(p.institutional_high);
    }
}

/// Close relatives elsewhere: 0 to 6, about 3 (core networks hold some 3 people, half of them kin).
std::uint8_t relatives_elsewhere(float u) {
    constexpr std::array<float, 6> cumulative{0.08F, 0.22F, 0.42F, 0.64F, 0.82F, 0.94F};
    return static_cast<std::uint8_t>(std::upper_bound(cumulative.begin(), cumulative.end(), u) -
                                     cumulative.begin());
}

void draw_thresholds(Residents& r, ResidentId who, const sim::RandomSource& draws) {
    constexpr std::uint32_t episode_bits = 16;
    for (std::uint32_t k = 0; k < event_kinds; ++k) {
        const auto words =
            draws.block(Stream::event_threshold, r.birth_number[who], lifelong, k << episode_bits);
        r.hazard_left[k][who] = sim::exponential_of(words[0]);
        r.episode[k][who] = 0;
    }
}

/// A standard normal number that correlates with another by so much, from one that does not.
float mixed(double correlation, float with, float own) {
    return static_cast<float>(correlation) * with +
           static_cast<float>(std::sqrt(1.0 - correlation * correlation)) * own;
}

void draw_trust(Residents& r, ResidentId who, const CohesionParameters& p, const sim::RandomSource& draws) {
    const auto word = draws.block(Stream::trust, r.birth_number[who], lifelong)[0];
    r.trust_level[who] =
        sim::clamp01(static_cast<float>(p.trust_usual) +
                     static_cast<float>(p.trust_spread) * normal_quantile(open_uniform_of(word)));
    r.trust[who] = r.trust_level[who];
}

/// Existential insecurity for life; `normal`: what is the person's own.
float own_insecurity(const Residents& r, ResidentId who, const Area& area, Tenure tenure, float normal,
                     const WellbeingParameters& p) {
    double logit =
        static_cast<double>(sim::logit(sim::clamp01(usual_insecurity(r.income[who], p)) * 0.98F + 0.01F));
    if (r.income[who] == Income::low) logit += p.insecurity_poverty * static_cast<double>(area.poorer);
    if (r.origin[who] == Origin::outside_europe) logit += p.insecurity_origin_outside;
    if (tenure == Tenure::owned)
        logit -= p.insecurity_owned + p.insecurity_wealth * static_cast<double>(area.wealth);
    if (r.activity[who] == Activity::student) logit -= p.insecurity_student;
    return sim::sigma(static_cast<float>(logit + p.insecurity_spread * static_cast<double>(normal)));
}

/// What schooling and insecurity have made of somebody's frailty by now, as a factor.
float frailty_by_life(const Residents& r, ResidentId who, const Parameters& p) {
    constexpr int from = 20, schooled = 25;
    if (r.age[who] < schooled) return 1.0F;
    const float years = static_cast<float>(r.age[who] - from);
    const double by_education = r.education[who] == Education::low    ? p.demography.frailty_education
                                : r.education[who] == Education::high ? -p.demography.frailty_education
                                                                      : 0.0;
    const double faster = p.wellbeing.frailty_insecurity *
                          (static_cast<double>(r.insecurity_base[who]) - p.wellbeing.insecurity_usual);
    return sim::exp_of(static_cast<float>(by_education) +
                       static_cast<float>(p.demography.frailty_growth * faster) * years);
}

void draw_traits(Residents& r, ResidentId who, const Area& area, Tenure tenure, const Parameters& p,
                 const sim::RandomSource& draws) {
    const auto b = r.birth_number[who];
    const auto first = draws.block(Stream::population_trait, b, lifelong, 0);
    const auto second = draws.block(Stream::population_trait, b, lifelong, 1);
    const auto third = draws.block(Stream::population_trait, b, lifelong, 2);
    const auto normal = [](std::uint32_t word) { return normal_quantile(open_uniform_of(word)); };
    const auto& w = p.wellbeing;

    const auto& spread_of = p.population;
    const float level = normal(first[0]);
    const float habit = mixed(-spread_of.contact_loneliness, level, normal(third[0]));
    const auto of_contact = [&](std::uint32_t word) {
        return mixed(spread_of.contact_shared, habit, normal(word));
    };
    r.loneliness_level[who] = static_cast<float>(w.loneliness_level) +
                              static_cast<float>(spread_of.loneliness_level_spread) * level;
    r.social_level[who] = static_cast<float>(spread_of.loneliness_social_spread) *
                          mixed(-spread_of.contact_social, habit, normal(third[1]));
    r.drift[who] = static_cast<float>(w.drift_spread) * normal(third[2]);
    r.sociability[who] = sim::sigma(of_contact(first[1]));
    const float rural = above_middle(area.rural);
    r.help_norm[who] = sim::sigma(normal(first[2]) + static_cast<float>(spread_of.help_norm_rural) * rural);
    r.outside_social[who] = static_cast<float>(w.outside_hours) *
                            sim::exp_of(static_cast<float>(w.outside_spread) * of_contact(first[3]));
    r.outside_kin[who] = relatives_elsewhere(open_uniform_of(second[0]));
    r.family_habit[who] = sim::exp_of(static_cast<float>(w.family_spread) * of_contact(third[3]) +
                                      static_cast<float>(w.family_rural) * rural);
    r.insecurity_base[who] = own_insecurity(r, who, area, tenure, normal(second[1]), w);
    r.insecurity[who] = r.insecurity_base[who];
    constexpr float most_deficits = 0.95F;  // nobody lives with all of them
    const float spread = static_cast<float>(p.demography.frailty_spread);
    const float mean_one = sim::exp_of(spread * normal(second[2]) - 0.5F * spread * spread);
    r.frailty[who] = std::min(most_deficits, expected_frailty(r.age[who], r.sex[who], p.demography) *
                                                 frailty_by_life(r, who, p) * mean_one);
    r.institutional_trust[who] = sim::clamp01(usual_institutional_trust(r.education[who], w) +
                                              static_cast<float>(w.institutional_spread) * normal(second[3]));
}

}  // namespace

float expected_frailty(int age, Sex sex, const DemographyParameters& p) {
    constexpr float reference_age = 20.0F;
    const float years = std::max(0.0F, static_cast<float>(age) - reference_age);
    return static_cast<float>(p.frailty_at_20) * sim::exp_of(static_cast<float>(p.frailty_growth) * years) *
           static_cast<float>(sex == Sex::female ? p.frailty_women : p.frailty_men);
}

void add_row(Residents& r) {
    const std::size_t n = r.rows() + 1;
    r.visit([n](const char*, auto& column) { column.grow(n); });
}

void begin_life(Residents& r, ResidentId who, const Area& area, Tenure tenure, const Parameters& p,
                const sim::RandomSource& draws) {
    r.present[who] = 1;
    r.widowed[who] = Residents::never;
    r.last_reached[who] = Residents::never;
    draw_traits(r, who, area, tenure, p, draws);
    draw_thresholds(r, who, draws);
    r.emotional_loneliness[who] = emotional_items * sim::sigma(r.loneliness_level[who] + r.drift[who]);
    r.loneliness[who] =
        r.emotional_loneliness[who] +
        social_items * sim::sigma(r.loneliness_level[who] + r.drift[who] + r.social_level[who]);
    r.distress[who] = sim::sigma(static_cast<float>(p.wellbeing.distress_level) + r.insecurity[who] + 0.5F);
    draw_trust(r, who, p.cohesion, draws);
    r.belonging[who] = 0.5F;
    r.coping[who] = 0.0F;
    r.company_kept[who] = static_cast<float>(p.company.usual);
    r.mobility[who] = 1.0F;
    r.free_hours[who] = 0.0F;
    r.moved_contact[who] = r.across_contact[who] = 0;
    r.moved[who] = Residents::never;
    r.known_street[who] = static_cast<float>(p.network.known_on_arrival);
    r.outside_friends[who] = first_outside_friends(r, who, p.network, draws);
    for (std::size_t m = 0; m < regular_places; ++m) {
        r.regular[m][who] = no_row;
        r.habit[m][who] = r.companions[m][who] = 0.0F;
    }
    r.visits[who] = 0;
    r.invited[who] = no_row;
    r.rides[who] = 0;
    r.known_post[who] = {no_row, no_row};
    r.bond[who] = {};
    r.bond_months[who] = {};
    r.support_hours[who] = 0.0F;
    r.trajectory_post[who] = no_row;
    r.trajectory_left[who] = 0;
    r.signal[who] = r.help_given[who] = r.help_load[who] = r.helped[who] = 0;
    r.volunteer_hours[who] = 0.0F;
    r.volunteer_place[who] = no_row;
    r.care_need[who] = r.care_informal[who] = r.care_outside[who] = r.care_given[who] = r.overload[who] =
        0.0F;
    r.carer[who] = ResidentId::none();
    r.care_use[who] = r.care_waiting[who] = 0;
    r.care_since[who] = {};
    r.gp_contacts[who] = 0;
}

}  // namespace weefsel
