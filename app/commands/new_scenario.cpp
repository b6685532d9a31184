#include "app/commands/new_scenario.hpp"
#include "models/scenario/read_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "app/terminal/texts.hpp"
#include "models/process/funding/prices.hpp"
#include "models/question/scenario.hpp"
#include "models/question/scenario_names.hpp"
#include "models/study/equal_money.hpp"

namespace weefsel::app {
namespace {

/// The scenario, with `[[nl text|en text]]` where a remark is in the reader's language and `@MARK@` where
/// something is put in.
constexpr const char* text = R"toml(
question = "[[Met evenveel geld: wat doet structureel geld, vergeleken met projecten?|With equal money: what does structural funding change, compared with projects?]]"

years        = 20          # [[zo lang loopt elke optie|simulated under each option]]
warmup_years = 15          # [[daarvoor, onder het beleid van nu; in elke optie hetzelfde|simulated under the policy of today, the same for all options]]
draws        = 15          # [[sets aannames: wat niemand precies weet, is in elke set opnieuw getrokken|sets of assumptions: what nobody knows exactly is drawn anew in each]]
replicates   = 2           # [[werelden met ander toeval in elke set; meer van beide maakt de marges smaller|worlds with other chance in each set; more of both make the margins narrower]]
seed         = 20220613    # [[hetzelfde startgetal geeft dezelfde uitkomst, op elke computer|the same seed gives the same results, on any machine]]
reference    = "projects"  # [[de optie waarmee de andere worden vergeleken|the option that the others are compared with]]
equal_money  = "net"       # [[weiger opties die naar verwachting meer dan 1 % verschillen in wat zij kosten (toegekend|refuse options that differ by more than 1 % in what they are expected to cost (granted]]
                           # [[min teruggegeven). "budget": in wat zij toegekend krijgen; false: nergens op letten.|minus returned). "budget": in what they are granted; false: whatever they cost.]]
                           # [[`weefsel check --fix` schrijft de bedragen die gelijk maken in dit bestand.|`weefsel check --fix` writes the amounts that make them equal into this file.]]
# prices     = "prices.toml" # [[eigen tarieven; zonder deze regel die van scenarios/prices/nl-2024.toml|tariffs of your own; absent: those of scenarios/prices/nl-2024.toml]]

@NEIGHBOURHOOD@
# [[Wat er nu loopt, tijdens de aanloop.|What runs today, through the warm-up.]]
[[present.line]]
name = "[[welzijnswerk|welfare work]]"
form = "project"
buys = [ { role = "opbouwwerker", fte = 0.5 } ]

# [[Twee manieren om hetzelfde werk te betalen. `form` staat voor een bundel getallen (term_months, renewal,|Two ways to pay for the same work. `form` stands for a bundle of numbers (term_months, renewal,]]
# [[gap_months, notice_months, start_up_months, reporting_share, indexation, cut_hazard, review, pot,|gap_months, notice_months, start_up_months, reporting_share, indexation, cut_hazard, review, pot,]]
# [[unspent); elk ervan mag hier ook apart staan. `weefsel check` laat zien waar het op uitkomt.|unspent); each may be written here apart. `weefsel check` shows what they come to.]]
[[option]]
name  = "projects"
label = { nl = "Projecten", en = "Projects" }

  [[option.line]]
  name = "[[opbouwwerk|community work]]"
  form = "project"
  buys = [ { role = "opbouwwerker", fte = 1.0 }, { place = "buurthuis", hours_week = 20 } ]

[[option]]
name  = "structural"
label = { nl = "Structureel", en = "Structural" }

