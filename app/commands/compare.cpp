#include <fmt/format.h>

#include <filesystem>

#include "analysis/decision/enough_worlds.hpp"
#include "analysis/decision/reached_summary.hpp"
#include "analysis/decision/what_can_go_wrong.hpp"
#include "analysis/report/report_data.hpp"
#include "analysis/results/run_crate.hpp"
#include "analysis/results/summary_csv.hpp"
#include "analysis/results/table_csv.hpp"
#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/answer_text.hpp"
#include "app/compare/care_money.hpp"
#include "app/compare/comparison_json.hpp"
#include "app/compare/decision_tables.hpp"
#include "app/compare/further_studies.hpp"
#include "app/compare/further_text.hpp"
#include "app/compare/how_sure_text.hpp"
#include "app/compare/output_place.hpp"
#include "app/compare/own_indicators.hpp"
#include "app/compare/prepare.hpp"
#include "app/compare/report_file.hpp"
#include "app/compare/short_text.hpp"
#include "app/compare/side_study.hpp"
#include "app/compare/study_run.hpp"
#include "app/compare/terms.hpp"
#include "app/plugin/load_plugins.hpp"
#include "app/plugin/plugin_files.hpp"
#include "app/story/story_book.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "models/measure/indicators.hpp"
#include "sim/file_aside.hpp"
#include "sim/progress.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

struct CompareArguments : CommonArguments, ScenarioArguments, SideStudyArguments, FurtherArguments {
    std::string out;                      ///< folder; empty: the default
    std::vector<std::string> noticeable;  ///< NAME=VALUE: differences worth noticing, where not the usual
    int respondents = 0;                  ///< of the city's own monitor; 0: the usual share of the residents
    bool digests = false;
    bool all = false;  ///< every table on the terminal

    CompareArguments() {
        overrides.with_nothing = true;
        language.clear();
    }
};

void say_plan(const CompareArguments& arguments, const Study& study) {
    if (arguments.quiet) return;
    const Speech in(reading_of(arguments.language));
    const auto& s = study.scenario();
    const auto shape = study.shape();
    const auto& title = in.dutch() ? s.title_nl : s.title;
    say(wrapped(in("{}: {}, {}, {}, {}; {} na {} aanloop", "{}: {}, {}, {}, {}; {} after {} of warm-up",
                   title.empty() ? arguments.scenario : title, in.counted(s.options.size(), noun::option),
                   in.counted(study.layout().sites, noun::neighbourhood),
                   in.counted(shape.replicates, noun::replicate), in.counted(shape.draws, noun::draw),
                   in.counted(static_cast<std::size_t>(s.years), noun::year),
                   in.counted(static_cast<std::size_t>(s.warmup_years), noun::year)),
                page_width));
    if (const auto origin = origin_of_draws(s, in); !origin.empty())
        say(wrapped(in("In elke set {}.", "In every draw {}.", origin), page_width));
}

/// Of all that a comparison has a row of.
std::vector<std::string> names_compared() {
    std::vector<std::string> out;
    for (const auto& o : observables()) out.emplace_back(o.name);
    for (const auto& o : care_money_observables()) out.emplace_back(o.name);
    return out;
}

/// What the options cost and buy by plain arithmetic, for the result file.
analysis::ResultTable expected_table(const std::vector<OptionMoney>& expected, int years,
                                     const Scenario& scenario) {
    analysis::ResultTable out(
        "/scenario/expected_money", {"option"},
        {"has_lines 1|1: it has funding lines, 0: nothing is paid for",
         "granted EUR|expected money granted, present value",
         "returned EUR|expected money returned, present value",
         "direct_hours h|expected hours of work with residents, discounted as the money",
         "hours_per_euro h/EUR|direct hours for each euro granted",
         "years year|years over which this was summed", "discount_rate 1/year|discount rate",
         "price_year year|year of the euros"},
        "option");
    for (const auto& m : expected)
        out.add({m.name},
                {m.exempt ? 0.0 : 1.0, m.money.granted, m.money.returned, m.money.direct_hours,
                 m.hours_per_euro(), static_cast<double>(years), scenario.parameters.funding.discount_rate,
                 static_cast<double>(price_year_of(scenario))});
    return out;
}

Files files_in(const std::string& folder, const FurtherArguments& asked) {
    return {folder + "/results.h5",
            folder + "/summary.csv",
            folder + "/report.html",
            folder + "/scenario-resolved.toml",
            folder + "/ro-crate-metadata.json",
            folder + "/reached.csv",
            asked.break_even ? folder + "/break_even.csv" : "",
            asked.menu ? folder + "/menu.csv" : ""};
}

