#pragma once
#include <cstdint>

#include "models/world/ids.hpp"
#include "models/world/line_terms.hpp"
#include "sim/about.hpp"
#include "sim/column.hpp"

namespace weefsel {

/// What the lines of one neighbourhood buy besides posts, places and support: one row a purchase.
struct Provisions {
    template <class T>
    using Col = sim::Column<ProvisionId, T>;

    Col<LineId> line;
    Col<Purchase::Kind> kind;
    Col<PublicSpace> space;
    Col<double> amount;
    Col<double> before;
    Col<float> share;
    Col<std::uint16_t> months;
    Col<std::uint16_t> made;

    /// Share where none is stated.
    static constexpr float one_square = -1.0F;

    template <class V>
    void visit(V&& v) {
        v(sim::About{"provision.line", "1", sim::any_value, "Line that pays for it."}, line);
        v(sim::About{"provision.kind",
                     "1",
                     {3, 10},
                     "3 public space, 4 dwellings made fit for old age, 5 rides, 7 network leaders; of the "
                     "posts of its line 8 pay, 9 innovation, 10 need of streets."},
          kind);
        v(sim::About{"provision.space", "1", {0, 2}, "Of public space: 0 street, 1 park, 2 square."}, space);
        v(
            sim::About{
                "provision.amount", "1", sim::zero_and_up,
                "What falls to this neighbourhood at the full grant: dwellings, residents, euros a year "
                "or leaders; of public space the rise of quality times dwellings, parks or squares; of posts "
                "pay above the tariff, share of hours for something new, or power of the need of a street."},
            amount);
        v(sim::About{"provision.before", "1", sim::zero_and_up,
                     "The same of all neighbourhoods that stand before this one: whole dwellings and "
                     "residents add up to what was bought."},
          before);
        v(sim::About{"provision.share",
                     "1",
                     {-1, 1},
                     "Share of the streets concerned; -1: those around one square."},
          share);
        v(sim::About{"provision.months", "month", {0, 65535}, "In which its line has run so far."}, months);
        v(sim::About{"provision.made", "1", {0, 65535}, "Dwellings made fit so far."}, made);
    }
    [[nodiscard]] std::size_t rows() const { return line.size(); }
    [[nodiscard]] auto ids() const { return sim::Ids<ProvisionId>(rows()); }
};
static_assert(sizeof(Provisions) == 8 * sizeof(Provisions::Col<float>));

}  // namespace weefsel
