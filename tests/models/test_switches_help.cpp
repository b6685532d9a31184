#include "models/process/care/care.hpp"
#include "models/process/help/help.hpp"
#include "switch_table.hpp"

namespace weefsel::test_switches_help {

// What one parameter switches off in help, volunteering, informal care and care (MODEL 5.5 and 5.9).

namespace {

const std::string helping = "resident.helped resident.signal resident.help_given tie.row";
const std::string burden = "resident.care_given resident.overload resident.left.carer_breakdown";

void helpers_have_helped(MonthInParts& m, Parameters& p) {
    p.help.need = 1;
    everybody(m, [](Residents& r, ResidentId who) { r.help_given[who] = 1; });
}
void burdened(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [](Residents& r, ResidentId who) {
        if (r.age[who] >= 40) r.care_outside[who] = 60.0F;
    });
}
void burdened_and_coping(MonthInParts& m, Parameters& p) {
    burdened(m, p);
    everybody(m, [](Residents& r, ResidentId who) { r.coping[who] = 0.8F; });
}
void volunteers_stop_often(MonthInParts& m, Parameters& p) {
    p.help.volunteer_stop = 0.2;
    for (auto& share : m.n.lines.reporting_share) share = 0.4F;
    everybody(m, [](Residents& r, ResidentId who) {
        r.overload[who] = 1.0F;
        if (r.age[who] < 20) return;
        r.volunteer_hours[who] = 5.0F;
        if (r.volunteer_place[who] == 255) r.volunteer_place[who] = 0;
    });
    burdened(m, p);
}
void volunteers_begin_often(MonthInParts&, Parameters& p) { p.help.volunteer_start = 0.1; }
/// New grants of a year, and everybody has a place of their own.
void grants_are_new(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    volunteers_begin_often(m, p);
    for (auto& term : m.n.lines.term) term = 12;
    for (auto& months : m.n.lines.month_of_term) months = 1;
    everybody(m, [](Residents& r, ResidentId who) {
        r.regular[0][who] = 0;
        r.habit[0][who] = 0.9F;
    });
    m.n.places.open[PlaceId{0}] = 1;
}
void in_a_village(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    volunteers_begin_often(m, p);
    m.n.norms.rural[0] = 1.0F;
}
/// Everybody volunteers at the first place: cores of every theme, with ties among them.
void full_cores(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [](Residents& r, ResidentId who) {
        if (r.age[who] < 20) return;
        r.volunteer_hours[who] = 5.0F;
        r.volunteer_place[who] = 0;
    });
    m.n.places.own_hours[PlaceId{0}] = 20.0F;
}
void initiatives_run(MonthInParts& m, Parameters& p) {
    full_cores(m, p);
    for (auto& alive : m.n.initiatives.alive) alive = 1;
}
void cores_are_gone(MonthInParts& m, Parameters& p) {
    initiatives_run(m, p);
    everybody(m, [](Residents& r, ResidentId who) { r.volunteer_place[who] = 255; });
}
void taken_over(MonthInParts& m, Parameters& p) {
    initiatives_run(m, p);
    m.under.follow = 0;
}
void contacts_with_gp(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    auto& r = m.n.residents;
    everybody(m, [&](Residents&, ResidentId who) {
        r.signal[who] = 3;
        r.left(EventKind::gp_contact)[who] = 0.001F;
    });
}
void needs_unmet(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [](Residents& r, ResidentId who) {
        r.signal[who] = 3;
        if (r.age[who] >= 60) set_loneliness(r, who, 10.5F);
    });
}
void lonely_old_people_in_need(MonthInParts& m, Parameters& p) {
    needs_unmet(m, p);
    everybody(m, [](Residents& r, ResidentId who) {
        if (r.age[who] >= 60) r.frailty[who] = 0.6F;  // too frail to care for one another
    });
}
void some_have_offended(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m,
              [](Residents& r, ResidentId who) { r.episodes(EventKind::offending)[who] = who.index() % 2; });
}

