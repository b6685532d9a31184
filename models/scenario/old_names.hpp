// What was renamed and is understood for one version more. A line for each: { before, now, version in which
// the old name goes }.
#pragma once
#include <span>

#include "sim/renamed.hpp"

namespace weefsel {

/// Keys of a scenario and full names of parameters (`parameters.network.halflife_friend`).
inline constexpr std::span<const sim::Renamed> old_keys{};
/// Flags of the command line (`--replicates`).
inline constexpr std::span<const sim::Renamed> old_flags{};

}  // namespace weefsel