  [[option.line]]
  name = "[[opbouwwerk|community work]]"
  form = "structural"
  # [[Het geld van deze lijn: zoveel dat beide opties naar verwachting evenveel kosten. Wat hij koopt, groeit of|The money of this line: so much that both options are expected to cost the same. What it buys grows or]]
  # [[krimpt mee. Zonder euro_year kost een lijn wat hij koopt.|shrinks with it. Without euro_year a line costs what it buys.]]
@EURO_YEAR@
  buys = [ { role = "opbouwwerker", fte = 1.0 }, { place = "buurthuis", hours_week = 20 } ]

# [[Wat `buys` kan kopen.|What `buys` can buy.]]
#
# [[{ role = "...", fte = 1.0 }: een professional|{ role = "...", fte = 1.0 }: a professional]]
@ROLES@#
# [[{ place = "...", hours_week = 20 }: een plek die zoveel uur per week open is, of { support = "...", hours_week = 4 }:|{ place = "...", hours_week = 20 }: a place that is open so many hours a week, or { support = "...", hours_week = 4 }:]]
# [[steun aan een plek die er al is. In een tabel place, voor plekken die er al zijn, staan dezelfde woorden achter kind.|support of one that is there. In a table place, for places that are there already, the same words stand behind kind.]]
@PLACES@#
# [[{ public_space = "street", quality = 0.3 } (of "park", "square"), { adapted_dwellings = 20 }, { transport = 30 }|{ public_space = "street", quality = 0.3 } (or "park", "square"), { adapted_dwellings = 20 }, { transport = 30 }]]
# [[(ritten per week), { training = 40 } (uren per medewerker per jaar), { network_leaders = 3 }, { pay = 0.1 } (10 % boven|(rides a week), { training = 40 } (hours a worker a year), { network_leaders = 3 }, { pay = 0.1 } (10 % above]]
# [[het tarief), { innovation = 0.1 } (deel van de uren voor iets nieuws), { by_street = 1 } (uren naar de behoefte per straat)|the tariff), { innovation = 0.1 } (share of hours for something new), { by_street = 1 } (hours by the need of streets)]]
#
# [[Voor wie het geld van een lijn is: goal = "...", samen met pot = "earmark"|Whom the money of a line is for: goal = "...", beside pot = "earmark"]]
@GOALS@
# [[Wat er onderweg kan gebeuren (hoeft niet).|What might happen on the way (optional).]]
# [[shock]]
# kind         = "pandemic"   # [[of|or]] "energy_crisis", "austerity", "refugees", "new_estate", "new_council"
# start_year   = 6
# months       = 18
# onset_chance = 0.05         # [[per jaar, vanaf start_year; zonder deze regel komt de schok zeker|a year, from start_year on; without it the shock is certain]]

# [[Andere waarden voor wat het model aanneemt (hoeft niet); `weefsel parameters` noemt ze allemaal.|Other values for what the model assumes (optional); `weefsel parameters` lists all.]]
# [parameters]
# "network.halflife_friend" = 9
)toml";

constexpr const char* example =
    R"toml(# [[De buurt, ingetypt. Aandelen zijn 0 tot 1; wat ontbreekt, wordt geschat uit de rest, en `weefsel check` zegt|The neighbourhood, typed in. Shares are 0 to 1; what is left out is imputed from the rest, and `weefsel check`]]
# [[hoe. De cijfers staan in "Kerncijfers wijken en buurten" van het CBS.|says how. Figures are in "Kerncijfers wijken en buurten" of CBS.]]
# [[In plaats van typen: dat bestand, en de code van een buurt, een wijk of een gemeente:|Instead of typing: a file of those, and the code of a buurt, a wijk or a municipality:]]
#   [neighbourhood]
#   kwb  = "kwb-2023.csv"
#   code = "BU03441234"
[neighbourhood]
name             = "[[Voorbeeld|Example]]"
residents        = 2500
age_0_14         = 400
age_15_24        = 300
age_25_44        = 700
age_45_64        = 650
age_65_over      = 450
households       = 1200
single           = 500
without_children = 340
with_children    = 360
low_income       = 0.48    # [[deel van de inwoners bij de laagste 40 % van het land|share of people in the lowest 40 % of the country]]
social_rent      = 0.45    # [[deel van de woningen: sociale huur|share of dwellings: social rent]]
owned            = 0.35    # [[koop|owned]]
private_rent     = 0.20    # [[particuliere huur|rented from others]]
urbanity         = 2       # [[1 zeer stedelijk .. 5 niet stedelijk|1 very urban .. 5 not urban]]
)toml";

constexpr std::size_t word_width = 24;

