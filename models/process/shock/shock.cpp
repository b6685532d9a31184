#include "models/process/shock/shock.hpp"

#include <algorithm>

namespace weefsel {

ShockEffects shocks_of(const std::vector<PlannedShock>& plan, int month, const ShockParameters& p) {
    ShockEffects e;
    for (const auto& planned : plan) {
        if (!planned.at_work(month)) continue;
        const auto& shock = planned.shock;
        const auto size = static_cast<float>(shock.size);
        switch (shock.kind) {
            case ShockKind::pandemic:
                e.places_closed = std::max(e.places_closed, size);
                e.visits_given_up = std::max(
                    e.visits_given_up,
                    static_cast<float>(shock.visits_limited.value_or(shock.size * p.pandemic_visits)));
                break;
            case ShockKind::energy_crisis:
                e.insecurity = std::max(e.insecurity, size);
                e.building_cost = std::max(e.building_cost, size * static_cast<float>(p.energy_place_cost));
                break;
            case ShockKind::austerity:
                e.austerity = 1.0 - (1.0 - e.austerity) * (1.0 - shock.size);
                break;
            case ShockKind::refugees:
            case ShockKind::new_estate:
                e.newcomings.push_back({&planned, month - planned.first_month});
                break;
            case ShockKind::new_council:
                if (const int since = month - planned.first_month; since % shock.every_months == 0)
                    e.council = {shock.size,
                                 planned.goals[static_cast<std::size_t>(since / shock.every_months)]};
                break;
            case ShockKind::count:
                break;
        }
    }
    return e;
}

void close_places(Places& places, const ShockEffects& effects) {
    const float affordable = 1.0F / (1.0F + effects.building_cost);
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<PlaceId::rep>(k)};
        const float paid_for = declared(places.kind[place]).open_air ? 1.0F : affordable;
        places.closed_share[place] = 1.0F - (1.0F - effects.places_closed) * paid_for;
    }
}

}  // namespace weefsel
