#pragma once
#include <string>

#include "analysis/decision/shown.hpp"

namespace weefsel::app {

/// What was asked for, else what the environment speaks (LC_ALL, LC_MESSAGES, LANG; the first that is set):
/// Dutch or English.
analysis::Reading reading_of(const std::string& asked);

}  // namespace weefsel::app
