#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/trials/trial_output.hpp"

namespace weefsel::app {
namespace {

/// By what a trial acts: its sections in the plot.
enum class Mechanism : std::uint8_t {
    company,
    ties,
    places,
    professionals,
    workers,
    money,
    untreated,
    count
};

struct BothWords {
    const char *nl, *en;
};
constexpr std::array<BothWords, static_cast<std::size_t>(Mechanism::count)> section_titles{{
    {"Gezelschap: bellen, bezoeken, groepen", "Company: calls, visits, groups"},
    {"Banden: samen zitten, mengen, verhuizen", "Ties: side by side, mixing, moving"},
    {"Plekken, prijzen en straten", "Places, prices and streets"},
    {"Hulp van professionals", "Help by professionals"},
    {"Wie blijft en wie vertrekt", "Who stays and who leaves"},
    {"Geld van bewoners", "Residents' money"},
    {"Zonder behandeling", "Without treatment"},
}};

Mechanism of_dose(Deed what) {
    switch (what) {
        case Deed::call:
        case Deed::visit:
        case Deed::group:
            return Mechanism::company;
        case Deed::connect:
        case Deed::volunteer:
        case Deed::side_by_side:
            return Mechanism::ties;
        case Deed::money:
            return Mechanism::money;
        default:
            return Mechanism::professionals;
    }
}
Mechanism of_change(ChangeKind what) {
    switch (what) {
        case ChangeKind::relocate:
        case ChangeKind::mix:
            return Mechanism::ties;
        case ChangeKind::end_posts:
        case ChangeKind::absent:
            return Mechanism::workers;
        case ChangeKind::euro:
            return Mechanism::money;
        default:
            return Mechanism::places;
    }
}
Mechanism mechanism_of(const Trial& trial) {
    if (trial.kind == TrialKind::untreated) return Mechanism::untreated;
    const auto& arm = trial.arms.back();
    if (!arm.doses.empty()) return of_dose(arm.doses.front().what);
    if (!arm.changes.empty()) return of_change(arm.changes.front().what);
    const bool posts = std::any_of(arm.bought.begin(), arm.bought.end(), [](const FundingLine& line) {
        return line.buys.front().kind == Purchase::Kind::post;
    });
    return posts ? Mechanism::professionals : Mechanism::places;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    return out;
}

std::string both(const std::string& nl, const std::string& en) {
    return "<span lang=\"nl\">" + escaped(nl) + "</span><span lang=\"en\">" + escaped(en) + "</span>";
}
std::string both(const BothWords& words) { return both(words.nl, words.en); }

std::string figure(double x) {
    constexpr double small = 0.1, unseen = 0.0005;
    if (!std::isfinite(x)) return "–";
    return fmt::format("{:.{}f}", std::abs(x) < unseen ? 0.0 : x, std::abs(x) < small ? 3 : 2);
}
/// The same as Dutch writes it.
std::string in_dutch(std::string figure) {
    std::replace(figure.begin(), figure.end(), '.', ',');
    return figure;
}
std::string range(double middle, double low, double high) {
    const auto value = figure(middle), from = figure(low), to = figure(high);
    if (!(low < high)) return both(in_dutch(value), value);
    return both(in_dutch(fmt::format("{} ({} tot {})", value, from, to)),
                fmt::format("{} ({} to {})", value, from, to));
}

/// How effects are expressed, in the order of EffectAs.
constexpr std::array<BothWords, 6> expressed{{{"verschil", "difference"},
                                              {"in spreidingen", "in standard deviations"},
                                              {"verhouding", "ratio"},
                                              {"kansverhouding", "odds ratio"},
                                              {"hazardratio", "hazard ratio"},
                                              {"procent", "per cent"}}};

/// Places of values on the axis of one row; of a ratio by its logarithm.
class Axis {
public:
    static constexpr double width = 240, margin = 8;

