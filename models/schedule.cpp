#include "models/schedule.hpp"

namespace weefsel {

const std::vector<std::string_view>& schedule_steps() {
    static const std::vector<std::string_view> steps{
        "calendar", "money and staff", "demography", "work",   "places", "ties",
        "help",     "wellbeing",       "care",       "observe"};
    return steps;
}

const std::vector<ScheduledProcess>& schedule() {
    constexpr bool part = true;
    static const std::vector<ScheduledProcess> processes{
        {1, "shocks_of", "shock/shock.cpp", "Shocks begin and end; what they do this month."},
        {1, "close_places", "shock/shock.cpp", "Places are closed by the share that the shocks say."},
        {1, "pay_and_staff", "funding/pay_and_staff.cpp", "Contracts, money and staff:"},
        {1, "open_books", "funding/pay_and_staff.cpp", "The month's books are opened.", part},
        {1, "turn_contracts", "funding/contracts.cpp",
         "Grants end, are renewed or begin after a tender; cuts fall due; reviews stop weak activities; "
         "partnership trust follows.",
         part},
        {2, "leave_and_hire", "professional/staffing.cpp",
         "Incumbents leave, vacancies count down, new ones begin.", part},
        {2, "pay_contracts_and_places", "funding/pay_and_staff.cpp",
         "Per running line: tender, contract and places are paid.", part},
        {2, "pay_post", "funding/pay_and_staff.cpp",
         "Per post: salary is spent, or saved while vacant; saved money pays extra hours where it may.",
         part},
        {2, "return_unspent", "funding/pay_and_staff.cpp",
         "At the end of a year or term: what may not be carried goes back.", part},
        {2, "close_books", "funding/pay_and_staff.cpp", "What is held is counted; terms run on.", part},
        {2, "count_hours", "professional/staffing.cpp",
         "Hours of posts: reporting, partner work, learning off; direct hours left.", part},
        {2, "open_places", "funding/pay_and_staff.cpp",
         "Places get the hours and the quality that lines buy.", part},
        {3, "live_and_die", "household/demography.cpp", "Demography:"},
        {3, "grow_older", "household/demography.cpp", "Birthdays; activity and free time follow.", part},
        {3, "die", "household/demography.cpp", "Deaths by life table, frailty and severe loneliness.", part},
        {3, "give_birth", "household/demography.cpp", "Births by the mother's age.", part},
        {3, "leave_home", "household/household_change.cpp", "Young residents leave their parents.", part},
        {3, "couple_and_part", "household/household_change.cpp", "Partners come, couples part.", part},
        {3, "move_out", "household/moves.cpp", "Households leave.", part},
        {3, "move_in", "household/moves.cpp", "Empty dwellings are filled from the inflow profile.", part},
        {4, "work", "professional/work.cpp", "Professionals use their hours:"},
        {4, "residents_host", "professional/work.cpp", "Volunteers and initiatives host places.", part},
        {4, "keep_bonds", "professional/work.cpp", "Bonds with those who left are lost, others fade.", part},
        {4, "reach_residents", "professional/reach.cpp",
         "Casework, outreach, connecting and money casework, with whom needs it most and is reached.", part},
        {5, "choose_places", "meeting_place/attendance.cpp",
         "Residents divide their outings over places and home; capacity binds; habits grow and fade."},
        {5, "draw_lots", "network/encounter.cpp",
         "Everybody's lots of the month: sessions, pavement, introductions, volunteering."},
        {5, "meet", "network/encounter.cpp",
         "Visitors of one session meet, pair by pair; known pairs get hours, strangers may propose a tie."},
        {5, "meet_in_street", "network/encounter.cpp", "The same between neighbours on the pavement."},
        {6, "keep_and_lose", "network/keep_and_lose.cpp", "Ties live on:"},
        {6, "share_time", "network/keep_and_lose.cpp", "Free time is divided over private contact.", part},
        {6, "live_row", "network/keep_and_lose.cpp",
         "Per resident: contact adds hours, what it does not carry fades, what is forgotten ends.", part},
        {6, "introduce", "network/keep_and_lose.cpp", "Friends are introduced to each other.", part},
        {6, "begin_proposed_ties", "network/tie_change.cpp", "Ties that were proposed this month begin.",
         part},
        {7, "help_each_other", "help/small_help.cpp",
         "Small help is needed, asked for and given, or refused; an unmet need becomes a signal."},
        {7, "care_for_each_other", "help/informal_care.cpp",
         "Long-term needs, carers and their hours; overload and breakdown."},
        {7, "volunteer", "help/volunteering.cpp", "Volunteers begin, most by being asked, and stop."},
        {7, "run_initiatives", "help/initiatives.cpp", "Residents' initiatives are born, live and end."},
        {8, "feel", "wellbeing/wellbeing.cpp", "Wellbeing:"},
        {8, "feel_lonely", "wellbeing/wellbeing.cpp", "Loneliness relaxes to what ties and life events give.",
         part},
        {8, "trust_and_belong", "wellbeing/wellbeing.cpp",
         "Trust in neighbours and institutions, and belonging, follow encounters, help and the street.",
         part},
        {8, "strain", "wellbeing/wellbeing.cpp", "Insecurity, distress and frailty.", part},
        {9, "seek_care", "care/care.cpp", "Care:"},
        {9, "see_gp", "care/care.cpp", "Contacts with the GP.", part},
        {9, "end_care", "care/care.cpp", "Care that has lasted its time ends.", part},
        {9, "need_care", "care/care.cpp", "Indications for five lines of care; who is indicated waits.",
         part},
        {9, "admit", "care/care.cpp", "Free places go to who has waited longest.", part},
        {9, "pay_care", "care/care_cost.cpp", "The month's cost, by payer.", part},
        {9, "offend", "care/care.cpp", "Offending of young people."},
        {9, "exchange", "municipality.cpp", "Several neighbourhoods in one study: what crosses their borders:"},
        {9, "move_within", "exchange/move_within.cpp",
         "Households that left one neighbourhood find an empty dwelling in another, or leave the study.", part},
        {9, "admit_regional", "exchange/care_places.cpp",
         "Regional places go to who has waited longest, wherever they live.", part},
        {9, "ties_across", "exchange/ties_across.cpp",
         "Ties with residents of other neighbourhoods are kept, fade and end.", part},
        {10, "observe", "observe.cpp",
         "Indicators and virtual survey; in the last month of a year the yearly ones and those by group."},
    };
    return processes;
}

}  // namespace weefsel
