#include <catch2/catch.hpp>

#include "models/process/meeting_place/capacity.hpp"
#include "small_world.hpp"

namespace weefsel::test_capacity {

TEST_CASE("a full place admits the lowest random numbers, one of them in part, and disappoints the others") {
    SmallWorld world(4);
    auto& r = world.n.residents;
    auto& places = world.n.places;
    places = Places{};
    places.visit([](const char*, auto& column) { column.resize(1); });
    const PlaceId place{0};
    places.kind[place] = PlaceKind::buurthuis;
    places.own_hours[place] = places.hours_at_full[place] = 20.0F;
    places.capacity[place] = 5.0F;
    // Random numbers of which three share their highest byte, so that the room ends among them.
    const std::array<std::uint32_t, 4> random_words{0x20000003U, 0x20000001U, 0x90000000U, 0x20000002U};
    Visits came;
    for (std::size_t i = 0; i < 4; ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        r.regular[0][who] = 0;
        r.habit[0][who] = 0.5F;
        came.push_back({random_words[i], who.value, 0, 2});
    }
    bind_capacity(r, places, world.p.meeting_place, came);
    CHECK(places.visits[place] == 5);
    const auto visits = [&](std::uint16_t i) { return int{r.visits[ResidentId{i}]}; };
    CHECK(visits(1) == 2);
    CHECK(visits(3) == 2);
    CHECK(visits(0) == 1);
    CHECK(visits(2) == 0);
    CHECK(r.habit[0][ResidentId{1}] == 0.5F);
    CHECK(r.habit[0][ResidentId{0}] < 0.5F);
    CHECK(r.habit[0][ResidentId{2}] < 0.5F);
    CHECK(came.size() == 3);
}

}  // namespace weefsel::test_capacity
