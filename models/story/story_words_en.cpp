#include "models/story/story_words.hpp"

namespace weefsel {
namespace {

void tell(StoryWords& w, Told kind, const char* text) { w.told[static_cast<std::size_t>(kind)] = text; }

void start(StoryWords& w) {
    tell(w, Told::start_partner, "{Who} lives with a partner.");
    tell(w, Told::start_volunteer, "{Who} is a volunteer.");
    tell(w, Told::start_regular, "{Who} often goes to {place}.");
    tell(w, Told::start_professional, "{Who} knows {role} well.");
    tell(w, Told::start_care, "{Who} gets {line}.");
    tell(w, Told::start_long_help, "{Who} needs help every week.");
    tell(w, Told::start_cared_for, "Somebody close to {obj} cares for {obj}.");
    tell(w, Told::start_carer, "{Who} cares for somebody.");
    tell(w, Told::start_overload, "Caring is too heavy for {obj}.");
    tell(w, Told::start_severe_loneliness, "{Who} is severely lonely.");
}

void home(StoryWords& w) {
    tell(w, Told::moves_house, "{Who} moves to another home in the neighbourhood.");
    tell(w, Told::leaves_home, "{Who} leaves the parents' home for another in the same neighbourhood.");
    tell(w, Told::moves_within, "{Who} moves to {site}.");
    tell(w, Told::moves_away, "{Who} moves elsewhere. This story ends here.");
    tell(w, Told::dies, "{Who} dies, {n} years old.");
    tell(w, Told::partner_comes, "{Who} starts to live with a partner.");
    tell(w, Told::partners_part, "{Who} and {poss} partner split up.");
    tell(w, Told::partner_dies, "{Poss} partner dies.");
    tell(w, Told::child_born, "{Who} has a child.");
    tell(w, Told::baby_in_household, "A baby is born in the household.");
}

void taking_part(StoryWords& w) {
    tell(w, Told::volunteer_begins, "{Who} starts to volunteer.");
    tell(w, Told::volunteer_begins_at, "{Who} becomes a volunteer at {place}.");
    tell(w, Told::volunteer_stops, "{Who} stops volunteering.");
    tell(w, Told::regular_begins, "{Who} now often goes to {place}.");
    tell(w, Told::regular_stops, "{Who} no longer often goes to {place}.");
    tell(w, Told::place_closes, "A place where {who} often went closes: {place}.");
    tell(w, Told::professional_known, "{Who} now knows {role} well.");
    tell(w, Told::professional_leaves, "A professional whom {who} knew well leaves: {role}.");
    tell(w, Told::professional_lost, "{Who} is no longer in touch with {role}.");
    tell(w, Told::signal_stands, "{Who} has asked for help for three months and has not got it.");
}

void care(StoryWords& w) {
    tell(w, Told::long_help_begins, "{Who} needs help every week from now on.");
    tell(w, Told::long_help_ends, "{Who} no longer needs help every week.");
    tell(w, Told::carer_found, "Somebody close to {obj} begins to care for {obj}.");
    tell(w, Told::carer_lost, "{Who} has nobody left who cares for {obj}.");
    tell(w, Told::care_at_once, "{Who} needs {line} and gets it at once.");
    tell(w, Told::care_waits, "{Who} needs {line}. There is no room yet: {who} has to wait.");
    tell(w, Told::care_begins, "{Who} gets {line}, after a wait of {months}.");
    tell(w, Told::care_ends, "{Who} no longer has {line}.");
    tell(w, Told::carer_begins, "{Who} begins to care for somebody.");
    tell(w, Told::carer_ends, "{Who} no longer cares for somebody.");
    tell(w, Told::overload_begins, "Caring becomes too heavy for {obj}.");
    tell(w, Told::overload_ends, "Caring is no longer too heavy.");
    tell(w, Told::breakdown, "{Who} cannot go on caring and stops.");
    tell(w, Told::severe_loneliness_begins, "{Who} becomes severely lonely.");
    tell(w, Told::severe_loneliness_ends, "{Who} is no longer severely lonely.");
    tell(w, Told::offence, "{Who} commits an offence.");
}

void term(StoryWords& w, TermKind kind, const char* text) { w.term[static_cast<std::size_t>(kind)] = text; }

void terms(StoryWords& w) {
    term(w, TermKind::level, "fixed level");
    term(w, TermKind::age, "age (and sex, or kind of home)");
    term(w, TermKind::frailty, "frailty");
    term(w, TermKind::severe_loneliness, "severe loneliness");
    term(w, TermKind::in_residence, "living in residential care");
    term(w, TermKind::partner, "a partner or not");
    term(w, TermKind::belonging, "feeling at home in the neighbourhood");
    term(w, TermKind::informal_help, "help from people around");
    term(w, TermKind::strain, "money worries and stress in the family");
    term(w, TermKind::family_friends, "friends of the parents here");
    term(w, TermKind::distress, "psychological distress");
    term(w, TermKind::no_carer, "needs help and has no carer");
    term(w, TermKind::dwelling, "home not fit for old age");
    term(w, TermKind::support, "hours of support by professionals");
    term(w, TermKind::insecurity, "insecurity (money, work, housing)");
    term(w, TermKind::nuisance, "nuisance in the street");
    term(w, TermKind::peers, "friends who have offended before");
    term(w, TermKind::reach, "bond with a professional or host");
    term(w, TermKind::respite, "support for carers");
    term(w, TermKind::care_given, "hours of care given");
    term(w, TermKind::carer_frailty, "the carer's own frailty");
    term(w, TermKind::person, "who somebody is: nature, partner, loss");
    term(w, TermKind::contact, "hours with friends and close ones");
    term(w, TermKind::casual_friends, "number of casual friends");
    term(w, TermKind::company, "company: groups, places, helping, visits");
    term(w, TermKind::found_need, "a professional noticed the need");
}

void event(StoryWords& w, Hazard h, const char* text) { w.event[static_cast<std::size_t>(h)] = text; }

void hazards(StoryWords& w) {
    event(w, hazard_of(EventKind::death), "death");
    event(w, hazard_of(EventKind::birth), "having a child");
    event(w, hazard_of(EventKind::leave_home), "leaving the parents' home");
    event(w, hazard_of(EventKind::couple), "finding a partner");
    event(w, hazard_of(EventKind::separation), "splitting up");
    event(w, hazard_of(EventKind::gp_contact), "seeing the GP");
    event(w, hazard_of(EventKind::district_nursing), "needing district nursing");
    event(w, hazard_of(EventKind::wmo), "needing Wmo support");
    event(w, hazard_of(EventKind::youth_care), "needing youth care");
    event(w, hazard_of(EventKind::mental_care), "needing mental health care");
    event(w, hazard_of(EventKind::residential_care), "needing residential care");
    event(w, hazard_of(EventKind::offending), "committing an offence");
    event(w, hazard_of(EventKind::carer_breakdown), "no longer being able to go on caring");
    event(w, Hazard::move_out, "moving with the whole household");
    event(w, Hazard::loneliness, "being lonely");
}

void frames(StoryWords& w) {
    w.header = "Resident {id}: {person}, {age} years old at the start.";
    w.why_most =
        "Chosen because this life differs much: in \"{option}\" {gained}; all differences together: {n}.";
    w.why_typical =
        "Chosen as an ordinary example: for half of the residents the lives differ less or as little ({n}).";
    w.gained = "{n} more without severe loneliness";
    w.later_first = "the first time ({kind}) comes {n} later, or not";
    w.lost = "{n} fewer without severe loneliness";
    w.earlier_first = "the first time ({kind}) comes {n} earlier, or only here";
    w.when = "year {year}, month {month}";
    w.at_start = "at the start";
    w.in_every_option = "A line without a name in brackets holds in every option.";
    w.nothing = "Nothing happens that this story tells.";
    w.summary =
        "seen for {months}; {gp} contacts with the GP a year; severely lonely for {lonely}; a volunteer for "
        "{volunteer}; "
        "waiting for care for {waiting}; asked for help for three months without getting it {requests} "
        "times.";
    w.months_of[0] = "1 month";
    w.months_of[1] = "{n} months";
    w.parts = "Here the lives part: {event}. In \"{first}\" it comes in {when}";
    w.parts_most = "This differs most: {event}. In \"{first}\" it comes in {when}";
    w.later = ", in \"{other}\" not before {when}.";
    w.never = ", in \"{other}\" it does not come.";
    w.no_parting =
        "Care, moving, death and other events with a hazard come at the same moment in both lives.";
    w.threshold =
        "The threshold was {threshold}. By then the hazard had added up to {first_sum} in \"{first}\", and "
        "to "
        "{other_sum} in \"{other}\".";
    w.same_threshold_not =
        "Something went before that gave both lives another threshold; there is nothing to add up.";
    w.difference = "Difference in added-up hazard, \"{option}\" less \"{reference}\", by:";
    w.only_one = "months in which only one of both lives was at risk";
    w.carried = "left over from an earlier time";
    w.total = "together";
    w.last_month = "The hazard a month in {when}, as a sum of terms (natural logarithm):";
    w.term_column = "term";
    w.log_note = "difference";
    w.hazard_row = "hazard a month";
    w.lonely_parts =
        "Loneliness: from {when} on this life is severely lonely in \"{first}\" and not in \"{other}\".";
    w.lonely_month =
        "In the year up to then the lives differed most in {when}. The score as a sum of terms (logit):";
    w.score_row = "score (0-11) to which it then goes";
}

}  // namespace

StoryWords english_story_words() {
    StoryWords w;
    w.who = {"she", "he"};
    w.poss = {"her", "his"};
    w.obj = {"her", "him"};
    w.person = {"a girl", "a boy", "a woman", "a man"};
    for (std::size_t k = 0; k < place_kinds; ++k) w.place[k] = place_kinds_declared[k].the_en;
    for (std::size_t k = 0; k < roles; ++k) w.role[k] = roles_declared[k].a_en;
    for (std::size_t k = 0; k < care_lines; ++k) w.line[k] = care_lines_declared[k].en;
    start(w);
    home(w);
    taking_part(w);
    care(w);
    terms(w);
    hazards(w);
    frames(w);
    return w;
}

}  // namespace weefsel
