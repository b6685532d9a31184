#include <catch2/catch.hpp>

#include "small_world.hpp"

namespace weefsel::test_at_home {

namespace {

constexpr ResidentId secure{0}, insecure{1};

/// Belonging after two years of somebody without worries about money and of somebody with many.
std::array<float, 2> at_home(double by_insecurity, double by_rural, float rural, float* trust = nullptr) {
    SmallWorld world(2);
    world.p.cohesion.belonging_insecurity = by_insecurity;
    world.p.cohesion.belonging_rural = by_rural;
    world.p.cohesion.trust_rural = by_rural > 0 ? 0.2 : 0.0;
    world.n.norms.rural[0] = rural;
    world.p.cohesion.nuisance_efficacy = 0;  // what one feels does not reach the other by the street
    auto& r = world.n.residents;
    r.insecurity[insecure] = r.insecurity_base[insecure] = 0.8F;
    for (int m = 0; m < 24; ++m) world.step(m);
    if (trust != nullptr) *trust = r.trust[secure];
    return {r.belonging[secure], r.belonging[insecure]};
}

}  // namespace

TEST_CASE("who worries about money feels less at home, and not where that effect is off") {
    const auto on = at_home(1.4, 0, 0), off = at_home(0, 0, 0);
    CHECK(on[1] < on[0] - 0.05F);
    CHECK(on[0] == off[0]);  // without worries nothing changes
    CHECK(off[1] == off[0]);
}

TEST_CASE("people in rural surroundings feel more at home and trust more, and not where that is off") {
    float rural_trust = 0, urban_trust = 0, off_trust = 0;
    const auto rural = at_home(0, 1.0, 1.0F, &rural_trust), urban = at_home(0, 1.0, 0.0F, &urban_trust),
               off = at_home(0, 0, 1.0F, &off_trust);
    CHECK(rural[0] > urban[0] + 0.05F);
    CHECK(rural_trust > urban_trust + 0.05F);
    CHECK(off[0] == urban[0]);
    CHECK(off_trust == urban_trust);
}

}  // namespace weefsel::test_at_home
