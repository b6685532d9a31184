#pragma once
#include <compare>

#include "models/parameters/funding_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/line_terms.hpp"
#include "sim/month.hpp"

namespace weefsel {

// The rules of a line's month, cuts apart: `turn_contracts` simulates them, `line_graph` and `expected_post`
// take their expectation.

/// Months of the same subsidy after which a reasonable notice is due: three successive years.
/// Source: Awb 4:51.
inline constexpr int legal_age = 36;

/// Where a line stands.
struct LinePoint {
    LinePhase phase = LinePhase::gap;
    int month_of_term = 0;
    int age = 0;           ///< months without a break
    int ends_in = -1;      ///< months still to run; below 0: no end decided
    int gap_left = 0;      ///< months without money still to come; -1 once a grant runs
    int undecided_in = 0;  ///< months to an undecided end; 0: none

    friend auto operator<=>(const LinePoint&, const LinePoint&) = default;
};
LinePoint point_of(const FundingLines& lines, LineId line);
void stand_at(FundingLines& lines, LineId line, const LinePoint& point);

/// Terms in whole months.
struct WholeTerms {
    int term = 0;  ///< 0: without end
    int notice = 0;
    int gap = 0;
    double renewal = 1;
    bool closing = false;  ///< no grant follows the end
};
WholeTerms whole_terms(const LineTerms& terms);
WholeTerms terms_of(const FundingLines& lines, LineId line);
inline sim::Month era_of(const FundingLines& lines, LineId line) { return sim::Month{lines.era[line]}; }

/// What a month brings a line.
struct LineTurn {
    bool ends = false;    ///< the grant ended: money goes back, people go
    bool begins = false;  ///< a grant began after a tender
    bool renews = false;
};

/// A grant ends, or is renewed; after a gap the next begins.
LineTurn end_or_renew(LinePoint& point, const WholeTerms& terms);
void end_grant(LinePoint& point, const WholeTerms& terms);

/// Whether the renewal of the coming end is decided this month; notes how far off an undecided end is.
bool is_renewal_due(LinePoint& point, const WholeTerms& terms, const FundingParameters& p);
/// The renewal is refused: the grant ends with its term, or after the notice due.
void refuse_renewal(LinePoint& point, const WholeTerms& terms, const FundingParameters& p);

/// Time passes at the end of a month.
LinePoint a_month_later(LinePoint point);

/// Months before the end of a grant at which its renewal is decided; the notice in the terms has to fit in.
int decision_lead(int notice_months, const FundingParameters& p);

/// Notice due for a cut or an end after `age` months of subsidy without a break: what the terms
/// say, or what is reasonable after three years, whatever the form. Unit: months. Source: Awb 4:51.
int notice_due(int notice_months, int age, const FundingParameters& p);

/// What is left of a grant in real terms `months` after it was priced; it follows prices once a year.
double real_value(int months, double indexation, double price_rise);

/// Share of a year's grant that its tender or contract costs in a month.
double contract_cost(bool begins, bool renews, const FundingParameters& p);

/// Whether unspent money is accounted for at the end of a month: each year of a grant, and at its end.
bool is_account_due(int month_of_term, int term);

}  // namespace weefsel
