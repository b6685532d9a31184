#include "models/world/companions.hpp"

#include "sim/each_row.hpp"
#include "sim/lanes.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nowhere = no_row;

constexpr std::uint32_t byte = 255;

/// The three regular places of everybody, a byte each of one number, so that one look fetches all.
void pack_places(const Residents& r, std::vector<std::uint32_t>& packed) {
    packed.resize(r.rows());
    sim::each_row(
        r.rows(),
        [](std::uint32_t& all, std::uint8_t first, std::uint8_t second, std::uint8_t third) {
            all = first | static_cast<std::uint32_t>(second) << 8U | static_cast<std::uint32_t>(third) << 16U;
        },
        packed, r.regular[0], r.regular[1], r.regular[2]);
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
    w.marks.resize(r.rows());
    sim::each_row(
        r.rows(),
        [month = now.value](std::uint8_t& due, std::int16_t born, std::uint8_t present, std::uint8_t first,
                            std::uint8_t second, std::uint8_t third) {
            const auto months = static_cast<std::uint32_t>(month - born);
            const bool goes = (first & second & third) != nowhere;
            due = static_cast<std::uint8_t>((months % turns == 0) & goes & (present != 0));
        },
        w.marks, r.birth_month, r.present, r.regular[0], r.regular[1], r.regular[2]);
    pack_places(r, w.words[0]);
    auto& turn = w.due;
    turn.clear();
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) { turn.push_back(who.value); });
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
