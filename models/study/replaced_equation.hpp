#pragma once
#include <string>

#include "models/question/scenario.hpp"
#include "models/scenario/study_map.hpp"
#include "models/study/month_step.hpp"

namespace weefsel {

/// The equation of loneliness of a plugin of the scenario, to be called in a month under `option` (its name;
/// empty in the warm-up). Empty where no plugin has one. Scenario, map and name must outlive it.
ReplacedLoneliness replaced_loneliness(const Scenario& scenario, const StudyMap& map,
                                       std::string_view option);

}  // namespace weefsel