    Axis(const TrialRow& row) : ratio_(row.target.ratio) {
        for (const double x : {row.target.no_effect(), row.target.low, row.target.high, row.published.low,
                               row.published.high, row.simulated.lower, row.simulated.upper})
            include(x);
        if (low_ == high_) high_ = low_ + 1;
    }
    [[nodiscard]] double at(double x) const {
        return margin + (width - 2 * margin) * (scaled(x) - low_) / (high_ - low_);
    }

private:
    [[nodiscard]] double scaled(double x) const { return ratio_ ? std::log(x) : x; }
    void include(double x) {
        if (!std::isfinite(scaled(x))) return;
        low_ = std::min(low_, scaled(x));
        high_ = std::max(high_, scaled(x));
    }
    bool ratio_;
    double low_ = std::numeric_limits<double>::max(), high_ = std::numeric_limits<double>::lowest();
};

std::string bar(const Axis& axis, const char* name, double y, double middle, double low, double high) {
    if (!std::isfinite(axis.at(middle))) return "";
    return fmt::format(
        "<line class=\"{0}\" x1=\"{1:.1f}\" x2=\"{2:.1f}\" y1=\"{3}\" y2=\"{3}\"/><circle class=\"{0}\" "
        "cx=\"{4:.1f}\" cy=\"{3}\" r=\"4\"/>",
        name, axis.at(low), axis.at(high), y, axis.at(middle));
}

/// Drawn beside the numbers, which say the same: nothing for who hears the page.
std::string drawing(const TrialRow& row) {
    const Axis axis(row);
    constexpr double top = 12, below = 28, height = 40;
    return fmt::format(
               "<svg aria-hidden=\"true\" viewBox=\"0 0 {} {}\"><line class=\"none\" x1=\"{:.1f}\" "
               "x2=\"{:.1f}\" y1=\"0\" y2=\"{}\"/>",
               Axis::width, height, axis.at(row.target.no_effect()), axis.at(row.target.no_effect()),
               height) +
           bar(axis, "printed", top, row.published.value, row.published.low, row.published.high) +
           bar(axis, "target", top, row.target.value, row.target.low, row.target.high) +
           bar(axis, "simulated", below, row.simulated.middle, row.simulated.lower, row.simulated.upper) +
           "</svg>";
}

std::string verdict_cell(TrialVerdict verdict) {
    constexpr std::array<BothWords, 4> words{{{"binnen", "inside"},
                                              {"buiten", "outside"},
                                              {"richting onzeker", "sign unsure"},
                                              {"niet gemeten", "not measured"}}};
    return both(words[static_cast<std::size_t>(verdict)]);
}

std::string table_row(const TrialRow& row) {
    const auto& m = *row.measure;
    const auto& as = expressed[static_cast<std::size_t>(m.as)];
    const bool one = m.at_months == 1;
    const auto cell = [](const BothWords& head, const std::string& text) {
        return fmt::format("<td data-nl=\"{}\" data-en=\"{}\">{}</td>", head.nl, head.en, text);
    };
    return fmt::format("<tr class=\"{}\"><th scope=\"row\">{} <small>{} · {}, {}</small></th>",
                       row.verdict == TrialVerdict::inside ? "in" : "out",
                       both(row.trial->title_nl, row.trial->title_en), escaped(row.trial->id),
                       escaped(m.what),
                       both(fmt::format("na {} {}, {}", m.at_months, one ? "maand" : "maanden", as.nl),
                            fmt::format("after {} {}, {}", m.at_months, one ? "month" : "months", as.en))) +
           cell({"Gepubliceerd", "Published"},
                range(row.published.value, row.published.low, row.published.high)) +
           cell({"Doel", "Target"}, range(row.target.value, row.target.low, row.target.high)) +
           cell({"Gesimuleerd", "Simulated"},
                range(row.simulated.middle, row.simulated.lower, row.simulated.upper)) +
           "<td class=\"drawing\">" + drawing(row) + "</td>" +
           cell({"Oordeel", "Verdict"}, verdict_cell(row.verdict)) + "</tr>\n";
}

constexpr const char* page_head = R"page(<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Weefsel: trials</title><style>
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#4d5560;--rule:#d5d9df;--printed:#8a9099;--target:#005a9c;--simulated:#c24a00}
@media(prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#eceff3;--soft:#b5bdc8;--rule:#3b434d;--printed:#8a9099;--target:#7fbdf2;--simulated:#f2a33c}}
body{background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;margin:1rem auto;padding:0 1rem;max-width:75rem}
#en:checked~main [lang=nl],#nl:checked~main [lang=en]{display:none}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-top:1px solid var(--rule);font-weight:400}
thead th{color:var(--soft)}small{display:block;color:var(--soft)}
svg{width:15rem;height:2.5rem}line{stroke-width:2}line.none{stroke:var(--rule)}
.printed{stroke:var(--printed);fill:var(--printed)}.target{stroke:var(--target);fill:var(--target)}.simulated{stroke:var(--simulated);fill:var(--simulated)}
circle.printed{fill:none}
.out td:last-child{font-weight:700}
@media(max-width:55rem){thead{display:none}tr,th,td{display:block;border:0;padding:.1rem 0}tr{border-top:1px solid var(--rule);padding:.6rem 0}
#nl:checked~main td[data-nl]::before{content:attr(data-nl)": ";color:var(--soft)}#en:checked~main td[data-en]::before{content:attr(data-en)": ";color:var(--soft)}svg{width:100%;max-width:20rem}}
</style></head><body>
<input type="radio" name="language" id="nl" checked><label for="nl">Nederlands</label>
<input type="radio" name="language" id="en"><label for="en">English</label>
<main>
)page";

std::string introduction(const TrialResults& results) {
    std::string out =
        "<h1>" + both("Onderzoeken nagespeeld", "Trials replayed") + "</h1><p>" +
        both(
            "Elke regel is een uitkomst van een gepubliceerd onderzoek. Grijs: zoals gepubliceerd, met het "
            "95 %-interval. Blauw: het doel, verkleind waar het onderzoek waarschijnlijk overdrijft. Oranje: "
            "wat het model laat zien, met 95 % van de trekkingen. De dunne lijn is geen effect. Een regel is "
            "binnen als het midden van het model in het doel ligt en, waar het hele doel aan één kant van de "
            "dunne lijn ligt, ook negen van de tien trekkingen.",
            "Each row is an outcome of a published study. Grey: as published, with the 95 % interval. Blue: "
            "the target, smaller where the study probably overstates. Orange: what the model shows, with 95 "
            "% of "
            "the draws. The thin line is no effect. A row is inside when the middle of the model lies in the "
            "target and, where all of the target lies on one side of the thin line, nine draws in ten do "
            "too.") +
        "</p>";
    const auto inside = results.count(TrialVerdict::inside);
    out += "<p>" +
           both(fmt::format("{} van {} uitkomsten liggen binnen.", inside, results.rows.size()),
                fmt::format("{} of {} outcomes lie inside.", inside, results.rows.size())) +
           "</p>";
    if (results.inert)
        out += "<p><strong>" +
               both("Elk effect van beleid op bewoners staat hier uit.",
                    "Every effect of policy on residents is off here.") +
               "</strong></p>";
    return out;
}

std::string section(Mechanism mechanism, const TrialResults& results) {
    std::string rows;
    for (const auto& row : results.rows)
        if (mechanism_of(*row.trial) == mechanism) rows += table_row(row);
    if (rows.empty()) return "";
    std::string heads;
    for (const auto& words : {BothWords{"Onderzoek", "Study"}, BothWords{"Gepubliceerd", "Published"},
                              BothWords{"Doel", "Target"}, BothWords{"Gesimuleerd", "Simulated"},
                              BothWords{"Figuur", "Figure"}, BothWords{"Oordeel", "Verdict"}})
        heads += "<th scope=\"col\">" + both(words) + "</th>";
    return "<section><h2>" + both(section_titles[static_cast<std::size_t>(mechanism)]) +
           "</h2><table><thead><tr>" + heads + "</tr></thead><tbody>\n" + rows +
           "</tbody></table></section>\n";
}

}  // namespace

std::string forest_plot(const TrialResults& results) {
    std::string out = page_head + introduction(results);
    for (std::size_t k = 0; k < static_cast<std::size_t>(Mechanism::count); ++k)
        out += section(static_cast<Mechanism>(k), results);
    return out + "</main></body></html>\n";
}

}  // namespace weefsel::app
