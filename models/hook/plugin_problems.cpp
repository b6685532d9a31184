#include "models/hook/plugin_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace weefsel {
namespace {

using Problems = std::vector<sim::Problem>;

constexpr std::array grades{sim::Evidence::measured, sim::Evidence::literature, sim::Evidence::expert,
                            sim::Evidence::assumption};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_name(const std::string& name) {
    return !name.empty() && is_letter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9');
    });
}

/// What the key of a setting can be without quotes.
bool is_key(const std::string& name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
    });
}

/// What is wrong with one plugin, looked at by itself.
class Judge {
public:
    Judge(const LoadedPlugin& loaded, Problems& problems) : loaded_(loaded), problems_(problems) {}

    void judge(std::set<std::string>& indicators) {
        const auto& plugin = loaded_.plugin;
        if (plugin.interventions.empty() && plugin.analyzers.empty() && !plugin.loneliness)
            wrong("has no intervention, no analyzer and no equation of loneliness");
        for (const auto& analyzer : plugin.analyzers) judge(analyzer, indicators);
        std::set<std::string> names;
        for (const auto& parameter : plugin.parameters) judge(parameter, names);
        if (!plugin.parameters.empty() && !is_key(loaded_.stem()))
            wrong(
                fmt::format("declares parameters, which are called plugin.NAME.{} after its file: found "
                            "\"{}\", allowed are letters, digits, _ and -",
                            plugin.parameters.front().name, loaded_.stem()));
    }

private:
    void wrong(std::string why) { problems_.push_back({{loaded_.file, 1, 1}, std::move(why)}); }

    void judge(const Analyzer& analyzer, std::set<std::string>& indicators) {
        if (analyzer.indicators.empty())
            wrong("has an analyzer that declares no indicators: what it gives has no place in the results");
        for (const auto& own : analyzer.indicators) {
            if (!is_name(own.name))
                wrong(fmt::format("has an indicator \"{}\": a name has letters, digits and _", own.name));
            if (!indicators.insert(own.name).second)
                wrong(fmt::format("has an indicator {} of which there is one already", own.name));
        }
    }

    void judge(const PluginParameter& p, std::set<std::string>& names) {
        if (!is_name(p.name))
            wrong(fmt::format("has a parameter \"{}\": a name has letters, digits and _", p.name));
        if (!names.insert(p.name).second)
            wrong(fmt::format("has a parameter {} of which there is one already", p.name));
        if (!std::isfinite(p.low) || !std::isfinite(p.high) || p.low > p.high)
            wrong(
                fmt::format("has a parameter {} of {} to {}: allowed is a range of two finite numbers, the "
                            "lower first",
                            p.name, p.low, p.high));
        else if (!(p.value >= p.low && p.value <= p.high))
            wrong(fmt::format("has a parameter {} with the value {}; allowed is {} to {}, as it declares",
                              p.name, p.value, p.low, p.high));
        if (!evidence_named(p.evidence)) {
            std::string allowed;
            for (const auto grade : grades)
                allowed += fmt::format("{}{}", allowed.empty() ? "" : ", ", sim::to_string(grade));
            wrong(fmt::format("has a parameter {} with the evidence \"{}\"; allowed is one of {}", p.name,
                              p.evidence, allowed));
        }
    }

    const LoadedPlugin& loaded_;
    Problems& problems_;
};

/// What is wrong with two of them together.
void judge_pair(const LoadedPlugin& one, const LoadedPlugin& other, Problems& problems) {
    const auto wrong = [&](std::string why) { problems.push_back({{other.file, 1, 1}, std::move(why)}); };
    if (one.sha256 == other.sha256) wrong("is given twice");
    if (one.plugin.loneliness && other.plugin.loneliness)
        wrong(
            fmt::format("replaces the equation of loneliness, which {} replaces already: allowed is one of "
                        "the two",
                        one.name));
    if (one.stem() == other.stem() && !one.plugin.parameters.empty() && !other.plugin.parameters.empty())
        wrong(
            fmt::format("declares parameters under the name plugin.{}, as {} does: give one of the two "
                        "files another name",
                        other.stem(), one.name));
}

}  // namespace

std::optional<sim::Evidence> evidence_named(std::string_view word) {
    for (const auto grade : grades)
        if (sim::to_string(grade) == word) return grade;
    return std::nullopt;
}

std::vector<sim::Problem> problems_of(const std::vector<LoadedPlugin>& plugins) {
    Problems problems;
    std::set<std::string> indicators;
    for (const auto& loaded : plugins) Judge(loaded, problems).judge(indicators);
    for (std::size_t a = 0; a < plugins.size(); ++a)
        for (std::size_t b = a + 1; b < plugins.size(); ++b) judge_pair(plugins[a], plugins[b], problems);
    return problems;
}

}  // namespace weefsel
