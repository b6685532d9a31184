#include <catch2/catch.hpp>

#include "models/process/household/leaving.hpp"
#include "models/process/network/drift_apart.hpp"
#include "models/process/network/friends_arrive.hpp"
#include "models/world/outside_friends.hpp"
#include "models/world/tie_layers.hpp"
#include "small_world.hpp"

namespace weefsel::test_drift_apart {

namespace {

ResidentId row(int i) { return ResidentId{static_cast<std::uint16_t>(i)}; }

constexpr int pairs = 200, seven_years = 84;
const NetworkParameters usual;

/// Two hundred pairs who know each other, each across two streets; those of a pair are of one age.
struct Pairs : SmallWorld {
    explicit Pairs(TieKind kind, float hours) : SmallWorld(2 * pairs) {
        n.streets.dwellings[StreetId{0}] = pairs;
        n.streets.first_dwelling.push_back(DwellingId{pairs});
        n.streets.dwellings.push_back(pairs);
        n.streets.public_space.push_back(0.5F);
        n.streets.space_base.push_back(0.5F);
        n.streets.space_built.push_back(0.0F);
        n.streets.turnover.push_back(0.0F);
        for (int i = 0; i < pairs; ++i) {
            n.dwellings.street[DwellingId{static_cast<std::uint16_t>(pairs + i)}] = StreetId{1};
            tie(i, pairs + i, kind, hours);
        }
        p.network.drift_apart = usual.drift_apart;
    }
    void live_in_one_street() {
        for (auto& street : n.dwellings.street) street = StreetId{0};
    }
    void meet_daily() {
        constexpr std::uint8_t quarter_hours = 30;
        for (const auto who : n.residents.ids()) n.ties.row[who].met(0) = quarter_hours;
    }
    int drifted(int months) {
        for (int month = 0; month < months; ++month)
            drift_apart(n.ties, n.residents, n.dwellings, p.network, draws, sim::Month{month}, w);
        check_ties(n.ties, n.residents);  // a tie is the same at both ends
        int lapsed = 0;
        for (int i = 0; i < pairs; ++i) lapsed += has_lapsed(n.ties.row[row(i)].kind(0));
        return lapsed;
    }
};

float rate_in(const SmallWorld& world, TieKind kind = TieKind::friend_, float contact = 0.0F) {
    const float rate = drift_rate(world.n.residents, world.n.dwellings, row(0), row(1), kind, contact,
                                  world.p.network, sim::Month{0});
    CHECK(rate == drift_rate(world.n.residents, world.n.dwellings, row(1), row(0), kind, contact,
                             world.p.network, sim::Month{0}));
    return rate;
}

/// Two of 40 with the usual numbers of drifting apart.
struct Two : SmallWorld {
    Two() : SmallWorld(2) { p.network.drift_apart = usual.drift_apart; }
};

}  // namespace

TEST_CASE("without contact and without anything shared most ties are gone in seven years") {
    CHECK(Pairs(TieKind::neighbour, 3.0F).drifted(seven_years) > 0.7 * pairs);
}

TEST_CASE("with daily contact most ties are there after seven years") {
    Pairs daily(TieKind::friend_, 100.0F);
    daily.meet_daily();
    CHECK(daily.drifted(seven_years) < 0.2 * pairs);
}

TEST_CASE("a street in common keeps friends together, and kin hardly drift apart") {
    const int apart = Pairs(TieKind::friend_, 100.0F).drifted(seven_years);
    Pairs neighbours(TieKind::friend_, 100.0F);
    neighbours.live_in_one_street();
    CHECK(neighbours.drifted(seven_years) < apart);
    CHECK(Pairs(TieKind::kin, 100.0F).drifted(seven_years) < apart / 3);
}

TEST_CASE("with a hazard of 0 nobody drifts apart") {
    Pairs off(TieKind::friend_, 100.0F);
    off.p.network.drift_apart = 0;
    CHECK(off.drifted(seven_years) == 0);
}

TEST_CASE("each tie is looked at once a year: twelve months of a certain end are enough, eleven are not") {
    Pairs certain(TieKind::friend_, 3.0F);
    certain.p.network.drift_apart = 1e6;
    CHECK(certain.drifted(12) == pairs);
    Pairs once(TieKind::friend_, 3.0F);
    once.p.network.drift_apart = 1e6;
    for (auto& born : once.n.residents.birth_month) born = -480;  // all in January
    CHECK(once.drifted(1) == pairs);
}

TEST_CASE("partners and others of one dwelling do not drift apart") {
    Two world;
    world.p.network.drift_apart = 1e6;
    world.marry(0, 1);
    for (int month = 0; month < 12; ++month)
        drift_apart(world.n.ties, world.n.residents, world.n.dwellings, world.p.network, world.draws,
                    sim::Month{month}, world.w);
    CHECK(world.n.ties.row[row(0)].kind(0) == TieKind::partner);
    SmallWorld siblings(2);
    siblings.p.network.drift_apart = 1e6;
    siblings.tie(0, 1, TieKind::kin, 100.0F);
    auto people = people_of(siblings.n);
    move_house(people, row(1), siblings.n.residents.dwelling[row(0)], siblings.p.network, sim::Month{0});
    for (int month = 0; month < 12; ++month)
        drift_apart(siblings.n.ties, siblings.n.residents, siblings.n.dwellings, siblings.p.network,
                    siblings.draws, sim::Month{month}, siblings.w);
    CHECK(siblings.n.ties.row[row(0)].kind(0) == TieKind::kin);
}

TEST_CASE("what is shared holds two together; what parts their lives does not") {
    Two world;
    const float rate = rate_in(world);
    CHECK(rate_in(world, TieKind::friend_, 8.0F) < rate);
    CHECK(rate_in(world, TieKind::kin) == Approx(usual.drift_kin * static_cast<double>(rate)).epsilon(1e-5));
    auto& r = world.n.residents;
    r.regular[0][row(0)] = r.regular[2][row(1)] = 3;
    CHECK(rate_in(world) == Approx(rate * std::exp(-usual.drift_place)).epsilon(1e-4));
    r.regular[0][row(0)] = no_row;
    r.age[row(1)] = 60;
    CHECK(rate_in(world) == Approx(rate * std::exp(20 * usual.drift_age)).epsilon(1e-4));
    r.age[row(1)] = 40;
    r.activity[row(1)] = Activity::retired;
    CHECK(rate_in(world) == Approx(rate * std::exp(usual.drift_stage)).epsilon(1e-4));
    r.activity[row(0)] = r.activity[row(1)] = Activity::student;
    CHECK(rate_in(world) == Approx(rate * std::exp(-usual.drift_school)).epsilon(1e-4));
}

TEST_CASE("a year after a move of house within the neighbourhood the move no longer parts two friends") {
    SmallWorld world(3);
    world.p.network.drift_apart = usual.drift_apart;
    const float rate = rate_in(world);
    auto people = people_of(world.n);
    leave_dwelling(people, row(2), sim::Month{0});  // so that there is a dwelling to move to
    move_house(people, row(1), DwellingId{2}, world.p.network, sim::Month{0});
    const auto after = [&](int months) {
        return drift_rate(world.n.residents, world.n.dwellings, row(0), row(1), TieKind::friend_, 0.0F,
                          world.p.network, sim::Month{months});
    };
    CHECK(after(11) == Approx(rate * std::exp(usual.drift_moved)).epsilon(1e-4));
    CHECK(after(12) == rate);
}

TEST_CASE(
    "friends who drifted apart seek each other no longer, and the tie halves in the half-life of a friend") {
    SmallWorld world(2);
    world.tie(0, 1, TieKind::friend_, 160.0F);
    lapse(world.n.ties, row(0), 0);
    for (int month = 0; month < static_cast<int>(usual.halflife_friend); ++month) world.step(month);
    CHECK(world.hours(0, 1) == Approx(80.0).margin(0.5));
    CHECK(world.n.ties.row[row(1)].kind(0) == TieKind::lapsed);
}

TEST_CASE("they are friends again when contact brings the tie up to the hours of a friend from below") {
    const auto kind_after = [](TieKind kind, float hours) {
        SmallWorld world(2);
        world.tie(0, 1, kind, hours);
        lapse(world.n.ties, row(0), 0);
        world.n.ties.row[row(0)].met(0) = world.n.ties.row[row(1)].met(0) = 60;
        world.step(0);
        CHECK(world.n.ties.row[row(0)].kind(0) == world.n.ties.row[row(1)].kind(0));
        return world.n.ties.row[row(0)].kind(0);
    };
    CHECK(kind_after(TieKind::friend_, 85.0F) == TieKind::friend_);
    CHECK(kind_after(TieKind::friend_, 150.0F) == TieKind::lapsed);
    CHECK(kind_after(TieKind::kin, 85.0F) == TieKind::kin);
    CHECK(kind_after(TieKind::kin, 150.0F) == TieKind::estranged);
}

TEST_CASE(
    "whom a worker brought together stay together where they have an occasion to meet, and only there") {
    const auto after_three_years = [](int quarter_hours_a_month) {
        SmallWorld world(2);
        world.tie(0, 1, TieKind::fellow_member, static_cast<float>(world.p.professional.connect_hours));
        for (int month = 0; month < 36; ++month) {
            if (world.n.ties.count[row(0)] == 0) break;
            world.n.ties.row[row(0)].met(0) = world.n.ties.row[row(1)].met(0) =
                static_cast<std::uint8_t>(quarter_hours_a_month);
            world.step(month);
        }
        return world.hours(0, 1);
    };
    CHECK(after_three_years(0) == 0.0F);
    CHECK(after_three_years(16) > from_tie_hours(layer_casual));
}

TEST_CASE("with no new ones half of the friends elsewhere are left after seven years") {
    SmallWorld world(pairs);
    world.p.network.outside_turnover = usual.outside_turnover;
    world.p.network.outside_friends = 0;
    for (auto& friends : world.n.residents.outside_friends) friends = 10;
    for (int month = 1; month <= seven_years; ++month)
        turn_over_elsewhere(world.n.residents, world.p.network, world.draws, sim::Month{month}, world.w);
    int left = 0;
    for (const auto friends : world.n.residents.outside_friends) left += friends;
    CHECK(left > 0.44 * 10 * pairs);
    CHECK(left < 0.56 * 10 * pairs);
}

TEST_CASE("the number of friends elsewhere stays what it is, while who has how many changes") {
    SmallWorld world(2 * pairs);
    auto& r = world.n.residents;
    const auto mean_kept = [&] {
        double sum = 0;
        for (const auto who : r.ids())
            sum += static_cast<double>(r.outside_friends[who]) /
                   static_cast<double>(usual_outside_friends(r, who, world.p.network));
        return sum / (2 * pairs);
    };
    CHECK(mean_kept() == Approx(1.0).margin(0.1));
    const auto before = r.outside_friends;
    world.p.network.outside_turnover = usual.outside_turnover;
    for (int month = 1; month <= seven_years; ++month)
        turn_over_elsewhere(r, world.p.network, world.draws, sim::Month{month}, world.w);
    CHECK(mean_kept() == Approx(1.0).margin(0.1));
    CHECK(r.outside_friends != before);
}

TEST_CASE("without turnover friends elsewhere are for life") {
    SmallWorld world(20);
    const auto before = world.n.residents.outside_friends;
    for (int month = 0; month < seven_years; ++month) world.step(month);
    CHECK(world.n.residents.outside_friends == before);
}

TEST_CASE("a friend who moves out becomes a friend elsewhere, or one whose contact fades: never both") {
    const auto kept = [](double chance, TieKind kind) {
        SmallWorld world(2);
        world.p.network.outside_after_move = chance;
        world.n.residents.outside_friends[row(0)] = 2;
        world.tie(0, 1, kind, 150.0F);
        auto people = people_of(world.n);
        const ResidentId mover{1};
        go_away(people, &mover, 1, world.p, world.draws, sim::Month{0});
        return std::pair{world.n.residents.outside_friends[row(0)] - 2,
                         world.n.residents.moved_contact[row(0)] > 0};
    };
    CHECK(kept(1, TieKind::friend_) == std::pair{1, false});
    CHECK(kept(0, TieKind::friend_) == std::pair{0, true});
    CHECK(kept(1, TieKind::lapsed) == std::pair{0, false});
    CHECK(kept(1, TieKind::kin) == std::pair{0, false});
}

TEST_CASE("numbers drawn from one random word follow Poisson and the binomial") {
    double poisson = 0, binomial = 0;
    constexpr int words = 10000;
    for (int k = 0; k < words; ++k) {
        const float u = (static_cast<float>(k) + 0.5F) / words;
        poisson += poisson_at(u, 3.0F);
        binomial += binomial_at(u, 5, 0.1F);
    }
    CHECK(poisson / words == Approx(3.0).margin(0.01));
    CHECK(binomial / words == Approx(0.5).margin(0.01));
    CHECK(poisson_at(0.5F, 0.0F) == 0);
    CHECK(binomial_at(0.5F, 5, 0.0F) == 0);
    CHECK(binomial_at(0.5F, 5, 1.0F) == 5);
}

namespace {

/// Forty residents with ten friends elsewhere each, and as many who moved in this month; all of 40, all born
/// in one month.
struct Arrivals : SmallWorld {
    TieProposals proposals;
    Arrivals() : SmallWorld(80) {
        p.network.outside_arrival = usual.outside_arrival;
        auto& r = n.residents;
        for (const auto who : r.ids()) {
            r.birth_month[who] = -480;
            r.outside_friends[who] = 10;
            r.arrived[who] = static_cast<std::int16_t>(who.index() < 40 ? -12 : 0);
        }
    }
    std::size_t come() {
        friends_arrive(n.residents, p.network, draws, sim::Month{0}, proposals);
        return proposals.size();
    }
};

}  // namespace

TEST_CASE("a friend elsewhere who moves in is a friend here: one less elsewhere for both, one tie more") {
    Arrivals certain;
    certain.p.network.outside_arrival = 1e6;
    REQUIRE(certain.come() == 40);
    const auto& r = certain.n.residents;
    for (const auto& proposal : certain.proposals) {
        CHECK(proposal.a < 40);
        CHECK(proposal.b >= 40);
        CHECK(proposal.hours == layer_friend);
        CHECK(r.outside_friends[ResidentId{proposal.a}] == 9);
        CHECK(r.outside_friends[ResidentId{proposal.b}] < 10);
    }
    begin_proposed_ties(certain.n.ties, certain.proposals);
    check_ties(certain.n.ties, certain.n.residents);
    CHECK(certain.n.ties.count[row(0)] == 1);
}

TEST_CASE("nobody comes where nobody fitting moved in, outside the birth month, or with a chance of 0") {
    Arrivals nobody, too_old, another_month, off;
    for (auto& arrived : nobody.n.residents.arrived) arrived = -12;
    for (int i = 40; i < 80; ++i) too_old.n.residents.age[row(i)] = 70;
    for (auto& born : another_month.n.residents.birth_month) born = -475;
    for (auto* world : {&nobody, &too_old, &another_month}) world->p.network.outside_arrival = 1e6;
    off.p.network.outside_arrival = 0;
    for (auto* world : {&nobody, &too_old, &another_month, &off}) CHECK(world->come() == 0);
}

TEST_CASE(
    "across a border nothing shared holds two together, and the rate is that of two who share nothing") {
    Two world;
    const auto& n = world.n;
    const LivingAt one{n.residents, n.dwellings, row(0)}, other{n.residents, n.dwellings, row(1)};
    const float across =
        drift_rate_across(one, other, TieKind::friend_, 0.0F, world.p.network, sim::Month{0});
    CHECK(across == Approx(usual.drift_apart).epsilon(1e-5));
    CHECK(rate_in(world) == Approx(across * std::exp(-usual.drift_street)).epsilon(1e-4));
    CHECK(drift_rate_across(other, one, TieKind::friend_, 0.0F, world.p.network, sim::Month{0}) == across);
}

}  // namespace weefsel::test_drift_apart
