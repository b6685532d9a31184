#include "app/compare/decision_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "analysis/decision/wording.hpp"
#include "app/terminal/speech.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

using analysis::ResultTable;
using analysis::table_named;

/// What is found, and the language in which it is said.
struct Telling {
    const Findings& found;
    Speech say;
};

Shown shown_of(const Telling& t, const std::string& indicator) {
    const auto& layout = t.found.cube.layout();
    return shown(layout.observables.at(*analysis::observable_named(layout, indicator)), t.found.noticeable,
                 t.say.language());
}

std::string label_of(const Telling& t, const std::string& option) {
    for (const auto& o : t.found.names.options)
        if (o.name == option) return t.say.dutch() ? o.label_nl : o.label_en;
    return option;
}

constexpr std::size_t option_column = 23, first_columns = option_column + 27;

/// How a row begins: option and indicator.
std::string row_of(const Telling& t, const ResultTable& table, std::size_t row, const Shown& how) {
    return padded("  " + label_of(t, table.text("option")[row]), option_column) +
           padded(how.name, first_columns - option_column);
}

/// The columns `first`, lower and upper of a row.
analysis::Interval interval_at(const ResultTable& table, const char* first, std::size_t row) {
    return {table.number(first)[row], table.number("lower")[row], table.number("upper")[row],
            static_cast<std::size_t>(table.number("worlds")[row])};
}

/// A part of an answer: a heading, then lines of a fixed layout, then words.
std::string part(const std::string& heading, const std::string& lines, const std::string& words) {
    if (lines.empty()) return "";
    return wrapped(heading, page_width) + "\n" + lines +
           (words.empty() ? "" : wrapped(words, page_width) + "\n") + "\n";
}

/// What is left of effects that people would notice; empty where there are none.
std::string fading(const Telling& t, const ResultTable& fade, double years_seen) {
    std::string out;
    for (std::size_t row = 0; row < fade.rows(); ++row) {
        const auto how = shown_of(t, fade.text("indicator")[row]);
        const auto verdict = judge(interval_at(fade, "effect_at_end", row), how);
        if (verdict != Verdict::higher && verdict != Verdict::lower) continue;
        const double year = fade.number("halved_after")[row];
        const auto years =
            t.say.counted(static_cast<std::size_t>(std::isnan(year) ? years_seen : year), noun::year);
        out +=
            t.say("{}{} met \"{}\" ({} {}), {}", "{}{} of \"{}\" ({} {}), {}", out.empty() ? "" : "; ",
                  how.name, label_of(t, fade.text("option")[row]),
                  difference_text(fade.number("effect_at_end")[row], how), how.difference_unit,
                  std::isnan(year)
                      ? t.say("na {} is er meer dan de helft over", "more than half is left after {}", years)
                      : t.say("na {} is er de helft of minder over", "half or less is left after {}", years));
    }
    return out;
}

/// Whether some option is clearly different once it has ended, in any year.
bool differs_clearly(const Telling& t, const ResultTable& ending) {
    for (std::size_t row = 0; row < ending.rows(); ++row) {
        const auto how = shown_of(t, ending.text("indicator")[row]);
        const auto verdict = judge(interval_at(ending, "difference", row), how);
        if (verdict == Verdict::higher || verdict == Verdict::lower) return true;
    }
    return false;
}

std::string ending_text(const Telling& t) {
    const auto* ending = table_named(t.found.decision, "ending");
    const auto* fade = table_named(t.found.decision, "fade_out");
    if (ending == nullptr || fade == nullptr || ending->rows() == 0) return "";
    const auto &years = ending->number("years_after"), &after = ending->number("ended_after_years");
    std::string lines;
    for (std::size_t row = 0; row < ending->rows(); ++row) {
        const bool last_of_its_kind = row + 1 == ending->rows() || years[row + 1] <= years[row];
        if (!last_of_its_kind) continue;
        const auto how = shown_of(t, ending->text("indicator")[row]);
        lines += row_of(t, *ending, row, how) + interval_text(interval_at(*ending, "difference", row), how) +
                 " " + how.difference_unit + "\n";
    }
    const auto words = fading(t, *fade, years.back());
    const auto in_years = [&](double n) { return t.say.counted(static_cast<std::size_t>(n), noun::year); };
    const auto worlds = static_cast<std::size_t>(ending->number("worlds").back());
    std::string said;
    if (words.empty()) {
        said = t.say(
            "Vergeleken met helemaal geen geldlijnen was er bij het einde geen duidelijk effect dat mensen "
            "zouden merken; hoe snel zo'n effect verdwijnt, is dus niet te zeggen.",
            "Against no lines at all there was no clear effect that people would notice when it was ended, "
            "so nothing is said of how fast one fades.");
        if (differs_clearly(t, *ending))
            said +=
                t.say(" Toch is er in een of meer jaren na het einde een duidelijk verschil met doorgaan.",
                      " Yet in some year after the end there is a clear difference from carrying on.");
    } else {
        said = t.say(
            "Van wat mensen bij het einde zouden merken, vergeleken met helemaal geen geldlijnen: {}. De "
            "maanden van de opzegtermijn tellen als na het einde.",
            "Of what people would notice against no lines at all when it was ended: {}. The months of "
            "notice count as after the end.",
            words);
    }
    return part(
        t.say("Wat verloren gaat als het stopt: gestopt na {} tegen doorgaan, {} later ({}):",
              "What is lost when it stops: ended after {} against carried on, {} later ({}):",
              in_years(after.back()), in_years(years.back()), t.say.counted(worlds, noun::simulation)),
        lines, said);
}

