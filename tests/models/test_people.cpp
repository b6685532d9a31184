#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/measure/survey/cohesion.hpp"
#include "models/process/care/care.hpp"
#include "models/process/help/help.hpp"
#include "models/process/meeting_place/attendance.hpp"
#include "models/process/network/encounter.hpp"
#include "models/process/network/sessions.hpp"
#include "models/process/professional/work.hpp"
#include "models/process/wellbeing/wellbeing.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/world/event.hpp"
#include "models/world/life_table.hpp"
#include "sim/each_row.hpp"
#include "small_world.hpp"

namespace weefsel::test_people {

TEST_CASE("an event falls in the month in which the accumulated hazard passes its number") {
    SmallWorld world(1);
    auto& r = world.n.residents;
    const ResidentId who{0};
    r.left(EventKind::wmo)[who] = 0.25F;
    const std::vector<float> hazard{0.1F};
    std::vector<std::uint16_t> due;
    accumulate(r, EventKind::wmo, hazard, due);
    CHECK(due.empty());
    accumulate(r, EventKind::wmo, hazard, due);
    CHECK(due.empty());
    accumulate(r, EventKind::wmo, hazard, due);
    CHECK(due == std::vector<std::uint16_t>{0});
}

TEST_CASE("a lower hazard postpones the same event and draws nothing anew") {
    const auto month_of = [](float hazard) {
        SmallWorld world(1);
        auto& r = world.n.residents;
        r.left(EventKind::wmo)[ResidentId{0}] =
            event_threshold(world.draws, r.birth_number[ResidentId{0}], EventKind::wmo, 0);
        std::vector<std::uint16_t> due;
        for (int m = 0;; ++m) {
            accumulate(r, EventKind::wmo, {hazard}, due);
            if (!due.empty()) return m;
        }
    };
    CHECK(month_of(0.009F) >= month_of(0.010F));
    CHECK(month_of(0.005F) >= 2 * month_of(0.010F) - 1);
}

TEST_CASE("published death and birth rates stand at the middle of their age groups") {
    CHECK(death_rate(0, Sex::male) == Approx(0.00266));
    CHECK(death_rate(82, Sex::female) == Approx(0.0527).epsilon(1e-4));  // 80-84
    CHECK(death_rate(62, Sex::male) == Approx(0.00887).epsilon(1e-4));   // 60-64
    for (int age = 12; age < 105; ++age)
        CHECK(death_rate(age + 1, Sex::male) >= 0.9999F * death_rate(age, Sex::male));
    double children = 0;
    for (int age = 0; age < 60; ++age) children += birth_rate(age);
    CHECK(children == Approx(1.66).epsilon(1e-3));
}

TEST_CASE("simulated lives are as long as those of the life table") {
    // Two buurten's worth of people for 25 years: deaths and person-years by age and sex.
    auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "test.toml");
    auto& f = s.neighbourhoods[0];
    constexpr int times = 8;
    f.residents *= times;
    for (auto& a : f.age) a *= times;
    f.households *= times;
    f.single *= times;
    f.without_children *= times;
    f.with_children *= times;
    f.dwellings *= times;
    std::array<std::array<double, 111>, 2> years{}, deaths{};
    for (std::uint32_t replicate = 0; replicate < 6; ++replicate) {
        const sim::RandomSource draws(s.seed, replicate);
        Workspace w;
        auto n = begin(s, 0, draws);
        const auto& p = s.parameters;
        for (int m = 0; m < 240; ++m) {
            const sim::Month now{m};
            People people = people_of(n);
            grow_older(n.residents, n.dwellings, p, draws, now, w);
            const auto before = n.residents.present;
            die(people, n.norms, true, p, now, w);
            for (std::size_t i = 0; i < before.size(); ++i) {
                const ResidentId who{static_cast<std::uint16_t>(i)};
                if (!before[who]) continue;
                const auto sex = static_cast<std::size_t>(n.residents.sex[who]);
                years[sex][n.residents.age[who]] += 1.0 / 12.0;
                deaths[sex][n.residents.age[who]] += !n.residents.present[who];
            }
            give_birth(people, p, draws, now, w);
            leave_home(people, p, draws, now, w);
            couple_and_part(people, p, draws, now, w);
            move_out(people, n.streets, p, draws, now, w);
            move_in(people, n.inflow, n.norms, p, draws, now);
            feel(n.residents, n.ties, {}, p, draws, now, w);
        }
    }
    const auto life_expectancy = [&](std::size_t sex) {
        double alive = 1.0, e0 = 0.0;
        for (std::size_t age = 0; age < 110; ++age) {
            const double rate = years[sex][age] > 0 ? deaths[sex][age] / years[sex][age] : 0.5;
            const double next = alive * std::exp(-rate);
            e0 += rate > 0 ? (alive - next) / rate : alive;
            alive = next;
        }
        return e0;
    };
    // UN WPP 2019, Netherlands 2015-2020: women 83.77, men 80.32.
    CHECK(life_expectancy(0) == Approx(83.77).margin(0.5));
    CHECK(life_expectancy(1) == Approx(80.32).margin(0.5));
}

