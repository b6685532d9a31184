#include "models/process/wellbeing/wellbeing.hpp"

#include <algorithm>
#include <array>

#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int recently_widowed = 24;  // months (MODEL 5.8)

/// Weight for who lost a partner lately, for everybody, added into `sum`.
void add_if_widowed(const Residents& r, sim::Month now, float weight, float* sum) {
    const std::int16_t* widowed = r.widowed.data();
    const std::int32_t month = now.value;
    const std::size_t n = r.rows();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const bool lately = (month - widowed[i] < recently_widowed) & (widowed[i] != Residents::never);
        sum[i] += lately ? weight : 0.0F;
    }
}

/// Trust in neighbours follows encounters and help, and returns to its usual level.
void trust_neighbours(Residents& r, float rural, const Encounters& encounters,
                      const WellbeingParametersOf<float>& p) {
    constexpr std::uint8_t got_help = 1;
    sim::each_row(
        r.rows(),
        [&, usual = p.trust_usual + p.trust_rural * rural](float& trust, std::uint8_t positive,
                                                           std::uint8_t across, std::uint8_t negative,
                                                           std::uint8_t helped) {
            const float rise = p.trust_per_encounter * static_cast<float>(positive) +
                               p.trust_across_groups * static_cast<float>(across) +
                               (helped == got_help ? p.trust_per_help : 0.0F);
            const float fall = p.trust_per_negative * static_cast<float>(negative);
            trust = sim::clamp01(trust + p.trust_rate * (usual - trust) +
                                 (rise < 1.0F ? rise : 1.0F) * (1.0F - trust) -
                                 (fall < 1.0F ? fall : 1.0F) * trust);
        },
        r.trust, encounters.positive, encounters.across, encounters.negative, r.helped);
}

void trust_institutions(Residents& r, const WellbeingParametersOf<float>& p) {
    const std::array usual{p.institutional_low, p.institutional_middle, p.institutional_high};
    sim::each_row(
        r.rows(),
        [&](float& trust, Education education) {
            trust += p.institutional_rate * (usual[static_cast<std::size_t>(education)] - trust);
        },
        r.institutional_trust, r.education);
}

/// Feeling at home: years here, people known, trust, turnover of the street, insecurity.
void belong(Residents& r, const Ties& ties, const Dwellings& d, const Streets& streets, float rural,
            const WellbeingParametersOf<float>& p, sim::Month now, Workspace& w) {
    auto& turnover = w.rate;
    turnover.resize(r.rows());
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const auto home = r.dwelling.data()[i];
        turnover[i] = home.exists() ? streets.turnover[d.street[home]] : 0.0F;
    }
    sim::each_row(
        r.rows(),
        [&, level = p.belonging_level + p.belonging_rural * rural](float& belonging, std::int16_t arrived,
                                                                   std::uint8_t casual, float trust,
                                                                   float turned, float insecurity) {
            const float years = static_cast<float>(now.value - arrived) * per_month;
            const float logit = level +
                                p.belonging_years * sim::log_of(1.0F + (years > 0.0F ? years : 0.0F)) +
                                p.belonging_known * sim::log_of(1.0F + static_cast<float>(casual)) +
                                p.belonging_trust * trust - p.belonging_turnover * turned -
                                p.belonging_insecurity * insecurity;
            belonging += p.belonging_rate * (sim::sigma(logit) - belonging);
        },
        r.belonging, r.arrived, ties.casual, r.trust, turnover, r.insecurity);
}

void trust_and_belong(Residents& r, const Ties& ties, const Dwellings& d, const Streets& streets, float rural,
                      const Encounters& encounters, const WellbeingParameters& parameters, sim::Month now,
                      Workspace& w) {
    const auto p = sim::narrowed(parameters);
    trust_neighbours(r, rural, encounters, p);
    trust_institutions(r, p);
    belong(r, ties, d, streets, rural, p, now, w);
}

/// Distress, insecurity and frailty.
void strain(Residents& r, float insecurity_shock, const WellbeingParameters& parameters,
            double frailty_growth, sim::Month now, Workspace& w) {
    constexpr float thirds = 3.0F, third = top_of_loneliness / thirds;
    constexpr std::uint8_t grown = 20;
    const auto p = sim::narrowed(parameters);
    const float growth = static_cast<float>(frailty_growth) / months_a_year;
    const float by_loneliness = p.distress_loneliness / top_of_loneliness,
                frailer = p.frailty_loneliness / third;
    auto& events = w.rate;
    events.resize(r.rows());
    sim::each_row(
        r.rows(),
        [&](float& event, std::uint8_t waiting) { event = waiting != 0 ? p.distress_waiting : 0.0F; }, events,
        r.care_waiting);
    add_if_widowed(r, now, p.distress_widowed, events.data());
    sim::each_row(
        r.rows(),
        [&](float& insecurity, float& distress, float& frailty, float base, float loneliness, float overload,
            float support, float event, std::uint8_t age) {
            const float level = base + insecurity_shock * (1.0F - base);
            const float up =
                level > insecurity && insecurity_shock > 0.0F ? p.insecurity_rise : p.insecurity_rate;
            insecurity += up * (level - insecurity);
            const float logit = p.distress_level + by_loneliness * loneliness +
                                p.distress_insecurity * insecurity + p.distress_overload * overload + event -
                                p.distress_support * sim::log_of(1.0F + support);
            distress += p.distress_rate * (sim::sigma(logit) - distress);
            const float faster = 1.0F + frailer * (loneliness - third) +
                                 p.frailty_distress * (distress - p.distress_usual) +
                                 p.frailty_insecurity * (insecurity - p.insecurity_usual);
            const float grows = age >= grown ? growth * (faster > 0.0F ? faster : 0.0F) : 0.0F;
            const float next = frailty * (1.0F + grows);
            frailty = next < p.frailty_most ? next : p.frailty_most;
        },
        r.insecurity, r.distress, r.frailty, r.insecurity_base, r.loneliness, r.overload, r.support_hours,
        events, r.age);
}

}  // namespace

void feel(Residents& r, const Ties& ties, const Dwellings& dwellings, const Streets& streets,
          const Surroundings& around, const Encounters& encounters, const WellbeingParameters& p,
          const ProfessionalParameters& professional, const DemographyParameters& demography,
          const sim::RandomSource& draws, sim::Month now, Workspace& w, const ShowHazard& show) {
    feel_lonely(r, ties, around.company, all, draws, now, w, show);
    trust_and_belong(r, ties, dwellings, streets, around.rural, encounters, p, now, w);
    strain(r, around.insecurity_shock, p, demography.frailty_growth, now, w);
}

}  // namespace weefsel
