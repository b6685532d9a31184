#pragma once
#include <bit>
#include <cstdint>
#include <vector>

#include "models/parameters/network_parameters.hpp"
#include "models/world/month_record.hpp"
#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"
#include "sim/lanes.hpp"
#include "sim/month.hpp"

namespace weefsel {

inline constexpr std::uint16_t no_resident = ResidentId::none_value;

/// Entry of `other` in a row of `count` ties, or -1. Unused entries hold no resident, so eight entries are
/// compared at once (vectors of the compiler, on every machine); most questions end in "no", most rows
/// with the first eight.
inline int entry_of(const TieRow& row, std::size_t count, std::uint16_t other) {
    for (std::size_t at = 0; at < count; at += sim::lanes) {
        const auto others = sim::load<sim::Short8>(row.part[at / sim::lanes].other.data());
        const std::uint32_t hits = sim::bits_of(sim::Short8(others == sim::Short8{} + other));
        if (hits != 0) return static_cast<int>(at) + std::countr_zero(hits);
    }
    return -1;
}
inline int entry_of(const Ties& ties, ResidentId who, ResidentId other) {
    return entry_of(ties.row[who], ties.count[who], other.value);
}

/// Empties a row that a new resident takes.
void clear_ties(Ties& ties, ResidentId who);

/// Begins a tie at both ends. At a full end the weakest tie that is not kin gives way, if it is
/// weaker than `layer_acquaintance`; otherwise nothing happens. Returns whether the tie began.
/// The caller has made sure that the two are not tied yet.
bool begin_tie(Ties& ties, ResidentId a, ResidentId b, TieKind kind, TieHours hours);

/// Makes two residents partners: the tie they have changes its kind and gets `hours`,
/// or one begins; at a full end the weakest tie that is not kin gives way, whatever its hours.
void become_partners(Ties& ties, ResidentId a, ResidentId b, TieHours hours);

/// Ends entry `k` of `who` at both ends.
void end_tie(Ties& ties, ResidentId who, int k);
void end_all_ties(Ties& ties, ResidentId who);

/// Entry `k` of `who` lapses, at both ends: the two drifted apart and seek each other no longer.
void lapse(Ties& ties, ResidentId who, int k);
/// Entry `k` of `who` is sought again, at both ends, if it had lapsed: the two live together now.
void seek_again(Ties& ties, ResidentId who, int k);

/// In January: the ties that end this year are counted from here.
void begin_year(Ties& ties, sim::Month now);

/// Applies the month's proposals in the order of their random numbers; of two for one pair the first counts.
void begin_proposed_ties(Ties& ties, TieProposals& proposals);

/// Chance factor of a tie between two residents: homophily by age, education and origin, 0..1.
float homophily(const Residents& residents, ResidentId a, ResidentId b, const NetworkParameters& p);

/// Willingness to begin a tie, 0..1: falls with loneliness (withdrawal) and distrust.
float openness(const Residents& residents, ResidentId who, const NetworkParameters& p);

/// Adds contact of this month to both ends of an existing tie; quarter hours, at most 255.
inline void add_contact(Ties& ties, ResidentId a, int at_a, ResidentId b, int at_b, int quarter_hours) {
    auto& met_a = ties.row[a].met(at_a);
    const int sum = met_a + quarter_hours;
    met_a = static_cast<std::uint8_t>(sum > 255 ? 255 : sum);
    ties.row[b].met(at_b) = met_a;
}

/// Ties between residents: both ends agree and every entry refers to somebody present. Throws
/// sim::InvariantError naming what is broken.
void check_ties(const Ties& ties, const Residents& residents);

}  // namespace weefsel
