#include <cmath>

#include "models/population/draft.hpp"

namespace weefsel::population {
namespace {

template <class E>
std::size_t index_of(E value) {
    return static_cast<std::size_t>(value);
}

/// Picks in the order of the alarms until the sizes picked come nearest to the quota.
template <class Size, class Pick>
void pick_until(double quota, const std::vector<int>& order, const std::vector<double>& waiting_times,
                Size size, Pick pick) {
    double picked = 0;
    for (int i : order) {
        if (waiting_times[static_cast<std::size_t>(i)] == std::numeric_limits<double>::max()) return;
        const double next = size(i);
        if (picked + next / 2 > quota) return;
        picked += next;
        pick(i);
    }
}

/// Shares of households in the lowest 40 % and highest 20 % of income hold among persons, exactly but
/// for one household; who falls where follows position, age and one random number a household.
void draw_income(Draft& draft, const Cells& cells, const NeighbourhoodFigures& figures,
                 const sim::RandomSource& draws) {
    auto& households = draft.households;
    std::vector<double> low(households.size()), high(households.size());
    for (std::size_t h = 0; h < households.size(); ++h) {
        const Person& head = at(draft, households[h].members.front());
        const auto& cell = cells[index_of(head.position)][band_of(head.age())];
        const auto words =
            block_of(draws, Stream::population_household, households[h].key, DrawIndex::income);
        low[h] = waiting_time_of(words[0], cell[0] / std::max(cell[0] + cell[1] + cell[2], 1e-12));
        high[h] = waiting_time_of(words[1], cell[2] / std::max(cell[1] + cell[2], 1e-12));
    }
    const auto size = [&](int h) {
        return static_cast<double>(households[static_cast<std::size_t>(h)].members.size());
    };
    const auto residents = static_cast<double>(draft.persons.size());
    pick_until(figures.low_income * residents, by_waiting_time(low), low, size, [&](int h) {
        households[static_cast<std::size_t>(h)].income = Income::low;
        high[static_cast<std::size_t>(h)] = std::numeric_limits<double>::max();
    });
    pick_until(figures.high_income * residents, by_waiting_time(high), high, size,
               [&](int h) { households[static_cast<std::size_t>(h)].income = Income::high; });
}

Origin origin_at(float random_word, const NeighbourhoodFigures& figures) {
    const auto u = static_cast<double>(random_word);
    if (u < figures.origin_netherlands) return Origin::netherlands;
    return u < figures.origin_netherlands + figures.origin_europe ? Origin::europe : Origin::outside_europe;
}

/// Origin by household; some members have their own, drawn by the shares. Those come first, so that
/// households are drawn to what is left of the shares among persons.
void draw_origin(Draft& draft, const NeighbourhoodFigures& figures, const PopulationParameters& p,
                 const sim::RandomSource& draws) {
    auto& households = draft.households;
    const auto residents = static_cast<double>(draft.persons.size());
    double outside_left = figures.origin_outside_europe * residents,
           europe_left = figures.origin_europe * residents;
    std::vector<double> outside(households.size()), europe(households.size());
    std::vector<Origin> origin(households.size(), Origin::netherlands);
    std::vector<int> sharing(households.size(), 0);
    std::vector<bool> own(draft.persons.size(), false);
    for (std::size_t h = 0; h < households.size(); ++h) {
        const auto words =
            block_of(draws, Stream::population_household, households[h].key, DrawIndex::origin);
        const auto& odds = origin_by_income[index_of(households[h].income)];
        outside[h] = waiting_time_of(words[0], odds[2]);
        europe[h] = waiting_time_of(words[1], odds[1]);
        for (int m : households[h].members) {
            Person& person = at(draft, m);
            const auto random_words =
                block_of(draws, Stream::population_resident, person.key, DrawIndex::own_origin);
            if (static_cast<double>(sim::uniform_of(random_words[0])) >= p.mixed_origin) {
                ++sharing[h];
                continue;
            }
            own[static_cast<std::size_t>(m)] = true;
            person.origin = origin_at(sim::uniform_of(random_words[1]), figures);
            outside_left -= person.origin == Origin::outside_europe ? 1 : 0;
            europe_left -= person.origin == Origin::europe ? 1 : 0;
        }
    }
    const auto size = [&](int h) { return static_cast<double>(sharing[static_cast<std::size_t>(h)]); };
    pick_until(outside_left, by_waiting_time(outside), outside, size, [&](int h) {
        origin[static_cast<std::size_t>(h)] = Origin::outside_europe;
        europe[static_cast<std::size_t>(h)] = std::numeric_limits<double>::max();
    });
    pick_until(europe_left, by_waiting_time(europe), europe, size,
               [&](int h) { origin[static_cast<std::size_t>(h)] = Origin::europe; });
    for (std::size_t h = 0; h < households.size(); ++h)
        for (int m : households[h].members)
            if (!own[static_cast<std::size_t>(m)]) at(draft, m).origin = origin[h];
}

/// Couples and lone parents have a sex already; the rest is drawn to the share of women.
void draw_sex(Draft& draft, const NeighbourhoodFigures& figures, const sim::RandomSource& draws) {
    std::vector<int> open;
    std::vector<double> waiting_times;
    double women = figures.women * static_cast<double>(draft.persons.size());
    for (std::size_t i = 0; i < draft.persons.size(); ++i) {
        Person& person = draft.persons[i];
        if (person.partner >= 0 || person.position == Position::lone_parent) {
            women -= person.sex == Sex::female ? 1 : 0;
            continue;
        }
        person.sex = Sex::male;
        const auto words = block_of(draws, Stream::population_resident, person.key, DrawIndex::sex);
        open.push_back(static_cast<int>(i));
        waiting_times.push_back(
            waiting_time_of(words[0], female_odds[index_of(person.position)][band_of(person.age())]));
    }
    pick_until(
        women, by_waiting_time(waiting_times), waiting_times, [](int) { return 1.0; },
        [&](int i) { at(draft, open[static_cast<std::size_t>(i)]).sex = Sex::female; });
}

/// Education to the shares of the figures, over all residents: those at school carry the level that
/// they will reach, the old the level of their generation.
void draw_education(Draft& draft, const NeighbourhoodFigures& figures, const sim::RandomSource& draws) {
    const auto residents = static_cast<double>(draft.persons.size());
    std::vector<double> high(draft.persons.size()), low(draft.persons.size());
    for (const auto& household : draft.households) {
        for (int m : household.members) {
            Person& person = at(draft, m);
            person.education = Education::middle;
            const auto words = block_of(draws, Stream::population_resident, person.key, DrawIndex::education);
            const auto& by_age = education_by_age[band_of(person.age())];
            const auto& by_income = education_by_income[index_of(household.income)];
            low[static_cast<std::size_t>(m)] = waiting_time_of(words[0], by_age[0] * by_income[0]);
            high[static_cast<std::size_t>(m)] = waiting_time_of(words[1], by_age[2] * by_income[2]);
        }
    }
    const auto one = [](int) { return 1.0; };
    pick_until(figures.education_low * residents, by_waiting_time(low), low, one, [&](int i) {
        at(draft, i).education = Education::low;
        high[static_cast<std::size_t>(i)] = std::numeric_limits<double>::max();
    });
    pick_until(figures.education_high * residents, by_waiting_time(high), high, one,
               [&](int i) { at(draft, i).education = Education::high; });
}

/// People without a partner of whom the partner died, to the share of the figures.
void draw_widowed(Draft& draft, const NeighbourhoodFigures& figures, const sim::RandomSource& draws) {
    std::vector<double> waiting_times(draft.persons.size(), std::numeric_limits<double>::max());
    for (std::size_t i = 0; i < draft.persons.size(); ++i) {
        const Person& person = draft.persons[i];
        if (person.partner >= 0 || person.position == Position::child) continue;
        const auto words = block_of(draws, Stream::population_resident, person.key, DrawIndex::widowed);
        const double sex = person.sex == Sex::female ? widowed_women : 1;
        waiting_times[i] = waiting_time_of(words[0], widowed_by_age[band_of(person.age())] * sex);
    }
    pick_until(
        figures.widowed * static_cast<double>(draft.persons.size()), by_waiting_time(waiting_times),
        waiting_times, [](int) { return 1.0; }, [&](int i) { at(draft, i).widowed = true; });
}

}  // namespace

void draft_attributes(Draft& draft, const Cells& cells, const NeighbourhoodFigures& figures,
                      const PopulationParameters& p, const sim::RandomSource& draws) {
    draw_income(draft, cells, figures, draws);
    draw_origin(draft, figures, p, draws);
    draw_sex(draft, figures, draws);
    draw_education(draft, figures, draws);
    draw_widowed(draft, figures, draws);
    for (auto& household : draft.households) {
        const auto words = block_of(draws, Stream::population_household, household.key, DrawIndex::stay);
        const double years = static_cast<double>(sim::exponential_of(words[0])) * p.mean_stay_years;
        const double at_most = std::max(household.oldest - adult_age, 0);
        household.arrived = -static_cast<int>(std::min(years, at_most) * sim::months_per_year);
    }
}

}  // namespace weefsel::population
