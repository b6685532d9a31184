#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "models/process/household/leaving.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/world/event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/tie_change.hpp"
#include "sim/checkpoint.hpp"
#include "small_scenario.hpp"
#include "small_world.hpp"

namespace weefsel::test_couples {

namespace {

People people_in(Neighbourhood& n) {
    return {n.residents, n.dwellings, n.ties, n.care, n.people, n.free_rows};
}

/// A street of singles in which residents 0 .. `due` - 1 form a couple this month, and all partners live
/// here.
struct Singles : SmallWorld {
    explicit Singles(int residents, int due = 1) : SmallWorld(residents) {
        p.demography.couple_here = 0.9;
        p.demography.stay_when_leaving = 0;
        for (int i = 0; i < due; ++i) n.residents.left(EventKind::couple)[at(i)] = 1e-9F;
    }
    static ResidentId at(int i) { return ResidentId{static_cast<std::uint16_t>(i)}; }
    void couple(int month = 0) {
        auto people = people_in(n);
        couple_and_part(people, p, draws, sim::Month{month}, w);
        check_balances(n);
    }
    /// The first month in which the event of resident 0 is one with somebody here.
    int local_month() {
        const auto share = static_cast<float>(p.demography.couple_here);
        for (int month = 0;; ++month)
            if (sim::uniform_of(draws.block(Stream::couple, n.residents.birth_number[at(0)],
                                            sim::Month{month})[1]) < share / (2.0F - share))
                return month;
    }
    /// The first month in which it is with somebody elsewhere, who comes (or to whom the resident goes).
    int outside_month(bool comes) {
        for (int month = 0;; ++month) {
            const auto words =
                draws.block(Stream::couple, n.residents.birth_number[at(0)], sim::Month{month});
            if ((sim::uniform_of(words[0]) < static_cast<float>(p.demography.partner_moves_in)) == comes)
                return month;
        }
    }
    /// A child of resident 0, who lives there.
    ResidentId child_of_first(int age) {
        const auto child = add_resident(age, Sex::female);
        auto people = people_in(n);
        leave_dwelling(people, child, sim::Month{0});
        enter_dwelling(people, child, n.residents.dwelling[at(0)]);
        tie_household(people, n.residents.dwelling[at(0)], p.network);
        return child;
    }
};

}  // namespace

TEST_CASE("two residents who form a couple live together, and one dwelling stands empty") {
    Singles world(2);
    world.couple(world.local_month());
    const auto& r = world.n.residents;
    CHECK(r.partner[Singles::at(0)] == Singles::at(1));
    CHECK(r.partner[Singles::at(1)] == Singles::at(0));
    CHECK(r.dwelling[Singles::at(0)] == r.dwelling[Singles::at(1)]);
    CHECK(world.n.dwellings.members[DwellingId{0}] + world.n.dwellings.members[DwellingId{1}] == 2);
    CHECK(world.n.people.of(Flow::arrivals) + world.n.people.of(Flow::departures) == 0);
    CHECK(world.hours(0, 1) == 400.0F);
}

TEST_CASE("the tie that two had becomes one of partners at both ends, and is no second one") {
    Singles world(2);
    world.tie(0, 1, TieKind::neighbour, 30.0F);
    world.couple(world.local_month());
    CHECK(world.n.ties.count[Singles::at(0)] == 1);
    CHECK(world.n.ties.row[Singles::at(0)].kind(0) == TieKind::partner);
    CHECK(world.n.ties.row[Singles::at(1)].kind(0) == TieKind::partner);
    CHECK(world.hours(0, 1) == 400.0F);
}

TEST_CASE("a row full of kin and friends gives way to a partner where it is not all kin") {
    Singles world(26);
    for (int k = 2; k < 26; ++k) world.tie(0, k, k < 25 ? TieKind::kin : TieKind::friend_, 100.0F);
    become_partners(world.n.ties, Singles::at(0), Singles::at(1), to_tie_hours(400.0F));
    CHECK(world.hours(0, 1) == 400.0F);
    CHECK(world.hours(0, 25) == 0.0F);
    check_ties(world.n.ties, world.n.residents);
}

TEST_CASE("whom one knows becomes one's partner more often, and nobody does by family or in the same home") {
    const auto chosen = [](double known) {
        int friend_chosen = 0;
        for (std::uint32_t replicate = 0; replicate < 300; ++replicate) {
            Singles world(12);
            world.draws = sim::RandomSource(1, replicate);
            world.p.demography.couple_known = known;
            world.tie(0, 1, TieKind::friend_, 60.0F);
            world.tie(0, 3, TieKind::kin, 200.0F);
            world.couple(world.local_month());
            const auto partner = world.n.residents.partner[Singles::at(0)];
            REQUIRE(partner.exists());
            CHECK(partner != Singles::at(3));
            CHECK(world.n.residents.sex[partner] == Sex::male);
            friend_chosen += partner == Singles::at(1);
        }
        return friend_chosen / 300.0;
    };
    CHECK(chosen(1) == Approx(1 / 5.0).margin(0.07));  // of five men who are no kin
    CHECK(chosen(5) == Approx(5 / (5 + 4.0)).margin(0.08));
}

TEST_CASE("children come along when their parent joins a resident") {
    for (std::uint32_t replicate = 0; replicate < 8; ++replicate) {
        Singles world(2);
        world.draws = sim::RandomSource(1, replicate);
        const auto child = world.child_of_first(8);
        world.couple(world.local_month());
        const auto& r = world.n.residents;
        REQUIRE(r.partner[Singles::at(0)] == Singles::at(1));
        CHECK(r.dwelling[child] == r.dwelling[Singles::at(0)]);
        CHECK(r.dwelling[child] == r.dwelling[Singles::at(1)]);
        CHECK(entry_of(world.n.ties, child, Singles::at(1)) >= 0);
    }
}

TEST_CASE("two who both live with a parent move into an empty dwelling, or leave where there is none") {
    for (const bool empty : {true, false}) {
        Singles world(2);
        auto people = people_in(world.n);
        auto& r = world.n.residents;
        for (int i = 0; i < 2; ++i) {
            const auto parent = world.add_resident(70, Sex::female);
            world.n.residents.sex[parent] = i == 0 ? Sex::female : Sex::male;
            r.partner[parent] = parent;  // spoken for
            const auto own = r.dwelling[parent];
            leave_dwelling(people, parent, sim::Month{0});
            enter_dwelling(people, parent, r.dwelling[Singles::at(i)]);
            if (empty) continue;
            const auto lodger = world.add_resident(75, Sex::female);  // the home is let to somebody
            r.partner[lodger] = lodger;
            leave_dwelling(people, lodger, sim::Month{0});
            enter_dwelling(people, lodger, own);
        }
        auto& d = world.n.dwellings;
        if (!empty)
            for (std::size_t k = 0; k < d.rows(); ++k) {  // and no other stands empty
                const DwellingId home{static_cast<DwellingId::rep>(k)};
                if (d.members[home] > 0) continue;
                const auto lodger = world.add_resident(75, Sex::female);
                r.partner[lodger] = lodger;
                const auto own = r.dwelling[lodger];
                leave_dwelling(people, lodger, sim::Month{0});
                enter_dwelling(people, lodger, home);
                d.visit([&](const char*, auto& column) { column.resize(own.index()); });
            }
        const auto before = world.n.people.residents();
        world.couple(world.local_month());
        if (empty) {
            CHECK(world.n.people.residents() == before);
            CHECK(r.dwelling[Singles::at(0)] == r.dwelling[Singles::at(1)]);
            CHECK(d.members[r.dwelling[Singles::at(0)]] == 2);
        } else {
            CHECK(world.n.people.residents() == before - 2);
        }
    }
}

TEST_CASE(
    "two families who are more than a dwelling holds leave the study, and smaller ones may move within it") {
    for (const int children : {2, 5}) {
        Singles world(2);
        auto& r = world.n.residents;
        auto& d = world.n.dwellings;
        auto people = people_in(world.n);
        Departures departures;
        people.departures = &departures;
        for (int i = 0; i < 2; ++i)
            for (int k = 0; k < children; ++k) {
                const auto child = world.add_resident(4 + k, Sex::female);
                leave_dwelling(people, child, sim::Month{0});
                enter_dwelling(people, child, r.dwelling[Singles::at(i)]);
                tie_household(people, r.dwelling[Singles::at(i)], world.p.network);
            }
        // Others of their age, who are spoken for, fill both homes, and no other home stands empty.
        const int lodgers = largest_household - 1 - children;
        for (int i = 0; i < 2; ++i)
            for (int k = 0; k < lodgers; ++k) {
                const auto lodger = world.add_resident(41, Sex::female);
                r.partner[lodger] = lodger;
                leave_dwelling(people, lodger, sim::Month{0});
                enter_dwelling(people, lodger, r.dwelling[Singles::at(i)]);
            }
        d.visit([](const char*, auto& column) { column.resize(2); });
        const auto month = world.local_month();
        couple_and_part(people, world.p, world.draws, sim::Month{month}, world.w);
        CHECK(world.n.people.of(Flow::departures) == 2U * (1U + static_cast<unsigned>(children)));
        const bool fits = 2 * (1 + children) <= largest_household;
        REQUIRE(departures.households.size() == (fits ? 1 : 0));
        if (fits) CHECK(departures.households[0].members == 2U * (1U + static_cast<unsigned>(children)));
        check_balances(world.n);
    }
}

TEST_CASE("a resident who was found by another that month forms no second couple") {
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        Singles world(6, 6);
        world.draws = sim::RandomSource(4, replicate);
        world.couple(3);
        const auto& r = world.n.residents;
        for (std::size_t i = 0; i < r.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if (!r.present[who] || !r.partner[who].exists()) continue;
            CHECK(r.partner[r.partner[who]] == who);
            CHECK(r.dwelling[r.partner[who]] == r.dwelling[who]);
        }
        for (int i = 0; i < 6; ++i)
            if (r.present[Singles::at(i)] && r.age[Singles::at(i)] == 40)
                CHECK(world.n.residents.episodes(EventKind::couple)[Singles::at(i)] <= 1);
    }
}

