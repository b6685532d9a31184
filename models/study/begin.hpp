#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/process/funding/policy.hpp"
#include "models/question/scenario.hpp"
#include "models/scenario/study_map.hpp"
#include "models/world/month_record.hpp"
#include "models/world/neighbourhood.hpp"
#include "models/world/workspace.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Part of every line of a study that falls to one of its neighbourhoods: by residents, sum 1.
double share_of_residents(const Scenario& scenario, std::size_t site);

/// What each neighbourhood has of lines, in the order of the map: by residents, and by `need` (each one's
/// share of it in the study; empty: as by residents).
std::vector<SiteShares> shares_of_sites(const Scenario& scenario, const StudyMap& map,
                                        const std::vector<double>& need = {});

/// A neighbourhood in month 0 of the burn-in, under the present policy. The residents depend on the
/// neighbourhood's code or name, not on its place in the list. `shares`: what it has of the lines.
Neighbourhood begin(const Scenario& scenario, std::size_t site, const sim::RandomSource& draws,
                    const SiteShares& shares);
/// The same where no other neighbourhood stands before it and every line is for all of the study.
Neighbourhood begin(const Scenario& scenario, std::size_t site, const sim::RandomSource& draws);

/// Lets `policy` take over at the start of month `now`: lines, posts and all that lines buy.
void begin_policy(Neighbourhood& n, const Policy& policy, const Parameters& p, const sim::RandomSource& draws,
                  sim::Month now);

/// One month of the burn-in: as any other month, while constants are measured.
MonthRecord burn_in_month(Neighbourhood& n, const Parameters& p, const sim::RandomSource& draws,
                          sim::Month now, int burn_in_months, Workspace& workspace);

/// Part of it: the use of care in the last two years, on which providers are sized.
void measure_use(Care& care, sim::Month now, int burn_in_months);
/// Months on which it is measured.
int months_measured(int burn_in_months);

/// Fixes what the burn-in measured; from here the options part. Also right after a burn-in of 0 months.
void end_burn_in(Neighbourhood& n, const Parameters& p, int burn_in_months);

}  // namespace weefsel
