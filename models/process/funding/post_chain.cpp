#include "models/process/funding/post_chain.hpp"

#include <algorithm>
#include <cmath>

#include "models/process/funding/effort.hpp"
#include "models/process/funding/prices.hpp"
#include "models/process/professional/staffing.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

namespace {

/// Chance of a state; the same weighted with what cuts leave of the grant; money saved, weighted.
struct Mass {
    double chance = 0, level = 0, saved = 0;

    [[nodiscard]] bool any() const { return chance > 0; }
    void add(const Mass& from, double share) {
        chance += from.chance * share;
        level += from.level * share;
        saved += from.saved * share;
    }
};

double chance_within_month(double hazard) { return 1 - sim::exp_of(-hazard); }

int learnt_after(const ProfessionalParameters& p) { return static_cast<int>(std::ceil(p.learning_months)); }

double at_month(const std::vector<double>& course, int month) {
    const auto index = static_cast<std::size_t>(month);
    return index < course.size() ? course[index] : 0.0;
}

class PostChain {
public:
    PostChain(const LineGraph& graph, const LineTerms& terms, double full_month, const Purchase& post,
              double full_year, const PostChances& chances, const FundingConditions& conditions,
              const Parameters& parameters)
        : graph_(graph),
          terms_(terms),
          full_month_(full_month),
          fte_(post.fte),
          pay_(post.pay),
          leaving_(exit_after_training(post.euro_a_fte, parameters.funding) *
                   exit_at_pay(post.pay, parameters.professional)),
          full_year_(full_year),
          conditions_(conditions),
          p_(parameters) {
        const int start_up = static_cast<int>(std::lround(terms.start_up_months));
        const int longest = static_cast<int>(std::ceil(p_.professional.vacancy_months));
        vacant_ = std::max<std::size_t>(static_cast<std::size_t>(std::max(start_up, longest)) + 1,
                                        chances.vacant.size());
        states_ = vacant_ + chances.filled.size();
        const int notice = static_cast<int>(std::lround(terms.notice_months));
        const auto waits = static_cast<std::size_t>(notice_due(notice, legal_age, p_.funding));
        cuts_ = waits + 1;
        hit_ = chance_within_month(terms.cut_hazard / sim::months_per_year);
        start_up_ = static_cast<std::size_t>(start_up);
        whole_ = whole_terms(terms);
        for (const auto& point : graph.points)
            fixed_.push_back(
                {static_cast<std::size_t>(notice_due(notice, point.age, p_.funding)),
                 chance_within_month(exit_hazard_of(point.undecided_in, p_.professional) * leaving_)});
        here_.assign(graph.points.size() * cuts_ * states_, Mass{});
        next_ = here_;
        for (std::size_t k = 0; k < chances.vacant.size(); ++k)
            here_[k] = {chances.vacant[k], chances.vacant[k], 0};
        for (std::size_t m = 0; m < chances.filled.size(); ++m) {
            here_[vacant_ + m] = {chances.filled[m], chances.filled[m], 0};
        }
    }

    ExpectedMoney run() {
        for (month_ = 0; month_ < conditions_.months; ++month_) {
            discount_ = sim::pow_of(1 + conditions_.discount_rate,
                                    -month_ / static_cast<double>(sim::months_per_year));
            open_ = 1 - at_month(conditions_.austerity, month_);
            vacancy_ = whole_months(vacancy_length(at_month(conditions_.trust, month_),
                                                   p_.funding.trust_hiring, pay_, p_.professional));
            for (const auto point : reached_) turn(point);
            for (const auto point : reaching_) pay(point);
            leave_behind();
        }
        for (const auto& mass : here_) sum_.held += mass.saved;
        return sum_;
    }

    [[nodiscard]] PostChances chances() const {
        PostChances out{std::vector<double>(vacant_, 0.0), std::vector<double>(states_ - vacant_, 0.0)};
        out.vacant[0] = gone_;
        for (std::size_t i = 0; i < here_.size(); ++i) {
            const std::size_t state = i % states_;
            (state < vacant_ ? out.vacant[state] : out.filled[state - vacant_]) += here_[i].chance;
        }
        return out;
    }

private:
    [[nodiscard]] std::size_t at(std::size_t point, std::size_t wait, std::size_t state) const {
        return (point * cuts_ + wait) * states_ + state;
    }
    [[nodiscard]] bool is_filled(std::size_t state) const { return state >= vacant_; }

