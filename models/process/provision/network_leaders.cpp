#include "models/process/provision/network_leaders.hpp"

#include "models/process/provision/provisions.hpp"
#include "models/world/ages.hpp"

namespace weefsel {

SupportedLeaders support_leaders(const Provisions& provisions, const FundingLines& lines, const Residents& r,
                                 const FundingParameters& p) {
    double leaders = 0;
    for (const auto row : provisions.ids())
        if (provisions.kind[row] == Purchase::Kind::network_leaders)
            leaders += supplied(provisions, row, lines, p.policy_effects);
    if (leaders <= 0) return {};
    double adults = 0;
    for (const auto who : r.ids()) adults += r.present[who] && r.age[who] >= adult_age ? 1 : 0;
    if (adults <= 0) return {};
    constexpr double thousand = 1000;
    const double for_each = leaders * thousand / adults;
    const double reached = for_each / (for_each + p.leaders_halfway);
    return {static_cast<float>(1 + p.leaders_birth * reached),
            static_cast<float>(1 + p.leaders_last * reached), static_cast<float>(p.leaders_ask * reached)};
}

}  // namespace weefsel
