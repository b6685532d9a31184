#pragma once
#include "models/parameters/cohesion_parameters.hpp"
#include "models/parameters/shock_parameters.hpp"
#include "models/world/household_state.hpp"
#include "sim/month.hpp"

namespace weefsel {

/// Dwellings in a new street, as in streets of month 0.
inline constexpr std::size_t usual_street = 40;

/// A dwelling that is built while the model runs.
struct NewHome {
    std::uint64_t number;  ///< key of the dwelling
    Tenure tenure;
    bool suited;  ///< to old age
};

/// Side of the neighbourhood at which a new street is laid out.
enum class Edge : std::uint8_t { north, south };

/// Adds a street without dwellings; they follow by `build_home`.
StreetId build_street(Streets& streets, const Dwellings& dwellings, float public_space,
                      const CohesionParameters& p);

/// Adds an empty dwelling at the end of the last street. Rows have 16 bits: `dwellings_at_most`.
DwellingId build_home(Dwellings& dwellings, Streets& streets, Edge edge, const NewHome& home,
                      const ShockParameters& p, sim::Month now);

/// How many streets so many new homes make: of about 40, and 20-60 where there are as many.
std::size_t new_streets(std::size_t homes);

}  // namespace weefsel
