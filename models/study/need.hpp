#pragma once
#include <cstdint>
#include <vector>

#include "models/world/neighbourhood.hpp"

namespace weefsel {

/// Need of a neighbourhood, by which municipal money can be divided: over its residents the mean of
/// insecurity, distress, frailty and loneliness (of the most there is), summed in whole
/// thousandths. Source: what professionals weigh when they choose whom to see (ODD 7.7).
std::uint64_t need_of(const Residents& residents);

/// Part of the need of all that is found in each, sum 1; equal parts when nobody has any.
std::vector<double> shares_of_need(const std::vector<Neighbourhood>& neighbourhoods);

}  // namespace weefsel
