#pragma once
#include <string>
#include <vector>

#include "app/serve/run_request.hpp"
#include "sim/parameter.hpp"

namespace weefsel::app {

/// Reads a line of JSON that asks for a run: an object with, all optional, `id`, `parameters` (full name and
/// number), `set` (path and value), `replicate`, `seed`. What is wrong with it stands in `problem`.
RunRequest read_run_request(const std::string& line);

// One line of JSON each, with the id that was asked under first.
std::string json_of_door(const Door& door, const sim::ParameterTable& table);  ///< what a door offers
/// Answers by option, indicator and year; what is unknown is null.
std::string json_of_answer(const RunRequest& request, const std::vector<AnsweredOption>& options,
                           const std::vector<int>& years);
std::string json_of_refusal(const RunRequest& request, const std::string& error);

}  // namespace weefsel::app
