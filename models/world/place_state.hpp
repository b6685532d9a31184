#pragma once
#include <array>
#include <cstdint>

#include "models/parameters/place_kinds.hpp"
#include "models/world/ids.hpp"
#include "sim/about.hpp"
#include "sim/column.hpp"

namespace weefsel {

/// Meeting places of one neighbourhood.
struct Places {
    template <class T>
    using Col = sim::Column<PlaceId, T>;

    Col<std::uint64_t> number;
    Col<PlaceKind> kind;
    Col<float> x;
    Col<float> y;
    Col<float> own_hours;
    Col<float> funded_hours;
    Col<float> support_hours;
    Col<float> paid_host_hours;
    Col<float> volunteer_host_hours;
    Col<float> youth_host_hours;
    Col<float> quality;
    Col<float> built;
    Col<float> warmth;
    Col<float> accessibility;
    Col<float> capacity;
    Col<std::array<float, age_bands>> audience;
    Col<float> hours_at_full;
    Col<float> usual_size;
    Col<std::uint8_t> open;
    Col<float> closed_share;
    Col<std::uint32_t> visits;

    template <class V>
    void visit(V&& v) {
        v(sim::About{"place.number", "1", sim::any_value, "Key of the place, the same in every option."},
          number);
        v(sim::About{"place.kind",
                     "1",
                     {0, place_kinds - 1},
                     "Kind: buurthuis, buurtkamer, library, sports club, church, school yard, park, shop, "
                     "garden, youth centre."},
          kind);
        v(sim::About{"place.x", "m", sim::any_value, "Position."}, x);
        v(sim::About{"place.y", "m", sim::any_value, "Position."}, y);
        v(sim::About{"place.own_hours", "h/week", {0, 168}, "Hours open without any funding line."},
          own_hours);
        v(sim::About{"place.funded_hours", "h/week", sim::zero_and_up,
                     "Hours paid for by the lines that run this month."},
          funded_hours);
        v(sim::About{"place.support_hours", "h/week", sim::zero_and_up,
                     "Support to those who run it themselves, this month."},
          support_hours);
        v(sim::About{"place.paid_host_hours", "h", sim::zero_and_up,
                     "Hours of paid hosts this month, by the skill of their roles."},
          paid_host_hours);
        v(sim::About{"place.volunteer_host_hours", "h", sim::zero_and_up,
                     "Hours of volunteers and residents' initiatives as hosts this month."},
          volunteer_host_hours);
        v(sim::About{"place.youth_host_hours", "h", sim::zero_and_up,
                     "Hours of all hosts this month, by what they are to the young."},
          youth_host_hours);
        v(sim::About{"place.quality", "1", sim::any_value,
                     "ln q of what is done there, from the lines that pay."},
          quality);
        v(sim::About{"place.built", "1", sim::zero_and_up,
                     "What building and upkeep of a park that lines pay for add to it."},
          built);
        v(sim::About{"place.warmth", "1", {0, 1}, "How warm a welcome it gives."}, warmth);
        v(sim::About{"place.accessibility",
                     "1",
                     {0, 1},
                     "How easy it is to get in for who is frail, ashamed or speaks another language."},
          accessibility);
        v(sim::About{"place.capacity", "1/month", sim::zero_and_up,
                     "Visits for which there is room at full opening."},
          capacity);
        v(sim::About{"place.audience",
                     "1",
                     {0, 1},
                     "Fit with each age band: 0-14, 15-24, 25-44, 45-64, 65 and over."},
          audience);
        v(sim::About{"place.hours_at_full", "h/week", sim::zero_and_up, "Opening to which capacity belongs."},
          hours_at_full);
        v(sim::About{"place.usual_size", "1", sim::zero_and_up,
                     "People usually in one session; fixed, equal in all options."},
          usual_size);
        v(sim::About{"place.open", "1", {0, 1}, "0: closed this month."}, open);
        v(sim::About{"place.closed_share", "1", {0, 1}, "Share closed by a shock."}, closed_share);
        v(sim::About{"place.visits", "1", sim::zero_and_up, "Visits this month, count."}, visits);
    }
    /// Of hosts of any kind, this month.
    [[nodiscard]] float host_hours(PlaceId place) const {
        return paid_host_hours[place] + volunteer_host_hours[place];
    }
    [[nodiscard]] std::size_t rows() const { return number.size(); }
    [[nodiscard]] auto ids() const { return sim::Ids<PlaceId>(rows()); }
};
static_assert(sizeof(Places) == 21 * sizeof(Places::Col<float>));

}  // namespace weefsel
