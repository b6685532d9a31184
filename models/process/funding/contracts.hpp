#pragma once
#include "models/parameters/funding_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/professional_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Months of the same subsidy after which a reasonable notice is due: three successive years.
/// Source: Awb 4:51.
inline constexpr int legal_age = 36;

/// Share of the trust that lacks which so many fte of independent connectors cover in a month, 0..1.
double connector_share(double fte, const FundingParameters& parameters);

/// Months before the end of a grant at which its renewal is decided; the notice in the terms has to fit in.
int decision_lead(int notice_months, const FundingParameters& parameters);

/// Notice due for a cut or an end after `age` months of subsidy without a break: what the terms
/// say, or what is reasonable after three years, whatever the form. Unit: months. Source: Awb 4:51.
int notice_due(int notice_months, int age, const FundingParameters& parameters);

/// What is left of a grant in real terms `months` after it was priced; it follows prices once a year.
double real_value(int months, double indexation, double price_rise);

/// Decides that a line ends after the notice due. A line between two grants is gone at once.
void give_notice(FundingLines& lines, LineId line, const FundingParameters& parameters);

/// Schedule step 1 for all lines: grants end, are renewed, begin after a tender; cuts take effect;
/// reviews stop weak activities; trust between municipality and organisation follows.
/// Afterwards `running` and `scale` hold for this month. `austerity`: share cut by a shock, 0..1.
void turn_contracts(FundingLines& lines, Posts& posts, double austerity, double redeployed,
                    const FundingParameters& parameters, const sim::RandomSource& draws, sim::Month now);

}  // namespace weefsel
