#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/question/scenario.hpp"
#include "models/scenario/old_names.hpp"
#include "sim/settings.hpp"

namespace weefsel {

/// What a person asked on the command line on top of the file.
struct Overrides {
    std::vector<std::string> set;  ///< PATH=VALUE, in order
    std::optional<std::int64_t> seed, replicates, draws, years;
    std::string usual_posterior{};  ///< file of fitted sets where the scenario names none; empty: none
    bool prior_alone = false;       ///< draw from the prior, whatever the scenario names
    bool with_nothing = false;      ///< an option without lines too, where the scenario has none
    std::span<const sim::Renamed> old_names = old_keys;  ///< that are still understood
    std::shared_ptr<const Hooks> hooks{};                ///< of plugins; null: none
};

/// Reads and judges a scenario: the file first, then the overrides, then the result again.
/// Throws sim::InputError with everything that is wrong. Equal money is judged separately
/// (`study/equal_money.hpp`) over the file's own years.
Scenario read_scenario(const std::string& path, const Overrides& overrides = {});
Scenario read_scenario_text(const std::string& text, const std::string& file,
                            const Overrides& overrides = {});

/// A scenario's file, and those it extends, as read: for many versions of one scenario.
struct LoadedScenario {
    std::string file;
    sim::Value root;
};
LoadedScenario load_scenario(const std::string& path);
/// The scenario with the overrides, judged; what was loaded is not judged again without them.
Scenario scenario_with(const LoadedScenario& loaded, const Overrides& overrides);

}  // namespace weefsel
