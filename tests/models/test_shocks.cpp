#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <set>

#include "models/process/meeting_place/attendance.hpp"
#include "models/process/shock/newcomers.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/scenario/shock_plan.hpp"
#include "models/study/equal_money.hpp"
#include "models/study/municipality.hpp"
#include "sim/checkpoint.hpp"
#include "small_funding.hpp"
#include "small_scenario.hpp"
#include "small_world.hpp"

namespace weefsel::test_shocks {

namespace {

const std::string one_option = "[[option]]\nname = \"a\"\n";

/// A buurt after a short warm-up, then so many months under the shocks of its scenario.
struct Struck {
    Scenario s;
    sim::RandomSource draws;
    std::vector<PlannedShock> plan;
    Workspace w;
    Neighbourhood n;
    std::uint64_t arrivals_before = 0;

    explicit Struck(const std::string& shocks, int months, std::uint32_t replicate = 0)
        : s(read_scenario_text(quick_study(one_option + shocks), "test.toml")), draws(s.seed, replicate) {
        plan = plan_shocks(s, map_of(s), draws);
        n = begin(s, 0, draws);
        for (int m = 0; m < 24; ++m) burn_in_month(n, s.parameters, draws, sim::Month{m}, 24, w);
        end_burn_in(n, s.parameters, 24);
        for (int m = 0; m < months; ++m) {
            step_month(n, {shocks_of(plan, m, s.parameters.shock), 1, false}, s.parameters, draws,
                       sim::Month{24 + m}, w);
            check_balances(n);
        }
    }
    [[nodiscard]] std::uint64_t arrivals() const { return n.people.of(Flow::arrivals); }
};

std::set<sim::BirthNumber> present(const Neighbourhood& n) {
    std::set<sim::BirthNumber> who;
    for (std::size_t i = 0; i < n.residents.rows(); ++i) {
        const ResidentId id{static_cast<std::uint16_t>(i)};
        if (n.residents.present[id]) who.insert(n.residents.birth_number[id]);
    }
    return who;
}

Scenario scenario_with(const std::string& shocks) {
    return read_scenario_text(quick_study(one_option + shocks), "test.toml");
}

}  // namespace

TEST_CASE("refugees are exactly as many persons as the scenario says, spread over the months") {
    const auto s = scenario_with(shock_text("refugees", "start_year = 0\nmonths = 6\npersons = 47"));
    const sim::RandomSource draws(s.seed, 0);
    const auto plan = plan_shocks(s, map_of(s), draws);
    auto n = begin(s, 0, draws);
    People people{n.residents, n.dwellings, n.ties, n.care, n.people, n.free_rows};
    std::vector<std::uint64_t> by_month;
    for (int m = 0; m < 8; ++m) {
        const auto before = n.people.of(Flow::arrivals);
        settle_newcomers(people, n.streets, n.inflow, shocks_of(plan, m, s.parameters.shock), 0, s.parameters,
                         draws, sim::Month{m});
        by_month.push_back(n.people.of(Flow::arrivals) - before);
        check_balances(n);
    }
    CHECK(std::accumulate(by_month.begin(), by_month.end(), std::uint64_t{0}) == 47);
    for (int m = 0; m < 6; ++m) CHECK(by_month[static_cast<std::size_t>(m)] >= 3);
    CHECK(by_month[6] + by_month[7] == 0);
}

TEST_CASE("refugees come from elsewhere, are young, insecure and distrust institutions more") {
    const Struck with(shock_text("refugees", "start_year = 0\nmonths = 1\npersons = 60"), 1);
    const Struck without("", 1);
    const auto known = present(without.n);
    const auto& r = with.n.residents;
    double came = 0, outside = 0, insecure = 0, trust = 0, age = 0, others_trust = 0, others_age = 0,
           others = 0;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who]) continue;
        if (known.count(r.birth_number[who]) == 1) {
            others_trust += r.institutional_trust[who];
            others_age += r.age[who];
            ++others;
            continue;
        }
        if (r.arrived[who] != 24 || r.origin[who] != Origin::outside_europe || r.income[who] != Income::low)
            continue;
        ++came;
        outside += r.origin[who] == Origin::outside_europe;
        insecure += r.insecurity[who] > 0.5F;
        trust += r.institutional_trust[who];
        age += r.age[who];
    }
    CHECK(came >= 52);  // a few may have gone on the same month
    CHECK(came < 70);   // and a few others have come
    CHECK(insecure / came > 0.85);
    CHECK(trust / came < others_trust / others - 0.05);
    CHECK(age / came < others_age / others - 8);
}

