#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "models/world/ages.hpp"
#include "models/world/place_state.hpp"

/// National patterns behind a synthetic population: which combinations are usual. Only their shape
/// counts, for proportional fitting replaces every total by the neighbourhood's own.
namespace weefsel::population {

/// Position in the household.
enum class Position : std::uint8_t { single, partner, parent, lone_parent, child, sharer, count };
inline constexpr std::size_t positions = static_cast<std::size_t>(Position::count);
inline constexpr std::size_t income_classes = 3;

/// First age of each band and the age after the last: 0-14, 15-24, 25-44, 45-64, 65 and over.
inline constexpr std::array<int, age_bands + 1> band_start{0, 15, 25, 45, 65, 101};

/// Persons by position and age band, per thousand. A zero cannot happen.
/// Source: assumption, rough shape of CBS household positions by age.
inline constexpr std::array<std::array<double, age_bands>, positions> position_by_age{{
    {0, 30, 55, 65, 65},   // single
    {0, 12, 55, 95, 110},  // partner, no children at home
    {0, 1, 95, 85, 6},     // parent in a couple
    {0, 1, 12, 15, 2},     // lone parent
    {157, 75, 20, 3, 0},   // child living with a parent
    {0, 10, 8, 4, 2},      // sharing a dwelling
}};

/// Relative frequency of low, middle and high household income by position.
/// Source: assumption, after the income of types of households (CBS): lone parents and singles low.
inline constexpr std::array<std::array<double, income_classes>, positions> income_by_position{{
    {0.60, 0.32, 0.08},
    {0.28, 0.44, 0.28},
    {0.30, 0.45, 0.25},
    {0.68, 0.27, 0.05},
    {0.40, 0.42, 0.18},
    {0.60, 0.32, 0.08},
}};
/// The same by age band, as factors. Source: assumption, income peaks in middle age.
inline constexpr std::array<std::array<double, income_classes>, age_bands> income_by_age{{
    {1.0, 1.0, 1.0},
    {1.6, 0.8, 0.3},
    {0.9, 1.1, 1.0},
    {0.8, 1.0, 1.5},
    {1.2, 1.0, 0.7},
}};

/// Residents of the Netherlands by five years of age, thousands: 0-4, 5-9, ..., 95-99, 100+.
/// Source: UN World Population Prospects 2019, Netherlands, 2020, both sexes (CC BY 3.0 IGO).
inline constexpr std::array<double, 21> national_age{858.9,  893.9,  937.7,  1016.0, 1020.7, 1076.8, 1077.2,
                                                     1020.4, 1004.9, 1146.5, 1273.8, 1250.3, 1124.9, 1004.5,
                                                     952.5,  639.1,  438.4,  261.8,  106.7,  27.0,   3.0};
inline constexpr int national_age_step = 5;

/// Growth of the frequency of a position per year of age within a band (natural logarithm).
/// Source: assumption: children at home are young within their band, singles of 65 and over old.
inline constexpr std::array<std::array<float, age_bands>, positions> tilt_in_band{{
    {0, 0.20F, 0, 0, 0.03F},
    {0, 0.30F, -0.03F, 0.04F, -0.03F},
    {0, 0.30F, 0.06F, -0.12F, -0.10F},
    {0, 0.30F, 0.06F, -0.12F, -0.10F},
    {0, -0.18F, -0.35F, -0.30F, 0},
    {0, 0.10F, -0.10F, -0.05F, 0},
}};
/// Relative frequency of women by position and age band. Source: assumption; older singles are
/// mostly women (life expectancy), young ones mostly men.
inline constexpr std::array<std::array<double, age_bands>, positions> female_odds{{
    {1, 1.05, 0.75, 0.85, 1.9},
    {1, 1, 1, 1, 1},
    {1, 1, 1, 1, 1},
    {1, 6, 6, 4.5, 3},
    {0.953, 0.90, 0.65, 0.6, 1},
    {1, 1, 0.9, 0.9, 1.2},
}};

/// Relative frequency of low, middle and high education by age band (the level that those still
/// at school will reach). Source: assumption, each generation is better educated.
inline constexpr std::array<std::array<double, income_classes>, age_bands> education_by_age{{
    {0.7, 1.0, 1.3},
    {0.7, 1.1, 1.2},
    {0.6, 1.0, 1.4},
    {1.1, 1.1, 0.8},
    {1.8, 0.9, 0.6},
}};
/// The same by household income. Source: assumption, strong association.
inline constexpr std::array<std::array<double, income_classes>, income_classes> education_by_income{{
    {1.6, 1.0, 0.6},
    {0.8, 1.1, 1.0},
    {0.35, 0.8, 2.0},
}};
/// Relative frequency of low, middle and high income by origin (Netherlands, Europe, outside).
/// Source: assumption, after income by origin (CBS).
inline constexpr std::array<std::array<double, income_classes>, income_classes> origin_by_income{{
    {0.85, 1.0, 1.6},
    {1.05, 1.0, 0.9},
    {1.2, 1.0, 0.5},
}};
/// Relative frequency of owned, social and private rent by income. Source: assumption: social rent
/// is let by income, and owners are richer.
inline constexpr std::array<std::array<double, income_classes>, income_classes> tenure_by_income{{
    {0.3, 2.0, 1.0},
    {1.2, 0.7, 1.0},
    {2.5, 0.15, 0.8},
}};
/// The same by age band of the oldest member. Source: assumption, the young rent.
inline constexpr std::array<std::array<double, income_classes>, age_bands> tenure_by_age{{
    {1, 1, 1},
    {0.2, 0.7, 2.5},
    {1.0, 0.8, 1.3},
    {1.4, 1.0, 0.6},
    {1.1, 1.3, 0.5},
}};
/// Relative chance of being widowed for people without a partner, by age band.
/// Source: assumption; most of the widowed are 65 and over.
inline constexpr std::array<double, age_bands> widowed_by_age{0, 0.01, 0.3, 4, 40};
/// The same for women relative to men. Source: assumption, women outlive their partners.
inline constexpr double widowed_women = 1.8;
/// Longest time since widowhood at month 0, months. Source: assumption.
inline constexpr int longest_widowed = 240;

/// Share of families that go on to a second, third, ... child. Source: assumption, about 20 % of
/// families with one child at most, 45 % two (completed families are larger than those at home).
inline constexpr std::array<double, 8> next_child{0.60, 0.35, 0.30, 0.30, 0.30, 0.30, 0.30, 0.30};

/// Youngest and oldest age of a mother at a birth. Source: brief range of UN WPP 2019 fertility.
inline constexpr int youngest_mother = 20;
inline constexpr int oldest_mother = 42;

/// Band of an age in whole years.
constexpr std::size_t band_of(int age) {
    std::size_t band = 0;
    while (band + 1 < age_bands && age >= band_start[band + 1]) ++band;
    return band;
}

}  // namespace weefsel::population
