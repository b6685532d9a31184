#include "models/process/household/new_homes.hpp"

#include <algorithm>

#include "sim/error.hpp"

namespace weefsel {
StreetId build_street(Streets& streets, const Dwellings& dwellings, float public_space,
                      const CohesionParameters& p) {
    sim::require(streets.rows() < StreetId::none_value, "a neighbourhood has room for another street");
    const StreetId street{static_cast<StreetId::rep>(streets.rows())};
    streets.first_dwelling.push_back(DwellingId{static_cast<DwellingId::rep>(dwellings.rows())});
    streets.dwellings.push_back(0);
    streets.public_space.push_back(public_space);
    streets.space_base.push_back(public_space);
    streets.space_built.push_back(0.0F);
    streets.turnover.push_back(0.0F);
    streets.efficacy.push_back(static_cast<float>(p.efficacy_usual));
    streets.nuisance.push_back(static_cast<float>(p.nuisance_usual));
    return street;
}

DwellingId build_home(Dwellings& d, Streets& streets, Edge edge, const NewHome& home,
                      const ShockParameters& p, sim::Month now) {
    const auto between_streets = static_cast<float>(p.new_street_apart),
               across_street = static_cast<float>(p.new_street_across),
               along_street = static_cast<float>(p.new_home_along);
    constexpr auto middle_of_street = static_cast<float>(usual_street / 2);  // dwellings west of the middle
    const std::size_t row = d.rows();
    sim::require(row < static_cast<std::size_t>(dwellings_at_most),
                 "a neighbourhood has room for another dwelling");
    const StreetId street{static_cast<StreetId::rep>(streets.rows() - 1)};
    const std::size_t nth = streets.dwellings[street]++;
    float y = 0.0F;
    if (nth == 0) {
        for (std::size_t i = 0; i < row; ++i) {
            const float at = d.y[DwellingId{static_cast<DwellingId::rep>(i)}];
            y = edge == Edge::north ? std::max(y, at) : std::min(y, at);
        }
        y += edge == Edge::north ? between_streets : -between_streets;
    } else {
        const auto before = d.y[DwellingId{static_cast<DwellingId::rep>(row - 1)}];
        const float other_side = nth % 2 == 0 ? -across_street : across_street;
        y = before + (edge == Edge::north ? other_side : -other_side);
    }
    d.visit([row](const char*, auto& column) { column.resize(row + 1); });
    const DwellingId dwelling{static_cast<DwellingId::rep>(row)};
    d.number[dwelling] = home.number;
    d.street[dwelling] = street;
    d.x[dwelling] = (static_cast<float>(nth) - middle_of_street) * along_street;
    d.y[dwelling] = y;
    d.tenure[dwelling] = home.tenure;
    d.suited[dwelling] = home.suited ? 1 : 0;
    d.members[dwelling] = 0;
    d.member[dwelling].fill(ResidentId::none());
    d.occupancy[dwelling] = 0;
    d.empty_since[dwelling] = static_cast<std::int16_t>(now.value);
    d.move_left[dwelling] = 0.0F;
    return dwelling;
}

std::size_t new_streets(std::size_t homes) {
    return std::max<std::size_t>(1, (homes + usual_street / 2) / usual_street);
}

}  // namespace weefsel
