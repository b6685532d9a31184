#pragma once
#include "models/parameters/funding_parameters.hpp"
#include "models/parameters/professional_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/professional_state.hpp"
#include "models/world/provision_state.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Key of a post within its neighbourhood, the same in every option.
constexpr std::uint64_t post_number(Role role, std::size_t ordinal) {
    constexpr unsigned ordinal_bits = 8;
    return (static_cast<std::uint64_t>(role) << ordinal_bits) | ordinal;
}

/// Productivity after `months` in post, learning_start..1: rises in a straight line.
double productivity(int months, const ProfessionalParameters& parameters);

/// Hazard of leaving in one month at a caseload below the norm; `undecided_in`: months to an end of
/// the money that nobody has decided on yet, 0: none.
double exit_hazard_of(int undecided_in, const ProfessionalParameters& parameters);

/// What training of so many euros a year for each fte does, along a saturating curve: with x thousand euros,
/// the share x / (x + training_halfway) of what it can do.
///     ln q of the work       + training_quality share
///     hazard of leaving      x (1 - training_exit share)
double quality_by_training(double euro_a_fte, const FundingParameters& parameters);
double exit_after_training(double euro_a_fte, const FundingParameters& parameters);

/// What pay above the tariff does, as a share of it, along a saturating curve: with y the share y / (y +
/// pay_halfway) of what it can do.
///     hazard of leaving      x (1 - pay_exit share)
///     length of a vacancy    x (1 - pay_vacancy share), a month at least
double exit_at_pay(double pay, const ProfessionalParameters& parameters);

/// Months without anybody after a leaver, not rounded; trust (0..1) shortens it by `trust_hiring`, and pay
/// above the tariff does.
double vacancy_length(double trust, double trust_hiring, double pay,
                      const ProfessionalParameters& parameters);
/// The same in whole months: `shorter`, or one more with a chance `longer`, so that the mean is right.
struct WholeMonths {
    int shorter;
    double longer;
};
WholeMonths whole_months(double length);

/// What a month does to a post, apart from an incumbent who leaves.
enum class PostTurn : std::uint8_t {
    works,   ///< the incumbent is paid
    closes,  ///< the incumbent is no longer paid
    waits,   ///< a vacancy runs
    hires,
    idle  ///< nobody is there and nobody is hired
};
/// `waiting`: months still without anybody; `runs`: its line has a grant; `paid`: which pays for the post.
PostTurn turn_of_post(bool filled, int waiting, bool runs, bool paid);

/// Hours for residents that are left of those paid, after `months` in post. Unit: h.
double direct_hours_of(double paid, double reporting_share, int months,
                       const ProfessionalParameters& parameters);

/// Somebody new begins in a post, with a threshold for leaving of their own.
void begin_work(Posts& posts, PostId post, const sim::RandomSource& draws);

/// The incumbent leaves this month. `redeployed`: chance of a place elsewhere (0 for who resigns).
void end_work(Posts& posts, PostId post, Leaving why, double redeployed, const sim::RandomSource& draws);

/// Fills a post as it would be found in a long-standing service: the time that the incumbent has
/// been there follows from the base hazard of leaving.
void begin_long_ago(Posts& posts, PostId post, const ProfessionalParameters& parameters,
                    const sim::RandomSource& draws);

/// One month of leaving and hiring in all posts. Posts without a running line are empty.
void leave_and_hire(Posts& posts, const FundingLines& lines, const Provisions& bought,
                    const FundingParameters& funding, const ProfessionalParameters& parameters,
                    const sim::RandomSource& draws);

/// Hours of this month in all posts, from the fte paid and the effort of their lines. Unit: h.
void count_hours(Posts& posts, const FundingLines& lines, const ProfessionalParameters& parameters);

}  // namespace weefsel
