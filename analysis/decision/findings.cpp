#include "analysis/decision/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/wording.hpp"
#include "analysis/results/values_by_run.hpp"
#include "analysis/statistics/power.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/month.hpp"

namespace weefsel::analysis {
namespace {

using sim::Observable;

constexpr std::array<std::string_view, 5> reserve_names{"none", "equal", "undecided", "too_small",
                                                        "invisible"};
constexpr std::array<std::string_view, 3> question_names{"work", "form", "stop"};

/// How a reserve is said of several indicators.
struct KindOfNo {
    Reserve reserve;
    const char *nl, *en;
};
constexpr std::array<KindOfNo, 3> kinds_of_no{{
    {Reserve::equal, "in dit model gelijk", "the same in this model"},
    {Reserve::too_small, "er wel, maar te klein om te merken", "there, but too small to notice"},
    {Reserve::undecided, "onbeslist", "undecided"},
}};

/// A difference of one indicator, with what is needed to say it.
struct Seen {
    std::size_t indicator = 0;
    Interval difference{};
    double level = unknown;    ///< of what it is a difference with
    double one_way = unknown;  ///< share of worlds in which it points as the mean does
    double left = unknown;     ///< of `stop`
};

const Comparison* row_of(const std::vector<Comparison>& rows, std::size_t option, std::size_t indicator,
                         int year) {
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Comparison& c) {
        return c.option == option && c.indicator == indicator && c.horizon_years == year;
    });
    return at == rows.end() ? nullptr : &*at;
}

/// From where on the monitor finds a difference of an indicator; 0: it does not ask it.
double detectable(const Told& told, const Seen& seen) {
    const auto& observable = told.cube.layout().observables[seen.indicator];
    const TwoSamples samples{told.monitor.respondents, told.monitor.respondents};
    if (!(told.monitor.respondents >= 2)) return 0;
    double from = 0;
    if (observable.scale == sim::Scale::share && !std::isnan(seen.level))
        from = detectable_rise_of_share(seen.level, samples);
    if (observable.scale == sim::Scale::score && told.monitor.score_spread > 0)
        from = detectable_distance_of_means(told.monitor.score_spread, samples);
    return std::isnan(from) ? 1 : from;
}

Reserve reserve_of(const Told& told, const Seen& seen) {
    const auto& observable = told.cube.layout().observables[seen.indicator];
    return reserve_of(seen.difference, noticeable_of(told.noticeable, observable), detectable(told, seen));
}

bool can_be_said(Reserve reserve) { return reserve == Reserve::none || reserve == Reserve::invisible; }

/// Adults of an option at the end of a year, mean over worlds; NaN where nobody counted them.
double adults_of(const Told& told, std::size_t option, int year) {
    const auto& layout = told.cube.layout();
    const auto age = std::find_if(layout.groupings.begin(), layout.groupings.end(),
                                  [](const auto& g) { return g.name == "age"; });
    const auto population = observable_named(layout, "population");
    if (age == layout.groupings.end() || !population || year < 1 || year > layout.years()) return unknown;
    const ValuesByRun values(
        told.cube, told.cube.by_group(static_cast<std::size_t>(age - layout.groupings.begin()), *population));
    const std::size_t groups = age->groups.size();
    return level_of(
               [&](std::size_t o, std::size_t w) {
                   double all = 0;
                   for (std::size_t g = 0; g < groups; ++g)
                       all += values.at(o, w, static_cast<std::size_t>(year - 1) * groups + g);
                   return all;
               },
               option, told.cube.shape())
        .mean;
}

/// `less severe loneliness: about 12 fewer adults who are severely lonely`.
std::string said_plainly(const Told& told, const Finding& finding, Reading language) {
    const auto& observable = told.cube.layout().observables[*finding.indicator];
    const auto how = shown(observable, told.noticeable, language);
    const bool dutch = language == Reading::nl, more = finding.difference.mean > 0;
    std::string out = (more ? dutch ? "meer " : "more " : dutch ? "minder " : "less ") + how.name;
    const auto people = people_text(finding.residents, observable, language);
    if (!people.empty()) out += ": " + people;
    return out;
}

/// The same with its margin: ` (-0.52 percentage points; margin -0.81 to -0.23)`.
std::string said(const Told& told, const Finding& finding, Reading language) {
    const auto how = shown(told.cube.layout().observables[*finding.indicator], told.noticeable, language);
    return said_plainly(told, finding, language) + " (" + margin_text(finding.difference, how) + ")";
}