/// The tables that were asked for, each as a file of its own; empty where there was nothing to work out.
void write_asked(const Files& files, const Findings& found) {
    for (const auto& [file, place] :
         {std::pair(files.break_even, "/break_even"), std::pair(files.menu, "/menu")})
        if (const auto* table = analysis::table_named(found.decision, place);
            table != nullptr && !file.empty())
            sim::write_whole(file, analysis::table_csv(*table));
}

/// A file that is taken away again unless it was moved to its place.
struct Aside {
    std::string path;
    explicit Aside(const std::string& place) : path(sim::name_aside(place)) {}
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;
    ~Aside() {
        std::error_code gone;
        std::filesystem::remove(path, gone);
    }
};

/// What lies in a folder of results, for its provenance; `results` can be read at `aside` as yet.
analysis::RunCrate crate_of(const Files& files, const std::string& aside, const std::string& scenario,
                            const analysis::RunRecord& record, const std::string& started) {
    const auto name = [](const std::string& path) { return std::filesystem::path(path).filename().string(); };
    analysis::RunCrate crate{
        record.title,
        record.question,
        record.command,
        started,
        sim::time_now(),
        {{name(files.scenario), files.scenario,
          "The scenario with all that it was made from; `weefsel compare` reads it", "application/toml",
          scenario}},
        {{name(files.results), aside,
          "Every indicator of every world, by option, month, group and neighbourhood", "application/x-hdf5",
          ""},
         {name(files.summary), files.summary,
          "Means and differences with 95 % intervals, by option, indicator and horizon", "text/csv", ""},
         {name(files.reached), files.reached,
          "Whom the work met, by contacts and visits in the year before, and what it did to them", "text/csv",
          ""},
         {name(files.report), files.report, "The report, in Dutch and English", "text/html", ""}}};
    append(crate.inputs,
           plugin_files(record.plugins, std::filesystem::path(files.results).parent_path().string()));
    if (!files.break_even.empty())
        crate.results.push_back({name(files.break_even), files.break_even,
                                 "Where the other option begins to win, mechanism by mechanism", "text/csv",
                                 ""});
    if (!files.menu.empty())
        crate.results.push_back(
            {name(files.menu), files.menu, "What one thing more adds, for each 10,000 euro", "text/csv", ""});
    return crate;
}

/// The results are written aside and put in place last: who sees results.h5 sees all.
void write_files(const Files& files, const analysis::Results& results, const Findings& found,
                 const std::string& started) {
    const auto& record = results.record;
    const Aside aside(files.results);
    writing([&] {
        analysis::write_results(aside.path, results);
        sim::write_whole(files.summary, analysis::summary_csv(found.cube, found.comparisons, found.names));
        sim::write_whole(files.reached, analysis::reached_csv(found.cube, found.names));
        write_asked(files, found);
        copy_plugins(found.scenario, std::filesystem::path(files.results).parent_path().string());
        write_report(analysis::report_of(results), files.report, "nl");
        sim::write_whole(files.scenario, record.resolved);
        sim::write_whole(files.crate, analysis::run_crate_json(
                                          crate_of(files, aside.path, found.scenario.file, record, started)));
        sim::put_in_place(aside.path, files.results);
    });
}

/// That an equation of the model was replaced, above the answer; empty when none was.
std::string replaced_text(const Scenario& scenario, analysis::Reading language) {
    const auto what = replaced_in(scenario.hooks.get());
    if (what.empty()) return "";
    return wrapped(Speech(language)("Let op: een vergelijking van het model is vervangen ({}).",
                                    "Note: an equation of the model is replaced ({}).", what),
                   page_width) +
           "\n\n";
}

std::string printed(const CompareArguments& arguments, const Findings& found) {
    const auto language = reading_of(arguments.language);
    return replaced_text(found.scenario, language) +
           (arguments.all ? all_sentences(found, language) + "\n" + further_text(found, language) + "\n" +
                                answer_text(found, language)
                          : short_text(found, language));
}

int say_side_interrupted(const CompareArguments& arguments, const StudyOutcome& outcome,
                         const std::string& root) {
    const Speech in(reading_of(arguments.language));
    say(
        in("\nOnderbroken: alle {} van de vergelijking zijn klaar en bewaard in {}, maar die waarin opties "
           "stoppen, uit elkaar worden gehaald of veranderen niet. Hetzelfde commando gaat van daar "
           "verder:\n  {}",
           "\nInterrupted: all {} of the comparison are finished and kept in {}, but not those in which "
           "options are ended, taken apart or varied. The same command goes on from there:\n  {}",
           in.counted(outcome.finished, noun::world), root, arguments.typed));
    return exit_interrupted;
}

