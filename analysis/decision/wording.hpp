#pragma once
#include <string>
#include <vector>

#include "analysis/decision/shown.hpp"
#include "analysis/results/results_file.hpp"
#include "analysis/statistics/interval.hpp"
#include "sim/observable.hpp"

namespace weefsel::analysis {

/// What people call an option.
std::string option_label(const Names& names, std::size_t option, Reading language);

/// `a, b and c`.
std::string listed(const std::vector<std::string>& items, Reading language);

/// `+0.01 points of 10; margin -0.03 to +0.05`.
std::string margin_text(const Interval& difference, const Shown& how);

/// A number for people, without sign of its own; Dutch has a comma for the point.
std::string number_text(double value, int decimals, Reading language);
/// `43 %`.
std::string percentage_text(double share, Reading language);

/// How many more or fewer people a difference of a share is, as `about 12 fewer adults who are lonely`; empty
/// where the indicator counts nobody, or less than one.
std::string people_text(double people, const sim::Observable& observable, Reading language);

}  // namespace weefsel::analysis
