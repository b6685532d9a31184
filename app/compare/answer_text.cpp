#include "app/compare/answer_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "app/compare/decision_text.hpp"
#include "app/compare/how_sure_text.hpp"
#include "app/compare/ledger_text.hpp"
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

std::string label(const Findings& found, std::size_t option) { return found.names.options[option].label_en; }

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    }
    return out;
}

std::string euros(double value) { return std::isnan(value) ? "-" : with_thousands(value, 2); }

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
std::string paid_more(const Findings& found, std::size_t option) {
    auto difference = net_by_world(found, option);
    const auto other = net_by_world(found, found.names.reference);
    for (std::size_t w = 0; w < difference.size(); ++w) difference[w] -= other[w];
    const auto all = analysis::interval_of_worlds(difference, found.cube.shape().replicates);
    const auto text = [](double value) { return difference_text(value, Shown{}); };
    if (std::isnan(all.lower)) return text(all.mean);
    return fmt::format("{} (margin {} to {})", text(all.mean), text(all.lower), text(all.upper));
}

/// Money and continuity in a sentence.
std::string second_sentence(const Findings& found, std::size_t option, int year) {
    const auto reference = found.names.reference;
    std::string out = fmt::format(
        "In the {} simulated the municipality paid {} euro a resident a year against {}, on average and not "
        "discounted; the difference is {}",
        counted(static_cast<std::size_t>(found.cube.layout().years()), "year"),
        euros(net_per_resident_year(found, option)), euros(net_per_resident_year(found, reference)),
        paid_more(found, option));
    if (const auto i = indicator_named(found, "same_worker_after_3_years")) {
        const auto how = shown(found.cube.layout().observables[*i], found.noticeable);
        const double mine = row_of(found, option, *i, year).level.mean;
        const double other = row_of(found, reference, *i, year).level.mean;
        if (!std::isnan(mine) && !std::isnan(other)) {
            out += fmt::format(
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
                  const std::string& heading) {
    std::string out = wrapped(heading, page_width) + "\n";
    out += line("", "year", "reference", "option", "difference (95 % interval)", "", "better");
    for (const auto name : indicators) {
        const auto indicator = indicator_named(found, name);
        if (!indicator) continue;
        const auto how =
            shown(analysis::observable_of(found.cube, found.names, *indicator), found.noticeable);
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
std::string noticeable_set(const Findings& found) {
    std::vector<std::string> parts;
    for (const auto& one : found.noticeable) {
        const auto indicator = indicator_named(found, one.indicator);
        if (!indicator) continue;
        const auto how =
            shown(analysis::observable_of(found.cube, found.names, *indicator), found.noticeable);
        parts.push_back(fmt::format("{} {:.6g} {}", how.name, how.noticeable, how.difference_unit));
    }
    return parts.empty()
               ? ""
               : wrapped("What people would notice was set: " + joined(parts) + ".", page_width) + "\n";
}

std::string legend(const Findings& found) {
    const auto pairs = found.cube.complete_worlds();
    return wrapped(fmt::format("*: the interval leaves out zero; (*): so too, but smaller than people would "
                               "notice; =: exactly "
                               "the same; no mark: no clear difference. better: share of {} in which the "
                               "option is the better "
                               "of the two, ties half.",
                               counted(pairs, "pair")),
                   page_width) +
           "\n" + noticeable_set(found);
}

/// Which options cost the same, and in what sense: the yearly amounts in the answer say something else.
std::string same_money(const Findings& found) {
    if (!found.scenario.equal_money)
        return "This scenario does not ask for equal money (equal_money = false): differences may be those "
               "of "
               "money.";
    std::vector<std::string> without;
    for (std::size_t o = 0; o < found.expected.size(); ++o)
        if (found.expected[o].exempt) without.push_back(fmt::format("\"{}\"", label(found, o)));
    std::string out;
    if (found.expected.size() - without.size() > 1)
        out = fmt::format(
            "{} cost the same within 1 % in present value, in which later euros count for less, as expected "
            "beforehand over {} years. The euro a resident a year in the answer is the average of what was "
            "paid in the years simulated, not discounted: it differs where options pay at other times, or "
            "where by chance a contract ends or a post is empty.",
            without.empty() ? "The options" : "The options with lines", found.expected_years);
    if (!without.empty())
        out += fmt::format("{}{} {} no lines: a difference from an option with lines may be that of money.",
                           out.empty() ? "" : " ", joined(without), without.size() == 1 ? "has" : "have");
    return out;
}

std::string money(const Findings& found) {
    const auto& reference = found.expected.at(found.names.reference);
    std::string out =
        fmt::format("Money, expected over {} years (present value at {:.2f} % a year):\n",
                    found.expected_years, 100 * found.scenario.parameters.funding.discount_rate);
    out += padded("", 35) + right_aligned("granted minus", 16) + right_aligned("as share of", 15) +
           right_aligned("direct hours", 16) + "\n";
    out += padded("option", 35) + right_aligned("returned, euro", 16) + right_aligned("reference", 15) +
           right_aligned("per 100 euro", 16) + "\n";
    for (std::size_t o = 0; o < found.expected.size(); ++o) {
        const auto& m = found.expected[o];
        out += padded(label(found, o), 35);
        if (m.exempt) {
            out += "  no lines: what runs today ends after its notice\n";
            continue;
        }
        const std::string share =
            reference.net() > 0 ? fmt::format("{:.1f} %", 100 * m.net() / reference.net()) : "-";
        out += right_aligned(with_thousands(m.net()), 16) + right_aligned(share, 15) +
               right_aligned(fmt::format("{:.2f}", 100 * m.hours_per_euro()), 16) + "\n";
    }
    const auto& options = found.scenario.options;
    if (std::any_of(options.begin(), options.end(), [](const Option& o) { return o.finance.acts(); }))
        out +=
            wrapped(
                "What options give to or take from their lines because of the money for care is not in this "
                "table: nobody can work it out beforehand. The sentence at the top holds it.",
                page_width) +
            "\n";
    return out +
           wrapped(same_money(found) +
                       " Direct hours are plain arithmetic of contracts, vacancies and "
                       "reporting, before any social effect.",
                   page_width) +
           "\n";
}

std::string compared(const Findings& found, std::size_t option) {
    return fmt::format("\"{}\" compared with the reference \"{}\"", label(found, option),
                       label(found, found.names.reference));
}

/// Who pays for care; hours, added years of life and what is no cash apart.
std::string care(const Findings& found) {
    if (found.names.derived.empty()) return "";
    std::string out;
    for (std::size_t o = 0; o < found.names.options.size(); ++o) {
        if (o == found.names.reference) continue;
        out +=
            table(found, o, of_care,
                  fmt::format("Care, euro of {} a resident in the year, {}:", price_year_of(found.scenario),
                              compared(found, o))) +
            "\n";
    }
    const auto& p = found.scenario.parameters.care;
    return out +
           wrapped(
               fmt::format(
                   "Own hours are informal care and volunteering at {:.0f} and {:.0f} euro an hour: no "
                   "money, and care that moves to families is no saving. A lower cost of care is not yet "
                   "cash: cash is the share that comes free ({:.0f}, {:.0f} and {:.0f} % for municipality, "
                   "insurers and state) of what was saved {:.0f} months before, without care in added years "
                   "of life.",
                   p.price_informal_hour, p.price_volunteer_hour, 100 * p.cashable_municipality,
                   100 * p.cashable_insurers, 100 * p.cashable_state, p.cashable_after),
               page_width) +
           "\n\n";
}

std::string limits(const Findings& found) {
    const std::string margins =
        found.scenario.draws > 1 ? "margins cover chance and the sets of assumptions."
                                 : "margins cover chance, not the uncertainty of the assumptions themselves.";
    constexpr std::string_view can =
        "What this run can tell: what follows from the assumptions listed by `weefsel parameters`, with the "
        "same people and the same chance events under each option. What it cannot: whether those assumptions "
        "hold "
        "here; ";
    return wrapped(std::string(can) + margins, page_width) + "\n";
}

}  // namespace

std::vector<bool> same_money_as_reference(const Scenario& scenario, const std::vector<OptionMoney>& expected,
                                          std::size_t reference) {
    std::vector<bool> out;
    for (const auto& option : expected)
        out.push_back(scenario.equal_money && !option.exempt && !expected.at(reference).exempt);
    return out;
}

double net_per_resident_year(const Findings& found, std::size_t option) {
    return analysis::interval_of_worlds(net_by_world(found, option), found.cube.shape().replicates).mean;
}

std::string answer_text(const Findings& found) {
    const int last = found.cube.layout().years();
    std::string out;
    for (const auto& option : found.answer.options) {
        out += wrapped(option.sentence.en, page_width) + "\n";
        out += wrapped(second_sentence(found, option.option, last), page_width) + "\n\n";
    }
    for (std::size_t o = 0; o < found.names.options.size(); ++o) {
        if (o != found.names.reference) out += table(found, o, tabled, compared(found, o) + ":") + "\n";
    }
    out += legend(found) + "\n" + ledger_text(found) + money(found) + "\n" + care(found);
    const auto& enough = found.answer.enough.en;
    return out + decision_text(found) + how_sure_text(found) +
           (enough.empty() ? "" : wrapped(enough, page_width) + "\n\n") + limits(found);
}

}  // namespace weefsel::app
