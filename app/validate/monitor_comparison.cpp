#include "app/validate/monitor_comparison.hpp"
#include "models/scenario/read_scenario.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/statistics/association.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "app/validate/validation.hpp"
#include "models/scenario/kwb.hpp"
#include "sim/settings.hpp"

namespace weefsel::app {
namespace {

constexpr int smallest = 200;  // residents: below, a world's share is mostly chance

/// A scenario of every neighbourhood in a file of figures. The file's own problems stand at its rows.
Scenario everywhere(const std::string& figures_file, const Overrides& overrides, int warmup_years,
                    std::uint32_t seed) {
    const auto file = read_kwb(figures_file);
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
    std::vector<sim::Problem> refused;
    for (const auto& row : file.rows) {
        if (!row.code.starts_with("BU")) continue;
        std::vector<sim::Problem> problems;
        auto figures = figures_from_kwb(file, row.code, {file.file, row.line, 1}, problems, refused);
        if (problems.empty() && figures.size() == 1) scenario.neighbourhoods.push_back(std::move(figures[0]));
    }
    return scenario;
}

std::vector<double> columns_of(const NeighbourhoodFigures& f) {
    const double residents = f.residents, households = f.households;
    return {f.age[0] / residents,
            f.age[1] / residents,
            f.age[2] / residents,
            f.age[3] / residents,
            f.single / households,
            f.with_children / households,
            f.household_size,
            f.women,
            f.origin_netherlands,
            f.origin_europe,
            f.married,
            f.divorced,
            f.widowed,
            f.low_income,
            f.high_income,
            f.poverty,
            f.education_low,
            f.education_high,
            f.owned,
            f.social_rent,
            f.multi_family,
            f.vacancy,
            static_cast<double>(f.urbanity)};
}

MonitorComparison compared(const std::string& share, const std::vector<double>& simulated,
                           const std::vector<double>& published, const std::vector<double>& rows) {
    const std::size_t columns = published.empty() ? 0 : rows.size() / published.size();
    const auto agreement = [&](const std::string& name, const std::vector<double>& predicted) {
        return Agreement{name, analysis::correlation(predicted, published),
                         analysis::mean_absolute_error(predicted, published), analysis::spread(predicted)};
    };
    auto mean = agreement("mean of the others", analysis::predicted_by_others({}, 0, published));
    mean.correlation = std::nan("");  // it is -1 by arithmetic and says nothing
    return {share,
            analysis::spread(published),
            {agreement("simulation, from figures alone", simulated),
             agreement("regression on the same figures, fitted on the others",
                       analysis::predicted_by_others(rows, columns, published)),
             mean}};
}

}  // namespace

MonitorTask prepare_monitor(const MonitorArguments& arguments, const Overrides& overrides, int warmup_years,
                            std::uint32_t seed) {
    MonitorTask task{read_monitor(arguments.monitor),
                     everywhere(arguments.figures, overrides, warmup_years, seed), 0};
    auto& sites = task.scenario.neighbourhoods;
    task.skipped = sites.size();
    std::erase_if(sites, [&](const NeighbourhoodFigures& f) {
        return f.residents < smallest || !task.monitor.contains(f.code);
    });
    task.skipped -= sites.size();
    if (sites.empty())
        throw sim::InputError({arguments.figures, 1, 1},
                              fmt::format("no neighbourhood of {} residents or more is also in {}", smallest,
                                          arguments.monitor));
    return task;
}

MonitorResult compare_with_monitor(const MonitorTask& task, const CommonArguments& arguments) {
    const auto& scenario = task.scenario;
    MonitorResult out;
    out.neighbourhoods = scenario.neighbourhoods.size();
    out.skipped = task.skipped;
    const Study study(scenario);
    const auto worlds = survey_worlds(study, arguments);
    out.interrupted = worlds.interrupted;
    for (const auto& failure : worlds.failures)
        out.failures.push_back(scenario.neighbourhoods.at(failure.item).name + ": " + failure.reason);
    if (worlds.interrupted || worlds.counts[0].empty()) return out;
    constexpr double hundred = 100;
    std::vector<double> lonely, severe, published_lonely, published_severe, rows;
    for (std::size_t site = 0; site < scenario.neighbourhoods.size(); ++site) {
        SurveyCounts counts;
        for (const auto& world : worlds.counts[0]) add(counts, world[site]);
        const auto& published = task.monitor.at(scenario.neighbourhoods[site].code);
        lonely.push_back(hundred * counts[asked::lonely].of / counts[asked::lonely].among);
        severe.push_back(hundred * counts[asked::severe].of / counts[asked::severe].among);
        published_lonely.push_back(published.lonely);
        published_severe.push_back(published.severely_lonely);
        const auto& figures = scenario.neighbourhoods[site];
        out.rows.push_back({figures.code, figures.name, lonely.back(), published.lonely, severe.back(),
                            published.severely_lonely});
        const auto row = columns_of(figures);
        rows.insert(rows.end(), row.begin(), row.end());
    }
    out.shares = {compared("lonely", lonely, published_lonely, rows),
                  compared("severely_lonely", severe, published_severe, rows)};
    return out;
}

std::string monitor_text(const MonitorResult& result) {
    constexpr std::size_t width = 56;
    std::string out = fmt::format(
        "Between neighbourhoods: {} also in the monitor of {} (left out: {}, too small or not "
        "in it)\n",
        counted(result.neighbourhoods, "neighbourhood"), monitor_year, result.skipped);
    for (const auto& failure : result.failures) out += "  failed: " + failure + "\n";
    for (const auto& share : result.shares) {
        out += padded(share.share == "lonely" ? "  lonely" : "  severely lonely", width) +
               "correlation  mean error  spread, pp\n";
        for (const auto& a : share.by) {
            const std::string r = std::isfinite(a.correlation) ? fmt::format("{:.2f}", a.correlation) : "-";
            out += padded("    " + a.predictor, width) + right_aligned(r, 11) +
                   right_aligned(fmt::format("{:.2f}", a.error), 12) +
                   right_aligned(fmt::format("{:.2f}", a.spread), 12) + "\n";
        }
        out += padded("    published", width) + right_aligned("", 23) +
               right_aligned(fmt::format("{:.2f}", share.spread), 12) + "\n";
    }
    return out +
           wrapped(
               "The monitor's figures by neighbourhood are model estimates from register variables, so a "
               "regression on such variables comes close by design.",
               100);
}

}  // namespace weefsel::app
