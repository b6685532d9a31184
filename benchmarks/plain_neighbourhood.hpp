#pragma once
#include "benchmarks/toy_outcome.hpp"

namespace weefsel::toy {

/// The toy neighbourhood as one would write it plainly: one struct of 104 bytes a resident, one
/// generator, everything in turn.
Outcome live_plainly(int residents, int months, unsigned seed);

}  // namespace weefsel::toy