/// `the same in this model: social cohesion; undecided: severe loneliness and participation`.
std::string what_it_is(const Told& told, const std::vector<Seen>& all, Reading language) {
    std::string out;
    for (const auto& kind : kinds_of_no) {
        std::vector<std::string> names;
        for (const auto& seen : all)
            if (reserve_of(told, seen) == kind.reserve)
                names.push_back(
                    shown(told.cube.layout().observables[seen.indicator], told.noticeable, language).name);
        if (names.empty()) continue;
        out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", language == Reading::nl ? kind.nl : kind.en,
                           listed(names, language));
    }
    return out;
}

std::string of_options(const Told& told, const Finding& f, const std::vector<Seen>& all, Reading language) {
    const auto mine = option_label(told.names, f.option, language),
               other = option_label(told.names, f.against, language);
    const bool dutch = language == Reading::nl;
    const auto years = fmt::format("{} {}", f.year, dutch ? "jaar" : f.year == 1 ? "year" : "years");
    if (f.indicator)
        return dutch ? fmt::format("Na {} geeft ‘{}’, vergeleken met ‘{}’, {}.", years, mine, other,
                                   said(told, f, language))
                     : fmt::format("After {} ‘{}’, compared with ‘{}’, gives {}.", years, mine, other,
                                   said(told, f, language));
    return dutch ? fmt::format("Na {} is tussen ‘{}’ en ‘{}’ geen verschil aangetoond dat ertoe doet; {}.",
                               years, mine, other, what_it_is(told, all, language))
                 : fmt::format("After {} no difference that matters is shown between ‘{}’ and ‘{}’; {}.",
                               years, mine, other, what_it_is(told, all, language));
}

std::string of_stopping(const Told& told, const Finding& f, const std::vector<Seen>& all, Reading language) {
    const auto mine = option_label(told.names, f.option, language);
    const bool dutch = language == Reading::nl;
    const int ended = f.year - f.months_after / sim::months_per_year;
    const auto head =
        dutch ? fmt::format("‘{}’ stopt na {} jaar: {} maanden later", mine, ended, f.months_after)
              : fmt::format("‘{}’ ends after {} {}: {} months later", mine, ended,
                            ended == 1 ? "year" : "years", f.months_after);
    if (!f.indicator)
        return dutch ? fmt::format("{} is geen verschil met doorgaan aangetoond dat ertoe doet; {}.", head,
                                   what_it_is(told, all, language))
                     : fmt::format("{} no difference with going on that matters is shown; {}.", head,
                                   what_it_is(told, all, language));
    std::string left;
    if (f.left >= 0 && f.left <= 1)
        left = fmt::format(
            fmt::runtime(dutch ? "; van wat het deed, is {} over" : "; of what it did, {} is left"),
            percentage_text(f.left, language));
    return fmt::format("{} {} {}{}.", head, said(told, f, language),
                       dutch ? "dan met doorgaan" : "than with going on", left);
}

std::string certainty_of(const Told& told, const Finding& f, const Seen* seen, Reading language) {
    const bool dutch = language == Reading::nl;
    const auto n = f.difference.n;
    std::string out;
    if (f.indicator && seen != nullptr && !std::isnan(seen->one_way))
        out = fmt::format(
            fmt::runtime(dutch ? "Dat wijst in {} van de {} gesimuleerde werelden dezelfde kant op."
                               : "It points this way in {} of {} simulated worlds."),
            number_text(std::round(seen->one_way * static_cast<double>(n)), 0, language), n);
    else
        out = fmt::format(fmt::runtime(dutch ? "Marges over {} gesimuleerde werelden."
                                             : "Margins are over {} simulated worlds."),
                          n);
    if (!f.indicator || told.monitor.respondents < 2) return out;
    const bool hidden = f.reserve == Reserve::invisible;
    return out +
           fmt::format(
               fmt::runtime(
                   dutch
                       ? " De monitor van de stad, met {} ondervraagden hier, zou het waarschijnlijk {}zien."
                       : " The city's own monitor, with {} respondents here, would probably {}see it."),
               number_text(told.monitor.respondents, 0, language), hidden ? dutch ? "niet " : "not " : "");
}

/// Chooses what is said of one question: the first in the order of `all` that can be.
Finding finding_of(const Told& told, Finding f, const std::vector<Seen>& all) {
    const auto first = std::find_if(all.begin(), all.end(),
                                    [&](const Seen& seen) { return can_be_said(reserve_of(told, seen)); });
    f.residents = f.left = f.one_way = unknown;
    if (!all.empty()) f.difference = all.front().difference;
    const Seen* chosen = first == all.end() ? nullptr : &*first;
    if (chosen != nullptr) {
        f.indicator = chosen->indicator;
        f.difference = chosen->difference;
        f.left = chosen->left;
        f.one_way = chosen->one_way;
        if (!told.cube.layout().observables[chosen->indicator].whom_en.empty())
            f.residents = chosen->difference.mean * adults_of(told, f.against, f.year);
    }
    f.reserve = reserve_of(told, chosen != nullptr ? *chosen : all.front());
    if (f.indicator) f.said = {said_plainly(told, f, Reading::nl), said_plainly(told, f, Reading::en)};
    const auto sentence = f.question == Question::stop ? of_stopping : of_options;
    f.sentence = {sentence(told, f, all, Reading::nl), sentence(told, f, all, Reading::en)};
    f.certainty = {certainty_of(told, f, chosen, Reading::nl), certainty_of(told, f, chosen, Reading::en)};
    return f;
}

