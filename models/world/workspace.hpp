#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/world/event.hpp"

namespace weefsel {

/// What of every resident counts at the door of any place; per row.
struct Visitors {
    std::vector<float> x, y;         ///< of the dwelling, m
    std::vector<float> per_metre;    ///< utility lost a metre
    std::vector<float> hindered;     ///< 0..1, by doors that are hard to enter
    std::vector<float> goes_out;     ///< share of outings left by the nuisance of the own street
    std::vector<std::uint32_t> own;  ///< number by which tastes are made
    std::vector<std::int32_t> band;
    void resize(std::size_t n) {
        for (auto* column : {&x, &y, &per_metre, &hindered, &goes_out}) column->resize(n);
        own.resize(n);
        band.resize(n);
    }
};

/// Memory in which a process works, kept to spare allocation: one for each thread. A process sizes and fills
/// what it uses; what it leaves there nobody reads.
struct Workspace {
    std::array<std::vector<std::uint32_t>, 4> words;  ///< random words, per row of residents
    std::vector<float> rate;                          ///< per row
    std::vector<float> score;                         ///< per row
    std::vector<std::uint16_t> due;                   ///< rows for which an event fell, or whose turn it is
    std::vector<std::uint8_t> marks;                  ///< per row: whom a process has to look at
    std::array<std::vector<float>, 4>
        weight;  ///< per row: utilities, then weights of three regular places and a new one
    std::array<std::vector<std::uint8_t>, 4> times;  ///< per row: visits to them this month
    std::vector<std::uint8_t> fresh;                 ///< per row: the new place considered, 255: none
    Visitors visitors;
    EpisodeDraws episodes;

    void fit_places(std::size_t residents) {
        for (auto& u : weight) u.resize(residents);
        fresh.resize(residents);
        for (auto& t : times) t.resize(residents);
    }
    /// Room for four random words of each resident.
    [[nodiscard]] std::array<std::uint32_t*, 4> room_for_words(std::size_t residents) {
        for (auto& w : words) w.resize(residents);
        return {words[0].data(), words[1].data(), words[2].data(), words[3].data()};
    }
};

}  // namespace weefsel
