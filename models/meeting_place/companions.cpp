#include "models/meeting_place/companions.hpp"

#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nowhere = 255;

/// Hours of the ties of `who` that go to each of the own regular places, in steps of TieHours.
std::array<std::uint32_t, regular_places> hours_there(const Residents& r, const Ties& ties, ResidentId who) {
    std::array<std::uint32_t, regular_places> hours{};
    std::array<int, regular_places> mine{};
    for (std::size_t m = 0; m < regular_places; ++m)
        mine[m] = r.regular[m][who] == nowhere ? -1 : r.regular[m][who];
    const auto& row = ties.row[who];
    const std::uint8_t *first = r.regular[0].data(), *second = r.regular[1].data(),
                       *third = r.regular[2].data();
    for (std::size_t k = 0, n = ties.count[who]; k < n; ++k) {
        const std::size_t other = row.other(k);
        const int a = first[other], b = second[other], c = third[other];
        const std::uint32_t h = row.hours(k);
        for (std::size_t m = 0; m < regular_places; ++m)
            hours[m] += h & -static_cast<std::uint32_t>((a == mine[m]) | (b == mine[m]) | (c == mine[m]));
    }
    return hours;
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
    auto& turn = w.fallen;
    turn.clear();
    sim::for_each_marked(due, n, [&](std::size_t i) { turn.push_back(static_cast<std::uint16_t>(i)); });
    constexpr std::size_t ahead = 6;  // rows whose ties are fetched while others are added up
    for (std::size_t k = 0; k < turn.size(); ++k) {
        if (k + ahead < turn.size()) __builtin_prefetch(&ties.row[ResidentId{turn[k + ahead]}].part[0]);
        const ResidentId who{turn[k]};
        const auto hours = hours_there(r, ties, who);
        for (std::size_t m = 0; m < regular_places; ++m)
            r.companions[m][who] =
                hours[m] == 0 ? 0.0F : sim::log_of(1.0F + static_cast<float>(hours[m]) * tie_hours_per_step);
    }
}

}  // namespace weefsel
