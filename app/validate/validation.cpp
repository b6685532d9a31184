#include "app/validate/validation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <memory>
#include <optional>

#include "analysis/statistics/association.hpp"
#include "analysis/statistics/between_groups.hpp"
#include "analysis/statistics/degree_shape.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "models/measure/survey/pattern_survey.hpp"
#include "models/measure/survey/quantities.hpp"
#include "models/scenario/parameter_draws.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

using Value = std::optional<double>;
using Unit = std::shared_ptr<std::vector<std::vector<SurveyCounts>>>;  ///< [option][site]

Value known(double value) { return std::isfinite(value) ? Value(value) : std::nullopt; }

Value between_areas(std::span<const SurveyCounts> sites, const SurveyCounts&) {
    constexpr double hundred = 100.0;
    std::vector<analysis::GroupSums> groups;
    for (const auto& site : sites) {
        groups.emplace_back();
        for (const auto& row : site.cross)
            groups.back().cross.insert(groups.back().cross.end(), row.begin(), row.end());
    }
    return known(hundred * analysis::share_between(groups, composition));
}
Value power_law(std::span<const SurveyCounts>, const SurveyCounts& all) {
    return known(analysis::gain_over_power_law(all.degree));
}
Value continuity(std::span<const SurveyCounts>, const SurveyCounts& all) {
    std::vector<double> exits, lasting;
    for (const auto& post : all.posts) {
        if (post.months <= 0) continue;
        exits.push_back(post.exits / post.months);
        lasting.push_back(post.long_months / post.months);
    }
    return known(analysis::correlation(exits, lasting));
}

/// What needs the arithmetic of analysis/ besides counts.
constexpr auto computed = std::to_array<Quantity>({
    {"loneliness_between_areas", "%",
     "Share of the variance of single loneliness scores that lies between neighbourhoods after sex, age, "
     "partner, "
     "education, income and origin are taken out, at the end.",
     between_areas},
    {"degree_gain_over_power_law", "1",
     "Gain in log-likelihood per adult of a lognormal over the best power law for the number of ties of 10 h "
     "and "
     "more here.",
     power_law},
    {"continuity_with_exits", "1",
     "Correlation over posts between exits a month and the share of months with the same worker for three "
     "years. "
     "Chance alone varies here, so this is nearly arithmetic.",
     continuity},
});

const Quantity& quantity_of(const std::string& name) {
    for (const auto& q : counted_quantities())
        if (q.name == name) return q;
    for (const auto& q : computed)
        if (q.name == name) return q;
    throw sim::InvariantError("a pattern is about a quantity that is known");
}

Value value_in(const Quantity& quantity, const std::vector<SurveyCounts>& sites) {
    SurveyCounts all;
    for (const auto& site : sites) add(all, site);
    return quantity.value(sites, all);
}

/// The value of a pattern in one world.
Value value_of(const Pattern& pattern, const Quantity& quantity, const SurveyedWorlds& worlds,
               std::size_t world, std::size_t option, std::size_t against) {
    const auto own = value_in(quantity, worlds.counts[option][world]);
    if (pattern.as == Against::nothing || !own) return own;
    const auto other = value_in(quantity, worlds.counts[against][world]);
    if (!other) return other;
    constexpr double hundred = 100.0;
    if (pattern.as == Against::difference) return *own - *other;
    return *other != 0 ? known(hundred * (*own / *other - 1)) : std::nullopt;
}

std::size_t option_index(const Scenario& sample, const std::string& name) {
    const auto& wanted = name.empty() ? sample.reference : name;
    const auto found = std::find_if(sample.options.begin(), sample.options.end(),
                                    [&](const Option& o) { return o.name == wanted; });
    return static_cast<std::size_t>(found - sample.options.begin());
}

