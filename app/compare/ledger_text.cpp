#include "app/compare/ledger_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/decision/ledger_summary.hpp"
#include "analysis/decision/wording.hpp"
#include "app/terminal/speech.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

constexpr double thousand = 1000;
using analysis::LedgerOf;
using analysis::LedgerRow;

/// With its sign; what rounds to nothing has none.
std::string whole(double months) { return std::round(months) == 0 ? "0" : fmt::format("{:+.0f}", months); }

std::string gained(const analysis::Interval& months, const Speech& say) {
    if (std::isnan(months.lower)) return whole(months.mean);
    return say("{} ({} tot {})", "{} ({} to {})", whole(months.mean), whole(months.lower),
               whole(months.upper));
}

std::string ledger_line(const std::string& name, const std::string& months, const std::string& fewer,
                        const std::string& more, const std::string& later, const std::string& earlier,
                        const std::string& nothing) {
    std::string text = padded(name, 39) + right_aligned(months, 21) + right_aligned(fewer, 7) +
                       right_aligned(more, 8) + right_aligned(later, 7) + right_aligned(earlier, 7) +
                       right_aligned(nothing, 11);
    return text.erase(text.find_last_not_of(' ') + 1) + "\n";
}

std::string option_table(const Findings& found, std::size_t option, const Speech& say) {
    const auto& cube = found.cube;
    const auto rows = analysis::ledger_rows(cube, LedgerOf::reference, option),
               placebo = analysis::ledger_rows(cube, LedgerOf::placebo, option);
    const auto of = [&](const LedgerRow& row, const char* entry) {
        return row.entries[analysis::ledger_entry(cube, entry)];
    };
    if (rows.empty()) return "";
    const auto number = [&](double value) { return say.fixed(value, 1); };
    const double residents = of(rows[0], "residents").mean;
    std::string out = wrapped(
        say("Wat er in {} niet gebeurde, \"{}\" vergeleken met \"{}\", per 1000 van de {} inwoners van maand "
            "0 "
            "(maal {} voor allemaal):",
            "What did not happen in {}, \"{}\" compared with \"{}\", per 1000 of the {} residents of month 0 "
            "(times {} for all of them):",
            say.counted(static_cast<std::size_t>(cube.layout().years()), noun::year),
            analysis::option_label(found.names, option, say.language()),
            analysis::option_label(found.names, found.names.reference, say.language()), say.fixed(residents),
            say.fixed(residents / thousand, 2)),
        page_width);
    out += "\n";
    out += say.dutch()
               ? ledger_line("", "maanden zonder", "voor-", "veroor-", "uitge-", "ver-", "placebo:") +
                     ledger_line("", "gewonnen (95 %)", "komen", "zaakt", "steld", "vroegd", "- / +")
               : ledger_line("", "event-free months", "pre-", "brought", "post-", "has-", "placebo:") +
                     ledger_line("", "gained (95 %)", "vented", "about", "poned", "tened", "- / +");
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const auto& row = rows[k];
        const auto& kind = cube.layout().ledger.kinds[row.kind];
        std::string nothing = "-";
        if (!placebo.empty())
            nothing = number(of(placebo[k], "prevented").mean + of(placebo[k], "postponed").mean) + " / " +
                      number(of(placebo[k], "brought_about").mean + of(placebo[k], "hastened").mean);
        out += ledger_line(say.dutch() ? kind.label_nl : kind.label_en,
                           gained(of(row, "event_free_months"), say), number(of(row, "prevented").mean),
                           number(of(row, "brought_about").mean), number(of(row, "postponed").mean),
                           number(of(row, "hastened").mean), nothing);
    }
    return out;
}

}  // namespace

std::string ledger_text(const Findings& found, analysis::Reading language) {
    const Speech say(language);
    std::string out;
    for (std::size_t o = 0; o < found.names.options.size(); ++o)
        if (o != found.names.reference) out += option_table(found, o, say) + "\n";
    if (found.cube.layout().ledger.kinds.empty()) return "";
    return out +
           wrapped(
               say("De maanden zijn wat de optie oplevert: geteld is de eerste keer na maand 0, zolang een "
                   "inwoner "
                   "er in beide levens is. Welke inwoners meetellen, hangt af van toeval dat in beide opties "
                   "hetzelfde is. Placebo: de optie tegen zichzelf, waarin professionals door toeval bij "
                   "anderen "
                   "komen: zoveel minder of latere (-) en meer of eerdere (+) gebeurtenissen betekenen "
                   "niets.",
                   "The months are what the option brings: they count the first time after month 0, as long "
                   "as a "
                   "resident is there in both lives. Which residents are counted depends on chance events "
                   "that both "
                   "options share. Placebo: the option against itself, where professionals by chance visit "
                   "others: "
                   "so many fewer or later (-) and more or earlier (+) events mean nothing."),
               page_width) +
           "\n\n";
}

}  // namespace weefsel::app
