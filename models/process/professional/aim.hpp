#pragma once
#include <vector>

#include "models/parameters/professional_parameters.hpp"
#include "models/world/household_state.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// Contacts that know better where need is: multiplies everybody's weight (per row) by need^aim, need being
/// need_usual + loneliness (0..1) + distress + insecurity + frailty. Nothing changes at aim 0.
void aim_at_need(const Residents& residents, float aim, const ProfessionalParameters& parameters,
                 std::vector<float>& weight);

/// Need of everybody's street: ln of its mean need a resident over that of the neighbourhood, per row; 0 for
/// who has no home here. Need is `need_usual` + loneliness (0..1) + distress + insecurity + frailty.
std::vector<float> need_of_streets(const Residents& residents, const Dwellings& dwellings,
                                   const ProfessionalParameters& parameters);

/// Multiplies everybody's weight by (need of the street / mean)^power.
void favour_streets(const std::vector<float>& street_need, float power, std::vector<float>& weight);

}  // namespace weefsel
