#pragma once
#include <cstddef>
#include <cstdint>

namespace weefsel {

enum class Sex : std::uint8_t { female, male };
enum class Education : std::uint8_t { low, middle, high };
/// Origin group as CBS publishes it since 2022: Netherlands, Europe, outside Europe.
enum class Origin : std::uint8_t { netherlands, europe, outside_europe };
/// Household income: bottom 40 %, middle 40 %, top 20 % of the country.
enum class Income : std::uint8_t { low, middle, high };
enum class Activity : std::uint8_t { pupil, student, working, unemployed, retired };

/// Events that fall when an accumulated hazard passes a keyed unit exponential.
enum class EventKind : std::uint8_t {
    death,
    birth,
    leave_home,
    couple,
    separation,
    gp_contact,
    district_nursing,
    wmo,
    youth_care,
    mental_care,
    residential_care,
    offending,
    carer_breakdown,
    count
};
inline constexpr std::size_t event_kinds = static_cast<std::size_t>(EventKind::count);

}  // namespace weefsel
