#include "app/compare/menu_run.hpp"

#include "analysis/decision/menu.hpp"
#include "app/compare/side_scenario.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "models/study/equal_money.hpp"
#include "models/study/menu_items.hpp"
#include "sim/enum_name.hpp"

namespace weefsel::app {
namespace {

/// What the items cost beside the option as it is: by plain arithmetic, over the years that are simulated.
std::vector<analysis::MenuEntry> priced(const std::vector<MenuItem>& items, const Scenario& side) {
    constexpr auto kinds = sim::enum_names<MenuKind>();
    const auto money = expected_money(side);
    std::vector<analysis::MenuEntry> out;
    for (std::size_t i = 0; i < items.size(); ++i)
        out.push_back({items[i].name,
                       std::string(kinds[static_cast<std::size_t>(items[i].kind)]),
                       {items[i].nl, items[i].en},
                       items[i].assumed(side.parameters),
                       money[i + 1].net() - money.front().net()});
    return out;
}

}  // namespace

void price_menu(const FurtherInput& of, FurtherResults& out) {
    const auto& scenario = of.study.scenario();
    const auto option = chosen_option(of, true);
    if (option == scenario.options.size()) {
        out.notes.emplace_back("--menu: needs an option with lines");
        return;
    }
    const auto& chosen = scenario.options[option];
    const auto items = menu_items(scenario, option);
    std::vector<Option> options{chosen};
    for (const auto& item : items) options.push_back(item.option);
    const auto side = side_scenario(scenario, std::move(options), of.side_worlds, "menu of " + chosen.name);
    if (!of.common.quiet) {
        const auto years = Study(side).years_a_unit() * static_cast<std::size_t>(side.draws_simulated) *
                           static_cast<std::size_t>(side.replicates);
        const Speech in(reading_of(of.common.language));
        const auto time = time_for(years, of.study, of.outcome, in);
        say(wrapped(
            in("Wat één ding meer zou toevoegen aan \"{}\": {}, {}{}",
               "What one thing more would add to \"{}\": {}, {}{}", chosen.name,
               in.counted(items.size(), noun::item), worlds_of(side, in), time.empty() ? "" : "; " + time),
            page_width));
    }
    const auto cube = simulate_side(side, of.parts, "menu", of.common);
    out.interrupted = !cube;
    if (!cube) return;
    out.tables.push_back(
        analysis::menu_table(*cube, priced(items, side), chosen.name, of.noticeable, scenario.seed));
}

}  // namespace weefsel::app
