#pragma once
#include <memory>
#include <string>
#include <vector>

#include "models/hook/hooks.hpp"
#include "models/scenario/read_scenario.hpp"

namespace weefsel::app {

/// Loads plugins, in this order: Python (*.py) or a shared library (*.so). Null when there are none. They
/// stay loaded until the program ends. Throws sim::InputError, at the file, when it cannot be read, has no
/// plugin in it or one of another version, when Python says why not, and what Hooks throws.
std::shared_ptr<const Hooks> load_plugins(const std::vector<std::string>& files);

/// The overrides with the hooks of these plugins.
Overrides with_plugins(Overrides overrides, const std::vector<std::string>& files);

/// Throws sim::InputError when a plugin asks for an option that the scenario does not have, or calls an
/// indicator as one of the model is called.
void check_plugins(const Scenario& scenario);

/// `NAME SHA-256`, a line a plugin; empty when there are none.
std::string identity_of(const Scenario& scenario);

/// Equations of the model that a plugin replaces: `loneliness by NAME`; empty when none does.
std::string replaced_in(const Hooks* hooks);

/// What the hooks of a study took: `walking_group.py: 3.2 s in its hooks`, a line a plugin; empty when there
/// are none.
std::string time_in_hooks(const Hooks* hooks);

}  // namespace weefsel::app
