#pragma once
#include <string>

#include "models/hook/state_view.hpp"
#include "models/world/neighbourhood.hpp"

namespace weefsel {

/// Fills `view` with the columns of a neighbourhood, but for those whose elements are structures of several
/// numbers (the rows of ties). Nothing is copied.
void view_columns(Neighbourhood& n, StateView& view);

/// What is wrong with what a hook wrote into the columns that it was given for writing: the first element
/// that is no finite number or lies outside the range of its column, with its row. Empty: nothing.
std::string what_is_wrong(const StateView& view);

}  // namespace weefsel
