#pragma once
#include <vector>

#include "models/process/funding/line_turn.hpp"

namespace weefsel {

/// A way from one month's point to the next month's.
struct LineStep {
    std::size_t to = 0;
    double chance = 1;
    LineTurn turn;
};

/// All points that a line can reach within some months, with the chances of its steps: the law of
/// `turn_contracts` for one line. Of a point is kept what still matters: its age up to `legal_age`, and no
/// month of a term that has ended.
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
