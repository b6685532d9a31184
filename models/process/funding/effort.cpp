#include "models/process/funding/effort.hpp"

#include <algorithm>

#include "sim/numeric.hpp"

namespace weefsel {
namespace {

double certainty(const LinePoint& point, const WholeTerms& terms) {
    if (point.ends_in >= 0) return 0;
    return terms.term <= 0 ? 1.0 : std::max(0.0, 2 * terms.renewal - 1);
}

}  // namespace

double effort_of(const LinePoint& point, const WholeTerms& terms, const FundingParameters& p) {
    const double zeal = std::max(0.0, 1 - point.month_of_term / p.effort_months);
    const bool deadline = point.undecided_in > 0 && point.undecided_in <= p.effort_months;
    const double grown = std::min(1.0, point.age / p.slack_months);
    return 1 + p.effort_new * zeal + (deadline ? p.effort_deadline : 0.0) -
           p.slack * certainty(point, terms) * grown;
}

double aim_of(const LinePoint& point, const FundingParameters& p) {
    return p.aim_renewal * sim::pow_of(0.5, point.month_of_term / p.aim_months);
}

}  // namespace weefsel
