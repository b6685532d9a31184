#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/error.hpp"

namespace weefsel {

/// A remark for people, in both languages.
struct Note {
    std::string en, nl;

    friend bool operator==(const Note&, const Note&) = default;
};
inline std::vector<std::string> in_english(const std::vector<Note>& notes) {
    std::vector<std::string> out;
    for (const auto& note : notes) out.push_back(note.en);
    return out;
}

/// The figures of one neighbourhood from which its population is made. Shares are 0..1.
/// Source of the definitions: CBS, Kerncijfers wijken en buurten.
struct NeighbourhoodFigures {
    std::string name;
    std::string code;  ///< BU........ or empty when typed
    std::string municipality;
    int municipality_residents = 0;  ///< count; 0: not known
    int residents = 0;               ///< count
    std::array<double, 5> age{};     ///< residents 0-14, 15-24, 25-44, 45-64, 65+: counts
    double women = 0;                ///< share
    int households = 0;              ///< count
    double single = 0;               ///< households of one person: count
    double without_children = 0;     ///< households of more persons without children: count
    double with_children = 0;        ///< households with children, one-parent included: count
    double household_size = 0;       ///< persons a household
    double origin_netherlands = 0;   ///< shares of residents, sum 1
    double origin_europe = 0;
    double origin_outside_europe = 0;
    double married = 0, divorced = 0, widowed = 0;  ///< shares of residents
    double low_income = 0;                          ///< share of persons in the lowest 40 % of the country
    double high_income = 0;                         ///< share of persons in the highest 20 %
    double poverty = 0;  ///< share of households with up to 120 % of the social minimum
    double education_low = 0, education_middle = 0, education_high = 0;  ///< shares of 15-75
    double owned = 0, social_rent = 0, private_rent = 0;                 ///< shares of dwellings, sum 1
    double multi_family = 0;                                             ///< share of dwellings in flats
    double vacancy = 0;                                                  ///< share of dwellings
    int dwellings = 0;                                                   ///< count, at least households
    int urbanity = 3;                                                    ///< 1 very urban .. 5 not urban
    double land_hectares = 0;
    double home_value = 0;         ///< mean of dwellings, thousand EUR at the level of 2024
    double social_assistance = 0;  ///< share of residents of 15 and over
    sim::Place at;
    /// What the source lacked and how it was filled, for people to read: "poverty: imputed 0.14 (standard
    /// deviation 0.03) from income, tenure and education".
    std::vector<Note> filled;
    /// Keys of the figures that were imputed, which draws vary, and of those the ones that figures of the
    /// municipality helped to say.
    std::vector<std::string> imputed, imputed_with_municipality;
};

/// Key of a neighbourhood, made of its code or else its name: the same in every study.
std::uint64_t site_key(const NeighbourhoodFigures& figures);

}  // namespace weefsel
