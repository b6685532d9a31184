#include <cmath>

#include "models/population/draft.hpp"
#include "models/process/household/birth_numbers.hpp"

namespace weefsel::population {
namespace {

constexpr int shortest_street = 20;
constexpr int longest_street = 60;
constexpr int usual_street = 40;
constexpr float across_street = 20;  // m between the two sides. Source: usual profile of a street
constexpr float square_metres_per_hectare = 10000;
constexpr int empty_at_most = 12;  // months that a dwelling on offer has stood empty. Source: assumption
/// Dwellings per hectare by urbanity 1-5, where the land is not known. Source: CBS classes of
/// surrounding address density (2500, 1500, 1000, 500 addresses a square kilometre), upper side.
constexpr std::array<double, 5> dwellings_per_hectare{30, 18, 12, 7, 3};
/// Built-up land holds no less. Source: assumption, rural land beside a village is not walked through.
constexpr double least_dwellings_per_hectare = 2;

int streets_for(int dwellings) {
    return std::max(1, static_cast<int>(std::lround(static_cast<double>(dwellings) / usual_street)));
}

/// Lengths of streets in dwellings: 20-60 each, pairs of streets differ by a keyed amount.
std::vector<int> street_lengths(int dwellings, const sim::RandomSource& draws, std::uint64_t site) {
    const int n = streets_for(dwellings);
    std::vector<int> lengths(static_cast<std::size_t>(n), dwellings / n);
    for (int i = 0; i < dwellings % n; ++i) ++lengths[static_cast<std::size_t>(i)];
    for (std::size_t i = 0; i + 1 < lengths.size(); i += 2) {
        const int room = std::min({lengths[i] - shortest_street, longest_street - lengths[i],
                                   lengths[i + 1] - shortest_street, longest_street - lengths[i + 1]});
        const float u = uniform_draw(draws, Stream::population_dwelling, draft_key(site, Part::street, i),
                                     DrawIndex::street_length);
        const int shift = static_cast<int>((2 * u - 1) * static_cast<float>(std::max(room, 0)));
        lengths[i] += shift;
        lengths[i + 1] -= shift;
    }
    return lengths;
}

/// Parallel streets on a square grid around the centre, row by row; each has a cell of this size. Unit: m.
struct StreetGrid {
    int columns;
    float side, width, depth;

    StreetGrid(int streets, float side_length)
        : columns(std::max(1, static_cast<int>(std::sqrt(static_cast<double>(streets) / 2)))),
          side(side_length),
          width(side / static_cast<float>(columns)),
          depth(side / static_cast<float>((streets + columns - 1) / columns)) {}

