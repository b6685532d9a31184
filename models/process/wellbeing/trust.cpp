#include "models/process/wellbeing/trust.hpp"

#include <array>

#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

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

}  // namespace

void trust_and_belong(Residents& r, const Ties& ties, const Dwellings& d, const Streets& streets, float rural,
                      const Encounters& encounters, const WellbeingParameters& parameters, sim::Month now,
                      Workspace& w) {
    const auto p = sim::narrowed(parameters);
    trust_neighbours(r, rural, encounters, p);
    trust_institutions(r, p);
    belong(r, ties, d, streets, rural, p, now, w);
}

}  // namespace weefsel
