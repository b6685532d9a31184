#include "app/validate/monitor_comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "models/measure/survey/monitor_answers.hpp"
#include "models/scenario/kwb.hpp"
#include "models/study/study.hpp"
#include "sim/file_aside.hpp"
#include "sim/parallel.hpp"
#include "sim/progress.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

constexpr int smallest = 200;                    // residents: below, a world's share is mostly chance
constexpr std::size_t municipality_letters = 6;  // GM and four digits

/// A scenario in which nothing is funded, without its neighbourhoods.
Scenario nothing_funded(const std::string& figures_file, const Overrides& overrides, int warmup_years,
                        std::uint32_t seed) {
    std::string text = fmt::format(
        "title = \"monitor\"\nyears = 1\nwarmup_years = {}\nreplicates = {}\nseed = {}\nreference = "
        "\"nothing\"\n"
        "equal_money = false\n[parameters]\n\"exchange.moves_within\" = 0\n\"exchange.kin_across\" = 0\n"
        "\"exchange.regional_care\" = 0\n[[option]]\nname = \"nothing\"\n",
        warmup_years, overrides.replicates.value_or(1), seed);
    text +=  // a place holder: the figures of the file take its place below
        "[neighbourhood]\nname = \"none\"\nresidents = 100\nage_0_14 = 20\nage_15_24 = 20\nage_25_44 = 20\n"
        "age_45_64 = 20\nage_65_over = 20\nhouseholds = 50\nsingle = 20\nwithout_children = "
        "15\nwith_children = 15\n";
    Overrides parameters;
    for (const auto& set : overrides.set)
        if (set.starts_with("parameters.")) parameters.set.push_back(set);
    Scenario scenario = read_scenario_text(text, figures_file, parameters);
    scenario.neighbourhoods.clear();
    return scenario;
}

/// Codes of municipalities: the first cells of a file below its header `code`.
std::set<std::string> listed_municipalities(const std::string& path) {
    std::set<std::string> codes;
    const std::string text = sim::read_whole(path);
    std::string_view rest = text;
    for (int line = 1; !rest.empty(); ++line) {
        const auto end = rest.find('\n');
        auto cell = rest.substr(0, end);
        cell = cell.substr(0, cell.find_first_of(",;\t\r"));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (cell.empty() || (line == 1 && cell == "code")) continue;
        const auto code = code_of(std::string(cell));
        if (line == 1 || !code.starts_with("GM") || code.size() != municipality_letters)
            throw sim::InputError(
                {path, line, 1},
                fmt::format("found \"{}\", allowed is {}", cell,
                            line == 1 ? "a header that begins with the column code" : "GM and four digits"));
        codes.insert(code);
    }
    if (codes.empty()) throw sim::InputError({path, 1, 1}, "there is no municipality in it");
    return codes;
}

/// BU where a buurt is in both files, else WK.
std::string kind_in_both(const KwbFile& figures, const Monitor& monitor) {
    for (const auto& row : figures.rows)
        if (row.code.starts_with("BU") && monitor.contains(row.code)) return "BU";
    return "WK";
}

ComparedArea area_of(NeighbourhoodFigures figures, const MonitorRow& published) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    ComparedArea area;
    area.municipality = published.municipality.empty() ? figures.municipality : published.municipality;
    area.municipality_code = municipality_code_of(figures.code);
    for (std::size_t c = 0; c < monitor_columns; ++c) area.published[c] = published.share[c].value_or(none);
    area.simulated.fill(none);
    area.figures = std::move(figures);
    return area;
}

/// The areas of both files; the rest is counted.
void take_areas(MonitorTask& task, const KwbFile& file, const Monitor& monitor) {
    std::vector<sim::Problem> refused;
    std::set<std::string_view> seen;
    for (const auto& row : file.rows) {
        if (!row.code.starts_with(task.kind) || !seen.insert(row.code).second) continue;
        const auto published = monitor.find(row.code);
        auto figures = published == monitor.end() ? std::nullopt : figures_of_row(file, row, refused);
        if (figures && figures->residents >= smallest)
            task.areas.push_back(area_of(std::move(*figures), published->second));
        else
            ++task.left_out;
    }
    std::sort(task.areas.begin(), task.areas.end(),
              [](const auto& a, const auto& b) { return a.figures.code < b.figures.code; });
}

