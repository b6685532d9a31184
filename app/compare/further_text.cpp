#include "app/compare/further_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/decision/break_even.hpp"
#include "analysis/decision/wording.hpp"
#include "app/terminal/speech.hpp"
#include "app/terminal/texts.hpp"
#include "models/study/break_even_mechanisms.hpp"

namespace weefsel::app {
namespace {

using analysis::BothLanguages;
using analysis::Reading;
using analysis::ResultTable;

/// Whether a row of the difference with only what trials narrowed is told: of the form of the money all
/// headlines, of the work the one that it was found to change.
bool is_told(const Findings& found, const ResultTable& table, std::size_t row) {
    if (table.name != "only_narrowed" || table.text("question")[row] == "form") return true;
    const auto& findings = found.answer.findings;
    return std::any_of(findings.begin(), findings.end(), [&](const analysis::Finding& f) {
        return f.question == analysis::Question::work && f.indicator &&
               found.names.options[f.option].name == table.text("option")[row] &&
               found.cube.layout().observables[*f.indicator].name == table.text("indicator")[row];
    });
}

/// The sentences of a table, each once, in their order.
std::vector<std::string> sentences_in(const Findings& found, const ResultTable& table, Reading language) {
    std::vector<std::string> out;
    const auto& all = table.text(language == Reading::nl ? "sentence_nl" : "sentence_en");
    for (std::size_t row = 0; row < all.size(); ++row)
        if (is_told(found, table, row) && std::find(out.begin(), out.end(), all[row]) == out.end())
            out.push_back(all[row]);
    return out;
}

constexpr const char *narrowed_place = "only_narrowed", *break_even_place = "/break_even",
                     *menu_place = "/menu";

BothLanguages heading_of(std::string_view place) {
    if (place == narrowed_place)
        return {"Met alle mechanismen, en met alleen wat proeven hebben ingeperkt:",
                "With all mechanisms, and with only those that trials narrowed:"};
    if (place == break_even_place)
        return {"Hoe sterk moet iets zijn voordat de andere optie wint?",
                "How strong must something be before the other option wins?"};
    return {"Wat zou één ding erbij toevoegen?", "What would one thing more add?"};
}

/// Nothing where there is no such table, or nothing in it.
const ResultTable* asked_table(const Findings& found, const char* place) {
    const auto* table = analysis::table_named(found.decision, place);
    return table == nullptr || table->rows() == 0 ? nullptr : table;
}

std::string further_part(const Findings& found, const char* place, Reading language) {
    const auto* table = asked_table(found, place);
    if (table == nullptr) return "";
    const auto heading = heading_of(place);
    std::string out = wrapped(language == Reading::nl ? heading.nl : heading.en, page_width) + "\n";
    for (const auto& sentence : sentences_in(found, *table, language))
        out += wrapped("  " + sentence, page_width, "  ") + "\n";
    return out;
}

/// Where something turns, mechanism by mechanism; the others in one sentence.
std::vector<std::string> break_even_in_short(const ResultTable& table, Reading language) {
    const bool dutch = language == Reading::nl;
    std::vector<std::string> out, others;
    const auto &who = table.text("who_wins"), &all = table.text("mechanism");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto here = all.begin() + static_cast<std::ptrdiff_t>(row);
        if (std::find(all.begin(), here, *here) != here) continue;  // another of its values
        if (who[row] == name_of(analysis::WhoWins::crosses) ||
            who[row] == name_of(analysis::WhoWins::perhaps)) {
            out.push_back(table.text(dutch ? "sentence_nl" : "sentence_en")[row]);
            continue;
        }
        for (const auto& known : break_even_mechanisms())
            if (known.name == *here) others.emplace_back(dutch ? known.nl : known.en);
    }
    if (!others.empty())
        out.push_back(fmt::format("{}{}.",
                                  dutch ? "Nergens in het onderzochte bereik wint de ander bij: "
                                        : "Nowhere within the range that was tried does the other win by: ",
                                  fmt::join(others, "; ")));
    return out;
}

/// As many as show two digits of the largest of a list, and at least two.
int decimals_for(double largest) {
    int decimals = 2;
    for (constexpr int most = 6; decimals < most && largest > 0 && largest < 0.1; ++decimals) largest *= 10;
    return decimals;
}

std::string per_text(const analysis::Interval& per, const Shown& how, int decimals) {
    if (std::isnan(per.mean)) return "-";
    const auto text = [&](double value) { return difference_text(value, how, decimals); };
    return fmt::format(fmt::runtime(how.language == Reading::nl ? "{} ({} tot {})" : "{} ({} to {})"),
                       text(per.mean), text(per.lower), text(per.upper));
}

/// Item by item for the first headline: for each 10,000 euro, with its margin and the chance of being best.
std::string menu_lines(const Findings& found, Reading language) {
    const auto* table = asked_table(found, menu_place);
    if (table == nullptr) return "";
    constexpr std::size_t label_width = 50, value_width = 32, cost_width = 10, chance_width = 8;
    const bool dutch = language == Reading::nl;
    const auto& layout = found.cube.layout();
    const auto& first = table->text("indicator").front();
    const auto how =
        shown(layout.observables.at(*analysis::observable_named(layout, first)), found.noticeable, language);
    std::string out = padded("  " + how.name, label_width) +
                      padded(dutch ? "per 10.000 euro" : "per 10,000 euro", value_width) +
                      right_aligned("euro", cost_width) +
                      right_aligned(dutch ? "kans" : "chance", chance_width) + "\n";
    const int decimals = decimals_for(std::abs(table->number("per_10000").front()) * how.factor);
    for (std::size_t row = 0; row < table->rows() && table->text("indicator")[row] == first; ++row) {
        const auto n = [&](const char* column) { return table->number(column)[row]; };
        const analysis::Interval per{n("per_10000"), n("per_10000_lower"), n("per_10000_upper"),
                                     static_cast<std::size_t>(n("worlds"))};
        const auto mark = n("assumed") > 0 ? " *" : "";
        out += padded("  " + table->text(dutch ? "label_nl" : "label_en")[row] + mark, label_width) +
               padded(per_text(per, how, decimals), value_width) +
               right_aligned(Speech(language).fixed(n("extra_cost")), cost_width) +
               right_aligned(
                   std::isnan(n("chance_best")) ? "-" : analysis::percentage_text(n("chance_best"), language),
                   chance_width) +
               "\n";
    }
    return out +
           wrapped(dutch ? "  * rust alleen op aannames. Euro: contante waarde, toegekend min terugbetaald."
                         : "  * rests on assumptions alone. Euro: present value, granted minus returned.",
                   page_width, "  ") +
           "\n";
}

/// What does most for each indicator for each 10,000 euro, and how many others cannot be told from it.
std::vector<std::string> menu_in_short(const Findings& found, const ResultTable& table, Reading language) {
    const bool dutch = language == Reading::nl;
    const auto& layout = found.cube.layout();
    const auto& indicators = table.text("indicator");
    std::vector<std::string> out;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (row > 0 && indicators[row] == indicators[row - 1]) continue;
        const auto n = [&](const char* column) { return table.number(column)[row]; };
        if (n("group") == 0) continue;
        std::size_t tied = 0;
        for (std::size_t k = row + 1; k < table.rows() && indicators[k] == indicators[row]; ++k)
            if (table.number("group")[k] == 1) ++tied;
        const auto how = shown(layout.observables.at(*analysis::observable_named(layout, indicators[row])),
                               found.noticeable, language);
        const analysis::Interval per{n("per_10000"), n("per_10000_lower"), n("per_10000_upper"),
                                     static_cast<std::size_t>(n("worlds"))};
        auto sentence = fmt::format(fmt::runtime(dutch ? "Per 10.000 euro het meest voor {}: {}{}, {} {}"
                                                       : "For each 10,000 euro most for {}: {}{}, {} {}"),
                                    how.name, table.text(dutch ? "label_nl" : "label_en")[row],
                                    n("assumed") == 0 ? ""
                                    : dutch           ? " (alleen op aannames)"
                                                      : " (on assumptions alone)",
                                    per_text(per, how, decimals_for(std::abs(per.mean) * how.factor)),
                                    how.difference_unit);
        if (tied > 0)
            sentence += fmt::format(
                fmt::runtime(dutch ? "; {} niet van te onderscheiden" : "; {} cannot be told from it"),
                Speech(language).counted(tied, noun::item));
        out.push_back(sentence + ".");
    }
    return out;
}

}  // namespace

std::string further_text(const Findings& found, Reading language) {
    return further_part(found, narrowed_place, language) + further_part(found, break_even_place, language) +
           further_part(found, menu_place, language) + menu_lines(found, language);
}

std::vector<Part> short_further_parts(const Findings& found, Reading language) {
    std::vector<Part> out;
    if (const auto* table = asked_table(found, menu_place))
        out.push_back({heading_of(menu_place), menu_in_short(found, *table, language)});
    if (const auto* table = asked_table(found, break_even_place))
        out.push_back({heading_of(break_even_place), break_even_in_short(*table, language)});
    if (const auto* table = asked_table(found, narrowed_place))
        out.push_back({heading_of(narrowed_place), sentences_in(found, *table, language)});
    return out;
}

}  // namespace weefsel::app
