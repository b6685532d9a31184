#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/hook/plugin.hpp"
#include "models/hook/plugin_values.hpp"
#include "models/parameters/parameters.hpp"
#include "models/world/loneliness_inputs.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Where and when hooks are called.
struct HookMoment {
    std::string_view option, neighbourhood;  ///< names; no option in the warm-up
    std::size_t site;                        ///< row of the neighbourhood in the study
    int month;                               ///< of the options, from 0; before them negative
    sim::Month now;
    const sim::RandomSource& draws;
    const Parameters& parameters;  ///< of the model, in this month
    const PluginValues& values;    ///< of what plugins declare
};

/// A plugin as it was read.
struct LoadedPlugin {
    std::string name;    ///< of its file, without folders
    std::string file;    ///< as a person gave it
    std::string sha256;  ///< of the bytes of the file
    Plugin plugin;

    /// Its name in those of its parameters: that of the file without its end.
    [[nodiscard]] std::string stem() const { return name.substr(0, name.find_last_of('.')); }
};

/// All that was hung on to a study from outside, in the order in which it was given. Its members may be
/// called by several threads at once.
class Hooks {
public:
    /// Throws sim::InputError, at the file, with all that is wrong with what the plugins have: nothing to do,
    /// names of indicators or parameters that are used twice or are no names, values outside their range, an
    /// equation of which there is one already.
    explicit Hooks(std::vector<LoadedPlugin> plugins);

    [[nodiscard]] const std::vector<LoadedPlugin>& plugins() const { return plugins_; }
    [[nodiscard]] bool intervenes() const { return intervenes_; }
    /// Of all analyzers, one after the other; in this order their values stand.
    [[nodiscard]] const std::vector<OwnIndicator>& indicators() const { return indicators_; }
    /// Options that plugins name. Throws sim::InputError when one is not among `options`.
    void check_options(std::span<const std::string> options) const;
    /// `NAME SHA-256`, a line a plugin: what decides their part of the results.
    [[nodiscard]] std::string identity() const;

    /// Name of the plugin whose equation of loneliness stands in the place of the model's; empty: none.
    [[nodiscard]] std::string replaces_loneliness() const;
    /// What decides how a burn-in ends: NAME SHA-256 of the plugin that replaces an equation and the values
    /// of its parameters; empty when none does.
    [[nodiscard]] std::string identity_in_burn_in(const PluginValues& values) const;
    /// The values that the plugins state.
    [[nodiscard]] PluginValues stated_values() const;
    /// Adds what plugins declare to a table, as `plugin.NAME.rate`; it points at `values`.
    void add_parameters(sim::ParameterTable& table, PluginValues& values) const;

    /// Calls the equation that replaces the model's, if there is one. Throws as `intervene`.
    void relax_loneliness(Neighbourhood& n, const LonelinessInputs& inputs, const HookMoment& moment) const;
    /// Lets every intervention act. Throws std::runtime_error when one throws or writes what its column
    /// cannot hold; the message says which plugin, where and when.
    void intervene(Neighbourhood& n, const HookMoment& moment) const;
    /// Lets every analyzer look; adds numerator and denominator of each indicator to `sums` (two for each).
    /// Throws likewise.
    void analyze(Neighbourhood& n, const HookMoment& moment, std::span<double> sums) const;

    /// Spent in the hooks of each plugin so far, summed over threads, s.
    [[nodiscard]] std::vector<double> seconds() const;

private:
    [[nodiscard]] StateView view_at(Neighbourhood& n, const HookMoment& moment, HookKind kind,
                                    std::size_t plugin, const LonelinessInputs* inputs = nullptr) const;

    std::vector<LoadedPlugin> plugins_;
    std::vector<OwnIndicator> indicators_;
    bool intervenes_ = false;
    std::optional<std::size_t> lonely_{};                 ///< the plugin that has the equation of loneliness
    std::unique_ptr<std::atomic<std::int64_t>[]> spent_;  ///< ns, of each plugin
};

}  // namespace weefsel
