// What was renamed and is understood for one version more. A line for each: { before, now, version in which
// the old name goes }.
#pragma once
#include <array>
#include <span>

#include "sim/renamed.hpp"

namespace weefsel {

/// Keys of a scenario and full names of parameters (`parameters.network.halflife_friend`).
inline constexpr std::array<sim::Renamed, 30> renamed_keys{{
    {"parameters.wellbeing.trust_usual", "parameters.cohesion.trust_usual", "0.4.0"},
    {"parameters.wellbeing.trust_spread", "parameters.cohesion.trust_spread", "0.4.0"},
    {"parameters.wellbeing.trust_rate", "parameters.cohesion.trust_rate", "0.4.0"},
    {"parameters.wellbeing.trust_per_encounter", "parameters.cohesion.trust_per_encounter", "0.4.0"},
    {"parameters.wellbeing.trust_per_known", "parameters.cohesion.trust_per_known", "0.4.0"},
    {"parameters.wellbeing.trust_per_negative", "parameters.cohesion.trust_per_negative", "0.4.0"},
    {"parameters.wellbeing.trust_per_help", "parameters.cohesion.trust_per_help", "0.4.0"},
    {"parameters.wellbeing.trust_per_help_given", "parameters.cohesion.trust_per_help_given", "0.4.0"},
    {"parameters.wellbeing.trust_per_support", "parameters.cohesion.trust_per_support", "0.4.0"},
    {"parameters.wellbeing.trust_per_refusal", "parameters.cohesion.trust_per_refusal", "0.4.0"},
    {"parameters.wellbeing.trust_per_closed_place", "parameters.cohesion.trust_per_closed_place", "0.4.0"},
    {"parameters.wellbeing.trust_per_turnover", "parameters.cohesion.trust_per_turnover", "0.4.0"},
    {"parameters.wellbeing.belonging_rate", "parameters.cohesion.belonging_rate", "0.4.0"},
    {"parameters.wellbeing.belonging_level", "parameters.cohesion.belonging_level", "0.4.0"},
    {"parameters.wellbeing.belonging_years", "parameters.cohesion.belonging_years", "0.4.0"},
    {"parameters.wellbeing.belonging_known", "parameters.cohesion.belonging_known", "0.4.0"},
    {"parameters.wellbeing.belonging_trust", "parameters.cohesion.belonging_trust", "0.4.0"},
    {"parameters.wellbeing.belonging_turnover", "parameters.cohesion.belonging_turnover", "0.4.0"},
    {"parameters.wellbeing.belonging_insecurity", "parameters.cohesion.belonging_insecurity", "0.4.0"},
    {"parameters.wellbeing.belonging_nuisance", "parameters.cohesion.belonging_nuisance", "0.4.0"},
    {"parameters.wellbeing.belonging_rural", "parameters.cohesion.belonging_rural", "0.4.0"},
    {"parameters.wellbeing.trust_rural", "parameters.cohesion.trust_rural", "0.4.0"},
    {"parameters.wellbeing.efficacy_trust", "parameters.cohesion.efficacy_trust", "0.4.0"},
    {"parameters.wellbeing.efficacy_usual", "parameters.cohesion.efficacy_usual", "0.4.0"},
    {"parameters.wellbeing.nuisance_rate", "parameters.cohesion.nuisance_rate", "0.4.0"},
    {"parameters.wellbeing.nuisance_usual", "parameters.cohesion.nuisance_usual", "0.4.0"},
    {"parameters.wellbeing.nuisance_insecurity", "parameters.cohesion.nuisance_insecurity", "0.4.0"},
    {"parameters.wellbeing.nuisance_young", "parameters.cohesion.nuisance_young", "0.4.0"},
    {"parameters.wellbeing.nuisance_public_space", "parameters.cohesion.nuisance_public_space", "0.4.0"},
    {"parameters.wellbeing.nuisance_efficacy", "parameters.cohesion.nuisance_efficacy", "0.4.0"},
}};
inline constexpr std::span<const sim::Renamed> old_keys{renamed_keys};
/// Flags of the command line (`--replicates`).
inline constexpr std::span<const sim::Renamed> old_flags{};

}  // namespace weefsel
