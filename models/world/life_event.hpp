#pragma once
#include "models/world/resident_state.hpp"

namespace weefsel {

/// Something happens to somebody that makes lonelier by so much, on the logit scale: it fades as what else
/// comes and goes (wellbeing.drift_halflife).
inline void happen_to(Residents& residents, ResidentId who, double rise) {
    residents.drift[who] += static_cast<float>(rise);
}

}  // namespace weefsel
