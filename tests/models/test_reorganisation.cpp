#include <catch2/catch.hpp>

#include "models/process/funding/reorganisation.hpp"
#include "models/scenario/read_scenario.hpp"
#include "sim/checkpoint.hpp"
#include "tests/models/small_scenario.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_reorganisation {

namespace {

/// Somebody with a habit at a buurthuis and at a library, and a bond with a community worker.
SmallWorld with_habits() {
    SmallWorld world(2);
    auto& n = world.n;
    n.places.visit([](const char*, auto& column) { column.resize(2); });
    n.places.kind[PlaceId{0}] = PlaceKind::buurthuis;
    n.places.kind[PlaceId{1}] = PlaceKind::sports_club;
    n.initiatives.visit([](const char*, auto& column) { column.resize(2 * themes); });
    for (auto& alive : n.initiatives.alive) alive = 1;
    const ResidentId who{0};
    n.residents.regular[0][who] = 0;
    n.residents.regular[1][who] = 1;
    n.residents.habit[0][who] = n.residents.habit[1][who] = 0.8F;
    FundingLine line;
    line.buys.push_back({});
    line.buys[0].role = Role::opbouwwerker;
    line.buys[0].fte = 1;
    begin_policy(n.lines, n.posts, policy_of({line}, 1, 1, world.p), world.p, world.draws, sim::Month{0});
    n.residents.known_post[who][0] = 0;
    n.residents.bond[who][0] = 0.6F;
    return world;
}

void reorganise_buurthuis(SmallWorld& world) {
    PlaceKinds kinds{};
    kinds[static_cast<std::size_t>(PlaceKind::buurthuis)] = true;
    reorganise(world.n.residents, world.n.posts, world.n.places, world.n.initiatives, kinds, world.p.funding,
               world.p.professional, world.draws, sim::Month{3});
}

}  // namespace

TEST_CASE("a reorganisation breaks habits, initiatives and bonds at the places concerned, and no others") {
    auto world = with_habits();
    world.p.funding.reorganisation_break = 1;
    const float trust = world.n.residents.institutional_trust[ResidentId{0}];
    reorganise_buurthuis(world);
    const auto& r = world.n.residents;
    CHECK(r.habit[0][ResidentId{0}] == 0.0F);
    CHECK(r.habit[1][ResidentId{0}] == 0.8F);
    CHECK(r.bond[ResidentId{0}][0] == 0.0F);
    CHECK(r.institutional_trust[ResidentId{0}] ==
          Approx(trust - 0.6 * world.p.professional.trust_loss_on_leave));
    for (int t = 0; t < themes; ++t) {
        CHECK(world.n.initiatives.alive[InitiativeId{static_cast<std::uint16_t>(t)}] == 0);
        CHECK(world.n.initiatives.alive[InitiativeId{static_cast<std::uint16_t>(themes + t)}] == 1);
    }
}

TEST_CASE("with a share of 0 a reorganisation does nothing") {
    auto world = with_habits();
    world.p.funding.reorganisation_break = 0;
    const auto before = sim::digest(world.n);
    reorganise_buurthuis(world);
    CHECK(sim::digest(world.n) == before);
}

TEST_CASE("a reorganisation is read with its year and places, and wrong words are told") {
    const auto scenario = read_scenario_text(
        small_text + "[[option.reorganisation]]\nyear = 2.5\nplaces = [\"buurthuis\", \"library\"]\n",
        "small.toml");
    REQUIRE(scenario.options[0].reorganisations.size() == 1);
    const auto kinds = reorganised_in(scenario.options[0], 30);
    CHECK(kinds[static_cast<std::size_t>(PlaceKind::buurthuis)]);
    CHECK(kinds[static_cast<std::size_t>(PlaceKind::library)]);
    CHECK_FALSE(kinds[static_cast<std::size_t>(PlaceKind::park)]);
    CHECK(reorganised_in(scenario.options[0], 29) == PlaceKinds{});
    const auto problems =
        problems_of(small_text + "[[option.reorganisation]]\nyear = 2\nplaces = [\"buurthuys\"]\n");
    CHECK(says(problems, "did you mean buurthuis?"));
    CHECK(says(problems_of(small_text + "[[option.reorganisation]]\nplaces = [\"library\"]\n"), "year"));
    CHECK(says(problems_of(small_text + "[[option.reorganisation]]\nyear = 1\nplaces = []\n"), "places"));
}

}  // namespace weefsel::test_reorganisation
