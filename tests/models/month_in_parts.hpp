#pragma once
#include <map>
#include <string>
#include <vector>

#include "models/process/funding/policy.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/begin.hpp"
#include "models/study/month_step.hpp"
#include "models/study/schedule.hpp"
#include "sim/checkpoint.hpp"
#include "small_world.hpp"

namespace weefsel {

/// A neighbourhood between two processes of a month: what `step_month` does in one go is done here one by
/// one, so that a test can look in between.
struct MonthInParts {
    Neighbourhood n;
    Circumstances under;
    sim::RandomSource draws{1, 0};
    sim::Month now{0};
    MonthRecord made;

    /// Each process has a workspace of its own: what one leaves there cannot reach another.
    void run(const ScheduledProcess& process, const Parameters& p) {
        Workspace w;
        MonthUnderWay month{n, under, p, draws, now, w, made};
        process.run(month);
    }
    void step(const Parameters& p) {
        Workspace w;
        step_month(n, under, p, draws, now, w);
    }

    /// Digest of every column, and of what the processes of a month leave each other (under names that begin
    /// with `month.`).
    [[nodiscard]] std::map<std::string, std::uint64_t> columns() {
        std::map<std::string, std::uint64_t> all;
        for (const auto& d : sim::digests(n)) all[d.name] = d.digest;
        const auto note = [&](const char* name, const auto& v) {
            all[name] = sim::digest_bytes(v.data(), v.size() * sizeof(v[0]), v.size());
        };
        note("month.good_encounters", made.encounters.positive);
        note("month.encounters_known", made.encounters.known);
        note("month.bad_encounters", made.encounters.negative);
        note("month.visits", made.visits);
        std::vector<std::uint64_t> proposals;
        for (const auto& p : made.proposals) {
            proposals.push_back(p.order);
            proposals.push_back(p.hours * 256ULL + p.kind);
        }
        note("month.proposals", proposals);
        note("month.work_done", std::vector<float>{made.work.initiative_hours, made.work.carer_hours,
                                                   made.work.mobilising_hours});
        note("month.voice", std::vector<float>{made.work.voice});
        note("month.company", made.arranged.company);
        std::vector<std::uint16_t> groups;
        for (const auto& group : made.arranged.groups) {
            groups.push_back(static_cast<std::uint16_t>(group.times));
            groups.insert(groups.end(), group.members.begin(), group.members.end());
        }
        note("month.groups", groups);
        note("month.leaders",
             std::vector<float>{made.leaders.sooner, made.leaders.longer, made.leaders.asked});
        return all;
    }
};

/// Those of the schedule that one neighbourhood runs, in their order.
inline std::vector<ScheduledProcess> parts_of_month() {
    std::vector<ScheduledProcess> parts;
    for (const auto& process : schedule())
        if (process.run != nullptr) parts.push_back(process);
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
        Workspace w;
        const auto& p = s.parameters;
        m.draws = sim::RandomSource(s.seed, 0);
        m.n = begin(s, 0, m.draws);
        constexpr int burn_in = 24, simulated = 40;
        for (int k = 0; k < burn_in; ++k) burn_in_month(m.n, p, m.draws, sim::Month{k}, burn_in, w);
        end_burn_in(m.n, p, burn_in);
        begin_policy(m.n, policy_of(s.options[0].lines, 1, 1, p), p, m.draws, sim::Month{burn_in});
        for (int k = burn_in; k < simulated; ++k) step_month(m.n, {}, p, m.draws, sim::Month{k}, w);
        m.now = sim::Month{simulated};
        return m;
    }();
    return rich;
}

}  // namespace weefsel
