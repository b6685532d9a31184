#include "analysis/decision/net_present_value.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "sim/error.hpp"

using namespace weefsel;
using namespace weefsel::analysis;

TEST_CASE("100 a year for three years at the end of each year is worth what an annuity table says") {
    // (1 - 1.03^-3) / 0.03 = 2.828611, (1 - 1.045^-3) / 0.045 = 2.748964.
    const std::vector<double> amounts(3, 100.0);
    CHECK(present_value(amounts, 0.03, Moment::end) == Approx(282.8611).epsilon(1e-6));
    CHECK(present_value(amounts, 0.045, Moment::end) == Approx(274.8964).epsilon(1e-6));
    CHECK(present_value(amounts, 0.03, Moment::start) == Approx(282.8611 * 1.03).epsilon(1e-6));
    CHECK(present_value(amounts, 0.03) == Approx(282.8611 * std::sqrt(1.03)).epsilon(1e-6));
    CHECK(present_value(amounts, 0) == 300);
    CHECK(present_value({}, 0.03) == 0);
}

TEST_CASE("every payer has the value of their own stream") {
    // (year, payer): the first pays 10, 20; the second 0, 102.25 at the end of year 2 at 2.25 %.
    const auto values =
        present_values(std::vector<double>{10, 0, 20, 102.25}, 2, public_investment_rates.costs, Moment::end);
    REQUIRE(values.size() == 2);
    CHECK(values[0] == Approx(10 / 1.0225 + 20 / (1.0225 * 1.0225)));
    CHECK(values[1] == Approx(100 / 1.0225));
    CHECK_THROWS_AS(present_values(std::vector<double>{1, 2, 3}, 2, 0.0), sim::InvariantError);
}

TEST_CASE("in health care effects lose half of what costs lose") {
    const std::vector<double> late{0, 103.0 * 1.03, 0}, life{0, 101.5 * 1.015, 0};
    const auto both = present_costs_and_effects(late, life, health_care_rates, Moment::end);
    CHECK(both.costs == Approx(100));
    CHECK(both.effects == Approx(100));
    const auto plain = present_costs_and_effects(late, life, nominal_rates, Moment::end);
    CHECK(plain.costs == Approx(103 * 1.03));
}

TEST_CASE("an investment breaks even in the year from which it stays so") {
    const std::vector<double> net{-100, 50, 50, 10};
    CHECK(break_even_year(net, 0) == 3);
    // At 2.25 % the gains of years 2 and 3 are worth less than the 100 of year 1.
    CHECK(break_even_year(net, 0.0225) == 4);
    CHECK(break_even_year(net, 0.20) == std::nullopt);
}

TEST_CASE("what turns negative again has not broken even, and what never costs has at once") {
    CHECK(break_even_year(std::vector<double>{10, -20, 15, 1}, 0) == 3);
    CHECK(break_even_year(std::vector<double>{10, -20, 5}, 0) == std::nullopt);
    CHECK(break_even_year(std::vector<double>{0, 1}, 0.03) == 1);
    CHECK(break_even_year({}, 0) == std::nullopt);
}

TEST_CASE("a budget of four years adds up over payers and years, undiscounted") {
    const std::vector<double> amounts{100, 0, 100, -30, 80, -40, 60, -50, 1, 1};
    const auto table = budget_table(amounts, 2);
    REQUIRE(table.size() == 4);
    CHECK(table[0].total == 100);
    CHECK(table[1].by_payer == std::vector<double>{100, -30});
    CHECK(table[1].cumulated == 170);
    CHECK(table[3].year == 4);
    CHECK(table[3].total == 10);
    CHECK(table[3].cumulated == 220);
    const auto later = budget_table(amounts, 2, 4);
    REQUIRE(later.size() == 2);
    CHECK(later[0].cumulated == 10);
    CHECK(later[1].year == 5);
    CHECK(budget_table(amounts, 2, 6).empty());
}

TEST_CASE("half of a saving becomes cash a year and a half later, divided over two years") {
    // 100 in year 1: 50 in cash, of which half in year 2 and half in year 3; 40 in year 2 likewise.
    const auto cash = cashable(std::vector<double>{100, 40, 0, 0}, 0.5, 1.5);
    CHECK(cash == std::vector<double>{0, 25, 35, 10});
    CHECK(cashable(std::vector<double>{100, 40}, 1, 0) == std::vector<double>{100, 40});
    CHECK(cashable(std::vector<double>{100, 40}, 0.25, 1) == std::vector<double>{0, 25});
    CHECK(cashable(std::vector<double>{100, 40}, 1, 9.5) == std::vector<double>{0, 0});
    CHECK_THROWS_AS(cashable(std::vector<double>{1}, 1.1, 0), sim::InvariantError);
    CHECK_THROWS_AS(cashable(std::vector<double>{1}, 1, -1), sim::InvariantError);
}
