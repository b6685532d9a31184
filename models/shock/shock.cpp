#include "models/shock/shock.hpp"

#include <algorithm>

namespace weefsel {

ShockEffects shocks_of(const std::vector<Shock>& shocks, int month, const ShockParameters& p) {
    ShockEffects e;
    for (const auto& s : shocks) {
        if (month < s.first_month || month >= s.first_month + s.months) continue;
        const auto size = static_cast<float>(s.size);
        switch (s.kind) {
            case ShockKind::pandemic:
                e.places_closed = std::max(e.places_closed, size);
                break;
            case ShockKind::energy_crisis:
                e.insecurity = std::max(e.insecurity, size);
                e.places_closed = std::max(e.places_closed, size * static_cast<float>(p.energy_place_hours));
                break;
            case ShockKind::austerity:
                e.austerity = 1.0 - (1.0 - e.austerity) * (1.0 - s.size);
                break;
        }
    }
    return e;
}

void close_places(Places& places, const ShockEffects& effects) {
    for (auto& share : places.closed_share) share = effects.places_closed;
}

}  // namespace weefsel
