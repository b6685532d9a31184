#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "models/world/event.hpp"
#include "models/world/hazard.hpp"
#include "models/world/ids.hpp"

namespace weefsel {

/// Two residents who may begin a tie this month, with the lot that decides and orders.
struct TieProposal {
    std::uint64_t order;  ///< mixes the pair's birth numbers: the order of application
    std::uint16_t a, b;   ///< rows
    std::uint16_t hours;  ///< TieHours at the start
    std::uint8_t kind;    ///< TieKind
};

/// One resident's visits to one place this month.
struct Visit {
    std::uint32_t session;  ///< over all places
    std::uint32_t lot;
    std::uint16_t resident;  ///< row
    std::uint8_t place;
    std::uint8_t times;
};

/// What of every resident counts at the door of any place; per row.
struct Visitors {
    std::vector<float> x, y;       ///< of the dwelling, m
    std::vector<float> per_metre;  ///< utility lost a metre
    std::vector<float> hindered;   ///< 0..1, by doors that are hard to enter
    std::vector<std::int32_t> band;
    void resize(std::size_t n) {
        for (auto* column : {&x, &y, &per_metre, &hindered}) column->resize(n);
        band.resize(n);
    }
};

/// Loneliness of somebody's ties in other neighbourhoods of the study.
struct LonelyBeyond {
    std::uint64_t who = 0;        ///< birth number
    std::uint16_t row = 0;        ///< where that resident stood when the month began
    std::uint16_t ties = 0;       ///< count
    std::int32_t hundredths = 0;  ///< sum of their loneliness, in hundredths of a point
};
/// In whole hundredths, so that sums do not depend on order.
inline std::int32_t hundredths_of(float loneliness) { return static_cast<std::int32_t>(loneliness * 100.0F); }

/// Memory that the processes of one month use and leave behind; nothing in it survives the month,
/// so it is no part of the state. One for each thread, to spare allocation.
struct Workspace {
    std::array<std::vector<std::uint32_t>, 4> words;  ///< random words, per row of residents
    std::array<std::vector<std::uint32_t>, 4>
        lots;                            ///< per row: session, pavement, introduction, volunteering
    std::vector<float> rate;             ///< per row
    std::vector<float> score;            ///< per row
    std::vector<std::uint16_t> due;      ///< rows for which an event fell, or whose turn it is
    std::vector<std::uint8_t> positive;  ///< good encounters this month, per row
    std::vector<std::uint8_t> negative;  ///< bad ones
    std::vector<std::uint8_t> across;    ///< good ones across origin groups
    std::vector<std::uint8_t> marks;     ///< per row: whom a process has to look at
    std::array<std::vector<float>, 4>
        weight;  ///< per row: utilities, then weights of three regular places and a new one
    std::array<std::vector<std::uint8_t>, 4> times;  ///< per row: visits to them this month
    std::vector<std::uint8_t> fresh;                 ///< per row: the new place considered, 255: none
    Visitors visitors;
    std::vector<Visit> visits;
    std::vector<Visit> by_session;
    std::vector<std::uint32_t> session_start;
    std::vector<TieProposal> proposals;
    EpisodeDraws episodes;
    std::uint32_t offences = 0;                ///< of young people this month
    std::vector<std::uint64_t> died;           ///< birth numbers of who died this month
    std::vector<std::uint16_t> asked_in_vain;  ///< rows: asked for small help this month, got none
    std::vector<LonelyBeyond> lonely_beyond;   ///< of those who have ties across borders
    float visits_kept = 1.0F;                  ///< share of contact elsewhere that shocks leave this month
    /// Looks on when hazards stand in `rate`, before they are added up; it changes nothing. Empty: nobody
    /// does.
    std::function<void(Hazard)> on_hazards;

    void show(Hazard h) const {
        if (on_hazards) on_hazards(h);
    }

    void fit(std::size_t residents) {
        for (auto& w : words) w.resize(residents);
        for (auto& l : lots) l.resize(residents);
        fit_places(residents);
        rate.resize(residents);
        score.resize(residents);
        positive.assign(residents, 0);
        negative.assign(residents, 0);
        across.assign(residents, 0);
    }
    void fit_places(std::size_t residents) {
        for (auto& u : weight) u.resize(residents);
        fresh.resize(residents);
        for (auto& t : times) t.resize(residents);
    }
    [[nodiscard]] std::array<std::uint32_t*, 4> word_pointers() { return pointers(words); }
    [[nodiscard]] std::array<std::uint32_t*, 4> lot_pointers() { return pointers(lots); }

private:
    static std::array<std::uint32_t*, 4> pointers(std::array<std::vector<std::uint32_t>, 4>& columns) {
        return {columns[0].data(), columns[1].data(), columns[2].data(), columns[3].data()};
    }
};

}  // namespace weefsel
