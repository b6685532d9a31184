#pragma once
#include <string>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/question/posterior.hpp"

namespace weefsel {

/// A number through which the form of money acts and which no trial has narrowed, with its value without the
/// mechanism.
struct NotNarrowed {
    std::string parameter;  ///< full name
    double off = 0;
};
/// Of the numbers of form_mechanisms(): those whose description says at which value they are off, whose grade
/// is an assumption, and which no fitted set holds; in their order. What is off in these parameters is left
/// out.
std::vector<NotNarrowed> not_narrowed(Parameters parameters, const Posterior& fitted);

/// The parameters with all of these off: only what trials narrowed is left.
Parameters only_narrowed(Parameters parameters, const Posterior& fitted);

}  // namespace weefsel
