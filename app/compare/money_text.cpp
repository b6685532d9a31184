#include "app/compare/money_text.hpp"

#include <algorithm>
#include <vector>

#include "analysis/decision/wording.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

std::string label_of(const Findings& found, std::size_t option, const Speech& say) {
    return analysis::option_label(found.names, option, say.language());
}

/// Which options cost the same, and in what sense: the yearly amounts in the answer say something else.
std::string same_money(const Findings& found, const Speech& say) {
    if (!found.scenario.asks_equal_money())
        return say(
            "Dit scenario vraagt niet om evenveel geld (equal_money = false): een verschil kan ook door de "
            "hoeveelheid geld komen.",
            "This scenario does not ask for equal money (equal_money = false): differences may be those of "
            "money.");
    std::vector<std::string> without;
    for (std::size_t o = 0; o < found.expected.size(); ++o)
        if (found.expected[o].exempt) without.push_back(fmt::format("\"{}\"", label_of(found, o, say)));
    std::string out;
    if (found.expected.size() - without.size() > 1) {
        out = without.empty() ? say("De opties", "The options")
                              : say("De opties met geldlijnen", "The options with lines");
        out += found.scenario.equal_money == EqualMoney::budget
                   ? say(" krijgen evenveel geld toegekend", " are granted the same money")
                   : say(" kosten evenveel", " cost the same");
        out += say(
            " (binnen 1 %, in contante waarde, waarin latere euro's minder zwaar tellen), zoals vooraf "
            "verwacht over {} jaar. De euro's per inwoner per jaar in het antwoord zijn het gemiddelde van "
            "wat er in de jaren van de simulatie is betaald, niet contant gemaakt: dat verschilt als "
            "opties op andere momenten betalen, of als door toeval een contract eindigt of een post leeg "
            "staat.",
            " within 1 % in present value, in which later euros count for less, as expected beforehand "
            "over {} years. The euro a resident a year in the answer is the average of what was paid in "
            "the years simulated, not discounted: it differs where options pay at other times, or where "
            "by chance a contract ends or a post is empty.",
            found.expected_years);
    }
    if (without.empty()) return out;
    const auto those = analysis::listed(without, say.language());
    if (!out.empty()) out += " ";
    return out +
           (without.size() == 1
                ? say("{} heeft geen geldlijnen: een verschil met een optie die ze wel heeft, kan ook door "
                      "de "
                      "hoeveelheid geld komen.",
                      "{} has no lines: a difference from an option with lines may be that of money.", those)
                : say("{} hebben geen geldlijnen: een verschil met een optie die ze wel heeft, kan ook door "
                      "de hoeveelheid geld komen.",
                      "{} have no lines: a difference from an option with lines may be that of money.",
                      those));
}

/// A row of the table of money.
std::string money_row(const std::string& name, const std::string& net, const std::string& granted,
                      const std::string& share, const std::string& hours) {
    return padded(name, 30) + right_aligned(net, 18) + right_aligned(granted, 16) + right_aligned(share, 17) +
           right_aligned(hours, 17) + "\n";
}

}  // namespace

std::string money_text(const Findings& found, const Speech& say) {
    const auto& reference = found.expected.at(found.names.reference);
    const auto asked = found.scenario.equal_money;
    std::string out =
        say("Geld, verwacht over {} jaar (contante waarde bij {} % per jaar):\n",
            "Money, expected over {} years (present value at {} % a year):\n", found.expected_years,
            say.fixed(100 * found.scenario.parameters.funding.discount_rate, 2));
    out += say.dutch() ? money_row("", "toegekend min", "toegekend,", "deel van de", "directe uren") +
                             money_row("optie", "teruggegeven, euro", "euro", "vergelijking", "per 100 euro")
                       : money_row("", "granted minus", "granted,", "as share of", "direct hours") +
                             money_row("option", "returned, euro", "euro", "reference", "per 100 euro");
    for (std::size_t o = 0; o < found.expected.size(); ++o) {
        const auto& m = found.expected[o];
        if (m.exempt) {
            out += padded(label_of(found, o, say), 30) +
                   say("  geen geldlijnen: wat er nu loopt, eindigt na de opzegtermijn\n",
                       "  no lines: what runs today ends after its notice\n");
            continue;
        }
        const double of = reference.asked(asked);
        out += money_row(label_of(found, o, say), say.fixed(m.net()), say.fixed(m.money.granted),
                         of > 0 ? say.fixed(100 * m.asked(asked) / of, 1) + " %" : "-",
                         say.fixed(100 * m.hours_per_euro(), 2));
    }
    const auto& options = found.scenario.options;
    if (std::any_of(options.begin(), options.end(), [](const Option& o) { return o.finance.acts(); }))
        out +=
            wrapped(
                say("Wat opties door het geld voor zorg aan hun geldlijnen toevoegen of eraan onttrekken, "
                    "staat niet in deze tabel: dat is vooraf niet uit te rekenen. In de zin bovenaan zit "
                    "het wel.",
                    "What options give to or take from their lines because of the money for care is not in "
                    "this table: nobody can work it out beforehand. The sentence at the top holds it."),
                page_width) +
            "\n";
    return out +
           wrapped(
               same_money(found, say) +
                   say(" Directe uren zijn een rekensom met contracten, vacatures en verantwoording, nog "
                       "zonder effect op mensen.",
                       " Direct hours are plain arithmetic of contracts, vacancies and reporting, before any "
                       "social effect."),
               page_width) +
           "\n";
}

}  // namespace weefsel::app
