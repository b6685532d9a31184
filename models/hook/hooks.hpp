#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/hook/plugin.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Where and when hooks are called.
struct HookMoment {
    std::string_view option, neighbourhood;  ///< names
    std::size_t site;                        ///< row of the neighbourhood in the study
    int month;                               ///< of the options, from 0
    sim::Month now;
    const sim::RandomSource& draws;
};

/// A plugin as it was read.
struct LoadedPlugin {
    std::string name;    ///< of its file, without folders
    std::string file;    ///< as a person gave it
    std::string sha256;  ///< of the bytes of the file
    Plugin plugin;
};

/// All that was hung on to a study from outside, in the order in which it was given. Its members may be
/// called by several threads at once.
class Hooks {
public:
    /// Throws sim::InputError, at the file, with all that is wrong with what the plugins have: nothing to do,
    /// names of indicators that are used twice or are no names.
    explicit Hooks(std::vector<LoadedPlugin> plugins);

    [[nodiscard]] const std::vector<LoadedPlugin>& plugins() const { return plugins_; }
    [[nodiscard]] bool intervenes() const { return intervenes_; }
    /// Of all analyzers, one after the other; in this order their values stand.
    [[nodiscard]] const std::vector<OwnIndicator>& indicators() const { return indicators_; }
    /// Options that plugins name. Throws sim::InputError when one is not among `options`.
    void check_options(std::span<const std::string> options) const;
    /// `NAME SHA-256`, a line a plugin: what decides their part of the results.
    [[nodiscard]] std::string identity() const;

    /// Lets every intervention act. Throws std::runtime_error when one throws or writes what its column
    /// cannot hold; the message says which plugin, where and when.
    void intervene(Neighbourhood& n, const HookMoment& moment) const;
    /// Lets every analyzer look; adds numerator and denominator of each indicator to `sums` (two for each).
    /// Throws likewise.
    void analyze(Neighbourhood& n, const HookMoment& moment, std::span<double> sums) const;

    /// Spent in the hooks of each plugin so far, summed over threads, s.
    [[nodiscard]] std::vector<double> seconds() const;

private:
    std::vector<LoadedPlugin> plugins_;
    std::vector<OwnIndicator> indicators_;
    bool intervenes_ = false;
    std::unique_ptr<std::atomic<std::int64_t>[]> spent_;  ///< ns, of each plugin
};

}  // namespace weefsel
