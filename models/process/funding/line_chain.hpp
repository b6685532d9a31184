#pragma once
#include <vector>

#include "models/parameters/funding_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/line_terms.hpp"

namespace weefsel {

/// A point that a line can reach: what `turn_contracts` knows about it in one month, cuts apart.
struct LinePoint {
    LinePhase phase = LinePhase::gap;
    int month_of_term = 0;
    int age = 0;       ///< months without a break, counted to the age at which the law looks
    int ends_in = -1;  ///< months still to run; below 0: no end decided
    int gap_left = 0;
    int undecided_in = 0;  ///< months to an undecided end; 0: none

    friend auto operator<=>(const LinePoint&, const LinePoint&) = default;
};

/// A way from one month's point to the next month's.
struct LineStep {
    std::size_t to = 0;
    double chance = 1;
    bool ends = false;    ///< the grant ended: money goes back, people go
    bool begins = false;  ///< a grant began after a tender
    bool renews = false;
};

/// All points that a line can reach within some months, with the chances of its steps: the law of
/// `turn_contracts` for one line.
struct LineGraph {
    std::vector<LinePoint> points;             ///< 0: before the first month
    std::vector<std::vector<LineStep>> steps;  ///< per point; empty where `months` have passed
};

/// `start`: months before the first grant.
LineGraph line_graph(const LineTerms& terms, const FundingParameters& parameters, int months, int start = 0);

/// Expected course of one line, month by month.
struct LineCourse {
    std::vector<double> running;  ///< chance that money flows
    std::vector<double> begins;   ///< chance that a grant begins after a tender
};

LineCourse line_course(const LineGraph& graph, int months);

}  // namespace weefsel
