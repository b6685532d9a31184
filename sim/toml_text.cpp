#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <cmath>

#include "sim/file_aside.hpp"
#include "sim/settings.hpp"
#include "sim/toml_before.hpp"

namespace weefsel::sim {
namespace {

constexpr std::size_t longest_text = std::size_t{64} << 20U;

Place place_of(const toml::source_region& region, const Place& otherwise) {
    if (region.begin.line == 0) return otherwise;
    return {otherwise.file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Value convert(const toml::node& node, const Place& at, int depth);

Value convert_table(const toml::table& table, const Place& at, int depth) {
    struct Entry {
        const toml::key* key;
        const toml::node* node;
        Place at;
    };
    std::vector<Entry> entries;
    for (const auto& [key, node] : table) entries.push_back({&key, &node, place_of(key.source(), at)});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
    });
    Table out;
    out.reserve(entries.size());
    for (const auto& entry : entries) {
        out.emplace_back(std::string(entry.key->str()), convert(*entry.node, entry.at, depth));
    }
    return {std::move(out), at};
}

Value convert(const toml::node& node, const Place& at, int depth) {
    if (depth > 2 * deepest_toml) throw InputError(at, "nested too deep");
    if (const auto* table = node.as_table()) return convert_table(*table, at, depth + 1);
    if (const auto* array = node.as_array()) {
        Array out;
        out.reserve(array->size());
        for (const auto& element : *array) {
            out.push_back(convert(element, place_of(element.source(), at), depth + 1));
        }
        return {std::move(out), at};
    }
    if (const auto* text = node.as_string()) return {std::string(text->get()), at};
    if (const auto* whole = node.as_integer()) return {whole->get(), at};
    if (const auto* number = node.as_floating_point()) return {number->get(), at};
    if (const auto* flag = node.as_boolean()) return {flag->get(), at};
    throw InputError(at, "a date or time has no use here; write it as a text, between quotes");
}

bool is_bare(const std::string& key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
}

std::string quoted(const std::string& text) {
    constexpr unsigned char delete_character = 0x7f;
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\t':
                out += "\\t";
                break;
            case '\r':
                out += "\\r";
                break;
            default:
                if (byte < ' ' || byte == delete_character) {
                    out += fmt::format("\\u{:04X}", byte);
                } else {
                    out += c;
                }
        }
    }
    return out + "\"";
}

std::string key_text(const std::string& key) { return is_bare(key) ? key : quoted(key); }

std::string number_text(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::string out = fmt::format("{}", value);
    if (out.find_first_of(".e") == std::string::npos) out += ".0";
    return out;
}

std::string inline_text(const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value.data)) return *flag ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return fmt::format("{}", *whole);
    if (const auto* number = std::get_if<double>(&value.data)) return number_text(*number);
    if (const auto* text = std::get_if<std::string>(&value.data)) return quoted(*text);
    std::string out;
    if (const auto* array = std::get_if<Array>(&value.data)) {
        for (const auto& element : *array) out += (out.empty() ? "" : ", ") + inline_text(element);
        return "[" + out + "]";
    }
    for (const auto& [key, element] : std::get<Table>(value.data)) {
        out += (out.empty() ? " " : ", ") + key_text(key) + " = " + inline_text(element);
    }
    return out.empty() ? "{}" : "{" + out + " }";
}

bool is_array_of_tables(const Value& value) {
    const auto* array = std::get_if<Array>(&value.data);
    return array != nullptr && !array->empty() &&
           std::all_of(array->begin(), array->end(), [](const Value& v) { return v.is_table(); });
}

void write_table(std::string& out, const Table& table, const std::string& path) {
    for (const auto& [key, value] : table) {
        if (!value.is_table() && !is_array_of_tables(value))
            out += key_text(key) + " = " + inline_text(value) + "\n";
    }
    for (const auto& [key, value] : table) {
        const std::string here = (path.empty() ? "" : path + ".") + key_text(key);
        if (value.is_table()) {
            out += "\n[" + here + "]\n";
            write_table(out, std::get<Table>(value.data), here);
        } else if (is_array_of_tables(value)) {
            for (const auto& row : std::get<Array>(value.data)) {
                out += "\n[[" + here + "]]\n";
                write_table(out, std::get<Table>(row.data), here);
            }
        }
    }
}

}  // namespace

Value read_toml_text(std::string_view text, const std::string& file) {
    const Place start{file, 1, 1};
    if (text.size() > longest_text) throw InputError(start, "the file is too large to be settings");
    refuse_what_parser_cannot_take(text, file);
    try {
        const toml::table root = toml::parse(text);
        return convert_table(root, start, 0);
    } catch (const toml::parse_error& e) {
        throw InputError(place_of(e.source(), start), std::string(e.description()));
    }
}

Value read_toml_file(const std::string& path) { return read_toml_text(read_whole(path), path); }

std::string write_toml(const Value& root) {
    require(root.is_table(), "only a table can be written as TOML text");
    std::string out;
    write_table(out, std::get<Table>(root.data), "");
    return out;
}

}  // namespace weefsel::sim
