#include "models/study/move_bonds.hpp"

#include <algorithm>

#include "models/world/tie_change.hpp"

namespace weefsel {
namespace {

/// Contact with somebody who has moved away, and the friend elsewhere, are no longer apart from the tie.
void take_back(Residents& r, ResidentId who, sim::BirthNumber number, const KeptInTouch& kept) {
    if (!r.present[who] || r.birth_number[who] != number) return;
    r.moved_contact[who] = static_cast<std::uint16_t>(std::max(0, r.moved_contact[who] - kept.contact));
    r.outside_friends[who] = static_cast<std::uint8_t>(std::max(0, r.outside_friends[who] - kept.friends));
}

}  // namespace

BondsKept keep_bonds(Municipality& m, std::size_t from, const Departures& d,
                     const std::vector<Arrival>& arrived, const std::vector<Moved>& moved,
                     const Parameters& p, const sim::RandomSource& draws, sim::Month now) {
    BondsKept kept;
    for (const auto& bond : d.bonds) {
        const auto me = arrived[bond.who];
        if (me.row == ResidentId::none_value) continue;
        const auto mover = d.people.birth_number[ResidentId{static_cast<std::uint16_t>(bond.who)}];
        const Moved* other = nullptr;
        if (!lives_at(m, bond.other, static_cast<std::uint16_t>(from), bond.other_row)) {
            const auto at = std::lower_bound(moved.begin(), moved.end(), bond.other,
                                             [](const Moved& a, sim::BirthNumber b) { return a.who < b; });
            if (at != moved.end() && at->who == bond.other) other = &*at;
        }
        const bool together = other != nullptr && other->site == me.site;
        // The tie goes on as one: what the other would keep of it as contact with who moved away is in it.
        const auto touch = kept_in_touch(bond.other, mover, bond.hours, bond.kind, p, draws, now);
        if (other != nullptr)
            kept.take_back.push_back({*other, touch});
        else
            take_back(m.neighbourhoods[from].residents, ResidentId{bond.other_row}, bond.other, touch);
        if (together) {
            kept.together.push_back(
                {me.site, ResidentId{me.row}, ResidentId{other->row}, bond.kind, bond.hours});
        } else if (!has_lapsed(bond.kind)) {
            const auto kind = bond.kind == TieKind::kin ? TieKind::kin : TieKind::friend_;
            kept.across.push_back({{mover, me.site, me.row},
                                   bond.other,
                                   static_cast<std::uint16_t>(from),
                                   bond.other_row,
                                   bond.hours,
                                   kind});
        }
    }
    return kept;
}

void settle_bonds(Municipality& m, std::vector<BondsKept>& all, MovesMade& made) {
    for (const auto& kept : all) {
        for (const auto& [other, touch] : kept.take_back)
            take_back(m.neighbourhoods[other.site].residents, ResidentId{other.row}, other.who, touch);
        for (const auto& tie : kept.together) {
            auto& ties = m.neighbourhoods[tie.site].ties;
            if (entry_of(ties, tie.a, tie.b) < 0)  // two of one household have both noted it
                begin_tie(ties, tie.a, tie.b, tie.kind, tie.hours);
        }
        made.ties.insert(made.ties.end(), kept.across.begin(), kept.across.end());
    }
}

}  // namespace weefsel
