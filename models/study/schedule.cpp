#include "models/study/schedule.hpp"

#include "models/process/care/care.hpp"
#include "models/process/funding/council.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/funding/reorganisation.hpp"
#include "models/process/help/help.hpp"
#include "models/process/household/demography.hpp"
#include "models/process/meeting_place/attendance.hpp"
#include "models/process/network/drift_apart.hpp"
#include "models/process/network/encounter.hpp"
#include "models/process/network/friends_arrive.hpp"
#include "models/process/network/keep_and_lose.hpp"
#include "models/process/network/known_faces.hpp"
#include "models/process/professional/work.hpp"
#include "models/process/provision/adapted_dwellings.hpp"
#include "models/process/provision/network_leaders.hpp"
#include "models/process/provision/public_space.hpp"
#include "models/process/provision/rides.hpp"
#include "models/process/shock/newcomers.hpp"
#include "models/process/wellbeing/company.hpp"
#include "models/process/wellbeing/efficacy.hpp"
#include "models/process/wellbeing/trust.hpp"
#include "models/process/wellbeing/wellbeing.hpp"
#include "models/study/month_step.hpp"
#include "models/world/log_hazards.hpp"
#include "models/world/tie_change.hpp"

namespace weefsel {
const std::vector<std::string_view>& schedule_steps() {
    static const std::vector<std::string_view> steps{
        "calendar", "money and staff", "demography", "work",   "places", "ties",
        "help",     "wellbeing",       "care",       "observe"};
    return steps;
}

const std::vector<ScheduledProcess>& schedule() {
    constexpr bool whole = false, part = true;
    static const std::vector<ScheduledProcess> processes{
        {1, "shocks_of", "process/shock/shock.cpp", "Shocks begin and end; what they do this month."},
        {1, "begin_year", "world/tie_change.cpp",
         "In January the ties that end this year are counted from here.", whole,
         [](MonthUnderWay& m) { begin_year(m.n.ties, m.now); }},
        {1, "close_places", "process/shock/shock.cpp",
         "Places are closed by the share that the shocks say, and open for fewer hours when these cost "
         "more.",
         whole, [](MonthUnderWay& m) { close_places(m.n.places, m.under.shocks); }},
        {1, "reorganise", "process/funding/reorganisation.cpp",
         "A reorganisation from above breaks habits, initiatives and bonds at the places concerned.", whole,
         [](MonthUnderWay& m) {
             reorganise(m.n.residents, m.n.posts, m.n.places, m.n.initiatives, m.under.reorganised,
                        m.p.funding, m.p.professional, m.draws, m.now);
         }},
        {1, "seat_council", "process/funding/council.cpp",
         "A new council gives earmarked lines another goal, those that are up for renewal first, and has "
         "lines reviewed.",
         whole,
         [](MonthUnderWay& m) {
             seat_council(m.n.lines, m.under.shocks.council, m.p.funding, m.draws, m.now);
         }},
        {1, "pay_and_staff", "process/funding/pay_and_staff.cpp", "Contracts, money and staff:", whole,
         [](MonthUnderWay& m) {
             pay_and_staff(m.n.lines, m.n.posts, m.n.places, m.n.provisions, m.under.shocks.austerity,
                           m.p.funding, m.p.professional, m.draws, m.now);
         }},
        {1, "open_books", "process/funding/pay_and_staff.cpp", "The month's books are opened.", part},
        {1, "turn_contracts", "process/funding/contracts.cpp",
         "Grants end, are renewed or begin after a tender; cuts fall due; reviews stop weak activities; "
         "partnership trust follows.",
         part},
        {2, "leave_and_hire", "process/professional/staffing.cpp",
         "Incumbents leave, vacancies count down, new ones begin.", part},
        {2, "pay_contracts_and_places", "process/funding/pay_and_staff.cpp",
         "Per running line: tender, contract and places are paid.", part},
        {2, "pay_post", "process/funding/pay_and_staff.cpp",
         "Per post: salary is spent, or saved while vacant; saved money pays extra hours where it may.",
         part},
        {2, "return_unspent", "process/funding/pay_and_staff.cpp",
         "At the end of a year or term: what may not be carried goes back.", part},
        {2, "close_books", "process/funding/pay_and_staff.cpp", "What is held is counted; terms run on.",
         part},
        {2, "count_hours", "process/professional/staffing.cpp",
         "Hours of posts: reporting, partner work, learning off; direct hours left.", part},
        {2, "open_places", "process/funding/pay_and_staff.cpp",
         "Places get the hours and the quality that lines buy.", part},
        {2, "build_public_space", "process/provision/public_space.cpp",
         "Streets, squares and parks that lines pay for are built and kept up; what nobody pays for decays.",
         whole,
         [](MonthUnderWay& m) {
             build_public_space(m.n.streets, m.n.places, m.n.dwellings, m.n.provisions, m.n.lines,
                                m.p.funding, m.draws);
         }},
        {2, "adapt_dwellings", "process/provision/adapted_dwellings.cpp",
         "Dwellings that lines pay for are made fit for old age.", whole,
         [](MonthUnderWay& m) {
             adapt_dwellings(m.n.dwellings, m.n.residents, m.n.provisions, m.n.lines, m.p.funding, m.draws);
         }},
        {3, "settle_newcomers", "process/shock/newcomers.cpp",
         "Shocks bring refugees, and new homes with those who move in.", whole,
         [](MonthUnderWay& m) {
             auto people = m.people();
             settle_newcomers(people, m.n.streets, m.n.inflow, m.under.shocks, m.under.site, m.p, m.draws,
                              m.now);
         }},
        {3, "live_and_die", "process/household/demography.cpp", "Demography:", whole,
         [](MonthUnderWay& m) {
             m.made.died = live_and_die(m.people(), m.n.streets, m.n.inflow, m.n.norms, m.under.burn_in, m.p,
                                        m.draws, m.now, m.w, m.show);
         }},
        {3, "grow_older", "process/household/demography.cpp", "Birthdays; activity and free time follow.",
         part},
        {3, "die", "process/household/demography.cpp", "Deaths by life table, frailty and severe loneliness.",
         part},
        {3, "give_birth", "process/household/demography.cpp", "Births by the mother's age.", part},
        {3, "leave_home", "process/household/household_change.cpp", "Young residents leave their parents.",
         part},
        {3, "couple_and_part", "process/household/couples.cpp",
         "Couples form, with residents or people from elsewhere, and part.", part},
        {3, "move_out", "process/household/moves.cpp", "Households leave.", part},
        {3, "move_in", "process/household/moves.cpp", "Empty dwellings are filled from the inflow profile.",
         part},
        {4, "give_rides", "process/provision/rides.cpp",
         "Residents who get about badly have the rides that lines pay for.", whole,
         [](MonthUnderWay& m) {
             give_rides(m.n.residents, m.n.provisions, m.n.lines, m.p.funding, m.p.meeting_place, m.draws);
         }},
        {4, "support_leaders", "process/provision/network_leaders.cpp",
         "What residents who are supported as network leaders do for volunteering and initiatives.", whole,
         [](MonthUnderWay& m) {
             m.made.leaders = support_leaders(m.n.provisions, m.n.lines, m.n.residents, m.p.funding);
         }},
        {4, "treat_before_work", "study/month_step.cpp",
         "A trial changes posts, places, prices or streets; nothing without one.", whole,
         [](MonthUnderWay& m) { treat_before_work(m); }},
        {4, "work", "process/professional/work.cpp", "Professionals use their hours:", whole,
         [](MonthUnderWay& m) {
             m.made.work = work(m.n.posts, m.n.lines, m.n.provisions, m.n.residents, m.n.ties, m.n.dwellings,
                                m.n.places, m.n.initiatives, m.under.follow, m.p, m.outreach(), m.now,
                                m.made.proposals, m.made.arranged, m.w);
         }},
        {4, "residents_host", "process/professional/work.cpp", "Volunteers and initiatives host places.",
         part},
        {4, "keep_bonds", "process/professional/work.cpp", "Bonds with those who left are lost, others fade.",
         part},
        {4, "reach_residents", "process/professional/reach.cpp",
         "Clients in a trajectory first; then casework, outreach, connecting, money and collective work with "
         "those who need it most and are reached.",
         part},
        {4, "read_network", "process/help/initiatives.cpp",
         "Hours for initiatives are divided: serve what runs, mobilise, relieve.", part},
        {4, "treat_after_work", "study/month_step.cpp",
         "A trial does what its arm says to residents; nothing without one.", whole,
         [](MonthUnderWay& m) { treat_after_work(m); }},
        {5, "get_about", "process/wellbeing/company.cpp", "How easily everybody gets about this month.",
         whole, [](MonthUnderWay& m) { get_about(m.n.residents, m.made.arranged.outings, m.p); }},
        {5, "meet_as_initiatives", "process/help/initiatives.cpp",
         "The members of each initiative that runs are to meet this month.", whole,
         [](MonthUnderWay& m) {
             meet_as_initiatives(m.n.initiatives, m.n.residents, m.n.places,
                                 static_cast<float>(m.under.follow), m.p, m.draws, m.now, m.made.arranged);
         }},
        {5, "choose_places", "process/meeting_place/attendance.cpp",
         "Residents divide their outings over places and home; capacity binds; habits grow and fade.", whole,
         [](MonthUnderWay& m) {
             m.made.visits = choose_places(
                 m.n.residents, m.n.dwellings, m.n.streets, m.n.ties, m.n.places, m.p.meeting_place,
                 m.p.place_kind, m.draws, m.now, m.w,
                 {m.made.arranged.outings, static_cast<float>(m.p.support.voice_access) * m.made.work.voice});
         }},
        {5, "draw_words", "process/network/encounter.cpp",
         "Everybody's random numbers of the month: sessions, pavement, introductions, volunteering.", whole,
         [](MonthUnderWay& m) {
             m.made.random_words = draw_words(m.n.residents, m.n.places, m.draws, m.now);
         }},
        {5, "meet", "process/network/encounter.cpp",
         "The visitors of a place form sessions; those of one session meet, pair by pair; known pairs get "
         "hours, strangers may propose a tie.",
         whole,
         [](MonthUnderWay& m) {
             m.made.encounters = meet(m.n.ties, m.n.residents, m.n.places, m.made.visits, m.made.random_words,
                                      m.p.network, m.p.meeting_place, m.p.place_kind, m.made.proposals);
         }},
        {5, "meet_in_groups", "process/network/encounter.cpp",
         "So do the members of initiatives, and of groups that professionals or a trial bring together.",
         whole,
         [](MonthUnderWay& m) {
             meet_in_groups(m.n.ties, m.n.residents, m.made.arranged.groups, m.made.random_words, m.p.network,
                            m.p.meeting_place, m.p.place_kind, m.made.encounters, m.made.proposals);
         }},
        {5, "meet_in_street", "process/network/encounter.cpp", "The same between neighbours on the pavement.",
         whole,
         [](MonthUnderWay& m) {
             meet_in_street(m.n.ties, m.n.residents, m.n.dwellings, m.n.streets, m.n.norms.rural[0],
                            m.made.random_words, m.p.network, m.made.encounters, m.made.proposals);
         }},
        {5, "know_faces", "process/network/known_faces.cpp",
         "Faces of the own street become known, are forgotten, or move away.", whole,
         [](MonthUnderWay& m) {
             know_faces(m.n.residents, m.n.dwellings, m.n.streets, m.made.encounters, m.p.network, m.w);
         }},
        {6, "drift_apart", "process/network/drift_apart.cpp",
         "Once a year for each tie: the two may drift apart.", whole,
         [](MonthUnderWay& m) {
             drift_apart(m.n.ties, m.n.residents, m.n.dwellings, m.p.network, m.draws, m.now, m.w);
         }},
        {6, "turn_over_elsewhere", "process/network/drift_apart.cpp",
         "Once a year for each resident: friends elsewhere are lost and made.", whole,
         [](MonthUnderWay& m) { turn_over_elsewhere(m.n.residents, m.p.network, m.draws, m.now, m.w); }},
        {6, "friends_arrive", "process/network/friends_arrive.cpp",
         "Once a year for each resident: a friend elsewhere may be among those who moved in this month.",
         whole,
         [](MonthUnderWay& m) {
             friends_arrive(m.n.residents, m.p.network, m.draws, m.now, m.made.proposals);
         }},
        {6, "keep_and_lose", "process/network/keep_and_lose.cpp", "Ties live on:", whole,
         [](MonthUnderWay& m) {
             keep_and_lose(m.n.ties, m.n.residents, m.n.dwellings, m.under.shocks.visits_given_up,
                           m.made.random_words, m.p.network, m.draws, m.now, m.made.proposals);
         }},
        {6, "share_time", "process/network/keep_and_lose.cpp", "Free time is divided over private contact.",
         part},
        {6, "live_row", "process/network/keep_and_lose.cpp",
         "Per resident: contact adds hours, what it does not carry fades, what is forgotten ends.", part},
        {6, "introduce", "process/network/keep_and_lose.cpp", "Friends are introduced to each other.", part},
        {6, "begin_proposed_ties", "world/tie_change.cpp", "Ties that were proposed this month begin.", part},
        {7, "help_each_other", "process/help/small_help.cpp",
         "Small help is needed, asked for and given, or refused; an unmet need becomes a signal.", whole,
         [](MonthUnderWay& m) {
             m.made.refused = help_each_other(m.n.residents, m.n.ties, m.p.help, m.draws, m.now, m.w);
         }},
        {7, "care_for_each_other", "process/help/informal_care.cpp",
         "Long-term needs, carers and their hours; overload and breakdown.", whole,
         [](MonthUnderWay& m) {
             care_for_each_other(m.n.residents, m.n.ties, m.made.work, m.n.norms.rural[0], m.p, m.draws,
                                 m.now, m.w, m.show);
         }},
        {7, "volunteer", "process/help/volunteering.cpp", "Volunteers begin, most by being asked, and stop.",
         whole,
         [](MonthUnderWay& m) {
             volunteer(m.n.residents, m.n.dwellings, m.n.ties, m.n.places, m.n.lines, m.n.norms.rural[0],
                       m.made.work.mobilising_hours, m.made.random_words.volunteering, m.made.leaders, m.p,
                       m.draws, m.now, m.w);
         }},
        {7, "run_initiatives", "process/help/initiatives.cpp",
         "Residents' initiatives are born, live and end.", whole,
         [](MonthUnderWay& m) {
             run_initiatives(m.n.initiatives, m.n.residents, m.n.ties, m.n.places, m.made.work,
                             m.made.leaders, static_cast<float>(m.under.follow), m.p.help, m.draws);
         }},
        {8, "trust_and_belong", "process/wellbeing/trust.cpp",
         "Trust in neighbours and institutions, and belonging, follow encounters, help, places and the "
         "street.",
         whole,
         [](MonthUnderWay& m) {
             trust_and_belong(m.n.residents, m.n.ties, m.n.dwellings, m.n.streets, m.n.places,
                              m.n.norms.rural[0], m.made.encounters, m.made.refused, m.p, m.now, m.w);
         }},
        {8, "watch_streets", "process/wellbeing/efficacy.cpp",
         "Collective efficacy of each street, and its nuisance.", whole,
         [](MonthUnderWay& m) { watch_streets(m.n.streets, m.n.residents, m.n.dwellings, m.p); }},
        {8, "feel", "process/wellbeing/wellbeing.cpp",
         "Hours of good company are counted (wellbeing/company.cpp); then wellbeing:", whole,
         [](MonthUnderWay& m) {
             const auto company = feel_company(
                 m.n.residents, company_of_month(m.n.residents, m.n.places, m.made, m.p), m.p.company);
             const auto nuisance = nuisance_at_homes(m.n.residents, m.n.dwellings, m.n.streets,
                                                     static_cast<float>(m.p.cohesion.nuisance_usual));
             const Surroundings around{m.under.shocks.insecurity,
                                       m.n.norms.rural[0],
                                       {1.0F - m.under.shocks.visits_given_up, m.under.lonely_beyond, company,
                                        m.relax_loneliness()},
                                       nuisance};
             feel(m.n.residents, m.n.ties, around, m.p, m.draws, m.now, m.w, m.show);
         }},
        {8, "feel_lonely", "process/wellbeing/loneliness.cpp",
         "What comes and goes in loneliness drifts on; its two parts follow who one is, contact, company, "
         "support and "
         "that.",
         part},
        {8, "strain", "process/wellbeing/wellbeing.cpp", "Insecurity, distress and frailty.", part},
        {9, "seek_care", "process/care/care.cpp", "Care:", whole,
         [](MonthUnderWay& m) { seek_care(m.people(), m.p, m.draws, m.now, m.w, m.show); }},
        {9, "see_gp", "process/care/care.cpp", "Contacts with the GP.", part},
        {9, "end_care", "process/care/care.cpp", "Care that has lasted its time ends.", part},
        {9, "need_care", "process/care/care.cpp",
         "Indications for five lines of care; who is indicated waits.", part},
        {9, "admit", "process/care/care.cpp", "Free places go to who has waited longest.", part},
        {9, "pay_care", "process/care/care_cost.cpp", "The month's cost, by payer.", part},
        {9, "offend", "process/care/care.cpp", "Offending of young people.", whole,
         [](MonthUnderWay& m) {
             m.made.offences = offend(m.n.residents, m.n.ties, m.n.places, m.n.dwellings, m.n.streets,
                                      m.p.care, m.draws, m.w, m.show);
         }},
        {9, "exchange", "study/municipality.cpp",
         "Several neighbourhoods in one study: what crosses their borders:"},
        {9, "help_across", "study/help_across.cpp",
         "Whom nobody nearer helped is perhaps helped by a friend in another neighbourhood.", part},
        {9, "move_within", "study/move_within.cpp",
         "Households that left one neighbourhood find an empty dwelling in another, or leave the study.",
         part},
        {9, "admit_regional", "study/care_places.cpp",
         "Regional places go to who has waited longest, wherever they live.", part},
        {9, "ties_across", "study/ties_across.cpp",
         "Ties with residents of other neighbourhoods are kept, fade and end.", part},
        {10, "observe", "measure/observe.cpp",
         "Indicators and virtual survey; in the last month of a year the yearly ones and those by group."},
    };
    return processes;
}

}  // namespace weefsel
