#include <algorithm>

#include "models/process/household/birth_numbers.hpp"
#include "models/process/household/demography.hpp"
#include "models/process/household/leaving.hpp"
#include "models/process/household/moves_rate.hpp"
#include "models/world/event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int can_stay_alone = 16;  // children left without an adult go to relatives elsewhere

/// Factor of the nuisance of each street on the hazard of moving out of it.
std::vector<float> driven_out(const Streets& streets, const DemographyParameters& p, double usual) {
    std::vector<float> factor;
    for (const float nuisance : streets.nuisance)
        factor.push_back(
            sim::exp_of(static_cast<float>(p.move_nuisance) * (nuisance - static_cast<float>(usual))));
    return factor;
}

/// Hazards of households to move out into `w.rate`, before their belonging, which goes into `w.score` as
/// the mean above 1/2; marks those of children alone. `driven`: factor by street.
void moving_hazards(const Residents& r, const Dwellings& d, const std::vector<float>& driven,
                    const DemographyParameters& p, Workspace& w) {
    constexpr std::size_t tenures = 3;
    std::array<float, (oldest_age + 1) * tenures> usual{};
    for (int age = 0; age <= oldest_age; ++age)
        for (std::size_t t = 0; t < tenures; ++t)
            usual[static_cast<std::size_t>(age) * tenures + t] =
                static_cast<float>(p.moves * move_hazard(age, static_cast<Tenure>(t), p)) * per_month;
    for (auto* column : {&w.rate, &w.score}) column->resize(d.rows());
    w.marks.resize(d.rows());
    for (const auto dwelling : d.ids()) {
        const std::size_t i = dwelling.index(), n = d.members[dwelling];
        const auto& member = d.member[dwelling];
        int oldest = 0;
        float belonging = 0.0F;
        for (std::size_t k = 0; k < n; ++k) {
            oldest = std::max<int>(oldest, r.age[member[k]]);
            belonging += r.belonging[member[k]];
        }
        const auto at =
            static_cast<std::size_t>(oldest) * tenures + static_cast<std::size_t>(d.tenure[dwelling]);
        w.score[i] = n == 0 ? 0.0F : belonging / static_cast<float>(n) - 0.5F;
        w.rate[i] = n == 0 ? 0.0F : usual[at] * driven[d.street[dwelling].index()];
        w.marks[i] = n != 0 && oldest < can_stay_alone;
    }
}

}  // namespace

std::size_t drawn_household(const InflowProfile& inflow, float u) {
    const auto& weight = inflow.cumulative_weight;
    const auto found = std::upper_bound(weight.begin(), weight.end(), u * weight.back());
    return std::min<std::size_t>(static_cast<std::size_t>(found - weight.begin()), weight.size() - 1);
}

void household_moves_in(People& people, DwellingId dwelling, const InflowProfile& inflow,
                        std::size_t household, const Parameters& parameters, const sim::RandomSource& draws,
                        sim::Month now) {
    auto& d = people.dwellings;
    const auto nth = d.occupancy[dwelling];
    const auto first = inflow.first[household];
    const int members = inflow.members[household];
    std::array<ResidentId, largest_household> row{};
    for (int k = 0; k < members; ++k) {
        const auto attributes = inflow.attributes[first + k];
        const auto number = arrival_number(d.number[dwelling], nth, static_cast<std::uint64_t>(k));
        const Newcomer newcomer{number,
                                now + -inflow.age_months[first + k],
                                static_cast<Sex>(attributes % 2),
                                static_cast<Education>(attributes / 2 % 3),
                                static_cast<Origin>(attributes / 6 % 3),
                                static_cast<Income>(attributes / 18)};
        row[k] = settle(people, newcomer, dwelling, parameters, draws, now);
        ++people.count.of(Flow::arrivals);
    }
    for (int k = 0; k < members; ++k)
        if (inflow.partner[first + k] < members)
            people.residents.partner[row[k]] = row[inflow.partner[first + k]];
    tie_household(people, dwelling, parameters.network);
}

void move_out(People& people, Streets& streets, const Parameters& parameters, const sim::RandomSource& draws,
              sim::Month now, Workspace& w, const ShowHazard& show) {
    auto& d = people.dwellings;
    auto& r = people.residents;
    for (auto& turnover : streets.turnover) turnover *= 1.0F - per_month;
    const auto driven = driven_out(streets, parameters.demography, parameters.cohesion.nuisance_usual);
    moving_hazards(r, d, driven, parameters.demography, w);
    show(Hazard::move_out, {w.rate, w.score});
    sim::each_row(
        d.rows(),
        [p = sim::narrowed(parameters.demography)](float& left, std::uint8_t& moves, float rate,
                                                   float attached) {
            left -= rate * sim::exp_of(-p.move_belonging * attached);
            moves = moves | static_cast<std::uint8_t>((left <= 0.0F) & (rate > 0.0F));
        },
        d.move_left, w.marks, w.rate, w.score);
    sim::for_each_marked<DwellingId>(w.marks, [&](DwellingId dwelling) {
        const auto& member = d.member[dwelling];
        const int n = d.members[dwelling];
        const bool adult = std::any_of(member.begin(), member.begin() + n,
                                       [&](ResidentId who) { return r.age[who] >= can_stay_alone; });
        if (adult) {
            const auto household = member;
            depart(people, household.data(), n, parameters, draws, now);
        }
        while (d.members[dwelling] > 0) remove(people, d.member[dwelling][0], Flow::departures, now);
        streets.turnover[d.street[dwelling]] +=
            1.0F / static_cast<float>(streets.dwellings[d.street[dwelling]]);
    });
}

void move_in(People& people, const InflowProfile& inflow, const Norms& norms, const Parameters& parameters,
             const sim::RandomSource& draws, sim::Month now) {
    if (inflow.cumulative_weight.empty()) return;
    auto& d = people.dwellings;
    const float chance = 1.0F / std::max(1.0F, norms.vacancy_months[0]);
    for (const auto dwelling : d.ids()) {
        if (d.members[dwelling] != 0 || d.empty_since[dwelling] >= now.value) continue;
        if (draws.uniform(Stream::population_dwelling, d.number[dwelling], now) >= chance) continue;
        begin_household(d, dwelling, draws);
        const float random_word =
            draws.uniform(Stream::inflow_household, d.number[dwelling], sim::Month{0}, d.occupancy[dwelling]);
        household_moves_in(people, dwelling, inflow, drawn_household(inflow, random_word), parameters, draws,
                           now);
    }
}

}  // namespace weefsel