    [[nodiscard]] StreetCentre centre(int street) const {
        return {(static_cast<float>(street % columns) + 0.5F) * width - side / 2,
                (static_cast<float>(street / columns) + 0.5F) * depth - side / 2};
    }
};

/// Rows of dwellings along the streets of the grid.
void lay_out(Dwellings& dwellings, Streets& streets, const std::vector<int>& lengths, float side,
             const PopulationParameters& p, const sim::RandomSource& draws, std::uint64_t site) {
    const StreetGrid grid(static_cast<int>(lengths.size()), side);
    std::size_t dwelling = 0;
    for (std::size_t s = 0; s < lengths.size(); ++s) {
        const StreetId street{static_cast<StreetId::rep>(s)};
        const std::uint64_t key = draft_key(site, Part::street, s);
        streets.first_dwelling.push_back(DwellingId{static_cast<DwellingId::rep>(dwelling)});
        streets.dwellings.push_back(static_cast<std::uint16_t>(lengths[s]));
        const float u = uniform_draw(draws, Stream::population_dwelling, key, DrawIndex::public_space);
        const auto low = static_cast<float>(p.public_space_low);
        streets.space_base.push_back(low + (static_cast<float>(p.public_space_high) - low) * u);
        streets.space_built.push_back(0);
        streets.public_space.push_back(streets.space_base[street]);
        streets.turnover.push_back(0);
        const auto centre = grid.centre(static_cast<int>(s));
        const float half = std::min(across_street, grid.depth / 2) / 2;
        for (int i = 0; i < lengths[s]; ++i, ++dwelling) {
            const float along = (static_cast<float>(i) + 0.5F) / static_cast<float>(lengths[s]) - 0.5F;
            dwellings.number.push_back(dwelling_number(site, dwelling));
            dwellings.street.push_back(street);
            dwellings.x.push_back(centre.x + along * grid.width);
            dwellings.y.push_back(centre.y + (i % 2 == 0 ? half : -half));
        }
    }
}

/// Tenure of dwellings to the shares of the figures, alike within a street.
void draw_tenure(Dwellings& dwellings, const NeighbourhoodFigures& figures, const PopulationParameters& p,
                 const sim::RandomSource& draws, std::uint64_t site) {
    const std::size_t n = dwellings.rows();
    dwellings.tenure.resize(n, Tenure::private_rent);
    std::vector<double> owned(n), social(n);
    for (std::size_t d = 0; d < n; ++d) {
        const DwellingId id{static_cast<DwellingId::rep>(d)};
        const auto street =
            block_of(draws, Stream::population_dwelling,
                     draft_key(site, Part::street, dwellings.street[id].index()), DrawIndex::street_tenure);
        const float leaning =
            static_cast<float>(p.tenure_clustering) * sim::normal_quantile(sim::open_uniform_of(street[0]));
        const auto words =
            block_of(draws, Stream::population_dwelling, dwellings.number[id], DrawIndex::tenure);
        owned[d] = waiting_time_of(words[0], static_cast<double>(sim::exp_of(leaning)));
        social[d] = waiting_time_of(words[1], static_cast<double>(sim::exp_of(-leaning)));
    }
    const auto counts = apportion(
        std::array<double, 3>{figures.owned, figures.social_rent, figures.private_rent}, static_cast<int>(n));
    int left = counts[0];
    for (int d : by_waiting_time(owned)) {
        if (left-- <= 0) break;
        dwellings.tenure[DwellingId{static_cast<DwellingId::rep>(d)}] = Tenure::owned;
        social[static_cast<std::size_t>(d)] = std::numeric_limits<double>::max();
    }
    left = counts[1];
    for (int d : by_waiting_time(social)) {
        if (left-- <= 0) break;
        dwellings.tenure[DwellingId{static_cast<DwellingId::rep>(d)}] = Tenure::social_rent;
    }
}

/// Which dwellings stand empty, drawn by random priority.
std::vector<bool> draw_empty(const Dwellings& dwellings, std::size_t empty, const sim::RandomSource& draws) {
    std::vector<double> waiting_times(dwellings.rows());
    for (std::size_t d = 0; d < waiting_times.size(); ++d)
        waiting_times[d] =
            waiting_time_of(block_of(draws, Stream::population_dwelling,
                                     dwellings.number[DwellingId{static_cast<DwellingId::rep>(d)}],
                                     DrawIndex::empty_since)[1],
                            1);
    std::vector<bool> stands_empty(waiting_times.size(), false);
    const auto order = by_waiting_time(waiting_times);
    for (std::size_t i = 0; i < empty; ++i) stands_empty[static_cast<std::size_t>(order[i])] = true;
    return stands_empty;
}

/// Households find a dwelling of a tenure that fits their income and age, anywhere among those.
std::vector<int> house(const Dwellings& dwellings, const std::vector<bool>& empty, Draft& draft,
                       const sim::RandomSource& draws) {
    std::array<std::vector<int>, income_classes> of_tenure;
    for (std::size_t d = 0; d < dwellings.rows(); ++d)
        if (!empty[d])
            of_tenure[static_cast<std::size_t>(dwellings.tenure[DwellingId{static_cast<DwellingId::rep>(d)}])]
                .push_back(static_cast<int>(d));
    const std::size_t n = draft.households.size();
    std::array<std::vector<double>, income_classes> waiting_times;
    std::vector<double> anywhere(n);
    for (auto& a : waiting_times) a.resize(n);
    for (std::size_t h = 0; h < n; ++h) {
        const Household& household = draft.households[h];
        const auto words =
            block_of(draws, Stream::population_household, household.key, DrawIndex::tenure_rent);
        const auto& by_income = tenure_by_income[static_cast<std::size_t>(household.income)];
        const auto& by_age = tenure_by_age[band_of(household.oldest)];
        for (std::size_t t = 0; t < waiting_times.size(); ++t)
            waiting_times[t][h] = waiting_time_of(words[t], by_income[t] * by_age[t]);
        anywhere[h] = waiting_time_of(words[3], 1);
    }
    std::vector<int> tenure(n, -1);
    for (std::size_t t = 0; t + 1 < waiting_times.size(); ++t) {
        std::size_t left = of_tenure[t].size();
        for (int h : by_waiting_time(waiting_times[t])) {
            if (left == 0) break;
            if (tenure[static_cast<std::size_t>(h)] >= 0) continue;
            tenure[static_cast<std::size_t>(h)] = static_cast<int>(t);
            --left;
        }
    }
    std::vector<int> lives_in(dwellings.rows(), -1);
    std::array<std::size_t, income_classes> next{};
    const auto order = by_waiting_time(anywhere);
    for (int h : order) {
        int& t = tenure[static_cast<std::size_t>(h)];
        if (t < 0) t = static_cast<int>(Tenure::private_rent);
        const auto kind = static_cast<std::size_t>(t);
        lives_in[static_cast<std::size_t>(of_tenure[kind][next[kind]++])] = h;
        draft.households[static_cast<std::size_t>(h)].tenure = static_cast<Tenure>(t);
    }
    return lives_in;
}

}  // namespace

float side_of(const NeighbourhoodFigures& figures) {
    const double dwellings = std::max(figures.households, 1);
    const auto urbanity = static_cast<std::size_t>(std::clamp(figures.urbanity, 1, 5) - 1);
    double hectares = figures.land_hectares;
    if (hectares <= 0) hectares = dwellings / dwellings_per_hectare[urbanity];
    hectares = std::min(hectares, dwellings / least_dwellings_per_hectare);
    return std::sqrt(static_cast<float>(hectares) * square_metres_per_hectare);
}

std::vector<int> build_dwellings(Dwellings& dwellings, Streets& streets, Draft& draft,
                                 const NeighbourhoodFigures& figures, const PopulationParameters& p,
                                 const sim::RandomSource& draws, std::uint64_t site) {
    const auto households = static_cast<int>(draft.households.size());
    const int on_offer = dwellings_on_offer(figures, households, p);
    const auto lengths = street_lengths(households + on_offer, draws, site);
    lay_out(dwellings, streets, lengths, side_of(figures), p, draws, site);
    draw_tenure(dwellings, figures, p, draws, site);
    const auto empty = draw_empty(dwellings, static_cast<std::size_t>(on_offer), draws);
    auto lives_in = house(dwellings, empty, draft, draws);
    for (std::size_t d = 0; d < dwellings.rows(); ++d) {
        const DwellingId id{static_cast<DwellingId::rep>(d)};
        const int h = lives_in[d];
        const bool elderly =
            h >= 0 && draft.households[static_cast<std::size_t>(h)].oldest >= band_start[age_bands - 1];
        const auto words =
            block_of(draws, Stream::population_dwelling, dwellings.number[id], DrawIndex::suited);
        const double suited = elderly ? p.suited_share_elderly : p.suited_share_other;
        dwellings.suited.push_back(static_cast<double>(sim::uniform_of(words[0])) < suited ? 1 : 0);
        const auto since =
            block_of(draws, Stream::population_dwelling, dwellings.number[id], DrawIndex::empty_since);
        dwellings.empty_since.push_back(
            h >= 0 ? std::int16_t{0} : static_cast<std::int16_t>(-sim::uniform_of(since[0]) * empty_at_most));
        dwellings.occupancy.push_back(h >= 0 ? 1 : 0);
        dwellings.move_left.push_back(sim::exponential_of(
            draws.block(Stream::household_event, dwellings.number[id], sim::Month{0}, 0)[0]));
    }
    return lives_in;
}

}  // namespace weefsel::population

namespace weefsel {

int streets_of(const NeighbourhoodFigures& figures, const PopulationParameters& p) {
    return population::streets_for(population::plan_dwellings(figures, p));
}

std::vector<StreetCentre> street_centres(const NeighbourhoodFigures& figures, const PopulationParameters& p) {
    const int streets = streets_of(figures, p);
    const population::StreetGrid grid(streets, population::side_of(figures));
    std::vector<StreetCentre> centres;
    for (int s = 0; s < streets; ++s) centres.push_back(grid.centre(s));
    return centres;
}

}  // namespace weefsel
