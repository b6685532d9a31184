#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/parameters/care_parameters.hpp"
#include "models/world/care_state.hpp"

namespace weefsel {

/// What some residents use in a month that costs money or hours. Whole numbers, so that the sum
/// does not depend on who stands in which row.
struct CareUse {
    std::array<std::uint64_t, care_lines> clients{};
    std::uint64_t gp_contacts = 0;
    std::uint64_t hospital = 0;        ///< tenths of the GP contacts a year that are usual at each age
    std::uint64_t informal_given = 0;  ///< quarter hours of informal care
    std::uint64_t volunteered = 0;     ///< quarter hours
    std::uint64_t residents = 0;
};

/// Of those of `from_age` and over.
CareUse use_of(const Residents& residents, int from_age, const CareParameters& p);

/// Value of residents' own hours: informal care and volunteering. Unit: EUR.
double own_hours_of(const CareUse& use, const CareParameters& p);

/// What the use costs each payer. Residents pay their own contributions and their own hours.
/// Unit: EUR. Source: ODD 7.10.
std::array<double, payers> cost_of(const CareUse& use, const CareParameters& p);

/// Part of what a month of care costs the municipality that is youth care; the rest is Wmo support. Unit:
/// EUR.
double cost_of_youth_care(const Care& care, const CareParameters& p);

/// Age from which residents stand for those whose death was postponed: most deaths fall above it.
inline constexpr int old_age = 75;

/// What is needed of one month of an option to set care in added years of life apart.
struct LifeMonth {
    std::uint64_t deaths = 0;  ///< since month 0 of the warm-up
    std::array<double, payers>
        per_elder{};  ///< EUR of care a resident of `old_age` and over; own hours left out
};
LifeMonth life_of(const Residents& residents, std::uint64_t deaths, const CareParameters& p);

/// Care of a month in the years of life that one option adds to another (negative: takes away): who
/// died in the one only, times the mean cost of an elder in both. An approximation: it counts
/// deaths, not the same persons, and leaves out that who lives on may move. Unit: EUR.
std::array<double, payers> care_in_added_life(const LifeMonth& option, const LifeMonth& reference);

/// Cash of year y (from 1): the share of a saving on care made `after` months before (between two
/// years in a straight line; before the first year nothing was saved). `saving`: by year.
double cashed(const std::vector<double>& saving, int year, double share, double after_months);

}  // namespace weefsel
