#pragma once
#include "models/question/scenario.hpp"
#include "models/study/exchange.hpp"
#include "models/study/month_step.hpp"
#include "models/study/worker_pool.hpp"

namespace weefsel {

/// Month 0 of the burn-in.
Municipality begin_municipality(const Scenario& scenario, const StudyMap& map, const sim::RandomSource& draws,
                                WorkerPool& pool);

/// One month of everybody: each neighbourhood by itself, then the exchange between them.
void live_month(Municipality& m, const StudyMap& map, const Circumstances& under, const Parameters& p,
                const sim::RandomSource& draws, sim::Month now, WorkerPool& pool);

/// One month of the burn-in: as any other, while constants are measured. `loneliness`: in the place of the
/// model's own equation.
void burn_in_month(Municipality& m, const StudyMap& map, const Parameters& p, const sim::RandomSource& draws,
                   sim::Month now, int burn_in_months, WorkerPool& pool,
                   const ReplacedLoneliness& loneliness = {});
/// Fixes what the burn-in measured; from here the options part.
void end_burn_in(Municipality& m, const StudyMap& map, const Parameters& p, int burn_in_months);

/// What crosses the borders in a month, in this order: small help, moves, regional care places, ties.
/// Everything is read from the state that the month's steps left, and random numbers decide who goes first,
/// so neither threads nor the order of neighbourhoods matter. Nothing with a single neighbourhood.
void exchange(Municipality& m, const StudyMap& map, std::vector<Departures>& departures, const Parameters& p,
              const sim::RandomSource& draws, sim::Month now, WorkerPool& pool);

/// Balances of each neighbourhood, and over the study: who moved out within it moved in, every tie
/// across a border stands at both ends. Throws sim::InvariantError naming what is broken.
void check_balances(const Municipality& m);

}  // namespace weefsel
