#include "analysis/decision/answer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "analysis/decision/enough_worlds.hpp"
#include "analysis/decision/shown.hpp"
#include "analysis/decision/wording.hpp"
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

Answer::Part part_of(const sim::Observable& observable, const Comparison& row,
                     const std::vector<Noticeable>& noticeable) {
    Answer::Part out;
    out.indicator = row.indicator;
    out.verdict = row.verdict;
    out.reserve = reserve_of(row.difference, noticeable_of(noticeable, observable));
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

/// `a (margin) and b (margin)`; what is said once of several stands apart from the rest by a semicolon.
std::string said_of(const std::vector<Answer::Part>& parts, Reading reading) {
    const auto language = reading == Reading::nl ? &BothLanguages::nl : &BothLanguages::en;
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
        texts.push_back(listed(group, reading));
    }
    return several ? fmt::format("{}", fmt::join(texts, "; ")) : listed(texts, reading);
}

BothLanguages sentence_of(const Answer::Option& option, const Names& names, int years, SameMoney same_money) {
    const auto& mine = names.options[option.option];
    const auto& reference = names.options[names.reference];
    const auto nl = said_of(option.parts, Reading::nl), en = said_of(option.parts, Reading::en);
    const char* year = years == 1 ? "year" : "years";
    if (same_money != SameMoney::no) {
        const bool budget = same_money == SameMoney::budget;
        return {fmt::format("Met {} geeft ‘{}’ na {} jaar, vergeleken met ‘{}’, {}.",
                            budget ? "een even groot budget" : "evenveel geld", mine.label_nl, years,
                            reference.label_nl, nl),
                fmt::format("With {} ‘{}’, compared with ‘{}’, gives after {} {} {}.",
                            budget ? "an equal budget" : "equal money", mine.label_en, reference.label_en,
                            years, year, en)};
    }
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
                 const std::vector<Noticeable>& noticeable, const std::vector<SameMoney>& same_money) {
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

namespace {

/// What a monitor could see of what an answer says of options against another.
void ask_monitor(const Told& told, const std::vector<Comparison>& rows, std::size_t against,
                 std::vector<Answer::Option>& options) {
    const int year = told.cube.layout().years();
    for (auto& option : options)
        for (auto& part : option.parts) {
            const auto row_of = [&](std::size_t o) {
                return std::find_if(rows.begin(), rows.end(), [&](const Comparison& c) {
                    return c.option == o && c.indicator == part.indicator && c.horizon_years == year;
                });
            };
            part.reserve = reserve_of(told, part.indicator, row_of(option.option)->difference,
                                      row_of(against)->level.mean);
        }
}

ResultTable findings_table(const Answer& answer, const Cube& cube, const Names& names) {
    ResultTable out(
        "findings",
        {"question", "option", "against", "indicator", "reserve", "said_nl", "said_en", "sentence_nl",
         "sentence_en", "certainty_nl", "certainty_en"},
        {"year year|of the options", "months_after month|after the end of the option", "difference", "lower",
         "upper", "worlds", "residents 1|how many more or fewer adults that is",
         "left 1|share of the effect that is left after the end",
         "one_way 1|share of worlds in which it points as the mean does"});
    for (const auto& f : answer.findings)
        out.add(
            {std::string(name_of(f.question)), names.options[f.option].name, names.options[f.against].name,
             f.indicator ? std::string(cube.layout().observables[*f.indicator].name) : "",
             std::string(name_of(f.reserve)), f.said.nl, f.said.en, f.sentence.nl, f.sentence.en,
             f.certainty.nl, f.certainty.en},
            {static_cast<double>(f.year), static_cast<double>(f.months_after), f.difference.mean,
             f.difference.lower, f.difference.upper, static_cast<double>(f.difference.n), f.residents, f.left,
             f.one_way});
    return out;
}

ResultTable parts_table(const char* place) {
    return {place,
            {"option", "indicator", "verdict", "reserve", "said_nl", "said_en", "margin_nl", "margin_en"},
            {"horizon year"}};
}

void add_parts(const Answer::Option& option, const Cube& cube, const Names& names, double years,
               ResultTable& to) {
    for (const auto& p : option.parts)
        to.add({names.options[option.option].name, std::string(cube.layout().observables[p.indicator].name),
                std::string(name_of(p.verdict)), std::string(name_of(p.reserve)), p.said.nl, p.said.en,
                p.margin.nl, p.margin.en},
               {years});
}

/// What was said of each option, in a table of that name.
template <class All, class OptionOf>
ResultTable said_table(const char* place, const All& all, const Names& names, OptionOf option_of) {
    ResultTable out(place, {"option", "sentence_nl", "sentence_en"});
    for (const auto& one : all)
        out.add({names.options[option_of(one)].name, one.sentence.nl, one.sentence.en});
    return out;
}

}  // namespace

Answer whole_answer(const Told& told, const std::vector<SameMoney>& same_money) {
    auto out = answer_of(told.cube, told.against_reference, told.names, told.noticeable, same_money);
    ask_monitor(told, told.against_reference, told.names.reference, out.options);
    if (const auto nothing = told.names.nothing; nothing && !told.against_nothing.empty()) {
        Names names = told.names;
        names.reference = *nothing;
        out.against_nothing = answer_of(told.cube, told.against_nothing, names, told.noticeable,
                                        std::vector<SameMoney>(names.options.size(), SameMoney::no))
                                  .options;
        ask_monitor(told, told.against_nothing, *nothing, out.against_nothing);
    }
    out.findings = findings_of(told);
    out.met = whom_they_met(told, out.findings);
    out.missed = what_was_missed(told.cube, told.names);
    out.risks = risks_of(told);
    out.enough = enough_worlds_said(enough_worlds(told), told);
    return out;
}

std::vector<ResultTable> answer_tables(const Answer& answer, const Cube& cube, const Names& names) {
    ResultTable sentences("answer", {"option", "sentence_nl", "sentence_en"}, {"horizon year"});
    auto parts = parts_table("answer_parts"), of_work = parts_table("work_parts");
    const auto years = static_cast<double>(answer.years);
    for (const auto& option : answer.options) {
        sentences.add({names.options[option.option].name, option.sentence.nl, option.sentence.en}, {years});
        add_parts(option, cube, names, years, parts);
    }
    for (const auto& option : answer.against_nothing) add_parts(option, cube, names, years, of_work);
    std::vector<ResultTable> out{
        sentences,
        parts,
        of_work,
        findings_table(answer, cube, names),
        said_table("met", answer.met, names, [](const auto& one) { return one.option; }),
        said_table("who_was_missed", answer.missed, names, [](const auto& one) { return one.option; }),
        said_table("risks", answer.risks, names, [](const auto& one) { return one.counts.option; })};
    std::erase_if(out, [](const auto& table) { return table.rows() == 0; });
    return out;
}

}  // namespace weefsel::analysis
