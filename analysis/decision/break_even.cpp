#include "analysis/decision/break_even.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "analysis/decision/wording.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

constexpr std::array<std::string_view, 6> who_wins_names{"option_wins", "reference_wins", "crosses",
                                                         "perhaps",     "nowhere_shown",  "same"};

/// Zeros of the lines between neighbouring points, of one end of the margin or of the mean.
std::vector<double> zeros_of(const std::vector<PointOfStrength>& points, double Interval::*end) {
    std::vector<double> out;
    for (std::size_t k = 1; k < points.size(); ++k) {
        const double before = points[k - 1].difference.*end, after = points[k].difference.*end;
        if (before == after || (before > 0) == (after > 0)) continue;
        out.push_back(points[k - 1].value +
                      (points[k].value - points[k - 1].value) * before / (before - after));
    }
    return out;
}

bool holds_zero(const Interval& d) { return !(d.lower > 0) && !(d.upper < 0); }

/// All values of the lines at which the margin holds zero lie between these two.
std::pair<double, double> stretch_of_zero(const std::vector<PointOfStrength>& points) {
    std::vector<double> all = zeros_of(points, &Interval::lower);
    const auto upper = zeros_of(points, &Interval::upper);
    all.insert(all.end(), upper.begin(), upper.end());
    for (const auto& point : points)
        if (holds_zero(point.difference)) all.push_back(point.value);
    if (all.empty()) return {unknown, unknown};
    const auto [low, high] = std::minmax_element(all.begin(), all.end());
    return {*low, *high};
}

std::string digits(double value, Reading language) {
    constexpr int decimals = 2;
    return number_text(value, decimals, language);
}

/// A sentence with what it needs, in one language.
struct Saying {
    const BreakEvenSaid& of;
    const BreakEven& found;
    const Names& names;
    Shown how;

    [[nodiscard]] std::string option(std::size_t o) const { return option_label(names, o, how.language); }
    [[nodiscard]] std::string value(double v) const { return digits(v, how.language); }
    [[nodiscard]] bool dutch() const { return how.language == Reading::nl; }
    [[nodiscard]] std::string range() const {
        return fmt::format(fmt::runtime(dutch() ? "{} tot {}" : "{} to {}"), value(of.points.front().value),
                           value(of.points.back().value));
    }
    [[nodiscard]] std::string subject() const {
        auto words = dutch() ? of.words.nl : of.words.en;
        if (!words.empty() && words.front() >= 'a')
            words.front() = static_cast<char>(words.front() - 'a' + 'A');
        return fmt::format(fmt::runtime(dutch() ? "{} (gesteld op {}, onderzocht van {})"
                                                : "{} (stated as {}, tried from {})"),
                           words, value(of.stated), range());
    }
    /// `less severe loneliness`.
    [[nodiscard]] std::string what(sim::Better better) const {
        const bool more = better == sim::Better::higher;
        return std::string(more ? dutch() ? "meer" : "more" : dutch() ? "minder" : "less") + " " + how.name;
    }
    /// Where the margin of the difference holds zero.
    [[nodiscard]] std::string stretch() const {
        if (found.from <= of.points.front().value && found.until >= of.points.back().value)
            return dutch() ? "overal" : "throughout";
        return fmt::format(fmt::runtime(dutch() ? "van {} tot {}" : "from {} to {}"), value(found.from),
                           value(found.until));
    }
    /// Who is better at a point: by the sign of the difference and what is better.
    [[nodiscard]] std::string better_at(const PointOfStrength& point, sim::Better better) const {
        const bool option_is = (point.difference.mean > 0) == (better == sim::Better::higher);
        return option(option_is ? of.option : of.reference);
    }
};

