#include "sim/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace weefsel::sim {
namespace {

/// A text as it may stand in a message: one line, no control characters, not endless.
std::string shown(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string out(text.substr(0, longest));
    for (auto& c : out) {
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = '?';
    }
    return text.size() > longest ? out + "..." : out;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<double> as_number(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value.data)) return *number;
    return std::nullopt;
}

/// A whole number, also when written as `20.0`.
std::optional<std::int64_t> as_whole(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return *whole;
    constexpr double exact = 9007199254740992.0;  // 2^53: up to here a double holds every whole number
    if (const auto* number = std::get_if<double>(&value.data)) {
        if (std::abs(*number) <= exact && std::trunc(*number) == *number) {
            return static_cast<std::int64_t>(*number);
        }
    }
    return std::nullopt;
}

std::string allowed_text(Range range) {
    const bool below = std::isinf(range.low), above = std::isinf(range.high);
    if (below && above) return "a number";
    if (below) return fmt::format("a number of at most {}", range.high);
    if (above) return fmt::format("a number of at least {}", range.low);
    return fmt::format("a number from {} to {}", range.low, range.high);
}

/// `"a" or "b"`, `"a", "b" or "c"`
std::string list_text(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
        out += '"' + names[i] + '"';
    }
    return out;
}

/// The number of `value` when it is one within `range`; otherwise reports it under `name`.
std::optional<double> checked_number(const Value& value, std::string_view name, Range range,
                                     std::vector<Problem>& problems) {
    const auto number = as_number(value);
    if (number && std::isfinite(*number) && *number >= range.low && *number <= range.high) return number;
    problems.push_back({value.at, fmt::format("{} must be {}; found {}", name, allowed_text(range),
                                              number ? fmt::format("{}", *number) : value.described())});
    return std::nullopt;
}

struct Assignment {
    std::string name;
    const Value* value;
};

/// Full names of all values below `table`, whether written as nested tables or with dots.
void collect(const Table& table, const std::string& prefix, std::vector<Assignment>& out) {
    for (const auto& [key, value] : table) {
        const std::string name = prefix + key;
        if (value.is_table()) {
            collect(std::get<Table>(value.data), name + ".", out);
        } else {
            out.push_back({name, &value});
        }
    }
}

}  // namespace

const Value* Value::find(std::string_view key) const {
    const auto* table = std::get_if<Table>(&data);
    if (table == nullptr) return nullptr;
    for (const auto& [name, value] : *table) {
        if (name == key) return &value;
    }
    return nullptr;
}

Value* Value::find(std::string_view key) {
    return const_cast<Value*>(static_cast<const Value*>(this)->find(key));
}

std::string Value::described() const {
    if (const auto* flag = std::get_if<bool>(&data)) return *flag ? "a flag (true)" : "a flag (false)";
    if (const auto* whole = std::get_if<std::int64_t>(&data))
        return fmt::format("a whole number ({})", *whole);
    if (const auto* number = std::get_if<double>(&data)) return fmt::format("a number ({})", *number);
    if (const auto* text = std::get_if<std::string>(&data))
        return fmt::format("a text (\"{}\")", shown(*text));
    if (const auto* array = std::get_if<Array>(&data)) return fmt::format("a list of {}", array->size());
    return "a table";
}

bool same_data(const Value& a, const Value& b) {
    if (a.data.index() != b.data.index()) return false;
    if (const auto* x = std::get_if<bool>(&a.data)) return *x == std::get<bool>(b.data);
    if (const auto* x = std::get_if<std::int64_t>(&a.data)) return *x == std::get<std::int64_t>(b.data);
    if (const auto* x = std::get_if<std::string>(&a.data)) return *x == std::get<std::string>(b.data);
    if (const auto* x = std::get_if<double>(&a.data)) {
        const double y = std::get<double>(b.data);
        return *x == y || (std::isnan(*x) && std::isnan(y));
    }
    if (const auto* x = std::get_if<Array>(&a.data)) {
        const auto& y = std::get<Array>(b.data);
        return std::equal(x->begin(), x->end(), y.begin(), y.end(), same_data);
    }
    const auto& x = std::get<Table>(a.data);
    return x.size() == std::get<Table>(b.data).size() &&
           std::all_of(x.begin(), x.end(), [&](const auto& entry) {
               const Value* other = b.find(entry.first);
               return other != nullptr && same_data(entry.second, *other);
           });
}

TableReader::TableReader(const Value& table, std::string what, std::vector<Problem>& problems)
    : table_(table), what_(std::move(what)), problems_(problems) {
    if (!table.is_table()) {
        problems.push_back({table.at, fmt::format("{} must be a table; found {}", what_, table.described())});
    }
}

bool TableReader::has(std::string_view key) const { return table_.find(key) != nullptr; }

const Value* TableReader::raw(std::string_view key) {
    if (!contains(known_, key)) known_.emplace_back(key);
    return table_.find(key);
}

std::string TableReader::text(std::string_view key, std::string fallback) {
    const Value* value = raw(key);
    if (value == nullptr) return fallback;
    if (const auto* text = std::get_if<std::string>(&value->data)) return *text;
    problem(key, fmt::format("{} must be a text, between quotes; found {}", key, value->described()));
    return fallback;
}

