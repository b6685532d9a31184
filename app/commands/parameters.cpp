#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/shipped_files.hpp"
#include "app/plugin/load_plugins.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/json_value.hpp"
#include "app/terminal/terminal.hpp"
#include "models/parameters/parameters.hpp"
#include "models/scenario/all_parameters.hpp"
#include "models/scenario/parameter_draws.hpp"
#include "models/scenario/read_posterior.hpp"
#include "models/study/form_mechanisms.hpp"
#include "models/study/odd_tables.hpp"
#include "sim/csv_text.hpp"
#include "sim/error.hpp"

namespace weefsel::app {
namespace {

struct ParametersArguments : CommonArguments {
    std::string format = "md";
    std::string table = "parameters";
    std::vector<std::string> plugins;  ///< files whose parameters are listed, and no others
};

std::string json_of_parameters(const sim::ParameterTable& table,
                               const std::function<std::string(const sim::Parameter&)>& drawn_from) {
    Json out = Json::array();
    for (const auto& p : table.rows()) {
        out.push_back({{"name", p.name},
                       {"value", p.default_value},
                       {"unit", p.unit},
                       {"low", p.range.low},
                       {"high", p.range.high},
                       {"meaning", p.prose},
                       {"evidence", sim::to_string(p.source.grade)},
                       {"source", p.source.text},
                       {"settled_by", p.source.settled_by.name},
                       {"draws", drawn_from(p)}});
    }
    return text_of(out);
}

std::string json_of_table(const std::vector<std::string>& header,
                          const std::vector<std::vector<std::string>>& rows) {
    Json out = Json::array();
    for (const auto& row : rows) {
        Json one = Json::object();
        for (std::size_t c = 0; c < header.size(); ++c) one[header[c]] = row[c];
        out.push_back(std::move(one));
    }
    return text_of(out);
}

/// Where the values of a parameter come from when there are several draws; empty: it is not drawn.
using DrawnFrom = std::function<std::string(const sim::Parameter&)>;

DrawnFrom drawn_from_shipped() {
    Posterior fitted;
    if (const auto path = shipped_file_if_there("posterior.csv")) fitted = read_posterior(*path);
    return [fitted](const sim::Parameter& p) -> std::string {
        const auto at = std::find(fitted.names.begin(), fitted.names.end(), p.name);
        if (at == fitted.names.end())
            return is_drawn(p) ? fmt::format("prior, spread {}", spread_of(p.source.grade)) : "";
        std::vector<double> values;
        for (const auto& set : fitted.sets)
            values.push_back(set[static_cast<std::size_t>(at - fitted.names.begin())]);
        std::sort(values.begin(), values.end());
        const std::size_t tail = values.size() / 40;  // 2.5 %
        return fmt::format("posterior, {:.3g} to {:.3g}", values[tail], values[values.size() - 1 - tail]);
    };
}

/// A bar would end the cell.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

std::string as_markdown(const sim::ParameterTable& table, const DrawnFrom& drawn_from) {
    std::string out =
        "| parameter | value | unit | range | meaning | evidence | source | would be settled by | draws "
        "|\n|---|---|---|---|---|---|---|---|---|\n";
    for (const auto& p : table.rows()) {
        out += fmt::format("| `{}` | {} | {} | {} to {} | {} | {} | {} | {} | {} |\n", p.name,
                           p.default_value, cell(p.unit), p.range.low, p.range.high, cell(p.prose),
                           sim::to_string(p.source.grade), cell(p.source.text), p.source.settled_by.name,
                           drawn_from(p));
    }
    return out;
}

std::string as_csv(const sim::ParameterTable& table, const DrawnFrom& drawn_from) {
    std::string out = "name,value,unit,low,high,meaning,evidence,source,settled_by,draws\n";
    for (const auto& p : table.rows()) {
        out += fmt::format(
            "{},{},{},{},{},{},{},{},{},{}\n", sim::csv_field(p.name), sim::csv_number(p.default_value),
            sim::csv_field(p.unit), sim::csv_number(p.range.low), sim::csv_number(p.range.high),
            sim::csv_field(p.prose), sim::to_string(p.source.grade), sim::csv_field(p.source.text),
            sim::csv_field(p.source.settled_by.name), sim::csv_field(drawn_from(p)));
    }
    return out;
}

std::string row_of(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const auto& text : cells) out += text.empty() ? " |" : " " + text + " |";
    return out + "\n";
}

std::string as_markdown(const OddTable& table) {
    std::string out = row_of(table.header) + "|";
    for (std::size_t c = 0; c < table.header.size(); ++c) out += "---|";
    out += "\n";
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (const auto& text : row) cells.push_back(cell(text));
        for (const auto c : table.code)
            if (!cells[c].empty()) cells[c] = "`" + cells[c] + "`";
        out += row_of(cells);
    }
    return out;
}

