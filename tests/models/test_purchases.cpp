#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "models/process/funding/mechanisms.hpp"
#include "models/process/funding/prices.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/scenario/size_purchases.hpp"
#include "models/study/equal_money.hpp"
#include "sim/checkpoint.hpp"
#include "tests/models/small_funding.hpp"
#include "tests/models/small_scenario.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_purchases {

// What a funding line buys, as a scenario says it and as a study has it.

namespace {

using Kind = Purchase::Kind;

const std::string everything =
    "{ role = \"opbouwwerker\", fte = 1 }, { public_space = \"street\", quality = 0.3, share = 0.5 }, { "
    "public_space = \"park\", quality = 0.2 }, { public_space = \"square\", quality = 0.4 }, { "
    "adapted_dwellings "
    "= 9 }, { transport = 12 }, { training = 30 }, { network_leaders = 2 }, { pay = 0.1 }, { innovation = "
    "0.2 }, { by_street = 1 }";

std::string line_text(const std::string& buys, const std::string& terms = "form = \"structural\"\n") {
    return terms + "buys = [ " + buys + " ]\n";
}
std::string with_line(const std::string& line) {
    return small_figures + "[[option]]\nname = \"a\"\n[[option.line]]\n" + line;
}
std::vector<std::string> problems_with(const std::string& buys) {
    return problems_of(with_line(line_text(buys)));
}
const Purchase& bought(const Scenario& s, std::size_t nth) { return s.options[0].lines[0].buys.at(nth); }

/// Dwellings made fit in three years, and residents with rides at the end, of three neighbourhoods that are
/// listed in some order; by name.
std::map<std::string, std::pair<int, int>> shared_out(const std::vector<std::string>& names) {
    std::string text = "years = 3\nwarmup_years = 1\nreplicates = 1\nequal_money = false\n";
    for (const auto& name : names) {
        auto figures = quick_figures;
        const std::string own = "name = \"Test\"";
        text +=
            "[[neighbourhood]]\n" + figures.replace(figures.find(own), own.size(), "name = \"" + name + "\"");
    }
    const Study study(read_scenario_text(
        text +
            option_text("a", line_text("{ adapted_dwellings = 7 }, { transport = 5 }",
                                       "form = \"structural\"\nsource = \"structural\"\ncut_hazard = 0\n")),
        "test.toml"));
    std::map<std::string, std::pair<int, int>> out;
    static_cast<void>(study.run(
        {0, 0}, nullptr, 1,
        [&](std::size_t site, std::size_t, int month, const Neighbourhood& n, const MonthRecord&,
            sim::Month) {
            auto& [homes, riders] = out[names[site]];
            const int fit = std::accumulate(n.dwellings.suited.begin(), n.dwellings.suited.end(), 0);
            if (month < 0) homes = -fit;
            if (month == 35) homes += fit;
            riders = std::accumulate(n.residents.rides.begin(), n.residents.rides.end(), 0);
        }));
    return out;
}

/// Every bit of streets, dwellings, places and residents at the end of a study, by option.
std::vector<std::uint64_t> lives(const std::string& options) {
    const Study study(read_scenario_text(quick_study(options), "test.toml"));
    std::vector<std::uint64_t> digests(2);
    static_cast<void>(study.run(
        {0, 0}, nullptr, 1,
        [&](std::size_t, std::size_t o, int, const Neighbourhood& n, const MonthRecord&, sim::Month) {
            Neighbourhood copy = n;
            digests[o] = digests[o] * 31 + (sim::digest(copy.residents) ^ sim::digest(copy.streets) * 3 ^
                                            sim::digest(copy.dwellings) * 5 ^ sim::digest(copy.places) * 7);
        }));
    return digests;
}

}  // namespace

TEST_CASE("everything that a line can buy is read, priced, and survives in what the scenario resolves to") {
    const auto s = read_scenario_text(with_line(line_text(everything)), "small.toml");
    REQUIRE(s.options[0].lines[0].buys.size() == 11);
    CHECK(bought(s, 1).kind == Kind::public_space);
    CHECK(bought(s, 1).quality == 0.3);
    CHECK(bought(s, 1).share == 0.5);
    CHECK(bought(s, 3).space == PublicSpace::square);
    CHECK_FALSE(bought(s, 3).share.has_value());
    CHECK(bought(s, 4).amount == 9);
    CHECK(bought(s, 6).kind == Kind::training);
    CHECK(bought(s, 7).amount == 2);
    const auto again = read_scenario_text(s.resolved, "resolved.toml");
    CHECK(again.resolved == s.resolved);
    CHECK(again.options[0].lines[0].buys == s.options[0].lines[0].buys);
}

