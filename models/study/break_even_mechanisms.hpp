#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "models/parameters/parameters.hpp"

namespace weefsel {

/// A mechanism by which one form of money may win, with the one number that says how strong it is, and what
/// that number is called in a sentence about people.
struct BreakEvenMechanism {
    std::string_view name;
    std::string_view parameter;  ///< full name
    std::string_view nl, en;     ///< `how ...`, without the value
};
/// All of them, in the order in which they are varied.
const std::vector<BreakEvenMechanism>& break_even_mechanisms();

/// The values at which a mechanism is tried: both ends of the declared range and the value of the scenario,
/// ascending; the middle of the range where that value is an end.
std::vector<double> break_even_values(const BreakEvenMechanism& mechanism, Parameters parameters);

/// The parameters with that mechanism at a value, the same in every draw: a value that is stated would be
/// drawn anew, so the next number after it stands in for it.
Parameters with_mechanism_at(const BreakEvenMechanism& mechanism, double value, Parameters parameters);

}  // namespace weefsel
