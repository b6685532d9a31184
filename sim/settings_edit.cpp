// Changing what was read: one table over another, and one value at a path.
#include <fmt/format.h>

#include <algorithm>

#include "sim/plain_text.hpp"
#include "sim/settings.hpp"
#include "sim/utf8.hpp"

namespace weefsel::sim {
namespace {

constexpr std::string_view parameters_key = "parameters";

bool is_row_with_name(const Value& row) {
    const Value* name = row.find("name");
    return name != nullptr && std::holds_alternative<std::string>(name->data);
}

bool rows_have_names(const Value& value) {
    const auto* array = std::get_if<Array>(&value.data);
    return array != nullptr && !array->empty() && std::all_of(array->begin(), array->end(), is_row_with_name);
}

const std::string& name_of(const Value& row) { return std::get<std::string>(row.find("name")->data); }

void put(Table& table, const std::string& key, Value value) {
    for (auto& [name, old] : table) {
        if (name == key) {
            old = std::move(value);
            return;
        }
    }
    table.emplace_back(key, std::move(value));
}

/// Every value below `table` under its full name with dots; the last of two wins.
void flatten(const Table& table, const std::string& prefix, Table& out) {
    for (const auto& [key, value] : table) {
        if (value.is_table()) {
            flatten(std::get<Table>(value.data), prefix + key + ".", out);
        } else {
            put(out, prefix + key, value);
        }
    }
}

Value merge_values(const Value& base, const Value& over);

Value merge_rows(const Value& base, const Value& over) {
    Array rows = std::get<Array>(base.data);
    for (const auto& row : std::get<Array>(over.data)) {
        const auto same = std::find_if(rows.begin(), rows.end(),
                                       [&](const Value& old) { return name_of(old) == name_of(row); });
        if (same == rows.end()) {
            rows.push_back(row);
        } else {
            *same = merge_values(*same, row);
        }
    }
    return {std::move(rows), over.at};
}

Value merge_values(const Value& base, const Value& over) {
    if (base.is_table() && over.is_table()) {
        Value out{base.data, over.at};
        for (const auto& [key, value] : std::get<Table>(over.data)) {
            const Value* old = out.find(key);
            put(std::get<Table>(out.data), key, old != nullptr ? merge_values(*old, value) : value);
        }
        return out;
    }
    if (rows_have_names(base) && rows_have_names(over)) return merge_rows(base, over);
    return over;
}

std::string joined(const std::vector<std::string>& steps, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) out += (i > from ? "." : "") + steps[i];
    return out;
}

struct Step {
    std::vector<std::string> path;
    std::string path_text;
    std::string value_text;
};

/// Splits PATH=VALUE; parts of PATH may stand between quotes of either kind.
Step split(const std::string& assignment) {
    const auto refuse = [&](const std::string& why) {
        throw InputError(Place{"--set", 1, 1}, "must be PATH=VALUE; found \"" + assignment + "\": " + why);
    };
    Step out;
    std::string part;
    bool was_quoted = false;
    const auto end_part = [&] {
        if (part.empty() && !was_quoted) refuse("a part of the path is empty");
        out.path.push_back(part);
        part.clear();
        was_quoted = false;
    };
    std::size_t at = 0;
    for (; at < assignment.size() && assignment[at] != '='; ++at) {
        const char c = assignment[at];
        if (c == '.') {
            end_part();
        } else if (c == '"' || c == '\'') {
            const auto end = assignment.find(c, at + 1);
            if (end == std::string::npos) refuse("a quote is not closed");
            part += assignment.substr(at + 1, end - at - 1);
            was_quoted = true;
            at = end;
        } else if (c != ' ') {
            part += c;
        }
    }
    if (at == assignment.size()) refuse("there is no =");
    end_part();
    constexpr std::size_t deepest = 32;
    if (out.path.size() > deepest) refuse("the path is too long");
    out.path_text = assignment.substr(0, at);
    out.value_text = assignment.substr(at + 1);
    return out;
}

void move_to(Value& value, const Place& at) {
    value.at = at;
    if (auto* array = std::get_if<Array>(&value.data)) {
        for (auto& element : *array) move_to(element, at);
    } else if (auto* table = std::get_if<Table>(&value.data)) {
        for (auto& [key, element] : *table) move_to(element, at);
    }
}

Value value_from(const std::string& text, const Place& at) {
    Value value{text, at};
    try {
        Value read = read_toml_text("value = " + text, at.file);
        auto& table = std::get<Table>(read.data);
        if (table.size() == 1 && table.front().first == "value") value = std::move(table.front().second);
    } catch (const InputError&) {
        // no TOML, so a text
    }
    move_to(value, at);
    return value;
}

/// The row that a step names: by name, else by number from 1.
Value& row_of(Value& value, const std::vector<std::string>& path, std::size_t step, const Place& at) {
    auto& rows = std::get<Array>(value.data);
    const std::string& wanted = path[step];
    std::vector<std::string> names;
    for (auto& row : rows) {
        if (!is_row_with_name(row)) continue;
        if (name_of(row) == wanted) return row;
        names.push_back(name_of(row));
    }
    constexpr std::size_t most_digits = 9;
    if (!wanted.empty() && wanted.size() <= most_digits &&
        std::all_of(wanted.begin(), wanted.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        const auto number = std::stoul(wanted);
        if (number >= 1 && number <= rows.size()) return rows[number - 1];
    }
    std::string there = rows.empty() ? "it has none" : fmt::format("there are 1 to {}", rows.size());
    if (!names.empty()) {
        there += " (";
        for (std::size_t i = 0; i < names.size(); ++i) there += (i > 0 ? ", " : "") + names[i];
        there += ")";
    }
    throw InputError(at, fmt::format("{} has no row {}; {}{}", joined(path, 0, step), wanted, there,
                                     did_you_mean(wanted, names)));
}

/// The value that a step leads to, made when it is a key that is not there.
Value& enter(Value& value, const std::vector<std::string>& path, std::size_t step, const Place& at) {
    if (value.is_array()) return row_of(value, path, step, at);
    if (!value.is_table()) {
        throw InputError(at, fmt::format("{} is {}, in which {} cannot be set", joined(path, 0, step),
                                         value.described(), path[step]));
    }
    if (value.find(path[step]) == nullptr) {
        std::get<Table>(value.data).emplace_back(path[step], Value{Table{}, at});
    }
    return *value.find(path[step]);
}

}  // namespace

Value merge(const Value& base, const Value& over) {
    Value out = merge_values(base, over);
    const Value* below = base.find(parameters_key);
    const Value* above = over.find(parameters_key);
    if (below != nullptr && above != nullptr && below->is_table() && above->is_table()) {
        Table all;
        flatten(std::get<Table>(below->data), "", all);
        flatten(std::get<Table>(above->data), "", all);
        out.find(parameters_key)->data = std::move(all);
    }
    return out;
}

void set_path(Value& root, const std::string& assignment) {
    if (!is_utf8(assignment))
        throw InputError(Place{"--set", 1, 1},
                         "must be UTF-8 text; found \"" + plain_text(assignment) + "\"");
    auto [path, path_text, value_text] = split(assignment);
    const Place at{"--set " + path_text, 1, 1};
    if (path.front() == parameters_key && path.size() > 1) {
        path = {path.front(), joined(path, 1, path.size())};
        Value* parameters = root.find(parameters_key);
        if (parameters != nullptr && parameters->is_table()) {
            Table all;
            flatten(std::get<Table>(parameters->data), "", all);
            parameters->data = std::move(all);
        }
    }
    Value* here = &root;
    for (std::size_t step = 0; step < path.size(); ++step) here = &enter(*here, path, step, at);
    *here = value_from(value_text, at);
}

}  // namespace weefsel::sim
