#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/help/help.hpp"
#include "models/process/wellbeing/company.hpp"
#include "small_world.hpp"

namespace weefsel::test_company {

namespace {

ResidentId row(int i) { return ResidentId{static_cast<std::uint16_t>(i)}; }

/// A buurthuis (1.5 h a visit) in a world of four, where nothing is company but what a test adds.
struct Company {
    SmallWorld world{4};
    MonthRecord made;

    Company() {
        auto& p = world.n.places;
        p.visit([](const char*, auto& column) { column.resize(1); });
        p.kind[PlaceId{0}] = PlaceKind::buurthuis;
        made.encounters = Encounters(4);
    }
    float hours(int i) {
        return company_of_month(world.n.residents, world.n.places, made,
                                world.p)[static_cast<std::size_t>(i)];
    }
    void goes(int i, int times, float habit) {
        world.n.residents.regular[0][row(i)] = 0;
        world.n.residents.habit[0][row(i)] = habit;
        made.visits.push_back({0, static_cast<std::uint16_t>(i), 0, static_cast<std::uint8_t>(times)});
    }
};

}  // namespace

TEST_CASE("a visit among returning faces is company for as long as it lasts, among strangers for a part") {
    Company c;
    c.goes(0, 4, 1.0F);
    c.goes(1, 4, 0.0F);
    CHECK(c.hours(0) == Approx(4 * 1.5));
    CHECK(c.hours(1) == Approx(4 * 1.5 * 0.3));
    CHECK(c.hours(2) == 0.0F);
}

TEST_CASE("passing somebody in a shop is little company") {
    Company c;
    c.world.n.places.kind[PlaceId{0}] = PlaceKind::shop;
    c.goes(0, 4, 1.0F);
    CHECK(c.hours(0) == Approx(4 * 0.5 * 0.2));
}

TEST_CASE("help, volunteering and a professional's hours are company, and bad encounters take from it") {
    Company c;
    auto& r = c.world.n.residents;
    r.helped[row(0)] = 1;      // got help: 1 h
    r.help_given[row(0)] = 2;  // and gave it twice: 2 h
    r.volunteer_hours[row(1)] = 10.0F;
    r.support_hours[row(2)] = 2.0F;
    CHECK(c.hours(0) == Approx(3.0));
    CHECK(c.hours(1) == Approx(10 * 0.2));
    CHECK(c.hours(2) == Approx(2 * 0.5));
    c.made.encounters.negative[0] = 2;
    CHECK(c.hours(0) == Approx(1.0));
    c.made.encounters.negative[0] = 200;
    CHECK(c.hours(0) == 0.0F);
}

TEST_CASE("past company counts with its share and fades with its half-life") {
    Company c;
    auto p = c.world.p.company;
    p.usual = 0;
    p.slow_share = 0.5;
    p.halflife = 4;
    auto& r = c.world.n.residents;
    const float e_minus_one = std::exp(1.0F) - 1.0F;  // ln(1 + hours) = 1
    for (int month = 0; month < 200; ++month)
        static_cast<void>(feel_company(r, std::vector<float>(4, e_minus_one), p));
    CHECK(r.company_kept[row(0)] == Approx(1.0).margin(1e-4));
    for (int month = 0; month < 4; ++month)
        static_cast<void>(feel_company(r, std::vector<float>(4, 0.0F), p));
    CHECK(r.company_kept[row(0)] == Approx(0.5).margin(1e-4));
    const float felt = feel_company(r, std::vector<float>(4, e_minus_one), p)[0];
    CHECK(felt == Approx(0.5 + 0.5 * static_cast<double>(r.company_kept[row(0)])));
}

TEST_CASE("company makes less lonely, and without its two effects it does nothing") {
    const auto after = [](double emotional, double social, float hours) {
        SmallWorld world(2);
        world.p.company.emotional = emotional;
        world.p.company.social = social;
        Treatment treatment;
        treatment.after_work = [hours](MonthUnderWay& m) { m.made.arranged.company.assign(2, hours); };
        Circumstances under;
        under.treatment = &treatment;
        for (int month = 0; month < 120; ++month)
            step_month(world.n, under, world.p, world.draws, sim::Month{month}, world.w);
        return std::pair{
            world.n.residents.emotional_loneliness[row(0)],
            world.n.residents.loneliness[row(0)] - world.n.residents.emotional_loneliness[row(0)]};
    };
    const auto alone = after(0.3, 0.2, 0.0F), among = after(0.3, 0.2, 10.0F);
    CHECK(among.first < alone.first);
    CHECK(among.second < alone.second);
    CHECK(after(0, 0, 10.0F) == after(0, 0, 0.0F));
    // At the end: both parts stand at their items times sigma(x - effect ln(1 + hours)) within a little.
    const double felt = std::log(11.0);
    CHECK(std::log(among.first / (6 - among.first)) - std::log(alone.first / (6 - alone.first)) ==
          Approx(-0.3 * felt).margin(0.03));
}

TEST_CASE("who is frail or short of money gets about less, and free travel takes what money takes") {
    SmallWorld world(3);
    auto& r = world.n.residents;
    r.insecurity[row(1)] = 0.5F;
    r.frailty[row(2)] = 0.5F;
    const auto& p = world.p.company;
    get_about(r, {}, world.p);
    CHECK(r.mobility[row(0)] == 1.0F);
    CHECK(r.mobility[row(1)] == Approx(1 - 0.5 * p.travel_insecurity));
    CHECK(r.mobility[row(2)] == Approx(1 - 0.5 * p.travel_frailty));
    OutingTerms free;
    free.travel = 0.0F;
    get_about(r, std::vector{free}, world.p);
    CHECK(r.mobility[row(1)] == Approx(1.0));
    CHECK(r.mobility[row(2)] == Approx(1 - 0.5 * p.travel_frailty));
    r.rides[row(2)] = 1;
    get_about(r, {}, world.p);
    CHECK(r.mobility[row(2)] ==
          Approx(1 - 0.5 * p.travel_frailty * (1 - world.p.meeting_place.rides_relief)));
    free.age_from = 60;  // they are 40
    get_about(r, std::vector{free}, world.p);
    CHECK(r.mobility[row(1)] < 1.0F);
}

namespace {

/// Six volunteers at one open buurthuis, where an initiative of each theme runs.
struct Initiated : Company {
    Arranged arranged;
    Initiated() : Company() {
        auto& n = world.n;
        for (int k = 0; k < 8; ++k) world.add_resident(40, Sex::female);
        n.places.open[PlaceId{0}] = 1;
        n.initiatives.visit([](const char*, auto& column) { column.resize(themes); });
        for (auto& alive : n.initiatives.alive) alive = 1;
        for (const auto who : n.residents.ids()) {
            n.residents.volunteer_hours[who] = 5.0F;
            n.residents.volunteer_place[who] = 0;
        }
    }
    void meet(float follow = 1.0F) {
        arranged = {};
        meet_as_initiatives(world.n.initiatives, world.n.residents, world.n.places, follow, world.p,
                            world.draws, sim::Month{3}, arranged);
    }
    std::size_t members() const {
        std::size_t all = 0;
        for (const auto& group : arranged.groups) all += group.members.size();
        return all;
    }
};

}  // namespace

TEST_CASE("members of an initiative meet those of the same theme, and of no other") {
    Initiated world;
    world.meet();
    REQUIRE_FALSE(world.arranged.groups.empty());
    for (const auto& group : world.arranged.groups) {
        CHECK(group.times == 2);
        for (const auto member : group.members) {
            CHECK(theme_of(world.world.n.residents.birth_number[ResidentId{member}], world.world.draws) ==
                  theme_of(world.world.n.residents.birth_number[ResidentId{group.members.front()}],
                           world.world.draws));
            CHECK(world.arranged.company[member] == Approx(2 * 1.5));
        }
    }
    world.meet(0.0F);  // taken over: half as much again
    CHECK(world.arranged.groups.front().times == 3);
    for (auto& alive : world.world.n.initiatives.alive) alive = 0;
    world.meet();
    CHECK(world.arranged.groups.empty());
}

TEST_CASE("professionals serve what runs, mobilise where little does and relieve where the load is heavy") {
    Initiated world;
    auto& n = world.world.n;
    auto p = world.world.p.help;
    p.read_network = 1;
    const auto divided = [&] {
        WorkDone done;
        done.initiative_hours = 10.0F;
        read_network(done, n.initiatives, n.places, n.residents, p);
        CHECK(done.initiative_hours + done.mobilising_hours + done.carer_hours == Approx(10.0));
        return done;
    };
    CHECK(divided().initiative_hours == Approx(10.0));  // all run
    for (auto& alive : n.initiatives.alive) alive = 0;
    CHECK(divided().mobilising_hours == Approx(10.0));  // none does
    for (const auto who : n.residents.ids()) n.residents.overload[who] = 1.0F;
    CHECK(divided().carer_hours == Approx(10.0));  // all are overloaded
    p.read_network = 0;
    CHECK(divided().initiative_hours == Approx(10.0));
}

}  // namespace weefsel::test_company