/// In one word.
std::string mechanism_name(const std::string& mechanism, const Speech& say) {
    constexpr std::array<std::array<std::string_view, 2>, 6> in_dutch{{{"hours", "uren"},
                                                                       {"tenure", "blijven"},
                                                                       {"gaps", "gaten"},
                                                                       {"selection", "keuze"},
                                                                       {"focus", "doel"},
                                                                       {"all", "samen"}}};
    for (const auto& [en, nl] : in_dutch)
        if (say.dutch() && en == mechanism) return std::string(nl);
    return mechanism;
}

/// A row for each mechanism, a column for each indicator. The table has them indicator by indicator.
std::string mechanisms_of(const Telling& t, const ResultTable& table, const std::string& option) {
    constexpr std::size_t first_column = 13, column = 29, max_columns = 3;
    std::string head(first_column, ' ');
    std::vector<std::pair<std::string, std::string>> lines;  // mechanism, what is said of it
    std::string indicator;
    std::size_t columns = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.text("option")[row] != option) continue;
        const auto how = shown_of(t, table.text("indicator")[row]);
        const bool next = table.text("indicator")[row] != indicator;
        if (next && ++columns > max_columns) break;
        if (next) head += padded(how.name, column);
        indicator = table.text("indicator")[row];
        const auto& mechanism = table.text("mechanism")[row];
        auto at =
            std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.first == mechanism; });
        if (at == lines.end())
            at = lines.insert(at, {mechanism, padded("  " + mechanism_name(mechanism, t.say), first_column)});
        at->second += padded(interval_text(interval_at(table, "value", row), how), column);
    }
    std::string out = head.erase(head.find_last_not_of(' ') + 1) + "\n";
    for (auto& [mechanism, text] : lines) out += text.erase(text.find_last_not_of(' ') + 1) + "\n";
    return out;
}

std::string mechanisms_text(const Telling& t) {
    const auto* table = table_named(t.found.decision, "mechanisms");
    if (table == nullptr) return "";
    std::string lines;
    for (const auto& option : t.found.names.options) {
        const auto& of = table->text("option");
        if (std::find(of.begin(), of.end(), option.name) == of.end()) continue;
        lines +=
            t.say("\"{}\" vergeleken met \"{}\":\n{}", "\"{}\" compared with \"{}\":\n{}",
                  label_of(t, option.name), label_of(t, t.found.names.options[t.found.names.reference].name),
                  mechanisms_of(t, *table, option.name));
    }
    return part(
        t.say("Welk mechanisme het deed, in het laatste jaar:", "Which mechanism did it, in the last year:"),
        lines,
        t.say("Uren: wat een euro koopt; blijven: hoe lang je erop kunt rekenen; gaten: maanden zonder werk; "
              "keuze: "
              "stoppen met wat niet werkt; doel: voor wie. Elk is wat het gemiddeld toevoegt, over alle "
              "volgordes "
              "waarin ze erbij kunnen komen (Shapley); samen: hun som. Ertussenin is het geld niet gelijk.",
              "Hours: what a euro buys; tenure: how long one can count on it; gaps: months without work; "
              "selection: "
              "stopping what does not work; focus: for whom. Each is what it adds on average over all orders "
              "in "
              "which they can be added (Shapley); all: their sum. In between money is not equal."));
}

/// As the report has it: two decimals.
std::string regret_in_digits(double regret, Shown how) {
    how.decimals = 2;
    return value_text(regret, how);
}

/// ` (margin 1.2 to 3.4)`; nothing where one pair of worlds cannot give one.
template <class Text>
std::string margin_text(double lower, double upper, Text text, const Speech& say) {
    return std::isnan(lower) ? "" : say(" (marge {} tot {})", " (margin {} to {})", text(lower), text(upper));
}

