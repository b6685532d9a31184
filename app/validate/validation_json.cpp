#include "app/validate/validation_json.hpp"

#include <array>

#include "app/terminal/json_value.hpp"

namespace weefsel::app {

std::string json_of_validation(const PatternFile& file, const Scenario& sample,
                               const std::vector<MeasuredPattern>& measured, double seconds,
                               const std::optional<MonitorResult>& monitor) {
    constexpr const char* verdicts[] = {"pass", "fail", "not measured"};
    const auto end = [](const std::optional<double>& x) { return x ? Json(*x) : Json(nullptr); };
    Json out = head(sample);
    out["patterns_file"] = file.file;
    out["seconds"] = seconds;
    out["patterns"] = Json::array();
    std::array<int, 3> counts{};
    for (const auto& m : measured) {
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
    if (monitor) {
        Json between{{"neighbourhoods", monitor->neighbourhoods}, {"left_out", monitor->skipped}};
        for (const auto& row : monitor->rows)
            between["by_neighbourhood"].push_back({{"code", row.code},
                                                   {"name", row.name},
                                                   {"lonely", row.lonely},
                                                   {"lonely_published", row.lonely_published},
                                                   {"severely_lonely", row.severe},
                                                   {"severely_lonely_published", row.severe_published}});
        for (const auto& share : monitor->shares)
            between["published_spread_pp"][share.share] = number(share.spread);
        for (const auto& share : monitor->shares)
            for (const auto& a : share.by)
                between[share.share].push_back({{"predictor", a.predictor},
                                                {"correlation", number(a.correlation)},
                                                {"mean_absolute_error_pp", number(a.error)},
                                                {"spread_pp", number(a.spread)}});
        out["between_neighbourhoods"] = between;
    }
    return text_of(out);
}

}  // namespace weefsel::app
