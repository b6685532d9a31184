#include "models/story/story_words.hpp"

namespace weefsel {
namespace {

void tell(StoryWords& w, Told kind, const char* text) { w.told[static_cast<std::size_t>(kind)] = text; }

void start(StoryWords& w) {
    tell(w, Told::start_partner, "{Who} woont samen met een partner.");
    tell(w, Told::start_volunteer, "{Who} doet vrijwilligerswerk.");
    tell(w, Told::start_regular, "{Who} komt vaak bij {place}.");
    tell(w, Told::start_professional, "{Who} kent {role} goed.");
    tell(w, Told::start_care, "{Who} krijgt {line}.");
    tell(w, Told::start_long_help, "{Who} heeft elke week hulp nodig.");
    tell(w, Told::start_cared_for, "Iemand uit {poss} omgeving is mantelzorger voor {obj}.");
    tell(w, Told::start_carer, "{Who} is mantelzorger.");
    tell(w, Told::start_overload, "De mantelzorg is {obj} te zwaar.");
    tell(w, Told::start_severe_loneliness, "{Who} is ernstig eenzaam.");
}

void home(StoryWords& w) {
    tell(w, Told::moves_house, "{Who} verhuist naar een andere woning in de buurt.");
    tell(w, Told::leaves_home, "{Who} gaat op zichzelf wonen, in dezelfde buurt.");
    tell(w, Told::moves_within, "{Who} verhuist naar {site}.");
    tell(w, Told::moves_away, "{Who} verhuist uit de buurt. Hier houdt dit verhaal op.");
    tell(w, Told::dies, "{Who} overlijdt. {Who} is {n} jaar geworden.");
    tell(w, Told::partner_comes, "{Who} gaat samenwonen met een partner.");
    tell(w, Told::partners_part, "{Who} en {poss} partner gaan uit elkaar.");
    tell(w, Told::partner_dies, "{Poss} partner overlijdt.");
    tell(w, Told::child_born, "{Who} krijgt een kind.");
    tell(w, Told::baby_in_household, "Er wordt een baby geboren in het gezin.");
}

void taking_part(StoryWords& w) {
    tell(w, Told::volunteer_begins, "{Who} begint met vrijwilligerswerk.");
    tell(w, Told::volunteer_begins_at, "{Who} wordt vrijwilliger bij {place}.");
    tell(w, Told::volunteer_stops, "{Who} stopt met vrijwilligerswerk.");
    tell(w, Told::regular_begins, "{Who} komt vanaf nu vaak bij {place}.");
    tell(w, Told::regular_stops, "{Who} komt niet meer vaak bij {place}.");
    tell(w, Told::place_closes, "Een plek waar {who} vaak kwam, gaat dicht: {place}.");
    tell(w, Told::professional_known, "{Who} kent {role} nu goed.");
    tell(w, Told::professional_leaves, "Een beroepskracht die {who} goed kende, gaat weg: {role}.");
    tell(w, Told::professional_lost, "{Who} heeft geen contact meer met {role}.");
    tell(w, Told::signal_stands, "{Who} vraagt al drie maanden om hulp en krijgt die niet.");
}

void care(StoryWords& w) {
    tell(w, Told::long_help_begins, "{Who} heeft vanaf nu elke week hulp nodig.");
    tell(w, Told::long_help_ends, "{Who} heeft niet meer elke week hulp nodig.");
    tell(w, Told::carer_found, "Iemand uit {poss} omgeving wordt mantelzorger voor {obj}.");
    tell(w, Told::carer_lost, "{Who} heeft geen mantelzorger meer.");
    tell(w, Told::care_at_once, "{Who} heeft {line} nodig en krijgt dat meteen.");
    tell(w, Told::care_waits, "{Who} heeft {line} nodig. Er is nog geen plaats: {who} moet wachten.");
    tell(w, Told::care_begins, "{Who} krijgt {line}, na {months} wachten.");
    tell(w, Told::care_ends, "{Who} heeft geen {line} meer.");
    tell(w, Told::carer_begins, "{Who} wordt mantelzorger.");
    tell(w, Told::carer_ends, "{Who} is geen mantelzorger meer.");
    tell(w, Told::overload_begins, "De mantelzorg wordt {obj} te zwaar.");
    tell(w, Told::overload_ends, "De mantelzorg is niet meer te zwaar.");
    tell(w, Told::breakdown, "{Who} houdt de mantelzorg niet meer vol en stopt.");
    tell(w, Told::severe_loneliness_begins, "{Who} wordt ernstig eenzaam.");
    tell(w, Told::severe_loneliness_ends, "{Who} is niet meer ernstig eenzaam.");
    tell(w, Told::offence, "{Who} pleegt een delict.");
}

void term(StoryWords& w, TermKind kind, const char* text) { w.term[static_cast<std::size_t>(kind)] = text; }

void terms(StoryWords& w) {
    term(w, TermKind::level, "vaste grootte");
    term(w, TermKind::age, "leeftijd (en geslacht of soort woning)");
    term(w, TermKind::frailty, "kwetsbaarheid");
    term(w, TermKind::severe_loneliness, "ernstige eenzaamheid");
    term(w, TermKind::in_residence, "wonen in een verpleeghuis");
    term(w, TermKind::partner, "wel of geen partner");
    term(w, TermKind::belonging, "zich thuis voelen in de buurt");
    term(w, TermKind::informal_help, "hulp van mensen om zich heen");
    term(w, TermKind::strain, "geldzorgen en spanning in het gezin");
    term(w, TermKind::family_friends, "vrienden van de ouders in de buurt");
    term(w, TermKind::distress, "psychische klachten");
    term(w, TermKind::no_carer, "hulp nodig en geen mantelzorger");
    term(w, TermKind::dwelling, "woning niet geschikt voor ouderen");
    term(w, TermKind::support, "uren steun van beroepskrachten");
    term(w, TermKind::insecurity, "onzeker bestaan (geld, werk, wonen)");
    term(w, TermKind::nuisance, "overlast in de straat");
    term(w, TermKind::peers, "vrienden die al een delict pleegden");
    term(w, TermKind::reach, "band met een beroepskracht of gastheer");
    term(w, TermKind::respite, "steun voor mantelzorgers");
    term(w, TermKind::care_given, "uren mantelzorg");
    term(w, TermKind::carer_frailty, "eigen kwetsbaarheid van de mantelzorger");
    term(w, TermKind::person, "wie iemand is: karakter, partner, verlies");
    term(w, TermKind::contact, "uren met vrienden en naasten");
    term(w, TermKind::casual_friends, "aantal goede kennissen");
    term(w, TermKind::company, "gezelschap: groepen, plekken, helpen, bezoek");
    term(w, TermKind::found_need, "een beroepskracht zag wat er nodig was");
}

void event(StoryWords& w, Hazard h, const char* text) { w.event[static_cast<std::size_t>(h)] = text; }

void hazards(StoryWords& w) {
    event(w, hazard_of(EventKind::death), "overlijden");
    event(w, hazard_of(EventKind::birth), "een kind krijgen");
    event(w, hazard_of(EventKind::leave_home), "het ouderlijk huis verlaten");
    event(w, hazard_of(EventKind::couple), "een partner vinden");
    event(w, hazard_of(EventKind::separation), "uit elkaar gaan");
    event(w, hazard_of(EventKind::gp_contact), "contact met de huisarts");
    event(w, hazard_of(EventKind::district_nursing), "wijkverpleging nodig hebben");
    event(w, hazard_of(EventKind::wmo), "Wmo-hulp nodig hebben");
    event(w, hazard_of(EventKind::youth_care), "jeugdhulp nodig hebben");
    event(w, hazard_of(EventKind::mental_care), "hulp van de ggz nodig hebben");
    event(w, hazard_of(EventKind::residential_care), "een verpleeghuis nodig hebben");
    event(w, hazard_of(EventKind::offending), "een delict plegen");
    event(w, hazard_of(EventKind::carer_breakdown), "de mantelzorg niet meer volhouden");
    event(w, Hazard::move_out, "verhuizen met het hele huishouden");
    event(w, Hazard::loneliness, "eenzaam zijn");
}

void frames(StoryWords& w) {
    w.header = "Bewoner {id}: {person} van {age} jaar bij het begin.";
    w.why_most =
        "Gekozen omdat dit leven veel verschilt: in \"{option}\" {gained}; alle verschillen samen: {n}.";
    w.why_typical =
        "Gekozen als gewoon voorbeeld: bij de helft van de bewoners verschillen de levens minder of even "
        "weinig ({n}).";
    w.gained = "{n} meer zonder ernstige eenzaamheid";
    w.later_first = "komt de eerste keer ({kind}) {n} later of niet";
    w.lost = "{n} minder zonder ernstige eenzaamheid";
    w.earlier_first = "komt de eerste keer ({kind}) {n} eerder, of alleen hier";
    w.when = "jaar {year}, maand {month}";
    w.at_start = "bij het begin";
    w.in_every_option = "Een regel zonder naam tussen haken geldt in elke optie.";
    w.nothing = "Er gebeurt niets dat dit verhaal vertelt.";
    w.summary =
        "{months} in beeld; {gp} contacten met de huisarts per jaar; {lonely} ernstig eenzaam; {volunteer} "
        "vrijwilliger; "
        "{waiting} gewacht op zorg; {requests} keer drie maanden om hulp gevraagd zonder die te krijgen.";
    w.months_of[0] = "1 maand";
    w.months_of[1] = "{n} maanden";
    w.parts = "Hier gaan de levens uit elkaar: {event}. In \"{first}\" gebeurt dat in {when}";
    w.parts_most = "Dit verschilt het meest: {event}. In \"{first}\" gebeurt dat in {when}";
    w.later = ", in \"{other}\" pas in {when}.";
    w.never = ", in \"{other}\" niet.";
    w.no_parting =
        "Zorg, verhuizen, overlijden en andere gebeurtenissen met een kans komen in beide levens op "
        "hetzelfde moment.";
    w.threshold =
        "De drempel was {threshold}. In \"{first}\" was de kans bij elkaar opgeteld toen {first_sum}, in "
        "\"{other}\" {other_sum}.";
    w.same_threshold_not =
        "Door iets wat eerder gebeurde, hadden de twee levens niet dezelfde drempel; er valt dus niets op te "
        "tellen.";
    w.difference = "Verschil in opgetelde kans, \"{option}\" min \"{reference}\", door:";
    w.only_one = "maanden waarin het maar in een van de twee levens kon gebeuren";
    w.carried = "wat over was van een vorige keer";
    w.total = "samen";
    w.last_month = "De kans per maand in {when}, als som van termen (natuurlijke logaritme):";
    w.term_column = "term";
    w.log_note = "verschil";
    w.hazard_row = "kans per maand";
    w.lonely_parts =
        "Eenzaamheid: vanaf {when} is dit leven in \"{first}\" ernstig eenzaam en in \"{other}\" niet.";
    w.lonely_month =
        "In het jaar tot dan verschilden de levens het meest in {when}. De score als som van termen (logit):";
    w.score_row = "score (0-11) waar die dan naartoe beweegt";
}

}  // namespace

StoryWords dutch_story_words() {
    StoryWords w;
    w.who = {"zij", "hij"};
    w.poss = {"haar", "zijn"};
    w.obj = {"haar", "hem"};
    w.person = {"een meisje", "een jongen", "een vrouw", "een man"};
    for (std::size_t k = 0; k < place_kinds; ++k) w.place[k] = place_kinds_declared[k].the_nl;
    for (std::size_t k = 0; k < roles; ++k) w.role[k] = roles_declared[k].a_nl;
    for (std::size_t k = 0; k < care_lines; ++k) w.line[k] = care_lines_declared[k].nl;
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
