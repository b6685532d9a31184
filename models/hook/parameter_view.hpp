#pragma once
#include <algorithm>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace weefsel {

/// A number that a plugin declares: it can be set and swept as `plugin.NAME.rate`, where NAME is that of the
/// file of the plugin without its end, and its value stands in the results.
struct PluginParameter {
    std::string name;                     ///< letters, digits and _
    double value = 0;                     ///< unless one is set
    double low = 0, high = 1;             ///< what may be set, ends included
    std::string unit = "1";               ///< 1: a share, score or count
    std::string meaning{}, source{};      ///< what it is, and where its value comes from
    std::string evidence = "assumption";  ///< measured, literature, expert or assumption
};

/// Where a parameter of the model stands in memory.
struct ModelParameter {
    std::string name;  ///< full name, as `wellbeing.loneliness_rate`
    std::size_t offset = 0;
};

/// The numbers that a hook can read: `["rate"]`, those that its plugin declares, and
/// `["wellbeing.loneliness_rate"]`, those of the model, as they are in this month and set of assumptions.
class ParameterView {
public:
    ParameterView() = default;
    /// `model`: by name; their values stand at these offsets from `base`.
    ParameterView(std::span<const PluginParameter> own, std::span<const double> values,
                  std::span<const ModelParameter> model, const void* base)
        : own_(own), values_(values), model_(model), base_(static_cast<const std::byte*>(base)) {}

    /// Throws std::invalid_argument when there is none of that name.
    [[nodiscard]] double operator[](std::string_view name) const {
        for (std::size_t k = 0; k < own_.size(); ++k)
            if (own_[k].name == name) return values_[k];
        const auto at = std::lower_bound(
            model_.begin(), model_.end(), name,
            [](const ModelParameter& p, std::string_view wanted) { return p.name < wanted; });
        if (at == model_.end() || at->name != name) throw std::invalid_argument(no_such(name));
        return *reinterpret_cast<const double*>(base_ + at->offset);
    }
    /// Those that the plugin declares.
    [[nodiscard]] std::span<const PluginParameter> own() const { return own_; }

private:
    [[nodiscard]] std::string no_such(std::string_view name) const {
        std::string names;
        for (const auto& p : own_) names += (names.empty() ? "" : ", ") + p.name;
        return "there is no parameter " + std::string(name) + "; the plugin declares " +
               (names.empty() ? "none" : names) + ", and `weefsel parameters` lists those of the model";
    }

    std::span<const PluginParameter> own_;
    std::span<const double> values_;
    std::span<const ModelParameter> model_;
    const std::byte* base_ = nullptr;
};

}  // namespace weefsel
