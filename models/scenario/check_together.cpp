#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "models/process/funding/prices.hpp"
#include "models/question/scenario_names.hpp"
#include "models/scenario/scenario_parts.hpp"

namespace weefsel::scenario_parts {
namespace {

constexpr std::string_view nothing = "nothing";

const sim::Place& place_of(const sim::Value& root, std::string_view key) {
    const auto* value = root.find(key);
    return value != nullptr ? value->at : root.at;
}

void check_options(const sim::Value& root, Scenario& out, Problems& problems) {
    if (out.options.empty()) {
        problems.push_back({place_of(root, "option"), "option is missing (at least one [[option]])"});
        return;
    }
    std::vector<std::string> names;
    for (const auto& option : out.options) {
        if (!option.name.empty() && std::find(names.begin(), names.end(), option.name) != names.end())
            problems.push_back({option.at, fmt::format("two options have the name \"{}\"", option.name)});
        names.push_back(option.name);
        if (option.lines.empty() && option.name != nothing)
            out.warnings.push_back(
                {option.at,
                 fmt::format("option \"{}\" has no lines; call it \"nothing\", as readers of other studies "
                             "know it",
                             option.name),
                 fmt::format("optie \"{}\" heeft geen geldlijnen; noem haar \"nothing\", zoals lezers van "
                             "andere studies haar kennen",
                             option.name)});
        const auto never = [&](int month, const sim::Place& at, const std::string& en,
                               const std::string& nl) {
            if (month >= out.months())
                out.warnings.push_back(
                    {at, fmt::format("option \"{}\"{} begins after the last year", option.name, en),
                     fmt::format("optie \"{}\"{} begint na het laatste jaar", option.name, nl)});
        };
        for (const auto& line : option.lines)
            never(line.start_months, line.at, fmt::format(", line \"{}\"", line.name),
                  fmt::format(", geldlijn \"{}\"", line.name));
        for (const auto& reorganisation : option.reorganisations)
            never(reorganisation.month, option.at, ": a reorganisation", ": een reorganisatie");
        if (option.finance.acts() && out.asks_equal_money())
            problems.push_back(
                {option.at,
                 fmt::format(
                     "option \"{}\": austerity_feedback, savings_to_front and care_budget_to_front change "
                     "the money of its lines as it goes, so equal money cannot be promised; set them to 0 or "
                     "set equal_money = false",
                     option.name)});
        if (option.finance.acts() && out.warmup_years == 0)
            problems.push_back(
                {option.at, fmt::format("option \"{}\": the budget for care is measured in the "
                                        "warm-up; warmup_years must be 1 or more",
                                        option.name)});
        if (!option.lines.empty() && option.name == nothing)
            out.warnings.push_back({option.at,
                                    "option \"nothing\" has lines, though the name says that it has none",
                                    "optie \"nothing\" heeft geldlijnen, al zegt de naam van niet"});
    }
    if (root.find("reference") == nullptr) {
        out.reference = names.front();
    } else if (std::find(names.begin(), names.end(), out.reference) == names.end() &&
               !out.reference.empty()) {
        problems.push_back(
            {place_of(root, "reference"),
             fmt::format("reference: found \"{}\", allowed is the name of an option ({}){}", out.reference,
                         fmt::join(names, ", "), sim::did_you_mean(out.reference, names))});
    } else if (out.reference.empty() && std::holds_alternative<std::string>(root.find("reference")->data)) {
        problems.push_back(
            {place_of(root, "reference"), "reference is empty (must be the name of an option)"});
    }
}

/// Support goes to a place that is there: of the neighbourhood itself, of the scenario, or opened by a line.
void check_support(Scenario& out, Problems& problems) {
    std::set<PlaceKind> there;
    for (const auto& place : out.places) there.insert(place.kind);
    for (std::size_t k = 0; k < place_kinds; ++k)
        for (const auto& figures : out.neighbourhoods)
            if (places_of_its_own(static_cast<PlaceKind>(k), figures.residents) > 0)
                there.insert(static_cast<PlaceKind>(k));
    const auto each_line = [&](auto&& act) {
        for (const auto& line : out.present) act(line);
        for (const auto& option : out.options)
            for (const auto& line : option.lines) act(line);
    };
    each_line([&](const FundingLine& line) {
        for (const auto& purchase : line.buys)
            if (purchase.kind == Purchase::Kind::place) there.insert(purchase.place);
    });
    std::vector<std::string> known;
    for (PlaceKind kind : there) known.push_back(word_of(kind, place_names));
    each_line([&](const FundingLine& line) {
        for (const auto& purchase : line.buys)
            if (purchase.kind == Purchase::Kind::support && there.count(purchase.place) == 0)
                problems.push_back(
                    {line.at,
                     fmt::format("support: there is no {} to support (there: {}; or add a [[place]])",
                                 word_of(purchase.place, place_names), fmt::join(known, ", "))});
    });
}

/// What has an effect in other studies only, or later than one may think.
void warn_about_division(Scenario& out) {
    const auto warn = [&](const FundingLine& line, const char* en, const char* nl) {
        if (line.divide != Divide::need) return;
        out.warnings.push_back({line.at, line.name + ": " + en, line.name + ": " + nl});
    };
    const bool alone = out.neighbourhoods.size() == 1;
    const auto without_effect = [&](const FundingLine& line) {
        warn(line, "divide has no effect in a study of one neighbourhood",
             "divide doet niets in een studie van één buurt");
    };
    for (const auto& line : out.present) {
        if (alone)
            without_effect(line);
        else
            warn(line,
                 "need is measured at the end of the warm-up, so through the warm-up this line is divided by "
                 "residents",
                 "de behoefte wordt aan het einde van de aanloop gemeten; tijdens de aanloop wordt deze "
                 "geldlijn dus naar inwoners verdeeld");
    }
    for (const auto& option : out.options)
        for (const auto& line : option.lines)
            if (alone) without_effect(line);
}

/// Money of an option a year, of lines of one kind. Unit: EUR.
template <class Counts>
double euros_of(const Option& option, const FundingParameters& p, Counts&& counts) {
    double euros = 0;
    for (const auto& line : option.lines)
        if (counts(line)) euros += line.euro_year.value_or(price_of(line, p));
    return euros;
}

/// Money that the state gives as incidental only cannot be turned into base funding: an option that has less
/// of it than another, and more under structural cover, needs other money for that.
void warn_about_incidental(Scenario& out) {
    const auto incidental = [&](const Option& o) {
        return euros_of(o, out.parameters.funding, [](const FundingLine& l) { return l.only_incidental; });
    };
    const auto structural = [&](const Option& o) {
        return euros_of(o, out.parameters.funding, [](const FundingLine& l) { return l.structural_cover; });
    };
    const auto holder =
        std::max_element(out.options.begin(), out.options.end(),
                         [&](const Option& a, const Option& b) { return incidental(a) < incidental(b); });
    if (holder == out.options.end()) return;
    for (const auto& option : out.options) {
        const double moved =
            std::min(incidental(*holder) - incidental(option), structural(option) - structural(*holder));
        if (moved < 1) continue;
        out.warnings.push_back(
            {option.at,
             fmt::format("option \"{}\": {:.0f} euros a year that \"{}\" has as money that may only be spent "
                         "incidentally (only_incidental) stand under structural cover here; that money "
                         "cannot be turned into base funding, so the option needs other money",
                         option.name, moved, holder->name),
             fmt::format(
                 "optie \"{}\": {:.0f} euro per jaar die \"{}\" heeft als geld dat alleen incidenteel "
                 "mag worden uitgegeven (only_incidental), heeft hier structurele dekking; dat geld "
                 "kan geen basisbekostiging worden, dus de optie heeft ander geld nodig",
                 option.name, moved, holder->name)});
    }
}

void check_neighbourhoods(Scenario& out, Problems& problems) {
    std::set<std::string> names;
    for (auto& figures : out.neighbourhoods) {
        if (figures.name.empty() || names.insert(figures.name).second) continue;
        const std::string with_code = figures.name + " (" + figures.code + ")";
        if (figures.code.empty() || !names.insert(with_code).second)
            problems.push_back(
                {figures.at, fmt::format("two neighbourhoods have the name \"{}\"", figures.name)});
        figures.name = with_code;
    }
    // Who lives somewhere follows from the code, or the name: twice the same would be the same people.
    std::set<std::string> keys;
    for (const auto& figures : out.neighbourhoods)
        if (!figures.code.empty() && !keys.insert(figures.code).second)
            problems.push_back(
                {figures.at, fmt::format("two neighbourhoods have the code \"{}\"", figures.code)});
}

}  // namespace

void check_together(const sim::Value& root, Scenario& out, Problems& problems) {
    check_options(root, out, problems);
    check_neighbourhoods(out, problems);
    if (!out.neighbourhoods.empty()) check_support(out, problems);
    if (!out.neighbourhoods.empty()) check_shocks(out, problems);
    warn_about_division(out);
    warn_about_incidental(out);
}

}  // namespace weefsel::scenario_parts
