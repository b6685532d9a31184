#include "models/process/wellbeing/wellbeing.hpp"

#include <algorithm>
#include <array>

#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr float quarter = 0.25F;
constexpr int recently_widowed = 24;  // months (MODEL 5.8)

constexpr std::size_t ages = 256;  // of a byte

/// Share of the contact elsewhere that is left at an age.
float kept_at(std::uint8_t age, const WellbeingParameters& p) {
    constexpr float full_until = 25.0F, decade = 10.0F;
    const float over = static_cast<float>(age) - full_until;
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
    constexpr float old_from = 80.0F, decade = 10.0F;
    const auto partner = static_cast<float>(p.loneliness_partner),
               step = static_cast<float>(p.loneliness_education),
               europe = static_cast<float>(p.loneliness_origin_europe),
               outside = static_cast<float>(p.loneliness_origin_outside),
               old = static_cast<float>(p.loneliness_old_age) / decade;
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
    std::int32_t sum = beyond.hundredths, n = ties.count[who] + beyond.ties;
    for (int k = 0; k < ties.count[who]; ++k)
        sum += hundredths_of(r.loneliness[ResidentId{ties.row[who].other(k)}]);
    return n == 0 ? 0.0F : static_cast<float>(sum) / (100.0F * static_cast<float>(n));
}

/// Contagion by ties, for everybody, added into `sum`.
void add_contagion(const Residents& r, const Ties& ties, const std::vector<LonelyBeyond>& beyond,
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
    const double missed = 1.0 - bond_gain;
    const auto third_visit = static_cast<float>(0.99 * (1.0 - missed * missed * missed));
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const float bond = std::max(r.bond[who][0], r.bond[who][1]);
        if (bond >= third_visit) rest[i] -= relief * sim::log_of(1.0F + r.support_hours[who]);
    }
}

void feel_lonely(Residents& r, const Ties& ties, float visits_given_up, const WellbeingParameters& p,
                 double bond_gain, sim::Month now, Workspace& w) {
    const std::size_t n = r.rows();
    const auto b_widowed = static_cast<float>(p.loneliness_widowed);
    const auto contagion = static_cast<float>(p.contagion), displaced = static_cast<float>(p.displacement);
    const auto b1 = static_cast<float>(p.loneliness_contact), b2 = static_cast<float>(p.loneliness_casual);
    const auto b5 = static_cast<float>(p.loneliness_frailty),
               b6 = static_cast<float>(p.loneliness_insecurity);
    const auto rate = static_cast<float>(p.loneliness_rate);
    const float kept_up = 1.0F - visits_given_up;
    w.rate.resize(n);
    w.score.resize(n);
    float* rest = w.rate.data();
    add_by_person(r, p, rest);
    add_if_widowed(r, now, b_widowed, rest);
    if (contagion > 0.0F) add_contagion(r, ties, w.lonely_beyond, contagion, rest);
    if (p.loneliness_support > 0)
        relieve_by_support(r, static_cast<float>(p.loneliness_support), bond_gain, rest);
    w.visits_kept = kept_up;
    w.show(Hazard::loneliness);
    const float* level = r.loneliness_level.data();
    const float* outside = r.outside_social.data();
    const std::uint16_t* moved = r.moved_contact.data();
    const float* frailty = r.frailty.data();
    const float* insecurity = r.insecurity.data();
    const std::uint16_t* contact = ties.contact.data();
    const std::uint8_t* casual = ties.casual.data();
    const std::uint8_t* age = r.age.data();
    const std::array<float, ages> kept = kept_by_age(p);
    float* loneliness = r.loneliness.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float here = static_cast<float>(contact[i]) * quarter;
        const float elsewhere = outside[i] * kept[age[i]] + static_cast<float>(moved[i]) * tie_hours_per_step;
        const float there = kept_up * elsewhere - displaced * here;
        const float hours = here + (there > 0.0F ? there : 0.0F);
        const float x = level[i] - b1 * sim::log_of(1.0F + hours) -
                        b2 * sim::log_of(1.0F + static_cast<float>(casual[i])) + b5 * frailty[i] +
                        b6 * insecurity[i] + rest[i];
        loneliness[i] += rate * (top_of_loneliness * sim::sigma(x) - loneliness[i]);
    }
}

