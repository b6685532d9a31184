#include "analysis/decision/answer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "analysis/decision/shown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// How a verdict is said before the plain name, by Verdict; too_small twice, for less and for more.
struct Wording {
    const char *nl, *en;
};
constexpr std::array<Wording, 6> wordings{{
    {"een verschil zonder marge in {}", "a difference without a margin in {}"},
    {"precies evenveel {}", "exactly as much {}"},
    {"geen duidelijk verschil in {}", "no clear difference in {}"},
    {"iets meer {}, te weinig om te merken", "slightly more {}, too little to notice"},
    {"meer {}", "more {}"},
    {"minder {}", "less {}"},
}};
constexpr Wording slightly_less{"iets minder {}, te weinig om te merken",
                                "slightly less {}, too little to notice"};

/// Several of these in a row are said once: `no clear difference in a, b and c`.
bool said_once(Verdict verdict) {
    return verdict == Verdict::unclear || verdict == Verdict::same || verdict == Verdict::unknown;
}

std::string margin_text(const Interval& d, const Shown& how) {
    const bool dutch = how.language == Reading::nl;
    const int decimals = decimals_of(d, how);
    const auto text = [&](double value) { return difference_text(value, how, decimals); };
    std::string head = text(d.mean);
    if (!how.difference_unit.empty()) head += " " + how.difference_unit;
    return fmt::format("{}; {} {} {} {}", head, dutch ? "marge" : "margin", text(d.lower),
                       dutch ? "tot" : "to", text(d.upper));
}

Answer::Part part_of(const sim::Observable& observable, const Comparison& row,
                     const std::vector<Noticeable>& noticeable) {
    Answer::Part out;
    out.indicator = row.indicator;
    out.verdict = row.verdict;
    const auto& wording = row.verdict == Verdict::too_small && row.difference.mean < 0
                              ? slightly_less
                              : wordings.at(static_cast<std::size_t>(row.verdict));
    const auto nl = shown(observable, noticeable, Reading::nl),
               en = shown(observable, noticeable, Reading::en);
    out.said = {fmt::format(fmt::runtime(wording.nl), nl.name),
                fmt::format(fmt::runtime(wording.en), en.name)};
    if (row.verdict != Verdict::unknown && row.verdict != Verdict::same)
        out.margin = {margin_text(row.difference, nl), margin_text(row.difference, en)};
    return out;
}

/// `a, b and c`.
std::string listed(const std::vector<std::string>& items, const char* last) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i)
        out += (i == 0                  ? ""
                : i + 1 == items.size() ? fmt::format(" {} ", last)
                                        : std::string(", ")) +
               items[i];
    return out;
}

/// `a (margin) and b (margin)`; what is said once of several stands apart from the rest by a semicolon.
std::string said_of(const std::vector<Answer::Part>& parts, std::string BothLanguages::*language,
                    const char* last) {
    std::vector<std::vector<std::string>> groups;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == 0 || parts[i].verdict != parts[i - 1].verdict || !said_once(parts[i].verdict))
            groups.emplace_back();
        const auto& margin = parts[i].margin.*language;
        groups.back().push_back(parts[i].said.*language + (margin.empty() ? "" : " (" + margin + ")"));
    }
    std::vector<std::string> texts;
    bool several = false;
    for (const auto& group : groups) {
        several = several || group.size() > 1;
        texts.push_back(listed(group, last));
    }
    return several ? fmt::format("{}", fmt::join(texts, "; ")) : listed(texts, last);
}

BothLanguages sentence_of(const Answer::Option& option, const Names& names, int years, bool same_money) {
    const auto& mine = names.options[option.option];
    const auto& reference = names.options[names.reference];
    const auto nl = said_of(option.parts, &BothLanguages::nl, "en"),
               en = said_of(option.parts, &BothLanguages::en, "and");
    const char* year = years == 1 ? "year" : "years";
    if (same_money)
        return {fmt::format("Met evenveel geld geeft ‘{}’ na {} jaar, vergeleken met ‘{}’, {}.",
                            mine.label_nl, years, reference.label_nl, nl),
                fmt::format("With equal money ‘{}’, compared with ‘{}’, gives after {} {} {}.", mine.label_en,
                            reference.label_en, years, year, en)};
    return {fmt::format("Na {} jaar geeft ‘{}’, vergeleken met ‘{}’, {}.", years, mine.label_nl,
                        reference.label_nl, nl),
            fmt::format("After {} {} ‘{}’, compared with ‘{}’, gives {}.", years, year, mine.label_en,
                        reference.label_en, en)};
}

}  // namespace

std::vector<std::size_t> headlines(const std::vector<sim::Observable>& observables) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < observables.size(); ++i)
        if (observables[i].headline > 0) out.push_back(i);
    std::sort(out.begin(), out.end(),
              [&](auto a, auto b) { return observables[a].headline < observables[b].headline; });
    return out;
}

Answer answer_of(const Cube& cube, const std::vector<Comparison>& comparisons, const Names& names,
                 const std::vector<Noticeable>& noticeable, const std::vector<bool>& same_money) {
    const auto& observables = cube.layout().observables;
    Answer out;
    out.years = cube.layout().years();
    for (std::size_t o = 0; o < names.options.size(); ++o) {
        if (o == names.reference) continue;
        auto& option = out.options.emplace_back();
        option.option = o;
        for (const auto i : headlines(observables)) {
            const auto row = std::find_if(comparisons.begin(), comparisons.end(), [&](const Comparison& c) {
                return c.option == o && c.indicator == i && c.horizon_years == out.years;
            });
            sim::require(row != comparisons.end(), "every option, indicator and horizon is compared");
            option.parts.push_back(part_of(observables[i], *row, noticeable));
        }
        std::stable_sort(option.parts.begin(), option.parts.end(), [](const auto& a, const auto& b) {
            return clearness(a.verdict) < clearness(b.verdict);
        });
        for (std::size_t i = option.parts.size(); i-- > 1;) {
            auto& part = option.parts[i];
            if (part.verdict != option.parts[i - 1].verdict || !said_once(part.verdict)) continue;
            const auto& observable = observables[part.indicator];
            part.said = {shown(observable, noticeable, Reading::nl).name,
                         shown(observable, noticeable, Reading::en).name};
        }
        option.sentence = sentence_of(option, names, out.years, same_money.at(o));
    }
    return out;
}

std::vector<ResultTable> answer_tables(const Answer& answer, const Cube& cube, const Names& names) {
    ResultTable sentences("answer", {"option", "sentence_nl", "sentence_en"}, {"horizon year"});
    ResultTable parts("answer_parts",
                      {"option", "indicator", "verdict", "said_nl", "said_en", "margin_nl", "margin_en"},
                      {"horizon year"});
    const auto years = static_cast<double>(answer.years);
    for (const auto& option : answer.options) {
        const auto& name = names.options[option.option].name;
        sentences.add({name, option.sentence.nl, option.sentence.en}, {years});
        for (const auto& p : option.parts)
            parts.add({name, std::string(cube.layout().observables[p.indicator].name),
                       std::string(name_of(p.verdict)), p.said.nl, p.said.en, p.margin.nl, p.margin.en},
                      {years});
    }
    return {sentences, parts};
}

}  // namespace weefsel::analysis
