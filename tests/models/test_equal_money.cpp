#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/funding/council.hpp"
#include "models/study/equal_money.hpp"
#include "models/study/mend_money.hpp"
#include "tests/models/small_funding.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_equal_money {

namespace {

Option option_of(const std::string& name, std::vector<FundingLine> lines) {
    Option option;
    option.name = name;
    option.lines = std::move(lines);
    return option;
}

Scenario two_options(const LineTerms& first, const LineTerms& second, double fte = 1.5) {
    Scenario scenario;
    scenario.reference = "first";
    scenario.present = {line_of({fte_of(1), fte_of(0.5, Role::jongerenwerker)}, project_terms())};
    const std::vector<Purchase> buys = {fte_of(fte), fte_of(1, Role::connector),
                                        hours_of(PlaceKind::buurthuis, 20)};
    scenario.options = {option_of("first", {line_of(buys, first)}),
                        option_of("second", {line_of(buys, second)})};
    return scenario;
}

struct Seen {
    std::vector<double> granted, spent, returned, contracting, hours, held;
};

/// One keyed life of an option, in present value.
void live(const Scenario& scenario, const Option& option, std::uint32_t replicate, Seen& seen,
          bool with_councils = false) {
    const auto& p = scenario.parameters;
    SmallFunding small;
    small.parameters = p;
    small.draws = sim::RandomSource(99, replicate);
    small.begin(scenario.present);
    small.months(scenario.warmup_months());
    small.begin(option.lines);
    double granted = 0, spent = 0, returned = 0, contracting = 0, hours = 0;
    for (int month = 0; month < scenario.months(); ++month) {
        const bool austere = !scenario.shocks.empty() && month >= scenario.shocks[0].first_month &&
                             month < scenario.shocks[0].first_month + scenario.shocks[0].months;
        if (with_councils && month % 48 == 20)
            seat_council(small.lines, NewCouncil{1, month < 100 ? Goal::youth : Goal::lonely}, p.funding,
                         small.draws, small.now);
        small.month(austere ? scenario.shocks[0].size : 0);
        const double value = std::pow(1 + p.funding.discount_rate, -month / 12.0);
        const auto money = money_of(small.lines);
        granted += money.granted.value() * value;
        spent += money.spent.value() * value;
        returned += money.returned.value() * value;
        contracting += money.contracting.value() * value;
        for (const auto h : small.posts.direct_hours) hours += static_cast<double>(h) * value;
    }
    seen.granted.push_back(granted);
    seen.spent.push_back(spent);
    seen.returned.push_back(returned);
    seen.contracting.push_back(contracting);
    seen.hours.push_back(hours);
    seen.held.push_back(money_of(small.lines).held.value());
}

/// Three standard errors and a two-thousandth: trust enters the chain by its mean.
void require_near(const std::vector<double>& seen, double expected) {
    double mean = 0, square = 0;
    const auto n = static_cast<double>(seen.size());
    for (const double x : seen) mean += x / n;
    for (const double x : seen) square += (x - mean) * (x - mean) / (n - 1);
    CAPTURE(mean, expected, std::sqrt(square / n));
    REQUIRE(std::abs(mean - expected) < 3.5 * std::sqrt(square / n) + 0.0005 * std::abs(expected) + 1);
}

}  // namespace

TEST_CASE("the expectation without sampling is the mean of many lives") {
    auto first = project_terms();
    auto second = lasting_terms();
    const int variant = GENERATE(0, 1, 2, 3, 4, 5);
    if (variant == 1) {
        first.unspent = Unspent::carry;
        first.term_months = 12;
        second.unspent = Unspent::give_back;
        second.term_months = 0;
        second.indexation = 0.7;
        second.start_up_months = 5;
    }
    auto scenario = two_options(first, second);
    if (variant == 1) scenario.shocks = {shock_of(ShockKind::austerity, 30, 18, 0.3)};
    if (variant == 2) {
        scenario.parameters.funding.cut_depth = 1;
        scenario.parameters.funding.trust_hiring = 0.8;
    }
    if (variant == 3) {  // workers who stay longer the more is spent on their training
        scenario.parameters.funding.training_exit = 0.5;
        for (std::size_t i = 0; i < 2; ++i)
            scenario.options[i].lines[0].buys.push_back(
                amount_of(Purchase::Kind::training, i == 0 ? 30 : 1000));
    }
    if (variant == 4) {  // all that projects and contracts can do to selection, effort and trust
        auto& p = scenario.parameters.funding;
        for (auto& option : scenario.options)
            for (auto& line : option.lines) line.terms.review = 0.3;
        p.renewal_merit = 1;
        p.bids = 3;
        p.spill_over = 0.5;
        p.effort_new = p.slack = 0.3;
        p.effort_deadline = -0.2;
        p.official_exit = 1;
        p.official_takes = 1;
    }
    if (variant == 5) {  // higher pay, something new each year, and councils that set other goals
        auto& p = scenario.parameters;
        p.professional.pay_exit = p.professional.pay_vacancy = 0.8;
        p.funding.renewal_merit = p.funding.council_within = p.funding.council_review = 1;
        for (auto& option : scenario.options)
            for (const auto kind : {Purchase::Kind::pay, Purchase::Kind::innovation})
                option.lines[0].buys.push_back(amount_of(kind, 0.3));
    }
    const auto expected = expected_money(scenario);
    for (std::size_t i = 0; i < 2; ++i) {
        Seen seen;
        for (std::uint32_t replicate = 0; replicate < 1500; ++replicate) {
            live(scenario, scenario.options[i], replicate, seen, variant == 5);
        }
        CAPTURE(variant, i);
        require_near(seen.granted, expected[i].money.granted);
        require_near(seen.spent, expected[i].money.spent);
        require_near(seen.returned, expected[i].money.returned);
        require_near(seen.contracting, expected[i].money.contracting);
        require_near(seen.hours, expected[i].money.direct_hours);
        require_near(seen.held, expected[i].money.held);
    }
}

