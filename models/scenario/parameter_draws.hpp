#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/question/posterior.hpp"

namespace weefsel {

/// Whether a parameter is drawn anew in every draw: what nobody knows exactly. Left as they are: prices, what
/// says how people are made and asked, shocks, terms of funding, switches that stand at 0 or 1, and whatever
/// differs from its default, for who sets a value means it.
bool is_drawn(const sim::Parameter& parameter);

/// How uncertain a value of this grade is taken to be: standard deviation of its logarithm, of its logit
/// where it lies between 0 and 1. Source: assumption.
double spread_of(sim::Evidence grade);

/// The parameters of one of `draws` sets of assumptions; of one: the values themselves. Every drawn
/// parameter has its value in another of `draws` equally likely strata in every set (Latin hypercube:
/// McKay, Beckman & Conover 1979), independent of all others. Values stay within their range and keep
/// their sign. A function of seed, draw and the name of each parameter: of no order. What `fitted` holds, a
/// set for each draw, comes from there instead, all of one set together, but for what differs from its
/// default.
Parameters drawn_parameters(const Parameters& parameters, std::size_t draw, std::size_t draws,
                            std::uint32_t seed, const Posterior& fitted = {});

/// Names of what is drawn, in the order of declaration.
std::vector<std::string> names_drawn(const Parameters& parameters, const Posterior& fitted = {});
/// Values of those in every one of `draws` sets, the same as drawn_parameters has.
std::vector<std::vector<double>> values_drawn(const Parameters& parameters, std::size_t draws,
                                              std::uint32_t seed, const Posterior& fitted = {});

}  // namespace weefsel
