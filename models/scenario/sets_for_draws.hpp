#pragma once
#include <cstddef>
#include <vector>

#include "models/question/posterior.hpp"
#include "sim/error.hpp"

namespace weefsel {

/// Of the sets that a scenario holds itself, as one does that is read back: the first for the first of
/// `draws` and so on; none for a single draw, which is simulated as stated. Too few sets are a problem at
/// `at`.
Posterior sets_for_draws(Posterior held, std::size_t draws, const sim::Place& at,
                         std::vector<sim::Problem>& problems);

}  // namespace weefsel
