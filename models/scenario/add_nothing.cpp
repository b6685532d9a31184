#include <algorithm>

#include "models/scenario/scenario_parts.hpp"

namespace weefsel::scenario_parts {
namespace {

/// Where the option stands in messages.
const sim::Place added{"the option without lines that `compare` adds", 1, 1};

sim::TableEntry text(const char* key, const char* value) { return {key, {std::string(value), added}}; }

bool has_lines(const sim::Value& option) {
    const auto* lines = option.find("line");
    const auto* rows = lines == nullptr ? nullptr : std::get_if<sim::Array>(&lines->data);
    return rows != nullptr && !rows->empty();
}

bool is_called(const sim::Value& option, std::string_view name) {
    const auto* own = option.find("name");
    const auto* text = own == nullptr ? nullptr : std::get_if<std::string>(&own->data);
    return text != nullptr && *text == name;
}

}  // namespace

void add_nothing(sim::Value& root) {
    auto* options = root.find("option");
    auto* rows = options == nullptr ? nullptr : std::get_if<sim::Array>(&options->data);
    if (rows == nullptr || rows->empty()) return;  // refused by who reads it
    if (!std::all_of(rows->begin(), rows->end(), has_lines)) return;
    const bool taken = std::any_of(rows->begin(), rows->end(),
                                   [](const sim::Value& option) { return is_called(option, "nothing"); });
    rows->push_back({sim::Table{text("name", taken ? "without lines" : "nothing"),
                                {"label", {sim::Table{text("nl", "Niets"), text("en", "Nothing")}, added}}},
                     added});
}

}  // namespace weefsel::scenario_parts
