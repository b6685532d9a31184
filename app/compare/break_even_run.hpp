#pragma once
#include "app/compare/further_studies.hpp"

namespace weefsel::app {

/// How strong a mechanism must be before the other option wins: `--break-even`. Varies each of
/// break_even_mechanisms() alone, for an option and the reference, in the first worlds: both ends of its
/// range, the value of the scenario, and where the mean changes sides. Adds the table /break_even.
void find_break_even(const FurtherInput& of, FurtherResults& out);

}  // namespace weefsel::app
