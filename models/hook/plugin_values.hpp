#pragma once
#include <vector>

namespace weefsel {

/// Values of the parameters that plugins declare: by plugin, in the order in which each declares them.
using PluginValues = std::vector<std::vector<double>>;

}  // namespace weefsel