std::string break_even_sentence(const Saying& s, sim::Better better) {
    const auto& points = s.of.points;
    const auto first = s.better_at(points.front(), better), last = s.better_at(points.back(), better);
    const bool nl = s.dutch();
    const auto all = s.subject(), what = s.what(better);
    switch (s.found.who) {
        case WhoWins::same:
            return fmt::format(fmt::runtime(nl ? "{}: maakt tussen de twee geen verschil in {}."
                                               : "{}: makes no difference between the two in {}."),
                               all, s.how.name);
        case WhoWins::option_wins:
        case WhoWins::reference_wins:
            return fmt::format(
                fmt::runtime(nl ? "{}: nergens in dit bereik wint de ander; ‘{}’ geeft overal {}."
                                : "{}: nowhere within this range does the other win; ‘{}’ gives {} "
                                  "throughout."),
                all, first, what);
        case WhoWins::nowhere_shown:
            return fmt::format(
                fmt::runtime(
                    nl ? "{}: nergens in dit bereik wint de ander; ‘{}’ geeft steeds {}, maar {} kan dat "
                         "toeval zijn."
                       : "{}: nowhere within this range does the other win; ‘{}’ always gives {}, but {} "
                         "that may be chance."),
                all, first, what, s.stretch());
        case WhoWins::crosses:
        case WhoWins::perhaps:
            break;
    }
    return fmt::format(fmt::runtime(nl ? "{}: onder {} geeft ‘{}’ {}, daarboven ‘{}’ ({} onbeslist)."
                                       : "{}: below {} ‘{}’ gives {}, above it ‘{}’ (undecided {})."),
                       all, s.value(s.found.at), first, what, last, s.stretch());
}

}  // namespace

std::string_view name_of(WhoWins who) { return who_wins_names.at(static_cast<std::size_t>(who)); }

double where_to_look(const std::vector<PointOfStrength>& points) {
    const auto zeros = zeros_of(points, &Interval::mean);
    return zeros.empty() ? unknown : zeros.front();
}

BreakEven break_even_of(const std::vector<PointOfStrength>& points, sim::Better better) {
    sim::require(points.size() > 1, "a line goes through two points or more");
    BreakEven out;
    out.at = where_to_look(points);
    std::tie(out.from, out.until) = stretch_of_zero(points);
    const auto any = [&](auto&& is) { return std::any_of(points.begin(), points.end(), is); };
    const bool above = any([](const auto&p) { return p.difference.lower > 0; }),
               below = any([](const auto&p) { return p.difference.upper < 0; }),
               all_clear = !any([](const auto&p) { return holds_zero(p.difference); }),
               all_zero =
                   !any([](const auto&p) { return p.difference.lower != 0 || p.difference.upper != 0; });
    if (all_zero)
        out.who = WhoWins::same;
    else if (above && below)
        out.who = WhoWins::crosses;
    else if (all_clear)
        out.who = above == (better == sim::Better::higher) ? WhoWins::option_wins : WhoWins::reference_wins;
    else
        out.who = std::isnan(out.at) ? WhoWins::nowhere_shown : WhoWins::perhaps;
    return out;
}

ResultTable break_even_table(const std::vector<BreakEvenSaid>& all, const Names& names,
                             const sim::Observable& indicator, const std::vector<Noticeable>& noticeable) {
    ResultTable out(
        "/break_even",
        {"option", "against", "indicator", "mechanism", "parameter", "who_wins", "sentence_nl",
         "sentence_en"},
        {"value 1|of the parameter, the same in every draw", "difference|option minus the other", "lower",
         "upper", "worlds", "stated 1|value of the scenario",
         "at 1|where the mean difference is zero; none: nowhere within the range",
         "undecided_from 1|from here to undecided_until the margin holds zero", "undecided_until"});
    for (const auto& one : all) {
        const auto found = break_even_of(one.points, indicator.better);
        const auto said = [&](Reading language) {
            return break_even_sentence({one, found, names, shown(indicator, noticeable, language)},
                                       indicator.better);
        };
        const auto nl = said(Reading::nl), en = said(Reading::en);
        for (const auto& point : one.points)
            out.add({names.options[one.option].name, names.options[one.reference].name,
                     std::string(indicator.name), one.mechanism, one.parameter,
                     std::string(name_of(found.who)), nl, en},
                    {point.value, point.difference.mean, point.difference.lower, point.difference.upper,
                     static_cast<double>(point.difference.n), one.stated, found.at, found.from, found.until});
    }
    return out;
}

}  // namespace weefsel::analysis
