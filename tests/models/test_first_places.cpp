#include <catch2/catch.hpp>

#include "models/population/draft.hpp"
#include "models/population/population.hpp"
#include "models/scenario/read_scenario.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_first_places {

namespace {

NeighbourhoodFigures overvecht() { return read_scenario(shipped("first-look.toml")).neighbourhoods.at(0); }

}  // namespace

TEST_CASE("a kind that a line buys is there, closed, and places of a scenario are added") {
    PlaceSpec church;
    church.kind = PlaceKind::church;
    church.own_hours = 6;
    church.x = 12;
    const auto without =
        populate(overvecht(), {}, {PlaceKind::buurthuis}, Parameters{}, sim::RandomSource(1, 0), 0).places;
    const auto places = populate(overvecht(), {church}, {PlaceKind::buurthuis, PlaceKind::church},
                                 Parameters{}, sim::RandomSource(1, 0), 0)
                            .places;
    REQUIRE(places.rows() == without.rows() + 1);
    int closed = 0;
    for (std::size_t i = 0; i < places.rows(); ++i) {
        const PlaceId p{static_cast<PlaceId::rep>(i)};
        closed += places.kind[p] == PlaceKind::buurthuis;
        if (places.kind[p] == PlaceKind::buurthuis) REQUIRE(places.open[p] == 0);
        REQUIRE(places.capacity[p] >= 1);
        REQUIRE(places.usual_size[p] >= 10);
    }
    REQUIRE(closed == 1);
}

TEST_CASE("a neighbourhood too small for a sports club of its own shares one, with room for its part") {
    // One for 4,000 residents: a quarter of its visits for 1,000, and it stands in a square of twice the
    // side.
    const auto capacity = [](int residents) {
        auto figures = overvecht();
        figures.residents = residents;
        const auto places = population::first_places(figures, {}, {}, sim::RandomSource(1, 0), 0, 400.0F);
        double visits = 0;
        for (std::size_t k = 0; k < places.rows(); ++k)
            if (const PlaceId p{static_cast<PlaceId::rep>(k)}; places.kind[p] == PlaceKind::sports_club)
                visits += static_cast<double>(places.capacity[p]);
        return visits;
    };
    CHECK(places_of_its_own(PlaceKind::sports_club, 1000) == 1);
    CHECK(catchment(PlaceKind::sports_club, 1000) == 4.0F);
    CHECK(capacity(1000) == Approx(1000 * 3.0));
    CHECK(places_of_its_own(PlaceKind::sports_club, 12000) == 3);
    CHECK(catchment(PlaceKind::sports_club, 12000) == 1.0F);
    CHECK(capacity(12000) == Approx(12000 * 3.0));
    // What a scenario or money brings is not there by itself, however large.
    CHECK(places_of_its_own(PlaceKind::buurthuis, 100000) == 0);
}

TEST_CASE(
    "provision does not leap with size: each place serves an area of about the usual number of residents") {
    for (std::size_t k = 0; k < place_kinds; ++k) {
        const auto kind = static_cast<PlaceKind>(k);
        if (declared(kind).residents_per_place <= 0) continue;
        const auto per_place = static_cast<double>(declared(kind).residents_per_place);
        for (int residents = 200; residents <= 20000; residents += 100) {
            const double places = places_of_its_own(kind, residents),
                         area = static_cast<double>(catchment(kind, residents)) * residents / places;
            // Each serves an area of the usual number of residents, as near as a whole number of places
            // allows.
            CHECK(area >= per_place * 3 / 4 - 1);
            CHECK(area <= per_place * 3 / 2 + 1);
        }
    }
}

}  // namespace weefsel::test_first_places
