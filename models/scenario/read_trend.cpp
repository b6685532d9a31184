#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "models/scenario/scenario_parts.hpp"

namespace weefsel::scenario_parts {
namespace {

/// Themes of what residents are and do by themselves: what policy is, costs and how it works has no trend,
/// for money is compared over the whole time.
constexpr std::array<std::string_view, 6> themes_with_trends{"network.",  "meeting_place.", "company.",
                                                             "cohesion.", "wellbeing.",     "help."};
constexpr double fastest = 0.2;

bool may_have_a_trend(const std::string& name) {
    return std::any_of(themes_with_trends.begin(), themes_with_trends.end(),
                       [&](std::string_view theme) { return name.starts_with(theme); });
}

}  // namespace

void read_trends(const std::vector<const sim::Value*>& rows, Scenario& out, Problems& problems) {
    Parameters parameters;
    const auto table = table_of(parameters);
    std::vector<std::string> names;
    for (const auto& row : table.rows())
        if (may_have_a_trend(row.name)) names.push_back(row.name);
    for (const auto* row : rows) {
        const std::string what = fmt::format("[[trend]] {}", out.trends.size() + 1);
        sim::TableReader reader(*row, what, problems);
        Trend trend;
        trend.at = row->at;
        reader.needed("parameter");
        reader.needed("a_year");
        trend.parameter = reader.text("parameter", "");
        trend.a_year = reader.number("a_year", 0, {-fastest, fastest});
        if (reader.has("parameter") && std::find(names.begin(), names.end(), trend.parameter) == names.end())
            reader.problem(
                "parameter",
                fmt::format("{}: parameter: found \"{}\", allowed is a parameter of the themes network, "
                            "meeting_place, company, cohesion, wellbeing and help{}",
                            what, trend.parameter, sim::did_you_mean(trend.parameter, names)));
        for (const auto& other : out.trends)
            if (other.parameter == trend.parameter)
                reader.problem("parameter",
                               fmt::format("{}: two trends of {} (one is allowed)", what, trend.parameter));
        reader.finish();
        out.trends.push_back(std::move(trend));
    }
}

}  // namespace weefsel::scenario_parts
