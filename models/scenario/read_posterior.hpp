#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/question/posterior.hpp"
#include "sim/error.hpp"
#include "sim/settings.hpp"

namespace weefsel {

/// Reads posterior.csv: remarks (`# ...`), a header of full names, a row a set. Values are held against the
/// declared ranges. Throws sim::InputError with all that is wrong.
Posterior read_posterior(const std::string& path);
Posterior read_posterior_text(const std::string& text, const std::string& path);

/// One of the sets for each of `draws`, none twice before all were taken; a function of seed and draw.
Posterior chosen(const Posterior& all, std::size_t draws, std::uint32_t seed);

/// As a scenario that is read back holds it: `{ from, names, sets }`, and back. Problems are collected.
sim::Value value_of_posterior(const Posterior& posterior);
Posterior posterior_of(const sim::Value& value, std::vector<sim::Problem>& problems);

}  // namespace weefsel
