#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/hook/hooks.hpp"
#include "sim/error.hpp"
#include "sim/parameter.hpp"

namespace weefsel {

/// All that is wrong with what plugins have, each at its file.
std::vector<sim::Problem> problems_of(const std::vector<LoadedPlugin>& plugins);

/// `measured`, `literature`, `expert` or `assumption`; nothing when it is none of these.
std::optional<sim::Evidence> evidence_named(std::string_view word);

}  // namespace weefsel
