#pragma once
#include "models/parameters/professional_parameters.hpp"
#include "models/process/professional/staffing.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/professional_state.hpp"

namespace weefsel {

/// The books of one month, all lines together.
struct MoneyTotals {
    sim::Euros granted, spent, returned, contracting;
    sim::Euros held;  ///< balance at the end of the month
};

inline MoneyTotals money_of(const FundingLines& lines) {
    MoneyTotals sum;
    for (const auto line : lines.ids()) {
        sum.granted += lines.granted[line];
        sum.spent += lines.spent[line];
        sum.returned += lines.returned[line];
        sum.contracting += lines.contracting[line];
        sum.held += lines.held[line];
    }
    return sum;
}

/// True when every line's granted = spent + returned + what its balance grew, to the cent.
/// `held_before`: the balances at the end of the month before (none: all zero).
inline bool books_balance(const FundingLines& lines, const FundingLines::Col<sim::Euros>& held_before) {
    for (const auto line : lines.ids()) {
        const auto before = held_before.size() == lines.rows() ? held_before[line] : sim::Euros{};
        if (lines.granted[line] != lines.spent[line] + lines.returned[line] + lines.held[line] - before)
            return false;
    }
    return true;
}

/// Where the hours of one month went: bought + extra = vacant + reporting + partners + learning + slack +
/// direct.
struct StaffHours {
    double bought = 0;     ///< h that the grants of this month pay for
    double extra = 0;      ///< h paid from what posts had saved
    double vacant = 0;     ///< h bought for posts without incumbent (vacancy or start-up)
    double reporting = 0;  ///< h for bids and accountability
    double partners = 0;   ///< h with partners
    double learning = 0;   ///< h lost while a worker is new
    double slack = 0;      ///< h lost to slack, less those gained by effort
    double direct = 0;     ///< h for residents
};

inline StaffHours staff_hours_of(const Posts& posts, const FundingLines& lines,
                                 const ProfessionalParameters& p) {
    StaffHours sum;
    for (const auto post : posts.ids()) {
        const double bought = p.hours_month * static_cast<double>(posts.fte[post]);
        const double paid = p.hours_month * static_cast<double>(posts.paid_fte[post]);
        const auto reporting = static_cast<double>(posts.reporting_hours[post]);
        const double partners = (paid - reporting) * p.partner_share;
        const double at_full = paid - reporting - partners;
        sum.bought += bought;
        sum.extra += posts.filled[post] != 0 ? paid - bought : 0;
        sum.vacant += posts.filled[post] != 0 ? 0 : bought;
        sum.reporting += reporting;
        sum.partners += partners;
        const double learnt = productivity(posts.months_in_post[post], p);
        sum.learning += at_full * (1 - learnt);
        if (paid > 0)
            sum.slack += at_full * learnt * (1 - static_cast<double>(lines.effort[posts.line[post]]));
        sum.direct += static_cast<double>(posts.direct_hours[post]);
    }
    return sum;
}

}  // namespace weefsel
