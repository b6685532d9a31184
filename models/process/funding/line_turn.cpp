#include "models/process/funding/line_turn.hpp"

#include <algorithm>
#include <cmath>

#include "sim/month.hpp"

namespace weefsel {

LinePoint point_of(const FundingLines& lines, LineId line) {
    return {lines.phase[line],   lines.month_of_term[line], lines.age[line],
            lines.ends_in[line], lines.gap_left[line],      lines.undecided_in[line]};
}

void stand_at(FundingLines& lines, LineId line, const LinePoint& point) {
    const auto months = [](int m) { return static_cast<std::int16_t>(m); };
    lines.phase[line] = point.phase;
    lines.month_of_term[line] = months(point.month_of_term);
    lines.age[line] = months(point.age);
    lines.ends_in[line] = months(point.ends_in);
    lines.gap_left[line] = months(point.gap_left);
    lines.undecided_in[line] = months(point.undecided_in);
}

WholeTerms whole_terms(const LineTerms& terms) {
    const auto whole = [](double months) { return static_cast<int>(std::lround(months)); };
    return {whole(terms.term_months), whole(terms.notice_months), whole(terms.gap_months), terms.renewal};
}

WholeTerms terms_of(const FundingLines& lines, LineId line) {
    return {lines.term[line], lines.notice[line], lines.gap[line], static_cast<double>(lines.renewal[line]),
            lines.closing[line] != 0};
}

void end_grant(LinePoint& point, const WholeTerms& terms) {
    point.phase = terms.closing ? LinePhase::ended : LinePhase::gap;
    point.age = 0;
    point.ends_in = -1;
    point.gap_left = terms.gap;
}

LineTurn end_or_renew(LinePoint& point, const WholeTerms& terms) {
    LineTurn turn;
    if (point.phase == LinePhase::running) {
        turn.ends = point.ends_in == 0;
        turn.renews = point.ends_in < 0 && terms.term > 0 && point.month_of_term >= terms.term;
        if (turn.ends) end_grant(point, terms);
        if (turn.renews) point.month_of_term = 0;
    }
    if (point.phase == LinePhase::gap) {
        turn.begins = point.gap_left-- <= 0;
        if (turn.begins) point = {LinePhase::running, 0, 0, -1, point.gap_left, 0};
    }
    return turn;
}

bool is_renewal_due(LinePoint& point, const WholeTerms& terms, const FundingParameters& p) {
    point.undecided_in = 0;
    if (point.phase != LinePhase::running || point.ends_in >= 0 || terms.term <= 0) return false;
    const int left = terms.term - point.month_of_term;
    const int lead = std::min(decision_lead(terms.notice, p), terms.term);
    if (left > lead && terms.renewal < 1) point.undecided_in = left;
    return left == lead;
}

void refuse_renewal(LinePoint& point, const WholeTerms& terms, const FundingParameters& p) {
    const int left = terms.term - point.month_of_term;
    point.ends_in = std::max(left, notice_due(terms.notice, point.age + left, p));
}

LinePoint a_month_later(LinePoint point) {
    if (point.phase != LinePhase::running) return point;
    ++point.month_of_term;
    ++point.age;
    if (point.ends_in > 0) --point.ends_in;
    return point;
}

int decision_lead(int notice_months, const FundingParameters& p) {
    return std::max(notice_months, static_cast<int>(std::lround(p.decision_lead_months)));
}

int notice_due(int notice_months, int age, const FundingParameters& p) {
    const int reasonable = age >= legal_age ? static_cast<int>(std::lround(p.reasonable_notice_months)) : 0;
    return std::max(notice_months, reasonable);
}

double real_value(int months, double indexation, double price_rise) {
    double value = 1;
    for (int year = 0; year < months / sim::months_per_year; ++year) {
        value *= (1 + indexation * price_rise) / (1 + price_rise);
    }
    return value;
}

double contract_cost(bool begins, bool renews, const FundingParameters& p) {
    return begins ? p.tender_cost : (renews ? p.renewal_cost : 0.0);
}

bool is_account_due(int month_of_term, int term) {
    const int months = month_of_term + 1;
    return months % sim::months_per_year == 0 || months == term;
}

}  // namespace weefsel
