#include "models/process/provision/public_space.hpp"

#include <algorithm>
#include <vector>

#include "models/process/provision/provisions.hpp"
#include "models/world/streams.hpp"
#include "sim/month.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

/// Streets in which there are dwellings, the lowest `key` first.
template <class Key>
std::vector<StreetId> in_order_of(const Streets& streets, Key key) {
    std::vector<std::pair<decltype(key(StreetId{})), StreetId>> order;
    for (const auto street : streets.ids())
        if (streets.dwellings[street] > 0) order.emplace_back(key(street), street);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<StreetId> out;
    for (const auto& [number, street] : order) out.push_back(street);
    return out;
}

std::vector<StreetId> by_priority(const Streets& streets, const Dwellings& d,
                                  const sim::RandomSource& draws) {
    return in_order_of(streets, [&](StreetId street) {
        return draws.priority(Stream::street_works, d.number[streets.first_dwelling[street]], lifelong);
    });
}

/// The centre of the neighbourhood is the origin of its map.
std::vector<StreetId> from_the_middle(const Streets& streets, const Dwellings& d) {
    return in_order_of(streets, [&](StreetId street) {
        const DwellingId first = streets.first_dwelling[street];
        const DwellingId last{static_cast<DwellingId::rep>(first.index() + streets.dwellings[street] - 1)};
        const float x = d.x[first] + d.x[last], y = d.y[first] + d.y[last];
        return x * x + y * y;
    });
}

/// What is paid for this month: rise of each street, and of each park.
struct PaidFor {
    std::vector<double> street;
    double park = 0;
};

/// `rise` times dwellings goes to the first streets in `order` that hold so many `dwellings`, to the nearest
/// one.
void spread(const Streets& streets, const std::vector<StreetId>& order, double dwellings, double rise,
            PaidFor& paid) {
    std::size_t n = 0, held = 0;
    while (n < order.size() && static_cast<double>(held) + 0.5 < dwellings)
        held += streets.dwellings[order[n++]];
    for (std::size_t k = 0; k < n; ++k) paid.street[order[k].index()] += rise / static_cast<double>(held);
}

PaidFor paid_for(const Streets& streets, std::size_t parks, const Dwellings& d, const Provisions& provisions,
                 const FundingLines& lines, const FundingParameters& p, const sim::RandomSource& draws) {
    PaidFor paid{std::vector<double>(streets.rows(), 0.0), 0.0};
    double all = 0;
    for (const auto dwellings : streets.dwellings) all += dwellings;
    for (const auto row : provisions.ids()) {
        if (provisions.kind[row] != Purchase::Kind::public_space) continue;
        const double rise = supplied(provisions, row, lines, p.policy_effects);
        if (rise <= 0) continue;
        const auto share = static_cast<double>(provisions.share[row]);
        if (provisions.space[row] == PublicSpace::park) {
            paid.park += parks > 0 ? rise / static_cast<double>(parks) : 0.0;
        } else if (provisions.space[row] == PublicSpace::street) {
            spread(streets, by_priority(streets, d, draws), share * all, rise, paid);
        } else {
            spread(streets, from_the_middle(streets, d), share < 0 ? p.square_dwellings : share * all,
                   rise * p.square_dwellings, paid);
        }
    }
    return paid;
}

/// What has been built by the end of the month.
float built_after(float built, double paid, const FundingParameters& p) {
    constexpr double nothing_left = 1e-4;
    const auto before = static_cast<double>(built);
    if (before <= paid) return static_cast<float>(std::min(paid, before + paid / p.space_months));
    const double left = (before - paid) *
                        sim::pow_of(0.5, 1 / (p.space_halflife * static_cast<double>(sim::months_per_year)));
    return static_cast<float>(left < nothing_left ? paid : paid + left);
}

}  // namespace

void build_public_space(Streets& streets, Places& places, const Dwellings& d, const Provisions& provisions,
                        const FundingLines& lines, const FundingParameters& p,
                        const sim::RandomSource& draws) {
    const auto is_park = [&](PlaceId place) { return places.kind[place] == PlaceKind::park; };
    std::size_t parks = 0;
    for (const auto place : places.ids()) parks += is_park(place) ? 1U : 0U;
    const auto paid = paid_for(streets, parks, d, provisions, lines, p, draws);
    for (const auto street : streets.ids()) {
        auto& built = streets.space_built[street];
        if (built <= 0.0F && paid.street[street.index()] <= 0) continue;
        built = built_after(built, paid.street[street.index()], p);
        streets.sum_up(street);
    }
    for (const auto place : places.ids()) {
        if (!is_park(place)) continue;
        places.built[place] = built_after(places.built[place], paid.park, p);
        places.quality[place] += places.built[place];
    }
}

}  // namespace weefsel
