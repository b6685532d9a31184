#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sim/error.hpp"
#include "sim/parameter.hpp"

namespace weefsel::sim {

/// A value read from TOML (or set on the command line), with the place where it stands.
struct Value;
using Array = std::vector<Value>;
/// Keys in the order of the file.
struct TableEntry;
using Table = std::vector<TableEntry>;

struct Value {
    std::variant<bool, std::int64_t, double, std::string, Array, Table> data;
    Place at;

    [[nodiscard]] bool is_table() const { return std::holds_alternative<Table>(data); }
    [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(data); }
    /// Value of a key of a table; null when there is none or this is no table.
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] Value* find(std::string_view key);
    /// `a whole number (3)`, `a text ("x")`: what was found, for messages.
    [[nodiscard]] std::string described() const;
};

/// A key and its value. (No std::pair: it wants to know all of Value before Value is whole.)
struct TableEntry {
    std::string first;
    Value second;
    TableEntry(std::string key, Value value) : first(std::move(key)), second(std::move(value)) {}
};

/// Whether two values hold the same, wherever they stand. Keys of a table in any order; NaN is NaN.
bool same_data(const Value& a, const Value& b);

/// Reads a TOML file. Throws InputError with line and column of the first syntax error, or when
/// the file cannot be read. A value stands at its key, a row of an array of tables at its header.
/// Dates are refused (there is no use for them), and so is what is nested absurdly deep.
Value read_toml_file(const std::string& path);
/// The same from text; `file` stands in the places.
Value read_toml_text(std::string_view text, const std::string& file);
/// Writes a table as TOML text that read_toml_text reads back to the same data.
std::string write_toml(const Value& root);
/// Merges `over` into `base`: tables merge by key, arrays of tables whose rows have a `name` merge
/// by name, other values and arrays are replaced. `parameters` of the root merges by full name,
/// however each side spells it.
Value merge(const Value& base, const Value& over);

/// Sets PATH=VALUE: PATH is a TOML key path in which rows of array tables are named by `name` or
/// by 1-based number; a key with dots may be quoted, and below `parameters` the rest of the path is
/// one key. VALUE is TOML, else a text; what is set stands at `--set PATH:1:1`. Keys that are not
/// there are made (who reads the table reports a wrong one), rows are not: throws InputError that
/// names the wrong step and the rows there are.
void set_path(Value& root, const std::string& assignment);

/// Reads a table key by key and collects everything that is wrong with it. Each getter marks its
/// key as known; `finish` reports keys that were never asked for, with the nearest known name.
/// A getter that reports a problem returns its fallback.
class TableReader {
public:
    /// `what` names the table in messages, as `[station]`.
    TableReader(const Value& table, std::string what, std::vector<Problem>& problems);

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] const Value* raw(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key, std::string fallback);
    [[nodiscard]] std::string text_of(std::string_view key, std::string fallback,
                                      const std::vector<std::string>& allowed);
    [[nodiscard]] double number(std::string_view key, double fallback, Range range);
    [[nodiscard]] std::optional<double> number_if(std::string_view key, Range range);
    [[nodiscard]] std::int64_t whole(std::string_view key, std::int64_t fallback, std::int64_t low,
                                     std::int64_t high);
    [[nodiscard]] bool flag(std::string_view key, bool fallback);
    /// A list of words, each one of `allowed`; empty when absent.
    [[nodiscard]] std::vector<std::string> texts_of(std::string_view key,
                                                    const std::vector<std::string>& allowed);
    /// Rows of an array of tables (or of one table given alone); empty when absent.
    [[nodiscard]] std::vector<const Value*> rows(std::string_view key);
    /// A key that must be there; reports it when absent.
    bool needed(std::string_view key);
    /// Reports a problem at the place of `key` (or of the table when the key is absent).
    void problem(std::string_view key, const std::string& text);
    /// Reports unknown keys. Call once, after all getters.
    void finish();

private:
    const Value& table_;
    std::string what_;
    std::vector<Problem>& problems_;
    std::vector<std::string> known_;
};

/// Sets parameters from a `[parameters]` table (full names as keys, quoted or as nested tables) in
/// a table of parameters; collects unknown names (with the nearest, and `listed`: where all stand), wrong
/// types, values out of range.
void set_parameters(const Value& table, const ParameterTable& parameters, std::vector<Problem>& problems,
                    std::string_view listed = "`weefsel parameters` lists all");

}  // namespace weefsel::sim
