#include <catch2/catch.hpp>

#include "models/process/meeting_place/attendance.hpp"
#include "models/scenario/read_scenario.hpp"
#include "small_world.hpp"

namespace weefsel::test_substitution {

namespace {

/// Visits of one month per place, the first place with any visitors open or closed.
struct Months {
    std::vector<std::uint32_t> open, closed;
    std::size_t place = 0;
};

Months with_and_without(double substitution) {
    const auto s = read_scenario_text(
        quick_study(
            option_text("a", std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys)),
        "test.toml");
    auto p = s.parameters;
    p.meeting_place.substitution = substitution;
    p.meeting_place.taken_along = 0;  // friends take one along to where they still go
    const sim::RandomSource draws(s.seed, 0);
    Workspace w;
    auto n = begin(s, 0, draws);
    for (int m = 0; m < 24; ++m) burn_in_month(n, p, draws, sim::Month{m}, 24, w);
    Months out;
    while (n.places.visits[PlaceId{static_cast<std::uint8_t>(out.place)}] == 0) ++out.place;
    const PlaceId closed{static_cast<std::uint8_t>(out.place)};
    Neighbourhood without = n;
    without.places.own_hours[closed] = without.places.funded_hours[closed] = 0.0F;
    for (auto* world : {&n, &without}) {
        choose_places(world->residents, world->dwellings, world->streets, world->ties, world->places,
                      p.meeting_place, p.place_kind, draws, sim::Month{24}, w);
        auto& visits = world == &n ? out.open : out.closed;
        visits.assign(world->places.visits.begin(), world->places.visits.end());
    }
    return out;
}

}  // namespace

TEST_CASE("where places do not compete, a closed one sends nobody to the others") {
    const auto months = with_and_without(0.0);
    CHECK(months.open[months.place] > 0);
    CHECK(months.closed[months.place] == 0);
    for (std::size_t k = 0; k < months.open.size(); ++k)
        if (k != months.place) CHECK(months.open[k] == months.closed[k]);
}

TEST_CASE("where places compete, a closed one sends some of its visitors to the others, and not all") {
    const auto months = with_and_without(1.0);
    std::int64_t gained = 0;
    for (std::size_t k = 0; k < months.open.size(); ++k)
        if (k != months.place) gained += std::int64_t{months.closed[k]} - std::int64_t{months.open[k]};
    CHECK(gained > 0);
    CHECK(gained < months.open[months.place]);
}

}  // namespace weefsel::test_substitution
