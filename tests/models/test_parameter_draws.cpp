#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "models/scenario/parameter_draws.hpp"
#include "models/scenario/read_scenario.hpp"
#include "small_world.hpp"

namespace weefsel::test_parameter_draws {

namespace {

constexpr std::size_t sets = 20;
constexpr std::uint32_t seed = 7;

double value(Parameters p, const std::string& name) {
    const auto table = table_of(p);
    return *table.find(name)->value;
}

}  // namespace

TEST_CASE("one set of assumptions is the stated one") {
    const Parameters p;
    CHECK(value(drawn_parameters(p, 0, 1, seed), "network.halflife_friend") == p.network.halflife_friend);
}

TEST_CASE("every assumption has one value in each equally likely stratum, within its range") {
    Parameters p;
    const auto names = names_drawn(p);
    CHECK(names.size() > 200);
    const auto values = values_drawn(p, sets, seed);
    for (std::size_t k = 0; k < names.size(); ++k)
        REQUIRE(values[3][k] == value(drawn_parameters(p, 3, sets, seed), names[k]));
    const auto table = table_of(p);
    for (std::size_t k = 0; k < names.size(); ++k) {
        const auto& declared = *table.find(names[k]);
        std::set<int> strata;
        bool at_an_end = false;
        for (const auto& draw : values) {
            INFO(names[k]);
            REQUIRE(draw[k] >= declared.range.low);
            REQUIRE(draw[k] <= declared.range.high);
            at_an_end |= draw[k] == declared.range.low || draw[k] == declared.range.high;
            const bool share = declared.range.low >= 0 && declared.range.high <= 1;
            const auto scale = [&](double x) {
                return share ? std::log(x / (1 - x)) : std::log(std::abs(x));
            };
            const double z = (scale(draw[k]) - scale(*declared.value)) / spread_of(declared.source.grade);
            strata.insert(static_cast<int>(
                0.5 * std::erfc((*declared.value < 0 && !share ? -z : z) * -std::sqrt(0.5)) * sets));
        }
        if (!at_an_end) CHECK(strata.size() == sets);
    }
}

TEST_CASE("what somebody stated, prices, switches and terms of funding are not drawn") {
    Parameters p;
    p.network.halflife_friend = 10;
    const auto names = names_drawn(p);
    const auto drawn = [&](const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    CHECK_FALSE(drawn("network.halflife_friend"));
    CHECK(drawn("network.halflife_neighbour"));
    CHECK_FALSE(drawn("care.price_wmo"));
    CHECK_FALSE(drawn("funding.cost_opbouwwerker"));
    CHECK_FALSE(drawn("funding.form_effects"));
    CHECK_FALSE(drawn("wellbeing.contagion"));
    CHECK_FALSE(drawn("funding.cut_depth"));
    CHECK(drawn("funding.trust_referral"));
}

TEST_CASE("assumptions are independent of each other and of the number of those beside them") {
    Parameters p, fixed;
    fixed.network.halflife_friend = 10;  // one assumption less
    const auto a = value(drawn_parameters(p, 3, sets, seed), "care.offending_reach");
    CHECK(a == value(drawn_parameters(fixed, 3, sets, seed), "care.offending_reach"));
    CHECK(a != value(drawn_parameters(p, 4, sets, seed), "care.offending_reach"));
    CHECK(a != value(drawn_parameters(p, 3, sets, seed + 1), "care.offending_reach"));
}

TEST_CASE("some draws of a study are lived as they would be among all") {
    auto scenario = read_scenario_text(
        "draws = 3\n" + quick_study(option_text(
                            "a", std::string("form = \"project\"\nsource = \"incidental\"\n") + same_buys)),
        "test.toml");
    const Study all(scenario);
    scenario.draws_simulated = 2;
    const Study some(scenario);
    CHECK(some.shape().draws == 2);
    CHECK(some.run({1, 0}).options[0].numerator == all.run({1, 0}).options[0].numerator);
}

TEST_CASE("in every set of assumptions null-equal options stay equal") {
    const auto text =
        "draws = 3\n" +
        quick_study(
            option_text("a", std::string("form = \"project\"\nsource = \"incidental\"\n") + same_buys) +
            option_text("b", std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys) +
            "[parameters]\n\"funding.form_effects\" = 0\n");
    const Study study(read_scenario_text(text, "test.toml"));
    const auto first = study.run({0, 0}), second = study.run({1, 0});
    CHECK(first.options[0].numerator != second.options[0].numerator);
    CHECK(first.options[0].numerator == first.options[1].numerator);
    CHECK(second.options[0].numerator == second.options[1].numerator);
    CHECK(second.options[0].numerator == study.run({1, 0}).options[0].numerator);
}

}  // namespace weefsel::test_parameter_draws
