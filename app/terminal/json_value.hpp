// The only file that includes nlohmann/json: for the files that say or read JSON, and no others.
#pragma once
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "models/question/scenario.hpp"

namespace weefsel::app {

/// Members keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// What is not finite is null.
Json number(double value);
/// Version and commit of the program.
Json made_by();
/// What was run: program, scenario, seed, numbers of years and worlds.
Json head(const Scenario& scenario);

/// JSON that is nested deeper than `most_levels`: what prints or destroys a value recurses once a level.
class TooDeep : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};
constexpr int max_levels = 64;
/// Reads JSON. Throws Json::parse_error where the text is none, and TooDeep as soon as it is too deep.
Json read_json(const std::string& text);

// Text that is no UTF-8 is shown with replacement characters rather than refused. Both end with a line break.
std::string text_of(const Json& json);  ///< over several lines, for a file or a screen
std::string line_of(const Json& json);  ///< on one line

}  // namespace weefsel::app
