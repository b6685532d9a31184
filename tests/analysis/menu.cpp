#include "analysis/decision/menu.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/analysis/hand_made_cube.hpp"

namespace weefsel::test_menu {
using namespace weefsel::analysis;

namespace {

constexpr std::size_t worlds = 8;

double wobble(std::size_t world) { return (static_cast<double>(world) - 3.5) / 3.5; }

/// Severe loneliness as it is, and with each of four things: far less for 20,000 euro, a little less for
/// 10,000, hardly anything for 40,000, and as much as the first for nothing.
Cube cube() {
    return hand_made_cube(5, worlds, 1, [](std::size_t option, std::size_t world, int) {
        const std::array<double, 5> less{0, 0.04, 0.019, 0.001, 0.04};
        const std::array<double, 5> noise{0, 0.004, 0.003, 0.002, 0.004};
        return 0.2 - less[option] - noise[option] * wobble(world) * (option == 2 ? -1 : 1);
    });
}
const std::vector<MenuEntry> entries{{"far", "work", {"Ver", "Far"}, false, 20000},
                                     {"near", "places", {"Dichtbij", "Near"}, true, 10000},
                                     {"dear", "work", {"Duur", "Dear"}, false, 40000},
                                     {"free", "contract", {"Gratis", "Free"}, false, 0}};

}  // namespace

TEST_CASE(
    "what one thing more adds is divided by what it costs, and compared with its neighbours in the list") {
    const auto effects = menu_effects(cube(), entries, 0, 1);
    REQUIRE(effects.size() == 4);
    CHECK(effects[0].entry == 0);
    CHECK(effects[0].difference.mean == Approx(-0.04));
    CHECK(effects[0].per_10000.mean == Approx(-0.02));
    CHECK(effects[1].entry == 1);
    CHECK(effects[1].per_10000.mean == Approx(-0.019));
    CHECK(effects[2].entry == 2);
    CHECK(effects[2].per_10000.mean == Approx(-0.00025).epsilon(0.001));
    // The first two cannot be told apart, the third is clearly behind.
    CHECK(effects[0].group == 1);
    CHECK(effects[1].group == 1);
    CHECK(effects[2].group == 2);
    CHECK(effects[0].chance_best + effects[1].chance_best == Approx(1));
    CHECK(effects[0].chance_best > effects[1].chance_best);
    CHECK(effects[2].chance_best == 0);
}

TEST_CASE("what costs nothing has an effect and no effect for each euro") {
    const auto effects = menu_effects(cube(), entries, 0, 1);
    CHECK(effects[3].entry == 3);
    CHECK(effects[3].difference.mean == Approx(-0.04));
    CHECK(std::isnan(effects[3].per_10000.mean));
    CHECK(effects[3].group == 0);
    CHECK(std::isnan(effects[3].chance_best));
}

TEST_CASE("the same worlds and the same seed give the same chances") {
    const auto once = menu_effects(cube(), entries, 0, 7), again = menu_effects(cube(), entries, 0, 7);
    for (std::size_t e = 0; e < 3; ++e) CHECK(once[e].chance_best == again[e].chance_best);
}

TEST_CASE("an item that adds nothing beside nothing else is said to be chance") {
    const auto nothing = hand_made_cube(2, worlds, 1, [](std::size_t option, std::size_t world, int) {
        return 0.2 + (option == 1 ? 0.01 * wobble(world) : 0);
    });
    const auto effects = menu_effects(nothing, {entries.front()}, 0, 1);
    CHECK(effects[0].group == 1);
    CHECK(effects[0].per_10000.lower < 0);
    CHECK(effects[0].per_10000.upper > 0);
}

}  // namespace weefsel::test_menu
