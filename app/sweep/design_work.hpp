#pragma once
#include <string>

#include "analysis/design/design.hpp"
#include "app/terminal/arguments.hpp"

namespace weefsel::app {

// A design may have ten million points: how far the work is is shown, and Ctrl-C ends it (sim::Interrupted),
// once watch_for_interrupt was called.

/// The points of a design. Throws sim::InputError when they and their table cannot fit into the memory.
analysis::Points made_points(const analysis::Design& design, const CommonArguments& arguments);
/// The table of points.
std::string written_points(const analysis::Points& points, const analysis::Design& design,
                           const CommonArguments& arguments);

}  // namespace weefsel::app
