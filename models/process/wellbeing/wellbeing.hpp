#pragma once
#include <span>

#include "models/parameters/parameters.hpp"
#include "models/process/wellbeing/loneliness.hpp"
#include "models/world/hazard.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "models/world/workspace.hpp"

namespace weefsel {

/// What is the same for everybody of a neighbourhood this month, and what ties across borders bring.
struct Surroundings {
    float insecurity_shock = 0;         ///< rise of everybody's insecurity by a shock, 0..1
    float rural = 0;                    ///< 0 very urban .. 1 not urban
    CompanyAround company;              ///< what loneliness reads
    std::span<const float> nuisance{};  ///< of the own street, per row; empty: as usual everywhere
};

/// Schedule step 8, last part: loneliness (see feel_lonely), distress, insecurity, frailty. Names are those
/// of parameters (`wellbeing.*`), sigma(x) = 1 / (1 + e^-x); a rate is per month. Source: ODD 7.9.
///
///     insecurity  relaxes at insecurity_rate to its base; a shock lifts base by shock * (1 - base), at 0.25
///                 a month
///     distress    relaxes at distress_rate to sigma(distress_level + distress_loneliness loneliness / 11
///                 + distress_insecurity insecurity + distress_overload overload + distress_waiting while
///                 waiting for care + distress_widowed in the first two years - distress_age (decades over
///                 loneliness_age_usual) - distress_urban (rural - 1/2) + distress_nuisance (nuisance of the
///                 street - cohesion.nuisance_usual) - support.distress coping - company.esteem who
///                 volunteers)
///     coping      fades with support.coping_halflife
///     frailty     *= 1 + frailty_growth / 12 * max(0, 1 + frailty_loneliness (loneliness - 11/3) / (11/3)
///                 + frailty_distress (distress - 0.15) + frailty_insecurity (insecurity - 0.2)), from 20
///                 years, to 0.95
void feel(Residents& residents, const Ties& ties, const Surroundings& around, const Parameters& p,
          const sim::RandomSource& draws, sim::Month now, Workspace& workspace, const ShowHazard& show = {});

}  // namespace weefsel
