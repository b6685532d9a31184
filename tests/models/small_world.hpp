#pragma once
#include <string>
#include <vector>

#include "models/measure/indicators.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/household/demography.hpp"
#include "models/study/begin.hpp"
#include "models/study/month_step.hpp"
#include "models/study/study.hpp"
#include "models/world/new_resident.hpp"
#include "models/world/tie_change.hpp"

namespace weefsel {

/// A score of 0..11, in both parts alike.
inline void set_loneliness(Residents& r, ResidentId who, float score) {
    r.loneliness[who] = score;
    r.emotional_loneliness[who] = score * emotional_items / top_of_loneliness;
}

/// A world built by hand: so many residents of 40 in dwellings of their own in one street, no places,
/// no ties, and parameters under which nothing happens by itself.
struct SmallWorld {
    Neighbourhood n;
    Parameters p;
    sim::RandomSource draws{1, 0};
    Workspace w;

    explicit SmallWorld(int residents) {
        quiet();
        n.ties.started.assign(1, 0);
        n.ties.ended.assign(2, 0);
        n.people.flow.assign(static_cast<std::size_t>(Flow::count), 0);
        n.norms.death_expected.assign(norms_of_death, 0.0);
        n.norms.death_weighted.assign(norms_of_death, 0.0);
        n.norms.vacancy_months.assign(1, 1.0F);
        n.norms.rural.assign(1, 0.0F);
        n.norms.poorer.assign(1, 0.0F);
        n.norms.wealth.assign(1, 0.0F);
        n.care.capacity.assign(care_lines, 1000);
        n.care.in_use.assign(care_lines, 0);
        n.care.waiting.assign(care_lines, 0);
        n.care.joined.assign(care_lines, 0);
        n.care.admitted.assign(care_lines, 0);
        n.care.left_queue.assign(care_lines, 0);
        n.care.use_in_warmup.assign(care_lines, 0.0);
        n.care.cost.assign(payers, sim::Euros{});
        n.streets.first_dwelling.push_back(DwellingId{0});
        n.streets.dwellings.push_back(static_cast<std::uint16_t>(residents));
        n.streets.public_space.push_back(0.5F);
        n.streets.space_base.push_back(0.5F);
        n.streets.space_built.push_back(0.0F);
        n.streets.turnover.push_back(0.0F);
        n.streets.efficacy.push_back(0.0F);
        n.streets.nuisance.push_back(0.0F);
        for (int i = 0; i < residents; ++i) add_resident(40, i % 2 == 0 ? Sex::female : Sex::male);
        begin_policy(n.lines, n.posts, {}, p, draws, sim::Month{0});
    }

    /// A resident in a new dwelling at the end of the street.
    ResidentId add_resident(int age, Sex sex) {
        auto& d = n.dwellings;
        const auto row = d.rows();
        d.visit([&](const char*, auto& column) { column.resize(row + 1); });
        const DwellingId dwelling{static_cast<std::uint16_t>(row)};
        d.number[dwelling] = sim::mix64(1000 + row);
        d.street[dwelling] = StreetId{0};
        d.member[dwelling].fill(ResidentId::none());
        d.move_left[dwelling] = 1e9F;
        People people{n.residents, n.dwellings, n.ties, n.care, n.people, n.free_rows};
        const Newcomer who{sim::mix64(77 + row), sim::Month{-12 * age - 1}, sex,
                           Education::middle,    Origin::netherlands,       Income::middle};
        const auto id = settle(people, who, dwelling, p, draws, sim::Month{0});
        n.people.of(Flow::start) += 1;
        auto& r = n.residents;
        for (std::size_t k = 0; k < event_kinds; ++k) r.hazard_left[k][id] = 1e9F;  // no event ever falls
        r.outside_social[id] = 0.0F;
        r.outside_kin[id] = 0;
        r.loneliness_level[id] = r.social_level[id] = r.drift[id] = 0.0F;
        set_loneliness(r, id, 5.5F);
        r.insecurity[id] = r.insecurity_base[id] = 0.0F;
        r.frailty[id] = 0.0F;
        r.free_hours[id] = 100.0F;
        r.trust[id] = 0.5F;
        r.trust_level[id] = 0.55F;
        r.institutional_trust[id] = static_cast<float>(p.wellbeing.institutional_middle);
        return id;
    }

