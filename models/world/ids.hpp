#pragma once
#include <cstdint>

#include "sim/id.hpp"

namespace weefsel {

/// Rows within one neighbourhood: 16 bits hold its residents, so a tie costs two bytes an end.
using ResidentId = sim::Id<struct ResidentTag, std::uint16_t>;
constexpr ResidentId row_of(std::size_t resident) { return ResidentId{static_cast<std::uint16_t>(resident)}; }
using DwellingId = sim::Id<struct DwellingTag, std::uint16_t>;
using StreetId = sim::Id<struct StreetTag, std::uint16_t>;
using PlaceId = sim::Id<struct PlaceTag, std::uint8_t>;
using PostId = sim::Id<struct PostTag, std::uint8_t>;
using LineId = sim::Id<struct LineTag, std::uint8_t>;
using ProvisionId = sim::Id<struct ProvisionTag, std::uint8_t>;
using InitiativeId = sim::Id<struct InitiativeTag, std::uint16_t>;

/// A row of places or posts kept in a byte: none.
inline constexpr std::uint8_t no_row = 255;

}  // namespace weefsel
