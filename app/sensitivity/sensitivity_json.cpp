#include "app/sensitivity/sensitivity_json.hpp"

#include "app/terminal/json_value.hpp"

namespace weefsel::app {
namespace {

Json sensitivity_head(const SensitivityTask& task, const std::vector<analysis::IndexNote>& notes,
                      std::uint32_t seed, const std::string& file) {
    Json out = made_by();
    out["design"] = task.design_file;
    out["points"] = task.design.rows();
    out["factors"] = task.design.factors;
    out["method"] = task.boxes ? "prim" : analysis::name_of(task.method);
    if (!task.boxes) out["seed"] = seed;
    out["outputs"] = task.outputs;
    out["remarks"] = task.remarks;
    if (!file.empty()) out["file"] = file;
    out["notes"] = Json::array();
    for (const auto& note : notes)
        out["notes"].push_back({{"output", note.output},
                                {"note", note.kind},
                                {"value", number(note.value)},
                                {"text", note.text}});
    return out;
}

}  // namespace

std::string json_of_sensitivity(const SensitivityTask& task, const analysis::Sensitivity& found,
                                std::uint32_t seed, const std::string& file) {
    Json out = sensitivity_head(task, found.notes, seed, file);
    out["indices"] = Json::array();
    for (const auto& row : found.rows)
        out["indices"].push_back({{"output", row.output},
                                  {"factor", row.factor},
                                  {"index", row.index},
                                  {"value", number(row.value.mean)},
                                  {"lower", number(row.value.lower)},
                                  {"upper", number(row.value.upper)}});
    return text_of(out);
}

std::string json_of_predictions(const SensitivityTask& task,
                                const std::vector<analysis::PredictedRow>& predictions,
                                const std::vector<analysis::IndexNote>& notes, std::uint32_t seed,
                                const std::string& file) {
    Json out = sensitivity_head(task, notes, seed, file);
    out["predictions"] = Json::array();
    for (const auto& row : predictions)
        out["predictions"].push_back({{"output", row.output},
                                      {"row", row.row + 1},
                                      {"mean", number(row.surface.mean)},
                                      {"lower", number(row.surface.lower)},
                                      {"upper", number(row.surface.upper)},
                                      {"run_lower", number(row.run.lower)},
                                      {"run_upper", number(row.run.upper)}});
    return text_of(out);
}

std::string json_of_boxes(const SensitivityTask& task, const std::vector<analysis::OutcomeBoxes>& found,
                          const std::vector<analysis::IndexNote>& notes, const std::string& file) {
    Json out = sensitivity_head(task, notes, 0, file);
    out["boxes"] = Json::array();
    for (const auto& one : found)
        for (std::size_t b = 0; b < one.boxes.size(); ++b) {
            const auto& [box, coverage, quasi_p, dense_enough] = one.boxes[b];
            Json limits = Json::array();
            for (std::size_t d = 0; d < box.limits.size(); ++d)
                if (box.limits[d].restricts())
                    limits.push_back({{"factor", task.box_dimensions[d].en},
                                      {"lower", number(box.limits[d].lower)},
                                      {"upper", number(box.limits[d].upper)},
                                      {"quasi_p", number(quasi_p[d])}});
            out["boxes"].push_back({{"output", one.output},
                                    {"box", b + 1},
                                    {"of_interest", one.of_interest},
                                    {"sentence", one.sentences[b]},
                                    {"coverage", number(coverage)},
                                    {"density", number(box.density())},
                                    {"mass", number(box.mass())},
                                    {"rows_inside", box.inside},
                                    {"of_interest_inside", box.hits},
                                    {"limits", std::move(limits)}});
        }
    return text_of(out);
}

std::string json_of_evppi(const SensitivityTask& task, const std::vector<analysis::EvppiRow>& evppi,
                          const std::vector<analysis::IndexNote>& notes, std::uint32_t seed,
                          const std::string& file) {
    Json out = sensitivity_head(task, notes, seed, file);
    out["worth"] = Json::array();
    for (const auto& row : evppi)
        out["worth"].push_back({{"output", row.output},
                                {"unit", row.unit},
                                {"factor", row.factor},
                                {"value", number(row.value.mean)},
                                {"lower", number(row.value.lower)},
                                {"upper", number(row.value.upper)}});
    return text_of(out);
}

}  // namespace weefsel::app
