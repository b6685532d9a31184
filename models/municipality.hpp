#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/crew.hpp"
#include "models/month_step.hpp"
#include "models/neighbourhood.hpp"
#include "models/scenario.hpp"
#include "sim/draws.hpp"
#include "sim/month.hpp"

namespace weefsel {

/// Which neighbourhoods live together, in order of their keys: nothing that happens depends on the
/// order in which a scenario lists them.
struct StudyMap {
    std::vector<std::size_t> site;   ///< row of the scenario's neighbourhoods
    std::vector<std::uint64_t> key;  ///< ascending
    [[nodiscard]] std::size_t sites() const { return site.size(); }
};
StudyMap map_of(const Scenario& scenario);

/// The neighbourhoods of a study that live together, in the order of the map.
struct Municipality {
    std::vector<Neighbourhood> neighbourhoods;
};

/// Month 0 of the burn-in.
Municipality begin_municipality(const Scenario& scenario, const StudyMap& map, const sim::Draws& draws,
                                Crew& crew);

/// One month of everybody: each neighbourhood by itself, then the exchange between them.
void live_month(Municipality& m, const StudyMap& map, const Circumstances& under, const Parameters& p,
                const sim::Draws& draws, sim::Month now, Crew& crew);

/// One month of the burn-in: as any other, while constants are measured.
void burn_in_month(Municipality& m, const StudyMap& map, const Parameters& p, const sim::Draws& draws,
                   sim::Month now, int burn_in_months, Crew& crew);
/// Fixes what the burn-in measured; from here the options part.
void end_burn_in(Municipality& m, const Parameters& p, int burn_in_months);

/// What crosses the borders in a month, in a fixed order and against the state that the month's steps
/// left: nobody sees what this exchange has done to others. Nothing with a single neighbourhood.
void exchange(Municipality& m, const StudyMap& map, const Parameters& p, const sim::Draws& draws,
              sim::Month now, Crew& crew);

}  // namespace weefsel
