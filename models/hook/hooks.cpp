#include "models/hook/hooks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

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

StateView view_at(Neighbourhood& n, const HookMoment& moment, bool writing) {
    StateView view(moment.option, moment.neighbourhood, moment.site, writing);
    view_columns(n, view);
    return view;
}

[[noreturn]] void fail(const LoadedPlugin& plugin, const std::string& hook, const HookMoment& moment,
                       const std::string& why) {
    throw std::runtime_error(fmt::format("{}: {} (option {}, neighbourhood {}, month {}): {}", plugin.name,
                                         hook, moment.option, moment.neighbourhood, moment.month, why));
}

bool is_name(const std::string& name) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

}  // namespace

Hooks::Hooks(std::vector<LoadedPlugin> plugins)
    : plugins_(std::move(plugins)), spent_(std::make_unique<std::atomic<std::int64_t>[]>(plugins_.size())) {
    std::vector<sim::Problem> problems;
    for (const auto& loaded : plugins_) {
        const auto& plugin = loaded.plugin;
        const auto wrong = [&](std::string why) {
            problems.push_back({{loaded.file, 1, 1}, std::move(why)});
        };
        if (plugin.interventions.empty() && plugin.analyzers.empty())
            wrong("has no intervention and no analyzer");
        intervenes_ = intervenes_ || !plugin.interventions.empty();
        for (const auto& analyzer : plugin.analyzers) {
            if (analyzer.indicators.empty())
                wrong(
                    "has an analyzer that declares no indicators: what it gives has no place in the results");
            for (const auto& own : analyzer.indicators) {
                if (!is_name(own.name))
                    wrong(fmt::format("has an indicator \"{}\": a name has letters, digits and _", own.name));
                if (std::any_of(indicators_.begin(), indicators_.end(),
                                [&](const OwnIndicator& other) { return other.name == own.name; }))
                    wrong(fmt::format("has an indicator {} of which there is one already", own.name));
                indicators_.push_back(own);
            }
        }
    }
    for (std::size_t a = 0; a < plugins_.size(); ++a)
        for (std::size_t b = a + 1; b < plugins_.size(); ++b)
            if (plugins_[a].sha256 == plugins_[b].sha256)
                problems.push_back({{plugins_[b].file, 1, 1}, "is given twice"});
    if (!problems.empty()) throw sim::InputError(std::move(problems));
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

void Hooks::intervene(Neighbourhood& n, const HookMoment& moment) const {
    const KeyedRandom random(moment.draws, moment.now);
    for (std::size_t k = 0; k < plugins_.size(); ++k) {
        const Timed timed(spent_[k]);
        for (const auto& intervention : plugins_[k].plugin.interventions) {
            const auto& options = intervention.options;
            if (!options.empty() && std::find(options.begin(), options.end(), moment.option) == options.end())
                continue;
            auto view = view_at(n, moment, true);
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
            const auto view = view_at(n, moment, false);
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
