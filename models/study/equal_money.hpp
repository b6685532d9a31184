#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/process/funding/post_chain.hpp"
#include "models/question/scenario.hpp"

namespace weefsel {

/// Expected money of one option over the scenario's own years, all neighbourhoods together.
struct OptionMoney {
    std::string name;
    bool exempt = false;  ///< no lines: present lines end after notice, which is not counted here
    ExpectedMoney money;  ///< in present value

    /// What the option costs those who grant. Unit: EUR, present value.
    [[nodiscard]] double net() const { return money.granted - money.returned; }
    /// What is made equal. Unit: EUR, present value.
    [[nodiscard]] double asked(EqualMoney by) const {
        return by == EqualMoney::budget ? money.granted : net();
    }
    /// The plain arithmetic, before any social mechanism: direct hours for each euro granted.
    [[nodiscard]] double hours_per_euro() const {
        return money.granted > 0 ? money.direct_hours / money.granted : 0;
    }
};

/// What one policy leaves to the next: who is in post, by number of the post, and trust.
struct FundingStanding {
    std::map<std::uint64_t, PostChances> posts;
    double trust = 0;
    bool first = true;  ///< no policy came before
};

/// Expectation over all draws of renewal, cuts, leaving and hiring, without sampling. The burn-in under the
/// present lines decides who is in post at month 0; it is worked out once, for any number of options.
/// Trust enters by its expected course (it acts on the length of vacancies alone), caseloads are
/// taken at the norm.
class MoneyForecast {
public:
    /// Takes all but the options of the scenario, of which it keeps nothing else.
    explicit MoneyForecast(const Scenario& scenario);
    [[nodiscard]] OptionMoney of(const Option& option) const;
    [[nodiscard]] std::vector<OptionMoney> of(const std::vector<Option>& options) const;

private:
    Parameters parameters_;
    FundingStanding standing_;  ///< at month 0
    FundingConditions conditions_;
};

/// The forecast of every option of the scenario, in their order.
std::vector<OptionMoney> expected_money(const Scenario& scenario);

/// The reference that options are made equal to; none where it has no lines and so nothing to be equal to.
const OptionMoney* money_reference(const Scenario& scenario, const std::vector<OptionMoney>& all);

/// Factor on all `euro_year` of an option that makes it equal to the reference; none where nothing is paid.
std::optional<double> equal_factor(const OptionMoney& option, const OptionMoney& reference, EqualMoney by);

/// Whether an option differs by more than 1 % from the reference in what the scenario asks to be equal.
bool unequal_money(const OptionMoney& option, const OptionMoney& reference, EqualMoney by);

/// A remark for each option whose expected money of the kind that the scenario asks for differs by more than
/// 1 % from that of the reference, with both figures and the factor on all its `euro_year` that would make
/// them equal. Empty when the scenario does not ask for equal money.
std::vector<Remark> unequal_options(const Scenario& scenario);
/// The same as problems of the scenario.
std::vector<sim::Problem> check_equal_money(const Scenario& scenario);

}  // namespace weefsel