    /// The next month becomes this one; only points that hold anything are touched.
    void leave_behind() {
        for (const auto point : reached_) {
            std::fill_n(here_.begin() + static_cast<std::ptrdiff_t>(at(point, 0, 0)), cuts_ * states_,
                        Mass{});
        }
        here_.swap(next_);
        reached_.swap(reaching_);
        reaching_.clear();
    }

    void reach(std::size_t point) {
        if (std::find(reaching_.begin(), reaching_.end(), point) == reaching_.end())
            reaching_.push_back(point);
    }

    /// Everything that happens before money is paid, from one point of the line.
    void turn(std::size_t from) {
        for (const auto& step : graph_.steps[from]) {
            reach(step.to);
            for (std::size_t wait = 0; wait < cuts_; ++wait) {
                for (std::size_t state = 0; state < states_; ++state) {
                    const Mass& mass = here_[at(from, wait, state)];
                    if (mass.any()) take(step, mass, wait, state);
                }
            }
        }
    }

    void take(const LineStep& step, Mass mass, std::size_t wait, std::size_t state) {
        Mass moved;
        moved.add(mass, step.chance);
        if (step.turn.ends) {
            give_back(moved);
            state = 0;
        }
        if (step.turn.begins && !is_filled(state)) { state = std::max(state, start_up_); }
        const double contract = contract_cost(step.turn.begins, step.turn.renews, p_.funding);
        if (wait > 1) return staff(step, moved, wait - 1, state, contract);
        if (wait == 1) return cut(step, moved, state, contract);
        const auto due = fixed_[step.to].notice_due;
        Mass decided, calm;
        decided.add(moved, hit_);
        calm.add(moved, 1 - hit_);
        staff(step, calm, 0, state, contract);
        if (decided.any())
            due == 0 ? cut(step, decided, state, contract) : staff(step, decided, due, state, contract);
    }

    void give_back(Mass& mass) {
        sum_.returned += mass.saved * discount_;
        mass.saved = 0;
    }

    void cut(const LineStep& step, Mass mass, std::size_t state, double contract) {
        mass.level *= 1 - p_.funding.cut_depth;
        if (mass.level > 0) return staff(step, mass, 0, state, contract);
        give_back(mass);
        gone_ += mass.chance;
    }

    /// Leaving and hiring, as `leave_and_hire`.
    void staff(const LineStep& step, const Mass& mass, std::size_t wait, std::size_t state, double contract) {
        const auto& point = graph_.points[step.to];
        const bool runs = point.phase == LinePhase::running;
        if (runs) pay_contract(point, mass, contract);
        const auto to = [&](std::size_t new_state) -> Mass& { return next_[at(step.to, wait, new_state)]; };
        switch (turn_of_post(is_filled(state), static_cast<int>(state), runs, runs && open_ > 0)) {
            case PostTurn::works:
                return leave_or_stay(to, mass, fixed_[step.to].leaves, state);
            case PostTurn::closes:
                return to(0).add(mass, 1);
            case PostTurn::waits:
                return to(state - 1).add(mass, 1);
            case PostTurn::hires:
                return to(vacant_).add(mass, 1);
            case PostTurn::idle:
                return to(state).add(mass, 1);
        }
    }

    template <class To>
    void leave_or_stay(To&& to, const Mass& mass, double leaving, std::size_t state) {
        to(std::min(state + 1, states_ - 1)).add(mass, 1 - leaving);
        const auto shorter = static_cast<std::size_t>(vacancy_.shorter);
        to(shorter - 1).add(mass, leaving * (1 - vacancy_.longer));
        if (vacancy_.longer > 0) to(shorter).add(mass, leaving * vacancy_.longer);
    }

    [[nodiscard]] double scale(const LinePoint& point) const {
        return open_ * real_value(point.month_of_term, terms_.indexation, p_.funding.price_rise);
    }

    void pay_contract(const LinePoint& point, const Mass& mass, double contract) {
        const double cost = mass.level * scale(point) * contract * full_year_ * discount_;
        sum_.contracting += cost;
        sum_.granted += cost;
        sum_.spent += cost;
    }

