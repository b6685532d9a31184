#include "models/world/departures.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace weefsel {
namespace {

/// Columns grow by doubling: growing all of them for one person costs more than that person.
std::size_t new_row(Departures& d) {
    constexpr std::size_t at_first = 64;
    if (d.rows == d.people.rows()) {
        const std::size_t size = std::max(at_first, 2 * d.rows);
        d.people.visit([size](const char*, auto& column) { column.resize(size); });
    }
    return d.rows++;
}

}  // namespace

void copy_resident(Residents& from, std::size_t at, Residents& into, std::size_t to) {
    std::array<const char*, Residents::column_count> cell;
    std::size_t k = 0;
    from.visit(
        [&](const char*, auto& column) { cell[k++] = reinterpret_cast<const char*>(column.data() + at); });
    k = 0;
    into.visit([&](const char*, auto& column) {
        std::memcpy(column.data() + to, cell[k++], sizeof *column.data());
    });
}

void note_departure(Departures& d, Residents& r, const Ties& ties, const ResidentId* members, int n,
                    TieHours survives) {
    d.households.push_back({static_cast<std::uint32_t>(d.rows), static_cast<std::uint32_t>(n)});
    for (int i = 0; i < n; ++i) {
        const ResidentId who = members[i];
        const auto row = new_row(d);
        copy_resident(r, who.index(), d.people, row);
        sim::BirthNumber along = 0;
        for (int j = 0; j < n; ++j)
            if (r.partner[who] == members[j]) along = r.birth_number[members[j]];
        d.partner.push_back(along);
        const auto& tie = ties.row[who];
        for (std::size_t k = 0; k < ties.count[who]; ++k) {
            const bool lasts = is_family(tie.kind(k)) && !has_lapsed(tie.kind(k));
            if (!lasts && tie.hours(k) < survives) continue;
            d.bonds.push_back({static_cast<std::uint32_t>(row), tie.other(k), tie.hours(k), tie.kind(k),
                               r.birth_number[ResidentId{tie.other(k)}]});
        }
    }
}

}  // namespace weefsel
