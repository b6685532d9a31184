#include <catch2/catch.hpp>

#include "examples/segregation/segregation.hpp"
#include "sim/checkpoint.hpp"
#include "sim/world.hpp"

using namespace segregation;

namespace {

constexpr std::uint32_t seed = 1971;
constexpr int steps = 100;

Pond pond_after(const PondParameters& p, std::uint32_t replicate, int months) {
    const sim::RandomSource draws(seed, replicate);
    Pond pond = first_pond(p, draws);
    sim::burn_in(
        pond, [&](Pond& now, sim::Month month) { step(now, p, draws, month); }, months);
    return pond;
}

Measured mean_after(const PondParameters& p, int months) {
    constexpr std::uint32_t ponds = 5;
    Measured mean;
    for (std::uint32_t replicate = 0; replicate < ponds; ++replicate) {
        const auto one = measured(pond_after(p, replicate, months));
        mean.similar += one.similar / ponds;
        mean.unhappy += one.unhappy / ponds;
    }
    return mean;
}

}  // namespace

// Source: Wilensky 1997, NetLogo Segregation model, http://ccl.northwestern.edu/netlogo/models/Segregation:
// it "starts at about 50%", and where each turtle wants 30 % of its own kind "the turtles end up with (on
// average) 70%".
TEST_CASE("turtles that want three in ten of their own kind end up with seven in ten, as published") {
    const PondParameters p;
    CHECK(mean_after(p, 0).similar == Approx(0.50).margin(0.02));
    const auto last = mean_after(p, steps);
    CHECK(last.similar == Approx(0.70).margin(0.05));
    CHECK(last.unhappy < 0.001);
}

TEST_CASE("turtles that want nothing stay where they are, and neighbours stay as mixed as they were") {
    PondParameters p;
    p.wanted = 0;
    CHECK(mean_after(p, steps).similar == Approx(mean_after(p, 0).similar));
}

TEST_CASE(
    "the more turtles want of their own kind, the more they end up with, until nobody is ever content") {
    PondParameters p;
    double before = 0;
    for (const double wanted : {0.2, 0.3, 0.4, 0.5}) {
        p.wanted = wanted;
        const double similar = mean_after(p, steps).similar;
        CHECK(similar > before + 0.02);
        before = similar;
    }
    p.wanted = 0.8;
    const auto restless = mean_after(p, steps);
    CHECK(restless.unhappy > 0.5);
    CHECK(restless.similar < before);
}

TEST_CASE("no turtle is lost in a jump, and none shares its patch") {
    const PondParameters p;
    Pond pond = pond_after(p, 0, steps);
    std::size_t living = 0;
    for (const PatchId at : sim::Ids<PatchId>(pond.turtle.size())) {
        const TurtleId who = pond.turtle[at];
        if (!who.exists()) continue;
        ++living;
        REQUIRE(pond.patch[who] == at);
    }
    CHECK(living == pond.patch.size());
}

TEST_CASE("a pond has the same bits whenever it is simulated, and others in another replicate") {
    const PondParameters p;
    Pond one = pond_after(p, 0, 20), again = pond_after(p, 0, 20), other = pond_after(p, 1, 20);
    CHECK(sim::digest(one) == sim::digest(again));
    CHECK(sim::digest(one) != sim::digest(other));
}