TEST_CASE("a lone parent whose partner does not move in goes to the partner with the children") {
    Singles world(1);
    world.p.demography.couple_here = 0;
    const auto child = world.child_of_first(8);
    world.couple(world.outside_month(false));
    CHECK_FALSE(world.n.residents.present[Singles::at(0)]);
    CHECK_FALSE(world.n.residents.present[child]);
    CHECK(world.n.people.of(Flow::departures) == 2);
    Singles other(1);
    other.p.demography.couple_here = 0;
    other.child_of_first(8);
    other.couple(other.outside_month(true));
    CHECK(other.n.residents.partner[Singles::at(0)].exists());
    CHECK(other.n.people.of(Flow::arrivals) == 1);
}

TEST_CASE(
    "so many of those who form a couple do so with a resident as `couple_here` says, and as many form one") {
    struct Formed {
        double local = 0, with_outsider = 0;
        [[nodiscard]] double all() const { return local + with_outsider; }
    };
    const auto run = [](double here) {
        Formed formed;
        for (std::uint32_t replicate = 0; replicate < 8; ++replicate) {
            auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "test.toml");
            s.parameters.demography.couple_here = here;
            s.parameters.demography.separation = 0;
            const sim::RandomSource draws(s.seed, replicate);
            Workspace w;
            auto n = begin(s, 0, draws);
            for (int m = 0; m < 36; ++m) {
                auto people = people_in(n);
                const auto& r = n.residents;
                grow_older(n.residents, n.dwellings, s.parameters, draws, sim::Month{m}, w);
                std::map<sim::BirthNumber, ResidentId> singles;
                for (std::size_t i = 0; i < r.rows(); ++i) {
                    const ResidentId who{static_cast<std::uint16_t>(i)};
                    if (r.present[who] && r.age[who] >= 18 && !r.partner[who].exists())
                        singles[r.birth_number[who]] = who;
                }
                couple_and_part(people, s.parameters, draws, sim::Month{m}, w);
                for (const auto& [number, who] : singles) {
                    const bool gone = !r.present[who] || r.birth_number[who] != number;
                    if (!gone && !r.partner[who].exists()) continue;
                    const bool local = !gone && singles.count(r.birth_number[r.partner[who]]) == 1;
                    (local ? formed.local : formed.with_outsider) += 1;
                }
                move_in(people, n.inflow, n.norms, s.parameters, draws, sim::Month{m});
                check_balances(n);
            }
        }
        return formed;
    };
    const auto none = run(0), tenth = run(0.1), half = run(0.5);
    CHECK(none.local == 0);
    CHECK(tenth.local / tenth.all() == Approx(0.1).margin(0.04));
    CHECK(half.local / half.all() == Approx(0.5).margin(0.06));
    CHECK(half.all() / none.all() == Approx(1.0).margin(0.12));
}

