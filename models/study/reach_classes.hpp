#pragma once
#include <array>
#include <cstdint>

namespace weefsel {

/// How often funded work met somebody in the twelve months up to the end of a year: contacts with
/// professionals, and visits of a place or session that money pays for. A place counts in every month in
/// which lines pay for its hours, for support of who runs it, or for a host.
enum class ReachClass : std::uint8_t { none, few, several, many };
inline constexpr std::array<const char*, 4> reach_class_names{"0", "1-2", "3-9", "10+"};
inline constexpr std::size_t reach_classes = reach_class_names.size();

constexpr ReachClass reach_class_of(int times) {
    constexpr int several_from = 3, many_from = 10;
    return times >= many_from      ? ReachClass::many
           : times >= several_from ? ReachClass::several
           : times > 0             ? ReachClass::few
                                   : ReachClass::none;
}

}  // namespace weefsel
