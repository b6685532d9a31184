#include "analysis/sensitivity/sweep_outputs.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

template <class T>
bool among(const std::vector<T>& wanted, const T& one) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), one) != wanted.end();
}

void check_names(const std::vector<std::string>& wanted, const std::vector<std::string>& there,
                 const char* what, const std::string& file, std::vector<sim::Problem>& problems) {
    for (const auto& name : wanted)
        if (std::find(there.begin(), there.end(), name) == there.end())
            problems.push_back({{file, 1, 1},
                                fmt::format("has no {} {}{}; it has {}", what, name,
                                            sim::did_you_mean(name, there), fmt::join(there, ", "))});
}

struct Names {
    std::vector<std::string> indicators, options;
};

/// An option minus the reference, as outputs are named.
std::string difference_name(const std::string& option, const std::string& reference) {
    return option + "-" + reference;
}

/// What the sweep has. Throws for what the filter asks and it has not. `differences`: whether an option minus
/// the reference can be wanted.
Names judged_names(const SweepShape& shape, const std::string& reference, const OutputFilter& filter,
                   const std::string& file, bool differences) {
    std::vector<std::string> indicators, options;
    for (const auto& i : shape.indicators) indicators.push_back(i.name);
    for (const auto& o : shape.options) options.push_back(o.name);
    auto allowed = options;
    if (differences && std::find(options.begin(), options.end(), reference) != options.end())
        for (const auto& o : options)
            if (o != reference) allowed.push_back(difference_name(o, reference));
    std::vector<sim::Problem> problems;
    check_names(filter.indicators, indicators, "indicator", file, problems);
    check_names(filter.options, allowed, "option", file, problems);
    for (const int year : filter.years)
        if (std::find(shape.years.begin(), shape.years.end(), year) == shape.years.end())
            problems.push_back(
                {{file, 1, 1}, fmt::format("has no year {}; it has {}", year, fmt::join(shape.years, ", "))});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return {indicators, options};
}

bool has_direction(const SweepShape::Kept& indicator) {
    return indicator.better == "higher" || indicator.better == "lower";
}

/// Options of the filter, the reference first where it is one of them.
std::vector<std::size_t> options_of(const std::vector<std::string>& options, const std::string& reference,
                                    const OutputFilter& filter) {
    std::vector<std::size_t> out;
    for (std::size_t o = 0; o < options.size(); ++o)
        if (among(filter.options, options[o]))
            out.insert(options[o] == reference ? out.begin() : out.end(), o);
    return out;
}

}  // namespace

std::vector<SweepOutput> sweep_outputs(const SweepShape& shape, const std::string& reference,
                                       const OutputFilter& filter, const std::string& file) {
    const auto [indicators, options] = judged_names(shape, reference, filter, file, true);
    const auto at = std::find(options.begin(), options.end(), reference);
    const auto other = static_cast<std::size_t>(at - options.begin());
    std::vector<SweepOutput> out;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        if (!among(filter.indicators, indicators[i])) continue;
        for (std::size_t y = 0; y < shape.years.size(); ++y) {
            if (!among(filter.years, shape.years[y])) continue;
            const std::string year = fmt::format("@y{}", shape.years[y]);
            for (std::size_t o = 0; o < options.size(); ++o)
                if (among(filter.options, options[o]))
                    out.push_back({indicators[i] + "@" + options[o] + year, i, o, y, std::nullopt});
            for (std::size_t o = 0; o < options.size() && other < options.size(); ++o) {
                const auto difference = difference_name(options[o], reference);
                if (o != other && (among(filter.options, options[o]) || among(filter.options, difference)))
                    out.push_back({indicators[i] + "@" + difference + year, i, o, y, other});
            }
        }
    }
    return out;
}

std::vector<SweepChoice> sweep_choices(const SweepShape& shape, const std::string& reference,
                                       const OutputFilter& filter, const std::string& file) {
    const auto [indicators, options] = judged_names(shape, reference, filter, file, false);
    std::vector<sim::Problem> problems;
    const auto chosen = options_of(options, reference, filter);
    if (chosen.size() < 2)
        problems.push_back(
            {{file, 1, 1},
             fmt::format("--worth needs two options or more to choose between; found {}, of {}",
                         chosen.size(), fmt::join(options, ", "))});
    std::vector<SweepChoice> out;
    std::vector<std::string> without;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        if (!among(filter.indicators, indicators[i])) continue;
        if (!has_direction(shape.indicators[i])) {
            without.push_back(indicators[i]);
            continue;
        }
        for (std::size_t y = 0; y < shape.years.size(); ++y)
            if (among(filter.years, shape.years[y]))
                out.push_back({fmt::format("{}@y{}", indicators[i], shape.years[y]), i, y, chosen});
    }
    if (!without.empty() && (out.empty() || !filter.indicators.empty()))
        problems.push_back({{file, 1, 1},
                            fmt::format("--worth needs an indicator of which more or less is better; {} {} "
                                        "no better direction",
                                        fmt::join(without, ", "), without.size() == 1 ? "has" : "have")});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return out;
}

StudiedChoice studied_choice(const SweepShape& shape, const SweepChoice& choice,
                             const std::vector<float>& indicator_values) {
    const auto& indicator = shape.indicators[choice.indicator];
    StudiedChoice out{choice.name, indicator.unit, {}, {}, shape.replicates};
    for (const auto o : choice.options) {
        out.options.push_back(shape.options[o].name);
        const SweepOutput alone{choice.name, choice.indicator, o, choice.year, std::nullopt};
        out.benefits.push_back(studied_output(shape, alone, indicator_values).values);
        if (indicator.better == "lower")
            for (double& v : out.benefits.back()) v = -v;
    }
    return out;
}

StudiedOutput studied_output(const SweepShape& shape, const SweepOutput& output,
                             const std::vector<float>& indicator_values) {
    const std::size_t options = shape.options.size(), years = shape.years.size();
    sim::require(indicator_values.size() == shape.runs() * options * years,
                 "an indicator has a value for each run, option and year");
    StudiedOutput out{output.name, {}, shape.replicates};
    const auto value = [&](std::size_t point, std::size_t option, std::size_t replicate) {
        return static_cast<double>(
            indicator_values[((point * options + option) * shape.replicates + replicate) * years +
                             output.year]);
    };
    for (std::size_t p = 0; p < shape.points; ++p)
        for (std::size_t r = 0; r < shape.replicates; ++r)
            out.values.push_back(value(p, output.option, r) -
                                 (output.minus ? value(p, *output.minus, r) : 0.0));
    return out;
}

}  // namespace weefsel::analysis