/// So many rows of all, those whose codes have the lowest SHA-256: the same in every run and spread over the
/// country.
std::vector<std::size_t> chosen_of(const std::vector<ComparedArea>& areas, std::vector<std::size_t> rows,
                                   std::size_t at_most) {
    if (at_most == 0 || rows.size() <= at_most) return rows;
    std::vector<std::pair<std::string, std::size_t>> by_hash;
    for (const auto i : rows) by_hash.emplace_back(sim::sha256(areas[i].figures.code), i);
    std::sort(by_hash.begin(), by_hash.end());
    rows.clear();
    for (std::size_t k = 0; k < at_most; ++k) rows.push_back(by_hash[k].second);
    std::sort(rows.begin(), rows.end());
    return rows;
}

void choose_reported(MonitorTask& task) {
    const auto& a = task.arguments;
    if (!a.held_out.empty()) {
        const auto listed = listed_municipalities(a.held_out);
        for (auto& area : task.areas) area.held_out = listed.contains(area.municipality_code);
    }
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < task.areas.size(); ++i)
        if (a.held_out.empty() || task.areas[i].held_out != a.not_held_out) rows.push_back(i);
    task.eligible = rows.size();
    task.reported = chosen_of(task.areas, std::move(rows), a.at_most);
    for (const auto i : task.reported) task.scenario.neighbourhoods.push_back(task.areas[i].figures);
}

/// A world of one neighbourhood: what its adults answer in the last month.
MonitorAnswers simulated_answers(const Study& study, sim::UnitKey key, const AnsweredLoneliness& loneliness) {
    MonitorAnswers answers{};
    const int last = study.scenario().months() - 1;
    static_cast<void>(study.run(
        key, &stop_requested(), 1,
        [&](std::size_t, std::size_t, int month, const Neighbourhood& n, const MonthRecord&, sim::Month) {
            if (month == last) answers = monitor_answers(n, loneliness, study.scenario().parameters.survey);
        }));
    return answers;
}

/// Simulates one neighbourhood of a task in all its replicates. Nothing moves between neighbourhoods, so each
/// is a study of its own.
void simulate(const MonitorTask& task, std::size_t site, const AnsweredLoneliness& loneliness,
              ComparedArea& area) {
    constexpr double hundred = 100;
    Scenario scenario = task.scenario;
    scenario.neighbourhoods = {task.scenario.neighbourhoods[site]};
    const Study study(std::move(scenario));
    MonitorAnswers all{};
    for (std::size_t world = 0; world < study.shape().units(); ++world) {
        const auto answers = simulated_answers(study, study.shape().key(world), loneliness);
        for (std::size_t c = 0; c < monitor_columns; ++c) all[c].add(answers[c].of, answers[c].among);
    }
    for (std::size_t c = 0; c < monitor_columns; ++c)
        if (all[c].among > 0) area.simulated[c] = hundred * all[c].of / all[c].among;
}

}  // namespace

MonitorTask prepare_monitor(const MonitorArguments& arguments, const Overrides& overrides, int warmup_years,
                            std::uint32_t seed) {
    MonitorTask task{arguments,
                     arguments.rows,
                     nothing_funded(arguments.figures, overrides, warmup_years, seed),
                     {},
                     {},
                     0,
                     0};
    const auto monitor = read_monitor(arguments.monitor, arguments.year);
    const auto file = read_kwb(arguments.figures);
    if (task.kind.empty()) task.kind = kind_in_both(file, monitor);
    take_areas(task, file, monitor);
    choose_reported(task);
    if (task.reported.empty())
        throw sim::InputError(
            {arguments.figures, 1, 1},
            fmt::format("no row {} of {} residents or more is also in {} of {}{}", task.kind, smallest,
                        arguments.monitor, arguments.year,
                        arguments.held_out.empty() ? "" : " and in the municipalities chosen"));
    return task;
}

MonitorResult compare_with_monitor(const MonitorTask& task, const CommonArguments& arguments) {
    const auto begin = std::chrono::steady_clock::now();
    MonitorResult out;
    auto areas = task.areas;
    std::array<std::string_view, monitor_columns> best{};
    predict_from_figures(areas, task.reported, best);
    for (const auto i : task.reported) out.areas.push_back(std::move(areas[i]));
    const AnsweredLoneliness loneliness(task.scenario.parameters.survey);
    ErrorSink sink;
    sim::Progress progress("neighbourhoods", out.areas.size(), arguments.quiet ? nullptr : &sink);
    const auto failures = sim::parallel_for_each(
        out.areas.size(), arguments.threads,
        [&](std::size_t site) {
            try {
                simulate(task, site, loneliness, out.areas[site]);
            } catch (const sim::Interrupted&) { return; }
            progress.advance();
        },
        &stop_requested());
    progress.finish();
    out.interrupted = stop_requested();
    for (const auto& failure : failures)
        out.failures.push_back(out.areas[failure.item].figures.code + ": " + failure.reason);
    out.skill = skill_of(out.areas, best);
    out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return out;
}

}  // namespace weefsel::app
