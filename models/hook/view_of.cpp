#include "models/hook/view_of.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

#include "models/hook/keyed_random.hpp"
#include "models/parameters/parameters.hpp"
#include "models/world/loneliness_scale.hpp"
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

/// What an equation of loneliness reads of residents.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> same_name{
    {{"inputs.social_level", "resident.social_level"},
     {"inputs.drift", "resident.drift"},
     {"inputs.coping", "resident.coping"},
     {"inputs.frailty", "resident.frailty"},
     {"inputs.insecurity", "resident.insecurity"},
     {"inputs.volunteer_hours", "resident.volunteer_hours"}}};

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

/// The first resident whose social part, which is what the emotional one leaves of the score, cannot be one.
std::string parts_that_are_none(const StateView& view) {
    constexpr float rounding = 1e-3F;
    const auto present = view.read<std::uint8_t>("resident.present");
    const auto whole = view.read<float>("resident.loneliness"),
               emotional = view.read<float>("resident.emotional_loneliness");
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const float social = whole[i] - emotional[i];
        if (present[i] == 0 || (social >= -rounding && social <= social_items + rounding)) continue;
        return fmt::format(
            "resident.loneliness of {} is {} and resident.emotional_loneliness {}; allowed is a social part, "
            "the one minus the other, of 0 to {}",
            whose(view, view.column("resident.loneliness"), i), whole[i], emotional[i], social_items);
    }
    return "";
}

template <class Column>
void bind(ColumnView& view, Column& column) {
    view.rows = column.size();
    view.data = column.data();
    view.lent = false;
}

template <class Element>
bool is_written_by(HookKind kind, std::string_view name) {
    if (kind == HookKind::equation)
        return name == "resident.loneliness" || name == "resident.emotional_loneliness";
    return kind == HookKind::intervention && may_be_written<Element>(name);
}

/// What an equation of loneliness is given, behind the columns of the state.
void bind_inputs(const LonelinessInputs& inputs, std::vector<ColumnView>& columns, std::size_t at) {
    const auto made = [&](std::string_view name, std::string_view prose, std::span<const float> values) {
        if (at == columns.size())
            columns.push_back(
                {name, "1", prose, sim::any_value.low, sim::any_value.high, ElementType::float32});
        columns[at].rows = values.size();
        columns[at++].data = const_cast<float*>(values.data());  // given out for reading alone
    };
    const auto same_as = [&](std::string_view name, std::string_view column) {
        const auto of = std::find_if(columns.begin(), columns.end(),
                                     [&](const ColumnView& c) { return c.name == column; });
        ColumnView copy = *of;
        copy.name = name;
        if (at == columns.size()) columns.push_back(copy);
        columns[at++] = copy;
    };
    made("inputs.contacts", "ln(1 + hours outside the house a month) above the usual", inputs.contacts);
    made("inputs.company", "Company above the usual", inputs.company);
    made("inputs.person", "What education, origin, age and contagion add to the logit of both parts",
         inputs.person);
    same_as("inputs.casual", "tie.casual_outside");
    same_as("inputs.partner", "resident.partner");
    same_as("inputs.level", "resident.loneliness_level");
    for (const auto& [name, column] : same_name) same_as(name, column);
}

}  // namespace

std::span<ColumnView> columns_of(Neighbourhood& n, HookKind kind, const LonelinessInputs* inputs) {
    // Names, units and ranges are the same in every call: they are written once, and places and sizes each
    // time.
    thread_local std::array<std::vector<ColumnView>, hook_kinds> described;
    auto& columns = described[static_cast<std::size_t>(kind)];
    const bool first = columns.empty();
    std::size_t at = 0;
    n.visit([&](const sim::About& about, auto& column) {
        using Element = typename std::decay_t<decltype(column)>::value_type;
        using Number = typename Stored<Element>::number;
        if constexpr (!std::is_void_v<Number>) {
            if (first)
                columns.push_back({about.name, about.unit, about.prose, about.range.low, about.range.high,
                                   element_type<Number>(), 0, Stored<Element>::width, nullptr,
                                   is_written_by<Element>(kind, about.name), false, 0});
            bind(columns[at++], column);
            if (columns[at - 1].name == invited) columns[at - 1].names_row_of = n.places.number.size();
        }
    });
    if (inputs != nullptr) bind_inputs(*inputs, columns, at);
    return columns;
}

const std::vector<ModelParameter>& model_parameters() {
    static const auto all = [] {
        Parameters p;
        const auto* base = reinterpret_cast<const std::byte*>(&p);
        std::vector<ModelParameter> out;
        const auto table = table_of(p);
        for (const auto& row : table.rows())
            out.push_back(
                {row.name, static_cast<std::size_t>(reinterpret_cast<const std::byte*>(row.value) - base)});
        std::sort(out.begin(), out.end(),
                  [](const ModelParameter& a, const ModelParameter& b) { return a.name < b.name; });
        return out;
    }();
    return all;
}

std::string what_is_wrong(const StateView& view) {
    for (const auto& c : view.columns()) {
        if (!c.lent) continue;
        const auto i = element_outside(c);
        if (i == c.size()) continue;
        return fmt::format("{} of {} is {}; allowed is {}", c.name, whose(view, c, i / c.width),
                           element(c, i), allowed(c));
    }
    return view.kind() == HookKind::equation ? parts_that_are_none(view) : "";
}

}  // namespace weefsel
