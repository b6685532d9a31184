#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

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
#include "models/scenario/read_scenario.hpp"
#include "models/study/begin.hpp"
#include "models/study/month_step.hpp"
#include "sim/checkpoint.hpp"
#include "small_world.hpp"

namespace weefsel {

/// A neighbourhood in the course of a month: what `step_month` does in one go is done here part by
/// part, so that a test can look in between.
struct MonthInParts {
    Neighbourhood n;
    Circumstances under;
    sim::RandomSource draws{1, 0};
    sim::Month now{0};
    Workspace w;
    WorkDone done;

    [[nodiscard]] People people() {
        return {n.residents, n.dwellings, n.ties, n.care, n.people, n.free_rows, n.norms.poorer[0]};
    }
    [[nodiscard]] HelpContext help(const Parameters& p) const {
        constexpr float weeks = 52.0F / 12.0F;
        return {paperwork_of(n.lines, static_cast<float>(p.funding.neutral_reporting_share)),
                done.initiative_hours, static_cast<float>(under.follow), done.carer_hours / weeks};
    }

    /// Digest of every column, and of what the parts of a month leave each other in the workspace
    /// (under names that begin with `month.`).
    [[nodiscard]] std::map<std::string, std::uint64_t> columns() {
        std::map<std::string, std::uint64_t> all;
        for (const auto& d : sim::digests(n)) all[d.name] = d.digest;
        const auto note = [&](const char* name, const auto& v) {
            all[name] = sim::digest_bytes(v.data(), v.size() * sizeof(v[0]), v.size());
        };
        note("month.good_encounters", w.positive);
        note("month.encounters_across", w.across);
        note("month.bad_encounters", w.negative);
        note("month.visits", w.visits);
        std::vector<std::uint64_t> proposals;
        for (const auto& p : w.proposals) {
            proposals.push_back(p.order);
            proposals.push_back(p.hours * 256ULL + p.kind);
        }
        note("month.proposals", proposals);
        note("month.work_done", std::vector<float>{done.initiative_hours, done.carer_hours});
        return all;
    }
};

struct PartOfMonth {
    const char* name;
    void (*live)(MonthInParts&, const Parameters&);
};

/// The parts of a month in their order.
inline const std::vector<PartOfMonth>& parts_of_month() {
    static const std::vector<PartOfMonth> parts{
        {"shocks", [](MonthInParts& m, const Parameters&) { close_places(m.n.places, m.under.shocks); }},
        {"reorganisation",
         [](MonthInParts& m, const Parameters& p) {
             reorganise(m.n.residents, m.n.posts, m.n.places, m.n.initiatives, m.under.reorganised, p.funding,
                        p.professional, m.draws, m.now);
         }},
        {"money",
         [](MonthInParts& m, const Parameters& p) {
             if (m.now.of_year() == 0) m.n.ties.ended[1] = m.n.ties.ended[0];
             pay_and_staff(m.n.lines, m.n.posts, m.n.places, m.under.shocks.austerity, p.funding,
                           p.professional, m.draws, m.now);
         }},
        {"newcomers",
         [](MonthInParts& m, const Parameters& p) {
             auto people = m.people();
             settle_newcomers(people, m.n.streets, m.n.inflow, m.under.shocks, m.under.site, p, m.draws,
                              m.now);
         }},
        {"demography",
         [](MonthInParts& m, const Parameters& p) {
             m.w.died = live_and_die(m.people(), m.n.streets, m.n.inflow, m.n.norms, m.under.burn_in, p,
                                     m.draws, m.now, m.w);
             m.w.fit(m.n.residents.rows());
         }},
        {"work",
         [](MonthInParts& m, const Parameters& p) {
             m.done = work(m.n.posts, m.n.lines, m.n.residents, m.n.ties, m.n.places, m.n.initiatives,
                           m.under.follow, p, m.draws, m.now, m.w);
         }},
        {"places",
         [](MonthInParts& m, const Parameters& p) {
             choose_places(m.n.residents, m.n.dwellings, m.n.ties, m.n.places, p, m.draws, m.now, m.w);
         }},
        {"meeting",
         [](MonthInParts& m, const Parameters& p) {
             draw_lots(m.n.residents, m.draws, m.now, m.w);
             meet(m.n.ties, m.n.residents, m.n.places, p, m.w);
         }},
        {"street",
         [](MonthInParts& m, const Parameters& p) {
             meet_in_street(m.n.ties, m.n.residents, m.n.dwellings, m.n.streets, p, m.w);
         }},
        {"ties",
         [](MonthInParts& m, const Parameters& p) {
             keep_and_lose(m.n.ties, m.n.residents, m.n.dwellings, m.under.shocks.visits_given_up, p, m.draws,
                           m.now, m.w);
         }},
        {"small help",
         [](MonthInParts& m, const Parameters& p) {
             m.w.asked_in_vain = help_each_other(m.n.residents, m.n.ties, p.help, m.draws, m.now, m.w);
         }},
        {"informal care",
         [](MonthInParts& m, const Parameters& p) {
             care_for_each_other(m.n.residents, m.n.ties, m.help(p), p.help, m.draws, m.now, m.w);
         }},
        {"volunteering",
         [](MonthInParts& m, const Parameters& p) {
             volunteer(m.n.residents, m.n.ties, m.n.places, m.help(p), m.w.lots[3], p.help, m.draws, m.now,
                       m.w);
         }},
        {"initiatives",
         [](MonthInParts& m, const Parameters& p) {
             run_initiatives(m.n.initiatives, m.n.residents, m.n.ties, m.n.places, m.help(p), p.help,
                             m.draws);
         }},
        {"feeling",
         [](MonthInParts& m, const Parameters& p) {
             feel(m.n.residents, m.n.ties, m.n.dwellings, m.n.streets,
                  {m.under.shocks.insecurity, m.n.norms.rural[0], m.under.shocks.visits_given_up}, p, m.now,
                  m.w);
         }},
        {"care", [](MonthInParts& m, const Parameters& p) { seek_care(m.people(), p, m.draws, m.now, m.w); }},
        {"offending",
         [](MonthInParts& m, const Parameters& p) {
             m.w.offences = offend(m.n.residents, m.n.ties, m.n.places, p.care, m.draws, m.w);
         }},
    };
    return parts;
}

/// A buurt of all ages with many kinds of money, staff and places, simulated for three years: nearly all
/// that can happen happens in it. Built once, to be copied.
inline const MonthInParts& a_rich_buurt() {
    static const MonthInParts rich = [] {
        const auto s = read_scenario_text(
            quick_study("[[option]]\nname = \"a\"\n"
                        "[[option.line]]\nname = \"neighbourhood\"\nform = \"structural\"\nsource = "
                        "\"structural\"\nbuys = [ { role = \"sociaal_werker\", fte = 1 }, { role = "
                        "\"opbouwwerker\", fte = 1 }, { place = \"buurthuis\", hours_week = 20 } ]\n"
                        "[[option.line]]\nname = \"young\"\nform = \"project\"\nsource = \"incidental\"\n"
                        "goal = \"youth\"\nbuys = [ { role = \"jongerenwerker\", fte = 1 }, { place = "
                        "\"youth_centre\", hours_week = 12 } ]\n"
                        "[[option.line]]\nname = \"carers\"\nform = \"project\"\nsource = \"incidental\"\n"
                        "goal = \"carers\"\nbuys = [ { role = \"maatschappelijk_werker\", fte = 1 } ]\n"),
            "rich.toml");
        MonthInParts m;
        const auto& p = s.parameters;
        m.draws = sim::RandomSource(s.seed, 0);
        m.n = begin(s, 0, m.draws, m.w);
        constexpr int burn_in = 24, simulated = 40;
        for (int k = 0; k < burn_in; ++k) burn_in_month(m.n, p, m.draws, sim::Month{k}, burn_in, m.w);
        end_burn_in(m.n, p, burn_in);
        begin_policy(m.n.lines, m.n.posts, policy_of(s.options[0].lines, 1, 1, p), p, m.draws,
                     sim::Month{burn_in});
        for (int k = burn_in; k < simulated; ++k) step_month(m.n, {}, p, m.draws, sim::Month{k}, m.w);
        m.now = sim::Month{simulated};
        return m;
    }();
    return rich;
}

}  // namespace weefsel
