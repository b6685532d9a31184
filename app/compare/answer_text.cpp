#include "app/compare/answer_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "analysis/decision/wording.hpp"
#include "app/compare/decision_text.hpp"
#include "app/compare/how_sure_text.hpp"
#include "app/compare/ledger_text.hpp"
#include "app/compare/money_text.hpp"
#include "app/terminal/speech.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

constexpr std::array<std::string_view, 10> tabled{
    "social_cohesion", "severely_lonely",   "lonely",
    "participation",   "volunteering",      "close_ties",
    "healthy",         "residents_reached", "same_worker_after_3_years",
    "initiatives"};
constexpr std::array<std::string_view, 9> of_care{
    "care_cost_municipality", "care_cost_insurers", "care_cost_state",
    "care_own_contributions", "own_hours_value",    "care_in_added_life",
    "cashable_municipality",  "cashable_insurers",  "cashable_state"};

std::optional<std::size_t> indicator_named(const Findings& found, std::string_view name) {
    const std::size_t all = found.cube.layout().observables.size() + found.names.derived.size();
    for (std::size_t i = 0; i < all; ++i) {
        if (analysis::observable_of(found.cube, found.names, i).name == name) return i;
    }
    return std::nullopt;
}

const analysis::Comparison& row_of(const Findings& found, std::size_t option, std::size_t indicator,
                                   int year) {
    for (const auto& row : found.comparisons) {
        if (row.option == option && row.indicator == indicator && row.horizon_years == year) return row;
    }
    throw sim::InvariantError("every option, indicator and horizon is compared");
}

std::string label(const Findings& found, std::size_t option, const Speech& say) {
    return analysis::option_label(found.names, option, say.language());
}

Shown shown_of(const Findings& found, std::size_t indicator, const Speech& say) {
    return shown(analysis::observable_of(found.cube, found.names, indicator), found.noticeable,
                 say.language());
}

std::string euros(double value, const Speech& say) { return say.fixed(value, 2); }

/// In month 0, mean over the worlds of the reference, as the report has it.
double residents_at_start(const Findings& found) {
    const auto population = analysis::observable_named(found.cube.layout(), "population");
    if (!population) return std::numeric_limits<double>::quiet_NaN();
    const std::size_t worlds = found.cube.shape().worlds();
    const auto months = static_cast<std::size_t>(found.cube.layout().months);
    std::vector<double> first;
    for (std::size_t w = 0; w < worlds; ++w)
        first.push_back(static_cast<double>(
            found.cube.indicator(*population)[(found.names.reference * worlds + w) * months]));
    return analysis::interval_of_worlds(first, found.cube.shape().replicates).mean;
}

/// Granted minus returned in each world, EUR per resident of month 0 a year; NaN in a world that is missing.
std::vector<double> net_by_world(const Findings& found, std::size_t option) {
    const auto& layout = found.cube.layout();
    const std::size_t worlds = found.cube.shape().worlds();
    const auto granted = analysis::flow_named(layout, "granted");
    const auto returned = analysis::flow_named(layout, "returned");
    if (!granted || !returned) return std::vector<double>(worlds, std::numeric_limits<double>::quiet_NaN());
    const double residents = residents_at_start(found);
    const std::size_t per_world = static_cast<std::size_t>(layout.years()) * layout.payers.size();
    std::vector<double> out(worlds, 0.0);
    for (std::size_t w = 0; w < worlds; ++w) {
        for (std::size_t i = 0; i < per_world; ++i) {
            const std::size_t at = (option * worlds + w) * per_world + i;
            out[w] += static_cast<double>(found.cube.money(*granted)[at]) -
                      static_cast<double>(found.cube.money(*returned)[at]);
        }
        out[w] /= layout.years() * residents;
    }
    return out;
}

/// What an option is paid more than the reference, with its margin over pairs.
std::string paid_more(const Findings& found, std::size_t option, const Speech& say) {
    auto difference = net_by_world(found, option);
    const auto other = net_by_world(found, found.names.reference);
    for (std::size_t w = 0; w < difference.size(); ++w) difference[w] -= other[w];
    const auto all = analysis::interval_of_worlds(difference, found.cube.shape().replicates);
    Shown how;
    how.language = say.language();
    const auto text = [&](double value) { return difference_text(value, how); };
    if (std::isnan(all.lower)) return text(all.mean);
    return say("{} (marge {} tot {})", "{} (margin {} to {})", text(all.mean), text(all.lower),
               text(all.upper));
}

