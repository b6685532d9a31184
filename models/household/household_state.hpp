#pragma once
#include <array>
#include <cstdint>

#include "models/ids.hpp"
#include "sim/column.hpp"

namespace weefsel {

enum class Tenure : std::uint8_t { owned, social_rent, private_rent };
inline constexpr int largest_household = 10;

/// Dwellings and the household in each: a dwelling houses one household or stands empty.
/// Members are rows of residents in no particular order; unused entries are none.
struct Dwellings {
    template <class T>
    using Col = sim::Column<DwellingId, T>;

    Col<std::uint64_t> number;  ///< key of the dwelling, the same in every option
    Col<StreetId> street;
    Col<float> x;  ///< m
    Col<float> y;  ///< m
    Col<Tenure> tenure;
    Col<std::uint8_t> suited;   ///< 1: fit for old age (no stairs, wide doors)
    Col<std::uint8_t> members;  ///< count, 0: empty
    Col<std::array<ResidentId, largest_household>> member;
    Col<std::uint16_t> occupancy;   ///< households that have lived here so far
    Col<std::int16_t> empty_since;  ///< month, while empty
    Col<float> move_left;           ///< threshold minus accumulated hazard of moving out

    template <class V>
    void visit(V&& v) {
        v("dwelling.number", number);
        v("dwelling.street", street);
        v("dwelling.x", x);
        v("dwelling.y", y);
        v("dwelling.tenure", tenure);
        v("dwelling.suited", suited);
        v("dwelling.members", members);
        v("dwelling.member", member);
        v("dwelling.occupancy", occupancy);
        v("dwelling.empty_since", empty_since);
        v("dwelling.move_left", move_left);
    }
    static constexpr std::size_t column_count = 11;
    [[nodiscard]] std::size_t rows() const { return number.size(); }
};
static_assert(sizeof(Dwellings) == Dwellings::column_count * sizeof(Dwellings::Col<float>));

/// Streets: dwellings of one street have consecutive rows.
struct Streets {
    template <class T>
    using Col = sim::Column<StreetId, T>;
    Col<DwellingId> first_dwelling;
    Col<std::uint16_t> dwellings;  ///< count
    Col<float> public_space;       ///< quality 0..1: benches, green, traffic
    Col<float> turnover;           ///< share of dwellings that changed hands, smoothed over a year

    template <class V>
    void visit(V&& v) {
        v("street.first_dwelling", first_dwelling);
        v("street.dwellings", dwellings);
        v("street.public_space", public_space);
        v("street.turnover", turnover);
    }
    [[nodiscard]] std::size_t rows() const { return dwellings.size(); }
};
static_assert(sizeof(Streets) == 4 * sizeof(Streets::Col<float>));

/// The households of month 0, from which households that move in are drawn: one row a resident.
struct InflowProfile {
    std::vector<std::uint32_t> first;      ///< per household: row of its first member
    std::vector<std::uint8_t> members;     ///< per household: count
    std::vector<float> cumulative_weight;  ///< per household: running sum of its mobility
    std::vector<std::int16_t> age_months;  ///< per member
    std::vector<std::uint8_t> attributes;  ///< per member: sex + 2*education + 6*origin + 18*income
    std::vector<std::uint8_t> partner;     ///< per member: index of partner in household, 255: none

    template <class V>
    void visit(V&& v) {
        v("inflow.first", first);
        v("inflow.members", members);
        v("inflow.cumulative_weight", cumulative_weight);
        v("inflow.age_months", age_months);
        v("inflow.attributes", attributes);
        v("inflow.partner", partner);
    }
};
static_assert(sizeof(InflowProfile) == 6 * sizeof(std::vector<int>));

}  // namespace weefsel
