#include <catch2/catch.hpp>

#include "models/process/care/care.hpp"
#include "models/process/care/care_cost.hpp"
#include "models/scenario/read_scenario.hpp"
#include "sim/checkpoint.hpp"
#include "small_world.hpp"

namespace weefsel::test_care_cost {

namespace {

double paid(const std::array<double, payers>& cost, Payer payer) {
    return cost[static_cast<std::size_t>(payer)];
}

constexpr std::size_t nursing = static_cast<std::size_t>(CareLine::district_nursing);

}  // namespace

TEST_CASE("hours of informal care and volunteering cost the residents, and nobody else") {
    SmallWorld world(3);
    const auto before = cost_of(use_of(world.n.residents, 0, world.p.care), world.p.care);
    world.n.residents.care_given[ResidentId{0}] = 10.0F;
    world.n.residents.volunteer_hours[ResidentId{1}] = 4.5F;
    const auto use = use_of(world.n.residents, 0, world.p.care);
    const auto after = cost_of(use, world.p.care);
    CHECK(own_hours_of(use, world.p.care) ==
          Approx(10 * world.p.care.price_informal_hour + 4.5 * world.p.care.price_volunteer_hour));
    CHECK(paid(after, Payer::residents) - paid(before, Payer::residents) ==
          Approx(own_hours_of(use, world.p.care)));
    for (const auto payer : {Payer::municipality, Payer::insurers, Payer::state})
        CHECK(paid(after, payer) == paid(before, payer));
}

TEST_CASE("care that moves from nurses to the family is a saving for insurers and hours for residents") {
    const CareParameters p;
    CareUse nurses, family;
    nurses.clients[nursing] = 1;
    family.informal_given = 4 * 40;  // 40 h
    const auto before = cost_of(nurses, p), after = cost_of(family, p);
    CHECK(paid(before, Payer::insurers) == Approx(p.price_nursing / 12));
    CHECK(paid(after, Payer::insurers) == 0.0);
    CHECK(paid(before, Payer::residents) == 0.0);
    CHECK(paid(after, Payer::residents) == Approx(40 * p.price_informal_hour));
}

TEST_CASE("hospital care costs by age as GP contacts do, whatever the frailty") {
    SmallWorld world(0);
    const auto who = world.add_resident(90, Sex::female);
    const auto& p = world.p.care;
    const auto cost = paid(cost_of(use_of(world.n.residents, 0, world.p.care), p), Payer::insurers);
    CHECK(cost == Approx(p.price_hospital / 12 * 13.3 / 4.4));
    world.n.residents.frailty[who] = 0.9F;
    CHECK(paid(cost_of(use_of(world.n.residents, 0, world.p.care), p), Payer::insurers) == cost);
}

TEST_CASE("the cost of the month does not depend on who stands in which row") {
    SmallWorld a(2), b(2);
    a.n.residents.care_given[ResidentId{0}] = b.n.residents.care_given[ResidentId{1}] = 10.3F;
    a.n.residents.volunteer_hours[ResidentId{1}] = b.n.residents.volunteer_hours[ResidentId{0}] = 3.7F;
    CHECK(cost_of(use_of(a.n.residents, 0, a.p.care), a.p.care) ==
          cost_of(use_of(b.n.residents, 0, b.p.care), b.p.care));
}

TEST_CASE("dearer care changes its cost and nothing else in the lives of a buurt") {
    const auto simulated = [](double times) {
        const auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "test.toml");
        auto p = s.parameters;
        for (auto* price : {&p.care.price_gp_contact, &p.care.price_wmo, &p.care.price_hospital,
                            &p.care.price_residential, &p.care.price_informal_hour})
            *price *= times;
        const sim::RandomSource draws(s.seed, 0);
        Workspace w;
        auto n = begin(s, 0, draws);
        for (int m = 0; m < 24; ++m) burn_in_month(n, p, draws, sim::Month{m}, 24, w);
        return sim::digests(n);
    };
    const auto usual = simulated(1), dear = simulated(1.2);
    for (std::size_t k = 0; k < usual.size(); ++k) {
        INFO(usual[k].name);
        CHECK((usual[k].digest == dear[k].digest) == (usual[k].name != "care.cost"));
    }
}

