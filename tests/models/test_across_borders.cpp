#include <catch2/catch.hpp>

#include "models/process/wellbeing/wellbeing.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/municipality.hpp"
#include "models/world/tie_change.hpp"
#include "sim/checkpoint.hpp"
#include "small_world.hpp"

namespace weefsel::test_across_borders {

namespace {

std::string buurt(const std::string& name) {
    return "[[neighbourhood]]\nname = \"" + name +
           "\"\nresidents = 300\nage_0_14 = 50\nage_15_24 = 40\nage_25_44 = 80\nage_45_64 = 75\nage_65_over "
           "= "
           "55\nhouseholds = 145\nsingle = 60\nwithout_children = 42\nwith_children = 43\ndwellings = "
           "175\nvacancy = 0.3\nmunicipality = "
           "\"Here\"\nmunicipality_residents = 900\n";
}

const std::string head =
    "title = \"three\"\nquestion = \"?\"\nyears = 3\nwarmup_years = 2\nreplicates = 1\nseed = 5\nequal_money "
    "= "
    "false\n";
const std::string option =
    option_text("a", std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys);
const std::string catching = "[parameters]\n\"wellbeing.contagion\" = 0.03\n";

sim::UnitResult run(const std::string& parameters, int threads = 1) {
    const std::string text = head + buurt("North") + buurt("East") + buurt("South") + option + parameters;
    return Study(read_scenario_text(text, "test.toml"), true).run({0, 0}, nullptr, threads);
}

/// Two people in neighbourhoods of their own who are friends across the border.
struct TwoFriends {
    Municipality m;
    Parameters p;
    sim::RandomSource draws{3, 0};
    WorkerPool pool{1, 2};
    sim::BirthNumber one, other;

