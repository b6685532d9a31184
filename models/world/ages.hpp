#pragma once

namespace weefsel {

/// Nobody below this age lives on their own or as a partner, gives care, or is asked by the health monitors.
/// Source: coming of age.
inline constexpr int adult_age = 18;

}  // namespace weefsel