TEST_CASE("streets are counted in dwellings, parks and squares by the piece, in the whole study") {
    const auto s = read_scenario_text(with_line(line_text(everything)), "small.toml");
    // 200 households and a few homes on offer; one park of its own; one square.
    CHECK(bought(s, 1).units >= 100);
    CHECK(bought(s, 1).units < 110);
    CHECK(bought(s, 2).units == 1);
    CHECK(bought(s, 3).units == 1);
    const auto two = read_scenario_text(
        with_line(
            line_text("{ public_space = \"park\", quality = 0.2 }, { public_space = \"street\", quality = "
                      "0.3 }, { public_space = \"square\", quality = 0.1, share = 0.25 }")) +
            "[[place]]\nkind = \"park\"\n",
        "small.toml");
    CHECK(bought(two, 0).units == 2);
    CHECK(bought(two, 1).units == Approx(2 * bought(s, 1).units));
    CHECK(bought(two, 2).units == Approx(bought(two, 1).units / 4 / s.parameters.funding.square_dwellings));
    const auto& p = s.parameters.funding;
    CHECK(price_of(two.options[0].lines[0], p) ==
          Approx(0.2 * 2 * p.cost_park + 0.3 * bought(two, 1).units * p.cost_street_space +
                 0.1 * bought(two, 2).units * p.cost_square));
}

TEST_CASE("what cannot be bought is refused with what is allowed") {
    CHECK(says(problems_with("{ public_space = \"lane\", quality = 0.1 }"),
               "must be \"street\", \"park\" or \"square\""));
    CHECK(says(problems_with("{ public_space = \"street\" }"), "quality is missing"));
    CHECK(says(problems_with("{ public_space = \"street\", quality = 1.5 }"), "quality"));
    CHECK(says(problems_with("{ public_space = \"street\", quality = 0.1, share = 2 }"), "share"));
    CHECK(says(problems_with("{ public_space = \"park\", quality = 0.1, share = 0.5 }"),
               "share is of the streets, and a park is for all of them"));
    CHECK(says(problems_with("{ adapted_dwellings = -1 }"), "adapted_dwellings"));
    CHECK(says(problems_with("{ adapted_dwellings = \"many\" }"), "adapted_dwellings"));
    CHECK(says(problems_with("{ adapted_dwelings = 3 }"), "did you mean adapted_dwellings?"));
    CHECK(says(problems_with("{ transport = 3, training = 4 }"), "found 2 of role, place"));
    CHECK(says(problems_with("{ training = 40 }"), "it buys no post"));
    CHECK(problems_with("{ training = 40 }, { role = \"connector\", fte = 0.1 }").empty());
    CHECK(says(problems_with("{ network_leaders = 1e9 }"), "network_leaders"));
}

TEST_CASE("--set reaches every number of a purchase") {
    Overrides overrides;
    overrides.set = {"option.a.line.1.buys.2.quality=0.1", "option.a.line.1.buys.2.share=1",
                     "option.a.line.1.buys.5.adapted_dwellings=30",
                     "option.a.line.1.buys.8.network_leaders=0"};
    const auto text = with_line(line_text(everything));
    const auto s = read_scenario_text(text, "small.toml", overrides);
    CHECK(bought(s, 1).quality == 0.1);
    CHECK(bought(s, 1).units == Approx(2 * bought(read_scenario_text(text, "small.toml"), 1).units));
    CHECK(bought(s, 4).amount == 30);
    CHECK(bought(s, 7).amount == 0);
    CHECK(policy_of(s.options[0].lines, 1, 1, s.parameters).lines[0].buys.size() == 10);
}