std::string lonely_years_text(const Telling& t) {
    const auto* table = table_named(t.found.decision, "lonely_years");
    if (table == nullptr) return "";
    std::string lines;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto n = [&](const char* column) { return table->number(column)[row]; };
        const auto years = [&](double value) { return t.say.fixed(value, 1); };
        const auto euros = [&](double value) { return t.say.fixed(value); };
        const auto margin = [&](const char* lower, const char* upper, const auto& text) {
            return margin_text(n(lower), n(upper), text, t.say);
        };
        std::string line = t.say(
            "\"{}\": {} jaren van ernstige eenzaamheid minder{} voor {} euro aan extra kosten{}, alle "
            "betalers "
            "samen; ",
            "\"{}\": {} years of severe loneliness less{} at {} euro of extra cost{}, all payers together; ",
            label_of(t, table->text("option")[row]), years(n("prevented")),
            margin("prevented_lower", "prevented_upper", years), euros(n("extra_cost")),
            margin("extra_cost_lower", "extra_cost_upper", euros));
        const auto& verdict = table->text("verdict")[row];
        if (verdict == "cost")
            line += t.say("{} euro per jaar minder{}.", "{} euro a year less{}.", euros(n("cost_per_year")),
                          margin("cost_lower", "cost_upper", euros));
        else if (verdict == "no_clear_difference")
            line += t.say("geen duidelijk verschil, dus ook geen prijs van een jaar minder.",
                          "no clear difference, so no cost of a year less.");
        else if (verdict == "saves_and_prevents")
            line += t.say("het voorkomt en bespaart.", "it prevents and saves.");
        else
            line += t.say("het veroorzaakt ernstige eenzaamheid, dus een jaar minder heeft geen prijs.",
                          "it brings about severe loneliness, so there is no cost of a year less.");
        lines += wrapped(line, page_width) + "\n";
    }
    return part(t.say("Wat een jaar ernstige eenzaamheid minder kost (contante waarde):",
                      "What a year of severe loneliness less costs (present value):"),
                lines,
                t.say("Uren die inwoners geven en zorg in gewonnen levensjaren tellen niet mee. Tel dit niet "
                      "op bij andere "
                      "maten van gezondheid: die overlappen.",
                      "Hours that residents give and care in added years of life are left out. Not to be "
                      "added to other "
                      "measures of health: they overlap."));
}

/// A group in words that people use.
std::string group_word(const std::string& group, const Speech& say) {
    if (group == "low") return say("laag inkomen", "low income");
    if (group == "high") return say("hoog inkomen", "high income");
    if (group == "outside_europe") return say("herkomst buiten Europa", "origin outside Europe");
    if (group == "netherlands") return say("herkomst Nederland", "origin the Netherlands");
    return group;
}
/// `low income against high income`, as the table has them.
std::string groups_of(const Telling& t, const ResultTable& table, std::size_t row) {
    return t.say("{} tegenover {}", "{} against {}", group_word(table.text("of")[row], t.say),
                 group_word(table.text("against")[row], t.say));
}

/// Each option's gap, and how much smaller or larger it is than that of the reference.
std::string gaps_text(const Telling& t) {
    const auto* table = table_named(t.found.decision, "gaps");
    if (table == nullptr) return "";
    std::string lines;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto how = shown_of(t, table->text("indicator")[row]);
        const auto n = [&](const char* column) { return table->number(column)[row]; };
        const auto groups = groups_of(t, *table, row);
        const bool is_first = row == 0 || groups != groups_of(t, *table, row - 1) ||
                              table->text("indicator")[row] != table->text("indicator")[row - 1];
        if (is_first) lines += "  " + how.name + ", " + groups + "\n";
        const analysis::Interval difference{n("difference"), n("lower"), n("upper"),
                                            static_cast<std::size_t>(n("pairs"))};
        lines += padded("    " + label_of(t, table->text("option")[row]), option_column) +
                 right_aligned(difference_text(n("gap"), how), 8) + " " + how.difference_unit +
                 (std::isnan(n("difference"))
                      ? t.say(", de vergelijking", ", the reference")
                      : t.say(", {} ten opzichte van de vergelijking", ", {} beside the reference",
                              interval_text(difference, how))) +
                 "\n";
    }
    return part(
        t.say("Hoe ver groepen in het laatste jaar uit elkaar liggen (de eerste min de tweede):",
              "How far apart groups are in the last year (the first minus the second):"),
        lines,
        t.say("Een kloof wordt kleiner als wie het slechter heeft vooruitgaat of als wie het beter heeft "
              "achteruitgaat: kijk in het rapport naar beide.",
              "A gap becomes smaller when the worse off gain or when the better off lose: look at both "
              "in the report."));
}

