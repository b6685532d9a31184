#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/sensitivity/emulated_output.hpp"
#include "analysis/sensitivity/sensitivity_indices.hpp"
#include "app/sensitivity/sensitivity_task.hpp"

namespace weefsel::app {

// What `weefsel sensitivity --json` says. What is unknown is null.
std::string json_of_sensitivity(const SensitivityTask& task, const analysis::Sensitivity& found,
                                std::uint32_t seed, const std::string& file);
std::string json_of_predictions(const SensitivityTask& task,
                                const std::vector<analysis::PredictedRow>& predictions,
                                const std::vector<analysis::IndexNote>& notes, std::uint32_t seed,
                                const std::string& file);
std::string json_of_boxes(const SensitivityTask& task, const std::vector<analysis::OutcomeBoxes>& found,
                          const std::vector<analysis::IndexNote>& notes, const std::string& file);
std::string json_of_evppi(const SensitivityTask& task, const std::vector<analysis::EvppiRow>& evppi,
                          const std::vector<analysis::IndexNote>& notes, std::uint32_t seed,
                          const std::string& file);

}  // namespace weefsel::app
