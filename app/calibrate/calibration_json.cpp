#include "app/calibrate/calibration_json.hpp"

#include "app/calibrate/calibration_files.hpp"
#include "app/terminal/json_value.hpp"

namespace weefsel::app {

std::string json_of_calibration(const CalibrationTask& task, const CalibrationOutcome& outcome,
                                const FitChecks& checks, const std::string& folder) {
    Json out = head(task.scenario);
    out["targets"] = task.file;
    out["posterior"] = folder + "/posterior.csv";
    out["rows"] = task.rows;
    out["runs"] = outcome.result.runs;
    out["runs_kept_earlier"] = outcome.found;
    out["ended"] = end_text(task, outcome);
    out["generations"] = Json::array();
    for (const auto& g : outcome.result.generations)
        out["generations"].push_back(
            {{"threshold", number(g.threshold)}, {"runs", g.attempts}, {"accepted", g.particles.size()}});
    const auto learnt = analysis::learnt_of(task.setup, outcome.posterior);
    for (std::size_t i = 0; i < learnt.size(); ++i)
        out["parameters"].push_back({{"parameter", task.setup.free[i].name},
                                     {"mean", number(learnt[i].mean)},
                                     {"lower", number(learnt[i].low)},
                                     {"upper", number(learnt[i].high)},
                                     {"width_to_prior", number(learnt[i].width)}});
    for (std::size_t i = 0; i < checks.recovered.size(); ++i) {
        out["parameters"][i]["recovered_r"] = number(checks.recovered[i].correlation);
        out["parameters"][i]["recovered_inside"] = number(checks.recovered[i].inside);
    }
    for (const auto& f : checks.left_out)
        out["left_out"].push_back({{"study", f.study},
                                   {"figure", f.figure},
                                   {"published", f.published},
                                   {"tolerance", f.tolerance},
                                   {"expected", number(f.predicted.mean)},
                                   {"lower", number(f.predicted.low)},
                                   {"upper", number(f.predicted.high)}});
    for (const auto& f : figures_again(task, outcome))
        out["figures"].push_back({{"figure", f.name},
                                  {"unit", f.unit},
                                  {"published", f.published},
                                  {"tolerance", f.tolerance},
                                  {"mean", number(f.mean)},
                                  {"lower", number(f.low)},
                                  {"upper", number(f.high)}});
    out["seconds"] = outcome.seconds;
    return text_of(out);
}

}  // namespace weefsel::app
