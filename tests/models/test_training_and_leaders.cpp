#include <catch2/catch.hpp>

#include "models/process/help/help.hpp"
#include "models/process/professional/staffing.hpp"
#include "models/process/provision/network_leaders.hpp"
#include "tests/models/month_in_parts.hpp"
#include "tests/models/small_funding.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_training_and_leaders {

// What money for training of workers and for network leaders does, by hand.

namespace {

using Kind = Purchase::Kind;

/// Cores of every theme, with ties among them.
void everybody_volunteers_at_the_first_place(Neighbourhood& n) {
    for (const auto who : n.residents.ids()) {
        n.residents.volunteer_hours[who] = 5.0F;
        n.residents.volunteer_place[who] = 0;
    }
    n.places.open[PlaceId{0}] = 1;
}

}  // namespace

TEST_CASE(
    "training does half of what it can at two thousand euros a fte, and keeps workers and betters work") {
    const FundingParameters p;
    CHECK(exit_after_training(2000, p) == Approx(1 - 0.15 / 2));
    CHECK(quality_by_training(2000, p) == Approx(0.05));
    CHECK(exit_after_training(0, p) == 1.0);
    CHECK(quality_by_training(0, p) == 0.0);
    CHECK(quality_by_training(1e9, p) == Approx(0.1));

    auto small = SmallFunding::calm();
    small.parameters.professional.exit_hazard = 0.24;  // 0.02 a month
    small.begin({line_of({fte_of(1.5), amount_of(Kind::training, 25)})});
    CHECK(small.posts.training[post0] == 2000.0F);
    CHECK(small.posts.training[PostId{1}] == 2000.0F);
    small.posts.exit_left[post0] = 5.0F;
    small.month();
    CHECK(small.posts.exit_left[post0] == Approx(5 - 0.02 * 0.925));
    small.begin({line_of({fte_of(1.5)})});
    CHECK(small.posts.training[post0] == 0.0F);
}

TEST_CASE("more money, or a part of it, leaves the training of each worker as it was") {
    const Parameters p;
    auto line = line_of({fte_of(2), amount_of(Kind::training, 31.25)});
    line.euro_year = 300000;
    for (const double share : {1.0, 0.3}) {
        const auto policy = policy_of({line}, 1, share, p);
        for (const auto& purchase : policy.lines[0].buys)
            if (purchase.kind == Kind::post) CHECK(purchase.euro_a_fte == 2500.0);
    }
}

TEST_CASE("four network leaders for each thousand adults do half of what they can") {
    SmallWorld world(500);
    const FundingParameters p;
    auto& n = world.n;
    begin_policy(n, policy_of({line_of({amount_of(Kind::network_leaders, 2)})}, 1, 1, world.p), world.p,
                 world.draws, sim::Month{0});
    const auto leaders = [&] { return support_leaders(n.provisions, n.lines, n.residents, p); };
    CHECK(leaders().sooner == 1.0F);  // no money yet
    world.step(0);
    CHECK(leaders().sooner == Approx(1.15));
    CHECK(leaders().longer == Approx(1.15));
    CHECK(leaders().asked == Approx(0.05));
}

TEST_CASE("where network leaders are, initiatives are born sooner and last longer by the same factor") {
    auto start = a_rich_buurt();
    everybody_volunteers_at_the_first_place(start.n);
    const auto run_down = [&](std::uint8_t alive, const SupportedLeaders& leaders) {
        auto n = start.n;
        for (auto& there : n.initiatives.alive) there = alive;
        auto& left = alive ? n.initiatives.death_left : n.initiatives.birth_left;
        for (auto& threshold : left) threshold = 8.0F;
        Parameters p;
        run_initiatives(n.initiatives, n.residents, n.ties, n.places, {}, leaders, 1, p.help, start.draws);
        double sum = 0;
        for (std::size_t k = 0; k < themes; ++k)
            sum += 8.0 - static_cast<double>(left[InitiativeId{static_cast<std::uint16_t>(k)}]);
        return sum;
    };
    REQUIRE(run_down(0, {}) > 0);
    CHECK(run_down(0, {1.5F, 1.0F, 0.0F}) == Approx(1.5 * run_down(0, {})).epsilon(1e-3));
    CHECK(run_down(0, {1.0F, 1.5F, 0.0F}) == run_down(0, {}));
    CHECK(run_down(1, {1.0F, 1.5F, 0.0F}) == Approx(run_down(1, {}) / 1.5).epsilon(1e-3));
    CHECK(run_down(1, {1.5F, 1.0F, 0.0F}) == run_down(1, {}));
}

TEST_CASE("more of those who volunteer begin where network leaders ask") {
    const auto volunteers = [](double leaders) {
        SmallWorld world(400);
        world.p.help.volunteer_start = 0.02;
        world.p.funding.leaders_ask = 1;
        auto& n = world.n;
        begin_policy(n, policy_of({line_of({amount_of(Kind::network_leaders, leaders)})}, 1, 1, world.p),
                     world.p, world.draws, sim::Month{0});
        for (int month = 0; month < 12; ++month) world.step(month);
        int all = 0;
        for (const auto hours : n.residents.volunteer_hours) all += hours > 0.0F;
        return all;
    };
    CHECK(volunteers(8) > volunteers(0) * 1.2);
}

}  // namespace weefsel::test_training_and_leaders
