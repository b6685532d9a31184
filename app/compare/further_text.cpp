#include "app/compare/further_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/decision/wording.hpp"
#include "app/terminal/speech.hpp"
#include "app/terminal/texts.hpp"

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

std::string further_part(const Findings& found, const char* place, const BothLanguages& heading,
                         Reading language) {
    const auto* table = analysis::table_named(found.decision, place);
    if (table == nullptr || table->rows() == 0) return "";
    std::string out = wrapped(language == Reading::nl ? heading.nl : heading.en, page_width) + "\n";
    for (const auto& sentence : sentences_in(found, *table, language))
        out += wrapped("  " + sentence, page_width, "  ") + "\n";
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
    const auto* table = analysis::table_named(found.decision, "/menu");
    if (table == nullptr || table->rows() == 0) return "";
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

}  // namespace

std::string further_text(const Findings& found, Reading language) {
    return further_part(found, "only_narrowed",
                        {"Met alle mechanismen, en met alleen wat proeven hebben ingeperkt:",
                         "With all mechanisms, and with only those that trials narrowed:"},
                        language) +
           further_part(found, "/break_even",
                        {"Hoe sterk moet iets zijn voordat de andere optie wint?",
                         "How strong must something be before the other option wins?"},
                        language) +
           further_part(found, "/menu",
                        {"Wat zou één ding erbij toevoegen?", "What would one thing more add?"}, language) +
           menu_lines(found, language);
}

}  // namespace weefsel::app
