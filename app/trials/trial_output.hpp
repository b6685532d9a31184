#pragma once
#include <string>

#include "app/trials/trial_run.hpp"

namespace weefsel::app {

/// A row a measure: id, what, published, shrunk target, simulated, share of draws inside, verdict, use.
std::string trial_table(const TrialResults& results);
/// The same as JSON (`measures`), and as CSV.
std::string json_of_trials(const TrialResults& results);
std::string csv_of_trials(const TrialResults& results);
/// A page by itself, in Dutch and English: published and simulated effects side by side, by mechanism.
std::string forest_plot(const TrialResults& results);

/// `inside`, `outside`, `not measured`.
std::string verdict_word(TrialVerdict verdict);

}  // namespace weefsel::app
