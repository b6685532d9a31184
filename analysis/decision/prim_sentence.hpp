#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/decision/prim.hpp"

namespace weefsel::analysis {

/// How readers know a parameter, by dimension of a box.
struct DimensionText {
    std::string nl;
    std::string en;
    std::string unit_nl;  ///< empty for plain numbers
    std::string unit_en;
    std::vector<std::string> labels{};  ///< where values are names: what 1, 2, ... stand for
};

/// A box in one sentence for people who decide: what worlds of interest have in common, how many of them
/// do, and how sure it is the other way round. `of_interest` completes "worlds in which ..." and
/// "werelden waarin ...". Limits are given in four figures. Throws sim::InvariantError when names are
/// missing.
std::string box_sentence_en(const Box& box, std::span<const DimensionText> dimensions,
                            std::string_view of_interest);
std::string box_sentence_nl(const Box& box, std::span<const DimensionText> dimensions,
                            std::string_view of_interest);

}  // namespace weefsel::analysis
