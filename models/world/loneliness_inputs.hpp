#pragma once
#include <functional>
#include <span>

namespace weefsel {

/// What the equation of loneliness reads that no column of the state holds, per row of residents.
struct LonelinessInputs {
    std::span<const float> contacts;  ///< ln(1 + hours outside the house a month) above the usual
    std::span<const float> company;   ///< as feel_company gives it
    std::span<const float> person;    ///< what education, origin, age and contagion add to both logits
};

/// Stands in the place of the model's own equation: brings both parts of everybody's loneliness to the end of
/// the month. Empty: the model's own.
using RelaxLoneliness = std::function<void(const LonelinessInputs&)>;

}  // namespace weefsel
