#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/measure/survey/survey_counts.hpp"

namespace weefsel {

/// Something that a pattern can be about, measured in one world under one option.
struct Quantity {
    std::string_view name;
    std::string_view unit;  ///< `%`, `pp`, `1`, `0-10`, `h/week` or `h`
    std::string_view how;   ///< how it is measured, and where that differs from the survey it stands beside
    /// From the counts of each neighbourhood and of all together; nothing when nobody could be asked.
    std::optional<double> (*value)(std::span<const SurveyCounts> sites, const SurveyCounts& all);
};

/// What can be measured by counting alone.
std::span<const Quantity> counted_quantities();

}  // namespace weefsel
