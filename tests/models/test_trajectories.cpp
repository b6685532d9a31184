#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/professional/trajectory.hpp"
#include "small_world.hpp"

namespace weefsel::test_trajectories {

namespace {

constexpr PostId post0{0};
ResidentId row(std::size_t i) { return ResidentId{static_cast<std::uint16_t>(i)}; }

/// One social worker, and residents whom nobody knows.
struct Clients {
    SmallWorld world;
    std::vector<Contacts> contacts;

    explicit Clients(int residents, int time) : world(residents) {
        world.n.posts.visit([](const char*, auto& column) { column.resize(1); });
        world.n.posts.line[post0] = LineId{0};
        world.n.posts.fte[post0] = 1.0F;
        world.p.support.dropout = 0;
        contacts.push_back({post0, WorkMode::casework, Goal::everyone, false, time, 0.0F, 1.0F, 1.0F});
    }
    Residents& r() { return world.n.residents; }
    void begin() {
        for (const auto who : r().ids())
            perhaps_begin_trajectory(r(), who, post0, world.p.support, world.draws, sim::Month{0});
    }
    void follow(int month) {
        Caseworkers workers(world.n.posts, r(), world.n.places, world.p, world.draws, sim::Month{month});
        follow_trajectories(contacts, world.n.posts, r(), workers, world.p.support, world.draws,
                            sim::Month{month});
    }
    std::size_t in_trajectory() {
        std::size_t n = 0;
        for (const auto who : r().ids()) n += r().trajectory_left[who] > 0;
        return n;
    }
};

}  // namespace

TEST_CASE("intakes lead to a trajectory by their chance: none at 0, all at 1, and about so many between") {
    constexpr int people = 400;
    const auto share = [](double accept) {
        Clients clients(people, 0);
        clients.world.p.support.accept = accept;
        clients.begin();
        return static_cast<double>(clients.in_trajectory()) / people;
    };
    CHECK(share(0) == 0.0);
    CHECK(share(1) == 1.0);
    CHECK(share(0.55) == Approx(0.55).margin(0.08));
}

TEST_CASE("a trajectory of eight takes six to ten contacts, the intake among them, and then is over") {
    Clients clients(200, 100000);
    clients.world.p.support.accept = 1;
    clients.begin();
    double sum = 0;
    for (const auto who : clients.r().ids()) {
        const int all = 1 + clients.r().trajectory_left[who];
        CHECK((all >= 6 && all <= 10));
        sum += all;
    }
    CHECK(sum / 200 == Approx(8.0).margin(0.3));
    for (int month = 1; month < 12; ++month) clients.follow(month);
    CHECK(clients.in_trajectory() == 0);
    for (const auto who : clients.r().ids()) {
        CHECK(clients.r().trajectory_post[who] == no_row);
        CHECK(clients.r().bond[who][0] > 0.5F);
    }
}

TEST_CASE("clients wait where there is no time for them, and nobody else takes over") {
    Clients clients(50, 20);
    clients.world.p.support.accept = 1;
    clients.begin();
    int before = 0, after = 0;
    for (const auto left : clients.r().trajectory_left) before += left;
    clients.follow(1);
    for (const auto left : clients.r().trajectory_left) after += left;
    CHECK(before - after == 20);
    CHECK(clients.contacts[0].left == 0);
}

TEST_CASE("coping rises from the third contact on, by effective hours, and fades by its half-life") {
    Clients clients(1, 0);
    auto& r = clients.r();
    clients.world.p.support.coping_from = 2;
    Caseworkers workers(clients.world.n.posts, r, clients.world.n.places, clients.world.p,
                        clients.world.draws, sim::Month{0});
    const auto see = [&] { return workers.see(clients.contacts[0], row(0), 1); };
    see();
    see();
    CHECK(r.coping[row(0)] == 0.0F);
    const float hours = see();
    CHECK(r.coping[row(0)] ==
          Approx(1 - std::exp(-clients.world.p.support.coping_gain * static_cast<double>(hours))));
    const float had = r.coping[row(0)];
    clients.world.p.support.coping_halflife = 3;
    clients.world.n.posts = {};  // nobody works there any more
    for (int month = 0; month < 3; ++month) clients.world.step(month);
    CHECK(r.coping[row(0)] == Approx(0.5 * static_cast<double>(had)).epsilon(1e-4));
}

TEST_CASE("who gives money advice or goes from door to door leaves no coping") {
    for (const auto mode :
         {WorkMode::money, WorkMode::outreach, WorkMode::connecting, WorkMode::collective}) {
        Clients clients(1, 0);
        clients.contacts[0].mode = mode;
        Caseworkers workers(clients.world.n.posts, clients.r(), clients.world.n.places, clients.world.p,
                            clients.world.draws, sim::Month{0});
        for (std::uint32_t k = 0; k < 10; ++k) workers.see(clients.contacts[0], row(0), k);
        CHECK(clients.r().coping[row(0)] == 0.0F);
    }
}

TEST_CASE("where a professional leaves, a trajectory goes on with a successor or is broken off") {
    const auto left_over = [](float handed_over) {
        Clients clients(300, 0);
        clients.world.p.support.accept = 1;
        clients.begin();
        double drift = 0;
        for (const auto who : clients.r().ids())
            hand_over_trajectory(clients.r(), who, 0.5F, handed_over, clients.world.p.support,
                                 clients.world.draws, sim::Month{5});
        for (const float d : clients.r().drift) drift += static_cast<double>(d);
        return std::pair{static_cast<double>(clients.in_trajectory()) / 300, drift / 300};
    };
    CHECK(left_over(1.0F) == std::pair{1.0, 0.0});
    const auto none = left_over(0.0F);
    CHECK(none.first == 0.0);
    CHECK(none.second == Approx(0.3 * 0.5));  // interrupted times the bond
    CHECK(left_over(0.5F).first == Approx(0.5).margin(0.1));
}

}  // namespace weefsel::test_trajectories
