#include "sim/renamed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace weefsel::sim {
namespace {

constexpr std::string_view parameters_key = "parameters", parameters_prefix = "parameters.";

std::string told(std::string_view before, std::string_view now, std::string_view gone_in) {
    return fmt::format("{} is now called {}; the old name goes in version {}", before, now, gone_in);
}

/// Takes a value with its full name out of nested tables, whatever they are cut into.
std::optional<Value> taken(Value& table, std::string_view name) {
    auto* entries = std::get_if<Table>(&table.data);
    if (entries == nullptr) return std::nullopt;
    for (auto it = entries->begin(); it != entries->end(); ++it) {
        const std::string_view key = it->first;
        if (key == name) {
            Value out = std::move(it->second);
            entries->erase(it);
            return out;
        }
        if (!name.starts_with(key) || name.substr(key.size(), 1) != ".") continue;
        if (auto below = taken(it->second, name.substr(key.size() + 1))) return below;
    }
    return std::nullopt;
}

/// Gives the value `before` of a table the name `now`; its place, when it was there.
std::optional<Place> rename_in(Value& table, std::string_view before, std::string_view now,
                               bool old_one_wins) {
    const Value there = table;
    auto value = taken(table, before);
    if (!value) return std::nullopt;
    if (taken(table, now) && !old_one_wins) {
        table = there;
        return std::nullopt;
    }
    const Place at = value->at;
    std::get<Table>(table.data).emplace_back(std::string(now), std::move(*value));
    return at;
}

/// Applies `rename` to the table at a path, or to every row where a list is on the way.
template <class Rename>
void at_path(Value& value, std::string_view path, Rename&& rename) {
    if (auto* rows = std::get_if<Array>(&value.data)) {
        for (auto& row : *rows) at_path(row, path, rename);
    } else if (path.empty()) {
        if (value.is_table()) rename(value);
    } else {
        const auto dot = std::min(path.find('.'), path.size());
        if (Value* below = value.find(path.substr(0, dot)))
            at_path(*below, path.substr(std::min(dot + 1, path.size())), rename);
    }
}

}  // namespace

std::vector<Problem> take_old_names(Value& root, std::span<const Renamed> names, bool old_one_wins) {
    std::vector<Problem> out;
    for (const auto& [before, now, gone_in] : names) {
        const bool of_parameter = before.starts_with(parameters_prefix);
        const auto dot = of_parameter ? parameters_key.size() : before.rfind('.');
        const bool top = dot == std::string_view::npos;
        const auto path = top ? std::string_view{} : before.substr(0, dot);
        const auto last = [&](std::string_view name) { return top ? name : name.substr(dot + 1); };
        require(top || now.substr(0, dot + 1) == before.substr(0, dot + 1),
                "a renamed key stays in its table");
        at_path(root, path, [&, before = before, now = now, gone_in = gone_in](Value& table) {
            if (const auto at = rename_in(table, last(before), last(now), old_one_wins))
                out.push_back({*at, told(last(before), last(now), gone_in)});
        });
    }
    return out;
}

std::vector<std::string> take_old_flags(std::vector<std::string>& words, std::span<const Renamed> names) {
    std::vector<std::string> out;
    for (auto& word : words) {
        if (word == "--") break;
        for (const auto& [before, now, gone_in] : names) {
            if (word != before && !word.starts_with(std::string(before) + "=")) continue;
            word.replace(0, before.size(), now);
            out.push_back(told(before, now, gone_in));
        }
    }
    return out;
}

}  // namespace weefsel::sim
