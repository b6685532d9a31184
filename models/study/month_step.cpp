#include "models/study/month_step.hpp"

#include "models/study/schedule.hpp"
#include "models/world/tie_change.hpp"
#include "sim/error.hpp"

namespace weefsel {

MonthRecord step_month(Neighbourhood& n, const Circumstances& under, const Parameters& p,
                       const sim::RandomSource& draws, sim::Month now, Workspace& w, Departures* departures) {
    MonthRecord made;
    MonthUnderWay month{n, under, p, draws, now, w, made, departures};
    if (under.hazards != nullptr && *under.hazards)
        month.show = ShowHazard([&](Hazard h, const HazardColumns& columns) {
            (*under.hazards)(under.site, h, columns, n, now);
        });
    for (const auto& process : schedule())
        if (process.run != nullptr) process.run(month);
    return made;
}

RelaxLoneliness MonthUnderWay::relax_loneliness() {
    if (under.loneliness == nullptr || !*under.loneliness) return {};
    return [this](const LonelinessInputs& inputs) { (*under.loneliness)(*this, inputs); };
}

void treat_before_work(MonthUnderWay& month) {
    const auto* treatment = month.under.treatment;
    if (treatment != nullptr && treatment->before_work) treatment->before_work(month);
}

void treat_after_work(MonthUnderWay& month) {
    const auto* treatment = month.under.treatment;
    if (treatment != nullptr && treatment->after_work) treatment->after_work(month);
}

void check_balances(const Neighbourhood& n) {
    std::uint64_t present = 0, housed = 0;
    for (std::size_t i = 0; i < n.residents.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        present += n.residents.present[who];
        housed += n.residents.present[who] && n.residents.dwelling[who].exists();
    }
    sim::require(present == n.people.residents(),
                 "people: start + births + arrivals - deaths - departures = residents");
    std::uint64_t members = 0;
    for (const auto m : n.dwellings.members) members += m;
    sim::require(members == housed, "everybody who lives in a dwelling is a member of one household");
    check_ties(n.ties, n.residents);
    std::uint64_t entries = 0;
    for (const auto c : n.ties.count) entries += c;
    sim::require(entries == 2 * (n.ties.started[0] - n.ties.ended[0]),
                 "ties: begun - ended = ties that are there");
    for (std::size_t line = 0; line < care_lines; ++line) {
        const auto& c = n.care;
        sim::require(c.joined[line] == c.admitted[line] + c.left_queue[line] + c.waiting[line],
                     "queue places: joined = admitted + left + waiting");
        std::uint64_t use = 0, waiting = 0;
        for (std::size_t i = 0; i < n.residents.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            use += (n.residents.care_use[who] >> line) & 1U;
            waiting += (n.residents.care_waiting[who] >> line) & 1U;
        }
        sim::require(use == c.in_use[line] && waiting == c.waiting[line],
                     "clients and queue are those of the residents");
    }
}

}  // namespace weefsel
