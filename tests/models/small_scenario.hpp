#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "models/question/scenario.hpp"
#include "models/scenario/read_scenario.hpp"

/// The scenarios that ship, and one small scenario to vary.
inline std::string shipped(const std::string& name) {
    return std::string(WEEFSEL_SOURCE_DIR) + "/scenarios/" + name;
}

inline const std::string small_figures = R"(
[neighbourhood]
name = "Small"
residents = 400
age_0_14 = 70
age_15_24 = 50
age_25_44 = 110
age_45_64 = 100
age_65_over = 70
households = 200
single = 85
without_children = 55
with_children = 60
)";
inline const std::string small_option = R"(
[[option]]
name = "nothing"
)";
inline const std::string small_text = small_figures + small_option;

/// Everything that is wrong with a scenario, as `FILE:LINE:COLUMN: text`; empty when it is read.
inline std::vector<std::string> problems_of(const std::string& text,
                                            const weefsel::Overrides& overrides = {}) {
    std::vector<std::string> out;
    try {
        static_cast<void>(weefsel::read_scenario_text(text, "small.toml", overrides));
    } catch (const weefsel::sim::InputError& error) {
        for (const auto& problem : error.problems()) out.push_back(to_string(problem));
    }
    return out;
}

/// Whether one of the problems contains this text.
inline bool says(const std::vector<std::string>& problems, const std::string& part) {
    for (const auto& problem : problems)
        if (problem.find(part) != std::string::npos) return true;
    return false;
}

inline weefsel::Shock shock_of(weefsel::ShockKind kind, int first_month, int months, double size) {
    weefsel::Shock shock{};
    shock.kind = kind;
    shock.first_month = first_month;
    shock.months = months;
    shock.size = size;
    return shock;
}

/// A shock of a scenario file.
inline std::string shock_text(const std::string& kind, const std::string& rest) {
    return "[[shock]]\nkind = \"" + kind + "\"\n" + rest + "\n";
}
