#pragma once
#include <span>
#include <string>
#include <vector>

#include "models/hook/state_view.hpp"
#include "models/world/loneliness_inputs.hpp"
#include "models/world/neighbourhood.hpp"

namespace weefsel {

/// The columns of a neighbourhood, but for those whose elements are structures of several numbers (the rows
/// of ties), as a hook of this kind may use them; for an equation also what it is given besides (`inputs`,
/// null for others). Nothing is copied. They are described in a place that each thread has for each kind, so
/// they hold until the thread asks for those of another neighbourhood.
std::span<ColumnView> columns_of(Neighbourhood& n, HookKind kind, const LonelinessInputs* inputs = nullptr);

/// What is wrong with what a hook wrote into the columns that it was given for writing: the first element
/// that is no finite number or lies outside the range of its column, with its row; of an equation of
/// loneliness also the first resident whose two parts are no parts of a score. Empty: nothing.
std::string what_is_wrong(const StateView& view);

/// The parameters of the model by name, for ParameterView; offsets are from the beginning of Parameters.
const std::vector<ModelParameter>& model_parameters();

}  // namespace weefsel
