#pragma once
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/scenario/study_map.hpp"
#include "models/study/worker_pool.hpp"
#include "models/world/border_state.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/membership.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// The neighbourhoods of a study that live together, in the order of the map, and what crosses
/// between them.
struct Municipality {
    std::vector<Neighbourhood> neighbourhoods;
    std::vector<Border> borders;  ///< none with a single neighbourhood
    std::vector<std::uint32_t>
        regional_places;  ///< region x CareLine, of all there together; 0: each its own; empty: all so
};

/// Somebody who moved within the study this month: where to.
struct Moved {
    sim::BirthNumber who;
    std::uint16_t site;
    std::uint16_t row;
};

/// A tie that survives a move: the mover, where now, and where the other end was before the month's moves.
struct Surviving {
    Moved mover;
    sim::BirthNumber other;
    std::uint16_t other_site, other_row;
    TieHours hours;
    TieKind kind;
};

/// Whether somebody still stands in the row where he or she was found last.
inline bool lives_at(const Municipality& m, sim::BirthNumber who, std::uint16_t site, std::uint16_t row) {
    const auto& r = m.neighbourhoods[site].residents;
    if (row >= r.rows()) return false;  // none
    return r.present[ResidentId{row}] && r.birth_number[ResidentId{row}] == who;
}

/// What the moves of a month leave for the ties.
struct MovesMade {
    std::vector<Moved> moved;  ///< ascending by birth number
    std::vector<Surviving> ties;
};

/// Households that left a neighbourhood find an empty dwelling in another one of the municipality, or of
/// another municipality (a nearer province more often), or leave the study; each in order of random
/// priorities, first those who stay in their municipality. They keep birth number, traits, health, events,
/// places in queues and outside ties; regular places, bonds with professionals and belonging begin anew.
/// Households from outside come less often by as many, so that dwellings stand empty as long as before.
/// Source: FACTS A3.
MovesMade move_within(Municipality& m, const StudyMap& map, std::vector<Departures>& departures,
                      const Parameters& p, const sim::RandomSource& draws, sim::Month now, WorkerPool& pool);

/// Regional places go to those of the region who wait longest, wherever they live: first in, first out by
/// month, then random priority. Source: ODD 5.9.
void admit_regional(Municipality& m, const StudyMap& map, const Parameters& p, const sim::RandomSource& draws,
                    sim::Month now, WorkerPool& pool);
/// Sizes regional providers on what all neighbourhoods of the region used in the last months of the burn-in.
void size_regional(Municipality& m, const StudyMap& map, int months_measured, const Parameters& p);

/// Small help by friends in other neighbourhoods, asked by those for whom nobody nearer did anything this
/// month (`refused` of the `months` of the neighbourhoods), strongest first. Helping is contact and
/// load as it is within a neighbourhood. Source: ODD 5.5.
void help_across(Municipality& m, const std::vector<MonthRecord>& months, const HelpParameters& p,
                 const ExchangeParameters& across, const sim::RandomSource& draws, sim::Month now,
                 WorkerPool& pool);
/// Before the month: how lonely the ties are that everybody has across borders, per neighbourhood; nothing
/// where contagion is switched off, or for a neighbourhood alone.
std::vector<std::vector<LonelyBeyond>> lonely_across(const Municipality& m, const WellbeingParameters& p,
                                                     WorkerPool& pool);

/// Ties across borders: follow who moved, begin where ties survived a move, become local where both
/// ends meet again, get their contact from the time that both ends had last month, fade by the usual
/// rule, drift apart by the usual hazard (no place, street or school in common) and end with either end.
/// Their hours count as hours outside. Source: ODD 5.4.
void ties_across(Municipality& m, const MovesMade& moves, const NetworkParameters& p,
                 const ExchangeParameters& across, const sim::RandomSource& draws, sim::Month now,
                 WorkerPool& pool);
/// Kin in other neighbourhoods of the same municipality at month 0, parents and grown-up children of one
/// origin.
void first_kin_across(Municipality& m, const StudyMap& map, const Parameters& p,
                      const sim::RandomSource& draws);

}  // namespace weefsel
