#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/parameters/studies.hpp"
#include "sim/each_row.hpp"
#include "sim/parameter.hpp"

/// Kinds of meeting places: a kind is one enumerator and one row of `place_kinds_declared`.
namespace weefsel {

enum class PlaceKind : std::uint8_t {
    buurthuis,
    buurtkamer,
    library,
    sports_club,
    church,
    school_yard,
    park,
    shop,
    garden,
    youth_centre,
    count
};
inline constexpr std::size_t place_kinds = static_cast<std::size_t>(PlaceKind::count);
inline constexpr std::size_t age_bands = 5;  ///< 0-14, 15-24, 25-44, 45-64, 65 and over

/// How people meet at a place of one kind; every number is a parameter.
template <class Real>
struct EncounterNumbers {
    Real attraction;  ///< value of going there, apart from all that the parameters value
    Real entry;       ///< what going costs, 0 (free) to 1 (a membership)
    Real hours;       ///< contact of an encounter, h
    Real encounters;  ///< people met in a session, against the usual of an activity
};
using EncounterKind = EncounterNumbers<float>;

/// What a meeting place of one kind is like, unless a scenario says otherwise. Usual Dutch provision; hours,
/// reach and sizes are assumptions, not measured.
struct PlaceKindDeclared {
    std::string_view name;  ///< in scenarios and in names of parameters
    std::string_view label_nl, label_en;
    std::string_view the_nl, the_en;        ///< in a sentence
    float own_hours;                        ///< h a week open without a funding line
    float hours_at_full;                    ///< h a week that capacity belongs to
    float residents_per_place;              ///< one for so many residents, and at least one; 0: none
                                            ///< unless a scenario has it
    float visits_per_resident;              ///< capacity, visits a month a resident of its share
    float usual_size;                       ///< people usually in one session
    float warmth;                           ///< 0..1
    float accessibility;                    ///< 0..1
    std::array<float, age_bands> audience;  ///< fit of 0-14, 15-24, 25-44, 45-64, 65 and over, 0..1
    bool open_air;                          ///< no building to heat and to rent
    bool activity;                          ///< going there is taking part; elsewhere it is passing by
    EncounterNumbers<double> meeting;       ///< as the parameters have it unless they are set
};

// clang-format off
/// By PlaceKind. A buurthuis, buurtkamer, garden and youth centre are there only when a scenario
/// has them or a funding line opens them: then one serves the whole neighbourhood. Attraction and capacity are
/// set by hand so that 3 to 5 % of residents are regulars of a buurthuis, a library has 3.6 visits a head a year
/// (docs/trials.md, R46), a fifth to a third go to a sports club twice a month or more, and capacity binds at peaks only.
inline constexpr std::array<PlaceKindDeclared, place_kinds> place_kinds_declared{{
    {.name = "buurthuis", .label_nl = "buurthuis", .label_en = "community centre",
     .the_nl = "het buurthuis", .the_en = "the community centre",
     .own_hours = 0, .hours_at_full = 40, .residents_per_place = 0,
     .visits_per_resident = 1.00F, .usual_size = 14, .warmth = 0.6F, .accessibility = 0.7F,
     .audience = {0.5F, 0.4F, 0.5F, 0.7F, 0.9F}, .open_air = false, .activity = true,
     .meeting = {.attraction = 0, .entry = 0, .hours = 1.5, .encounters = 1}},
    {.name = "buurtkamer", .label_nl = "buurtkamer", .label_en = "neighbourhood living room",
     .the_nl = "de buurtkamer", .the_en = "the neighbourhood living room",
     .own_hours = 0, .hours_at_full = 20, .residents_per_place = 0,
     .visits_per_resident = 0.30F, .usual_size = 10, .warmth = 0.8F, .accessibility = 0.8F,
     .audience = {0.2F, 0.2F, 0.5F, 0.8F, 1.0F}, .open_air = false, .activity = true,
     .meeting = {.attraction = -0.1, .entry = 0, .hours = 1.5, .encounters = 1}},
    {.name = "library", .label_nl = "bibliotheek", .label_en = "library",
     .the_nl = "de bibliotheek", .the_en = "the library",
     .own_hours = 40, .hours_at_full = 40, .residents_per_place = 8000,
     .visits_per_resident = 0.80F, .usual_size = 12, .warmth = 0.4F, .accessibility = 0.8F,
     .audience = {1.0F, 0.6F, 0.6F, 0.6F, 0.8F}, .open_air = false, .activity = true,
     .meeting = {.attraction = 0, .entry = 0.1, .hours = 0.5, .encounters = 0.3}},
    {.name = "sports_club", .label_nl = "sportclub", .label_en = "sports club",
     .the_nl = "de sportclub", .the_en = "the sports club",
     .own_hours = 25, .hours_at_full = 25, .residents_per_place = 4000,
     .visits_per_resident = 3.00F, .usual_size = 14, .warmth = 0.6F, .accessibility = 0.5F,
     .audience = {1.0F, 0.8F, 0.7F, 0.5F, 0.4F}, .open_air = false, .activity = true,
     .meeting = {.attraction = 1.8, .entry = 1, .hours = 1.5, .encounters = 1.2}},
    {.name = "church", .label_nl = "kerk of moskee", .label_en = "place of worship",
     .the_nl = "de kerk of moskee", .the_en = "the place of worship",
     .own_hours = 10, .hours_at_full = 10, .residents_per_place = 3500,
     .visits_per_resident = 0.90F, .usual_size = 16, .warmth = 0.7F, .accessibility = 0.7F,
     .audience = {0.5F, 0.4F, 0.5F, 0.7F, 1.0F}, .open_air = false, .activity = true,
     .meeting = {.attraction = -0.1, .entry = 0, .hours = 1.5, .encounters = 1}},
    {.name = "school_yard", .label_nl = "schoolplein", .label_en = "school yard",
     .the_nl = "het schoolplein", .the_en = "the school yard",
     .own_hours = 20, .hours_at_full = 20, .residents_per_place = 3000,
     .visits_per_resident = 1.20F, .usual_size = 14, .warmth = 0.5F, .accessibility = 0.8F,
     .audience = {1.0F, 0.1F, 0.8F, 0.2F, 0.2F}, .open_air = true, .activity = false,
     .meeting = {.attraction = 0.4, .entry = 0, .hours = 0.5, .encounters = 0.8}},
    {.name = "park", .label_nl = "park of plantsoen", .label_en = "park",
     .the_nl = "het park", .the_en = "the park",
     .own_hours = 70, .hours_at_full = 70, .residents_per_place = 2000,
     .visits_per_resident = 3.00F, .usual_size = 10, .warmth = 0.3F, .accessibility = 0.9F,
     .audience = {1.0F, 0.6F, 0.8F, 0.7F, 0.7F}, .open_air = true, .activity = false,
     .meeting = {.attraction = 1.1, .entry = 0, .hours = 0.5, .encounters = 0.2}},
    {.name = "shop", .label_nl = "winkel of café", .label_en = "shop or café",
     .the_nl = "de winkel of het café", .the_en = "the shop or café",
     .own_hours = 60, .hours_at_full = 60, .residents_per_place = 2500,
     .visits_per_resident = 4.00F, .usual_size = 12, .warmth = 0.3F, .accessibility = 0.8F,
     .audience = {0.3F, 0.8F, 0.8F, 0.8F, 0.9F}, .open_air = false, .activity = false,
     .meeting = {.attraction = 1.4, .entry = 0.3, .hours = 0.5, .encounters = 0.2}},
    {.name = "garden", .label_nl = "buurttuin", .label_en = "community garden",
     .the_nl = "de buurttuin", .the_en = "the community garden",
     .own_hours = 0, .hours_at_full = 20, .residents_per_place = 0,
     .visits_per_resident = 0.20F, .usual_size = 10, .warmth = 0.7F, .accessibility = 0.6F,
     .audience = {0.4F, 0.2F, 0.6F, 0.8F, 0.9F}, .open_air = true, .activity = true,
     .meeting = {.attraction = -0.4, .entry = 0, .hours = 1.5, .encounters = 1}},
    {.name = "youth_centre", .label_nl = "jongerencentrum", .label_en = "youth centre",
     .the_nl = "het jongerencentrum", .the_en = "the youth centre",
     .own_hours = 0, .hours_at_full = 24, .residents_per_place = 0,
     .visits_per_resident = 1.00F, .usual_size = 14, .warmth = 0.6F, .accessibility = 0.7F,
     .audience = {0.5F, 1.0F, 0.1F, 0.0F, 0.0F}, .open_air = false, .activity = true,
     .meeting = {.attraction = 1.2, .entry = 0, .hours = 1.5, .encounters = 1}},
}};
// clang-format on

constexpr const PlaceKindDeclared& declared(PlaceKind kind) {
    return place_kinds_declared[static_cast<std::size_t>(kind)];
}

/// Places of a kind that residents of a neighbourhood of so many have without a scenario or a line. A
/// neighbourhood that is too small for one shares it with its surroundings, so that provision does not leap
/// with size.
constexpr int places_of_its_own(PlaceKind kind, int residents) {
    const auto& d = declared(kind);
    if (d.residents_per_place <= 0) return 0;
    const int usual = static_cast<int>(static_cast<float>(residents) / d.residents_per_place + 0.5F);
    return usual > 1 ? usual : 1;
}

/// Residents of the area that such a place serves, against those of the neighbourhood; 1 where all of them
/// live here.
constexpr float catchment(PlaceKind kind, int residents) {
    const float area = declared(kind).residents_per_place / static_cast<float>(residents > 1 ? residents : 1);
    return area > 1 ? area : 1;
}

using PlaceKindParameters = std::array<EncounterNumbers<double>, place_kinds>;
inline constexpr PlaceKindParameters usual_meeting = [] {
    PlaceKindParameters usual{};
    for (std::size_t k = 0; k < place_kinds; ++k) usual[k] = place_kinds_declared[k].meeting;
    return usual;
}();

inline constexpr std::array<sim::TableRow, place_kinds> place_kind_rows = [] {
    std::array<sim::TableRow, place_kinds> rows{};
    for (std::size_t k = 0; k < place_kinds; ++k)
        rows[k] = {place_kinds_declared[k].name, place_kinds_declared[k].label_en};
    return rows;
}();

inline constexpr std::array place_kind_columns = [] {
    using P = EncounterNumbers<double>;
    using enum sim::Evidence;
    using namespace studies;
    return std::array<sim::Declaration<P>, 4>{
        {{"attraction_{row}",
          &P::attraction,
          {-3, 4},
          "1",
          "Value of going to a {row}, apart from all that is valued of the place.",
          {assumption, "by hand, to visits a head by kind (docs/trials.md, R46)", visitor_counts}},
         {"entry_{row}",
          &P::entry,
          {0, 1},
          "1",
          "What going to a {row} costs, in parts of a membership.",
          {assumption, "by hand: 0 is free, 1 a membership", visitor_counts}},
         {"hours_{row}",
          &P::hours,
          {0.1, 8},
          "h",
          "Contact of one encounter at a {row}.",
          {assumption, "0.5 to 2 h by type", contact_diary}},
         {"encounters_{row}",
          &P::encounters,
          {0, 5},
          "1",
          "People met in a session at a {row}, against the usual of an activity.",
          {assumption, "passing encounters in a shop or park, an activity an hour or two", contact_diary}}}};
}();

/// The same in single precision, once a month. By PlaceKind.
inline std::array<EncounterKind, place_kinds> encounter_kinds_of(const PlaceKindParameters& p) {
    std::array<EncounterKind, place_kinds> kinds{};
    for (std::size_t k = 0; k < place_kinds; ++k) kinds[k] = sim::narrowed(p[k]);
    return kinds;
}

}  // namespace weefsel