    void quiet() {
        p.network.introductions = p.network.street_chance = 0;
        p.network.drift_apart = p.network.outside_turnover = p.network.outside_after_move = 0;
        p.network.known_by_time = p.network.known_forgotten = 0;
        p.help.need = p.help.need_frailty = p.help.need_insecurity = p.help.volunteer_start = 0;
        p.help.care_elsewhere = 0;
        p.wellbeing.loneliness_level = p.wellbeing.loneliness_social = p.wellbeing.drift_spread = 0;
        p.wellbeing.loneliness_age = p.wellbeing.distress_age = p.wellbeing.distress_urban = 0;
        p.meeting_place.outings = 0;
        p.company.usual = p.wellbeing.distress_nuisance = 0;
        p.company.travel_usual = 1;
        p.network.free_working = p.network.free_unemployed = p.network.free_retired = p.network.free_pupil =
            p.network.free_student = 100;
        p.network.free_less_when_frail = 0;
    }

    void tie(int a, int b, TieKind kind, float hours) {
        begin_tie(n.ties, ResidentId{static_cast<std::uint16_t>(a)},
                  ResidentId{static_cast<std::uint16_t>(b)}, kind, to_tie_hours(hours));
    }
    void marry(int a, int b) {
        n.residents.partner[ResidentId{static_cast<std::uint16_t>(a)}] =
            ResidentId{static_cast<std::uint16_t>(b)};
        n.residents.partner[ResidentId{static_cast<std::uint16_t>(b)}] =
            ResidentId{static_cast<std::uint16_t>(a)};
        tie(a, b, TieKind::partner, 400.0F);
    }
    /// Hours of the tie between two, 0 without a tie.
    float hours(int a, int b) {
        const auto& row = n.ties.row[ResidentId{static_cast<std::uint16_t>(a)}];
        const int k = entry_of(row, ties_kept, static_cast<std::uint16_t>(b));
        return k < 0 ? 0.0F : from_tie_hours(row.hours(static_cast<std::size_t>(k)));
    }
    void step(int month) { step_month(n, {}, p, draws, sim::Month{month}, w); }
};

/// Figures of the neighbourhood of quick studies.
inline const std::string quick_figures = R"(name = "Test"
residents = 900
age_0_14 = 150
age_15_24 = 110
age_25_44 = 250
age_45_64 = 230
age_65_over = 160
households = 430
single = 170
without_children = 130
with_children = 130
)";

/// A study of a whole buurt, small and quick: for tests of what holds in every run.
inline std::string quick_study(const std::string& options, const std::string& head = "") {
    return head + R"(
title = "quick"
question = "?"
years = 3
warmup_years = 2
replicates = 1
seed = 5
reference = "a"
equal_money = false
[neighbourhood]
)" + quick_figures +
           R"([[present.line]]
name = "now"
form = "structural"
source = "structural"
buys = [ { role = "sociaal_werker", fte = 0.5 }, { place = "buurthuis", hours_week = 12 } ]
)" + options;
}

inline std::string option_text(const std::string& name, const std::string& line) {
    return "[[option]]\nname = \"" + name + "\"\n[[option.line]]\nname = \"" + name + "\"\n" + line + "\n";
}

inline const char* const same_buys =
    "buys = [ { role = \"opbouwwerker\", fte = 1.5 }, { role = \"jongerenwerker\", fte = 0.5 }, { place = "
    "\"buurthuis\", hours_week = 20 } ]\n";

}  // namespace weefsel
