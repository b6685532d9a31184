#include "models/study/equal_money.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "models/process/funding/contracts.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/funding/prices.hpp"
#include "models/process/professional/staffing.hpp"
#include "models/scenario/shock_plan.hpp"
#include "sim/dutch_number.hpp"

namespace weefsel {

namespace {

constexpr double tolerance = 0.01;  // MODEL 5.7: within 1 %
constexpr double whole = 1;         // not divided among neighbourhoods

/// Expected course of trust, as `follow_trust` and `official_leaves`.
std::vector<double> trust_course(const Policy& policy, const std::vector<LineGraph>& graphs, double trust,
                                 int months, const FundingParameters& p) {
    std::vector<LineCourse> courses;
    std::vector<double> connectors;
    double all = 0;
    for (std::size_t i = 0; i < graphs.size(); ++i) {
        courses.push_back(line_course(graphs[i], months));
        all += *policy.lines[i].euro_year;
        double fte = 0;
        for (const auto& purchase : policy.lines[i].buys)
            if (purchase.kind == Purchase::Kind::post && declared(purchase.role).between_organisations)
                fte += purchase.fte;
        connectors.push_back(fte);
    }
    std::vector<double> course;
    for (std::size_t month = 0; month < static_cast<std::size_t>(months); ++month) {
        double running = 0, begins = 0, fte = 0;
        for (std::size_t i = 0; i < courses.size(); ++i) {
            fte += courses[i].running[month] * connectors[i];
            running += courses[i].running[month] * *policy.lines[i].euro_year / all;
            begins += courses[i].begins[month] * *policy.lines[i].euro_year / all;
        }
        trust += (1 - trust) / p.trust_months * running + (1 - trust) * connector_share(fte, p) -
                 trust * p.trust_lost_at_tender * begins;
        if (!courses.empty()) trust *= 1 - official_loss(p);
        course.push_back(trust);
    }
    return course;
}

double price_of_hours(const FundingLine& line, const FundingParameters& p) {
    double price = 0;
    for (const auto& purchase : line.buys) {
        if (purchase.kind != Purchase::Kind::post) price += price_of(purchase, p);
    }
    return price;
}

/// Runs one policy and leaves its standing behind.
ExpectedMoney run_policy(const Policy& policy, FundingStanding& standing, FundingConditions conditions,
                         const Parameters& p) {
    std::vector<LineGraph> graphs;
    for (const auto& line : policy.lines)
        graphs.push_back(line_graph(line.terms, p.funding, conditions.months, line.start_months));
    conditions.trust = trust_course(policy, graphs, standing.trust, conditions.months, p.funding);
    if (!conditions.trust.empty()) standing.trust = conditions.trust.back();
    std::map<std::uint64_t, PostChances> after;
    ExpectedMoney sum;
    std::array<std::size_t, roles> ordinal{};
    for (std::size_t i = 0; i < policy.lines.size(); ++i) {
        const auto& line = policy.lines[i];
        sum += expected_rest(graphs[i], line.terms, price_of_hours(line, p.funding) / sim::months_per_year,
                             *line.euro_year, conditions, p);
        for (const auto& purchase : line.buys) {
            if (purchase.kind != Purchase::Kind::post) continue;
            const auto number =
                post_number(purchase.role, ordinal[static_cast<std::size_t>(purchase.role)]++);
            const auto known = standing.posts.find(number);
            auto chances = known != standing.posts.end() ? known->second
                           : standing.first              ? long_filled_post(p.professional)
                                                         : empty_post(p.professional);
            sum += expected_post(graphs[i], line.terms, purchase, chances, conditions, p);
            after[number] = std::move(chances);
        }
    }
    standing.posts = std::move(after);
    standing.first = false;
    return sum;
}

/// Share of the money that shocks are expected to take in each month of the options.
std::vector<double> austerity_course(const Scenario& scenario) {
    std::vector<double> course(static_cast<std::size_t>(scenario.months()), 0.0);
    for (const auto& shock : scenario.shocks) {
        if (shock.kind != ShockKind::austerity) continue;
        for (int month = 0; month < scenario.months(); ++month) {
            auto& share = course[static_cast<std::size_t>(month)];
            share = 1 - (1 - share) * (1 - shock.size * chance_at_work(shock, month));
        }
    }
    return course;
}

Remark unequal(const Option& option, const OptionMoney& money, const OptionMoney& reference, EqualMoney by) {
    const bool budget = by == EqualMoney::budget;
    const double mine = money.asked(by), other = reference.asked(by);
    std::string en = fmt::format(
        "option \"{}\" is expected to cost {:.0f} euros ({}, present value), the reference \"{}\" {:.0f}; "
        "allowed is a difference of 1 %; ",
        money.name, mine, budget ? "granted" : "granted minus returned", reference.name, other);
    std::string nl = fmt::format(
        "optie \"{}\" kost naar verwachting {:.0f} euro ({}, contante waarde), de vergelijking \"{}\" "
        "{:.0f}; "
        "het verschil mag 1 % zijn; ",
        money.name, mine, budget ? "toegekend" : "toegekend min teruggegeven", reference.name, other);
    if (const auto factor = equal_factor(money, reference, by)) {
        const auto digits = fmt::format("{:.4f}", *factor);
        en += fmt::format(
            "multiply euro_year of all its lines by {} to make them equal (weefsel check --fix does), or ",
            digits);
        nl += fmt::format(
            "vermenigvuldig euro_year van al haar geldlijnen met {} om ze gelijk te maken (weefsel check "
            "--fix "
            "doet dat), of ",
            sim::dutch_number(digits));
    }
    return {option.at, en + "set equal_money = false", nl + "zet equal_money = false"};
}

}  // namespace

MoneyForecast::MoneyForecast(const Scenario& scenario) : parameters_(scenario.parameters) {
    const auto& p = parameters_;
    standing_.trust = p.funding.trust_start;
    conditions_.months = scenario.warmup_months();
    run_policy(policy_of(scenario.present, whole, whole, p), standing_, conditions_, p);
    conditions_.months = scenario.months();
    conditions_.discount_rate = p.funding.discount_rate;
    conditions_.austerity = austerity_course(scenario);
}

OptionMoney MoneyForecast::of(const Option& option) const {
    auto standing = standing_;
    const auto policy = policy_of(option.lines, option.follow, whole, parameters_);
    return {option.name, policy.lines.empty(), run_policy(policy, standing, conditions_, parameters_)};
}

std::vector<OptionMoney> MoneyForecast::of(const std::vector<Option>& options) const {
    std::vector<OptionMoney> all;
    for (const auto& option : options) all.push_back(of(option));
    return all;
}

std::vector<OptionMoney> expected_money(const Scenario& scenario) {
    return MoneyForecast(scenario).of(scenario.options);
}

const OptionMoney* money_reference(const Scenario& scenario, const std::vector<OptionMoney>& all) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const OptionMoney& m) { return m.name == scenario.reference; });
    return found == all.end() || found->exempt ? nullptr : &*found;
}

std::optional<double> equal_factor(const OptionMoney& option, const OptionMoney& reference, EqualMoney by) {
    if (!(option.asked(by) > 0)) return std::nullopt;
    return reference.asked(by) / option.asked(by);
}

bool unequal_money(const OptionMoney& option, const OptionMoney& reference, EqualMoney by) {
    if (option.exempt || by == EqualMoney::no) return false;
    return std::abs(option.asked(by) - reference.asked(by)) > tolerance * reference.asked(by);
}

std::vector<Remark> unequal_options(const Scenario& scenario) {
    std::vector<Remark> out;
    if (!scenario.asks_equal_money()) return out;
    const auto all = expected_money(scenario);
    const auto* reference = money_reference(scenario, all);
    if (reference == nullptr) return out;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (unequal_money(all[i], *reference, scenario.equal_money))
            out.push_back(unequal(scenario.options[i], all[i], *reference, scenario.equal_money));
    return out;
}

std::vector<sim::Problem> check_equal_money(const Scenario& scenario) {
    std::vector<sim::Problem> out;
    for (const auto& remark : unequal_options(scenario)) out.push_back(remark.problem());
    return out;
}

}  // namespace weefsel
