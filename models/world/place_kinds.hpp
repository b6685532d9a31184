#pragma once
#include <array>
#include <string_view>

#include "models/world/place_state.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// What a meeting place of one kind is like, unless a scenario says otherwise.
struct PlaceKindDeclared {
    std::string_view name;  ///< in scenarios
    std::string_view label_nl, label_en;
    float own_hours;                        ///< h a week open without a funding line
    float hours_at_full;                    ///< h a week that capacity and sessions belong to
    float residents_per_place;              ///< one for so many residents; 0: none unless a scenario has it
    float least;                            ///< places in every neighbourhood, however small
    float visits_per_resident;              ///< capacity, visits a month a resident of its share
    float visitors;                         ///< share of its residents that come in a usual month
    float usual_size;                       ///< people usually in one session
    float warmth;                           ///< 0..1
    float accessibility;                    ///< 0..1
    std::array<float, age_bands> audience;  ///< fit of 0-14, 15-24, 25-44, 45-64, 65 and over, 0..1
    sim::Source source;
};

inline constexpr sim::Source place_assumption{
    sim::Evidence::assumption, "usual Dutch provision; hours, reach and sizes not measured, to be swept"};

/// By PlaceKind. A buurthuis, buurtkamer, garden and youth centre are there only when a scenario
/// has them or a funding line opens them: then one serves the whole neighbourhood.
inline constexpr std::array<PlaceKindDeclared, place_kinds> place_kinds_declared{{
    {"buurthuis",
     "buurthuis",
     "community centre",
     0,
     40,
     0,
     0,
     0.50F,
     0.10F,
     14,
     0.6F,
     0.7F,
     {0.5F, 0.4F, 0.5F, 0.7F, 0.9F},
     place_assumption},
    {"buurtkamer",
     "buurtkamer",
     "neighbourhood living room",
     0,
     20,
     0,
     0,
     0.20F,
     0.04F,
     10,
     0.8F,
     0.8F,
     {0.2F, 0.2F, 0.5F, 0.8F, 1.0F},
     place_assumption},
    {"library",
     "bibliotheek",
     "library",
     40,
     40,
     8000,
     0,
     0.60F,
     0.12F,
     12,
     0.4F,
     0.8F,
     {1.0F, 0.6F, 0.6F, 0.6F, 0.8F},
     place_assumption},
    {"sports_club",
     "sportclub",
     "sports club",
     25,
     25,
     4000,
     0,
     0.90F,
     0.16F,
     14,
     0.6F,
     0.5F,
     {1.0F, 0.8F, 0.7F, 0.5F, 0.4F},
     place_assumption},
    {"church",
     "kerk of moskee",
     "place of worship",
     10,
     10,
     3500,
     0,
     0.50F,
     0.08F,
     16,
     0.7F,
     0.7F,
     {0.5F, 0.4F, 0.5F, 0.7F, 1.0F},
     place_assumption},
    {"school_yard",
     "schoolplein",
     "school yard",
     20,
     20,
     3000,
     0,
     1.20F,
     0.15F,
     14,
     0.5F,
     0.8F,
     {1.0F, 0.1F, 0.8F, 0.2F, 0.2F},
     place_assumption},
    {"park",
     "park of plantsoen",
     "park",
     70,
     70,
     2000,
     1,
     2.00F,
     0.25F,
     10,
     0.3F,
     0.9F,
     {1.0F, 0.6F, 0.8F, 0.7F, 0.7F},
     place_assumption},
    {"shop",
     "winkel of café",
     "shop or café",
     60,
     60,
     2500,
     1,
     2.50F,
     0.35F,
     12,
     0.3F,
     0.8F,
     {0.3F, 0.8F, 0.8F, 0.8F, 0.9F},
     place_assumption},
    {"garden",
     "buurttuin",
     "community garden",
     0,
     20,
     0,
     0,
     0.15F,
     0.03F,
     10,
     0.7F,
     0.6F,
     {0.4F, 0.2F, 0.6F, 0.8F, 0.9F},
     place_assumption},
    {"youth_centre",
     "jongerencentrum",
     "youth centre",
     0,
     24,
     0,
     0,
     0.30F,
     0.05F,
     14,
     0.6F,
     0.7F,
     {0.5F, 1.0F, 0.1F, 0.0F, 0.0F},
     place_assumption},
}};

constexpr const PlaceKindDeclared& declared(PlaceKind kind) {
    return place_kinds_declared[static_cast<std::size_t>(kind)];
}

/// Places of a kind that a neighbourhood of so many residents has of its own.
constexpr int places_of_its_own(PlaceKind kind, int residents) {
    const auto& d = declared(kind);
    if (d.residents_per_place <= 0) return 0;
    const float n = static_cast<float>(residents) / d.residents_per_place;
    const float usual = static_cast<float>(static_cast<int>(n + 0.5F));
    return static_cast<int>(usual > d.least ? usual : d.least);
}

/// Places without a building to heat and to rent.
constexpr bool in_open_air(PlaceKind kind) {
    return kind == PlaceKind::school_yard || kind == PlaceKind::park || kind == PlaceKind::garden;
}

}  // namespace weefsel
