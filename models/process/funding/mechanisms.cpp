#include "models/process/funding/mechanisms.hpp"

#include <algorithm>

namespace weefsel {
namespace {

void take(FundingLine& line, const FundingLine& other, Mechanism by) {
    auto& t = line.terms;
    const auto& o = other.terms;
    switch (by) {
        case Mechanism::hours:
            line.euro_year = other.euro_year;
            t.reporting_share = o.reporting_share;
            t.indexation = o.indexation;
            t.unspent = o.unspent;
            break;
        case Mechanism::tenure:
            t.term_months = o.term_months;
            t.notice_months = o.notice_months;
            t.cut_hazard = o.cut_hazard;
            break;
        case Mechanism::gaps:
            t.renewal = o.renewal;
            t.gap_months = o.gap_months;
            t.start_up_months = o.start_up_months;
            break;
        case Mechanism::selection:
            t.review = o.review;
            break;
        default:
            t.pot = o.pot;
            t.goal = o.goal;
    }
}

/// Whether a line would be another one with the numbers of `b` for one mechanism.
bool differ(const FundingLine& a, const FundingLine& b, Mechanism by) {
    FundingLine taken = a;
    take(taken, b, by);
    return taken.terms != a.terms || taken.euro_year != a.euro_year;
}

}  // namespace

FundingLine mixed(const FundingLine& from, const FundingLine& to, const Mechanisms& taken) {
    FundingLine line = from;
    for (std::size_t m = 0; m < mechanisms; ++m)
        if (taken[m]) take(line, to, static_cast<Mechanism>(m));
    return line;
}

std::optional<std::string> not_one_work(const std::vector<FundingLine>& from,
                                        const std::vector<FundingLine>& to) {
    if (from.empty() || to.empty()) return "one of the two has no lines";
    if (from.size() != to.size()) return "they have different numbers of lines";
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (from[i].buys != to[i].buys) return "they do not buy the same";
        if (from[i].start_months != to[i].start_months) return "they do not begin in the same year";
        if (from[i].voice != to[i].voice || from[i].divide != to[i].divide)
            return "they divide work or money in different ways";
    }
    return std::nullopt;
}

Mechanisms differing(const std::vector<FundingLine>& from, const std::vector<FundingLine>& to) {
    Mechanisms out{};
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i)
        for (std::size_t m = 0; m < mechanisms; ++m)
            out[m] = out[m] || differ(from[i], to[i], static_cast<Mechanism>(m));
    return out;
}

}  // namespace weefsel