/// The headlines of an option against another in the last year.
std::vector<Seen> seen_of(const Told& told, const std::vector<Comparison>& rows, std::size_t option,
                          std::size_t against) {
    std::vector<Seen> out;
    const int year = told.cube.layout().years();
    for (const auto i : headlines(told.cube.layout().observables)) {
        const auto *row = row_of(rows, option, i, year), *other = row_of(rows, against, i, year);
        if (row == nullptr) continue;
        const auto better = told.cube.layout().observables[i].better;
        const bool good = (row->difference.mean > 0) == (better == sim::Better::higher);
        out.push_back({i, row->difference, other == nullptr ? unknown : other->level.mean,
                       good ? row->probability_better : 1 - row->probability_better, unknown});
    }
    return out;
}

/// The same of an option that was ended, two years after, or at the end where that is sooner.
std::vector<Seen> seen_of_ending(const Told& told, std::size_t option, Finding& f) {
    std::vector<Seen> out;
    constexpr int looked_at = 2;
    const auto& table = *told.ending;
    for (const auto i : headlines(told.cube.layout().observables))
        for (std::size_t row = table.rows(); row-- > 0;) {
            const int after = static_cast<int>(table.number("years_after")[row]);
            if (table.text("option")[row] != told.names.options[option].name || after > looked_at ||
                table.text("indicator")[row] != told.cube.layout().observables[i].name)
                continue;
            const auto n = [&](const char* column) { return table.number(column)[row]; };
            f.months_after = after * sim::months_per_year;
            f.year = static_cast<int>(n("ended_after_years")) + after;
            const auto level =
                interval_of_worlds(year_values(told.cube, i, option, f.year), told.cube.shape().replicates);
            out.push_back({i,
                           {n("difference"), n("lower"), n("upper"), static_cast<std::size_t>(n("worlds"))},
                           level.mean,
                           unknown,
                           n("left")});
            break;
        }
    return out;
}

}  // namespace

std::string_view name_of(Question question) { return question_names.at(static_cast<std::size_t>(question)); }
std::string_view name_of(Reserve reserve) { return reserve_names.at(static_cast<std::size_t>(reserve)); }

Reserve reserve_of(const Interval& difference, double noticeable, double detectable) {
    if (difference.n < 2 || std::isnan(difference.lower) || std::isnan(difference.upper))
        return Reserve::undecided;
    const bool inside = difference.lower > -noticeable && difference.upper < noticeable;
    const bool holds_zero = difference.lower <= 0 && difference.upper >= 0;
    if (difference.lower == 0 && difference.upper == 0) return Reserve::equal;
    if (holds_zero) return inside ? Reserve::equal : Reserve::undecided;
    if (std::abs(difference.mean) < noticeable) return Reserve::too_small;
    return std::abs(difference.mean) < detectable ? Reserve::invisible : Reserve::none;
}

Reserve reserve_of(const Told& told, std::size_t indicator, const Interval& difference, double level) {
    return reserve_of(told, Seen{indicator, difference, level, unknown, unknown});
}

std::vector<Finding> findings_of(const Told& told) {
    std::vector<Finding> out;
    const auto ask = [&](Question question, std::size_t option, std::size_t against, auto&& seen) {
        Finding f;
        f.question = question;
        f.option = option;
        f.against = against;
        f.year = told.cube.layout().years();
        const std::vector<Seen> all = seen(f);
        if (!all.empty()) out.push_back(finding_of(told, f, all));
    };
    const auto& nothing = told.names.nothing;
    const std::size_t options = told.names.options.size(), reference = told.names.reference;
    for (std::size_t o = 0; nothing && o < options; ++o)
        if (o != *nothing)
            ask(Question::work, o, *nothing,
                [&](Finding&) { return seen_of(told, told.against_nothing, o, *nothing); });
    for (std::size_t o = 0; nothing != reference && o < options; ++o)
        if (o != reference && o != nothing)
            ask(Question::form, o, reference,
                [&](Finding&) { return seen_of(told, told.against_reference, o, reference); });
    for (std::size_t o = 0; told.ending != nullptr && o < options; ++o)
        if (o != nothing) ask(Question::stop, o, o, [&](Finding& f) { return seen_of_ending(told, o, f); });
    return out;
}

}  // namespace weefsel::analysis
