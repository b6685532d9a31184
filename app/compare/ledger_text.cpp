#include "app/compare/ledger_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/decision/ledger_summary.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

constexpr double thousand = 1000;
using analysis::LedgerOf;
using analysis::LedgerRow;

std::string number(double value, int digits = 1) {
    return std::isnan(value) ? "-" : fmt::format("{:.{}f}", value, digits);
}

/// With its sign; what rounds to nothing has none.
std::string whole(double months) { return std::round(months) == 0 ? "0" : fmt::format("{:+.0f}", months); }

std::string gained(const analysis::Interval& months) {
    if (std::isnan(months.lower)) return whole(months.mean);
    return fmt::format("{} ({} to {})", whole(months.mean), whole(months.lower), whole(months.upper));
}

std::string ledger_line(const std::string& name, const std::string& months, const std::string& fewer,
                        const std::string& more, const std::string& later, const std::string& earlier,
                        const std::string& nothing) {
    std::string text = padded(name, 31) + right_aligned(months, 24) + right_aligned(fewer, 8) +
                       right_aligned(more, 8) + right_aligned(later, 7) + right_aligned(earlier, 7) +
                       right_aligned(nothing, 14);
    return text.erase(text.find_last_not_of(' ') + 1) + "\n";
}

std::string option_table(const Findings& found, std::size_t option) {
    const auto& cube = found.cube;
    const auto rows = analysis::ledger_rows(cube, LedgerOf::reference, option),
               placebo = analysis::ledger_rows(cube, LedgerOf::placebo, option);
    const auto of = [&](const LedgerRow& row, const char* entry) {
        return row.entries[analysis::ledger_entry(cube, entry)];
    };
    if (rows.empty()) return "";
    std::string out = wrapped(
        fmt::format(
            "What did not happen in {}, \"{}\" compared with \"{}\", per 1000 of the {:.0f} residents "
            "of month 0 (times {:.2f} for all of them):",
            counted(static_cast<std::size_t>(cube.layout().years()), "year"),
            found.names.options[option].label_en, found.names.options[found.names.reference].label_en,
            of(rows[0], "residents").mean, of(rows[0], "residents").mean / thousand),
        page_width);
    out += "\n" + ledger_line("", "event-free months", "pre-", "brought", "post-", "has-", "placebo:");
    out += ledger_line("", "gained (95 %)", "vented", "about", "poned", "tened", "- / +");
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const auto& row = rows[k];
        std::string nothing = "-";
        if (!placebo.empty())
            nothing = number(of(placebo[k], "prevented").mean + of(placebo[k], "postponed").mean) + " / " +
                      number(of(placebo[k], "brought_about").mean + of(placebo[k], "hastened").mean);
        out +=
            ledger_line(cube.layout().ledger.kinds[row.kind].label_en, gained(of(row, "event_free_months")),
                        number(of(row, "prevented").mean), number(of(row, "brought_about").mean),
                        number(of(row, "postponed").mean), number(of(row, "hastened").mean), nothing);
    }
    return out;
}

}  // namespace

std::string ledger_text(const Findings& found) {
    std::string out;
    for (std::size_t o = 0; o < found.names.options.size(); ++o)
        if (o != found.names.reference) out += option_table(found, o) + "\n";
    if (found.cube.layout().ledger.kinds.empty()) return "";
    return out +
           wrapped(
               "The months are what the option brings: they count the first time after month 0, as long as "
               "a resident is there in both lives. Which residents are counted depends on chance events that "
               "both options share. "
               "Placebo: the option against itself, where professionals by chance visit others: so many "
               "fewer "
               "or later (-) and more or earlier (+) events mean nothing.",
               page_width) +
           "\n\n";
}

}  // namespace weefsel::app
