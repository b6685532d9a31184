#pragma once
#include <cstdint>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/world/departures.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// All that a person is part of: what changes when somebody is born, comes, moves, goes or dies.
struct People {
    Residents& residents;
    Dwellings& dwellings;
    Ties& ties;
    Care& care;
    PeopleCount& count;
    std::vector<std::uint16_t>& free_rows;
    Area area = {};
    Departures* departures = nullptr;  ///< notes who goes elsewhere, when others live in the study
};

inline People people_of(Neighbourhood& n, Departures* departures = nullptr) {
    return {n.residents, n.dwellings, n.ties, n.care, n.people, n.free_rows, area_of(n.norms), departures};
}

/// Who somebody is when the first row is written.
struct Newcomer {
    sim::BirthNumber birth_number;
    sim::Month born;
    Sex sex;
    Education education;
    Origin origin;
    Income income;
};

/// A row without a resident, for somebody who comes; its ties are those of whoever had it.
ResidentId free_row(People& people);

/// Writes a new resident into a free row (or a new one) and into a dwelling with room for one more.
/// Partner and ties are for the caller. Counts nothing.
ResidentId settle(People& people, const Newcomer& newcomer, DwellingId dwelling, const Parameters& parameters,
                  const sim::RandomSource& draws, sim::Month now);

/// Takes somebody out of the dwelling; the last one leaves it empty.
void leave_dwelling(People& people, ResidentId who, sim::Month now);
void enter_dwelling(People& people, ResidentId who, DwellingId dwelling);
/// Moves somebody to another dwelling of the neighbourhood; in another street faces are new.
void move_house(People& people, ResidentId who, DwellingId to, const NetworkParameters& p, sim::Month now);

/// Removes a resident altogether: dwelling, partner, ties, care, those cared for. Counts `flow`.
void remove(People& people, ResidentId who, Flow flow, sim::Month now);

/// The next household of a dwelling begins: counts it and sets its threshold for moving out.
void begin_household(Dwellings& dwellings, DwellingId dwelling, const sim::RandomSource& draws);

/// The empty dwelling that somebody would take this month, by random priority, or none.
DwellingId empty_dwelling(const Dwellings& dwellings, sim::BirthNumber who, const sim::RandomSource& draws,
                          sim::Month now);

/// Living with somebody at least a parent's age difference older, without a partner.
bool lives_with_parent(const Residents& residents, const Dwellings& dwellings, ResidentId who);

/// What somebody does at an age: school, study, work or pension. The chances are drawn once for life, so
/// that nobody changes without a reason.
Activity usual_activity(int age, Education education, Income income, sim::BirthNumber who,
                        const PopulationParameters& p, const sim::RandomSource& draws);

inline int age_in_years(sim::Month born, sim::Month now) { return (now - born) / sim::months_per_year; }

}  // namespace weefsel