const std::vector<Switch> switches{
    {"small help", "help.small_help", 0, "help_each_other", "resident.helped", helping},
    {"frailty needs help", "help.need_frailty", 0, "help_each_other", "resident.helped", helping},
    {"insecurity needs help", "help.need_insecurity", 0, "help_each_other", "resident.helped", helping},
    {"a norm of asking", "help.ask_norm", 0, "help_each_other", "resident.helped", helping},
    {"shame", "help.ask_shame", 0, "help_each_other", "resident.helped", helping},
    {"closer ties help more", "help.help_hours", 0, "help_each_other", "resident.helped", helping,
     helpers_have_helped},
    {"a norm of helping", "help.help_norm", 0, "help_each_other", "resident.helped", helping,
     helpers_have_helped},
    {"who trusts neighbours helps them", "help.help_trust", 0, "help_each_other", "resident.helped", helping,
     helpers_have_helped},
    {"help is a load", "help.help_load", 0, "help_each_other", "resident.helped", helping,
     helpers_have_helped},
    {"reciprocity", "help.help_reciprocity", 0, "help_each_other", "resident.helped", helping,
     helpers_have_helped},
    {"relatives elsewhere help", "help.help_outside", 0, "help_each_other", "resident.helped",
     "resident.signal", helpers_have_helped},
    {"helping is contact", "help.help_contact", 0, "help_each_other,feel", "tie.row",
     "resident.company_kept resident.loneliness resident.emotional_loneliness resident.distress "
     "resident.frailty"},

    {"informal care", "help.informal_care", 0, "care_for_each_other", "resident.care_informal", burden,
     nothing_falls},
    {"partners care", "help.care_partner", 0, "care_for_each_other", "resident.care_informal", burden,
     nothing_falls},
    {"kin care", "help.care_child", 0, "care_for_each_other", "resident.care_informal", burden,
     nothing_falls},
    {"close friends care", "help.care_friend", 0, "care_for_each_other", "resident.care_informal", burden,
     nothing_falls},
    {"relatives elsewhere care", "help.care_outside_kin", 0, "care_for_each_other", "resident.care_informal",
     "", nothing_falls},
    {"networks share care", "help.care_others", 0, "care_for_each_other", "resident.care_informal", "",
     nothing_falls},
    {"people care for others elsewhere", "help.care_elsewhere", 0, "care_for_each_other",
     "resident.care_outside", burden, nothing_falls, 1},
    {"kin near a village are cared for", "help.care_elsewhere_rural", 0, "care_for_each_other",
     "resident.care_outside", burden, in_a_village, 2},
    {"who has stayed has kin near", "help.care_elsewhere_stay", 0, "care_for_each_other",
     "resident.care_outside", burden, in_a_village, 1},
    {"overload of carers", "help.overload", 0, "care_for_each_other", "resident.overload",
     "resident.left.carer_breakdown", burdened},
    {"frail carers are overloaded sooner", "help.overload_frailty", 0, "care_for_each_other",
     "resident.overload", "resident.left.carer_breakdown", burdened},
    {"carers break down", "help.breakdown", 0, "care_for_each_other", "resident.left.carer_breakdown", "",
     burdened},
    {"contact relieves a carer", "help.carer_support", 0, "care_for_each_other", "resident.overload",
     "resident.left.carer_breakdown", burdened},
    {"respite", "help.respite", 0, "care_for_each_other", "resident.overload",
     "resident.left.carer_breakdown", burdened},

    {"coping relieves a carer", "support.overload", 0, "care_for_each_other", "resident.overload",
     "resident.left.carer_breakdown", burdened_and_coping},
    {"members of initiatives meet", "help.initiative_meetings", 0, "meet_as_initiatives", "month.groups",
     "month.company", initiatives_run},
    {"professionals read the network", "help.read_network", 0, "work", "month.work_done"},
    {"need is found", "care.found_need", 0, "seek_care", "resident.left.wmo",
     "resident.left.district_nursing resident.left.youth_care resident.left.mental_care", nothing_falls},
    {"volunteers begin", "help.volunteer_start", 0, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place"},
    {"volunteers are asked", "help.volunteer_asked", 0, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place", volunteers_begin_often},
    {"the retired volunteer more", "help.volunteer_retired", 1, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place", volunteers_begin_often, 3},
    {"low education volunteers less", "help.volunteer_low_education", 1, "volunteer",
     "resident.volunteer_hours", "resident.volunteer_place", volunteers_begin_often},
    {"high education volunteers more", "help.volunteer_high_education", 1, "volunteer",
     "resident.volunteer_hours", "resident.volunteer_place", volunteers_begin_often},
    {"the insecure volunteer less", "help.volunteer_insecurity", 0, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place", volunteers_begin_often},
    {"owners volunteer more", "help.volunteer_owner", 1, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place", volunteers_begin_often, 3},
    {"parents volunteer more", "help.volunteer_parent", 1, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place", volunteers_begin_often, 3},
    {"a village needs volunteers", "help.volunteer_rural", 0, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place", in_a_village},
    {"volunteers at the own place", "help.volunteer_here", 0, "volunteer", "resident.volunteer_place", "",
     volunteers_begin_often},
    {"a new grant attracts who wants no lasting tie", "help.volunteer_one_off", 0, "volunteer",
     "resident.volunteer_hours", "resident.volunteer_place", grants_are_new, 2},
    {"volunteers stop", "help.volunteer_stop", 0, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place", volunteers_stop_often},
    {"overload ends volunteering", "help.volunteer_overload", 0, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place", volunteers_stop_often},
    {"what is asked of volunteers wears them out", "help.volunteer_wear", 0, "volunteer",
     "resident.volunteer_hours", "resident.volunteer_place", volunteers_stop_often, 2},
    {"paperwork ends volunteering", "help.volunteer_paper", 0, "volunteer", "resident.volunteer_hours",
     "resident.volunteer_place", volunteers_stop_often},
    {"volunteers host", "help.volunteer_hosting", 0, "work", "place.volunteer_host_hours",
     "resident.invited place.youth_host_hours", full_cores},
    {"volunteers with the young", "help.volunteer_with_young", 0, "work", "place.youth_host_hours", "",
     full_cores},

    {"initiatives are born", "help.initiative_birth", 0, "run_initiatives", "initiative.birth_left", "",
     full_cores},
    {"initiatives end", "help.initiative_end", 0, "run_initiatives", "initiative.death_left", "",
     initiatives_run},
    {"an initiative without a core ends soon", "help.initiative_end_thin", 0, "run_initiatives",
     "initiative.death_left", "", cores_are_gone},
    {"professionals follow initiatives", "help.initiative_support", 0, "run_initiatives",
     "initiative.birth_left", "", full_cores},
    {"cores leave where professionals take over", "help.initiative_takeover", 0, "run_initiatives",
     "initiative.death_left", "", taken_over},
    {"taking over raises output", "help.takeover_output", 0, "work,meet_as_initiatives",
     "place.volunteer_host_hours", "place.youth_host_hours month.company month.groups", taken_over},
    {"initiatives host", "help.initiative_host", 0, "work", "place.volunteer_host_hours",
     "resident.invited place.youth_host_hours", initiatives_run},

    {"frailty leads to the GP", "care.gp_frailty", 0, "seek_care", "resident.left.gp_contact", "",
     nothing_falls},
    {"distress leads to the GP", "care.gp_distress", 0, "seek_care", "resident.left.gp_contact", "",
     nothing_falls},
    {"insecurity leads to the GP", "care.gp_insecurity", 0, "seek_care", "resident.left.gp_contact", "",
     nothing_falls},
    {"unmet needs lead to the GP", "care.gp_signal", 0, "seek_care", "resident.left.gp_contact", "",
     needs_unmet},
    {"loneliness leads to the GP", "care.gp_lonely", 0, "seek_care", "resident.left.gp_contact", "",
     nothing_falls},
    {"waiting spills over to the GP", "care.gp_waiting", 0, "seek_care", "resident.left.gp_contact", "",
     all_wait},
    {"the GP refers", "care.gp_referral", 0, "seek_care", "resident.signal", "", contacts_with_gp, 1},
    {"district nursing", "care.nursing_level", 0, "seek_care", "resident.left.district_nursing", "",
     nothing_falls},
    {"Wmo support", "care.wmo_level", 0, "seek_care", "resident.left.wmo", "", nothing_falls},
    {"youth care", "care.youth_level", 0, "seek_care", "resident.left.youth_care", "", nothing_falls},
    {"mental health care", "care.mental_level", 0, "seek_care", "resident.left.mental_care", "",
     nothing_falls},
    {"youth offending", "care.offending_level", 0, "offend", "resident.left.offending", "", nothing_falls},
    {"frailty leads to nursing", "care.nursing_frailty", 0, "seek_care", "resident.left.district_nursing", "",
     nothing_falls},
    {"informal care instead of nursing", "care.nursing_informal", 0, "seek_care",
     "resident.left.district_nursing", "", nothing_falls},
    {"frailty leads to Wmo support", "care.wmo_frailty", 0, "seek_care", "resident.left.wmo", "",
     nothing_falls},
    {"informal care instead of Wmo support", "care.wmo_informal", 0, "seek_care", "resident.left.wmo", "",
     nothing_falls},
    {"family strain leads to youth care", "care.youth_strain", 0, "seek_care", "resident.left.youth_care", "",
     nothing_falls},
    {"friends of the family against youth care", "care.youth_support", 0, "seek_care",
     "resident.left.youth_care", "", nothing_falls},
    {"distress leads to mental health care", "care.mental_distress", 0, "seek_care",
     "resident.left.mental_care", "", nothing_falls},
    {"frailty leads to admission", "care.residential_frailty", 0, "seek_care",
     "resident.left.residential_care", "", nothing_falls},
    {"being alone leads to admission", "care.residential_no_partner", 0, "seek_care",
     "resident.left.residential_care", "", nothing_falls},
    {"carers' breakdown leads to admission", "care.residential_breakdown", 0, "seek_care",
     "resident.left.residential_care", "", lonely_old_people_in_need},
    {"severe loneliness leads to admission", "care.residential_severely_lonely", 0, "seek_care",
     "resident.left.residential_care", "", lonely_old_people_in_need},
    {"an unsuitable dwelling leads to admission", "care.residential_unsuited", 0, "seek_care",
     "resident.left.residential_care", "", nothing_falls},
    {"support keeps people at home", "care.residential_support", 0, "seek_care",
     "resident.left.residential_care", "", lonely_old_people_in_need},
    {"insecurity in youth offending", "care.offending_strain", 0, "offend", "resident.left.offending", "",
     nothing_falls},
    {"peers in youth offending", "care.offending_peers", 0, "offend", "resident.left.offending", "",
     some_have_offended},
    {"nuisance in youth offending", "care.offending_nuisance", 0, "offend", "resident.left.offending", "",
     nothing_falls},
    {"reach against youth offending", "care.offending_reach", 0, "offend", "resident.left.offending", "",
     nothing_falls},
};
const bool in_table = noted(switches);

}  // namespace

TEST_CASE("help and care: each parameter takes away its own mechanism and nothing else") {
    REQUIRE(in_table);
    for (const auto& s : switches) removes_its_effect_and_nothing_else(s);
}

TEST_CASE("without limits to capacity nobody waits for care longer than the month of the need") {
    auto month = a_rich_buurt();
    Parameters p;
    p.care.capacity_limits = 0;
    p.care.wmo_level = 0.01;
    size_providers(month.n.care, 24, p.care);
    for (int k = 0; k < 12; ++k, month.now = month.now + 1) month.step(p);
    for (const auto waiting : month.n.care.waiting) CHECK(waiting == 0);
    p.care.capacity_limits = 1;
    size_providers(month.n.care, 24, p.care);
    for (int k = 0; k < 12; ++k, month.now = month.now + 1) month.step(p);
    CHECK(month.n.care.waiting[static_cast<std::size_t>(CareLine::wmo)] > 0);
}

TEST_CASE("an initiative ends sooner where its core is smaller than it needs") {
    const auto threshold_left = [](double core) {
        auto month = a_rich_buurt();
        Parameters p;
        cores_are_gone(month, p);
        int members = 0;
        everybody(month, [&](Residents& r, ResidentId who) {
            if (r.age[who] < 20 || theme_of(r.birth_number[who], month.draws) != 0 || members == 5) return;
            r.volunteer_place[who] = 0;
            ++members;
        });
        p.help.initiative_core = core;
        for (const auto& part : parts_of_month())
            if (part.name == "run_initiatives") month.run(part, p);
        return month.n.initiatives.death_left[InitiativeId{0}];
    };
    CHECK(threshold_left(3) == threshold_left(5));
    CHECK(threshold_left(5) > threshold_left(6));
}

}  // namespace weefsel::test_switches_help