int run_compare(const CompareArguments& arguments) {
    const std::string started = sim::time_now();
    const Speech in(reading_of(arguments.language));
    const Scenario scenario = read_scenario_of(arguments);
    auto problems = in_language(unequal_money_of(arguments, scenario), in.language());
    const auto noticeable = analysis::read_noticeable(arguments.noticeable, names_compared(), problems);
    if (!problems.empty()) throw sim::InputError(problems);
    require_chosen_option(scenario, arguments);
    const Study study(scenario, arguments.digests, SimulatedAgain::in_first_worlds);
    const std::string folder = arguments.out.empty() ? default_folder(arguments.scenario) : arguments.out;
    const std::string root = folder + "/.parts";
    const auto parts = parts_of(study, root);
    Files files = files_in(folder, arguments);
    auto record = record_of(arguments, arguments.typed, scenario);
    const HeldPlace place(folder, files.results, record, parts, arguments.force);
    for (const auto* file : {&files.summary, &files.reached, &files.report, &files.scenario, &files.crate,
                             &files.break_even, &files.menu})
        if (!file->empty()) sim::remove_leftovers(*file);
    const auto assumptions = assumptions_of(scenario);
    record.drawn = assumptions;
    record.drawn_from = origin_of_draws(scenario, Speech(analysis::Reading::en));

    const EmptyPartsRemoved removed(parts);
    writing([&] { parts.make(); });
    say_seed(arguments, scenario);
    say_warnings(arguments, scenario, reading_of(arguments.language));
    say_plan(arguments, study);
    watch_for_interrupt();
    auto outcome = run_study(study, parts, arguments, &noticeable);
    if (outcome.interrupted) return say_interrupted(arguments, outcome, root);
    if (outcome.finished == 0) return say_failed(study, outcome);
    record.failures = describe_failures(study, outcome.failures);
    auto side = run_side_studies(study, outcome.cube, parts, arguments, noticeable, arguments);
    if (side.interrupted) return say_side_interrupted(arguments, outcome, root);
    for (const auto& note : side.notes) say(wrapped(note, 100));

    analysis::Results results{std::move(outcome.cube), names_of(study), std::move(record), {}};
    results.names.derived = care_money_observables();
    const auto& cube = results.cube;
    const auto& names = results.names;
    auto comparisons = analysis::compare_paired(cube, names.reference, noticeable);
    append(comparisons, compare_care_money(cube, names.reference, scenario.parameters.care, noticeable));
    const auto own_first = cube.layout().observables.size() + names.derived.size();
    append(comparisons, compare_own(cube, scenario, names.reference, own_first, noticeable));
    append(results.names.derived, own_observables(scenario));
    const Scenario own = over_own_years(arguments, scenario);
    const auto expected = expected_money(own);
    const auto against_nothing = names.nothing ? analysis::compare_paired(cube, *names.nothing, noticeable)
                                               : std::vector<analysis::Comparison>{};
    const analysis::Told told{cube,
                              names,
                              comparisons,
                              against_nothing,
                              analysis::table_named(side.tables, "ending"),
                              noticeable,
                              monitor_of(scenario, arguments.respondents)};
    const auto answer =
        analysis::whole_answer(told, same_money_as_reference(scenario, expected, names.reference));
    auto asked =
        work_out({study, outcome, answer, noticeable, parts, arguments, arguments.side_worlds, arguments});
    if (asked.interrupted) return say_side_interrupted(arguments, outcome, root);
    for (const auto& note : asked.notes) say(wrapped(note, page_width));
    const auto sure = how_sure_of(cube, names, assumptions, noticeable, scenario.seed);
    auto decision = analysis::answer_tables(answer, cube, names);
    append(decision, analysis::reached_tables(cube, names));
    append(decision, {analysis::what_can_go_wrong_table(analysis::what_can_go_wrong(cube, names), names)});
    append(decision, {analysis::enough_worlds_table(analysis::enough_worlds(told), cube, names)});
    append(decision, side.tables);
    append(decision, asked.tables);
    if (!analysis::table_named(decision, "/break_even")) files.break_even.clear();
    if (!analysis::table_named(decision, "/menu")) files.menu.clear();
    append(decision, decision_tables(scenario, cube, names, arguments.respondents));
    std::erase_if(decision, [](const auto& table) { return table.rows() == 0; });
    const Findings found{scenario, names,       cube, comparisons, expected,  own.years,
                         answer,   assumptions, sure, decision,    noticeable};
    auto& tables = results.record.tables;
    tables = {analysis::comparison_table(cube, comparisons, names), analysis::options_table(names),
              expected_table(expected, own.years, scenario), parameters_of(scenario)};
    append(tables, analysis::how_sure_tables(sure, cube, names, assumptions));
    append(tables, decision);
    append(tables, lives_to_show(scenario, std::move(outcome.first), arguments.threads));
    append(tables, {places_table(study, names), analysis::noticeable_table(noticeable)});
    results.record.made = analysis::made_now();
    write_files(files, results, found, started);
    say_time_in_hooks(arguments, scenario);
    put(arguments.json ? json_of_comparison(found, outcome, files) : "\n" + printed(arguments, found) + "\n");
    if (!arguments.quiet && !arguments.json) {
        say(in(
            "{} in {}.\nVerslag: {} (opent in een browser).\nResultaten: {} (alles, HDF5) en {} (de tabel).",
            "{} in {}.\nReport: {} (opens in a browser).\nResults: {} (all of it, HDF5) and {} (the table).",
            in.counted(outcome.units - outcome.found, noun::world), in.duration(outcome.seconds),
            files.report, files.results, files.summary));
    }
    if (outcome.failures.empty()) parts.remove();
    return say_failed(study, outcome);
}

}  // namespace

