#pragma once
#include <cstddef>
#include <vector>

#include "analysis/decision/prim.hpp"

namespace weefsel::analysis {

/// A box that scenario discovery chose.
struct FoundBox {
    Box box;          ///< counted among the worlds that no earlier box holds
    double coverage;  ///< of all worlds of interest, the share that this box holds
    /// By dimension, NaN where the box is open: the chance of as many worlds of interest in the box if this
    /// limit meant nothing, so if the density were that of the box without it. Above 0.05 it may be chance.
    std::vector<double> quasi_p;
    bool dense_enough;
};

/// P(X >= hits of the box) for X binomial with as many trials as the box holds worlds and the density of the
/// box without its limits in that dimension. Throws sim::InvariantError when points and box do not fit.
/// Source: Bryant & Lempert (2010), Thinking inside the box, appendix.
double quasi_p(const PrimPoints& points, const Box& box, std::size_t dimension);

/// Up to `most` boxes, one after the other: each is the widest one of its peeling that is at least so dense
/// (else the densest), pasted; the next is sought among the worlds outside those before (covering). Ends
/// where a box would be open everywhere, or no world of interest is left. Throws sim::InvariantError as
/// prim_peel does.
std::vector<FoundBox> prim_boxes(const PrimPoints& points, std::size_t most, double density,
                                 const PrimSettings& settings = {});

}  // namespace weefsel::analysis