    explicit TwoFriends(TieKind kind = TieKind::friend_, float hours = 100.0F) {
        SmallWorld first(1), second(1);
        p = first.p;
        second.n.residents.birth_number[ResidentId{0}] = 99;
        one = first.n.residents.birth_number[ResidentId{0}];
        other = 99;
        m.neighbourhoods = {first.n, second.n};
        m.borders = {new_border(1.0F), new_border(1.0F)};
        m.borders[0].ties.push_back({one, other, 0, 1, 0, to_tie_hours(hours), 0, kind});
        m.borders[1].ties.push_back({other, one, 0, 0, 0, to_tie_hours(hours), 0, kind});
        p.help.help_level = 6;  // whoever is asked helps
        p.exchange.help_across = 1;
        p.exchange.contact_across = 0;
        p.network.fading = 0;
    }
    /// A month of both, in which everybody knows how lonely the ties across borders are.
    void step(const std::vector<std::vector<LonelyBeyond>>& lonely) {
        Workspace w;
        for (std::size_t site = 0; site < 2; ++site) {
            Circumstances under;
            under.lonely_beyond = lonely[site];
            step_month(m.neighbourhoods[site], under, p, draws, sim::Month{0}, w);
        }
    }
    Residents& at(std::size_t site) { return m.neighbourhoods[site].residents; }
    /// The first asks those elsewhere.
    void ask() {
        std::vector<MonthRecord> months(2);
        months[0].refused = {0};
        help_across(m, months, p.help, p.exchange, draws, sim::Month{0}, pool);
    }
    /// The first asked for help this month and nobody here gave any.
    void be_refused_at_home() {
        at(0).helped[ResidentId{0}] = 2;
        at(0).signal[ResidentId{0}] = 1;
        ask();
    }
};

}  // namespace

TEST_CASE("who asked in vain is helped by a friend in another neighbourhood, and that is load and contact") {
    TwoFriends world;
    world.be_refused_at_home();
    const ResidentId row{0};
    CHECK(world.at(0).helped[row] == 1);
    CHECK(world.at(0).signal[row] == 0);
    CHECK(world.at(1).help_given[row] == 1);
    CHECK(world.at(1).helped[row] == 0);
    ties_across(world.m, {}, world.p.network, world.p.exchange, world.draws, sim::Month{0}, world.pool);
    for (const auto& border : world.m.borders) {
        REQUIRE(border.ties.size() == 1);
        CHECK(from_tie_hours(border.ties[0].hours) == Approx(101.0));  // an hour of helping
        CHECK(border.ties[0].met == 0);
    }
}

TEST_CASE("friends across a border drift apart once, at both ends, in a birth month of one of them") {
    const auto ties_after = [](double rate, int months) {
        TwoFriends world;
        world.p.network.drift_apart = rate;
        for (int month = 0; month < months; ++month)
            ties_across(world.m, {}, world.p.network, world.p.exchange, world.draws, sim::Month{month},
                        world.pool);
        CHECK(world.m.borders[0].ties.size() == world.m.borders[1].ties.size());
        return world.m.borders[0].ties.size();
    };
    CHECK(ties_after(1e6, 12) == 0);
    CHECK(ties_after(0, 12) == 1);
}

TEST_CASE("an unmet need that has stood for longer stays one, whoever helps this month") {
    TwoFriends world;
    world.at(0).signal[ResidentId{0}] = 4;
    world.ask();
    CHECK(world.at(0).helped[ResidentId{0}] == 1);
    CHECK(world.at(0).signal[ResidentId{0}] == 4);
}

TEST_CASE(
    "kin elsewhere are not asked once more, nor a friend who has left, nor anybody with help across off") {
    TwoFriends kin(TieKind::kin), left, off;
    left.at(1).present[ResidentId{0}] = 0;
    off.p.exchange.help_across = 0;
    for (auto* world : {&kin, &left, &off}) {
        world->be_refused_at_home();
        CHECK(world->at(0).helped[ResidentId{0}] == 2);
        CHECK(world->at(0).signal[ResidentId{0}] == 1);
        CHECK(world->at(1).help_given[ResidentId{0}] == 0);
        CHECK(world->m.borders[0].ties[0].met == 0);
    }
}

TEST_CASE("loneliness is caught over a tie that crosses a border as over one that does not") {
    constexpr double contagion = 0.036;
    // Two friends in one neighbourhood: the one is 11 lonely, the other catches it.
    SmallWorld together(2);
    together.p.wellbeing.contagion = contagion;
    together.tie(0, 1, TieKind::friend_, 20.0F);  // too few hours to count as contact with friends
    set_loneliness(together.n.residents, ResidentId{1}, 11.0F);
    together.step(0);
    TwoFriends apart(TieKind::friend_, 100.0F);
    apart.p = together.p;
    set_loneliness(apart.at(1), ResidentId{0}, 11.0F);
    apart.step(lonely_across(apart.m, apart.p.wellbeing, apart.pool));
    CHECK(apart.at(0).loneliness[ResidentId{0}] == together.n.residents.loneliness[ResidentId{0}]);
    SmallWorld left_alone(1);
    left_alone.p.wellbeing.contagion = contagion;
    left_alone.step(0);
    CHECK(apart.at(0).loneliness[ResidentId{0}] > left_alone.n.residents.loneliness[ResidentId{0}]);
    // Who has moved in where somebody has left does not catch what that one would have.
    TwoFriends replaced(TieKind::friend_, 100.0F);
    replaced.p = together.p;
    set_loneliness(replaced.at(1), ResidentId{0}, 11.0F);
    const auto lonely = lonely_across(replaced.m, replaced.p.wellbeing, replaced.pool);
    replaced.at(0).birth_number[ResidentId{0}] = 12345;
    replaced.step(lonely);
    CHECK(replaced.at(0).loneliness[ResidentId{0}] == left_alone.n.residents.loneliness[ResidentId{0}]);
}

TEST_CASE("help and contagion across borders are the same bits for any number of threads, and they act") {
    const auto one = run(catching), two = run(catching, 2), three = run(catching, 3);
    CHECK((one.options[0].digests == two.options[0].digests));
    CHECK((one.options[0].digests == three.options[0].digests));
    CHECK(one.options[0].numerator == three.options[0].numerator);
    const auto no_help = run(catching + "\"exchange.help_across\" = 0\n");
    CHECK((no_help.options[0].digests != one.options[0].digests));
}

}  // namespace weefsel::test_across_borders
