#pragma once
#include <optional>
#include <string>
#include <vector>

#include "models/question/trial.hpp"

namespace weefsel {

/// Reads and judges a trial file. Throws sim::InputError with all that is wrong: where, what was found, what
/// is allowed, and the nearest name. `known`: names of all that a measure may be about.
Trial read_trial(const std::string& path, const std::vector<std::string>& known);
/// The same from text; the scenario that it names is seen from the folder of `file`.
Trial read_trial_text(const std::string& text, const std::string& file,
                      const std::vector<std::string>& known);

/// A band that a study does not print, from what it does: `SD 2.0, N 120 and 120` gives value +- 1.96 SD
/// sqrt(1/120 + 1/120); `SE 0.15` gives value +- 1.96 SE; `p 0.02` gives value +- 1.96 |value| / z(p).
/// Nothing where the text is none of these. `log`: the value is a ratio, and the sums are done on its
/// logarithm.
struct BandEnds {
    double low, high;
};
std::optional<BandEnds> band_of(const std::string& text, double value, bool log);

}  // namespace weefsel
