#pragma once
#include "sim/random_source.hpp"

namespace weefsel {

/// Birth numbers are made of where and how somebody came, so that twins in other options stay
/// aligned: a household that moves in has (dwelling, nth occupancy, member), a newborn (mother, nth
/// child). All are hashes of 64 bits; distinct inputs collide with a chance of about n^2 / 2^65.
namespace birth_number_detail {
inline constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;  ///< 2^64 / golden ratio (Steele et al. 2014)
inline constexpr std::uint64_t members_at_most = 16;
inline constexpr std::uint64_t newborn_mark = 0x6A09E667F3BCC909ULL;  ///< fraction of the square root of 2
inline constexpr std::uint64_t things_at_most = 1ULL << 20U;
}  // namespace birth_number_detail

/// Key of the nth dwelling of a site.
constexpr std::uint64_t dwelling_number(std::uint64_t site, std::uint64_t nth) {
    using namespace birth_number_detail;
    return sim::mix64((site + 1) * things_at_most + nth);
}

/// Birth number of the nth member of the nth household (from 0) that lives in a dwelling.
constexpr sim::BirthNumber arrival_number(std::uint64_t dwelling, std::uint64_t occupancy,
                                          std::uint64_t member) {
    using namespace birth_number_detail;
    return sim::mix64(dwelling + odd * (occupancy * members_at_most + member + 1));
}

/// Birth number of the nth child (from 0) of a mother.
constexpr sim::BirthNumber newborn_number(sim::BirthNumber mother, std::uint64_t nth) {
    using namespace birth_number_detail;
    return sim::mix64((mother ^ newborn_mark) + odd * (nth + 1));
}

/// Key of the nth place of a kind in a site.
constexpr std::uint64_t place_number(std::uint64_t site, std::uint64_t kind, std::uint64_t nth) {
    using namespace birth_number_detail;
    return sim::mix64(sim::mix64(site + newborn_mark) + odd * (kind * things_at_most + nth + 1));
}

}  // namespace weefsel
