#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/hook/keyed_random.hpp"
#include "models/hook/state_view.hpp"

namespace weefsel {

/// Changes the state of a neighbourhood at the beginning of every month of an option, before anything else
/// happens in it; not in the warm-up. `month` counts from 0, the first month of the options. Called for
/// several neighbourhoods and worlds at the same time, so `act` keeps nothing between calls; it throws what
/// makes the world a failed one.
struct Intervention {
    std::string name;
    std::vector<std::string> options;  ///< in which it acts, by name; empty: in all
    std::function<void(int month, StateView& state, const KeyedRandom& random)> act;
};

/// What an analyzer measures, declared before it does.
struct OwnIndicator {
    std::string name;        ///< letters, digits and _; that of no other indicator
    std::string unit = "1";  ///< 1: a share, score or count
    std::string about;       ///< what it is, one sentence
};

/// What an analyzer measured of one neighbourhood in one month. Over the neighbourhoods of a study both
/// numerators and denominators are summed, so a mean over residents is given as (sum, how many) and a number
/// as it is becomes the mean over neighbourhoods.
class OwnValues {
public:
    /// `sums`: two for each indicator. All are missing at first.
    OwnValues(std::span<const OwnIndicator> indicators, std::span<double> sums)
        : indicators_(indicators), sums_(sums) {}

    /// `numerator` / `denominator`; nobody to measure: denominator 0, or NaN. Throws std::invalid_argument
    /// when no such indicator was declared.
    void set(std::string_view name, double numerator, double denominator = 1) {
        for (std::size_t k = 0; k < indicators_.size(); ++k) {
            if (indicators_[k].name != name) continue;
            if (numerator != numerator || denominator != denominator) return;
            sums_[2 * k] += numerator;
            sums_[2 * k + 1] += denominator;
            return;
        }
        throw std::invalid_argument("\"" + std::string(name) + "\" is not declared among its indicators");
    }

private:
    std::span<const OwnIndicator> indicators_;
    std::span<double> sums_;
};

/// Measures a neighbourhood at the end of every month of every option; changes nothing. What holds of an
/// Intervention's `act` holds of `look`.
struct Analyzer {
    std::string name;
    std::vector<OwnIndicator> indicators;
    std::function<void(int month, const StateView& state, OwnValues& values)> look;
};

/// Stands in the place of the model's equation of loneliness (models/process/wellbeing/loneliness.hpp) in
/// every month, those of the warm-up and of every option: everything before it is worked out as ever, and it
/// brings `resident.loneliness` and `resident.emotional_loneliness` to the end of the month. It can write
/// these two columns, and read all others and
///
///     inputs.contacts        ln(1 + hours outside the house a month) above the usual
///     inputs.company         company above the usual
///     inputs.person          what education, origin, age and contagion add to the logit of both parts
///     inputs.casual          casual ties outside the house (uint8)
///     inputs.partner         row of the partner (uint16), 65535 without one
///     inputs.level, inputs.social_level, inputs.drift, inputs.coping, inputs.frailty, inputs.insecurity,
///     inputs.volunteer_hours the columns of residents of that name (level: loneliness_level)
///
/// `month` counts from the first month of the options and is negative before it. What holds of an
/// Intervention's `act` holds of it.
using LonelinessEquation = std::function<void(int month, StateView& state, const KeyedRandom& random)>;

/// What one file gives.
struct Plugin {
    std::vector<Intervention> interventions;
    std::vector<Analyzer> analyzers;
    std::vector<PluginParameter> parameters;  ///< that its hooks read
    LonelinessEquation loneliness;            ///< empty: the model's own
};

/// The form in which a plugin and the program meet; a plugin of another form is refused.
inline constexpr std::uint64_t plugin_form = [] {
    std::uint64_t form = 2;
    for (const std::uint64_t size : {sizeof(StateView), sizeof(ColumnView), sizeof(Plugin),
                                     sizeof(Intervention), sizeof(Analyzer), sizeof(PluginParameter)})
        form = form * 4096 + size;
    return form;
}();

}  // namespace weefsel

/// The function by which a shared library registers what it has: once in a library, at the outermost level,
/// followed by a body that fills `plugin`.
#define WEEFSEL_PLUGIN(plugin)                                                                      \
    extern "C" __attribute__((visibility("default"))) std::uint64_t weefsel_plugin_form();          \
    extern "C" std::uint64_t weefsel_plugin_form() { return weefsel::plugin_form; }                 \
    extern "C" __attribute__((visibility("default"))) void weefsel_plugin(weefsel::Plugin& plugin); \
    extern "C" void weefsel_plugin(weefsel::Plugin& plugin)
