#pragma once
#include <string>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// One index of one factor: S1, ST or S1_permuted, mu_star, mu or sigma; or S2 of two factors, `a:b`.
struct IndexRow {
    std::string output, factor, index;
    Interval value;
};

/// Something that a reader of indices must know about an output: a kind, a number, and in words.
struct IndexNote {
    std::string output, kind;
    double value;
    std::string text;
};

struct Sensitivity {
    std::vector<IndexRow> rows;
    std::vector<IndexNote> notes;
};

}  // namespace weefsel::analysis
