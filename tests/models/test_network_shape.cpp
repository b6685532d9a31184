#include <catch2/catch.hpp>

#include "models/world/shape.hpp"
#include "small_world.hpp"

namespace weefsel::test_network_shape {

namespace {

constexpr TieHours casual = to_tie_hours(50.0F);

std::size_t largest(const SmallWorld& world) {
    return largest_component_of(world.n.residents, world.n.ties, casual);
}
double assortativity_of_ages(const SmallWorld& world) {
    const auto a = assortativity_of(world.n.ties, casual,
                                    [&](ResidentId who) { return std::int64_t{world.n.residents.age[who]}; });
    REQUIRE(a.variance > 0);
    return a.covariance / a.variance;
}

}  // namespace

TEST_CASE("the largest group is as large as the longest chain of friends, and acquaintances join nobody") {
    SmallWorld world(7);
    CHECK(largest(world) == 1);
    world.tie(0, 1, TieKind::friend_, 100);
    world.tie(5, 6, TieKind::neighbour, 60);
    world.tie(6, 4, TieKind::kin, 60);
    CHECK(largest(world) == 3);
    world.tie(3, 1, TieKind::fellow_member, 49);
    CHECK(largest(world) == 3);
    world.tie(1, 6, TieKind::friend_, 50);
    CHECK(largest(world) == 5);
}

TEST_CASE("who has left is in no group") {
    SmallWorld world(3);
    world.n.residents.present[ResidentId{0}] = 0;
    world.n.residents.present[ResidentId{1}] = 0;
    CHECK(largest(world) == 1);
}

TEST_CASE("ties within an age are assortative, ties across are not, and family does not count") {
    const auto world_of = [](bool within) {
        SmallWorld world(0);
        for (const int age : {20, 20, 70, 70}) world.add_resident(age, Sex::female);
        world.tie(0, within ? 1 : 2, TieKind::friend_, 100);
        world.tie(within ? 2 : 1, 3, TieKind::neighbour, 60);
        return world;
    };
    CHECK(assortativity_of_ages(world_of(true)) == Approx(1.0));
    CHECK(assortativity_of_ages(world_of(false)) == Approx(-1.0));
    auto mixed = world_of(true);
    mixed.tie(1, 2, TieKind::kin, 300);
    CHECK(assortativity_of_ages(mixed) == Approx(1.0));
}

}  // namespace weefsel::test_network_shape