void trust_and_belong(Residents& r, const Ties& ties, const Dwellings& d, const Streets& streets, float rural,
                      const WellbeingParameters& p, sim::Month now, Workspace& w) {
    constexpr std::uint8_t got_help = 1;
    constexpr float years_a_month = 1.0F / 12.0F;
    const std::size_t n = r.rows();
    const float institutional[] = {static_cast<float>(p.institutional_low),
                                   static_cast<float>(p.institutional_middle),
                                   static_cast<float>(p.institutional_high)};
    float *usual_institutional = w.score.data(), *turnover = w.rate.data();
    const auto* dwelling = r.dwelling.data();
    const auto* street = d.street.data();
    const float* street_turnover = streets.turnover.data();
    for (std::size_t i = 0; i < n; ++i)
        turnover[i] = dwelling[i].exists() ? street_turnover[street[dwelling[i].index()].index()] : 0.0F;
    const auto* education = reinterpret_cast<const std::uint8_t*>(r.education.data());
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) usual_institutional[i] = institutional[education[i]];
    const auto usual = static_cast<float>(p.trust_usual) + static_cast<float>(p.trust_rural) * rural,
               back = static_cast<float>(p.trust_rate);
    const auto good = static_cast<float>(p.trust_per_encounter),
               bad = static_cast<float>(p.trust_per_negative);
    const auto help = static_cast<float>(p.trust_per_help),
               across = static_cast<float>(p.trust_across_groups);
    const std::uint8_t *positive = w.positive.data(), *over = w.across.data(), *negative = w.negative.data(),
                       *helped = r.helped.data();
    float* trust = r.trust.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float rise = good * static_cast<float>(positive[i]) + across * static_cast<float>(over[i]) +
                           (helped[i] == got_help ? help : 0.0F);
        const float fall = bad * static_cast<float>(negative[i]);
        trust[i] = sim::clamp01(trust[i] + back * (usual - trust[i]) +
                                (rise < 1.0F ? rise : 1.0F) * (1.0F - trust[i]) -
                                (fall < 1.0F ? fall : 1.0F) * trust[i]);
    }
    const auto institutional_back = static_cast<float>(p.institutional_rate);
    float* in_institutions = r.institutional_trust.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i)
        in_institutions[i] += institutional_back * (usual_institutional[i] - in_institutions[i]);
    const auto b0 = static_cast<float>(p.belonging_level) + static_cast<float>(p.belonging_rural) * rural,
               by = static_cast<float>(p.belonging_years), bk = static_cast<float>(p.belonging_known),
               bt = static_cast<float>(p.belonging_trust), bs = static_cast<float>(p.belonging_turnover),
               bi = static_cast<float>(p.belonging_insecurity), rate = static_cast<float>(p.belonging_rate);
    const std::int16_t* arrived = r.arrived.data();
    const float* insecurity = r.insecurity.data();
    const std::uint8_t* casual = ties.casual.data();
    float* belonging = r.belonging.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float years = static_cast<float>(now.value - arrived[i]) * years_a_month;
        const float x = b0 + by * sim::log_of(1.0F + (years > 0.0F ? years : 0.0F)) +
                        bk * sim::log_of(1.0F + static_cast<float>(casual[i])) + bt * trust[i] -
                        bs * turnover[i] - bi * insecurity[i];
        belonging[i] += rate * (sim::sigma(x) - belonging[i]);
    }
}

/// Distress, insecurity and frailty: plain arithmetic over columns.
void strain(Residents& r, float insecurity_shock, const WellbeingParameters& p, double frailty_growth,
            sim::Month now, Workspace& w) {
    constexpr float usual_distress = 0.15F, usual_insecurity = 0.2F;  // where frailty grows at its usual pace
    constexpr float middle_of_loneliness = 11.0F / 3.0F, third = 11.0F / 3.0F;
    const std::size_t n = r.rows();
    const auto bw = static_cast<float>(p.distress_widowed), bq = static_cast<float>(p.distress_waiting);
    float* events = w.rate.data();
    const std::uint8_t* waiting = r.care_waiting.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) events[i] = waiting[i] != 0 ? bq : 0.0F;
    add_if_widowed(r, now, bw, events);
    const auto d0 = static_cast<float>(p.distress_level),
               dl = static_cast<float>(p.distress_loneliness) / top_of_loneliness,
               di = static_cast<float>(p.distress_insecurity), dov = static_cast<float>(p.distress_overload),
               ds = static_cast<float>(p.distress_support), drate = static_cast<float>(p.distress_rate);
    const auto irate = static_cast<float>(p.insecurity_rate);
    const auto fl = static_cast<float>(p.frailty_loneliness) / third,
               fd = static_cast<float>(p.frailty_distress), fi = static_cast<float>(p.frailty_insecurity);
    const float growth = static_cast<float>(frailty_growth) / 12.0F;
    constexpr float most_frail = 0.95F;
    const float* rest = w.rate.data();
    const float* loneliness = r.loneliness.data();
    const float* base = r.insecurity_base.data();
    const float* overload = r.overload.data();
    const float* support = r.support_hours.data();
    const std::uint8_t* age = r.age.data();
    float* insecurity = r.insecurity.data();
    float* distress = r.distress.data();
    float* frailty = r.frailty.data();
    constexpr std::uint8_t grown = 20;
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float level = base[i] + insecurity_shock * (1.0F - base[i]);
        const float up = level > insecurity[i] && insecurity_shock > 0.0F ? 0.25F : irate;
        insecurity[i] += up * (level - insecurity[i]);
        const float x = d0 + dl * loneliness[i] + di * insecurity[i] + dov * overload[i] + rest[i] -
                        ds * sim::log_of(1.0F + support[i]);
        distress[i] += drate * (sim::sigma(x) - distress[i]);
        const float faster = 1.0F + fl * (loneliness[i] - middle_of_loneliness) +
                             fd * (distress[i] - usual_distress) + fi * (insecurity[i] - usual_insecurity);
        const float grows = age[i] >= grown ? growth * (faster > 0.0F ? faster : 0.0F) : 0.0F;
        const float next = frailty[i] * (1.0F + grows);
        frailty[i] = next < most_frail ? next : most_frail;
    }
}

}  // namespace

float hours_elsewhere(const Residents& r, const Ties& ties, ResidentId who, const WellbeingParameters& p,
                      float visits_kept) {
    const float here = static_cast<float>(ties.contact[who]) * quarter;
    const float elsewhere = r.outside_social[who] * kept_at(r.age[who], p) +
                            static_cast<float>(r.moved_contact[who]) * tie_hours_per_step;
    return std::max(0.0F, visits_kept * elsewhere - static_cast<float>(p.displacement) * here);
}

void feel(Residents& r, const Ties& ties, const Dwellings& dwellings, const Streets& streets,
          const Surroundings& around, const Parameters& parameters, sim::Month now, Workspace& w) {
    feel_lonely(r, ties, around.visits_given_up, parameters.wellbeing, parameters.professional.bond_gain, now,
                w);
    trust_and_belong(r, ties, dwellings, streets, around.rural, parameters.wellbeing, now, w);
    strain(r, around.insecurity_shock, parameters.wellbeing, parameters.demography.frailty_growth, now, w);
}

}  // namespace weefsel