TEST_CASE("the same refugees come in every option, whatever stands empty there") {
    const auto s = scenario_with(shock_text("refugees", "start_year = 0\nmonths = 3\npersons = 12"));
    const sim::RandomSource draws(s.seed, 0);
    const auto plan = plan_shocks(s, map_of(s), draws);
    const auto who_came = [&](bool nothing_empty) {
        auto n = begin(s, 0, draws);
        People people{n.residents, n.dwellings, n.ties, n.care, n.people, n.free_rows};
        for (std::uint16_t k = 0; k < 12; ++k)  // some have moved out
            while (n.dwellings.members[DwellingId{k}] > 0)
                remove(people, n.dwellings.member[DwellingId{k}][0], Flow::departures, sim::Month{0});
        const auto before = present(n);
        auto p = s.parameters;
        p.shock.refugee_homes = nothing_empty ? 0 : 1;
        const auto homes = n.dwellings.rows();
        for (int m = 0; m < 3; ++m)
            settle_newcomers(people, n.streets, n.inflow, shocks_of(plan, m, p.shock), 0, p, draws,
                             sim::Month{m});
        CHECK((n.dwellings.rows() > homes) == nothing_empty);
        auto after = present(n);
        for (const auto who : before) after.erase(who);
        return after;
    };
    const auto vacant = who_came(false), built = who_came(true);
    CHECK(vacant.size() == 12);
    CHECK(vacant == built);
}

TEST_CASE("a new estate adds its dwellings in streets of 20 to 60, and people move in as it says") {
    const auto text =
        shock_text("new_estate",
                   "start_year = 0\nmonths = 10\ndwellings = 130\nsingle = 0.0\n"
                   "without_children = 0.0\nwith_children = 1.0\nowned = 0.0\nsocial_rent = 1.0\n"
                   "private_rent = 0.0");
    const Struck calm("", 10), struck(text, 10);
    const auto old = calm.n.dwellings.rows(), old_streets = calm.n.streets.rows();
    const auto& d = struck.n.dwellings;
    REQUIRE(d.rows() == old + 130);
    std::size_t next = old;
    for (std::size_t k = old_streets; k < struck.n.streets.rows(); ++k) {
        const StreetId street{static_cast<StreetId::rep>(k)};
        CHECK(struck.n.streets.dwellings[street] >= 20);
        CHECK(struck.n.streets.dwellings[street] <= 60);
        CHECK(struck.n.streets.first_dwelling[street].index() == next);
        next += struck.n.streets.dwellings[street];
    }
    CHECK(next == d.rows());
    int families = 0, empty = 0;
    std::set<std::uint64_t> numbers(d.number.begin(), d.number.end());
    CHECK(numbers.size() == d.rows());
    for (std::size_t i = old; i < d.rows(); ++i) {
        const DwellingId home{static_cast<DwellingId::rep>(i)};
        CHECK(d.tenure[home] == Tenure::social_rent);
        families += d.members[home] > 1;
        empty += d.members[home] == 0;
    }
    CHECK(families > 110);  // some have moved or parted since
    CHECK(empty < 10);
    CHECK(struck.arrivals() > calm.arrivals() + 250);
}

TEST_CASE("an estate without typed shares is lived in by people as those who move in") {
    const Struck struck(shock_text("new_estate", "start_year = 0\nmonths = 1\nsize = 0.2"), 1);
    const Struck calm("", 1);
    const auto homes = static_cast<double>(struck.n.dwellings.rows() - calm.n.dwellings.rows());
    CHECK(homes == std::round(0.2 * struck.s.neighbourhoods[0].dwellings));
    const auto came = static_cast<double>(struck.arrivals() - calm.arrivals());
    CHECK(came / homes > 1.4);
    CHECK(came / homes < 3.0);
}

TEST_CASE("no shock of any kind outside the horizon changes a bit, and one of any kind within does") {
    const auto digest = [](const std::string& shocks) {
        Struck struck(shocks, 14);
        return sim::digest(struck.n);
    };
    const auto calm = digest("");
    for (const char* kind : {"pandemic", "energy_crisis", "refugees", "new_estate"}) {
        INFO(kind);
        CHECK(digest(shock_text(kind, "start_year = 3\nmonths = 12")) == calm);
        CHECK(digest(shock_text(kind, "start_year = 1\nmonths = 12")) != calm);
    }
}

