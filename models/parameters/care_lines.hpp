#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/parameters/care_parameters.hpp"

/// Kinds of care: a kind is one enumerator and one row of `care_lines_declared`, besides its hazard.
namespace weefsel {

/// Who pays for care.
enum class Payer : std::uint8_t { municipality, insurers, state, residents, count };
inline constexpr std::size_t payers = static_cast<std::size_t>(Payer::count);

/// Care lines that a resident can wait for or use; bit numbers of `care_use` and `care_waiting`.
enum class CareLine : std::uint8_t {
    district_nursing,
    wmo,
    youth_care,
    mental_care,
    residential_care,
    count
};
inline constexpr std::size_t care_lines = static_cast<std::size_t>(CareLine::count);

struct CareLineDeclared {
    std::string_view nl, en;  ///< in a sentence
    Payer payer;
    double CareParameters::*price;   ///< of a client for a year, EUR
    double CareParameters::*own;     ///< the residents' own part of the price; null: none
    double CareParameters::*months;  ///< how long it lasts, on average; null: for life, away from home
    bool regional;                   ///< a study of several neighbourhoods has places in common
};

/// By CareLine.
inline constexpr std::array<CareLineDeclared, care_lines> care_lines_declared = [] {
    using P = CareParameters;
    using enum Payer;
    return std::array<CareLineDeclared, care_lines>{
        {{"wijkverpleging", "district nursing", insurers, &P::price_nursing, nullptr, &P::nursing_months,
          false},
         {"Wmo-hulp", "Wmo support", municipality, &P::price_wmo, &P::own_wmo, &P::wmo_months, false},
         {"jeugdhulp", "youth care", municipality, &P::price_youth, nullptr, &P::youth_months, false},
         {"hulp van de ggz", "mental health care", insurers, &P::price_mental, nullptr, &P::mental_months,
          true},
         {"een plek in een verpleeghuis", "a place in residential care", state, &P::price_residential,
          &P::own_residential, nullptr, true}}};
}();

constexpr const CareLineDeclared& declared(CareLine line) {
    return care_lines_declared[static_cast<std::size_t>(line)];
}

/// The bits of care that lasts for life, as `care_use` has them.
inline constexpr std::uint8_t care_for_life = [] {
    std::uint8_t bits = 0;
    for (std::size_t k = 0; k < care_lines; ++k)
        if (care_lines_declared[k].months == nullptr) bits |= static_cast<std::uint8_t>(1U << k);
    return bits;
}();

}  // namespace weefsel
