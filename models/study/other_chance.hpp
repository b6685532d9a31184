#pragma once
#include <cstdint>
#include <vector>

#include "models/world/neighbourhood.hpp"
#include "sim/ensemble.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// The random numbers of lives that are simulated again to see what chance alone does; no replicate has them.
enum class OtherChance : std::uint32_t {
    outreach = 0x40000000U,    ///< only whom professionals see
    everything = 0x80000000U,  ///< all that happens from month 0 on
};
inline sim::RandomSource draws_of(OtherChance chance, std::uint32_t seed, sim::UnitKey key) {
    const auto other = static_cast<std::uint32_t>(chance);
    const auto draw = static_cast<std::uint32_t>(key.draw),
               replicate = static_cast<std::uint32_t>(key.replicate);
    return {sim::seed_of_draw(seed, key.draw), replicate | other,
            sim::Realisation::of(seed ^ other, draw, replicate)};
}

/// Draws anew how much hazard everybody still bears before each event falls, for residents, households,
/// initiatives and incumbents. What is left of a unit exponential is a unit exponential, so this
/// changes chance and nothing else.
void draw_thresholds_anew(std::vector<Neighbourhood>& neighbourhoods, const sim::RandomSource& draws);

}  // namespace weefsel
