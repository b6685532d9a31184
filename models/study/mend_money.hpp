#pragma once
#include <cstddef>
#include <vector>

#include "models/question/scenario.hpp"

namespace weefsel {

/// A line whose euros a year change so that its option costs what the reference costs.
struct MendedLine {
    std::size_t option, line;  ///< rows of the scenario
    double before, after;      ///< EUR a year; before: what it buys where euro_year is absent
};

/// What makes the options equal in the sense that the scenario asks for: all lines of an option that differs
/// by more than 1 % times one factor, rounded to figures that a person would write. Options that are equal
/// already, and the reference, stay as they are. Empty where nothing needs to change. Throws sim::InputError
/// where an option has no money that could be scaled, or would need more than a scenario allows.
std::vector<MendedLine> mended_money(const Scenario& scenario);

}  // namespace weefsel