void add_compare(CommandLine& line) {
    auto [command, arguments] = line.add<CompareArguments>(
        "compare", "Simulate the same neighbourhood under every option and compare them",
        "  weefsel compare scenarios/first-look.toml\n"
        "  weefsel compare my.toml -o out/mine --replicates 60 --threads 2\n"
        "  weefsel compare my.toml --mechanisms --side-worlds 10\n"
        "  weefsel compare my.toml --break-even --menu --option structural\n"
        "  weefsel compare my.toml --noticeable social_cohesion=0.2 --noticeable lonely=0.01\n"
        "  weefsel compare my.toml --set parameters.network.halflife_friend=9 --json\n"
        "  weefsel compare my.toml --plugin walking_group.py      an intervention of your own",
        run_compare);
    add_running(command, arguments, arguments.out, arguments.digests,
                "Folder for the results (default: out/NAME of the scenario)", "DIR");
    add_cache(command, arguments);
    command.add_flag_callback(
        "--no-nothing", [&arguments = arguments] { arguments.overrides.with_nothing = false; },
        "The scenario's own options alone: do not add one without lines, against which is said what the "
        "work does");
    command.add_flag("--all", arguments.all,
                     "Print every table too: by indicator and year, money, care, how sure");
    add_language(command, arguments.language);
    constexpr int max_years = 40, max_replicates = 10000, max_respondents = 10000000;
    command.add_flag(
        "--mechanisms", arguments.mechanisms,
        "Also take each difference apart: hours, tenure, gaps, selection, focus (up to 32 more "
        "options a pair; options must buy the same work), and say it with only those that trials "
        "narrowed");
    command.add_flag("--break-even", arguments.break_even,
                     "Also say how strong a mechanism must be before the other option wins (six mechanisms, "
                     "each at 3 or 4 values; how long it takes is said first)");
    command.add_flag(
        "--menu", arguments.menu,
        "Also say what one thing more would add to an option, for each 10,000 euro: a fte, opening "
        "hours, contract years, a street, dwellings, training, network leaders");
    command
        .add_option("--option", arguments.of_option,
                    "Option that --menu adds to and --break-even varies (default: the one that does better, "
                    "else the first)")
        ->type_name("NAME");
    command
        .add_option(
            "--stopped-after", arguments.stopped_after,
            "Also simulate every option ended after so many years, to see what is lost (default: half of "
            "the years; 0: do not)")
        ->type_name("YEARS")
        ->check(CLI::Range(0, max_years));
    command
        .add_option("--side-worlds", arguments.side_worlds,
                    "Worlds in which options are ended, taken apart or varied, of as many draws as there are "
                    "(default: "
                    "8)")
        ->type_name("N")
        ->check(CLI::Range(2, max_replicates));
    command
        .add_option(
            "--respondents", arguments.respondents,
            "Respondents that the city's own survey has here, for what it could have seen (default: 3 "
            "in 100 residents)")
        ->type_name("N")
        ->check(CLI::Range(2, max_respondents));
    command
        .add_option(
            "--noticeable", arguments.noticeable,
            "Smallest difference worth noticing: NAME=VALUE, an indicator and a number in its unit in "
            "summary.csv, as severely_lonely=0.01 (default: social_cohesion 0.1, shares 0.005); may be "
            "repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
}

}  // namespace weefsel::app