TEST_CASE("a line that never ends, is never cut and loses nobody costs its price, discounted") {
    Scenario scenario = two_options({}, {});
    auto& p = scenario.parameters;
    p.professional.exit_hazard = 0;
    p.funding.tender_cost = 0;
    p.professional.learning_months = 0;
    p.funding.effort_new = p.funding.slack = 0;
    scenario.present = {line_of({fte_of(1)})};
    scenario.options[0].lines = {line_of({fte_of(1)})};
    double value = 0;
    for (int month = 0; month < 240; ++month) value += std::pow(1.0225, -month / 12.0);
    const auto money = expected_money(scenario)[0];
    REQUIRE(money.net() == Approx(7500 * value));
    REQUIRE(money.money.direct_hours == Approx(125 * 0.9 * value));
    REQUIRE(money.hours_per_euro() == Approx(125 * 0.9 / 7500));
}

TEST_CASE("expected money balances: granted is spent, returned or held") {
    auto scenario = two_options(project_terms(), lasting_terms());
    scenario.parameters.funding.discount_rate = 0;
    for (const auto& option : expected_money(scenario)) {
        const auto& m = option.money;
        REQUIRE(m.granted == Approx(m.spent + m.returned + m.held));
    }
}

TEST_CASE("a shock of full austerity for a year, and full cuts, leave the books of expectation in balance") {
    auto scenario = two_options(project_terms(), lasting_terms());
    scenario.parameters.funding.discount_rate = 0;
    scenario.parameters.funding.cut_depth = 1;
    scenario.shocks = {shock_of(ShockKind::austerity, 30, 12, 1.0)};
    for (const auto& option : expected_money(scenario)) {
        const auto& m = option.money;
        REQUIRE(m.granted == Approx(m.spent + m.returned + m.held));
        REQUIRE(m.held >= 0);
    }
}

TEST_CASE("options of unequal money are told both figures and the factor that makes them equal") {
    auto scenario = two_options(project_terms(), lasting_terms());
    scenario.options.push_back(option_of("nothing", {}));
    scenario.options[1].at = {"s.toml", 12, 1};
    const auto problems = check_equal_money(scenario);
    REQUIRE(problems.size() == 1);
    REQUIRE(problems[0].at.line == 12);
    const auto all = expected_money(scenario);
    const double factor = all[0].net() / all[1].net();
    REQUIRE(problems[0].text.find(std::to_string(factor).substr(0, 5)) != std::string::npos);
    REQUIRE(all[2].exempt);

    auto& line = scenario.options[1].lines[0];
    line.euro_year = *policy_of({line}, 1, 1, scenario.parameters).lines[0].euro_year * factor;
    REQUIRE(check_equal_money(scenario).empty());
    scenario.options[1].lines[0].euro_year.reset();
    scenario.equal_money = EqualMoney::no;
    REQUIRE(check_equal_money(scenario).empty());
}

TEST_CASE("what is granted can be asked to be equal, and then what comes back may differ") {
    auto scenario = two_options(project_terms(), lasting_terms());
    scenario.equal_money = EqualMoney::budget;
    const auto money = [&] { return expected_money(scenario); };
    const auto factor = *equal_factor(money()[1], money()[0], EqualMoney::budget);
    CHECK(factor == Approx(money()[0].money.granted / money()[1].money.granted));
    REQUIRE(unequal_options(scenario).size() == 1);
    for (const auto& mended : mended_money(scenario))
        scenario.options[mended.option].lines[mended.line].euro_year = mended.after;
    CHECK(unequal_options(scenario).empty());
    CHECK(money()[1].money.granted == Approx(money()[0].money.granted).epsilon(0.01));
    CHECK(money()[1].net() > 1.01 * money()[0].net());
    CHECK(mended_money(scenario).empty());
    scenario.equal_money = EqualMoney::net;
    CHECK(unequal_options(scenario).size() == 1);
    scenario.equal_money = EqualMoney::no;
    CHECK(mended_money(scenario).empty());
}

TEST_CASE("all lines of an option are mended by one factor, to within a thousandth of the reference") {
    auto scenario = two_options(project_terms(), lasting_terms());
    scenario.options[1].lines.push_back(line_of({fte_of(0.7, Role::jongerenwerker)}, lasting_terms()));
    scenario.options[1].lines[1].name = "young";
    const auto mended = mended_money(scenario);
    REQUIRE(mended.size() == 2);
    CHECK(mended[0].after / mended[0].before == Approx(mended[1].after / mended[1].before).epsilon(2e-3));
    for (const auto& m : mended) scenario.options[m.option].lines[m.line].euro_year = m.after;
    const auto all = expected_money(scenario);
    CHECK(all[1].net() == Approx(all[0].net()).epsilon(1e-3));
}

TEST_CASE("options of equal numbers are expected to cost the same to the last bit") {
    const auto all = expected_money(two_options(project_terms(), project_terms()));
    REQUIRE(all[0].net() == all[1].net());
    REQUIRE(all[0].money.direct_hours == all[1].money.direct_hours);
}

}  // namespace weefsel::test_equal_money
