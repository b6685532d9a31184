#include <algorithm>
#include <cmath>

#include "models/population/draft.hpp"
#include "models/process/household/birth_numbers.hpp"
#include "sim/error.hpp"

namespace weefsel::population {
namespace {

struct PlaceMaker {
    Places& places;
    const sim::RandomSource& draws;
    std::uint64_t site;
    std::array<std::uint64_t, place_kinds> nth{};

    /// `served`: residents of this neighbourhood that one such place serves; `across`: side of the square in
    /// which it stands, m.
    void add(const PlaceSpec& spec, float served, float across) {
        const auto& kind = declared(spec.kind);
        const auto ordinal = nth[static_cast<std::size_t>(spec.kind)]++;
        const std::uint64_t number = place_number(site, static_cast<std::uint64_t>(spec.kind), ordinal);
        const auto words = draws.block(Stream::place_position, number, sim::Month{0});
        const auto position = [&](const std::optional<double>& given, std::uint32_t word) {
            return given ? static_cast<float>(*given) : (sim::uniform_of(word) - 0.5F) * across;
        };
        const auto or_kind = [](const std::optional<double>& given, float usual) {
            return given ? static_cast<float>(*given) : usual;
        };
        const auto own = static_cast<float>(spec.own_hours);
        places.number.push_back(number);
        places.kind.push_back(spec.kind);
        places.x.push_back(position(spec.x, words[0]));
        places.y.push_back(position(spec.y, words[1]));
        places.own_hours.push_back(own);
        places.funded_hours.push_back(0);
        places.support_hours.push_back(0);
        places.paid_host_hours.push_back(0);
        places.volunteer_host_hours.push_back(0);
        places.youth_host_hours.push_back(0);
        places.quality.push_back(0);
        places.built.push_back(0);
        places.warmth.push_back(or_kind(spec.warmth, kind.warmth));
        places.accessibility.push_back(or_kind(spec.accessibility, kind.accessibility));
        places.capacity.push_back(or_kind(spec.capacity, std::max(1.0F, kind.visits_per_resident * served)));
        places.audience.push_back(kind.audience);
        places.hours_at_full.push_back(std::max(kind.hours_at_full, own));
        places.usual_size.push_back(kind.usual_size);
        places.open.push_back(own > 0 ? 1 : 0);
        places.closed_share.push_back(0);
        places.visits.push_back(0);
    }
};

}  // namespace

Places first_places(const NeighbourhoodFigures& figures, const std::vector<PlaceSpec>& specs,
                    const std::vector<PlaceKind>& bought, const sim::RandomSource& draws, std::uint64_t site,
                    float side) {
    Places places;
    PlaceMaker maker{places, draws, site};
    const auto residents = static_cast<float>(figures.residents);
    for (std::size_t k = 0; k < place_kinds; ++k) {
        PlaceSpec own;
        own.kind = static_cast<PlaceKind>(k);
        own.own_hours = static_cast<double>(declared(own.kind).own_hours);
        const int n = places_of_its_own(own.kind, figures.residents);
        const float across = side * std::sqrt(catchment(own.kind, figures.residents));
        for (int i = 0; i < n; ++i) maker.add(own, residents / static_cast<float>(n), across);
    }
    for (const auto& spec : specs) maker.add(spec, residents, side);
    for (PlaceKind kind : bought) {
        if (std::find(places.kind.begin(), places.kind.end(), kind) != places.kind.end()) continue;
        PlaceSpec closed;
        closed.kind = kind;
        maker.add(closed, residents, side);
    }
    sim::require(places.rows() < PlaceId::none_value, "population: too many meeting places");
    return places;
}

}  // namespace weefsel::population
