#include "app/commands/new_scenario.hpp"
#include "models/scenario/read_scenario.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "models/process/funding/prices.hpp"
#include "models/question/scenario.hpp"
#include "models/study/equal_money.hpp"

namespace weefsel::app {
namespace {

constexpr const char* text = R"toml(
question = "With equal money: what does structural funding change, compared with projects?"

years        = 20          # simulated under each option
warmup_years = 15          # simulated under the policy of today, the same for all options
draws        = 15          # sets of assumptions: what nobody knows exactly is drawn anew in each
replicates   = 2           # worlds with other chance in each set; more of both make the margins narrower
seed         = 20220613    # the same seed gives the same results, on any machine
reference    = "projects"  # the option that the others are compared with
equal_money  = true        # refuse options that differ by more than 1 % in expected money
# prices     = "prices.toml" # tariffs of your own; absent: those of scenarios/prices/nl-2024.toml

@NEIGHBOURHOOD@
# What runs today, through the warm-up.
[[present.line]]
name = "welfare work"
form = "project"
buys = [ { role = "opbouwwerker", fte = 0.5 } ]

# Two ways to pay for the same work. `form` stands for a bundle of numbers (term_months, renewal,
# gap_months, notice_months, start_up_months, reporting_share, indexation, cut_hazard, review, pot,
# unspent); each may be written here apart. `weefsel check` shows what they come to.
[[option]]
name  = "projects"
label = { nl = "Projecten", en = "Projects" }

  [[option.line]]
  name = "community work"
  form = "project"
  buys = [ { role = "opbouwwerker", fte = 1.0 }, { place = "buurthuis", hours_week = 20 } ]

[[option]]
name  = "structural"
label = { nl = "Structureel", en = "Structural" }

  [[option.line]]
  name = "community work"
  form = "structural"
  # What the line buys, times the factor that `weefsel check` gives: so that both options are
  # expected to cost the same. Without euro_year a line costs what it buys. Besides posts and hours that
  # is public space, homes fit for old age, rides, training, network leaders and pay: docs/guides/policymaker.md.
@EURO_YEAR@
  buys = [ { role = "opbouwwerker", fte = 1.0 }, { place = "buurthuis", hours_week = 20 } ]

# What might happen on the way (optional).
# [[shock]]
# kind         = "pandemic"   # or "energy_crisis", "austerity", "refugees", "new_estate", "new_council"
# start_year   = 6
# months       = 18
# onset_chance = 0.05         # a year, from start_year on; without it the shock is certain

# Other values for what the model assumes (optional); `weefsel parameters` lists all.
# [parameters]
# "network.halflife_friend" = 9
)toml";

constexpr const char* example =
    R"toml(# The neighbourhood, typed in. Shares are 0 to 1; what is left out is filled with a national
# figure, and `weefsel check` says so. Figures are in "Kerncijfers wijken en buurten" of CBS.
# Instead of typing: a file of those, and the code of a buurt, a wijk or a municipality:
#   [neighbourhood]
#   kwb  = "kwb-2023.csv"
#   code = "BU03441234"
[neighbourhood]
name             = "Example"
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
low_income       = 0.48    # share of people in the lowest 40 % of the country
social_rent      = 0.45
owned            = 0.35
private_rent     = 0.20
urbanity         = 2       # 1 very urban .. 5 not urban)toml";

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

std::string with_euro_year(const std::string& title, const std::string& neighbourhood,
                           const std::string& line) {
    const std::string out =
        "# A scenario of Weefsel. Check it with `weefsel check FILE`, run it with `weefsel compare FILE`.\n"
        "title    = " +
        quoted(title) + text;
    return put_in(put_in(out, "@EURO_YEAR@", line), "@NEIGHBOURHOOD@",
                  neighbourhood.empty() ? example : neighbourhood);
}

}  // namespace

std::string new_scenario(const std::string& title, const std::string& neighbourhood) {
    constexpr double rounded_to = 100;
    const auto scenario = read_scenario_text(with_euro_year(title, neighbourhood, ""), "new scenario");
    const auto expected = expected_money(scenario);
    const double factor = expected.at(0).net() / expected.at(1).net();
    const double price = price_of(scenario.options.at(1).lines.at(0), scenario.parameters.funding);
    return with_euro_year(
        title, neighbourhood,
        fmt::format("  euro_year = {:.0f}", std::round(price * factor / rounded_to) * rounded_to));
}

}  // namespace weefsel::app
