#include "models/process/wellbeing/wellbeing.hpp"

#include <algorithm>
#include <array>

#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr float decade = 10.0F;       // years
constexpr int recently_widowed = 24;  // months (MODEL 5.8)

constexpr std::size_t ages = 256;  // of a byte

/// Share of the contact elsewhere that is left at an age.
float kept_at(std::uint8_t age, const WellbeingParameters& p) {
    const float over = static_cast<float>(age) - static_cast<float>(p.outside_age_from);
    return over > 0.0F ? sim::exp_of(-static_cast<float>(p.outside_age) * over / decade) : 1.0F;
}
std::array<float, ages> kept_by_age(const WellbeingParameters& p) {
    std::array<float, ages> kept{};
    for (std::size_t a = 0; a < ages; ++a) kept[a] = kept_at(static_cast<std::uint8_t>(a), p);
    return kept;
}

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

/// What who one is adds to the logit of loneliness: partner, education, origin, high age.
void add_by_person(const Residents& r, const WellbeingParameters& p, float* sum) {
    const auto partner = static_cast<float>(p.loneliness_partner),
               step = static_cast<float>(p.loneliness_education),
               europe = static_cast<float>(p.loneliness_origin_europe),
               outside = static_cast<float>(p.loneliness_origin_outside),
               old = static_cast<float>(p.loneliness_old_age) / decade,
               old_from = static_cast<float>(p.loneliness_old_from);
    const auto* with = r.partner.data();
    const auto* education = reinterpret_cast<const std::uint8_t*>(r.education.data());
    const auto* origin = reinterpret_cast<const std::uint8_t*>(r.origin.data());
    const std::uint8_t* age = r.age.data();
    constexpr auto middle = static_cast<std::int32_t>(Education::middle);
    constexpr auto from_europe = static_cast<std::uint8_t>(Origin::europe),
                   from_outside = static_cast<std::uint8_t>(Origin::outside_europe);
    const std::size_t n = r.rows();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float over = static_cast<float>(age[i]) - old_from;
        sum[i] = (with[i].value != ResidentId::none_value ? -partner : 0.0F) +
                 step * static_cast<float>(middle - static_cast<std::int32_t>(education[i])) +
                 (origin[i] == from_europe ? europe : 0.0F) + (origin[i] == from_outside ? outside : 0.0F) +
                 old * (over > 0.0F ? over : 0.0F);
    }
}

/// Mean loneliness of the ties here and of those elsewhere that `beyond` sums, 0 without ties.
float loneliness_of_ties(const Residents& r, const Ties& ties, ResidentId who, const LonelyBeyond& beyond) {
    constexpr float hundred = 100.0F;
    std::int32_t sum = beyond.hundredths, n = ties.count[who] + beyond.ties;
    for (int k = 0; k < ties.count[who]; ++k)
        sum += hundredths_of(r.loneliness[ResidentId{ties.row[who].other(k)}]);
    return n == 0 ? 0.0F : static_cast<float>(sum) / (hundred * static_cast<float>(n));
}

/// Contagion by ties, for everybody, added into `sum`.
void add_contagion(const Residents& r, const Ties& ties, std::span<const LonelyBeyond> beyond,
                   float contagion, float* sum) {
    std::vector<LonelyBeyond> elsewhere(r.rows());
    for (const auto& b : beyond)  // whoever died or left this month may have been followed by another
        if (r.present[ResidentId{b.row}] && r.birth_number[ResidentId{b.row}] == b.who) elsewhere[b.row] = b;
    for (std::size_t i = 0; i < r.rows(); ++i)
        sum[i] +=
            contagion * loneliness_of_ties(r, ties, ResidentId{static_cast<std::uint16_t>(i)}, elsewhere[i]);
}

/// What support from a professional takes from loneliness, from the third visit on.
void relieve_by_support(const Residents& r, float relief, double bond_gain, float* rest) {
    constexpr double nearly = 0.99;  // bonds fade between visits and are rounded
    const double missed = 1.0 - bond_gain;
    const auto third_visit = static_cast<float>(nearly * (1.0 - missed * missed * missed));
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const float bond = std::max(r.bond[who][0], r.bond[who][1]);
        if (bond >= third_visit) rest[i] -= relief * sim::log_of(1.0F + r.support_hours[who]);
    }
}

void feel_lonely(Residents& r, const Ties& ties, const Surroundings& around,
                 const WellbeingParameters& parameters, double bond_gain, sim::Month now, Workspace& w,
                 const ShowHazard& show) {
    const auto p = sim::narrowed(parameters);
    w.rate.resize(r.rows());
    auto& rest = w.rate;
    add_by_person(r, parameters, rest.data());
    add_if_widowed(r, now, p.loneliness_widowed, rest.data());
    if (p.contagion > 0.0F) add_contagion(r, ties, around.lonely_beyond, p.contagion, rest.data());
    if (p.loneliness_support > 0.0F) relieve_by_support(r, p.loneliness_support, bond_gain, rest.data());
    const float visits = 1.0F - around.visits_given_up;
    show(Hazard::loneliness, {rest, {}, visits});
    const auto kept = kept_by_age(parameters);
    w.score.assign(r.rows(), 0.0F);
    std::copy(around.company.begin(), around.company.end(), w.score.begin());
    sim::each_row(
        r.rows(),
        [&](float& loneliness, float level, float outside, std::uint16_t moved, std::uint8_t age,
            std::uint16_t contact, std::uint8_t casual, float frailty, float insecurity, float by_person,
            float company) {
            const float here = static_cast<float>(contact) * hours_a_quarter;
            const float away = outside * kept[age] + static_cast<float>(moved) * tie_hours_per_step;
            const float there = visits * away - p.displacement * here;
            const float hours = here + (there > 0.0F ? there : 0.0F) + company;
            const float logit = level - p.loneliness_contact * sim::log_of(1.0F + hours) -
                                p.loneliness_casual * sim::log_of(1.0F + static_cast<float>(casual)) +
                                p.loneliness_frailty * frailty + p.loneliness_insecurity * insecurity +
                                by_person;
            loneliness += p.loneliness_rate * (top_of_loneliness * sim::sigma(logit) - loneliness);
        },
        r.loneliness, r.loneliness_level, r.outside_social, r.moved_contact, r.age, ties.contact, ties.casual,
        r.frailty, r.insecurity, rest, w.score);
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

float hours_elsewhere(const Residents& r, const Ties& ties, ResidentId who, const WellbeingParameters& p,
                      float visits_kept) {
    const float here = static_cast<float>(ties.contact[who]) * hours_a_quarter;
    const float elsewhere = r.outside_social[who] * kept_at(r.age[who], p) +
                            static_cast<float>(r.moved_contact[who]) * tie_hours_per_step;
    return std::max(0.0F, visits_kept * elsewhere - static_cast<float>(p.displacement) * here);
}

void feel(Residents& r, const Ties& ties, const Surroundings& around, const WellbeingParameters& p,
          const ProfessionalParameters& professional, const DemographyParameters& demography, sim::Month now,
          Workspace& w, const ShowHazard& show) {
    feel_lonely(r, ties, around, p, professional.bond_gain, now, w, show);
    strain(r, around.insecurity_shock, p, demography.frailty_growth, now, w);
}

}  // namespace weefsel
