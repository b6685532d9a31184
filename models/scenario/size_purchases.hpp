#pragma once
#include "models/question/scenario.hpp"

namespace weefsel {

/// Fills `units` of every purchase of public space, present lines and options: the dwellings of the streets
/// that it states, the parks there are, or squares, in all neighbourhoods of the study together. Prices are
/// for these, and each neighbourhood gets its part of them.
void size_purchases(Scenario& scenario);

}  // namespace weefsel
