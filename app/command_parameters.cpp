#include <fmt/format.h>

#include "analysis/summary_csv.hpp"
#include "app/commands.hpp"
#include "app/exit_codes.hpp"
#include "app/json_text.hpp"
#include "app/terminal.hpp"
#include "models/parameters.hpp"

namespace weefsel::app {
namespace {

/// A bar would end the cell.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

std::string as_markdown(const sim::ParameterTable& table) {
    std::string out =
        "| parameter | value | unit | range | meaning | evidence | source |\n|---|---|---|---|---|---|---|\n";
    for (const auto& p : table.rows()) {
        out += fmt::format("| `{}` | {} | {} | {} to {} | {} | {} | {} |\n", p.name, p.default_value,
                           cell(p.unit), p.range.low, p.range.high, cell(p.prose),
                           sim::to_string(p.source.grade), cell(p.source.text));
    }
    return out;
}

std::string as_csv(const sim::ParameterTable& table) {
    using analysis::csv_field;
    using analysis::csv_number;
    std::string out = "name,value,unit,low,high,meaning,evidence,source\n";
    for (const auto& p : table.rows()) {
        out += fmt::format("{},{},{},{},{},{},{},{}\n", csv_field(p.name), csv_number(p.default_value),
                           csv_field(p.unit), csv_number(p.range.low), csv_number(p.range.high),
                           csv_field(p.prose), sim::to_string(p.source.grade), csv_field(p.source.text));
    }
    return out;
}

}  // namespace

int command_parameters(const Invocation& asked) {
    Parameters defaults;
    const auto table = table_of(defaults);
    if (asked.json || asked.format == "json") {
        put(json_of_parameters(table));
    } else {
        put(asked.format == "csv" ? as_csv(table) : as_markdown(table));
    }
    return exit_done;
}

}  // namespace weefsel::app
