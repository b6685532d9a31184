#include "models/process/professional/staffing.hpp"

#include <algorithm>
#include <cmath>

#include "models/process/provision/provisions.hpp"
#include "models/world/streams.hpp"

namespace weefsel {

namespace {

constexpr sim::Month always{
    0};  // an incumbent's numbers belong to the post and the nth person, not to a month
constexpr std::int16_t longest_in_post = 480;

/// 27 bits: three for the role, eight for the ordinal, sixteen for the nth incumbent (from 1).
std::uint32_t person_number(std::uint64_t post, std::uint16_t nth) {
    constexpr unsigned nth_bits = 16;
    return (static_cast<std::uint32_t>(post) << nth_bits) | nth;
}

/// Share of what training can do that is reached with so much of it.
double reached_by_training(double euro_a_fte, const FundingParameters& funding) {
    constexpr double thousand = 1000;
    const double thousands = euro_a_fte / thousand;
    return thousands / (thousands + funding.training_halfway);
}

/// Share of what pay can do that is reached with so much above the tariff.
double reached_by_pay(double pay, const ProfessionalParameters& p) { return pay / (pay + p.pay_halfway); }

/// `undecided_in`: months to an end that nobody has decided on; 0: none.
float exit_hazard_month(const Posts& posts, PostId post, int undecided_in, double pay,
                        const FundingParameters& funding, const ProfessionalParameters& p) {
    const double hazard = exit_hazard_of(undecided_in, p) *
                          exit_after_training(static_cast<double>(posts.training[post]), funding) *
                          exit_at_pay(pay, p);
    const double norm = p.caseload_norm * static_cast<double>(posts.fte[post]);
    const double above = norm > 0 ? static_cast<double>(posts.caseload[post]) / norm - 1 : 0;
    return static_cast<float>(hazard * (1 + p.caseload_exit * std::clamp(above, 0.0, 1.0)));
}

/// True when the incumbent leaves this month.
bool leaves(Posts& posts, PostId post, int undecided_in, double pay, const FundingParameters& funding,
            const ProfessionalParameters& p) {
    posts.exit_left[post] -= exit_hazard_month(posts, post, undecided_in, pay, funding, p);
    return posts.exit_left[post] <= 0.0F;
}

void search(Posts& posts, PostId post, WholeMonths months, const sim::RandomSource& draws) {
    const auto nth = posts.persons[post];
    const double u = draws.uniform(Stream::post_person, posts.number[post], always, nth);
    const int others = months.shorter - 1;  // this month is the first
    posts.vacant_months[post] = static_cast<std::int16_t>(u < months.longer ? others + 1 : others);
}

}  // namespace

double productivity(int months, const ProfessionalParameters& p) {
    const double learnt = p.learning_months > 0 ? std::min(1.0, months / p.learning_months) : 1.0;
    return p.learning_start + (1 - p.learning_start) * learnt;
}

double exit_hazard_of(int undecided_in, const ProfessionalParameters& p) {
    const double hazard = p.exit_hazard / sim::months_per_year;
    return undecided_in > 0 && undecided_in <= p.exit_window_months ? hazard * p.exit_before_end : hazard;
}

double quality_by_training(double euro_a_fte, const FundingParameters& funding) {
    return funding.training_quality * reached_by_training(euro_a_fte, funding);
}

double exit_after_training(double euro_a_fte, const FundingParameters& funding) {
    return 1 - funding.training_exit * reached_by_training(euro_a_fte, funding);
}

double exit_at_pay(double pay, const ProfessionalParameters& p) {
    return 1 - p.pay_exit * reached_by_pay(pay, p);
}

double vacancy_length(double trust, double trust_hiring, double pay, const ProfessionalParameters& p) {
    return std::max(
        1.0, p.vacancy_months * (1 - trust_hiring * trust) * (1 - p.pay_vacancy * reached_by_pay(pay, p)));
}

WholeMonths whole_months(double length) {
    const double whole = std::floor(length);
    return {static_cast<int>(whole), length - whole};
}

PostTurn turn_of_post(bool filled, int waiting, bool runs, bool paid) {
    if (filled) return paid ? PostTurn::works : PostTurn::closes;
    if (runs && waiting > 0) return PostTurn::waits;
    return paid ? PostTurn::hires : PostTurn::idle;
}

double direct_hours_of(double paid, double reporting_share, int months, const ProfessionalParameters& p) {
    return paid * (1 - reporting_share) * (1 - p.partner_share) * productivity(months, p);
}

void begin_work(Posts& posts, PostId post, const sim::RandomSource& draws) {
    const auto nth = ++posts.persons[post];
    posts.filled[post] = 1;
    posts.vacant_months[post] = 0;
    posts.months_in_post[post] = 0;
    posts.person[post] = person_number(posts.number[post], nth);
    posts.exit_left[post] =
        sim::exponential_of(draws.block(Stream::post_exit, posts.number[post], always, nth)[0]);
}

void end_work(Posts& posts, PostId post, Leaving why, double redeployed, const sim::RandomSource& draws) {
    const auto nth = posts.persons[post];
    const float u = draws.uniform(Stream::redeployment, posts.number[post], always, nth);
    posts.filled[post] = 0;
    posts.vacant_months[post] = 0;
    posts.left[post] = why;
    posts.redeployed[post] = static_cast<double>(u) < redeployed ? 1 : 0;
}

void begin_long_ago(Posts& posts, PostId post, const ProfessionalParameters& p,
                    const sim::RandomSource& draws) {
    begin_work(posts, post, draws);
    const auto block = draws.block(Stream::post_person, posts.number[post], always, 0);
    const double hazard = p.exit_hazard / sim::months_per_year;
    const double most = longest_in_post;
    const double months = hazard > 0 ? static_cast<double>(sim::exponential_of(block[0])) / hazard : most;
    posts.months_in_post[post] = static_cast<std::int16_t>(std::min(months, most));
}

void leave_and_hire(Posts& posts, const FundingLines& lines, const Provisions& bought,
                    const FundingParameters& funding, const ProfessionalParameters& p,
                    const sim::RandomSource& draws) {
    const auto trust = static_cast<double>(lines.trust[the_partnership]);
    for (const auto post : posts.ids()) {
        const LineId line = posts.line[post];
        const bool runs = line.exists() && lines.running[line] != 0;
        const double pay = runs ? agreed(bought, line, Purchase::Kind::pay) : 0.0;
        posts.fte[post] = runs ? posts.fte_bought[post] * lines.scale[line] : 0.0F;
        switch (
            turn_of_post(posts.filled[post] != 0, posts.vacant_months[post], runs, posts.fte[post] > 0.0F)) {
            case PostTurn::works:
                if (leaves(posts, post, lines.undecided_in[line], pay, funding, p)) {
                    end_work(posts, post, Leaving::resigned, 0, draws);
                    search(posts, post, whole_months(vacancy_length(trust, funding.trust_hiring, pay, p)),
                           draws);
                } else if (posts.months_in_post[post] < longest_in_post) {
                    ++posts.months_in_post[post];
                }
                break;
            case PostTurn::closes:
                end_work(posts, post, Leaving::lapsed, p.redeployed, draws);
                break;
            case PostTurn::waits:
                --posts.vacant_months[post];
                break;
            case PostTurn::hires:
                begin_work(posts, post, draws);
                break;
            case PostTurn::idle:
                break;
        }
    }
}

void count_hours(Posts& posts, const FundingLines& lines, const ProfessionalParameters& p) {
    for (const auto post : posts.ids()) {
        posts.direct_hours[post] = 0;
        posts.reporting_hours[post] = 0;
        const double paid = p.hours_month * static_cast<double>(posts.paid_fte[post]);
        if (paid <= 0) continue;
        const auto line = posts.line[post];
        const auto reporting = static_cast<double>(lines.reporting_share[line]);
        posts.reporting_hours[post] = static_cast<float>(paid * reporting);
        posts.direct_hours[post] =
            static_cast<float>(direct_hours_of(paid, reporting, posts.months_in_post[post], p) *
                               static_cast<double>(lines.effort[line]));
    }
}

}  // namespace weefsel