/// Money and continuity in a sentence.
std::string second_sentence(const Findings& found, std::size_t option, int year, const Speech& say) {
    const auto reference = found.names.reference;
    std::string out = say(
        "In de {} van de simulatie betaalde de gemeente {} euro per inwoner per jaar tegen {}, gemiddeld en "
        "niet contant gemaakt; het verschil is {}",
        "In the {} simulated the municipality paid {} euro a resident a year against {}, on average and not "
        "discounted; the difference is {}",
        say.counted(static_cast<std::size_t>(found.cube.layout().years()), noun::year),
        euros(net_per_resident_year(found, option), say), euros(net_per_resident_year(found, reference), say),
        paid_more(found, option, say));
    if (const auto i = indicator_named(found, "same_worker_after_3_years")) {
        const auto how = shown_of(found, *i, say);
        const double mine = row_of(found, option, *i, year).level.mean;
        const double other = row_of(found, reference, *i, year).level.mean;
        if (!std::isnan(mine) && !std::isnan(other)) {
            out += say("; {} {} van de posten is bezet door wie er drie jaar eerder zat, tegen {} {}",
                       "; {} {} of the posts are held by who held them three years before, against {} {}",
                       value_text(mine, how), how.unit, value_text(other, how), how.unit);
        }
    }
    return out + ".";
}

std::string mark_of(Verdict verdict) {
    if (verdict == Verdict::higher || verdict == Verdict::lower) return "*";
    if (verdict == Verdict::too_small) return "(*)";
    return verdict == Verdict::same ? "=" : "";
}

std::string line(const std::string& name, const std::string& year, const std::string& reference,
                 const std::string& option, const std::string& difference, const std::string& mark,
                 const std::string& better) {
    std::string text = padded(name, 35) + right_aligned(year, 5) + right_aligned(reference, 11) +
                       right_aligned(option, 11) + "  " + padded(difference, 26) + padded(mark, 4) +
                       right_aligned(better, 6);
    return text.erase(text.find_last_not_of(' ') + 1) + "\n";
}

/// Rows of these indicators at every horizon, under a heading.
std::string table(const Findings& found, std::size_t option, std::span<const std::string_view> indicators,
                  const std::string& heading, const Speech& say) {
    std::string out = wrapped(heading, page_width) + "\n";
    out += say.dutch() ? line("", "jaar", "vergeleken", "optie", "verschil (95 %-marge)", "", "beter")
                       : line("", "year", "reference", "option", "difference (95 % interval)", "", "better");
    for (const auto name : indicators) {
        const auto indicator = indicator_named(found, name);
        if (!indicator) continue;
        const auto how = shown_of(found, *indicator, say);
        std::string title = how.unit.empty() ? how.name : fmt::format("{} ({})", how.name, how.unit);
        for (const int year : analysis::horizons(found.cube.layout().years())) {
            const auto& row = row_of(found, option, *indicator, year);
            const auto& reference = row_of(found, found.names.reference, *indicator, year);
            const std::string better = std::isnan(row.probability_better)
                                           ? ""
                                           : fmt::format("{:.0f} %", 100 * row.probability_better);
            out += line(title, std::to_string(year), value_text(reference.level.mean, how),
                        value_text(row.level.mean, how), interval_text(row.difference, how),
                        mark_of(row.verdict), better);
            title.clear();
        }
    }
    return out;
}

/// The thresholds that were set, in a sentence; empty where none was.
std::string noticeable_set(const Findings& found, const Speech& say) {
    std::vector<std::string> parts;
    for (const auto& one : found.noticeable) {
        const auto indicator = indicator_named(found, one.indicator);
        if (!indicator) continue;
        const auto how = shown_of(found, *indicator, say);
        parts.push_back(fmt::format("{} {} {}", how.name, say.general(how.noticeable), how.difference_unit));
    }
    if (parts.empty()) return "";
    return wrapped(say("Wat mensen zouden merken, is ingesteld: {}.", "What people would notice was set: {}.",
                       analysis::listed(parts, say.language())),
                   page_width) +
           "\n";
}

std::string legend(const Findings& found, const Speech& say) {
    return wrapped(
               say("*: de marge bevat nul niet; (*): ook niet, maar het verschil is te klein om te merken; "
                   "=: "
                   "precies gelijk; geen teken: geen duidelijk verschil. beter: deel van {} waarin de optie "
                   "de betere van de twee is; een gelijke stand telt half.",
                   "*: the interval leaves out zero; (*): so too, but smaller than people would notice; =: "
                   "exactly the same; no mark: no clear difference. better: share of {} in which the option "
                   "is the better of the two, ties half.",
                   say.counted(found.cube.complete_worlds(), noun::pair)),
               page_width) +
           "\n" + noticeable_set(found, say);
}

