#include "models/process/wellbeing/efficacy.hpp"

#include <cstdint>
#include <vector>

#include "models/world/ages.hpp"
#include "models/world/log_hazards.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr float steps = 4096.0F;  // of a share, so that sums do not depend on the order of residents
constexpr float middle = 0.5F;    // of the quality of public space

std::int64_t in_steps(float share) { return static_cast<std::int64_t>(share * steps); }

/// Sums over the residents of one street.
struct StreetSums {
    std::int64_t adults = 0, offenders = 0;
    std::int64_t trust = 0, belonging = 0, insecurity = 0;  ///< of adults, in steps
};

std::vector<StreetSums> sums_of(const Streets& streets, const Residents& r, const Dwellings& d) {
    std::vector<StreetSums> sums(streets.rows());
    const auto& offences = r.episode[static_cast<std::size_t>(EventKind::offending)];
    for (const auto who : r.ids()) {
        const auto home = r.dwelling[who];
        if (!r.present[who] || !home.exists()) continue;
        auto& s = sums[d.street[home].index()];
        s.offenders += is_young(r, who) && offences[who] > 0;
        if (r.age[who] < adult_age) continue;
        ++s.adults;
        s.trust += in_steps(r.trust[who]);
        s.belonging += in_steps(r.belonging[who]);
        s.insecurity += in_steps(r.insecurity[who]);
    }
    return sums;
}

}  // namespace

void watch_streets(Streets& streets, const Residents& r, const Dwellings& d, const Parameters& parameters) {
    const auto p = sim::narrowed(parameters.cohesion);
    const auto usually_insecure = static_cast<float>(parameters.wellbeing.insecurity_usual);
    const auto sums = sums_of(streets, r, d);
    const float usual = sim::logit(p.nuisance_usual);
    for (std::size_t k = 0; k < streets.rows(); ++k) {
        const StreetId street{static_cast<StreetId::rep>(k)};
        const auto& s = sums[k];
        if (s.adults == 0) continue;
        const auto adults = static_cast<float>(s.adults);
        const auto mean = [adults](std::int64_t sum) { return static_cast<float>(sum) / (steps * adults); };
        const float efficacy =
            p.efficacy_trust * mean(s.trust) + (1.0F - p.efficacy_trust) * mean(s.belonging);
        const float logit = usual + p.nuisance_insecurity * (mean(s.insecurity) - usually_insecure) +
                            p.nuisance_young * static_cast<float>(s.offenders) / adults -
                            p.nuisance_public_space * (streets.public_space[street] - middle) -
                            p.nuisance_efficacy * (efficacy - p.efficacy_usual);
        streets.efficacy[street] = efficacy;
        streets.nuisance[street] += p.nuisance_rate * (sim::sigma(logit) - streets.nuisance[street]);
    }
}

}  // namespace weefsel
