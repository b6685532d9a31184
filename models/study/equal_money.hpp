#pragma once
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
    /// The plain arithmetic, before any social mechanism: direct hours for each euro granted.
    [[nodiscard]] double hours_per_euro() const {
        return money.granted > 0 ? money.direct_hours / money.granted : 0;
    }
};

/// Expectation over all draws of renewal, cuts, leaving and hiring, without sampling, in the order
/// of the options; the burn-in under the present lines decides who is in post at month 0.
/// Trust enters by its expected course (it acts on the length of vacancies alone), caseloads are
/// taken at the norm.
std::vector<OptionMoney> expected_money(const Scenario& scenario);

/// One problem for each option whose expected granted minus returned money differs by more than 1 %
/// from that of the reference, with both figures and the factor on all its `euro_year` that would
/// make them equal. Empty when the scenario does not ask for equal money.
std::vector<sim::Problem> check_equal_money(const Scenario& scenario);

}  // namespace weefsel
