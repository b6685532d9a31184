#include "models/process/funding/line_chain.hpp"

#include <algorithm>
#include <map>

namespace weefsel {

namespace {

struct Landing {
    LinePoint point;
    double chance;
};

/// Where a line may stand once it has turned: one landing, or two where the renewal is decided.
std::vector<Landing> landings(LinePoint point, const WholeTerms& terms, const FundingParameters& p) {
    if (!is_renewal_due(point, terms, p)) return {{point, 1}};
    auto refused = point;
    refuse_renewal(refused, terms, p);
    return {{point, terms.renewal}, {refused, 1 - terms.renewal}};
}

/// A point without what no longer matters, so that few are told apart.
LinePoint essential(LinePoint point) {
    point.age = std::min(point.age, legal_age);
    if (point.phase == LinePhase::gap) point.month_of_term = 0;
    return point;
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
            auto point = a_month_later(graph.points[first]);
            const auto turn = end_or_renew(point, terms);
            for (const auto& landing : landings(point, terms, p)) {
                if (landing.chance <= 0) continue;
                const auto to = essential(landing.point);
                const auto [at, is_new] = known.try_emplace(to, graph.points.size());
                if (is_new) graph.points.push_back(to);
                graph.steps[first].push_back({at->second, landing.chance, turn});
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
                if (step.turn.begins) begins += mass;
            }
        }
        course.running.push_back(running);
        course.begins.push_back(begins);
        here = std::move(next);
    }
    return course;
}

}  // namespace weefsel
