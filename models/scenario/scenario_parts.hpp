#pragma once
#include <memory>
#include <string>
#include <vector>

#include "models/question/scenario.hpp"
#include "models/scenario/figures.hpp"
#include "sim/settings.hpp"

/// The parts of reading a scenario. Each appends what is wrong to `problems` and goes on.
namespace weefsel::scenario_parts {

using Problems = std::vector<sim::Problem>;

/// The file and those it extends, merged; without the key `extends`.
sim::Value load(const std::string& path);
sim::Value load_text(const std::string& text, const std::string& file);
/// `other` as seen from the folder of `file`.
std::string beside(const std::string& file, const std::string& other);

/// Everything that a merged table says, judged. `hooks`: of plugins, whose parameters it may set; may be
/// null.
Scenario scenario_of(const sim::Value& root, const std::string& file, Problems& problems,
                     const std::shared_ptr<const Hooks>& hooks = nullptr);

/// A text in both languages: one for both, or { nl = "...", en = "..." }. `what` stands before messages;
/// where one is not given, `otherwise`.
struct BothLanguages {
    std::string nl, en;
};
BothLanguages read_both(sim::TableReader& reader, const std::string& key, const std::string& what,
                        const std::string& otherwise, Problems& problems);

void read_neighbourhoods(const sim::Value& root, const std::string& file, Scenario& out, Problems& problems);
/// Of a resolved scenario: which of the figures that `given` holds were imputed, so that draws still vary
/// them.
void read_imputed(sim::TableReader& reader, const FigureValues& given, const std::string& what,
                  NeighbourhoodFigures& figures);
void read_places(const std::vector<const sim::Value*>& rows, Scenario& out, Problems& problems);
void read_shocks(const std::vector<const sim::Value*>& rows, Scenario& out, Problems& problems);
void read_trends(const std::vector<const sim::Value*>& rows, Scenario& out, Problems& problems);
/// Whether the neighbourhoods that shocks name are there, and whether people and homes find room.
void check_shocks(Scenario& out, Problems& problems);
/// One of what a line buys. `what` stands before messages.
Purchase read_purchase(const sim::Value& row, const std::string& what, Problems& problems);
/// `what` names the policy in messages, as `present` or `option "projects"`.
std::vector<FundingLine> read_lines(const std::vector<const sim::Value*>& rows, const std::string& what,
                                    Scenario& out, Problems& problems);
void read_options(const std::vector<const sim::Value*>& rows, Scenario& out, Problems& problems);
/// Adds an option without lines, called `nothing`, behind the options unless one of them has no lines.
void add_nothing(sim::Value& root);
/// A file of prices (`given` is its path) or a table of them; sets the tariffs among the parameters.
void read_prices(const sim::Value& given, const std::string& file, Scenario& out, Problems& problems);
void apply_prices(const PriceList& prices, const sim::ParameterTable& table);
/// As `[prices]` of a scenario that needs no other file.
sim::Value value_of_prices(const PriceList& prices, const sim::ParameterTable& table);
/// What can only be seen when all is read: names that are meant, support of what is not there.
void check_together(const sim::Value& root, Scenario& out, Problems& problems);

/// The scenario as TOML that needs no other file.
std::string resolved_text(const Scenario& scenario);

}  // namespace weefsel::scenario_parts
