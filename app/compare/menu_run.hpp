#pragma once
#include "app/compare/further_studies.hpp"

namespace weefsel::app {

/// What one thing more would add to an option: `--menu`. Every item of menu_items() against the option as it
/// is, in the first worlds, with the same people. Adds the table /menu.
void price_menu(const FurtherInput& of, FurtherResults& out);

}  // namespace weefsel::app
