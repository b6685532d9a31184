#include "models/world/companions.hpp"

#include "sim/lanes.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nowhere = no_row;

constexpr std::uint32_t byte = 255;

/// The three regular places of everybody, a byte each of one number, so that one look fetches all.
void pack_places(const Residents& r, std::vector<std::uint32_t>& packed) {
    const std::size_t n = r.rows();
    packed.resize(n);
    std::uint32_t* out = packed.data();
    const std::uint8_t *first = r.regular[0].data(), *second = r.regular[1].data(),
                       *third = r.regular[2].data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i)
        out[i] = first[i] | static_cast<std::uint32_t>(second[i]) << 8U |
                 static_cast<std::uint32_t>(third[i]) << 16U;
}

/// Hours of the ties of `who` that go to each of the own regular places, in steps of TieHours.
std::array<std::uint32_t, regular_places> hours_there(const std::vector<std::uint32_t>& packed,
                                                      const Ties& ties, ResidentId who) {
    using namespace sim;
    const std::uint32_t own = packed[who.index()];
    std::array<Int8, regular_places> hours{};
    const auto& row = ties.row[who];
    for (std::size_t at = 0, n = ties.count[who]; at < n; at += lanes) {
        const auto& eight = row.part[at / lanes];
        const Int8 other = widen(load<Short8>(eight.other.data()));
        const Int8 used = other != std::int32_t{ResidentId::none_value};
        const Int8 theirs = look_up(packed.data(), used ? other : Int8{});
        const Int8 h = widen(load<Short8>(eight.hours.data())) & used;
        for (std::size_t m = 0; m < regular_places; ++m) {
            const std::uint32_t place = (own >> (8U * m)) & byte;
            const auto mine = static_cast<std::int32_t>(place == nowhere ? byte + 1U : place);  // nobody's
            const auto goes = [&](unsigned k) {
                return ((theirs >> (8U * k)) & static_cast<std::int32_t>(byte)) == mine;
            };
            hours[m] += h & (goes(0) | goes(1) | goes(2));
        }
    }
    return {static_cast<std::uint32_t>(sum(hours[0])), static_cast<std::uint32_t>(sum(hours[1])),
            static_cast<std::uint32_t>(sum(hours[2]))};
}

}  // namespace

void refresh_companions(Residents& r, const Ties& ties, sim::Month now, Workspace& w) {
    constexpr std::uint32_t turns = 3;
    const std::size_t n = r.rows();
    w.marks.resize(n);
    std::uint8_t* due = w.marks.data();
    const std::uint8_t *present = r.present.data(), *first = r.regular[0].data(),
                       *second = r.regular[1].data(), *third = r.regular[2].data();
    const std::int16_t* born = r.birth_month.data();
    const std::int32_t month = now.value;
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const auto months = static_cast<std::uint32_t>(month - born[i]);
        const bool goes = (first[i] & second[i] & third[i]) != nowhere;
        due[i] = static_cast<std::uint8_t>((months % turns == 0) & goes & (present[i] != 0));
    }
    pack_places(r, w.words[0]);
    auto& turn = w.due;
    turn.clear();
    sim::for_each_marked(due, n, [&](std::size_t i) { turn.push_back(static_cast<std::uint16_t>(i)); });
    constexpr std::size_t ahead = 6;  // rows whose ties are fetched while others are added up
    for (std::size_t k = 0; k < turn.size(); ++k) {
        if (k + ahead < turn.size()) __builtin_prefetch(&ties.row[ResidentId{turn[k + ahead]}].part[0]);
        const ResidentId who{turn[k]};
        const auto hours = hours_there(w.words[0], ties, who);
        for (std::size_t m = 0; m < regular_places; ++m)
            r.companions[m][who] =
                hours[m] == 0 ? 0.0F : sim::log_of(1.0F + static_cast<float>(hours[m]) * tie_hours_per_step);
    }
}

}  // namespace weefsel
