#pragma once
#include "models/parameters/funding_parameters.hpp"
#include "models/world/line_terms.hpp"

namespace weefsel {

/// Cost of one fte for a year, overhead included. Unit: EUR/year.
double cost_of_fte(Role role, const FundingParameters& parameters);

/// Cost of one hour in which a place of this kind is open. Unit: EUR/h.
double cost_of_place_hour(PlaceKind kind, const FundingParameters& parameters);

/// Cost of a rise of 1 in the quality of public space: before one dwelling, of one park or one square. Unit:
/// EUR/year.
double cost_of_space(PublicSpace space, const FundingParameters& parameters);

/// Fte of all posts that a line buys: those who get its training.
double workers_of(const FundingLine& line);

/// What its posts are paid above the tariff, as a share of it.
double pay_above_tariff(const FundingLine& line);

/// What one purchase costs; of training by the `fte` in it, of a post by the `pay` in it. Unit: EUR/year.
double price_of(const Purchase& purchase, const FundingParameters& parameters);

/// What all that a line buys costs, tender and contract costs not included. Unit: EUR/year.
double price_of(const FundingLine& line, const FundingParameters& parameters);

}  // namespace weefsel
