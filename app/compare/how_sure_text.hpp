#pragma once
#include <string>
#include <vector>

#include "analysis/decision/how_sure.hpp"
#include "app/compare/answer_text.hpp"

namespace weefsel::app {

/// What was drawn in every set of assumptions of a scenario; empty with one set.
analysis::Assumptions assumptions_of(const Scenario& scenario);

/// How sure the answers on social cohesion and severe loneliness are, of every option but the reference.
/// `noticeable`: what was set of the differences that people would notice.
std::vector<analysis::HowSure> how_sure_of(const analysis::Cube& cube, const analysis::Names& names,
                                           const analysis::Assumptions& assumptions,
                                           const std::vector<analysis::Noticeable>& noticeable,
                                           std::uint32_t seed);

/// For people, at most 100 columns wide; empty where one set of assumptions was simulated.
std::string how_sure_text(const Findings& found, analysis::Reading language = analysis::Reading::en);

}  // namespace weefsel::app
