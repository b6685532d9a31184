#pragma once
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/process/funding/line_chain.hpp"
#include "models/world/line_terms.hpp"

namespace weefsel {

/// Chances of the states of one post: vacant for 0, 1, .. more months; filled for 0, 1, .. months,
/// the last of which stands for "learnt, or longer".
struct PostChances {
    std::vector<double> vacant;
    std::vector<double> filled;
};

/// A post that nobody has worked in.
PostChances empty_post(const ProfessionalParameters& parameters);
/// A post as `begin_long_ago` fills it.
PostChances long_filled_post(const ProfessionalParameters& parameters);

/// What surrounds a post month by month.
struct FundingConditions {
    std::vector<double> trust;      ///< expected, 0..1
    std::vector<double> austerity;  ///< share cut by shocks, 0..1; may be shorter: none later
    double discount_rate = 0;       ///< a year; month m counts (1 + rate)^(-m/12)
    int months = 0;
};

/// Expected sums over all months, in present value. Unit: EUR and h.
struct ExpectedMoney {
    double granted = 0;
    double spent = 0;
    double returned = 0;
    double contracting = 0;  ///< of the money spent: tenders and contracts
    double direct_hours = 0;
    double held = 0;  ///< balance at the end, not discounted

    ExpectedMoney& operator+=(const ExpectedMoney& o);
};

/// Expected money and hours of one post of a line, by a forward Markov chain over the points of the
/// line, a cut under way, and the states of the post. Exact for a given course of trust, with
/// caseloads at or below the norm. `chances` holds the post's states before the first month and, on
/// return, after the last.
ExpectedMoney expected_post(const LineGraph& graph, const LineTerms& terms, const Purchase& purchase,
                            PostChances& chances, const FundingConditions& conditions,
                            const Parameters& parameters);

/// The same for what is spent as it is granted: all but posts (`full_month`: EUR a month) and
/// tender and contract costs on a grant of `full_year` EUR.
ExpectedMoney expected_rest(const LineGraph& graph, const LineTerms& terms, double full_month,
                            double full_year, const FundingConditions& conditions,
                            const Parameters& parameters);

}  // namespace weefsel
