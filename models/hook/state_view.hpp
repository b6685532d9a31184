#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "models/hook/parameter_view.hpp"

namespace weefsel {

/// What the elements of a column are in memory.
enum class ElementType : std::uint8_t {
    float32,
    float64,
    int16,
    int32,
    int64,
    uint8,
    uint16,
    uint32,
    uint64
};

template <class T>
constexpr ElementType element_type() {
    if constexpr (std::same_as<T, float>) return ElementType::float32;
    if constexpr (std::same_as<T, double>) return ElementType::float64;
    if constexpr (std::same_as<T, std::int16_t>) return ElementType::int16;
    if constexpr (std::same_as<T, std::int32_t>) return ElementType::int32;
    if constexpr (std::same_as<T, std::int64_t>) return ElementType::int64;
    if constexpr (std::same_as<T, std::uint8_t>) return ElementType::uint8;
    if constexpr (std::same_as<T, std::uint16_t>) return ElementType::uint16;
    if constexpr (std::same_as<T, std::uint32_t>) return ElementType::uint32;
    if constexpr (std::same_as<T, std::uint64_t>) return ElementType::uint64;
}

/// One column of the state of a neighbourhood: `rows` x `width` elements, row by row, where the model keeps
/// them. Classes are numbers from 0, rows of other entities the number that stands for none where there is
/// none, amounts hundredths of a euro.
struct ColumnView {
    std::string_view name;  ///< `entity.column`, as docs/odd/states.md lists it
    std::string_view unit, prose;
    double low = 0, high = 0;  ///< of every element, ends included
    ElementType type = ElementType::float32;
    std::size_t rows = 0, width = 1;
    void* data = nullptr;
    bool may_be_written = false;   ///< false: a key, a row, money, or a count that must balance
    bool lent = false;             ///< was given out for writing, so it is judged afterwards
    std::size_t names_row_of = 0;  ///< not 0: a row of so many things, 255 where there is none

    [[nodiscard]] std::size_t size() const { return rows * width; }
};

/// What a hook is there for, which says what it may write.
enum class HookKind : std::uint8_t { intervention, analyzer, equation };
inline constexpr std::size_t hook_kinds = 3;

/// The state of one neighbourhood as a hook sees it: columns by name. Valid until the hook returns.
class StateView {
public:
    /// `columns`: where they are described, for as long as the view is used.
    StateView(std::string_view option_name, std::string_view neighbourhood_name, std::size_t site_row,
              HookKind kind, std::span<ColumnView> columns, const ParameterView& read)
        : option(option_name),
          neighbourhood(neighbourhood_name),
          site(site_row),
          parameters(read),
          columns_(columns),
          kind_(kind) {}

    std::string_view option;         ///< name of the option that is simulated; empty in the warm-up
    std::string_view neighbourhood;  ///< its name
    std::size_t site;                ///< its row among the neighbourhoods of the study
    ParameterView parameters;        ///< those of the plugin and of the model

    /// The elements of a column, to be read: rows x width of them. Throws std::invalid_argument when there is
    /// no such column or its elements are of another type.
    template <class T>
    [[nodiscard]] std::span<const T> read(std::string_view name) const {
        const auto& column = of_type<T>(name);
        return {static_cast<const T*>(column.data), column.size()};
    }
    /// The same to be changed in place, by an intervention. Throws std::invalid_argument also when the column
    /// may not be written. What was written is judged when the hook returns.
    template <class T>
    [[nodiscard]] std::span<T> write(std::string_view name) {
        const auto& column = of_type<T>(name);
        lend(column);
        return {static_cast<T*>(column.data), column.size()};
    }

    [[nodiscard]] HookKind kind() const { return kind_; }
    [[nodiscard]] std::span<const ColumnView> columns() const { return columns_; }
    /// Throws std::invalid_argument when there is no such column.
    [[nodiscard]] const ColumnView& column(std::string_view name) const {
        for (const auto& c : columns_)
            if (c.name == name) return c;
        throw std::invalid_argument("there is no column " + std::string(name) +
                                    "; `weefsel parameters --table states` lists all");
    }
    /// Gives a column out for writing. Throws std::invalid_argument when it may not be written.
    void lend(const ColumnView& column) {
        if (!column.may_be_written) throw std::invalid_argument(why_not(column));
        columns_[static_cast<std::size_t>(&column - columns_.data())].lent = true;
    }
    /// Why a column cannot be written here, as a sentence.
    [[nodiscard]] std::string why_not(const ColumnView& column) const {
        const std::string cannot = std::string(column.name) + " cannot be written: ";
        if (kind_ == HookKind::analyzer) return cannot + "an analyzer reads";
        if (kind_ == HookKind::equation)
            return cannot +
                   "an equation of loneliness writes resident.loneliness and resident.emotional_loneliness";
        return cannot + "it is a key, a row, money, or a count that must balance";
    }

private:
    template <class T>
    [[nodiscard]] const ColumnView& of_type(std::string_view name) const {
        const auto& found = column(name);
        if (found.type != element_type<T>())
            throw std::invalid_argument(std::string(name) + " has elements of another type");
        return found;
    }

    std::span<ColumnView> columns_;
    HookKind kind_;
};

}  // namespace weefsel
