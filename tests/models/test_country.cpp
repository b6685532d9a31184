#include <catch2/catch.hpp>
#include <map>

#include "models/study/begin.hpp"
#include "models/study/municipal_finance.hpp"
#include "models/study/municipality.hpp"
#include "models/study/study.hpp"
#include "sim/checkpoint.hpp"
#include "simulated_study.hpp"
#include "small_scenario.hpp"

namespace weefsel::test_country {

namespace {

std::string buurt(const std::string& code, int scale = 1) {
    std::string out = "[[neighbourhood]]\nname = \"" + code + "\"\ncode = \"" + code + "\"\n";
    const auto figure = [&](const char* key, int value) {
        out += std::string(key) + " = " + std::to_string(value) + "\n";
    };
    figure("residents", 300 * scale);
    figure("age_0_14", 50 * scale);
    figure("age_15_24", 40 * scale);
    figure("age_25_44", 80 * scale);
    figure("age_45_64", 75 * scale);
    figure("age_65_over", 55 * scale);
    figure("households", 145 * scale);
    figure("single", 60 * scale);
    figure("without_children", 42 * scale);
    figure("with_children", 43 * scale);
    return out;
}
// Two neighbourhoods of Groningen, one of Veendam in the same province, one of Maastricht.
const std::string four =
    buurt("BU00140001", 4) + buurt("BU00140002", 4) + buurt("BU00470001", 4) + buurt("BU09350001", 4);
const std::string head =
    "title = \"t\"\nquestion = \"?\"\nyears = 3\nwarmup_years = 2\nreplicates = 1\nseed = 3\nequal_money = "
    "false\n";
const std::string nothing = "[[option]]\nname = \"nothing\"\n";

/// A country that is no larger than the study: all who leave a municipality find one of it.
std::string small_country(const std::string& parameters) {
    return head + four +
           "[parameters]\n\"exchange.moves_within\" = 0.5\n\"exchange.municipality_residents\" = 2400\n" +
           parameters + nothing;
}

std::uint64_t moved_in(const Simulated& study, const std::string& name) {
    return study.m.borders[study.site(name)].flow[static_cast<std::size_t>(BorderFlow::moved_in)];
}

double to_others(const StudyMap& map, Province province) {
    for (const auto& one : map.municipalities)
        if (one.province == province) return one.to_others;
    throw std::runtime_error("no such province");
}

}  // namespace

TEST_CASE(
    "the province of a municipality follows from its code, and the country has 17.5 million residents") {
    CHECK(province_of("GM0014") == Province::groningen);
    CHECK(province_of("GM0363") == Province::noord_holland);
    CHECK(province_of("GM0935") == Province::limburg);
    CHECK(!province_of("GM0013"));
    CHECK(!province_of("BU0014"));
    CHECK(!province_of(""));
    double residents = 0;
    for (std::size_t p = 0; p < provinces; ++p) residents += residents_of(static_cast<Province>(p));
    CHECK(residents == Approx(17.51e6).epsilon(0.001));
    CHECK(km_between(Province::groningen, Province::limburg) == Approx(270).epsilon(0.02));
    CHECK(km_between(Province::utrecht, Province::zeeland) ==
          km_between(Province::zeeland, Province::utrecht));
}

TEST_CASE(
    "the share that goes to another municipality of the study is what the study holds of the country, by "
    "distance") {
    const auto s = read_scenario_text(head + four + nothing, "test.toml");
    const auto map = map_of(s);
    REQUIRE(map.municipalities.size() == 3);
    CHECK(map.regions.size() == 2);  // Groningen and Veendam share a province
    const auto near = map.nearness[0][0], far = map.nearness[0][static_cast<std::size_t>(Province::limburg)];
    CHECK(near == 1.0);
    CHECK(far ==
          Approx(std::pow(km_between(Province::groningen, Province::limburg) / 20, -1.6)).epsilon(1e-4));
    // From Groningen: Veendam and, weighed by distance, Maastricht, of all that is not Groningen.
    double country = 0;
    for (std::size_t p = 0; p < provinces; ++p)
        country += map.nearness[0][p] * (residents_of(static_cast<Province>(p)) - (p == 0 ? 52000 : 0));
    for (const auto& one : map.municipalities)
        if (one.in_study == 2400) CHECK(one.to_others == Approx((1200 + far * 1200) / country));
    auto anywhere = map;
    auto p = s.parameters.exchange;
    p.moves_distance = 0;
    set_distances(anywhere, p);
    CHECK(to_others(anywhere, Province::limburg) == Approx(3600 / (17.51e6 - 52000)).epsilon(0.001));
    CHECK(to_others(map, Province::limburg) < to_others(anywhere, Province::limburg));
}

TEST_CASE(
    "who leaves a municipality goes to a near one more often than to a far one, and never by chance alone") {
    Simulated by_distance(small_country("\"exchange.moves_between\" = 0.2\n"), true);
    by_distance.simulate(48);
    CHECK_NOTHROW(check_balances(by_distance.m));
    // Few move, so that a dwelling stands empty wherever they want to go.
    CHECK(moved_in(by_distance, "BU00470001") > 2 * moved_in(by_distance, "BU09350001"));

    Simulated anywhere(small_country("\"exchange.moves_between\" = 0.2\n\"exchange.moves_distance\" = 0\n"),
                       true);
    anywhere.simulate(48);
    CHECK(moved_in(anywhere, "BU09350001") > moved_in(by_distance, "BU09350001"));

    Simulated apart(small_country("\"exchange.moves_between\" = 0\n"), true);
    apart.simulate(48);
    CHECK(moved_in(apart, "BU09350001") == 0);
    CHECK(moved_in(apart, "BU00470001") == 0);
    CHECK(moved_in(apart, "BU00140001") > 0);
}

TEST_CASE("a study of several municipalities is the same bits on one thread and on four") {
    Simulated one(small_country("\"exchange.moves_between\" = 0.5\n"), true);
    Simulated four_threads(small_country("\"exchange.moves_between\" = 0.5\n"), true, 4);
    one.simulate(24);
    four_threads.simulate(24);
    for (std::size_t i = 0; i < one.map.sites(); ++i) {
        CHECK(sim::digest(one.m.neighbourhoods[i]) == sim::digest(four_threads.m.neighbourhoods[i]));
        CHECK(sim::digest(one.m.borders[i]) == sim::digest(four_threads.m.borders[i]));
    }
}

TEST_CASE("kin elsewhere live in other neighbourhoods of the same municipality") {
    const Simulated study(small_country(""));
    std::size_t ties = 0;
    for (std::size_t i = 0; i < study.map.sites(); ++i)
        for (const auto& tie : study.m.borders[i].ties) {
            ++ties;
            CHECK(study.map.municipality[i] == study.map.municipality[tie.other_site]);
        }
    CHECK(ties > 10);
}

TEST_CASE("residential care is of a province, and each municipality has a budget of its own") {
    Simulated study(small_country(""));
    study.burn_in(12);
    CHECK(study.m.regional_places.size() == 2 * care_lines);
    MunicipalFinance finance;
    finance.austerity_feedback = 1;
    begin_finance(study.m, study.map, finance, study.s.parameters, 12);
    const auto budget = [&](const std::string& code) {
        return study.m.neighbourhoods[study.site(code)].lines.care_budget[the_partnership];
    };
    CHECK(budget("BU00140001") == budget("BU00140002"));
    CHECK(budget("BU00140001") != budget("BU09350001"));
}

TEST_CASE("a line of one municipality is for its neighbourhoods alone, and all of its money goes there") {
    const auto s = read_scenario_text(
        head + four +
            "[[option]]\nname = \"a\"\n[[option.line]]\nform = \"structural\"\nsource = \"structural\"\n"
            "municipality = \"GM0014\"\nbuys = [ { role = \"sociaal_werker\", fte = 1.5 } ]\n",
        "test.toml");
    const auto map = map_of(s);
    const auto shares = shares_of_sites(s, map);
    const auto& lines = s.options[0].lines;
    CHECK(lines[0].municipality == "GM0014");
    const double price = *policy_of(lines, 1, 1, s.parameters).lines[0].euro_year;
    double sum = 0;
    for (std::size_t i = 0; i < map.sites(); ++i) {
        const auto here = policy_of(lines, 1, shares[i], s.parameters);
        const bool theirs = s.neighbourhoods[map.site[i]].code.substr(2, 4) == "0014";
        CHECK(here.lines.size() == (theirs ? 1 : 0));
        if (theirs) CHECK(here.lines[0].share == Approx(0.5));
        for (const auto& line : here.lines) sum += *line.euro_year;
    }
    CHECK(sum == Approx(price));
}

TEST_CASE("a line for so many residents buys as much for each of them, whatever the size of the study") {
    const auto option = std::string(
        "[[option]]\nname = \"a\"\n[[option.line]]\nform = \"structural\"\nsource = \"structural\"\n"
        "per_residents = 2400\nbuys = [ { role = \"sociaal_werker\", fte = 2.5 }, { place = \"buurthuis\", "
        "hours_week = 20 } ]\n");
    const auto small = read_scenario_text(head + buurt("BU00140001", 4) + option, "test.toml");
    const auto large = read_scenario_text(head + four + option, "test.toml");
    CHECK(small.options[0].lines[0].teams == 0.5);
    CHECK(large.options[0].lines[0].teams == 2);
    CHECK(small.options[0].lines[0].buys[0].fte == 1.25);
    CHECK(large.options[0].lines[0].buys[1].hours_week == 40);
    const auto of = [](const Scenario& s) {
        const auto map = map_of(s);
        return policy_of(s.options[0].lines, 1, shares_of_sites(s, map)[0], s.parameters);
    };
    const auto a = of(small), b = of(large);
    REQUIRE(a.lines[0].buys.size() == 4);  // three posts and a place
    REQUIRE(b.lines[0].buys.size() == 4);
    for (std::size_t k = 0; k < 4; ++k) {
        CHECK(a.lines[0].buys[k].fte == Approx(b.lines[0].buys[k].fte));
        CHECK(a.lines[0].buys[k].hours_week == Approx(b.lines[0].buys[k].hours_week));
    }
    // What is written of a scenario reads back to the same lines.
    const auto again = read_scenario_text(large.resolved, "again.toml");
    CHECK(again.options[0].lines[0].teams == 2);
    CHECK(again.options[0].lines[0].buys == large.options[0].lines[0].buys);
}

TEST_CASE("a line for a municipality that the study does not have is refused with those that it has") {
    const auto with = [](const std::string& keys) {
        return problems_of(head + four +
                           "[[option]]\nname = \"a\"\n[[option.line]]\nform = \"structural\"\n" + keys +
                           "buys = [ { role = \"sociaal_werker\", fte = 1 } ]\n");
    };
    CHECK(with("municipality = \"GM0014\"\n").empty());
    CHECK(says(
        with("municipality = \"GM0344\"\n"),
        "municipality: found \"GM0344\", allowed is a municipality of the study (GM0014, GM0047, GM0935)"));
    CHECK(says(with("per_residents = 5000\nteams = 3\n"), "allowed is one of them"));
    CHECK(says(with("per_residents = 5\n"), "per_residents"));
}

TEST_CASE("each municipality may have as many lines as a neighbourhood holds, and a study more") {
    const auto option = [](int of_groningen, int of_veendam, int of_all) {
        std::string out = "[[option]]\nname = \"a\"\n";
        int n = 0;
        const auto add = [&](int lines, const std::string& key) {
            for (int k = 0; k < lines; ++k)
                out += "[[option.line]]\nname = \"" + std::to_string(++n) +
                       "\"\nform = \"structural\"\nsource = \"structural\"\n" + key +
                       "buys = [ { role = \"sociaal_werker\", fte = 0.1 } ]\n";
        };
        add(of_groningen, "municipality = \"GM0014\"\n");
        add(of_veendam, "municipality = \"GM0047\"\n");
        add(of_all, "");
        return problems_of(head + four + out);
    };
    CHECK(option(50, 50, 10).empty());
    CHECK(says(option(50, 50, 11), "61 lines (at most 60)"));
    CHECK(says(option(0, 0, 61), "61 lines (at most 60)"));
}

}  // namespace weefsel::test_country
