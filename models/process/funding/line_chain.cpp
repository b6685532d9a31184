#include "models/process/funding/line_chain.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/process/funding/contracts.hpp"

namespace weefsel {

namespace {

struct Landing {
    LinePoint point;
    LineStep step;
};

/// The terms in whole months, as `begin_policy` reads them.
struct WholeTerms {
    int term, notice, gap;
    double renewal;
};

WholeTerms whole_terms(const LineTerms& terms) {
    const auto whole = [](double months) { return static_cast<int>(std::lround(months)); };
    return {whole(terms.term_months), whole(terms.notice_months), whole(terms.gap_months), terms.renewal};
}

/// Time passes at the end of a month.
LinePoint a_month_later(LinePoint point) {
    if (point.phase != LinePhase::running) return point;
    ++point.month_of_term;
    point.age = std::min(point.age + 1, legal_age);
    if (point.ends_in > 0) --point.ends_in;
    return point;
}

Landing end_or_renew(LinePoint point, const WholeTerms& terms) {
    LineStep step;
    if (point.phase == LinePhase::running) {
        if (point.ends_in == 0) {
            step.ends = true;
            point = {LinePhase::gap, 0, 0, -1, terms.gap, 0};
        } else if (point.ends_in < 0 && terms.term > 0 && point.month_of_term >= terms.term) {
            step.renews = true;
            point.month_of_term = 0;
        }
    }
    if (point.phase == LinePhase::gap) {
        if (point.gap_left > 0) {
            --point.gap_left;
        } else {
            step.begins = true;
            point = {LinePhase::running, 0, 0, -1, 0, 0};
        }
    }
    return {point, step};
}

/// One landing, or two where the renewal is decided.
std::vector<Landing> decide(Landing landing, const WholeTerms& terms, const FundingParameters& p) {
    auto& point = landing.point;
    point.undecided_in = 0;
    if (point.phase != LinePhase::running || point.ends_in >= 0 || terms.term <= 0) return {landing};
    const int left = terms.term - point.month_of_term;
    const int lead = std::min(decision_lead(terms.notice, p), terms.term);
    if (left > lead && terms.renewal < 1) point.undecided_in = left;
    if (left != lead) return {landing};
    auto refused = landing;
    landing.step.chance = terms.renewal;
    refused.step.chance = 1 - terms.renewal;
    refused.point.ends_in = std::max(left, notice_due(terms.notice, point.age + left, p));
    return {landing, refused};
}

}  // namespace

LineGraph line_graph(const LineTerms& line_terms, const FundingParameters& p, int months, int start) {
    const auto terms = whole_terms(line_terms);
    LineGraph graph;
    std::map<LinePoint, std::size_t> known;
    graph.points.push_back({LinePhase::gap, 0, 0, -1, start, 0});
    std::size_t first = 0;
    for (int month = 0; month < months; ++month) {
        const std::size_t last = graph.points.size();
        graph.steps.resize(last);
        for (; first < last; ++first) {
            const auto later = a_month_later(graph.points[first]);
            for (auto landing : decide(end_or_renew(later, terms), terms, p)) {
                if (landing.step.chance <= 0) continue;
                const auto [at, is_new] = known.try_emplace(landing.point, graph.points.size());
                if (is_new) graph.points.push_back(landing.point);
                landing.step.to = at->second;
                graph.steps[first].push_back(landing.step);
            }
        }
    }
    graph.steps.resize(graph.points.size());
    return graph;
}

LineCourse line_course(const LineGraph& graph, int months) {
    LineCourse course;
    std::vector<double> here(graph.points.size(), 0.0);
    here[0] = 1;
    for (int month = 0; month < months; ++month) {
        std::vector<double> next(graph.points.size(), 0.0);
        double running = 0, begins = 0;
        for (std::size_t from = 0; from < here.size(); ++from) {
            if (here[from] <= 0) continue;
            for (const auto& step : graph.steps[from]) {
                const double mass = here[from] * step.chance;
                next[step.to] += mass;
                if (graph.points[step.to].phase == LinePhase::running) running += mass;
                if (step.begins) begins += mass;
            }
        }
        course.running.push_back(running);
        course.begins.push_back(begins);
        here = std::move(next);
    }
    return course;
}

}  // namespace weefsel
