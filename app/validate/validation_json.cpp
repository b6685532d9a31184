#include "app/validate/validation_json.hpp"

#include <array>

#include "app/terminal/json_value.hpp"

namespace weefsel::app {

namespace {

void add_patterns(Json& out, const PatternsMeasured& patterns) {
    constexpr const char* verdicts[] = {"pass", "fail", "not measured"};
    const auto end = [](const std::optional<double>& x) { return x ? Json(*x) : Json(nullptr); };
    out["patterns_file"] = patterns.file.file;
    out["seconds"] = patterns.seconds;
    out["patterns"] = Json::array();
    std::array<int, 3> counts{};
    for (const auto& m : patterns.measured) {
        const auto& p = m.pattern;
        const auto verdict = static_cast<std::size_t>(m.verdict);
        ++counts[verdict];
        out["patterns"].push_back({{"id", p.id},
                                   {"text", {{"nl", p.text_nl}, {"en", p.text_en}}},
                                   {"quantity", p.quantity},
                                   {"use", p.calibration ? "calibration" : "validation"},
                                   {"fitted", m.fitted},
                                   {"by_draw", m.by_draw},
                                   {"unit", p.unit},
                                   {"low", end(p.low)},
                                   {"high", end(p.high)},
                                   {"value", number(m.value.mean)},
                                   {"lower", number(m.value.lower)},
                                   {"upper", number(m.value.upper)},
                                   {"worlds", m.value.n},
                                   {"verdict", verdicts[verdict]},
                                   {"at_edge", m.at_edge},
                                   {"not_measured", m.not_measured},
                                   {"how", m.how},
                                   {"note", p.note},
                                   {"source", p.source}});
    }
    out["pass"] = counts[0];
    out["fail"] = counts[1];
    out["not_measured"] = counts[2];
}

Json json_of_skill(const ColumnSkill& s) {
    Json out{{"column", monitor_declared[static_cast<std::size_t>(s.column)].name},
             {"neighbourhoods", s.areas},
             {"correlation", number(s.correlation)},
             {"ratio_of_spreads", number(s.spread_simulated / s.spread_published)},
             {"spread_simulated_pp", number(s.spread_simulated)},
             {"spread_published_pp", number(s.spread_published)},
             {"mean_simulated", number(s.mean_simulated)},
             {"mean_published", number(s.mean_published)},
             {"mean_absolute_error_pp", number(s.error)},
             {"regression_correlation", number(s.regression)},
             {"best_figure", s.best_figure},
             {"best_figure_correlation", number(s.best_correlation)}};
    for (const auto& u : s.by_urbanity)
        out["by_urbanity"].push_back(
            {{"urbanity", u.label}, {"neighbourhoods", u.areas}, {"correlation", number(u.correlation)}});
    return out;
}

Json json_of_area(const ComparedArea& area) {
    Json out{{"code", area.figures.code},
             {"name", area.figures.name},
             {"municipality", area.municipality},
             {"municipality_code", area.municipality_code},
             {"held_out", area.held_out}};
    for (std::size_t c = 0; c < monitor_columns; ++c)
        out[std::string(monitor_declared[c].name)] = {{"published", number(area.published[c])},
                                                      {"simulated", number(area.simulated[c])},
                                                      {"regression", number(area.regression[c])}};
    return out;
}

Json json_of_monitor(const MonitorCompared& compared) {
    const auto& [task, result] = compared;
    Json out{{"monitor", task.arguments.monitor},
             {"year", task.arguments.year},
             {"figures", task.arguments.figures},
             {"rows", task.kind},
             {"neighbourhoods", result.areas.size()},
             {"eligible", task.eligible},
             {"left_out", task.left_out},
             {"seconds", result.seconds},
             {"failures", result.failures},
             {"columns", Json::array()},
             {"by_neighbourhood", Json::array()}};
    for (const auto& s : result.skill) out["columns"].push_back(json_of_skill(s));
    for (const auto& area : result.areas) out["by_neighbourhood"].push_back(json_of_area(area));
    return out;
}

}  // namespace

std::string json_of_validation(const Scenario& sample, const std::optional<PatternsMeasured>& patterns,
                               const std::optional<MonitorCompared>& monitor) {
    Json out = head(sample);
    if (patterns) add_patterns(out, *patterns);
    if (monitor) out["between_neighbourhoods"] = json_of_monitor(*monitor);
    return text_of(out);
}

}  // namespace weefsel::app
