#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/world/tie_state.hpp"
#include "sim/about.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// One end of a tie between residents of two neighbourhoods. It stands at both ends with equal hours
/// and kind; rows are where somebody was found last, birth numbers who it is.
struct TieAcross {
    sim::BirthNumber own;
    sim::BirthNumber other;
    std::uint16_t own_row;     ///< row of the resident here
    std::uint16_t other_site;  ///< neighbourhood of the other end, in the order of the map
    std::uint16_t other_row;   ///< row of the resident there; none: gone for good
    TieHours hours;
    std::uint32_t met;  ///< quarter hours met this month by helping, outside the private contact
    TieKind kind;       ///< kin or friend
    std::array<std::uint8_t, 3> open{};  ///< so that every byte has a value
};
static_assert(sizeof(TieAcross) == 32, "no byte is left open, for digests");

/// Bookkeeping of a border since the first month.
enum class BorderFlow : std::uint8_t { moved_in, moved_out, ties_begun, ties_ended, count };

/// What one neighbourhood has with the others of its study. Beside the neighbourhood and not in it:
/// who lives alone in a study has no such thing.
struct Border {
    std::vector<TieAcross> ties;      ///< ascending by own, then other birth number
    std::vector<std::uint64_t> flow;  ///< per BorderFlow
    std::vector<float> refill;        ///< see Refill

    template <class V>
    void visit(V&& v) {
        v(sim::About{"border.ties", "1", sim::any_value,
                     "Ties with residents of the study's other neighbourhoods: who, with whom and where, "
                     "kind, hours."},
          ties);
        v(sim::About{"border.flow", "1", sim::zero_and_up,
                     "Since the first month: moved in and out within the study, ties begun and ended."},
          flow);
        v(sim::About{"border.refill", "1", sim::zero_and_up,
                     "Mean months that a dwelling stands empty; households a month that came from within the "
                     "study."},
          refill);
    }
    std::uint64_t& of(BorderFlow f) { return flow[static_cast<std::size_t>(f)]; }
    [[nodiscard]] std::uint64_t of(BorderFlow f) const { return flow[static_cast<std::size_t>(f)]; }
};
static_assert(sizeof(Border) == 3 * sizeof(std::vector<int>));

/// Entries of Border::refill.
enum class Refill : std::uint8_t {
    vacancy_months,  ///< mean time that a dwelling stands empty, whoever comes
    from_within,     ///< households a month that came from within the study, running mean over a year
    count
};

inline Border new_border(float vacancy_months) {
    Border border;
    border.flow.assign(static_cast<std::size_t>(BorderFlow::count), 0);
    border.refill = {vacancy_months, 0.0F};
    return border;
}

}  // namespace weefsel