/// Chooses between the two texts of every `[[nl|en]]`; a header as `[[option]]` has no bar and stays.
std::string in_one_language(std::string_view both, const Speech& say) {
    std::string out;
    for (std::size_t at = 0; at < both.size();) {
        const auto open = both.find("[[", at);
        if (open == std::string_view::npos) return out.append(both.substr(at));
        const auto line_end = std::min(both.find('\n', open), both.size());
        const auto bar = both.substr(0, line_end).find('|', open);
        const auto header_end = both.find("]]", open) + 2;
        if (bar == std::string_view::npos || header_end <= bar) {
            out.append(both.substr(at, header_end - at));
            at = header_end;
            continue;
        }
        const auto close = both.find("]]", bar);
        out.append(both.substr(at, open - at));
        out.append(say.dutch() ? both.substr(open + 2, bar - open - 2)
                               : both.substr(bar + 1, close - bar - 1));
        at = close + 2;
    }
    return out;
}

/// Puts a text in the place of a mark.
std::string put_in(std::string whole, std::string_view mark, const std::string& text_there) {
    return whole.replace(whole.find(mark), mark.size(), text_there);
}

/// A text as TOML writes it.
std::string quoted(const std::string& plain) {
    std::string out = "\"";
    for (const char c : plain) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

/// A remark of a word that a scenario knows, and what it means.
std::string word_line(std::string_view word, const std::string& meaning) {
    return "#   " + padded(std::string(word), word_width) + meaning + "\n";
}

std::string without_article(std::string_view noun) { return std::string(noun.substr(noun.find(' ') + 1)); }

std::string role_lines(const Speech& say) {
    const FundingParameters prices;
    std::string out;
    for (const auto& role : roles_declared)
        out += word_line(role.name, say("{}, {} euro per jaar voor een fte", "{}, {} euro a year for an fte",
                                        without_article(say.dutch() ? role.a_nl : role.a_en),
                                        say.fixed(prices.*role.cost)));
    return out;
}

std::string place_lines(const Speech& say) {
    std::string out;
    for (const auto& place : place_kinds_declared)
        out += word_line(place.name, std::string(say.dutch() ? place.label_nl : place.label_en));
    return out;
}

std::string goal_lines(const Speech& say) {
    std::string out;
    for (std::size_t g = 0; g < goals; ++g)
        out += word_line(goal_names[g], std::string(say.dutch() ? goals_nl[g] : goals_en[g]));
    return out;
}

std::string with_euro_year(const std::string& title, const std::string& neighbourhood,
                           const std::string& line, const Speech& say) {
    const std::string head = say(
        "# Een scenario van Weefsel. Controleer het met `weefsel check BESTAND`, reken het door met `weefsel "
        "compare BESTAND`.\n",
        "# A scenario of Weefsel. Check it with `weefsel check FILE`, run it with `weefsel compare FILE`.\n");
    auto out = head + "title    = " + quoted(title) + in_one_language(text, say);
    out = put_in(std::move(out), "@EURO_YEAR@", line);
    out = put_in(std::move(out), "@ROLES@", role_lines(say));
    out = put_in(std::move(out), "@PLACES@", place_lines(say));
    out = put_in(std::move(out), "@GOALS@", goal_lines(say));
    return put_in(std::move(out), "@NEIGHBOURHOOD@",
                  neighbourhood.empty() ? in_one_language(example, say) : neighbourhood);
}

}  // namespace

std::string new_scenario(const std::string& title, const std::string& neighbourhood,
                         analysis::Reading language) {
    constexpr double rounded_to = 100;
    const Speech say(language);
    const auto scenario = read_scenario_text(with_euro_year(title, neighbourhood, "", say), "new scenario");
    const auto expected = expected_money(scenario);
    const double factor = expected.at(0).net() / expected.at(1).net();
    const double price = price_of(scenario.options.at(1).lines.at(0), scenario.parameters.funding);
    return with_euro_year(
        title, neighbourhood,
        fmt::format("  euro_year = {:.0f}", std::round(price * factor / rounded_to) * rounded_to), say);
}

}  // namespace weefsel::app
