#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/study/odd_tables.hpp"

namespace weefsel {

/// Which form of money gains by a mechanism, at the values that its range allows.
enum class Favours : std::uint8_t { structural, project, either, count };

/// One way in which the form of money matters. `numbers`: full names of parameters, and terms of a line.
struct FormMechanism {
    std::string_view says;
    Favours favours;
    std::vector<std::string_view> numbers;
};

/// All of them. Whom they favour is what readers are told; no process knows it.
const std::vector<FormMechanism>& form_mechanisms();

/// Parameters of the theme funding that belong to no such mechanism, for they act alike on every line.
const std::vector<std::string_view>& alike_for_all_forms();

/// The table of mechanisms by whom they favour: a row each, with grade, range and stated value of its numbers
/// as they are declared, in their order. A term has two values: of the structural and of the project bundle.
OddTable table_of_mechanisms();

}  // namespace weefsel