TEST_CASE("with couple_here at 0 whom residents know leaves no trace on who comes") {
    const auto digest = [](double known) {
        auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "test.toml");
        s.parameters.demography.couple_here = 0;
        s.parameters.demography.couple_known = known;
        const sim::RandomSource draws(s.seed, 0);
        Workspace w;
        auto n = begin(s, 0, draws);
        for (int m = 0; m < 12; ++m) step_month(n, {}, s.parameters, draws, sim::Month{m}, w);
        return sim::digest(n);
    };
    CHECK(digest(1) == digest(50));
}

TEST_CASE("who lives in which row leaves no trace on who forms a couple with whom") {
    const auto partners = [](bool turned) {
        Singles world(0, 0);
        std::map<sim::BirthNumber, sim::BirthNumber> pairs;
        for (int k = 0; k < 8; ++k) {
            const int who = turned ? 7 - k : k;
            const auto id = world.add_resident(30 + who, who % 2 == 0 ? Sex::female : Sex::male);
            // The same people and homes, in other rows.
            world.n.residents.birth_number[id] = sim::mix64(500U + static_cast<unsigned>(who));
            world.n.dwellings.number[world.n.residents.dwelling[id]] =
                sim::mix64(900U + static_cast<unsigned>(who));
            world.n.residents.left(EventKind::couple)[id] = 1e-9F;
        }
        world.n.streets.dwellings[StreetId{0}] = 8;
        world.couple(5);
        const auto& r = world.n.residents;
        for (std::size_t i = 0; i < r.rows(); ++i) {
            const ResidentId id{static_cast<std::uint16_t>(i)};
            if (r.present[id])
                pairs[r.birth_number[id]] = r.partner[id].exists() ? r.birth_number[r.partner[id]] : 0;
        }
        return pairs;
    };
    CHECK(partners(false) == partners(true));
}

