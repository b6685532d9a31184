#pragma once
#include <string>
#include <vector>

#include "models/question/trial.hpp"
#include "sim/settings.hpp"

/// The parts of reading a trial. Each appends what is wrong to `problems` and goes on.
namespace weefsel::trial_parts {

using Problems = std::vector<sim::Problem>;

/// `[low, high]` of ages.
std::optional<AgeRange> read_ages(sim::TableReader& reader, const std::string& key, const std::string& what);
TrialArm read_arm(const sim::Value& row, const std::string& what, Problems& problems);
/// `trial`: gives kind and use where the measure gives none. `known`: what may be measured.
TrialMeasure read_measure(const sim::Value& row, const std::string& what, const Trial& trial,
                          const std::vector<std::string>& known, Problems& problems);

}  // namespace weefsel::trial_parts
