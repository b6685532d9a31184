#include <catch2/catch.hpp>

#include "models/study/municipal_finance.hpp"
#include "sim/checkpoint.hpp"
#include "tests/models/small_scenario.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_municipal_finance {

namespace {

/// One neighbourhood that is all the study has of its municipality.
const StudyMap alone = [] {
    StudyMap map;
    map.municipalities.push_back({1, {0}, 100, 100, std::nullopt});
    return map;
}();

/// A hundred residents, a line of one fte, and a warm-up of 24 months in which ten used Wmo support and two
/// youth care.
Municipality municipality_of(SmallWorld& world) {
    FundingLine line;
    line.buys.push_back({});
    line.buys[0].fte = 1;
    begin_policy(world.n.lines, world.n.posts, policy_of({line}, 1, 1, world.p), world.p, world.draws,
                 sim::Month{0});
    world.n.care.use_in_warmup[static_cast<std::size_t>(CareLine::wmo)] = 10 * 24;
    world.n.care.use_in_warmup[static_cast<std::size_t>(CareLine::youth_care)] = 2 * 24;
    Municipality m;
    m.neighbourhoods.push_back(world.n);
    return m;
}

double budget_of(const CareParameters& p) { return 10 * (p.price_wmo - p.own_wmo) + 2 * p.price_youth; }

/// A year in which care costs the municipality so many euros.
void year_of(Municipality& m, const MunicipalFinance& finance, double euros, int first_month) {
    for (int month = 0; month < 12; ++month) {
        m.neighbourhoods[0].care.cost[static_cast<std::size_t>(Payer::municipality)] =
            sim::Euros::of(euros / 12);
        settle_finance(m, alone, finance, sim::Month{first_month + month});
    }
}

float base_of(const Municipality& m) { return m.neighbourhoods[0].lines.social_base[the_partnership]; }

}  // namespace

TEST_CASE("a deficit on care takes its share from the social base in the next year, and in that year only") {
    SmallWorld world(100);
    auto m = municipality_of(world);
    MunicipalFinance finance;
    finance.austerity_feedback = 0.5;
    begin_finance(m, alone, finance, world.p, 24);
    CHECK(base_of(m) == 1.0F);
    const double budget = budget_of(world.p.care);
    const double line = world.n.lines.full_year[LineId{0}].value();
    CHECK(line == Approx(world.p.funding.cost_sociaal_werker).epsilon(1e-6));
    year_of(m, finance, budget + 20000, 0);
    CHECK(base_of(m) == Approx(1 - 10000 / line).epsilon(1e-4));
    year_of(m, finance, budget, 12);
    CHECK(base_of(m) == Approx(1.0).epsilon(1e-4));
    year_of(m, finance, budget - 20000, 24);  // a saving gives nothing back here
    CHECK(base_of(m) == Approx(1.0).epsilon(1e-4));
    year_of(m, finance, budget + 1e9, 36);  // more than there is cannot be taken
    CHECK(base_of(m) == 0.0F);
}

TEST_CASE("a share of what is saved on care goes to the front line in the next year") {
    SmallWorld world(100);
    auto m = municipality_of(world);
    MunicipalFinance finance;
    finance.savings_to_front = 0.25;
    begin_finance(m, alone, finance, world.p, 24);
    const double line = world.n.lines.full_year[LineId{0}].value();
    year_of(m, finance, budget_of(world.p.care) - 20000, 0);
    CHECK(base_of(m) == Approx(1 + 5000 / line).epsilon(1e-4));
}

TEST_CASE("care money that is moved makes the lines larger and the places of municipal care fewer") {
    SmallWorld world(100);
    world.n.care.capacity[static_cast<std::size_t>(CareLine::wmo)] = 200;
    world.n.care.capacity[static_cast<std::size_t>(CareLine::district_nursing)] = 200;
    auto m = municipality_of(world);
    MunicipalFinance finance;
    finance.budget_to_front = 0.1;
    begin_finance(m, alone, finance, world.p, 24);
    const double line = world.n.lines.full_year[LineId{0}].value();
    CHECK(base_of(m) == Approx(1 + 0.1 * budget_of(world.p.care) / line).epsilon(1e-4));
    CHECK(m.neighbourhoods[0].care.capacity[static_cast<std::size_t>(CareLine::wmo)] == 180);
    CHECK(m.neighbourhoods[0].care.capacity[static_cast<std::size_t>(CareLine::district_nursing)] == 200);
}

TEST_CASE(
    "an option that asks for nothing changes nothing, and equal money cannot be promised with the others") {
    SmallWorld world(100);
    auto m = municipality_of(world);
    const auto before = sim::digest(m.neighbourhoods[0]);
    begin_finance(m, alone, {}, world.p, 24);
    settle_finance(m, alone, {}, sim::Month{11});
    CHECK(sim::digest(m.neighbourhoods[0]) == before);
    CHECK(says(problems_of(small_figures + small_option + "austerity_feedback = 0.5\n"),
               "equal_money = false"));
    CHECK(problems_of("equal_money = false\n" + small_figures + small_option + "austerity_feedback = 0.5\n")
              .empty());
}

}  // namespace weefsel::test_municipal_finance
