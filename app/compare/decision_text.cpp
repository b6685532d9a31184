#include "app/compare/decision_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

using analysis::ResultTable;
using analysis::table_named;

Shown shown_of(const Findings& found, const std::string& indicator) {
    const auto& layout = found.cube.layout();
    return shown(layout.observables.at(*analysis::observable_named(layout, indicator)), found.noticeable);
}

std::string label_of(const Findings& found, const std::string& option) {
    for (const auto& o : found.names.options)
        if (o.name == option) return o.label_en;
    return option;
}

constexpr std::size_t option_column = 27, first_columns = option_column + 20;

/// How a row begins: option and indicator.
std::string row_of(const Findings& found, const ResultTable& table, std::size_t row, const Shown& how) {
    return padded("  " + label_of(found, table.text("option")[row]), option_column) +
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
std::string fading(const Findings& found, const ResultTable& fade, double years_seen) {
    std::string out;
    for (std::size_t row = 0; row < fade.rows(); ++row) {
        const auto how = shown_of(found, fade.text("indicator")[row]);
        const auto verdict = judge(interval_at(fade, "effect_at_end", row), how);
        if (verdict != Verdict::higher && verdict != Verdict::lower) continue;
        const double year = fade.number("halved_after")[row];
        out +=
            fmt::format("{}{} of \"{}\" ({} {}), {}", out.empty() ? "" : "; ", how.name,
                        label_of(found, fade.text("option")[row]),
                        difference_text(fade.number("effect_at_end")[row], how), how.difference_unit,
                        std::isnan(year) ? fmt::format("more than half is left after {}",
                                                       counted(static_cast<std::size_t>(years_seen), "year"))
                                         : fmt::format("half or less is left after {}",
                                                       counted(static_cast<std::size_t>(year), "year")));
    }
    return out;
}

/// Whether some option is clearly different once it has ended, in any year.
bool differs_clearly(const Findings& found, const ResultTable& ending) {
    for (std::size_t row = 0; row < ending.rows(); ++row) {
        const auto how = shown_of(found, ending.text("indicator")[row]);
        const auto verdict = judge(interval_at(ending, "difference", row), how);
        if (verdict == Verdict::higher || verdict == Verdict::lower) return true;
    }
    return false;
}

std::string ending_text(const Findings& found) {
    const auto* ending = table_named(found.decision, "ending");
    const auto* fade = table_named(found.decision, "fade_out");
    if (ending == nullptr || fade == nullptr || ending->rows() == 0) return "";
    const auto &years = ending->number("years_after"), &after = ending->number("ended_after_years");
    std::string lines;
    for (std::size_t row = 0; row < ending->rows(); ++row) {
        const bool last_of_its_kind = row + 1 == ending->rows() || years[row + 1] <= years[row];
        if (!last_of_its_kind) continue;
        const auto how = shown_of(found, ending->text("indicator")[row]);
        lines += row_of(found, *ending, row, how) +
                 interval_text(interval_at(*ending, "difference", row), how) + " " + how.difference_unit +
                 "\n";
    }
    const auto words = fading(found, *fade, years.back());
    const double last = years.back();
    const auto in_years = [](double n) { return counted(static_cast<std::size_t>(n), "year"); };
    const auto worlds = static_cast<std::size_t>(ending->number("worlds").back());
    return part(
        fmt::format("What is lost when it stops: ended after {} against carried on, {} later ({}):",
                    in_years(after.back()), in_years(last), counted(worlds, "simulation")),
        lines,
        words.empty()
            ? "Against no lines at all there was no clear effect that people would notice when it was "
              "ended, so nothing is said of how fast one fades." +
                  std::string(
                      differs_clearly(found, *ending)
                          ? " Yet in some year after the end there is a clear difference from carrying on."
                          : "")
            : "Of what people would notice against no lines at all when it was ended: " + words +
                  ". The months of notice count as after the end.");
}

/// A row for each mechanism, a column for each indicator. The table has them indicator by indicator.
std::string mechanisms_of(const Findings& found, const ResultTable& table, const std::string& option) {
    constexpr std::size_t first_column = 13, column = 29, max_columns = 3;
    std::string head(first_column, ' ');
    std::vector<std::pair<std::string, std::string>> lines;  // mechanism, what is said of it
    std::string indicator;
    std::size_t columns = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.text("option")[row] != option) continue;
        const auto how = shown_of(found, table.text("indicator")[row]);
        const bool next = table.text("indicator")[row] != indicator;
        if (next && ++columns > max_columns) break;
        if (next) head += padded(how.name, column);
        indicator = table.text("indicator")[row];
        const auto& mechanism = table.text("mechanism")[row];
        auto at =
            std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.first == mechanism; });
        if (at == lines.end()) at = lines.insert(at, {mechanism, padded("  " + mechanism, first_column)});
        at->second += padded(interval_text(interval_at(table, "value", row), how), column);
    }
    std::string out = head.erase(head.find_last_not_of(' ') + 1) + "\n";
    for (auto& [mechanism, text] : lines) out += text.erase(text.find_last_not_of(' ') + 1) + "\n";
    return out;
}