std::string TableReader::text_of(std::string_view key, std::string fallback,
                                 const std::vector<std::string>& allowed) {
    const Value* value = raw(key);
    if (value == nullptr) return fallback;
    const auto* text = std::get_if<std::string>(&value->data);
    if (text != nullptr && contains(allowed, *text)) return *text;
    const std::string found = text != nullptr ? '"' + shown(*text) + '"' : value->described();
    problem(key, fmt::format("{} must be {}; found {}{}", key, list_text(allowed), found,
                             text != nullptr ? did_you_mean(*text, allowed) : ""));
    return fallback;
}

double TableReader::number(std::string_view key, double fallback, Range range) {
    return number_if(key, range).value_or(fallback);
}

std::optional<double> TableReader::number_if(std::string_view key, Range range) {
    const Value* value = raw(key);
    if (value == nullptr) return std::nullopt;
    return checked_number(*value, key, range, problems_);
}

std::int64_t TableReader::whole(std::string_view key, std::int64_t fallback, std::int64_t low,
                                std::int64_t high) {
    const Value* value = raw(key);
    if (value == nullptr) return fallback;
    const auto whole = as_whole(*value);
    if (whole && *whole >= low && *whole <= high) return *whole;
    problem(key, fmt::format("{} must be a whole number from {} to {}; found {}", key, low, high,
                             whole ? fmt::format("{}", *whole) : value->described()));
    return fallback;
}

bool TableReader::flag(std::string_view key, bool fallback) {
    const Value* value = raw(key);
    if (value == nullptr) return fallback;
    if (const auto* flag = std::get_if<bool>(&value->data)) return *flag;
    problem(key, fmt::format("{} must be true or false; found {}", key, value->described()));
    return fallback;
}

std::vector<std::string> TableReader::texts_of(std::string_view key,
                                               const std::vector<std::string>& allowed) {
    std::vector<std::string> out;
    const Value* value = raw(key);
    if (value == nullptr) return out;
    const auto* array = std::get_if<Array>(&value->data);
    if (array == nullptr) {
        problem(key, fmt::format("{} must be a list of {}; found {}", key, list_text(allowed),
                                 value->described()));
        return out;
    }
    for (const auto& row : *array) {
        const auto* text = std::get_if<std::string>(&row.data);
        if (text != nullptr && contains(allowed, *text)) {
            out.push_back(*text);
            continue;
        }
        const std::string found = text != nullptr ? '"' + shown(*text) + '"' : row.described();
        problems_.push_back(
            {row.at, fmt::format("every entry of {} must be {}; found {}{}", key, list_text(allowed), found,
                                 text != nullptr ? did_you_mean(*text, allowed) : "")});
    }
    return out;
}

std::vector<const Value*> TableReader::rows(std::string_view key) {
    const Value* value = raw(key);
    if (value == nullptr) return {};
    if (value->is_table()) return {value};
    std::vector<const Value*> out;
    if (const auto* array = std::get_if<Array>(&value->data)) {
        for (const auto& row : *array) {
            if (row.is_table()) {
                out.push_back(&row);
            } else {
                problems_.push_back(
                    {row.at, fmt::format("every row of {} must be a table; found {}", key, row.described())});
            }
        }
        return out;
    }
    problem(key, fmt::format("{} must be a list of tables; found {}", key, value->described()));
    return out;
}

bool TableReader::needed(std::string_view key) {
    if (raw(key) != nullptr) return true;
    if (table_.is_table()) problem(key, fmt::format("{} is missing in {}", key, what_));
    return false;
}

void TableReader::problem(std::string_view key, const std::string& text) {
    const Value* value = table_.find(key);
    problems_.push_back({value != nullptr ? value->at : table_.at, text});
}

void TableReader::finish() {
    const auto* table = std::get_if<Table>(&table_.data);
    if (table == nullptr) return;
    for (const auto& [key, value] : *table) {
        if (contains(known_, key)) continue;
        problems_.push_back(
            {value.at, fmt::format("{} is not a key of {}{}", shown(key), what_, did_you_mean(key, known_))});
    }
}

void set_parameters(const Value& table, const ParameterTable& parameters, std::vector<Problem>& problems,
                    std::string_view listed) {
    const auto* entries = std::get_if<Table>(&table.data);
    if (entries == nullptr) {
        problems.push_back({table.at, "parameters must be a table; found " + table.described()});
        return;
    }
    std::vector<std::string> names;
    for (const auto& row : parameters.rows()) names.push_back(row.name);
    std::vector<Assignment> assignments;
    collect(*entries, "", assignments);
    std::vector<std::string> given;
    for (const auto& [name, value] : assignments) {
        const Parameter* parameter = parameters.find(name);
        if (parameter == nullptr) {
            problems.push_back({value->at, fmt::format("{} is not a parameter{} ({})", shown(name),
                                                       did_you_mean(name, names), listed)});
            continue;
        }
        if (contains(given, name)) problems.push_back({value->at, name + " is given twice"});
        given.push_back(name);
        if (const auto number = checked_number(*value, name, parameter->range, problems)) {
            *parameter->value = *number;
        }
    }
}

}  // namespace weefsel::sim
