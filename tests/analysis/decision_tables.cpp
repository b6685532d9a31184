#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/decision/bootstrap_table.hpp"
#include "analysis/decision/lonely_years.hpp"
#include "analysis/decision/monitor_power.hpp"
#include "analysis/decision/net_present_value.hpp"
#include "analysis/decision/options_regret.hpp"
#include "analysis/decision/stopping.hpp"
#include "analysis/sensitivity/mechanism_shares.hpp"
#include "analysis/statistics/power.hpp"
#include "tests/analysis/hand_made_cube.hpp"

namespace weefsel::test_decision_tables {
using namespace weefsel::analysis;

namespace {

constexpr double float_error = 1e-6;  // cubes hold 32-bit numbers

Approx about(double value) { return Approx(value).margin(float_error); }

const std::vector<std::string_view> lonely_only{"severely_lonely"};

}  // namespace

TEST_CASE("an effect of 0.08 that halves every year after the end has a half-life of one year",
          "[decision]") {
    // Option b lowers the share from 0.20 to 0.12; stopped after two years, 0.04, 0.02, 0.01 of that are
    // left.
    const auto nothing = [](std::size_t w) { return 0.20 + 0.01 * static_cast<double>(w); };
    const auto simulated =
        hand_made_cube(2, 3, 5, [&](auto o, auto w, int) { return nothing(w) - 0.08 * (o == 1); });
    const auto again = hand_made_cube(2, 3, 5, [&](auto o, auto w, int year) {
        return o == 1 ? nothing(w) : nothing(w) - 0.08 * std::pow(0.5, std::max(0, year - 2));
    });
    const Stopped stopped{again, {1}, 2};
    const auto ending = ending_table(simulated, stopped, two_options(), lonely_only);
    REQUIRE(ending.rows() == 3);
    CHECK(ending.text("option") == std::vector<std::string>(3, "b"));
    CHECK(ending.number("years_after") == std::vector<double>{1, 2, 3});
    CHECK(ending.number("difference")[0] == about(0.04));
    CHECK(ending.number("difference")[2] == about(0.07));
    CHECK(ending.number("left")[1] == about(0.25));
    const auto fade = fade_out_table(simulated, stopped, two_options(), lonely_only);
    REQUIRE(fade.rows() == 1);
    CHECK(fade.number("effect_at_end")[0] == about(-0.08));
    CHECK(fade.number("half_life")[0] == Approx(1).margin(1e-4));
    CHECK(fade.number("worlds")[0] == 3);
    CHECK(fade.number("halved_after")[0] == 1);
}

TEST_CASE("options that are ended in the first replicate of the first draws are set beside the same worlds",
          "[decision]") {
    // Three draws of two replicates; of draws 0 and 1 the first replicate is simulated again: worlds 0 and 2.
    const auto of_world = [](std::size_t w) { return 0.1 * static_cast<double>(w); };
    const auto simulated = hand_made_cube(
        2, 6, 2, [&](auto, auto w, int) { return of_world(w); }, {}, 2);
    const auto again = hand_made_cube(
        2, 2, 2, [&](auto, auto w, int) { return of_world(2 * w) + 0.03; }, {}, 1);
    const auto ending = ending_table(simulated, {again, {1}, 1}, two_options(), lonely_only);
    CHECK(ending.number("difference")[0] == about(0.03));
    CHECK(ending.number("upper")[0] == about(0.03));
    CHECK(ending.number("worlds")[0] == 2);
}

TEST_CASE("of an effect that luck hides nobody says how fast it fades", "[decision]") {
    const auto simulated = hand_made_cube(2, 2, 3, [](auto o, auto w, int) { return 0.2 + 0.01 * (o == w); });
    const auto again = hand_made_cube(2, 2, 3, [](auto, auto, int) { return 0.2; });
    const auto fade = fade_out_table(simulated, {again, {1}, 1}, two_options(), lonely_only);
    CHECK(std::isnan(fade.number("half_life")[0]));
    CHECK(std::isnan(ending_table(simulated, {again, {1}, 1}, two_options(), lonely_only).number("left")[0]));
}

TEST_CASE("two mechanisms that only work together share their difference equally", "[decision]") {
    const auto cube = hand_made_cube(4, 2, 1, [](auto o, auto, int) { return o == 3 ? 0.1 : 0.3; });
    auto table = mechanism_table();
    add_mechanism_shares({cube, 1, {"hours", "gaps"}}, two_options(), lonely_only, table);
    CHECK(table.text("mechanism") == std::vector<std::string>{"hours", "gaps", "all"});
    CHECK(table.number("value")[0] == about(-0.1));
    CHECK(table.number("value")[1] == about(-0.1));
    CHECK(table.number("value")[2] == about(-0.2));
}

TEST_CASE("two lonely years less in each world for 500 euros more cost 250 euros each, once discounted",
          "[decision]") {
    // 100 adults, two points less in one year; worlds differ a little so that there is a margin.
    const auto cube = hand_made_cube(
        2, 12, 1,
        [](auto o, auto w, int) { return o == 0 ? 0.10 : 0.08 + 0.0001 * static_cast<double>(w % 2); },
        [](auto o, auto, int) { return o == 0 ? 1000.0 : 1500.0; });
    const auto table = lonely_years_table(cube, two_options(), 1);
    REQUIRE(table.rows() == 1);
    CHECK(table.text("verdict")[0] == "cost");
    const double prevented = (2 - 0.005) * discount_factor(1, health_care_rates.effects),
                 cost = 500 * discount_factor(1, health_care_rates.costs);
    CHECK(table.number("prevented")[0] == Approx(prevented).epsilon(1e-5));
    CHECK(table.number("extra_cost")[0] == Approx(cost));
    CHECK(table.number("cost_per_year")[0] == Approx(cost / prevented).epsilon(1e-5));
    CHECK(table.number("cost_lower")[0] <= table.number("cost_per_year")[0]);
    CHECK(table.number("cost_upper")[0] >= table.number("cost_per_year")[0]);
}

TEST_CASE("a year less has no cost where it is not clear that there is one", "[decision]") {
    const auto cube = hand_made_cube(2, 4, 1, [](auto o, auto w, int) {
        return 0.1 + 0.01 * static_cast<double>(o) * (w % 2 == 0 ? 1 : -1);
    });
    const auto table = lonely_years_table(cube, two_options(), 1);
    CHECK(table.text("verdict")[0] == "no_clear_difference");
    CHECK(std::isnan(table.number("cost_per_year")[0]));
    const auto worse = hand_made_cube(2, 4, 1, [](auto o, auto w, int) {
        return 0.1 + static_cast<double>(o) * (0.02 + 0.001 * static_cast<double>(w));
    });
    CHECK(lonely_years_table(worse, two_options(), 1).text("verdict")[0] == "costs_and_harms");
}

TEST_CASE("the option that is best in three of four worlds is regretted in one", "[decision]") {
    const auto cube = hand_made_cube(2, 4, 1, [](auto o, auto w, int) {
        return o == 0 ? 0.10 : w == 3 ? 0.14 : 0.08;
    });
    const auto table = regret_table(cube, two_options(), lonely_only);
    CHECK(table.number("share_best") == std::vector<double>{0.25, 0.75});
    CHECK(table.number("largest")[0] == about(0.02));
    CHECK(table.number("largest")[1] == about(0.04));
    CHECK(table.number("mean")[1] == about(0.01));
}

TEST_CASE("a monitor sees a difference with the power of a test of two shares", "[decision]") {
    const auto cube = hand_made_cube(2, 2, 2, [](auto o, auto, int) { return o == 0 ? 0.10 : 0.05; });
    const auto table = monitor_table(cube, two_options(), {{"severely_lonely", 0}}, 400, 2);
    CHECK(table.number("difference")[0] == about(-0.05));
    CHECK(table.number("power")[0] == Approx(power_of_shares(0.10, 0.05, {400, 400})).epsilon(1e-5));
    // A score is judged by its spread.
    const auto score = monitor_table(cube, two_options(), {{"severely_lonely", 2.0}}, 400, 2);
    CHECK(score.number("power")[0] == Approx(power_of_means(-0.05, 2.0, {400, 400})).epsilon(1e-4));
}

TEST_CASE("with several sets of assumptions a margin counts sets, not worlds", "[decision]") {
    const auto layout = lonely_layout(1);
    Cube cube(layout, {2, 2, 2});
    for (std::size_t d = 0; d < 2; ++d)
        for (std::size_t r = 0; r < 2; ++r) {
            const auto one = hand_made_cube(2, 1, 1, [&](auto o, auto, int) {
                return 0.1 + static_cast<double>(o) * (0.02 + 0.01 * static_cast<double>(d));
            });
            weefsel::sim::UnitResult unit;
            for (std::size_t o = 0; o < 2; ++o) {
                auto& result = unit.options.emplace_back();
                const double value = static_cast<double>(year_values(one, 0, o, 1)[0]);
                for (int m = 0; m < 12; ++m) {
                    result.numerator.insert(result.numerator.end(), {value, 100.0});
                    result.denominator.insert(result.denominator.end(), {1.0, 1.0});
                }
                result.group_numerator = {value, 100};
                result.group_denominator = {1, 1};
                result.site_mean = {0, 0};
                result.money = {0, 0, 0, 0, 0};
            }
            cube.add(d, r, unit);
        }
    const auto table = bootstrap_table(cube, two_options(), lonely_only, 1);
    CHECK(table.number("items")[0] == 2);
    CHECK(table.number("difference")[0] == about(0.025));
    CHECK(regret_table(cube, two_options(), lonely_only).number("worlds")[0] == 2);
}

}  // namespace weefsel::test_decision_tables
