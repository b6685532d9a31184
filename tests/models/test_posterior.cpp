#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "models/question/scenario.hpp"
#include "models/scenario/parameter_draws.hpp"
#include "models/scenario/read_posterior.hpp"
#include "models/scenario/read_scenario.hpp"

namespace weefsel::test_posterior {

namespace {

const std::string file =
    "# three sets of an example\n"
    "network.halflife_friend,survey.six_social\n"
    "7,0.1\n8,0.2\n9.5,0.3\n";

double value(Parameters p, const std::string& name) {
    const auto table = table_of(p);
    return *table.find(name)->value;
}

}  // namespace

TEST_CASE("fitted sets are read with their names and origin") {
    const auto p = read_posterior_text(file, "p.csv");
    CHECK(p.from == "three sets of an example");
    CHECK(p.names == std::vector<std::string>{"network.halflife_friend", "survey.six_social"});
    CHECK(p.sets == std::vector<std::vector<double>>{{7, 0.1}, {8, 0.2}, {9.5, 0.3}});
}

TEST_CASE("a wrong file of fitted sets says all that is wrong, with the line") {
    try {
        static_cast<void>(
            read_posterior_text("network.halflife_frend,survey.six_social\n1,x\n1,99\n1\n", "p.csv"));
        FAIL("it was taken");
    } catch (const sim::InputError& e) {
        const std::string said = e.what();
        CHECK(said.find("p.csv:2:3: found \"x\"") != std::string::npos);
        CHECK(said.find("p.csv:4:1: found 1 values") != std::string::npos);
        CHECK(said.find("did you mean network.halflife_friend?") != std::string::npos);
        CHECK(said.find("found 99, allowed is -5 to 5") != std::string::npos);
    }
    CHECK_THROWS_AS(read_posterior_text("# nothing\n", "p.csv"), sim::InputError);
}

TEST_CASE("a row of a fitted file that cannot be read is not judged besides") {
    try {
        // A half-life of 0, which a missing value is not, would be out of range.
        static_cast<void>(
            read_posterior_text("survey.six_social,network.halflife_friend\n1\n1,x\n1,999\n", "p.csv"));
        FAIL("it was taken");
    } catch (const sim::InputError& e) {
        REQUIRE(e.problems().size() == 3);
        CHECK(e.problems()[0].text.find("found 1 values") != std::string::npos);
        CHECK(e.problems()[1].text.find("found \"x\"") != std::string::npos);
        CHECK(e.problems()[2].text.find("set 3: network.halflife_friend: found 999") != std::string::npos);
    }
}

TEST_CASE("draws take every fitted set before any twice") {
    const auto all = read_posterior_text(file, "p.csv");
    const auto three = chosen(all, 3, 1).sets, seven = chosen(all, 7, 1).sets;
    CHECK(std::set<std::vector<double>>(three.begin(), three.end()).size() == 3);
    CHECK(seven[3] == seven[0]);
    CHECK(chosen(all, 3, 1).sets == three);
}

TEST_CASE("a draw has one fitted set as a whole, the rest from the prior, and leaves what somebody set") {
    const auto fitted = chosen(read_posterior_text(file, "p.csv"), 3, 5);
    Parameters p;
    const auto drawn = drawn_parameters(p, 1, 3, 5, fitted), prior = drawn_parameters(p, 1, 3, 5);
    CHECK(value(drawn, "network.halflife_friend") == fitted.sets[1][0]);
    CHECK(value(drawn, "survey.six_social") == fitted.sets[1][1]);
    CHECK(value(prior, "survey.six_social") == p.survey.six_social);
    CHECK(value(drawn, "care.offending_reach") == value(prior, "care.offending_reach"));
    // One draw is the stated values, fitted or not.
    CHECK(value(drawn_parameters(p, 0, 1, 5, chosen(fitted, 1, 5)), "network.halflife_friend") ==
          p.network.halflife_friend);
    const auto names = names_drawn(p, fitted);
    const auto values = values_drawn(p, 3, 5, fitted);
    REQUIRE(values[1].size() == names.size());
    for (std::size_t k = 0; k < names.size(); ++k) CHECK(values[1][k] == value(drawn, names[k]));
    p.network.halflife_friend = 30;
    CHECK(value(drawn_parameters(p, 1, 3, 5, fitted), "network.halflife_friend") == 30);
}

namespace {

/// Two draws, two sets.
const std::string with_sets =
    "draws = 2\nequal_money = false\nreference = \"a\"\n[neighbourhood]\nname = \"x\"\nresidents = 300\n"
    "age_0_14 = 45\nage_15_24 = 40\nage_25_44 = 85\nage_45_64 = 75\nage_65_over = 55\nhouseholds = 145\n"
    "single = 60\nwithout_children = 42\nwith_children = 43\n"
    "[[option]]\nname = \"a\"\n[posterior]\nfrom = \"me\"\nnames = [\"network.halflife_friend\"]\n"
    "sets = [[7.0], [8.5]]\n";

}  // namespace

TEST_CASE("a scenario that is read back has the fitted sets of its draws without the file") {
    const auto scenario = read_scenario_text(with_sets, "s.toml");
    const auto again = read_scenario_text(scenario.resolved, "r.toml");
    CHECK(again.posterior.sets == std::vector<std::vector<double>>{{7}, {8.5}});
    CHECK(again.posterior.from == "me");
    CHECK(again.resolved == scenario.resolved);
    Overrides other;
    other.draws = 3;
    CHECK_THROWS_WITH(read_scenario_text(with_sets, "s.toml", other), Catch::Contains("found 2 sets") &&
                                                                          Catch::Contains("draws (3)") &&
                                                                          Catch::Contains("--prior"));
    other.prior_alone = true;
    CHECK(read_scenario_text(with_sets, "s.toml", other).posterior.empty());
}

TEST_CASE(
    "a scenario that is read back is lived as stated with one draw, and with fewer draws by its first sets") {
    Overrides one;
    one.draws = 1;
    const auto stated = read_scenario_text(with_sets, "s.toml", one);
    CHECK(stated.posterior.empty());
    CHECK(read_scenario_text(stated.resolved, "r.toml").resolved == stated.resolved);
    std::string three = with_sets;
    three.replace(three.find("[8.5]"), 5, "[8.5], [9.0]").replace(three.find("draws = 2"), 9, "draws = 3");
    Overrides two;
    two.draws = 2;
    CHECK(read_scenario_text(three, "s.toml", two).posterior.sets ==
          std::vector<std::vector<double>>{{7}, {8.5}});
}

TEST_CASE("fewer draws of one seed are the first of more draws") {
    const auto all = read_posterior_text(file, "p.csv");
    const auto three = chosen(all, 3, 9).sets, two = chosen(all, 2, 9).sets;
    CHECK(two == std::vector<std::vector<double>>{three[0], three[1]});
}

}  // namespace weefsel::test_posterior
