#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/question/scenario.hpp"

namespace weefsel {

/// What sort of thing a menu item is.
enum class MenuKind : std::uint8_t { work, places, contract, homes_and_streets, residents, count };

/// One thing more that an option could have, by itself.
struct MenuItem {
    std::string name;  ///< `fte_opbouwwerker`, `opening_hours`, ...
    MenuKind kind{};
    std::string nl, en;
    std::vector<std::string_view> rests_on;  ///< full names of the parameters that carry its effect
    Option option;                           ///< the option with it
    /// Whether every one of these parameters is an assumption.
    [[nodiscard]] bool assumed(Parameters parameters) const;
};

/// What one fte of each role that the scenario buys and of a social worker, ten opening hours a week of the
/// kind of place that it buys first (else a community centre), four more contract years, one street made fit
/// to meet in, twenty dwellings made fit for old age, forty hours of training a worker a year and three
/// network leaders add to an option with lines. What is bought comes to its first line that buys posts (else
/// its first), on the terms of that line, and its money rises by the price.
std::vector<MenuItem> menu_items(const Scenario& scenario, std::size_t option);

}  // namespace weefsel
