#pragma once
#include "models/parameters/funding_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/professional_state.hpp"
#include "models/world/provision_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Share of the trust that lacks which so many fte of independent connectors cover in a month, 0..1.
double connector_share(double fte, const FundingParameters& parameters);

/// Share of trust that is expected to leave in a month with the persons whom it rests on, 0..1.
double official_loss(const FundingParameters& parameters);
/// Threshold of the hazard at which the nth such person leaves; `site`: key of the neighbourhood.
float official_stays(std::uint64_t site, std::uint16_t nth, const sim::RandomSource& draws);

/// Decides that a line ends after the notice due. A line between two grants is gone at once.
void give_notice(FundingLines& lines, LineId line, const FundingParameters& parameters);

/// Schedule step 1 for all lines: grants end, are renewed, begin after a tender; cuts take effect;
/// reviews stop weak activities; trust between municipality and organisation follows, and leaves with
/// persons. Afterwards `running`, `scale`, `effort`, `aim` and `quality_now` hold for this month.
/// `austerity`: share cut by a shock, 0..1. `bought`: what lines say of the work of their posts.
void turn_contracts(FundingLines& lines, Posts& posts, const Provisions& bought, double austerity,
                    double redeployed, const FundingParameters& parameters, const sim::RandomSource& draws,
                    sim::Month now);

}  // namespace weefsel
