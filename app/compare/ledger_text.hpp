#pragma once
#include <string>

#include "app/compare/answer_text.hpp"

namespace weefsel::app {

/// What did not happen, and what did, to the residents of month 0: one table an option, with the counts
/// that mean nothing beside it. Empty when no ledger was kept.
std::string ledger_text(const Findings& found, analysis::Reading language = analysis::Reading::en);

}  // namespace weefsel::app
