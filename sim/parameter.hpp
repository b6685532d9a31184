#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace weefsel::sim {

/// How well a value is known, best first.
enum class Evidence { measured, literature, expert, assumption };
std::string_view to_string(Evidence grade);

/// Data or research that would replace an assumption. A model declares its own.
struct Study {
    std::string_view name;
    std::string_view prose;
};

/// Where a value comes from. "assumption" is an honest source, and says what would replace it; the other
/// grades name a DOI or the address of a page, and leave `settled_by` empty.
struct Source {
    Evidence grade;
    std::string_view text;
    Study settled_by{};
};

/// The values that may be set, ends included.
struct Range {
    double low;
    double high;
};

/// One parameter of the struct `P`: declared once, next to its member.
/// `unit` is `1` for a share or count, else a UDUNITS-like name (`h`, `month`, `1/year`, `EUR`).
template <class P>
struct Declaration {
    std::string_view name;  ///< within its theme, as `halflife_friend`
    double P::*member;
    Range range;
    std::string_view unit;
    std::string_view prose;
    Source source;
};

/// A row of such a table, for short.
template <class P>
constexpr Declaration<P> declare(std::string_view name, double P::*member, Range range, std::string_view unit,
                                 std::string_view prose, Source source) {
    return {name, member, range, unit, prose, source};
}

/// A declaration bound to a place in memory, for settings, help, documentation and result files.
struct Parameter {
    std::string name;  ///< full name, as `network.halflife_friend`
    double* value;
    double default_value;
    Range range;
    std::string_view unit;
    std::string prose;
    Source source;
};

/// What a row of a table of parameters is called: in the names of its parameters, and in prose.
struct TableRow {
    std::string_view name;
    std::string_view in_prose;
};

/// All parameters of a model, in order of declaration.
class ParameterTable {
public:
    /// Adds every declared member of `theme` under the name of the theme.
    /// Does not compile when a member of P was left out of its declarations.
    template <class P, std::size_t N>
    void add(std::string_view theme_name, P& theme, const std::array<Declaration<P>, N>& declared) {
        static_assert(sizeof(P) == N * sizeof(double),
                      "every member of a parameter struct must be a declared double");
        const P defaults{};
        for (const auto& d : declared) {
            rows_.push_back({std::string(theme_name) + "." + std::string(d.name), &(theme.*d.member),
                             defaults.*d.member, d.range, d.unit, std::string(d.prose), d.source});
        }
    }

    /// Adds a table: a row of type P for every kind of something, its members the columns. In the name and
    /// the prose of a column `{row}` stands for what the row is called there.
    template <class P, std::size_t Rows, std::size_t N>
    void add(std::string_view theme_name, std::array<P, Rows>& table, const std::array<P, Rows>& defaults,
             const std::array<TableRow, Rows>& called, const std::array<Declaration<P>, N>& columns) {
        static_assert(sizeof(P) == N * sizeof(double),
                      "every column of a table of parameters must be a declared double");
        for (std::size_t row = 0; row < Rows; ++row)
            for (const auto& d : columns)
                rows_.push_back({std::string(theme_name) + "." + with_row(d.name, called[row].name),
                                 &(table[row].*d.member), defaults[row].*d.member, d.range, d.unit,
                                 with_row(d.prose, called[row].in_prose), d.source});
    }

    /// Adds one that is declared elsewhere; its texts must outlive the table.
    void add(Parameter parameter) { rows_.push_back(std::move(parameter)); }

    [[nodiscard]] const std::vector<Parameter>& rows() const { return rows_; }
    /// Null when there is no parameter of that full name.
    [[nodiscard]] const Parameter* find(std::string_view name) const&;
    const Parameter* find(std::string_view name) && = delete;  // the row would go with its table

private:
    static std::string with_row(std::string_view text, std::string_view row);

    std::vector<Parameter> rows_;
};

}  // namespace weefsel::sim
