#pragma once
#include <array>
#include <cstdint>

#include "models/ids.hpp"
#include "sim/column.hpp"

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

/// Meeting places of one neighbourhood.
struct Places {
    template <class T>
    using Col = sim::Column<PlaceId, T>;

    Col<std::uint64_t> number;  ///< key of the place, the same in every option
    Col<PlaceKind> kind;
    Col<float> x;              ///< m
    Col<float> y;              ///< m
    Col<float> own_hours;      ///< h a week open without any funding line
    Col<float> funded_hours;   ///< h a week paid for by lines that run this month
    Col<float> support_hours;  ///< h a week of support to those who run it themselves, this month
    Col<float> host_hours;     ///< h this month with a host (professional or volunteer)
    Col<float> quality;        ///< ln q of what is done there, from the lines that pay
    Col<float> warmth;         ///< 0..1
    Col<float> accessibility;  ///< 0..1
    Col<float> capacity;       ///< visits a month at full opening
    Col<std::array<float, age_bands>> audience;  ///< fit per age band, 0..1
    Col<float> hours_at_full;                    ///< h a week that `capacity` and `sessions` belong to
    Col<std::uint16_t> sessions;                 ///< groups that meet, at full opening
    Col<float> usual_size;      ///< people usually in one session, fixed, equal in all options
    Col<std::uint8_t> open;     ///< 0: closed this month
    Col<float> closed_share;    ///< share closed by a shock, 0..1
    Col<std::uint32_t> visits;  ///< this month, count

    template <class V>
    void visit(V&& v) {
        v("place.number", number);
        v("place.kind", kind);
        v("place.x", x);
        v("place.y", y);
        v("place.own_hours", own_hours);
        v("place.funded_hours", funded_hours);
        v("place.support_hours", support_hours);
        v("place.host_hours", host_hours);
        v("place.quality", quality);
        v("place.warmth", warmth);
        v("place.accessibility", accessibility);
        v("place.capacity", capacity);
        v("place.audience", audience);
        v("place.hours_at_full", hours_at_full);
        v("place.sessions", sessions);
        v("place.usual_size", usual_size);
        v("place.open", open);
        v("place.closed_share", closed_share);
        v("place.visits", visits);
    }
    [[nodiscard]] std::size_t rows() const { return number.size(); }
};
static_assert(sizeof(Places) == 19 * sizeof(Places::Col<float>));

}  // namespace weefsel
