#include "models/population/population.hpp"

#include "models/population/draft.hpp"
#include "models/process/household/birth_numbers.hpp"
#include "models/scenario/figures.hpp"
#include "models/world/membership.hpp"
#include "models/world/new_resident.hpp"
#include "sim/error.hpp"

namespace weefsel {
namespace population {
namespace {

constexpr std::size_t max_residents = 60000;  // 16-bit rows, with room for growth

/// Gives everybody of a household a row in `dwelling`.
void move_in(Population& all, const Draft& draft, const Household& household, DwellingId dwelling,
             const Area& area, const Parameters& parameters, const sim::RandomSource& draws) {
    auto& r = all.residents;
    auto& member = all.dwellings.member[dwelling];
    const std::size_t first = r.rows();
    for (std::size_t i = 0; i < household.members.size(); ++i) {
        const Person& person = draft.persons[static_cast<std::size_t>(household.members[i])];
        add_row(r);
        const ResidentId who{static_cast<ResidentId::rep>(first + i)};
        r.birth_number[who] = arrival_number(all.dwellings.number[dwelling], 0, i);
        r.birth_month[who] = static_cast<std::int16_t>(-person.age_months);
        r.age[who] = static_cast<std::uint8_t>(person.age());
        r.sex[who] = person.sex;
        r.education[who] = person.education;
        r.origin[who] = person.origin;
        r.income[who] = household.income;
        r.activity[who] = usual_activity(person.age(), person.education, household.income,
                                         r.birth_number[who], parameters.population, draws);
        r.dwelling[who] = dwelling;
        r.partner[who] = ResidentId::none();
        for (std::size_t j = 0; j < household.members.size(); ++j)
            if (household.members[j] == person.partner)
                r.partner[who] = ResidentId{static_cast<ResidentId::rep>(first + j)};
        r.arrived[who] = static_cast<std::int16_t>(std::max(household.arrived, -person.age_months));
        begin_life(r, who, area, all.dwellings.tenure[dwelling], parameters, draws);
        if (person.widowed) {
            const float since =
                uniform_draw(draws, Stream::population_resident, person.key, DrawIndex::widowed_since);
            r.widowed[who] = static_cast<std::int16_t>(-1 - static_cast<int>(since * longest_widowed));
        }
        member[i] = who;
    }
    all.dwellings.members[dwelling] = static_cast<std::uint8_t>(household.members.size());
}

}  // namespace

InflowProfile inflow_profile(const Population& population, const PopulationParameters& p) {
    constexpr int middle_from = 35, old_from = 55;
    constexpr std::uint8_t alone = 255;
    const auto& r = population.residents;
    InflowProfile profile;
    float running = 0;
    for (const auto dwelling : population.dwellings.ids()) {
        const std::size_t n = population.dwellings.members[dwelling];
        if (n == 0) continue;
        const auto& member = population.dwellings.member[dwelling];
        profile.first.push_back(static_cast<std::uint32_t>(profile.age_months.size()));
        profile.members.push_back(static_cast<std::uint8_t>(n));
        int oldest = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const ResidentId who = member[i];
            oldest = std::max(oldest, int{r.age[who]});
            profile.age_months.push_back(static_cast<std::int16_t>(-r.birth_month[who]));
            profile.attributes.push_back(static_cast<std::uint8_t>(
                static_cast<int>(r.sex[who]) + 2 * static_cast<int>(r.education[who]) +
                6 * static_cast<int>(r.origin[who]) + 18 * static_cast<int>(r.income[who])));
            std::uint8_t partner = alone;
            for (std::size_t j = 0; j < n; ++j)
                if (r.partner[who] == member[j]) partner = static_cast<std::uint8_t>(j);
            profile.partner.push_back(partner);
        }
        const double weight = oldest < middle_from ? p.mobility_young
                              : oldest < old_from  ? p.mobility_middle
                                                   : p.mobility_old;
        running += static_cast<float>(weight);
        profile.cumulative_weight.push_back(running);
    }
    return profile;
}

}  // namespace population

Population populate(const NeighbourhoodFigures& figures, const std::vector<PlaceSpec>& places,
                    const std::vector<PlaceKind>& bought, const Parameters& parameters,
                    const sim::RandomSource& draws, std::uint64_t site) {
    using namespace population;
    sim::require(figures.residents > 0 && figures.households > 0,
                 "population: no residents or no households");
    sim::require(static_cast<std::size_t>(figures.residents) <= max_residents,
                 "population: more than 60,000 residents in one neighbourhood");
    const auto& p = parameters.population;
    const auto plan = plan_households(figures, p);
    const auto cells = fit_cells(plan, figures);
    auto draft = draft_households(plan, whole_persons(cells, plan), p, draws, site);
    draft_attributes(draft, cells, figures, p, draws);

    Population all;
    const auto lives_in = build_dwellings(all.dwellings, all.streets, draft, figures, p, draws, site);
    all.streets.efficacy.resize(all.streets.rows(), static_cast<float>(parameters.cohesion.efficacy_usual));
    all.streets.nuisance.resize(all.streets.rows(), static_cast<float>(parameters.cohesion.nuisance_usual));
    all.dwellings.member.resize(all.dwellings.rows());
    all.dwellings.members.resize(all.dwellings.rows());
    const Area area{poorer_than_country(figures), rurality(figures), wealth_of_homes(figures)};
    const auto persons = draft.persons.size();
    all.residents.visit([persons](const char*, auto& column) { column.reserve(persons); });
    for (std::size_t d = 0; d < lives_in.size(); ++d) {
        if (lives_in[d] < 0) continue;
        move_in(all, draft, draft.households[static_cast<std::size_t>(lives_in[d])],
                DwellingId{static_cast<DwellingId::rep>(d)}, area, parameters, draws);
    }
    first_ties(all, parameters, draws);
    all.places = first_places(figures, places, bought, draws, site, side_of(figures));
    all.inflow = inflow_profile(all, p);
    return all;
}

}  // namespace weefsel
