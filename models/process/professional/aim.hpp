#pragma once
#include <vector>

#include "models/parameters/professional_parameters.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// Contacts that know better where need is: multiplies everybody's weight (per row) by need^aim, need being
/// need_usual + loneliness (0..1) + distress + insecurity + frailty. Nothing changes at aim 0.
void aim_at_need(const Residents& residents, float aim, const ProfessionalParameters& parameters,
                 std::vector<float>& weight);

}  // namespace weefsel