std::string mechanisms_text(const Findings& found) {
    const auto* table = table_named(found.decision, "mechanisms");
    if (table == nullptr) return "";
    std::string lines;
    for (const auto& option : found.names.options) {
        const auto& of = table->text("option");
        if (std::find(of.begin(), of.end(), option.name) == of.end()) continue;
        lines += fmt::format("\"{}\" compared with \"{}\":\n{}", option.label_en,
                             found.names.options[found.names.reference].label_en,
                             mechanisms_of(found, *table, option.name));
    }
    return part(
        "Which mechanism did it, in the last year:", lines,
        "Hours: what a euro buys; tenure: how long one can count on it; gaps: months without work; "
        "selection: stopping what does not work; focus: for whom. Each is what it adds on average over all "
        "orders in which they can be added (Shapley); all: their sum. In between money is not equal.");
}

/// As the report has it: two decimals.
std::string regret_in_digits(double regret, Shown how) {
    how.decimals = 2;
    return value_text(regret, how);
}

std::string whole_euros(double value) { return std::isnan(value) ? "-" : with_thousands(value); }

/// ` (margin 1.2 to 3.4)`; nothing where one pair of worlds cannot give one.
template <class Text>
std::string margin_text(double lower, double upper, Text text) {
    return std::isnan(lower) ? "" : fmt::format(" (margin {} to {})", text(lower), text(upper));
}

std::string lonely_years_text(const Findings& found) {
    const auto* table = table_named(found.decision, "lonely_years");
    if (table == nullptr) return "";
    std::string lines;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto n = [&](const char* column) { return table->number(column)[row]; };
        const auto years = [](double value) {
            constexpr int decimals = 1;
            return value_text(value, {"", "", "", 1, decimals});
        };
        std::string line = fmt::format(
            "\"{}\": {} years of severe loneliness less{} at {} euro of extra cost{}, all payers "
            "together; ",
            label_of(found, table->text("option")[row]), years(n("prevented")),
            margin_text(n("prevented_lower"), n("prevented_upper"), years), whole_euros(n("extra_cost")),
            margin_text(n("extra_cost_lower"), n("extra_cost_upper"), whole_euros));
        const auto& verdict = table->text("verdict")[row];
        if (verdict == "cost")
            line += fmt::format("{} euro a year less{}.", whole_euros(n("cost_per_year")),
                                margin_text(n("cost_lower"), n("cost_upper"), whole_euros));
        else if (verdict == "no_clear_difference")
            line += "no clear difference, so no cost of a year less.";
        else if (verdict == "saves_and_prevents")
            line += "it prevents and saves.";
        else
            line += "it brings about severe loneliness, so there is no cost of a year less.";
        lines += wrapped(line, page_width) + "\n";
    }
    return part(
        "What a year of severe loneliness less costs (present value):", lines,
        "Hours that residents give and care in added years of life are left out. Not to be added to other "
        "measures of health: they overlap.");
}

/// `low against high`, as the table has them.
std::string groups_of(const ResultTable& table, std::size_t row) {
    const auto plain = [](std::string word) {
        std::replace(word.begin(), word.end(), '_', ' ');
        return word;
    };
    return fmt::format("{}: {} against {}", table.text("grouping")[row], plain(table.text("of")[row]),
                       plain(table.text("against")[row]));
}

