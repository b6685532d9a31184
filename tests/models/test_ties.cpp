#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/network/keep_and_lose.hpp"
#include "models/world/known_people.hpp"
#include "small_world.hpp"

namespace weefsel::test_ties {

namespace {
float delta_of(float halflife) { return 1.0F - std::pow(2.0F, -1.0F / halflife); }
}  // namespace

TEST_CASE("a friendship without contact loses half its hours in one half-life") {
    float h = 160.0F;
    for (int month = 0; month < 9; ++month) h = strength_after(h, 0.0F, delta_of(9), 50.0F, 400.0F);
    CHECK(h == Approx(80.0).epsilon(1e-4));
}

TEST_CASE("at two hours a week strangers are friends by month 11 and close by month 24 (Hall 2018)") {
    constexpr float two_hours_a_week = 2.0F * 52.0F / 12.0F;
    float h = 0.0F;
    int friends_in = 0, close_in = 0;
    for (int month = 1; month <= 36; ++month) {
        h = strength_after(h, two_hours_a_week, delta_of(9), 50.0F, 400.0F);
        if (friends_in == 0 && h >= 90.0F) friends_in = month;
        if (close_in == 0 && h >= 200.0F) close_in = month;
    }
    CHECK(friends_in == 11);
    CHECK(close_in == 24);
}

TEST_CASE("hours that present contact carries do not fade, and no tie passes the strongest") {
    CHECK(strength_after(100.0F, 2.0F, 0.5F, 50.0F, 400.0F) == Approx(102.0));
    CHECK(strength_after(399.0F, 30.0F, 0.1F, 50.0F, 400.0F) == 400.0F);
    // 140 h with 2 h of contact: 100 h are carried, half of the other 40 fades.
    CHECK(strength_after(140.0F, 2.0F, 0.5F, 50.0F, 400.0F) == Approx(122.0));
}

TEST_CASE("two friends with time for each other gain what they seek each month") {
    SmallWorld world(2);
    world.p.network.want_friend = 2.5;
    world.tie(0, 1, TieKind::friend_, 100.0F);
    world.step(0);
    CHECK(world.hours(0, 1) == Approx(102.5));
    CHECK(world.hours(1, 0) == world.hours(0, 1));
    world.step(1);
    CHECK(world.hours(0, 1) == Approx(105.0));
}

TEST_CASE("who has half the time gives each friend half of what is sought") {
    SmallWorld world(3);
    world.p.network.want_friend = 4.0;
    world.p.network.private_share = 0.04;  // 100 h of free time: 4 h for 8 h that are sought
    world.tie(0, 1, TieKind::friend_, 100.0F);
    world.tie(0, 2, TieKind::friend_, 100.0F);
    world.step(0);
    CHECK(world.hours(0, 1) == Approx(102.0));
    CHECK(world.hours(0, 2) == Approx(102.0));
}

TEST_CASE("a fellow member who passes 90 hours becomes a friend") {
    SmallWorld world(2);
    world.tie(0, 1, TieKind::fellow_member, 89.9F);
    world.n.ties.row[ResidentId{0}].met(0) = world.n.ties.row[ResidentId{1}].met(0) =
        8;  // two hours at a place
    world.step(0);
    CHECK(world.hours(0, 1) > 90.0F);
    CHECK(world.n.ties.row[ResidentId{0}].kind(0) == TieKind::friend_);
    CHECK(world.n.ties.row[ResidentId{1}].kind(0) == TieKind::friend_);
}

TEST_CASE("a tie below two hours is forgotten at both ends, and nobody knows more people for it") {
    SmallWorld world(2);
    world.tie(0, 1, TieKind::neighbour, 2.05F);
    const auto before = people_known(world.n);
    world.step(0);
    world.step(1);
    CHECK(people_known(world.n) == before);
    CHECK(world.n.ties.count[ResidentId{0}] == 0);
    CHECK(world.n.ties.count[ResidentId{1}] == 0);
    CHECK(world.n.ties.ended[0] == 1);
    check_balances(world.n);
}

TEST_CASE("at a full end the weakest tie that is not kin gives way, at both of its ends") {
    SmallWorld world(27);
    for (int k = 1; k <= 24; ++k)
        world.tie(0, k, k == 1 ? TieKind::kin : TieKind::friend_,
                  k == 1 ? 3.0F : 2.0F + static_cast<float>(k));
    REQUIRE(world.n.ties.count[ResidentId{0}] == 24);
    world.tie(0, 25, TieKind::friend_, 20.0F);
    CHECK(world.hours(0, 25) == 20.0F);
    CHECK(world.hours(0, 1) == 3.0F);  // kin stays
    CHECK(world.hours(0, 2) == 0.0F);  // 4 hours: the weakest friend
    CHECK(world.hours(2, 0) == 0.0F);
    check_ties(world.n.ties, world.n.residents);
}

TEST_CASE("nobody drops a friend of ten hours and more for a new face") {
    SmallWorld world(27);
    for (int k = 1; k <= 24; ++k) world.tie(0, k, TieKind::friend_, 11.0F);
    world.tie(0, 25, TieKind::fellow_member, 3.0F);
    CHECK(world.hours(0, 25) == 0.0F);
    CHECK(world.n.ties.count[ResidentId{25}] == 0);
}

TEST_CASE("people alike are likelier to begin a tie than people unlike, and the same are certain") {
    SmallWorld world(2);
    auto& r = world.n.residents;
    const ResidentId a{0}, b{1};
    CHECK(homophily(r, a, b, world.p.network) == Approx(1.0));
    r.age[b] = 60;
    r.origin[b] = Origin::europe;
    // exp(-(0.045 * 20 + 0.60))
    CHECK(homophily(r, a, b, world.p.network) == Approx(std::exp(-1.5)).epsilon(1e-5));
    CHECK(homophily(r, a, b, world.p.network) == homophily(r, b, a, world.p.network));
}

TEST_CASE("loneliness makes people withdraw") {
    SmallWorld world(1);
    const ResidentId a{0};
    world.n.residents.trust[a] = 1.0F;
    world.n.residents.loneliness[a] = 0.0F;
    CHECK(openness(world.n.residents, a, world.p.network) == Approx(1.0));
    world.n.residents.loneliness[a] = 11.0F;
    CHECK(openness(world.n.residents, a, world.p.network) == Approx(0.5));
}

TEST_CASE("the entry of a tie is found wherever it stands, and nobody is found in an empty row") {
    TieRow row;
    CHECK(entry_of(row, 0, 0) == -1);
    for (int k = 0; k < ties_kept; ++k) {
        row = TieRow{};
        row.other(static_cast<std::size_t>(k)) = 7;
        CHECK(entry_of(row, ties_kept, 7) == k);
        CHECK(entry_of(row, ties_kept, 8) == -1);
    }
}

}  // namespace weefsel::test_ties
