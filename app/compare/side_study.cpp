#include "app/compare/side_study.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/decision/only_narrowed.hpp"
#include "analysis/decision/stopping.hpp"
#include "analysis/sensitivity/mechanism_shares.hpp"
#include "app/compare/decision_tables.hpp"
#include "app/compare/side_scenario.hpp"
#include "app/compare/terms.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/speech.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "models/process/funding/mechanisms.hpp"
#include "models/study/narrowed.hpp"

namespace weefsel::app {
namespace {

void stop_options(const Study& study, const analysis::Cube& simulated, const analysis::Parts& parts,
                  const SideStudyArguments& arguments, const CommonArguments& common, SideStudies& out) {
    const auto& scenario = study.scenario();
    const int after = stopped_after(scenario, arguments);
    std::vector<std::size_t> which;
    std::vector<Option> options;
    for (std::size_t o = 0; o < scenario.options.size(); ++o) {
        if (scenario.options[o].lines.empty()) continue;
        which.push_back(o);
        options.push_back(scenario.options[o]);
        options.back().stopped = after * sim::months_per_year;
    }
    if (after == 0 || options.empty()) return;
    const auto nothing = scenario.option_without_lines();
    if (!nothing) {
        options.emplace_back();
        options.back().name = "without lines";
    }
    const auto side = side_scenario(scenario, std::move(options), arguments.side_worlds,
                                    fmt::format("stopped after {} years", after));
    const Speech in(reading_of(common.language));
    if (!common.quiet)
        say(in("Wat verloren gaat als het stopt: elke optie gestopt na {}, {}",
               "What is lost when it stops: every option ended after {}, {}",
               in.counted(static_cast<std::size_t>(after), noun::year), worlds_of(side, in)));
    const auto cube = simulate_side(side, parts, "stopped", common);
    out.interrupted = !cube;
    if (!cube) return;
    const auto names = names_of(study);
    const analysis::Stopped stopped{*cube, which, after, nothing};
    out.tables.push_back(analysis::ending_table(simulated, stopped, names, decision_indicators));
    out.tables.push_back(analysis::fade_out_table(simulated, stopped, names, decision_indicators));
}

/// Why two options cannot be taken apart by mechanism.
std::optional<std::string> not_one_form(const Option& from, const Option& to) {
    if (from.follow != to.follow || from.finance.acts() || to.finance.acts() ||
        !from.reorganisations.empty() || !to.reorganisations.empty())
        return "they differ in more than the form of their lines";
    return not_one_work(from.lines, to.lines);
}

/// The mechanisms in which two options differ.
std::vector<Mechanism> mechanisms_between(const Option& from, const Option& to) {
    std::vector<Mechanism> out;
    const auto by = differing(from.lines, to.lines);
    for (std::size_t m = 0; m < mechanisms; ++m)
        if (by[m]) out.push_back(static_cast<Mechanism>(m));
    return out;
}

/// Every combination of these mechanisms, in the order of their bits.
std::vector<Option> combinations(const Option& from, const Option& to,
                                 const std::vector<Mechanism>& between) {
    std::vector<Option> out;
    for (std::size_t bits = 0; bits < std::size_t{1} << between.size(); ++bits) {
        Mechanisms taken{};
        for (std::size_t m = 0; m < between.size(); ++m)
            taken[static_cast<std::size_t>(between[m])] = (bits >> m & 1) != 0;
        Option option = from;
        option.name = fmt::format("combination {}", bits);
        for (std::size_t i = 0; i < option.lines.size(); ++i)
            option.lines[i] = mixed(from.lines[i], to.lines[i], taken);
        out.push_back(std::move(option));
    }
    return out;
}

void take_apart(const Study& study, const analysis::Parts& parts, const SideStudyArguments& arguments,
                const CommonArguments& common, SideStudies& out) {
    const Speech in(reading_of(common.language));
    const auto& scenario = study.scenario();
    const auto reference = option_index(scenario, scenario.reference);
    const auto& from = scenario.options[reference];
    const auto names = names_of(study);
    constexpr auto mechanism_names = sim::enum_names<Mechanism>();
    auto table = analysis::mechanism_table();
    for (std::size_t o = 0; o < scenario.options.size() && !out.interrupted; ++o) {
        if (o == reference) continue;
        const auto& to = scenario.options[o];
        const auto between = mechanisms_between(from, to);
        const auto why_not = not_one_form(from, to);
        if (why_not || between.empty()) {
            out.notes.push_back(
                in("--mechanisms: \"{}\" en \"{}\" worden niet uit elkaar gehaald: alleen opties die "
                   "hetzelfde werk "
                   "kopen en in de vorm van het geld verschillen, kunnen dat",
                   "--mechanisms: \"{}\" and \"{}\" are not taken apart: {}", from.name, to.name,
                   why_not.value_or("no number of theirs differs")));
            continue;
        }
        const auto side = side_scenario(scenario, combinations(from, to, between), arguments.side_worlds,
                                        "mechanisms of " + to.name);
        if (!common.quiet)
            say(in("Welk mechanisme het deed: {} van \"{}\", tussen \"{}\" en die optie, {}",
                   "Which mechanism did it: {} of \"{}\" between \"{}\" and it, {}",
                   in.counted(side.options.size(), noun::combination), to.name, from.name,
                   worlds_of(side, in)));
        const auto cube = simulate_side(side, parts, fmt::format("mechanisms-{}", o), common);
        out.interrupted = !cube;
        if (!cube) return;
        std::vector<std::string> of;
        for (const auto m : between) of.emplace_back(mechanism_names[static_cast<std::size_t>(m)]);
        analysis::add_mechanism_shares({*cube, o, of}, names, decision_indicators, table);
    }
    if (table.rows() > 0) out.tables.push_back(std::move(table));
}

/// The same options with only those mechanisms of the form of money that trials narrowed.
void leave_out_the_rest(const Study& study, const analysis::Cube& simulated, const analysis::Parts& parts,
                        const SideStudyArguments& arguments, const CommonArguments& common,
                        const std::vector<analysis::Noticeable>& noticeable, SideStudies& out) {
    const auto& scenario = study.scenario();
    const auto off = not_narrowed(scenario.parameters, scenario.posterior).size();
    if (off == 0) return;
    auto side = side_scenario(scenario, scenario.options, arguments.side_worlds, "only what trials narrowed");
    side.reference = scenario.reference;
    side.parameters = only_narrowed(scenario.parameters, scenario.posterior);
    const Speech in(reading_of(common.language));
    if (!common.quiet)
        say(in("Met alleen de mechanismen die door onderzoek beter bekend zijn: {} uit, {}",
               "With only the mechanisms that trials narrowed: {} off, {}", in.counted(off, noun::parameter),
               worlds_of(side, in)));
    const auto cube = simulate_side(side, parts, "only-narrowed", common);
    out.interrupted = !cube;
    if (!cube) return;
    out.tables.push_back(analysis::only_narrowed_table(simulated, {*cube, static_cast<int>(off)},
                                                       names_of(study), noticeable));
}

}  // namespace

int stopped_after(const Scenario& scenario, const SideStudyArguments& arguments) {
    const int after = arguments.stopped_after.value_or(scenario.years / 2);
    return after < scenario.years ? after : 0;
}

SideStudies run_side_studies(const Study& study, const analysis::Cube& simulated,
                             const analysis::Parts& parts, const SideStudyArguments& arguments,
                             const std::vector<analysis::Noticeable>& noticeable,
                             const CommonArguments& common) {
    SideStudies out;
    if (study.scenario().options.size() < 2) return out;
    stop_options(study, simulated, parts, arguments, common, out);
    if (arguments.mechanisms && !out.interrupted) take_apart(study, parts, arguments, common, out);
    if (arguments.mechanisms && !out.interrupted)
        leave_out_the_rest(study, simulated, parts, arguments, common, noticeable, out);
    return out;
}

}  // namespace weefsel::app