std::string monitor_text(const Telling& t) {
    const auto* table = table_named(t.found.decision, "monitor");
    if (table == nullptr) return "";
    std::string lines = std::string(first_columns, ' ') + right_aligned(t.say("verschil", "difference"), 11) +
                        right_aligned(t.say("valt op", "is seen"), 9) +
                        right_aligned(t.say("zeker vanaf", "sure from"), 12) + "\n";
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto how = shown_of(t, table->text("indicator")[row]);
        const auto n = [&](const char* column) { return table->number(column)[row]; };
        lines += row_of(t, *table, row, how) + right_aligned(difference_text(n("difference"), how), 11) +
                 right_aligned(t.say.fixed(100 * n("power")) + " %", 9) +
                 right_aligned(value_text(n("detectable"), how), 12) + " " + how.difference_unit + "\n";
    }
    return part(
        t.say("Had de eigen monitor van de gemeente het in jaar {} kunnen zien, met {} antwoorden hier?",
              "Could the city's own monitor have seen it in year {}, with {} respondents here?",
              t.say.fixed(table->number("year").front()), t.say.fixed(table->number("respondents").front())),
        lines,
        t.say("Valt op: de kans dat een toets op 5 % het vindt; die is 5 % waar er helemaal geen verschil "
              "is. Zeker "
              "vanaf: het verschil dat in acht van de tien keer wordt gevonden. Geen verschil zien is geen "
              "bewijs "
              "dat er geen is.",
              "Is seen: the chance that a test at 5 % finds it, which is 5 % where there is no difference at "
              "all. "
              "Sure from: the difference that is found eight times in ten. Not seeing one is no proof that "
              "there is "
              "none."));
}

/// Whose largest regret is smallest, by indicator. What is the same in the digits shown is said as the same:
/// nobody can choose by digits that are not there.
std::string least_regret(const Telling& t, const ResultTable& table) {
    std::string out;
    const auto& indicators = table.text("indicator");
    for (std::size_t first = 0, last = 0; first < table.rows(); first = last) {
        const auto how = shown_of(t, indicators[first]);
        std::vector<std::string> least;
        double smallest = 0;
        std::string shown_least;
        for (last = first; last < table.rows() && indicators[last] == indicators[first]; ++last) {
            const double largest = table.number("largest")[last];
            const auto text = regret_in_digits(largest, how);
            if (least.empty() || (text != shown_least && largest < smallest)) {
                least.clear();
                smallest = largest;
                shown_least = text;
            }
            if (text == shown_least) least.push_back("\"" + label_of(t, table.text("option")[last]) + "\"");
        }
        const auto with = least.size() == last - first
                              ? t.say("met elke optie even groot", "equally with every option")
                              : t.say("met {}", "with {}", analysis::listed(least, t.say.language()));
        out += t.say("{}in {} {} ({} {})", "{}in {} {} ({} {})",
                     !out.empty()
                         ? std::string("; ")
                         : t.say("De grootste spijt is het kleinst: ", "The largest regret is smallest: "),
                     how.name, with, shown_least, how.difference_unit);
    }
    return out + ".";
}

std::string regret_text(const Telling& t) {
    const auto* table = table_named(t.found.decision, "regret");
    if (table == nullptr) return "";
    std::string lines = std::string(first_columns, ' ') + right_aligned(t.say("beste in", "best in"), 9) +
                        right_aligned(t.say("gemiddeld", "on average"), 11) +
                        right_aligned(t.say("hooguit", "at most"), 9) + "\n";
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto how = shown_of(t, table->text("indicator")[row]);
        const auto n = [&](const char* column) { return table->number(column)[row]; };
        lines += row_of(t, *table, row, how) + right_aligned(t.say.fixed(100 * n("share_best")) + " %", 9) +
                 right_aligned(regret_in_digits(n("mean"), how), 11) +
                 right_aligned(regret_in_digits(n("largest"), how), 9) + " " + how.difference_unit + "\n";
    }
    return part(t.say("Spijt over {} {}: hoeveel slechter dan de beste optie daar:",
                      "Regret over {} {}: how much worse than the best option there:",
                      t.say.fixed(table->number("worlds").front()),
                      t.found.cube.shape().draws > 1 ? t.say("sets aannames", "sets of assumptions")
                                                     : t.say("gesimuleerde werelden", "simulated worlds")),
                lines, least_regret(t, *table));
}

}  // namespace

std::string decision_text(const Findings& found, analysis::Reading language) {
    const Telling t{found, Speech(language)};
    return ending_text(t) + mechanisms_text(t) + lonely_years_text(t) + gaps_text(t) + monitor_text(t) +
           regret_text(t);
}

}  // namespace weefsel::app