TEST_CASE("a visitor keeps the same place among others, and people of one age stand together") {
    SmallWorld world(20);
    auto& n = world.n;
    const auto january = draw_words(n.residents, n.places, world.draws, sim::Month{0});
    const auto february = draw_words(n.residents, n.places, world.draws, sim::Month{1});
    CHECK(january.own_session == february.own_session);
    CHECK(january.place_session == february.place_session);
    CHECK(january.session != february.session);
    const auto other_world = draw_words(n.residents, n.places, sim::RandomSource(1, 7), sim::Month{0});
    CHECK(january.own_session != other_world.own_session);
    constexpr double last = 1U << position_bits;
    double young = 0, old = 0;
    for (std::uint64_t who = 1; who <= 1000; ++who) {
        const auto word = static_cast<std::uint32_t>(sim::mix64(who));
        young += position_of(word, 20, 0.6F, 90.0F) / last;
        old += position_of(word, 80, 0.6F, 90.0F) / last;
        CHECK(position_of(word, 110, 1.0F, 90.0F) < last);
    }
    CHECK(old / 1000 > young / 1000 + 0.25);
}

TEST_CASE("a closed place is visited by nobody, and closing one never raises its visits") {
    const auto visits = [](double hours) {
        const auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "test.toml");
        const sim::RandomSource draws(s.seed, 0);
        Workspace w;
        auto n = begin(s, 0, draws);
        for (auto& own : n.places.own_hours) own = static_cast<float>(hours);
        for (auto& free : n.residents.free_hours) free = 100.0F;
        std::uint64_t sum = 0;
        for (int m = 0; m < 6; ++m) {
            choose_places(n.residents, n.dwellings, n.streets, n.ties, n.places, s.parameters.meeting_place,
                          s.parameters.place_kind, draws, sim::Month{m}, w);
            for (const auto v : n.places.visits) sum += v;
        }
        return sum;
    };
    CHECK(visits(0) == 0);
    CHECK(visits(8) < visits(40));
}

TEST_CASE("a full place turns visitors away by chance, and never counts more than it holds") {
    const auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "test.toml");
    const sim::RandomSource draws(s.seed, 0);
    Workspace w;
    auto n = begin(s, 0, draws);
    for (auto& c : n.places.capacity) c = 10.0F;
    for (auto& free : n.residents.free_hours) free = 100.0F;
    for (int m = 0; m < 6; ++m)
        choose_places(n.residents, n.dwellings, n.streets, n.ties, n.places, s.parameters.meeting_place,
                      s.parameters.place_kind, draws, sim::Month{m}, w);
    std::uint32_t fullest = 0;
    for (const auto v : n.places.visits) fullest = std::max(fullest, v);
    CHECK(fullest == 10);
}