MeasuredPattern measure(const Pattern& pattern, const Scenario& sample, const SurveyedWorlds& worlds) {
    const auto& quantity = quantity_of(pattern.quantity);
    MeasuredPattern out{pattern,
                        std::string(quantity.how),
                        analysis::t_interval({}),
                        PatternVerdict::not_measured,
                        false,
                        {},
                        false,
                        {}};
    const auto option = option_index(sample, pattern.option), against = option_index(sample, pattern.against);
    std::vector<double> values;
    std::map<std::size_t, std::vector<double>> by_draw;
    for (std::size_t world = 0; world < worlds.counts[option].size(); ++world)
        if (const auto value = value_of(pattern, quantity, worlds, world, option, against)) {
            values.push_back(*value);
            by_draw[worlds.draw[world]].push_back(*value);
        }
    if (values.empty()) {
        out.not_measured =
            "there is nobody in this sample to measure it on, or it is not simulated long enough";
        return out;
    }
    if (sample.draws > 1)
        for (const auto& [draw, of_draw] : by_draw) out.by_draw.push_back(analysis::t_interval(of_draw).mean);
    std::sort(out.by_draw.begin(), out.by_draw.end());
    out.value = analysis::t_interval(sample.draws > 1 ? out.by_draw : values);
    const bool inside = within(pattern, out.value.mean);
    out.verdict = inside ? PatternVerdict::pass : PatternVerdict::fail;
    if (out.value.n > 1) {
        // Over an end: one end of the interval is inside the band and the other is not, or the band lies
        // within.
        const auto reaches = [&](const std::optional<double>& end) {
            return end && out.value.lower < *end && out.value.upper > *end;
        };
        out.at_edge = reaches(pattern.low) || reaches(pattern.high);
    }
    return out;
}

}  // namespace

std::vector<KnownQuantity> known_quantities() {
    std::vector<KnownQuantity> out;
    for (const auto& q : counted_quantities()) out.push_back({std::string(q.name), std::string(q.unit)});
    for (const auto& q : computed) out.push_back({std::string(q.name), std::string(q.unit)});
    return out;
}

std::optional<double> value_of_quantity(const std::string& name, const std::vector<SurveyCounts>& sites) {
    return value_in(quantity_of(name), sites);
}

SurveyedWorlds survey_worlds(const Study& study, const CommonArguments& arguments) {
    const auto shape = study.shape();
    const auto& scenario = study.scenario();
    const auto begin = std::chrono::steady_clock::now();
    const auto plan = sim::plan_threads(shape.units(), study.layout().sites, arguments.threads);
    ErrorSink sink;
    sim::Progress progress("worlds", shape.units(), arguments.quiet ? nullptr : &sink, study.years_a_unit());
    auto outcome = sim::run_ensemble<Unit>(
        shape, plan.units, stop_requested(), &progress, {},
        [&](sim::UnitKey key) -> Unit {
            const sim::RandomSource draws = sim::draws_of(scenario.seed, key);
            const auto parameters = drawn_parameters(scenario.parameters, key.draw, shape.draws,
                                                     scenario.seed, scenario.posterior);
            std::vector<PatternSurvey> one_option;
            for (const auto& figures : scenario.neighbourhoods)
                one_option.emplace_back(parameters, draws, figures.urbanity);
            std::vector<std::vector<PatternSurvey>> surveys(scenario.options.size(), one_option);
            try {
                static_cast<void>(study.run(
                    key, &stop_requested(), plan.inside,
                    [&](std::size_t site, std::size_t option, int month, const Neighbourhood& n,
                        const MonthRecord& made,
                        sim::Month now) { surveys[option][site].look(month, n, made, now); },
                    [&] { progress.tick(); }));
            } catch (const sim::Interrupted&) { return nullptr; }
            auto counts = std::make_shared<std::vector<std::vector<SurveyCounts>>>(surveys.size());
            for (std::size_t option = 0; option < surveys.size(); ++option)
                for (const auto& survey : surveys[option]) (*counts)[option].push_back(survey.counts());
            return counts;
        },
        {});
    progress.finish();
    SurveyedWorlds out;
    out.counts.resize(scenario.options.size());
    out.units = shape.units();
    out.interrupted = outcome.interrupted || stop_requested();
    for (std::size_t u = 0; u < outcome.results.size(); ++u) {
        const auto& result = outcome.results[u];
        if (!result || *result == nullptr) continue;
        out.draw.push_back(shape.key(u).draw);
        for (std::size_t option = 0; option < scenario.options.size(); ++option)
            out.counts[option].push_back(std::move((**result)[option]));
    }
    out.failures = std::move(outcome.failures);
    out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return out;
}

