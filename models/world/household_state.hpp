#pragma once
#include <array>
#include <cstdint>

#include "models/world/ids.hpp"
#include "sim/about.hpp"
#include "sim/column.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

enum class Tenure : std::uint8_t { owned, social_rent, private_rent };
inline constexpr int largest_household = 10;
/// Dwellings at most in one neighbourhood: rows have 16 bits.
inline constexpr int dwellings_at_most = 65000;

/// Dwellings and the household in each: a dwelling houses one household or stands empty.
/// Members are rows of residents in no particular order; unused entries are none.
struct Dwellings {
    template <class T>
    using Col = sim::Column<DwellingId, T>;

    Col<std::uint64_t> number;
    Col<StreetId> street;
    Col<float> x;
    Col<float> y;
    Col<Tenure> tenure;
    Col<std::uint8_t> suited;
    Col<std::uint8_t> members;
    Col<std::array<ResidentId, largest_household>> member;
    Col<std::uint16_t> occupancy;
    Col<std::int16_t> empty_since;
    Col<float> move_left;

    template <class V>
    void visit(V&& v) {
        v(sim::About{"dwelling.number", "1", sim::any_value,
                     "Key of the dwelling, the same in every option."},
          number);
        v(sim::About{"dwelling.street", "1", sim::any_value, "Street in which it stands."}, street);
        v(sim::About{"dwelling.x", "m", sim::any_value, "Position."}, x);
        v(sim::About{"dwelling.y", "m", sim::any_value, "Position."}, y);
        v(
            sim::About{
                "dwelling.tenure", "1", {0, 2}, "0 owned, 1 let by a housing association, 2 let by others."},
            tenure);
        v(sim::About{"dwelling.suited", "1", {0, 1}, "1: fit for old age (no stairs, wide doors)."}, suited);
        v(sim::About{"dwelling.members",
                     "1",
                     {0, largest_household},
                     "Members of the household that lives there; 0: empty."},
          members);
        v(sim::About{"dwelling.member", "1", sim::any_value,
                     "The members, in no particular order; unused entries are none."},
          member);
        v(sim::About{"dwelling.occupancy", "1", {0, 65535}, "Households that have lived here so far."},
          occupancy);
        v(sim::About{"dwelling.empty_since", "month", sim::any_value,
                     "Month since which it stands empty, while it does."},
          empty_since);
        v(sim::About{"dwelling.move_left", "1", sim::any_value,
                     "Threshold of moving out minus the hazard accumulated so far."},
          move_left);
    }
    static constexpr std::size_t column_count = 11;
    [[nodiscard]] std::size_t rows() const { return number.size(); }
    [[nodiscard]] auto ids() const { return sim::Ids<DwellingId>(rows()); }
};
static_assert(sizeof(Dwellings) == Dwellings::column_count * sizeof(Dwellings::Col<float>));

/// Streets: dwellings of one street have consecutive rows.
struct Streets {
    template <class T>
    using Col = sim::Column<StreetId, T>;
    Col<DwellingId> first_dwelling;
    Col<std::uint16_t> dwellings;
    Col<float> public_space;
    Col<float> space_base;
    Col<float> space_built;
    Col<float> turnover;
    Col<float> efficacy;
    Col<float> nuisance;

    template <class V>
    void visit(V&& v) {
        v(sim::About{"street.first_dwelling", "1", sim::any_value,
                     "First dwelling; those of one street have consecutive rows."},
          first_dwelling);
        v(sim::About{"street.dwellings", "1", {0, 65535}, "Dwellings, count."}, dwellings);
        v(sim::About{"street.public_space", "1", {0, 1}, "Quality of public space: benches, green, traffic."},
          public_space);
        v(sim::About{"street.space_base", "1", {0, 1}, "What of it there is without money of a line."},
          space_base);
        v(sim::About{"street.space_built", "1", sim::zero_and_up,
                     "What lines have built on top; quality is the sum, 1 at most."},
          space_built);
        v(sim::About{"street.turnover",
                     "1",
                     {0, 1},
                     "Share of dwellings that changed hands, smoothed over a year."},
          turnover);
        v(sim::About{"street.efficacy",
                     "1",
                     {0, 1},
                     "Collective efficacy: mean trust and belonging of its adults."},
          efficacy);
        v(sim::About{"street.nuisance", "1", {0, 1}, "Nuisance: noise, litter, threats."}, nuisance);
    }
    [[nodiscard]] std::size_t rows() const { return dwellings.size(); }
    [[nodiscard]] auto ids() const { return sim::Ids<StreetId>(rows()); }
    /// Quality follows from what was there and what was built.
    void sum_up(StreetId street) {
        public_space[street] = sim::clamp01(space_base[street] + space_built[street]);
    }
};
static_assert(sizeof(Streets) == 8 * sizeof(Streets::Col<float>));

/// The households of month 0, from which households that move in are drawn: one row a resident.
struct InflowProfile {
    std::vector<std::uint32_t> first;
    std::vector<std::uint8_t> members;
    std::vector<float> cumulative_weight;
    std::vector<std::int16_t> age_months;
    std::vector<std::uint8_t> attributes;
    std::vector<std::uint8_t> partner;

    template <class V>
    void visit(V&& v) {
        v(sim::About{"inflow.first", "1", sim::zero_and_up,
                     "Per household: number of its first member in the columns per member."},
          first);
        v(sim::About{"inflow.members", "1", {0, largest_household}, "Per household: members, count."},
          members);
        v(
            sim::About{
                "inflow.cumulative_weight", "1", sim::zero_and_up,
                "Per household: running sum of mobility, from which a household that moves in is drawn."},
            cumulative_weight);
        v(sim::About{"inflow.age_months", "month", sim::zero_and_up, "Per member: age."}, age_months);
        v(
            sim::About{
                "inflow.attributes", "1", {0, 255}, "Per member: sex + 2 education + 6 origin + 18 income."},
            attributes);
        v(sim::About{"inflow.partner",
                     "1",
                     {0, 255},
                     "Per member: number of the partner within the household; 255: none."},
          partner);
    }
};
static_assert(sizeof(InflowProfile) == 6 * sizeof(std::vector<int>));

}  // namespace weefsel
