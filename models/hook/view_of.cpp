#include "models/hook/view_of.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>

#include "models/hook/keyed_random.hpp"
#include "models/world/streams.hpp"
#include "sim/about.hpp"
#include "sim/enum_name.hpp"

namespace weefsel {
namespace {

static_assert(static_cast<std::size_t>(Stream::count) <= static_cast<std::size_t>(HookStream::own),
              "no decision of the model has the stream of hooks");

/// The number that an element is in memory, and how many of them an element has.
template <class T>
struct Stored {
    using number = void;
};
template <class T>
requires std::is_arithmetic_v<T>
struct Stored<T> {
    using number = T;
    static constexpr std::size_t width = 1;
};
template <class T>
requires std::is_enum_v<T>
struct Stored<T> : Stored<std::underlying_type_t<T>> {
};
template <class Tag, class Rep>
struct Stored<sim::Id<Tag, Rep>> : Stored<Rep> {};
template <class Tag, std::int64_t Ticks>
struct Stored<sim::Quantity<Tag, Ticks>> : Stored<std::int64_t> {};
template <class T, std::size_t N>
struct Stored<std::array<T, N>> {
    using number = typename Stored<T>::number;
    static constexpr std::size_t width = N;
};

std::string_view entity_of(std::string_view name) { return name.substr(0, name.find('.')); }

constexpr std::string_view invited = "resident.invited";

/// Numbers that people, streets, places and money are described by can be changed: those with a fraction, and
/// classes of residents. Not: who is where, keys, rows, money, and counts that balance with others.
template <class T>
bool may_be_written(std::string_view name) {
    constexpr std::array entities{"resident",   "dwelling", "street", "place",
                                  "initiative", "post",     "line",   "partnership"};
    constexpr std::array positions{"dwelling.x", "dwelling.y", "place.x", "place.y", "line.ranks"};
    constexpr std::array whole{invited,
                               std::string_view("resident.outside_kin"),
                               std::string_view("resident.outside_friends"),
                               std::string_view("resident.moved_contact"),
                               std::string_view("resident.rides"),
                               std::string_view("resident.signal"),
                               std::string_view("dwelling.suited")};
    const auto entity = entity_of(name);
    if (std::find(entities.begin(), entities.end(), entity) == entities.end()) return false;
    if (std::find(whole.begin(), whole.end(), name) != whole.end()) return true;
    if (std::is_enum_v<T>) return entity == "resident";
    return std::is_same_v<typename Stored<T>::number, float> &&
           std::find(positions.begin(), positions.end(), name) == positions.end();
}

/// The place of the first element that lies outside [low, high] or is no number; the number of elements where
/// all are well.
template <class T>
std::size_t first_outside(const T* values, std::size_t n, T low, T high) {
    bool well = true;  // in one pass that the compiler vectorises
    for (std::size_t i = 0; i < n; ++i) well &= values[i] >= low && values[i] <= high;
    if (well) return n;
    for (std::size_t i = 0; i < n; ++i)
        if (!(values[i] >= low && values[i] <= high)) return i;
    return n;
}

template <class T>
std::size_t outside(const ColumnView& c) {
    using Limits = std::numeric_limits<T>;
    const auto low = std::max(c.low, static_cast<double>(Limits::lowest())),
               high = std::min(c.high, static_cast<double>(Limits::max()));
    return first_outside(static_cast<const T*>(c.data), c.size(), static_cast<T>(low), static_cast<T>(high));
}

/// A row of `names_row_of` things, or none.
std::size_t no_such_row(const ColumnView& c) {
    const auto* rows = static_cast<const std::uint8_t*>(c.data);
    for (std::size_t i = 0; i < c.size(); ++i)
        if (rows[i] != no_row && rows[i] >= c.names_row_of) return i;
    return c.size();
}

std::size_t element_outside(const ColumnView& c) {
    if (c.names_row_of > 0) return no_such_row(c);
    switch (c.type) {
        case ElementType::float32:
            return outside<float>(c);
        case ElementType::uint8:
            return outside<std::uint8_t>(c);
        case ElementType::uint16:
            return outside<std::uint16_t>(c);
        default:
            return c.size();  // of no other type can a column be written
    }
}

double element(const ColumnView& c, std::size_t i) {
    if (c.type == ElementType::float32) return static_cast<double>(static_cast<const float*>(c.data)[i]);
    if (c.type == ElementType::uint8) return static_cast<const std::uint8_t*>(c.data)[i];
    return static_cast<const std::uint16_t*>(c.data)[i];
}

/// `row 12`, and who that is.
std::string whose(const StateView& view, const ColumnView& c, std::size_t row) {
    if (entity_of(c.name) != "resident") return fmt::format("row {}", row);
    return fmt::format("row {} (birth number {}{})", row,
                       view.read<std::uint64_t>("resident.birth_number")[row],
                       view.read<std::uint8_t>("resident.present")[row] == 0 ? ", nobody lives there" : "");
}

std::string allowed(const ColumnView& c) {
    if (c.names_row_of > 0) return fmt::format("0 to {}, or 255 for none", c.names_row_of - 1);
    if (std::isinf(c.low)) return "any finite number";
    return std::isinf(c.high) ? fmt::format("{} and up", c.low) : fmt::format("{} to {}", c.low, c.high);
}

}  // namespace

void view_columns(Neighbourhood& n, StateView& view) {
    auto& columns = view.columns();
    constexpr std::size_t about_so_many = 250;
    columns.reserve(about_so_many);
    n.visit([&](const sim::About& about, auto& column) {
        using Element = typename std::decay_t<decltype(column)>::value_type;
        using Number = typename Stored<Element>::number;
        if constexpr (!std::is_void_v<Number>)
            columns.push_back({about.name, about.unit, about.prose, about.range.low, about.range.high,
                               element_type<Number>(), column.size(), Stored<Element>::width, column.data(),
                               view.writing() && may_be_written<Element>(about.name), false,
                               about.name == invited ? n.places.number.size() : 0});
    });
}

std::string what_is_wrong(const StateView& view) {
    for (const auto& c : view.columns()) {
        if (!c.lent) continue;
        const auto i = element_outside(c);
        if (i == c.size()) continue;
        return fmt::format("{} of {} is {}; allowed is {}", c.name, whose(view, c, i / c.width),
                           element(c, i), allowed(c));
    }
    return "";
}

}  // namespace weefsel
