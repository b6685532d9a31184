#pragma once
#include <array>
#include <string_view>

namespace weefsel::analysis {

/// What an answer is about, in this order unless one is clearer than another. The one list: the terminal, the
/// report (which is given it in its data) and how sure an answer is all read it here.
inline constexpr std::array<std::string_view, 3> headline_indicators{"social_cohesion", "severely_lonely",
                                                                     "participation"};

}  // namespace weefsel::analysis
