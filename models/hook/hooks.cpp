#include "models/hook/hooks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

#include "models/hook/plugin_problems.hpp"
#include "models/hook/view_of.hpp"
#include "sim/error.hpp"

namespace weefsel {
namespace {

using Clock = std::chrono::steady_clock;

/// Adds the time until the end of the scope to a sum of nanoseconds.
class Timed {
public:
    explicit Timed(std::atomic<std::int64_t>& sum) : sum_(sum) {}
    ~Timed() { sum_ += std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - begin_).count(); }
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;

private:
    std::atomic<std::int64_t>& sum_;
    Clock::time_point begin_ = Clock::now();
};

[[noreturn]] void fail(const LoadedPlugin& plugin, const std::string& hook, const HookMoment& moment,
                       const std::string& why) {
    const auto option = moment.option.empty() ? "warm-up" : fmt::format("option {}", moment.option);
    throw std::runtime_error(fmt::format("{}: {} ({}, neighbourhood {}, month {}): {}", plugin.name, hook,
                                         option, moment.neighbourhood, moment.month, why));
}

constexpr const char* loneliness_hook = "loneliness";

}  // namespace

Hooks::Hooks(std::vector<LoadedPlugin> plugins)
    : plugins_(std::move(plugins)), spent_(std::make_unique<std::atomic<std::int64_t>[]>(plugins_.size())) {
    if (auto problems = problems_of(plugins_); !problems.empty()) throw sim::InputError(std::move(problems));
    for (std::size_t k = 0; k < plugins_.size(); ++k) {
        const auto& plugin = plugins_[k].plugin;
        intervenes_ = intervenes_ || !plugin.interventions.empty();
        if (plugin.loneliness) lonely_ = k;
        for (const auto& analyzer : plugin.analyzers)
            indicators_.insert(indicators_.end(), analyzer.indicators.begin(), analyzer.indicators.end());
    }
}

void Hooks::check_options(std::span<const std::string> options) const {
    std::vector<sim::Problem> problems;
    for (const auto& loaded : plugins_)
        for (const auto& intervention : loaded.plugin.interventions)
            for (const auto& name : intervention.options)
                if (std::find(options.begin(), options.end(), name) == options.end())
                    problems.push_back(
                        {{loaded.file, 1, 1},
                         fmt::format("acts in an option \"{}\", which this scenario does not have; it has {}",
                                     name, fmt::join(options, ", "))});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
}

std::string Hooks::identity() const {
    std::string out;
    for (const auto& loaded : plugins_)
        out += fmt::format("{}{} {}", out.empty() ? "" : "\n", loaded.name, loaded.sha256);
    return out;
}

std::string Hooks::identity_in_burn_in(const PluginValues& values) const {
    if (!lonely_) return "";
    const auto& plugin = plugins_[*lonely_];
    return fmt::format("{} {} {}", plugin.name, plugin.sha256, fmt::join(values.at(*lonely_), " "));
}

StateView Hooks::view_at(Neighbourhood& n, const HookMoment& moment, HookKind kind, std::size_t plugin,
                         const LonelinessInputs* inputs) const {
    return {moment.option,
            moment.neighbourhood,
            moment.site,
            kind,
            columns_of(n, kind, inputs),
            {plugins_[plugin].plugin.parameters, moment.values.at(plugin), model_parameters(),
             &moment.parameters}};
}

void Hooks::relax_loneliness(Neighbourhood& n, const LonelinessInputs& inputs,
                             const HookMoment& moment) const {
    if (!lonely_) return;
    const auto& plugin = plugins_[*lonely_];
    const Timed timed(spent_[*lonely_]);
    auto view = view_at(n, moment, HookKind::equation, *lonely_, &inputs);
    try {
        plugin.plugin.loneliness(moment.month, view, KeyedRandom(moment.draws, moment.now));
    } catch (const std::exception& e) { fail(plugin, loneliness_hook, moment, e.what()); }
    if (const auto wrong = what_is_wrong(view); !wrong.empty()) fail(plugin, loneliness_hook, moment, wrong);
}

void Hooks::intervene(Neighbourhood& n, const HookMoment& moment) const {
    const KeyedRandom random(moment.draws, moment.now);
    for (std::size_t k = 0; k < plugins_.size(); ++k) {
        const Timed timed(spent_[k]);
        for (const auto& intervention : plugins_[k].plugin.interventions) {
            const auto& options = intervention.options;
            if (!options.empty() && std::find(options.begin(), options.end(), moment.option) == options.end())
                continue;
            auto view = view_at(n, moment, HookKind::intervention, k);
            try {
                intervention.act(moment.month, view, random);
            } catch (const std::exception& e) { fail(plugins_[k], intervention.name, moment, e.what()); }
            if (const auto wrong = what_is_wrong(view); !wrong.empty())
                fail(plugins_[k], intervention.name, moment, wrong);
        }
    }
}

void Hooks::analyze(Neighbourhood& n, const HookMoment& moment, std::span<double> sums) const {
    std::size_t at = 0;
    for (std::size_t k = 0; k < plugins_.size(); ++k) {
        const Timed timed(spent_[k]);
        for (const auto& analyzer : plugins_[k].plugin.analyzers) {
            const auto view = view_at(n, moment, HookKind::analyzer, k);
            OwnValues values(analyzer.indicators, sums.subspan(at, 2 * analyzer.indicators.size()));
            try {
                analyzer.look(moment.month, view, values);
            } catch (const std::exception& e) { fail(plugins_[k], analyzer.name, moment, e.what()); }
            at += 2 * analyzer.indicators.size();
        }
    }
}

std::vector<double> Hooks::seconds() const {
    constexpr double per_second = 1e9;
    std::vector<double> out;
    for (std::size_t k = 0; k < plugins_.size(); ++k)
        out.push_back(static_cast<double>(spent_[k].load()) / per_second);
    return out;
}

}  // namespace weefsel