TEST_CASE("one parameter switches off births, leaving home, couples, separation, moves and widowhood") {
    struct Flows {
        std::uint64_t births, partnered, parted, left_home, moved, widowed;
    };
    const auto live = [](auto change) {
        auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "test.toml");
        change(s.parameters.demography);
        const sim::RandomSource draws(s.seed, 0);
        Workspace w;
        auto n = begin(s, 0, draws);
        for (int m = 0; m < 36; ++m) step_month(n, {}, s.parameters, draws, sim::Month{m}, w);
        check_balances(n);
        Flows f{n.people.of(Flow::births), 0, 0, 0, 0, 0};
        for (std::size_t i = 0; i < n.residents.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            f.partnered += n.residents.episodes(EventKind::couple)[who];
            f.parted += n.residents.episodes(EventKind::separation)[who];
            f.left_home += n.residents.episodes(EventKind::leave_home)[who];
            f.widowed += n.residents.present[who] && n.residents.widowed[who] >= 0;
        }
        for (const auto t : n.streets.turnover) f.moved += t > 0.0F;
        return f;
    };
    using P = DemographyParameters;
    const auto usual = live([](P&) {});
    CHECK(usual.births > 0);
    CHECK(usual.partnered > 0);
    CHECK(usual.parted > 0);
    CHECK(usual.left_home > 0);
    CHECK(usual.moved > 0);
    CHECK(usual.widowed > 0);
    CHECK(live([](P& p) { p.birth_scale = 0; }).births == 0);
    CHECK(live([](P& p) { p.couples = 0; }).partnered == 0);
    CHECK(live([](P& p) { p.separation = 0; }).parted == 0);
    CHECK(live([](P& p) { p.leave_home = 0; }).left_home == 0);
    CHECK(live([](P& p) { p.widowhood = 0; }).widowed == 0);
    CHECK(live([](P& p) { p.moves = 0; }).moved == 0);
}

TEST_CASE("a friend who moves out is seen less and less, and at 0 not at all any more") {
    const auto contact = [](double kept, int months) {
        SmallWorld world(2);
        world.p.demography.moved_contact = kept;
        world.tie(0, 1, TieKind::friend_, 150.0F);
        auto people = people_in(world.n);
        const ResidentId mover{1};
        go_away(people, &mover, 1, world.p, world.draws, sim::Month{0});
        for (int m = 1; m <= months; ++m) world.step(m);
        return from_tie_hours(world.n.residents.moved_contact[ResidentId{0}]);
    };
    const SmallWorld any(1);
    const auto sought = static_cast<float>(any.p.network.want_friend);
    CHECK(contact(0.7, 0) == Approx(0.7F * sought).margin(0.01));
    CHECK(contact(0.7, static_cast<int>(any.p.network.halflife_friend)) ==
          Approx(0.35F * sought).margin(0.1));
    CHECK(contact(0.7, 240) == 0.0F);
    CHECK(contact(0, 0) == 0.0F);
}

TEST_CASE("neighbours and kin who move out leave no contact behind, a close friend more than a friend") {
    const Parameters p;
    CHECK(contact_kept(to_tie_hours(300.0F), TieKind::kin, p) == 0);
    CHECK(contact_kept(to_tie_hours(60.0F), TieKind::neighbour, p) == 0);
    CHECK(contact_kept(to_tie_hours(250.0F), TieKind::friend_, p) >
          contact_kept(to_tie_hours(120.0F), TieKind::friend_, p));
}

}  // namespace weefsel::test_couples
