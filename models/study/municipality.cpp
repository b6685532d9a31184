#include "models/study/municipality.hpp"

#include <algorithm>

#include "models/study/begin.hpp"
#include "sim/error.hpp"

namespace weefsel {

namespace {

/// What nobody looks at when the month is over: where there are many neighbourhoods it would stay for all of
/// them until the last has had its month.
void forget_the_way(MonthRecord& made) {
    made.random_words = {};
    made.encounters = {};
    made.proposals = {};
    made.arranged.company = {};
    made.visits.shrink_to_fit();
}

}  // namespace

Municipality begin_municipality(const Scenario& scenario, const StudyMap& map, const sim::RandomSource& draws,
                                WorkerPool& pool) {
    Municipality m;
    m.neighbourhoods.resize(map.sites());
    const auto shares = shares_of_sites(scenario, map);
    pool.each([&](std::size_t i) { m.neighbourhoods[i] = begin(scenario, map.site[i], draws, shares[i]); });
    if (map.sites() == 1) return m;
    for (const auto& n : m.neighbourhoods) m.borders.push_back(new_border(n.norms.vacancy_months[0]));
    first_kin_across(m, map, scenario.parameters, draws);
    return m;
}

void live_month(Municipality& m, const StudyMap& map, const Circumstances& under, const Parameters& p,
                const sim::RandomSource& draws, sim::Month now, WorkerPool& pool) {
    const bool alone = map.sites() == 1;
    const auto lonely = lonely_across(m, p.wellbeing, pool);
    auto& departures = pool.departures();
    pool.each([&](std::size_t i, Workspace& w) {
        departures[i].clear();
        auto here = under;
        here.site = i;
        here.lonely_beyond = lonely[i];
        pool.months()[i] =
            step_month(m.neighbourhoods[i], here, p, draws, now, w, alone ? nullptr : &departures[i]);
        if (!alone) forget_the_way(pool.months()[i]);
    });
    if (!alone) exchange(m, map, departures, p, draws, now, pool);
}

void burn_in_month(Municipality& m, const StudyMap& map, const Parameters& p, const sim::RandomSource& draws,
                   sim::Month now, int burn_in_months, WorkerPool& pool,
                   const ReplacedLoneliness& loneliness) {
    Circumstances under{{}, 1.0, true};
    under.loneliness = &loneliness;
    live_month(m, map, under, p, draws, now, pool);
    pool.each([&](std::size_t site) { measure_use(m.neighbourhoods[site].care, now, burn_in_months); });
}

void end_burn_in(Municipality& m, const StudyMap& map, const Parameters& p, int burn_in_months) {
    for (auto& n : m.neighbourhoods) end_burn_in(n, p, burn_in_months);
    if (m.neighbourhoods.size() > 1) size_regional(m, map, months_measured(burn_in_months), p);
}

void exchange(Municipality& m, const StudyMap& map, std::vector<Departures>& departures, const Parameters& p,
              const sim::RandomSource& draws, sim::Month now, WorkerPool& pool) {
    help_across(m, pool.months(), p.help, p.exchange, draws, now, pool);
    const auto moves = move_within(m, map, departures, p, draws, now, pool);
    admit_regional(m, map, p, draws, now, pool);
    ties_across(m, moves, p.network, p.exchange, draws, now, pool);
}

void check_balances(const Municipality& m) {
    for (const auto& n : m.neighbourhoods) check_balances(n);
    std::uint64_t in = 0, out = 0;
    for (const auto& border : m.borders) {
        in += border.of(BorderFlow::moved_in);
        out += border.of(BorderFlow::moved_out);
        sim::require(
            border.ties.size() == border.of(BorderFlow::ties_begun) - border.of(BorderFlow::ties_ended),
            "ties across a border: begun - ended = ties that are there");
    }
    sim::require(in == out, "who moved out within the study moved in");
    for (std::size_t site = 0; site < m.borders.size(); ++site)
        for (const auto& tie : m.borders[site].ties) {
            const auto& here = m.neighbourhoods[site].residents;
            sim::require(here.present[ResidentId{tie.own_row}] &&
                             here.birth_number[ResidentId{tie.own_row}] == tie.own,
                         "a tie across a border belongs to somebody who lives here");
            const auto& back = m.borders[tie.other_site].ties;
            const auto found = std::find_if(back.begin(), back.end(), [&](const TieAcross& t) {
                return t.own == tie.other && t.other == tie.own;
            });
            sim::require(found != back.end() && found->own_row == tie.other_row &&
                             found->hours == tie.hours && found->kind == tie.kind &&
                             found->other_site == site,
                         "a tie across a border stands at both ends");
        }
}

}  // namespace weefsel
