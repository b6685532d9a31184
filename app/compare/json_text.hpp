#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/report/report_data.hpp"
#include "analysis/results/digest_trace.hpp"
#include "app/calibrate/calibration.hpp"
#include "app/compare/answer.hpp"
#include "app/compare/study_run.hpp"
#include "app/validate/monitor_comparison.hpp"
#include "app/validate/validation.hpp"
#include "sim/parameter.hpp"

namespace weefsel::app {

/// Where the results of a run lie; empty when there is no such file.
struct Files {
    std::string results;
    std::string summary;
    std::string report{};
    std::string scenario{};  ///< the scenario with all that it was made from
    std::string crate{};     ///< provenance
};

/// One machine-readable text (JSON, with a line break at its end) for each command. What is unknown
/// is null.
std::string json_of_comparison(const Findings& found, const StudyOutcome& outcome, const Files& files);
std::string json_of_run(const Scenario& scenario, const StudyOutcome& outcome, const Files& files);
std::string json_of_report(const analysis::ReportData& shown, const std::string& path);
std::string json_of_check(const Scenario& scenario, const std::vector<OptionMoney>& expected,
                          const std::vector<sim::Problem>& problems);
std::string json_of_new(const std::string& file);
std::string json_of_trace(const analysis::Trace& trace);
std::string json_of_validation(const PatternFile& file, const Scenario& sample,
                               const std::vector<MeasuredPattern>& measured, double seconds,
                               const std::optional<MonitorResult>& monitor);
std::string json_of_calibration(const CalibrationTask& task, const CalibrationOutcome& outcome,
                                const std::string& folder);
/// `drawn_from`: where the values of a parameter come from when there are several draws.
std::string json_of_parameters(const sim::ParameterTable& table,
                               const std::function<std::string(const sim::Parameter&)>& drawn_from);
/// Rows as objects, with the header's texts as names.
std::string json_of_table(const std::vector<std::string>& header,
                          const std::vector<std::vector<std::string>>& rows);

}  // namespace weefsel::app
