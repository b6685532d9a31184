#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace weefsel {

enum class Province : std::uint8_t {
    groningen,
    fryslan,
    drenthe,
    overijssel,
    flevoland,
    gelderland,
    utrecht,
    noord_holland,
    zuid_holland,
    zeeland,
    noord_brabant,
    limburg,
    count
};
inline constexpr std::size_t provinces = static_cast<std::size_t>(Province::count);

/// The province of a municipality, by its code (GM and four digits); nothing for a code that is none.
std::optional<Province> province_of(std::string_view municipality_code);

/// Residents in 2022. Source: CBS, Kerncijfers wijken en buurten 2022, sums of wijken to the thousand.
double residents_of(Province province);

/// km between the towns in which two provinces are governed, as the crow flies; 0 to itself.
double km_between(Province a, Province b);

}  // namespace weefsel
