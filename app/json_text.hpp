#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/design.hpp"
#include "analysis/emulated_output.hpp"
#include "analysis/report_data.hpp"
#include "analysis/sensitivity.hpp"
#include "analysis/sweep_file.hpp"
#include "analysis/trace.hpp"
#include "app/answer.hpp"
#include "app/calibration.hpp"
#include "app/monitor_comparison.hpp"
#include "app/resident_story.hpp"
#include "app/run_request.hpp"
#include "app/study_run.hpp"
#include "app/validation.hpp"
#include "sim/parameter.hpp"

namespace weefsel::app {

struct SweepManifest;
struct SweepPlan;
struct SweepEstimate;
struct SweepOutcome;
struct SweepState;
struct SensitivityTask;

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
std::string json_of_stories(const StoryBook& book);
std::string json_of_design(const analysis::Design& design, const analysis::Points& points,
                           const std::string& file);
std::string json_of_dry_run(const SweepPlan& plan, const SweepEstimate& estimate);
std::string json_of_sweep(const SweepPlan& plan, const SweepOutcome& outcome, const std::string& folder,
                          const std::string& merged);
std::string json_of_status(const SweepManifest& manifest, const SweepState& state);
std::string json_of_merge(const SweepManifest& manifest, const std::vector<analysis::FailedRun>& failed,
                          const std::string& merged);
std::string json_of_sensitivity(const SensitivityTask& task, const analysis::Sensitivity& found,
                                std::uint32_t seed, const std::string& file);
std::string json_of_predictions(const SensitivityTask& task,
                                const std::vector<analysis::PredictedRow>& predictions,
                                const std::vector<analysis::IndexNote>& notes, std::uint32_t seed,
                                const std::string& file);
/// `drawn_from`: where the values of a parameter come from when there are several draws.
std::string json_of_parameters(const sim::ParameterTable& table,
                               const std::function<std::string(const sim::Parameter&)>& drawn_from);
/// Reads a line of JSON that asks for a run: an object with, all optional, `id`, `parameters` (full name and
/// number), `set` (path and value), `replicate`, `seed`. What is wrong with it stands in `problem`.
RunRequest read_run_request(const std::string& line);
/// One line each: what a door offers, an answer by option, indicator and year, a refusal.
std::string json_of_door(const Door& door, const sim::ParameterTable& table);
std::string json_of_answer(const RunRequest& request, const std::vector<AnsweredOption>& options,
                           const std::vector<int>& years);
std::string json_of_refusal(const RunRequest& request, const std::string& error);
/// Rows as objects, with the header's texts as names.
std::string json_of_table(const std::vector<std::string>& header,
                          const std::vector<std::vector<std::string>>& rows);

}  // namespace weefsel::app