/// Each option's gap, and how much smaller or larger it is than that of the reference.
std::string gaps_text(const Findings& found) {
    const auto* table = table_named(found.decision, "gaps");
    if (table == nullptr) return "";
    std::string lines;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto how = shown_of(found, table->text("indicator")[row]);
        const auto n = [&](const char* column) { return table->number(column)[row]; };
        const bool is_first = row == 0 || groups_of(*table, row) != groups_of(*table, row - 1) ||
                              table->text("indicator")[row] != table->text("indicator")[row - 1];
        if (is_first) lines += "  " + how.name + ", " + groups_of(*table, row) + "\n";
        const analysis::Interval difference{n("difference"), n("lower"), n("upper"),
                                            static_cast<std::size_t>(n("pairs"))};
        lines +=
            padded("    " + label_of(found, table->text("option")[row]), option_column) +
            right_aligned(difference_text(n("gap"), how), 8) + " " + how.difference_unit +
            (std::isnan(n("difference")) ? std::string(", the reference")
                                         : ", which is " + interval_text(difference, how) + " beside it") +
            "\n";
    }
    return part("How far apart groups are in the last year (the first minus the second):", lines,
                "A gap becomes smaller when the worse off gain or when the better off lose: look at both in "
                "the report.");
}

std::string monitor_text(const Findings& found) {
    const auto* table = table_named(found.decision, "monitor");
    if (table == nullptr) return "";
    std::string lines = std::string(first_columns, ' ') + right_aligned("difference", 11) +
                        right_aligned("is seen", 9) + right_aligned("sure from", 11) + "\n";
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto how = shown_of(found, table->text("indicator")[row]);
        const auto n = [&](const char* column) { return table->number(column)[row]; };
        lines += row_of(found, *table, row, how) + right_aligned(difference_text(n("difference"), how), 11) +
                 right_aligned(fmt::format("{:.0f} %", 100 * n("power")), 9) +
                 right_aligned(value_text(n("detectable"), how), 11) + " " + how.difference_unit + "\n";
    }
    return part(
        fmt::format("Could the city's own monitor have seen it in year {:.0f}, with {:.0f} respondents here?",
                    table->number("year").front(), table->number("respondents").front()),
        lines,
        "Is seen: the chance that a test at 5 % finds it, which is 5 % where there is no difference at all. "
        "Sure from: "
        "the difference that is found eight times in ten. Not seeing one is no proof that there is none.");
}

/// Whose largest regret is smallest, by indicator. What is the same in the digits shown is said as the same:
/// nobody can choose by digits that are not there.
std::string least_regret(const Findings& found, const ResultTable& table) {
    std::string out;
    const auto& indicators = table.text("indicator");
    for (std::size_t first = 0, last = 0; first < table.rows(); first = last) {
        const auto how = shown_of(found, indicators[first]);
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
            if (text == shown_least)
                least.push_back("\"" + label_of(found, table.text("option")[last]) + "\"");
        }
        out += fmt::format("{}in {} {} ({} {})", out.empty() ? "The largest regret is smallest: " : "; ",
                           how.name,
                           least.size() == last - first ? "equally with every option"
                                                        : fmt::format("with {}", fmt::join(least, " and ")),
                           shown_least, how.difference_unit);
    }
    return out + ".";
}

std::string regret_text(const Findings& found) {
    const auto* table = table_named(found.decision, "regret");
    if (table == nullptr) return "";
    std::string lines = std::string(first_columns, ' ') + right_aligned("best in", 9) +
                        right_aligned("on average", 11) + right_aligned("at most", 9) + "\n";
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto how = shown_of(found, table->text("indicator")[row]);
        const auto n = [&](const char* column) { return table->number(column)[row]; };
        lines += row_of(found, *table, row, how) +
                 right_aligned(fmt::format("{:.0f} %", 100 * n("share_best")), 9) +
                 right_aligned(regret_in_digits(n("mean"), how), 11) +
                 right_aligned(regret_in_digits(n("largest"), how), 9) + " " + how.difference_unit + "\n";
    }
    return part(fmt::format("Regret over {:.0f} {}: how much worse than the best option there:",
                            table->number("worlds").front(),
                            found.cube.shape().draws > 1 ? "sets of assumptions" : "simulated worlds"),
                lines, least_regret(found, *table));
}

}  // namespace

std::string decision_text(const Findings& found) {
    return ending_text(found) + mechanisms_text(found) + lonely_years_text(found) + gaps_text(found) +
           monitor_text(found) + regret_text(found);
}

}  // namespace weefsel::app
