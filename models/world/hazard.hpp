#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <utility>

#include "models/world/resident_state.hpp"

namespace weefsel {

/// What a process adds up or goes by that is a sum of terms: the log-hazard of an event of residents, by the
/// value of EventKind, that of a household to move out, and the logit to which loneliness goes (no event
/// falls at it).
enum class Hazard : std::uint8_t {
    move_out = static_cast<std::uint8_t>(EventKind::count),
    loneliness,
    count
};
inline constexpr std::size_t hazard_kinds = static_cast<std::size_t>(Hazard::count);

constexpr Hazard hazard_of(EventKind kind) { return static_cast<Hazard>(kind); }
constexpr bool of_households(Hazard h) { return h == Hazard::move_out; }
constexpr bool is_event_of_residents(Hazard h) { return h < Hazard::move_out; }
/// Of events of residents only.
constexpr EventKind kind_of(Hazard h) { return static_cast<EventKind>(h); }

/// What a process has put together of a hazard and is about to add up.
struct HazardColumns {
    std::span<const float> rate;  ///< a month, per row of residents; of moving out per row of dwellings and
                                  ///< without belonging; of loneliness what a person adds to the
                                  ///< mean logit of its items
    std::span<const float> above{};  ///< of moving out: belonging of the household above the middle of the
                                     ///< scale; of loneliness: company above the usual (feel_company)
    float visits_kept = 1.0F;  ///< of loneliness: share of contact elsewhere that shocks leave this month
};

/// Where a process shows its hazards to whoever looks on; nobody unless it is given somebody. Looking on
/// changes nothing.
class ShowHazard {
public:
    using To = std::function<void(Hazard, const HazardColumns&)>;
    ShowHazard() = default;
    explicit ShowHazard(To to) : to_(std::move(to)) {}
    explicit operator bool() const { return static_cast<bool>(to_); }
    void operator()(Hazard h, const HazardColumns& columns) const {
        if (to_) to_(h, columns);
    }

private:
    To to_;
};

}  // namespace weefsel
