#include "models/study/month_step.hpp"

#include "models/process/care/care.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/funding/reorganisation.hpp"
#include "models/process/help/help.hpp"
#include "models/process/household/demography.hpp"
#include "models/process/meeting_place/attendance.hpp"
#include "models/process/network/encounter.hpp"
#include "models/process/network/keep_and_lose.hpp"
#include "models/process/professional/work.hpp"
#include "models/process/shock/newcomers.hpp"
#include "models/process/wellbeing/wellbeing.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/error.hpp"

namespace weefsel {
float paperwork_of(const FundingLines& lines, float neutral) {
    float sum = 0.0F;
    int running = 0;
    for (std::size_t k = 0; k < lines.rows(); ++k) {
        const LineId line{static_cast<std::uint8_t>(k)};
        if (!lines.running[line]) continue;
        sum += lines.reporting_share[line];
        ++running;
    }
    return running == 0 || neutral <= 0.0F ? 0.0F : sum / (neutral * static_cast<float>(running)) - 1.0F;
}

void step_month(Neighbourhood& n, const Circumstances& under, const Parameters& p,
                const sim::RandomSource& draws, sim::Month now, Workspace& w, Departures* departures) {
    auto& [residents, dwellings, streets, inflow, ties, places, initiatives, posts, lines, care, count, norms,
           free_rows] = n;
    People people{residents, dwellings, ties, care, count, free_rows, norms.poorer[0], departures};
    if (now.of_year() == 0) ties.ended[1] = ties.ended[0];

    const Surroundings around{under.shocks.insecurity, norms.rural[0], under.shocks.visits_given_up};

    const auto& outreach = under.outreach != nullptr ? *under.outreach : draws;
    w.on_hazards = nullptr;
    if (under.hazards != nullptr && *under.hazards)
        w.on_hazards = [&](Hazard h) { (*under.hazards)(under.site, h, n, w, now); };

    // clang-format off: the month reads like the schedule
    close_places(places, under.shocks);
    reorganise(residents, posts, places, initiatives, under.reorganised, p.funding, p.professional, draws,
               now);
    pay_and_staff(lines, posts, places, under.shocks.austerity, p.funding, p.professional, draws, now);
    settle_newcomers(people, streets, inflow, under.shocks, under.site, p, draws, now);
    w.died = live_and_die(people, streets, inflow, norms, under.burn_in, p, draws, now, w);
    w.fit(residents.rows());
    const auto done =
        work(posts, lines, residents, ties, places, initiatives, under.follow, p, outreach, now, w);
    choose_places(residents, dwellings, ties, places, p, draws, now, w);
    draw_lots(residents, draws, now, w);
    meet(ties, residents, places, p, w);
    meet_in_street(ties, residents, dwellings, streets, p, w);
    keep_and_lose(ties, residents, dwellings, under.shocks.visits_given_up, p, draws, now, w);

    const HelpContext context{paperwork_of(lines, static_cast<float>(p.funding.neutral_reporting_share)),
                              done.initiative_hours, static_cast<float>(under.follow),
                              done.carer_hours / weeks_per_month};
    w.asked_in_vain = help_each_other(residents, ties, p.help, draws, now, w);
    care_for_each_other(residents, ties, context, p.help, draws, now, w);
    volunteer(residents, ties, places, context, w.lots[3], p.help, draws, now, w);
    run_initiatives(initiatives, residents, ties, places, context, p.help, draws);
    feel(residents, ties, dwellings, streets, around, p, now, w);
    seek_care(people, p, draws, now, w);
    w.offences = offend(residents, ties, places, p.care, draws, w);
    // clang-format on
    w.on_hazards = nullptr;
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
