#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/question/scenario.hpp"
#include "models/world/line_terms.hpp"

/// The words of a scenario for the values of enumerations, in their order.
namespace weefsel {

/// The names of the rows of a table of declared kinds.
template <class Kind, std::size_t N>
constexpr std::array<std::string_view, N> names_of(const std::array<Kind, N>& declared) {
    std::array<std::string_view, N> names{};
    for (std::size_t k = 0; k < N; ++k) names[k] = declared[k].name;
    return names;
}
inline constexpr auto role_names = names_of(roles_declared);
inline constexpr auto goal_names = names_of(goals_declared);
/// Whom a goal means, by Goal.
inline constexpr std::array<std::string_view, goals> goals_nl{
    "iedereen van 18 jaar en ouder",
    "jongeren van 12 tot en met 23 jaar",
    "inwoners van 65 jaar en ouder",
    "mantelzorgers",
    "volwassenen met een laag inkomen",
    "volwassenen die eenzaam zijn",
    "volwassenen met een herkomst buiten Nederland"};
inline constexpr std::array<std::string_view, goals> goals_en{
    "everybody of 18 and over",
    "young people of 12 to 23",
    "residents of 65 and over",
    "informal carers",
    "adults with a low income",
    "adults who are lonely",
    "adults with an origin outside the Netherlands"};
inline constexpr auto place_names = names_of(place_kinds_declared);
inline constexpr std::array<std::string_view, 3> public_space_names{"street", "park", "square"};
inline constexpr std::array<std::string_view, 2> pot_names{"one", "earmark"};
inline constexpr std::array<std::string_view, 2> unspent_names{"carry", "return"};
inline constexpr std::array<std::string_view, 2> cover_names{"incidental", "structural"};
/// By EqualMoney; the first is written as false.
inline constexpr std::array<std::string_view, 3> equal_money_names{"no", "net", "budget"};
inline constexpr std::array<std::string_view, 2> divide_names{"residents", "need"};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(ShockKind::count)> shock_names{
    "pandemic", "energy_crisis", "austerity", "refugees", "new_estate", "new_council"};
/// Shares of the households, and of the dwellings, of a new estate.
inline constexpr std::array<std::string_view, 3> household_shares{"single", "without_children",
                                                                  "with_children"};
inline constexpr std::array<std::string_view, 3> tenure_shares{"owned", "social_rent", "private_rent"};

template <std::size_t N>
std::vector<std::string> words(const std::array<std::string_view, N>& names) {
    return {names.begin(), names.end()};
}
/// The place of `word` among `names`.
template <class E, std::size_t N>
std::optional<E> value_of(std::string_view word, const std::array<std::string_view, N>& names) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == word) return static_cast<E>(i);
    return std::nullopt;
}
template <class E, std::size_t N>
std::string word_of(E value, const std::array<std::string_view, N>& names) {
    return std::string(names[static_cast<std::size_t>(value)]);
}

}  // namespace weefsel