TEST_CASE("efficacy runs from its start without a bond to one with a full bond") {
    CHECK(efficacy(0.0F, 0.4F) == Approx(0.4));
    CHECK(efficacy(1.0F, 0.4F) == Approx(1.0));
    CHECK(efficacy(0.5F, 0.4F) == Approx(0.7));
}

TEST_CASE("a role's hours are divided wholly") {
    for (const auto& division : usual_divisions(usual_hours)) {
        double sum = 0;
        for (const float share : division) sum += share;
        CHECK(sum == Approx(1.0).epsilon(1e-6));
    }
}

TEST_CASE("who helped much last month, or is frail, helps less; a closer tie helps more") {
    SmallWorld world(1);
    auto& r = world.n.residents;
    const ResidentId who{0};
    r.help_norm[who] = 0.5F;
    const auto help = sim::narrowed(world.p.help);
    const float usual = chance_to_help(r, who, 50.0F, help);
    CHECK(chance_to_help(r, who, 200.0F, help) > usual);
    // Where trust is the usual, only the rest counts; a tenth more of it adds 0.15 to the logit.
    r.trust[who] = help.help_trust_usual;
    const float at_usual = chance_to_help(r, who, 50.0F, help);
    r.trust[who] += 0.1F;
    CHECK(sim::logit(chance_to_help(r, who, 50.0F, help)) - sim::logit(at_usual) ==
          Approx(0.1 * world.p.help.help_trust).epsilon(1e-3));
    r.trust[who] = r.trust_level[who];
    r.frailty[who] = 0.6F;
    CHECK(chance_to_help(r, who, 50.0F, help) < usual);
    r.frailty[who] = 0.0F;
    r.help_load[who] = 5;
    CHECK(chance_to_help(r, who, 50.0F, help) < usual);
}

TEST_CASE("hours of care that partners receive are hours that partners give") {
    SmallWorld world(2);
    world.marry(0, 1);
    auto& r = world.n.residents;
    r.frailty[ResidentId{0}] =
        0.42F;  // 0.20 above the threshold: 22 h a month, of which a partner gives 75 %
    world.p.demography.frailty_growth = 0;
    care_for_each_other(r, world.n.ties, {}, 0.5F, world.p, world.draws, sim::Month{5}, world.w);
    CHECK(r.carer[ResidentId{0}] == ResidentId{1});
    CHECK(r.care_need[ResidentId{0}] == Approx(22.0).epsilon(1e-4));
    CHECK(r.care_given[ResidentId{1}] == Approx(16.5).margin(0.25));
    CHECK(r.care_informal[ResidentId{0}] == Approx(static_cast<double>(r.care_given[ResidentId{1}])));
}

TEST_CASE("who needs care every month but has nobody gets none") {
    SmallWorld world(1);
    world.n.residents.frailty[ResidentId{0}] = 0.5F;
    care_for_each_other(world.n.residents, world.n.ties, {}, 0.5F, world.p, world.draws, sim::Month{5},
                        world.w);
    CHECK(world.n.residents.care_informal[ResidentId{0}] == 0.0F);
    CHECK_FALSE(world.n.residents.carer[ResidentId{0}].exists());
}

TEST_CASE("care is first in first out: of three who wait, two places go to the two who came first") {
    SmallWorld world(3);
    auto& r = world.n.residents;
    auto& care = world.n.care;
    constexpr auto wmo = static_cast<std::size_t>(CareLine::wmo);
    care.capacity[wmo] = 2;
    for (int i = 0; i < 3; ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        r.care_waiting[who] = 1U << wmo;
        r.care_since[who][wmo] = static_cast<std::int16_t>(3 - i);  // the last came first
        ++care.waiting[wmo];
        ++care.joined[wmo];
    }
    People people{r, world.n.dwellings, world.n.ties, care, world.n.people, world.n.free_rows};
    admit(people, world.p.care, world.draws, sim::Month{5});
    CHECK((r.care_use[ResidentId{2}] & (1U << wmo)) != 0);
    CHECK((r.care_use[ResidentId{1}] & (1U << wmo)) != 0);
    CHECK((r.care_use[ResidentId{0}] & (1U << wmo)) == 0);
    CHECK(care.waiting[wmo] == 1);
    check_balances(world.n);
}

