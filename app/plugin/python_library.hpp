#pragma once
#include <string>

#include "models/hook/plugin.hpp"

namespace weefsel::app {

/// Reads a Python plugin. Python itself is loaded with the first one and never without. Throws
/// sim::InputError when this program was built without it, Python cannot be started, or the file is no
/// plugin.
Plugin of_python(const std::string& file);

}  // namespace weefsel::app