TEST_CASE("a pandemic keeps friends apart but not those who live together") {
    const auto hours_after = [](float given_up) {
        SmallWorld world(3);
        world.tie(0, 1, TieKind::friend_, 150.0F);
        world.tie(0, 2, TieKind::kin, 250.0F);
        People people{world.n.residents, world.n.dwellings, world.n.ties,
                      world.n.care,      world.n.people,    world.n.free_rows};
        leave_dwelling(people, ResidentId{2}, sim::Month{0});
        enter_dwelling(people, ResidentId{2}, DwellingId{0});
        ShockEffects effects;
        effects.visits_given_up = given_up;
        for (int m = 0; m < 12; ++m)
            step_month(world.n, {effects, 1, false}, world.p, world.draws, sim::Month{m}, world.w);
        return std::array<float, 2>{world.hours(0, 1), world.hours(0, 2)};
    };
    const auto usual = hours_after(0.0F), apart = hours_after(0.8F);
    CHECK(apart[0] < usual[0] - 20.0F);
    CHECK(apart[1] == Approx(usual[1]).margin(3.0));
}

TEST_CASE("who sees nobody from outside in a pandemic becomes lonelier") {
    const auto lonely_after = [](float given_up) {
        SmallWorld world(1);
        world.n.residents.outside_social[ResidentId{0}] = 30.0F;
        ShockEffects effects;
        effects.visits_given_up = given_up;
        for (int m = 0; m < 12; ++m)
            step_month(world.n, {effects, 1, false}, world.p, world.draws, sim::Month{m}, world.w);
        return world.n.residents.loneliness[ResidentId{0}];
    };
    CHECK(lonely_after(0.8F) > lonely_after(0.0F) + 0.1F);
}

TEST_CASE("in an energy crisis the same euros open buildings for fewer hours, the open air for as many") {
    auto small = SmallFunding::calm();
    small.add_place(PlaceKind::buurthuis);
    small.add_place(PlaceKind::park);
    small.begin({line_of({hours_of(PlaceKind::buurthuis, 20), hours_of(PlaceKind::park, 20)})});
    for (auto& full : small.places.hours_at_full) full = 40.0F;
    const PlaceId house{0}, park{1};
    ShockEffects crisis;
    const auto shares = [&](float rise) {
        crisis.building_cost = rise;
        close_places(small.places, crisis);
        small.month();
        return std::array<float, 2>{opening_share(small.places, house, small.parameters.meeting_place),
                                    opening_share(small.places, park, small.parameters.meeting_place)};
    };
    const auto usual = shares(0.0F);
    const auto granted = small.lines.granted[line0];
    const auto dear = shares(0.25F);
    CHECK(dear[0] == Approx(usual[0] / 1.25F));
    CHECK(dear[1] == usual[1]);
    CHECK(small.lines.granted[line0] == granted);
    CHECK(small.lines.spent[line0] == granted);
    const auto shock = shock_of(ShockKind::energy_crisis, 0, 12, 0.5);
    ShockParameters p;
    p.energy_place_cost = 0;
    const std::vector<PlannedShock> plan{{shock, 0, {}, {}, {}, {}}};
    CHECK(shocks_of(plan, 3, p).building_cost == 0.0F);
    CHECK(shocks_of(plan, 3, p).insecurity == 0.5F);
}

TEST_CASE("a shock with a chance of onset comes in some replicates, in one month for all options") {
    const auto s = scenario_with(shock_text("pandemic", "start_year = 1\nmonths = 6\nonset_chance = 0.2"));
    const auto map = map_of(s);
    int comes = 0, early = 0;
    constexpr int replicates = 2000;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        const auto plan = plan_shocks(s, map, sim::RandomSource(s.seed, replicate));
        CHECK(plan[0].first_month >= 12);
        comes += plan[0].first_month < s.months();
        early += plan[0].first_month < 24;
        CHECK(plan[0].first_month ==
              plan_shocks(s, map, sim::RandomSource(s.seed, replicate))[0].first_month);
    }
    CHECK(early / double{replicates} == Approx(0.2).margin(0.03));
    CHECK(comes / double{replicates} == Approx(1 - 0.8 * 0.8).margin(0.035));
}