TEST_CASE(
    "two clients of Wmo support cost the municipality two twelfths of the yearly tariff less own payment") {
    SmallWorld world(2);
    auto& care = world.n.care;
    care.in_use[static_cast<std::size_t>(CareLine::wmo)] = 2;
    pay_care(world.n.residents, care, world.p.care);
    CHECK(care.cost[static_cast<std::size_t>(Payer::municipality)].value() ==
          Approx(2 * (4850.0 - 247.0) / 12).margin(0.01));
    CHECK(care.cost[static_cast<std::size_t>(Payer::residents)].value() ==
          Approx(2 * 247.0 / 12).margin(0.01));
    CHECK(care.cost[static_cast<std::size_t>(Payer::state)].value() == 0.0);
}

TEST_CASE("GP contacts follow the published means by age") {
    CHECK(gp_contacts_a_year(3, {}) == Approx(3.5));
    CHECK(gp_contacts_a_year(30, {}) == Approx(3.6));
    CHECK(gp_contacts_a_year(90, {}) == Approx(13.3));
}

TEST_CASE("an answer is one of five steps, and more cohesion gives a higher score") {
    CHECK(answer(0.0F, 0.0F) == 0.0F);
    CHECK(answer(0.6F, 0.0F) == 0.5F);
    CHECK(answer(0.9F, 0.5F) == 1.0F);
    SmallWorld world(1);
    auto& r = world.n.residents;
    const ResidentId who{0};
    const float before = cohesion_score(r, who, world.p.survey, world.draws, sim::Month{11});
    r.trust[who] = 1.0F;
    r.belonging[who] = 1.0F;
    CHECK(cohesion_score(r, who, world.p.survey, world.draws, sim::Month{11}) > before);
}

TEST_CASE("distress, frailty and insecurity make people lonelier, a partner less; and never off the scale") {
    const auto lonely_after_a_year = [](auto change) {
        SmallWorld world(1);
        change(world);
        for (int m = 0; m < 12; ++m) world.step(m);
        return world.n.residents.loneliness[ResidentId{0}];
    };
    const float usual = lonely_after_a_year([](SmallWorld&) {});
    CHECK(lonely_after_a_year([](SmallWorld& s) { s.n.residents.frailty[ResidentId{0}] = 0.5F; }) > usual);
    CHECK(lonely_after_a_year([](SmallWorld& s) {
              s.n.residents.insecurity[ResidentId{0}] = s.n.residents.insecurity_base[ResidentId{0}] = 0.8F;
          }) > usual);
    CHECK(lonely_after_a_year([](SmallWorld& s) { s.n.residents.outside_social[ResidentId{0}] = 30.0F; }) <
          usual);
    const float most =
        lonely_after_a_year([](SmallWorld& s) { s.n.residents.loneliness_level[ResidentId{0}] = 50.0F; });
    CHECK(most <= 11.0F);
    CHECK(most > 10.5F);
}

TEST_CASE("an unmet need becomes a signal, and fades when nobody hears it") {
    SmallWorld world(1);
    world.p.help.need = 1.0;
    help_each_other(world.n.residents, world.n.ties, world.p.help, world.draws, sim::Month{0}, world.w);
    CHECK(world.n.residents.signal[ResidentId{0}] == 1);
    world.p.help.need = 0.0;
    for (int m = 1; m <= 6; ++m)
        help_each_other(world.n.residents, world.n.ties, world.p.help, world.draws, sim::Month{m}, world.w);
    CHECK(world.n.residents.signal[ResidentId{0}] == 0);
}

TEST_CASE("nobody is older than the life table, not even who comes from elsewhere") {
    SmallWorld world(0);
    const auto who = world.add_resident(oldest_age + 4, Sex::male);
    CHECK(world.n.residents.age[who] == oldest_age);
}

}  // namespace weefsel::test_people
