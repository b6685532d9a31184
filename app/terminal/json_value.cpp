#include "app/terminal/json_value.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/results/results_file.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json made_by() {
    const auto& made = sim::provenance();
    return {{"version", made.version}, {"commit", made.commit}, {"tree_clean", made.tree_clean}};
}

Json head(const Scenario& scenario) {
    Json out = made_by();
    out["scenario"] = scenario.file;
    out["title"] = scenario.title;
    out["scenario_sha256"] = analysis::scenario_sha256(scenario.resolved);
    out["seed"] = scenario.seed;
    out["years"] = scenario.years;
    out["replicates"] = scenario.replicates;
    out["draws"] = scenario.draws;
    out["reference"] = scenario.reference;
    return out;
}

Json read_json(const std::string& text) {
    using Event = Json::parse_event_t;
    return Json::parse(text, [](int depth, Event event, Json&) {
        const bool opens = event == Event::object_start || event == Event::array_start;
        if (opens && depth >= max_levels)
            throw TooDeep(fmt::format("nested too deep, at most {} levels are allowed", max_levels));
        return true;
    });
}

std::string text_of(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace weefsel::app