TEST_CASE("more money buys a larger rise, more dwellings, rides and leaders, in proportion") {
    auto s = read_scenario_text(with_line(line_text(everything)), "small.toml");
    auto line = s.options[0].lines[0];
    const double price = price_of(line, s.parameters.funding);
    line.euro_year = 2 * price;
    const auto policy = policy_of({line}, 1, 1, s.parameters);
    CHECK(price_of(policy.lines[0], s.parameters.funding) == Approx(2 * price));
    for (const auto& purchase : policy.lines[0].buys) {
        if (purchase.kind == Kind::adapted_dwellings) CHECK(purchase.amount == Approx(18));
        if (purchase.kind == Kind::public_space && purchase.space == PublicSpace::street) {
            CHECK(purchase.quality == Approx(0.6));
            CHECK(purchase.share == 0.5);
        }
    }
}

TEST_CASE("lines that buy another rise or another share are not the same work") {
    const auto s = read_scenario_text(with_line(line_text(everything)), "small.toml");
    const auto lines = s.options[0].lines;
    CHECK_FALSE(not_one_work(lines, lines).has_value());
    for (const std::size_t nth : {1UL, 4UL, 6UL}) {
        auto other = lines;
        auto& purchase = other[0].buys[nth];
        purchase.*declared(purchase.kind).much += 0.1;
        CHECK(not_one_work(lines, other) == "they do not buy the same");
    }
    auto other = lines;
    other[0].buys[1].share = 0.4;
    CHECK(not_one_work(lines, other).has_value());
}

TEST_CASE("expected money counts what is bought besides posts as it is granted") {
    const std::string present =
        "[[present.line]]\nname = \"now\"\nform = \"structural\"\nbuys = [ { role = "
        "\"opbouwwerker\", fte = 1 } ]\n";
    const auto s = read_scenario_text(
        present +
            with_line(line_text("{ transport = 10 }, { adapted_dwellings = 5 }", "form = \"project\"\n")) +
            "[[option]]\nname = \"b\"\n[[option.line]]\n" +
            line_text("{ support = \"shop\", hours_week = 1 }", "form = \"project\"\neuro_year = 10000\n"),
        "small.toml");
    const auto money = expected_money(s);
    CHECK(money[0].net() == Approx(money[1].net()));
    CHECK(money[0].money.returned == Approx(0).margin(1e-6));
}

TEST_CASE("the order of purchases leaves no trace in the lives of residents") {
    const std::string turned =
        "{ by_street = 1 }, { innovation = 0.2 }, { pay = 0.1 }, { network_leaders = 2 }, { training = 30 }, "
        "{ public_space = \"square\", quality = 0.4 }, { "
        "transport = "
        "12 }, { adapted_dwellings = 4 }, { public_space = \"park\", quality = 0.2 }, { adapted_dwellings = "
        "5 }, { "
        "public_space = \"street\", quality = 0.3, share = 0.5 }, { role = \"opbouwwerker\", fte = 1 }";
    const auto found = lives(option_text("a", line_text(everything)) + option_text("b", line_text(turned)));
    CHECK(found[0] == found[1]);
}

TEST_CASE("neighbourhoods share seven homes and five rides among them, in whatever order they are listed") {
    const auto found = shared_out({"North", "East", "South"});
    int homes = 0, riders = 0;
    for (const auto& [name, got] : found) {
        homes += got.first;
        riders += got.second;
    }
    CHECK(homes == 7);
    CHECK(riders == 5);
    CHECK(shared_out({"South", "North", "East"}) == found);
}

TEST_CASE("with form_effects at 0 all that is bought is the same bits under either form") {
    const auto found =
        lives(option_text("a", line_text(everything)) +
              option_text("b", line_text(everything, "form = \"project\"\nsource = \"incidental\"\n")) +
              "[parameters]\n\"funding.form_effects\" = 0\n");
    CHECK(found[0] == found[1]);
}

TEST_CASE("with policy_effects at 0 all of it is paid and residents live as if nothing had been bought") {
    const auto options = option_text("a", line_text(everything)) +
                         option_text("b", line_text("{ role = \"opbouwwerker\", fte = 1 }"));
    const auto without = lives(options + "[parameters]\n\"funding.policy_effects\" = 0\n");
    CHECK(without[0] == without[1]);
    const auto with = lives(options);
    CHECK(with[0] != with[1]);
}

}  // namespace weefsel::test_purchases