TEST_CASE("two deaths fewer cost the care of two elders, and the other way round as much less") {
    LifeMonth here{10, {}}, there{12, {}};
    here.per_elder[0] = 300;
    there.per_elder[0] = 100;
    const auto added = care_in_added_life(here, there), taken = care_in_added_life(there, here);
    CHECK(added[0] == Approx(2 * 200.0));
    CHECK(taken[0] == -added[0]);
    CHECK(care_in_added_life(here, here)[0] == 0.0);
}

TEST_CASE("the care of an elder leaves out the hours that elders give") {
    SmallWorld world(1);
    const auto who = world.add_resident(80, Sex::male);
    world.n.residents.volunteer_hours[who] = 20.0F;
    const auto life = life_of(world.n.residents, 3, world.p.care);
    CHECK(life.deaths == 3);
    CHECK(paid(life.per_elder, Payer::residents) == 0.0);
    CHECK(paid(life.per_elder, Payer::insurers) == Approx(world.p.care.price_hospital / 12 * 8.9 / 4.4));
}

TEST_CASE("what the municipality pays for care is Wmo support and youth care") {
    SmallWorld world(1);
    auto& care = world.n.care;
    care.in_use[static_cast<std::size_t>(CareLine::wmo)] = 6;
    care.in_use[static_cast<std::size_t>(CareLine::youth_care)] = 3;
    auto& p = world.p.care;
    p.price_youth = 1200;
    p.price_wmo = 600;
    p.own_wmo = 0;
    pay_care(world.n.residents, care, p);
    CHECK(cost_of_youth_care(care, p) == Approx(300));  // 3 x 1200 / 12
    CHECK(care.cost[static_cast<std::size_t>(Payer::municipality)].value() == Approx(600));
}

TEST_CASE("three tenths of a saving are cash two years later, and nothing before") {
    const std::vector<double> saving{100, 200, 300, 400};
    CHECK(cashed(saving, 1, 0.3, 24) == 0.0);
    CHECK(cashed(saving, 2, 0.3, 24) == 0.0);
    CHECK(cashed(saving, 3, 0.3, 24) == Approx(30));
    CHECK(cashed(saving, 4, 0.3, 24) == Approx(60));
    CHECK(cashed(saving, 4, 0.3, 18) == Approx(0.3 * 250));
    CHECK(cashed(saving, 4, 1, 0) == Approx(400));
    CHECK(cashed(saving, 4, 0, 0) == 0.0);
}

TEST_CASE(
    "in a study the reference adds no years of life to itself, and hours are part of what residents pay") {
    const auto s = read_scenario_text(
        quick_study(
            option_text("a", std::string("form = \"project\"\nsource = \"incidental\"\n") + same_buys) +
            "[[option]]\nname = \"nothing\"\n"),
        "test.toml");
    const Study study(s);
    const auto unit = study.run({0, 0});
    const auto& flows = study.layout().flows;
    REQUIRE(flows.size() == study.layout().flow_prose.size());
    const auto money = [&](std::size_t option, const char* flow, Payer payer, int year) {
        const auto f = static_cast<std::size_t>(std::find(flows.begin(), flows.end(), flow) - flows.begin());
        return unit.options[option].money[(static_cast<std::size_t>(year) * flows.size() + f) * payers +
                                          static_cast<std::size_t>(payer)];
    };
    for (int year = 0; year < s.years; ++year) {
        for (std::size_t payer = 0; payer < payers; ++payer)
            CHECK(money(0, "care_added_life", static_cast<Payer>(payer), year) == 0.0);
        const double hours = money(0, "own_hours", Payer::residents, year);
        CHECK(hours > 0);
        CHECK(hours < money(0, "care_cost", Payer::residents, year));
        CHECK(money(0, "own_hours", Payer::municipality, year) == 0.0);
        const double youth = money(0, "youth_care", Payer::municipality, year);
        CHECK(youth > 0);
        CHECK(youth < money(0, "care_cost", Payer::municipality, year));
    }
}

}  // namespace weefsel::test_care_cost