std::string compared(const Findings& found, std::size_t option, const Speech& say) {
    return say("\"{}\" vergeleken met \"{}\"", "\"{}\" compared with the reference \"{}\"",
               label(found, option, say), label(found, found.names.reference, say));
}

/// Who pays for care; hours, added years of life and what is no cash apart.
std::string care_text(const Findings& found, const Speech& say) {
    if (found.names.derived.empty()) return "";
    std::string out;
    for (std::size_t o = 0; o < found.names.options.size(); ++o) {
        if (o == found.names.reference) continue;
        out += table(found, o, of_care,
                     say("Zorg, euro van {} per inwoner in het jaar, {}:",
                         "Care, euro of {} a resident in the year, {}:", price_year_of(found.scenario),
                         compared(found, o, say)),
                     say) +
               "\n";
    }
    const auto& p = found.scenario.parameters.care;
    return out +
           wrapped(say("Eigen uren zijn mantelzorg en vrijwilligerswerk, voor {} en {} euro per uur: er gaat "
                       "geen geld "
                       "om, en zorg die naar families verschuift is geen besparing. Minder zorgkosten zijn "
                       "nog geen "
                       "geld in kas: dat is het deel dat vrijkomt ({}, {} en {} % voor gemeente, "
                       "verzekeraars en Rijk) "
                       "van wat {} maanden eerder is bespaard, zonder zorg in gewonnen levensjaren.",
                       "Own hours are informal care and volunteering at {} and {} euro an hour: no money, "
                       "and care that "
                       "moves to families is no saving. A lower cost of care is not yet cash: cash is the "
                       "share that "
                       "comes free ({}, {} and {} % for municipality, insurers and state) of what was saved "
                       "{} months "
                       "before, without care in added years of life.",
                       say.fixed(p.price_informal_hour), say.fixed(p.price_volunteer_hour),
                       say.fixed(100 * p.cashable_municipality), say.fixed(100 * p.cashable_insurers),
                       say.fixed(100 * p.cashable_state), say.fixed(p.cashable_after)),
                   page_width) +
           "\n\n";
}

std::string limits(const Findings& found, const Speech& say) {
    const std::string margins =
        found.scenario.draws > 1
            ? say("de marges gaan over toeval en over de sets aannames.",
                  "margins cover chance and the sets of assumptions.")
            : say("de marges gaan over toeval, niet over hoe onzeker de aannames zelf zijn.",
                  "margins cover chance, not the uncertainty of the assumptions themselves.");
    return wrapped(say("Wat deze run kan zeggen: wat er volgt uit de aannames die `weefsel parameters` "
                       "noemt, met "
                       "dezelfde mensen en hetzelfde toeval in elke optie. Wat hij niet kan zeggen: of die "
                       "aannames "
                       "hier kloppen; {}",
                       "What this run can tell: what follows from the assumptions listed by `weefsel "
                       "parameters`, "
                       "with the same people and the same chance events under each option. What it cannot: "
                       "whether "
                       "those assumptions hold here; {}",
                       margins),
                   page_width) +
           "\n";
}

}  // namespace

double net_per_resident_year(const Findings& found, std::size_t option) {
    return analysis::interval_of_worlds(net_by_world(found, option), found.cube.shape().replicates).mean;
}

std::string answer_text(const Findings& found, analysis::Reading language) {
    const Speech say(language);
    const int last = found.cube.layout().years();
    std::string out;
    for (const auto& option : found.answer.options) {
        out += wrapped(say.dutch() ? option.sentence.nl : option.sentence.en, page_width) + "\n";
        out += wrapped(second_sentence(found, option.option, last, say), page_width) + "\n\n";
    }
    for (std::size_t o = 0; o < found.names.options.size(); ++o) {
        if (o != found.names.reference)
            out += table(found, o, tabled, compared(found, o, say) + ":", say) + "\n";
    }
    out += legend(found, say) + "\n" + ledger_text(found, language) + money_text(found, say) + "\n" +
           care_text(found, say);
    const auto& enough = say.dutch() ? found.answer.enough.nl : found.answer.enough.en;
    return out + decision_text(found, language) + how_sure_text(found, language) +
           (enough.empty() ? "" : wrapped(enough, page_width) + "\n\n") + limits(found, say);
}

}  // namespace weefsel::app