std::string as_csv(const OddTable& table) {
    std::string out;
    const auto put_row = [&](const std::vector<std::string>& cells) {
        for (std::size_t c = 0; c < cells.size(); ++c) out += (c == 0 ? "" : ",") + sim::csv_field(cells[c]);
        out += "\n";
    };
    put_row(table.header);
    for (const auto& row : table.rows) put_row(row);
    return out;
}

OddTable table_named(const std::string& name) {
    if (name == "states") return table_of_states();
    if (name == "schedule") return table_of_schedule();
    if (name == "indicators") return table_of_indicators();
    if (name == "mechanisms") return table_of_mechanisms();
    if (name == "studies") return table_of_studies();
    if (name == "places") return table_of_places();
    sim::require(name == "streams", "every table that may be asked for is there");
    return table_of_streams();
}

int run_parameters(const ParametersArguments& arguments) {
    const bool json = arguments.json || arguments.format == "json";
    if (arguments.table != "parameters") {
        const auto table = table_named(arguments.table);
        put(json                        ? json_of_table(table.header, table.rows)
            : arguments.format == "csv" ? as_csv(table)
                                        : as_markdown(table));
        return exit_done;
    }
    Scenario stated;
    stated.hooks = load_plugins(arguments.plugins);
    if (stated.hooks != nullptr) stated.plugin_values = stated.hooks->stated_values();
    const bool own = stated.hooks != nullptr;
    const auto table = own ? plugin_table_of(stated) : table_of(stated.parameters);
    // What a plugin declares is the same in every draw.
    const auto drawn_from =
        own ? DrawnFrom([](const sim::Parameter&) { return std::string(); }) : drawn_from_shipped();
    if (json) {
        put(json_of_parameters(table, drawn_from));
    } else {
        put(arguments.format == "csv" ? as_csv(table, drawn_from) : as_markdown(table, drawn_from));
    }
    return exit_done;
}

}  // namespace

void add_parameters(CommandLine& line) {
    auto [command, arguments] = line.add<ParametersArguments>(
        "parameters", "List all parameters: value, unit, range, meaning, source",
        "  weefsel parameters --format csv > parameters.csv\n"
        "  weefsel parameters | less\n"
        "  weefsel parameters --table indicators\n"
        "  weefsel parameters --plugin loneliness_again.py    those that a plugin declares",
        run_parameters);
    command.add_option("--format", arguments.format, "md, csv or json")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"md", "csv", "json"}));
    command
        .add_option(
            "--table", arguments.table,
            "What to list: parameters (default), states (every column of every entity), schedule "
            "(steps and processes of a month), indicators, streams (of random numbers), mechanisms (by "
            "which the form of money matters, and whom each favours), studies (that would settle what is "
            "assumed), places (kinds of meeting places)")
        ->type_name("TABLE")
        ->check(CLI::IsMember({"parameters", "states", "schedule", "indicators", "streams", "mechanisms",
                               "studies", "places"}));
    add_plugins(command, arguments.plugins, "List the parameters that this plugin declares; may be repeated");
}

}  // namespace weefsel::app
