#include "models/process/wellbeing/trust.hpp"

#include <algorithm>
#include <array>

#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

/// What of the street counts for who lives there, per row; 0 for who lives in residential care.
struct AtHome {
    std::vector<float>&turnover, &nuisance;
};

void look_at_streets(const Residents& r, const Dwellings& d, const Streets& streets, AtHome at) {
    at.turnover.resize(r.rows());
    at.nuisance.resize(r.rows());
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const auto home = r.dwelling.data()[i];
        at.turnover[i] = home.exists() ? streets.turnover[d.street[home]] : 0.0F;
        at.nuisance[i] = home.exists() ? streets.nuisance[d.street[home]] : 0.0F;
    }
}

/// Falls of trust that few have this month, per row: regular places that are closed, and help that was
/// refused.
void let_down(const Residents& r, const Places& places, std::span<const std::uint16_t> refused,
              const CohesionParametersOf<float>& p, std::vector<float>& fall) {
    constexpr std::size_t most = 256;  // the last stands for no place
    fall.assign(r.rows(), 0.0F);
    for (const auto row : refused) fall[row] += p.trust_per_refusal;
    std::array<float, most> closed{};
    for (std::size_t k = 0; k < places.rows(); ++k)
        closed[k] = places.open[PlaceId{static_cast<std::uint8_t>(k)}] ? 0.0F : p.trust_per_closed_place;
    if (std::all_of(closed.begin(), closed.end(), [](float c) { return c == 0.0F; })) return;
    for (std::size_t m = 0; m < regular_places; ++m) {
        const std::uint8_t* regular = r.regular[m].data();
        const float* habit = r.habit[m].data();
        float* sum = fall.data();
#pragma omp simd
        for (std::size_t i = 0; i < r.rows(); ++i) sum[i] += closed[regular[i]] * habit[i];
    }
}

/// Trust in neighbours changes by experience and returns to the own level.
void trust_neighbours(Residents& r, float rural, const Encounters& encounters,
                      const std::vector<float>& turnover, const std::vector<float>& let_down,
                      const CohesionParametersOf<float>& p) {
    constexpr std::uint8_t got_help = 1;
    sim::each_row(
        r.rows(),
        [&, here = p.trust_rural * rural](
            float& trust, float level, std::uint8_t positive, std::uint8_t known, std::uint8_t negative,
            std::uint8_t helped, std::uint8_t given, float support, float turned, float disappointed) {
            const float rise = p.trust_per_encounter * static_cast<float>(positive) +
                               p.trust_per_known * static_cast<float>(known) +
                               (helped == got_help ? p.trust_per_help : 0.0F) +
                               (given != 0 ? p.trust_per_help_given : 0.0F) + p.trust_per_support * support;
            const float fall = p.trust_per_negative * static_cast<float>(negative) + disappointed +
                               p.trust_per_turnover * turned;
            trust = sim::clamp01(trust + p.trust_rate * (sim::clamp01(level + here) - trust) +
                                 (rise < 1.0F ? rise : 1.0F) * (1.0F - trust) -
                                 (fall < 1.0F ? fall : 1.0F) * trust);
        },
        r.trust, r.trust_level, encounters.positive, encounters.known, encounters.negative, r.helped,
        r.help_given, r.support_hours, turnover, let_down);
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

/// Feeling at home: years here, people known, trust, turnover and nuisance of the street, insecurity.
void belong(Residents& r, const Ties& ties, AtHome street, float rural, const CohesionParametersOf<float>& p,
            sim::Month now) {
    sim::each_row(
        r.rows(),
        [&, level = p.belonging_level + p.belonging_rural * rural](
            float& belonging, std::int16_t arrived, std::uint8_t casual, float trust, float turned,
            float nuisance, float insecurity) {
            const float years = static_cast<float>(now.value - arrived) * per_month;
            const float logit =
                level + p.belonging_years * sim::log_of(1.0F + (years > 0.0F ? years : 0.0F)) +
                p.belonging_known * sim::log_of(1.0F + static_cast<float>(casual)) +
                p.belonging_trust * trust - p.belonging_turnover * turned -
                p.belonging_insecurity * insecurity - p.belonging_nuisance * (nuisance - p.nuisance_usual);
            belonging += p.belonging_rate * (sim::sigma(logit) - belonging);
        },
        r.belonging, r.arrived, ties.casual, r.trust, street.turnover, street.nuisance, r.insecurity);
}

}  // namespace

void trust_and_belong(Residents& r, const Ties& ties, const Dwellings& d, const Streets& streets,
                      const Places& places, float rural, const Encounters& encounters,
                      std::span<const std::uint16_t> refused, const Parameters& parameters, sim::Month now,
                      Workspace& w) {
    const auto p = sim::narrowed(parameters.cohesion);
    const AtHome street{w.rate, w.score};
    look_at_streets(r, d, streets, street);
    let_down(r, places, refused, p, w.weight[0]);
    trust_neighbours(r, rural, encounters, street.turnover, w.weight[0], p);
    trust_institutions(r, sim::narrowed(parameters.wellbeing));
    belong(r, ties, street, rural, p, now);
}

}  // namespace weefsel
