#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "analysis/results/cube.hpp"
#include "analysis/results/noticeable.hpp"
#include "analysis/results/results_file.hpp"
#include "app/terminal/speech.hpp"

namespace weefsel::app {

/// Worlds after which a comparison under way says what it has come to so far: 2, 4, 8 and so on, but not all
/// of them, for then the answer itself follows.
bool says_so_far(std::size_t worlds, std::size_t all);

/// What the last year shows in the worlds of `cube` that are done (those that are not hold no values), before
/// everything else is worked out: every option against nothing, then against the reference, in the headline
/// indicators. Margins from four worlds on: two have hardly any. Lines of at most page_width.
std::string so_far(const analysis::Cube& cube, const analysis::Names& names,
                   const std::vector<analysis::Noticeable>& noticeable, std::size_t worlds, std::size_t all,
                   const Speech& in);

}  // namespace weefsel::app