namespace {

/// The sample with the fitted set of one draw, as far as it states nothing else itself.
Scenario with_fitted(const Scenario& sample, std::size_t draw) {
    Scenario out = sample;
    const auto table = table_of(out.parameters);
    for (std::size_t k = 0; k < sample.posterior.names.size(); ++k) {
        const auto* p = table.find(sample.posterior.names[k]);
        if (*p->value == p->default_value) *p->value = sample.posterior.sets.at(draw)[k];
    }
    out.posterior = {};
    out.draws = 1;
    out.seed = sim::seed_of_draw(sample.seed, draw);
    return out;
}

}  // namespace

SurveyedWorlds survey_posterior(const Scenario& sample, const CommonArguments& arguments) {
    if (sample.posterior.empty()) return survey_worlds(Study(sample), arguments);
    SurveyedWorlds all;
    all.counts.resize(sample.options.size());
    for (int draw = 0; draw < sample.draws && !all.interrupted; ++draw) {
        if (!arguments.quiet) say(fmt::format("draw {} of {}", draw + 1, sample.draws));
        auto one = survey_worlds(Study(with_fitted(sample, static_cast<std::size_t>(draw))), arguments);
        for (std::size_t o = 0; o < all.counts.size(); ++o)
            for (auto& world : one.counts[o]) all.counts[o].push_back(std::move(world));
        all.draw.insert(all.draw.end(), one.draw.size(), static_cast<std::size_t>(draw));
        for (auto& failure : one.failures) {
            failure.item += all.units;
            all.failures.push_back(std::move(failure));
        }
        all.interrupted = one.interrupted;
        all.units += one.units;
        all.seconds += one.seconds;
    }
    return all;
}

void check_options(const PatternFile& file, const Scenario& sample) {
    std::vector<std::string> names;
    for (const auto& option : sample.options) names.push_back(option.name);
    std::vector<sim::Problem> problems;
    for (const auto& pattern : file.patterns)
        for (const auto& name : {pattern.option, pattern.against})
            if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
                problems.push_back(
                    {pattern.at,
                     fmt::format("pattern \"{}\": found option \"{}\", which {} has not{}; allowed is one "
                                 "of {}",
                                 pattern.id, name, file.sample, sim::did_you_mean(name, names),
                                 fmt::join(names, ", "))});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
}

std::vector<MeasuredPattern> measure_patterns(const PatternFile& file, const Scenario& sample,
                                              const SurveyedWorlds& worlds,
                                              const std::vector<NameFitted>& fitted) {
    std::vector<MeasuredPattern> out;
    for (const auto& pattern : file.patterns) {
        out.push_back(measure(pattern, sample, worlds));
        out.back().fitted = std::any_of(fitted.begin(), fitted.end(), [&](const NameFitted& f) {
            return f.name == pattern.quantity && f.difference == (pattern.as != Against::nothing);
        });
    }
    return out;
}

double share_within(const MeasuredPattern& measured) {
    if (measured.by_draw.empty()) return 0;
    const auto inside = std::count_if(measured.by_draw.begin(), measured.by_draw.end(),
                                      [&](double value) { return within(measured.pattern, value); });
    return static_cast<double>(inside) / static_cast<double>(measured.by_draw.size());
}

std::string band_text(const Pattern& p) {
    if (p.low && p.high) return fmt::format("{} to {}", *p.low, *p.high);
    return p.low ? fmt::format("at least {}", *p.low) : fmt::format("at most {}", *p.high);
}

}  // namespace weefsel::app
