#pragma once

namespace weefsel {

/// Nobody below this age lives on their own or as a partner, gives care, or is asked by the health monitors.
/// Source: coming of age.
inline constexpr int adult_age = 18;
/// From this age on a dwelling that is fit for old age is of use. Source: the age bands of the figures.
inline constexpr int senior_age = 65;

}  // namespace weefsel
