#include "analysis/results/noticeable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace weefsel::analysis {
namespace {

/// A number above 0 that a result file can hold in 32 bits.
std::optional<double> number_above_zero(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    using Held = std::numeric_limits<float>;
    const bool held = value >= static_cast<double>(Held::min()) && value <= static_cast<double>(Held::max());
    if (error != std::errc{} || at != end || !held) return std::nullopt;
    return value;
}

}  // namespace

std::optional<double> noticeable_of(const std::vector<Noticeable>& set, std::string_view indicator) {
    for (const auto& one : set)
        if (one.indicator == indicator) return one.value;
    return std::nullopt;
}

double noticeable_of(const std::vector<Noticeable>& set, const sim::Observable& indicator) {
    return noticeable_of(set, indicator.name).value_or(indicator.noticeable);
}

std::vector<Noticeable> read_noticeable(const std::vector<std::string>& texts,
                                        const std::vector<std::string>& indicators,
                                        std::vector<sim::Problem>& problems) {
    std::vector<Noticeable> out;
    for (const auto& text : texts) {
        const auto wrong = [&](std::string what) {
            auto& problem = problems.emplace_back();
            problem.at.file = "--noticeable " + text;
            problem.text = std::move(what);
        };
        const auto equals = text.find('=');
        if (equals == std::string::npos) {
            wrong("must be NAME=VALUE, as social_cohesion=0.2");
            continue;
        }
        const std::string name = text.substr(0, equals), given = text.substr(equals + 1);
        if (std::find(indicators.begin(), indicators.end(), name) == indicators.end())
            wrong(fmt::format("there is no indicator \"{}\"{} (`weefsel parameters --table indicators`)",
                              name, sim::did_you_mean(name, indicators)));
        else if (noticeable_of(out, name))
            wrong(fmt::format("{} is set twice", name));
        const auto value = number_above_zero(given);
        if (!value)
            wrong(fmt::format(
                "found \"{}\", allowed is a number above 0 in the unit of the indicator, a share as "
                "0.005",
                given));
        out.push_back({name, value.value_or(0)});
    }
    return out;
}

}  // namespace weefsel::analysis
