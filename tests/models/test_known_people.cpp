#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "models/measure/survey/cohesion.hpp"
#include "models/process/network/known_faces.hpp"
#include "models/world/known_people.hpp"
#include "switch_table.hpp"

namespace weefsel::test_known_people {

namespace {

ResidentId row(int i) { return ResidentId{static_cast<std::uint16_t>(i)}; }

float know_item(const SmallWorld& world, int who) {
    auto p = world.p.survey;
    p.answer_noise = 0;
    return cohesion_answers(world.n.residents, row(who), p, world.draws, sim::Month{11})[0];
}

/// The share of the street known to one of two after so many months.
float known_after(SmallWorld& world, int months, std::uint8_t met_a_month) {
    Encounters met(world.n.residents.rows());
    for (auto& on_pavement : met.on_pavement) on_pavement = met_a_month;
    for (int month = 0; month < months; ++month)
        know_faces(world.n.residents, world.n.dwellings, world.n.streets, met, world.p.network, world.w);
    return world.n.residents.known_street[row(0)];
}

/// A buurt a year on, with its places as they are or closed.
MonthInParts a_year_on(bool closed) {
    auto m = a_rich_buurt();
    Parameters p;
    p.meeting_place.substitution = 0;  // who misses a place does not go to another instead
    if (closed) m.under.shocks.places_closed = 1.0F;
    for (int month = 0; month < 12; ++month) {
        m.step(p);
        m.now = m.now + 1;
    }
    return m;
}

}  // namespace

TEST_CASE("who is met on the pavement gets to know the street, and knows it better the longer") {
    SmallWorld world(2);
    CHECK(world.n.residents.known_street[row(0)] == Approx(world.p.network.known_on_arrival));
    const float one_year = known_after(world, 12, 2), three_years = known_after(world, 24, 2);
    CHECK(one_year > world.p.network.known_on_arrival);
    CHECK(three_years > one_year);
    SmallWorld alone(2);
    CHECK(known_after(alone, 36, 0) == Approx(alone.p.network.known_on_arrival));
}

TEST_CASE("a street whose dwellings change hands is known less") {
    SmallWorld stays(2), turns(2);
    turns.n.streets.turnover[StreetId{0}] = 0.2F;
    CHECK(known_after(turns, 60, 2) < known_after(stays, 60, 2));
}

TEST_CASE("who moves to another street knows nobody there, who moves within the street does") {
    SmallWorld world(3);
    world.n.dwellings.street[DwellingId{2}] = StreetId{1};
    for (auto& known : world.n.residents.known_street) known = 0.8F;
    auto people = people_of(world.n);
    move_house(people, row(0), DwellingId{1}, world.p.network, sim::Month{0});
    CHECK(world.n.residents.known_street[row(0)] == 0.8F);
    move_house(people, row(0), DwellingId{2}, world.p.network, sim::Month{0});
    CHECK(world.n.residents.known_street[row(0)] == Approx(world.p.network.known_on_arrival));
}

TEST_CASE("losing a tie raises neither the number of people known nor that people here know each other") {
    for (const float share : {0.0F, 0.3F, 1.0F}) {
        SmallWorld world(10);
        for (auto& known : world.n.residents.known_street) known = share;
        for (int k = 1; k <= 4; ++k) world.tie(0, k, TieKind::friend_, 100.0F);
        world.n.ties.casual[row(0)] = 4;
        const auto before = people_known(world.n)[0];
        const float item = know_item(world, 0);
        end_tie(world.n.ties, row(0), 0);
        world.n.ties.casual[row(0)] = 3;
        const auto without = people_known(world.n)[0];
        CHECK(without <= before);
        CHECK(know_item(world, 0) == item);
        // Known again is one person.
        world.tie(0, 1, TieKind::friend_, 100.0F);
        world.n.ties.casual[row(0)] = 4;
        CHECK(people_known(world.n)[0] == before);
    }
}

TEST_CASE(
    "the more of the street somebody knows and the stronger the habit, the more people know each other") {
    SmallWorld world(2);
    auto& r = world.n.residents;
    r.known_street[row(0)] = 0.1F;
    const float few = know_item(world, 0);
    r.known_street[row(0)] = 0.9F;
    const float many = know_item(world, 0);
    CHECK(many > few);
    r.known_street[row(0)] = 0.1F;
    r.habit[1][row(0)] = 1.0F;
    CHECK(know_item(world, 0) > few);
}

TEST_CASE("nobody knows more people than live here") {
    auto m = a_rich_buurt();
    everybody(m, [](Residents& r, ResidentId who) { r.known_street[who] = 1.0F; });
    const auto known = people_known(m.n);
    for (const auto count : known) CHECK(count < m.n.people.residents());
    for (std::size_t i = 0; i < known.size(); ++i)
        if (const ResidentId who{static_cast<std::uint16_t>(i)}; m.n.residents.present[who])
            CHECK(known[i] >= m.n.ties.casual[who]);
}

TEST_CASE("when places close nobody says more than before that people here know each other") {
    const auto open = a_year_on(false), closed = a_year_on(true);
    const auto sum = [](const std::vector<std::uint16_t>& known) {
        return std::accumulate(known.begin(), known.end(), 0U);
    };
    CHECK(sum(people_known(closed.n)) < sum(people_known(open.n)));
    SurveyParameters p;
    p.answer_noise = 0;
    double with = 0, without = 0;
    const auto add = [&](const MonthInParts& m, double& to) {
        for (const auto who : m.n.residents.ids())
            if (m.n.residents.present[who])
                to += static_cast<double>(cohesion_answers(m.n.residents, who, p, m.draws, m.now)[0]);
    };
    add(open, with);
    add(closed, without);
    CHECK(without < with);
}

}  // namespace weefsel::test_known_people