    /// The month's money at one point, as `pay_post` and `return_unspent`.
    void pay(std::size_t at_point) {
        const auto& point = graph_.points[at_point];
        if (point.phase != LinePhase::running) return;
        const bool account_due =
            terms_.unspent == Unspent::give_back && is_account_due(point.month_of_term, whole_.term);
        const double scaled = scale(point);
        const double month_pay = full_month_ * scaled;
        const double effort = effort_of(point, whole_, p_.funding);
        for (std::size_t i = at(at_point, 0, 0); i < at(at_point + 1, 0, 0); ++i) {
            Mass& mass = next_[i];
            if (!mass.any()) continue;
            pay_state(mass, i % states_, mass.level * month_pay, mass.level * scaled, effort);
            if (account_due) give_back(mass);
        }
    }

    void pay_state(Mass& mass, std::size_t state, double pay, double fte_scale, double effort) {
        sum_.granted += pay * discount_;
        if (!is_filled(state)) {
            mass.saved += pay;
            return;
        }
        const double extra = terms_.unspent == Unspent::carry ? mass.saved * p_.funding.carry_use : 0;
        mass.saved -= extra;
        sum_.spent += (pay + extra) * discount_;
        const auto& q = p_.professional;
        const double paid_fte = fte_ * (fte_scale + (full_month_ > 0 ? extra / full_month_ : 0));
        sum_.direct_hours += direct_hours_of(q.hours_month * paid_fte, terms_.reporting_share,
                                             static_cast<int>(state - vacant_), q) *
                             effort * discount_;
    }

    const LineGraph& graph_;
    const LineTerms& terms_;
    double full_month_, fte_, pay_, leaving_, full_year_;
    const FundingConditions& conditions_;
    const Parameters& p_;
    /// What is the same in every month at a point of the line.
    struct Fixed {
        std::size_t notice_due;  ///< months from the decision of a cut to the cut
        double leaves;           ///< chance that who is in post leaves
    };
    std::size_t vacant_ = 0, states_ = 0, cuts_ = 0, start_up_ = 0;
    WholeTerms whole_{};
    double hit_ = 0;  ///< chance of the decision of a cut in a month
    std::vector<Fixed> fixed_;
    int month_ = 0;
    WholeMonths vacancy_{};  ///< of who leaves this month
    double discount_ = 1, open_ = 1, gone_ = 0;
    std::vector<Mass> here_, next_;  ///< by point, months to a decided cut, state of the post
    std::vector<std::size_t> reached_{0}, reaching_;  ///< points with any chance
    ExpectedMoney sum_;
};

}  // namespace

ExpectedMoney& ExpectedMoney::operator+=(const ExpectedMoney& o) {
    granted += o.granted;
    spent += o.spent;
    returned += o.returned;
    contracting += o.contracting;
    direct_hours += o.direct_hours;
    held += o.held;
    return *this;
}

PostChances empty_post(const ProfessionalParameters& p) {
    PostChances chances{{1.0}, std::vector<double>(static_cast<std::size_t>(learnt_after(p)) + 1, 0.0)};
    return chances;
}

PostChances long_filled_post(const ProfessionalParameters& p) {
    auto chances = empty_post(p);
    chances.vacant[0] = 0;
    double longer = 1;
    const double leaving = chance_within_month(p.exit_hazard / sim::months_per_year);
    for (std::size_t m = 0; m + 1 < chances.filled.size(); ++m) {
        chances.filled[m] = longer * leaving;
        longer *= 1 - leaving;
    }
    chances.filled.back() = longer;
    return chances;
}

ExpectedMoney expected_post(const LineGraph& graph, const LineTerms& terms, const Purchase& purchase,
                            PostChances& chances, const FundingConditions& conditions,
                            const Parameters& parameters) {
    const double full_month = price_of(purchase, parameters.funding) / sim::months_per_year;
    PostChain chain(graph, terms, full_month, purchase, 0, chances, conditions, parameters);
    auto sum = chain.run();
    chances = chain.chances();
    return sum;
}

ExpectedMoney expected_rest(const LineGraph& graph, const LineTerms& terms, double full_month,
                            double full_year, const FundingConditions& conditions,
                            const Parameters& parameters) {
    Parameters always_filled = parameters;  // a place has no vacancies: a post that nobody leaves
    always_filled.professional.exit_hazard = 0;
    LineTerms no_start_up = terms;
    no_start_up.start_up_months = 0;
    const PostChances one_state{{0.0}, {1.0}};
    PostChain chain(graph, no_start_up, full_month, Purchase{}, full_year, one_state, conditions,
                    always_filled);
    return chain.run();
}

}  // namespace weefsel
