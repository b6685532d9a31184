#pragma once
#include <string>
#include <vector>

#include "analysis/decision/outcome_boxes.hpp"
#include "analysis/sensitivity/evppi.hpp"
#include "analysis/sensitivity/sensitivity_indices.hpp"

namespace weefsel::app {

/// For people, at most 100 columns wide: a table for each output, the factor that matters most on top (by ST
/// or mu*), with what a reader must know below it. Of many outputs the first few; `file` (may be empty) says
/// where the others are.
std::string sensitivity_text(const analysis::Sensitivity& found, analysis::IndexMethod method,
                             const std::string& file);

/// The same for what knowing factors would be worth: all together first, then the one worth most.
std::string evppi_text(const std::vector<analysis::EvppiRow>& rows,
                       const std::vector<analysis::IndexNote>& notes, const std::string& file);

/// Boxes, each as a sentence with the factors that bind below it.
std::string boxes_text(const std::vector<analysis::OutcomeBoxes>& found,
                       const std::vector<analysis::DimensionText>& dimensions, const std::string& file);

/// The notes alone, by output.
std::string notes_text(const analysis::Sensitivity& found);

}  // namespace weefsel::app
