#pragma once
#include "models/question/scenario.hpp"
#include "models/study/municipality.hpp"

namespace weefsel {

/// What care cost the municipality at the end of the warm-up becomes its budget for care, EUR a year per
/// resident, for all its neighbourhoods in the study together; `months` is how many were measured. A share of
/// it that an option moves to the front line goes to the lines from now on, and the places of the municipal
/// care lines (Wmo, youth care) become as many fewer. Nothing where the option asks for nothing.
void begin_finance(Municipality& m, const StudyMap& map, const MunicipalFinance& finance,
                   const Parameters& parameters, int months);

/// After each month: counts what care costs the municipality. At the end of a year a deficit takes a share of
/// itself from the lines in the next year, and a saving gives one. All amounts are those of
/// one municipality, and every line changes there by the same share.
void settle_finance(Municipality& m, const StudyMap& map, const MunicipalFinance& finance, sim::Month now);

}  // namespace weefsel