TEST_CASE("a shock more leaves the onset of the others as it was") {
    const auto pandemic = shock_text("pandemic", "start_year = 0\nmonths = 6\nonset_chance = 0.1");
    const auto one = scenario_with(pandemic);
    const auto two =
        scenario_with(shock_text("austerity", "start_year = 0\nmonths = 6\nonset_chance = 0.5") + pandemic);
    const sim::RandomSource draws(1, 3);
    CHECK(plan_shocks(one, map_of(one), draws)[0].first_month ==
          plan_shocks(two, map_of(two), draws)[1].first_month);
}

TEST_CASE("the chance that a shock is at work is the share of replicates in which it is") {
    const auto s = scenario_with(shock_text("austerity", "start_year = 0.5\nmonths = 9\nonset_chance = 0.3"));
    const auto map = map_of(s);
    std::vector<double> seen(36, 0.0);
    constexpr int replicates = 4000;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        const auto plan = plan_shocks(s, map, sim::RandomSource(9, replicate));
        for (int m = 0; m < 36; ++m) seen[static_cast<std::size_t>(m)] += plan[0].at_work(m);
    }
    for (int m = 0; m < 36; ++m)
        CHECK(seen[static_cast<std::size_t>(m)] / replicates ==
              Approx(chance_at_work(s.shocks[0], m)).margin(0.025));
    CHECK(chance_at_work(shock_of(ShockKind::austerity, 3, 2, 0.5), 2) == 0.0);
    CHECK(chance_at_work(shock_of(ShockKind::austerity, 3, 2, 0.5), 3) == 1.0);
    CHECK(chance_at_work(shock_of(ShockKind::austerity, 3, 2, 0.5), 5) == 0.0);
}

TEST_CASE(
    "what a shock brings is divided over neighbourhoods by residents, or goes to the one that is named") {
    std::vector<NeighbourhoodFigures> all(3);
    all[0].name = "A";
    all[0].residents = 1000;
    all[1].name = "B";
    all[1].residents = 3000;
    all[2].name = "C";
    all[2].residents = 1000;
    auto shock = shock_of(ShockKind::refugees, 0, 12, 0.02);
    CHECK(falls_to(shock, all) == std::vector<int>{20, 60, 20});
    shock.count = 101;
    const auto divided = falls_to(shock, all);
    CHECK(divided[0] + divided[1] + divided[2] == 101);
    CHECK(std::abs(divided[1] - 61) <= 1);
    shock.neighbourhood = "B";
    CHECK(falls_to(shock, all) == std::vector<int>{0, 101, 0});
    CHECK(falls_to(shock_of(ShockKind::pandemic, 0, 12, 0.5), all).empty());
}

TEST_CASE("in a study of several neighbourhoods with every shock, people balance everywhere") {
    std::string text = "title = \"t\"\nyears = 2\nwarmup_years = 1\nreplicates = 1\nequal_money = false\n";
    for (const char* name : {"A", "B"}) {
        auto figures = small_figures;
        figures.replace(figures.find("[neighbourhood]"), 15, "[[neighbourhood]]");
        figures.replace(figures.find("Small"), 5, name);
        text += figures;
    }
    text += one_option + shock_text("refugees", "start_year = 0.25\nmonths = 6\npersons = 30") +
            shock_text("new_estate", "start_year = 0.5\nmonths = 4\ndwellings = 50\nneighbourhood = \"B\"") +
            shock_text("pandemic", "start_year = 0\nmonths = 12") +
            shock_text("energy_crisis", "start_year = 0\nmonths = 12");
    const auto s = read_scenario_text(text, "test.toml");
    const auto map = map_of(s);
    const auto live = [&](int threads) {
        const sim::RandomSource draws(1, 0);
        WorkerPool pool(threads, map.sites());
        auto m = begin_municipality(s, map, draws, pool);
        const auto plan = plan_shocks(s, map, draws);
        for (int month = 0; month < 24; ++month) {
            const Circumstances under{shocks_of(plan, month, s.parameters.shock), 1, false};
            live_month(m, map, under, s.parameters, draws, sim::Month{month}, pool);
            check_balances(m);
        }
        std::vector<std::uint64_t> digests;
        for (auto& n : m.neighbourhoods) digests.push_back(sim::digest(n));
        std::size_t homes = 0;
        for (const auto& n : m.neighbourhoods) homes += n.dwellings.rows();
        CHECK(homes >= 2 * 200 + 50);
        return digests;
    };
    CHECK(live(1) == live(2));
}

}  // namespace weefsel::test_shocks
