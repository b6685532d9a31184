#include "switch_table.hpp"

namespace weefsel::test_switches_ties {

// What one parameter switches off in places, encounters and ties (MODEL 5.3 and 5.4).

namespace {

const std::string habits =
    "resident.habit.1 resident.habit.2 resident.habit.3 resident.regular.1 resident.regular.2 "
    "resident.regular.3 resident.companions.1 resident.companions.2 resident.companions.3 ";
const std::string choice = "month.visits resident.visits place.visits " + habits;
const std::string encounters =
    "tie.row month.good_encounters month.encounters_known month.bad_encounters month.proposals";
const std::string new_ties = "tie.count tie.row tie.started tie.ended month.proposals";
const std::string simulated_ties =
    new_ties + " tie.contact tie.casual tie.casual_outside tie.friends tie.close tie.budget_share";

void hosted_and_short_of_hours(MonthInParts& m, Parameters&) {
    for (auto& hours : m.n.lines.support_hours) hours.fill(4.0F);
    for (auto& hours : m.n.places.own_hours) hours *= 0.6F;
}
void all_invited(MonthInParts& m, Parameters& p) {
    p.professional.invite_chance = 1;
    everybody(m, [](Residents& r, ResidentId who) { r.invited[who] = 0; });
}
void little_room(MonthInParts& m, Parameters&) {
    for (auto& capacity : m.n.places.capacity) capacity = 20.0F;
}
void usually_few(MonthInParts& m, Parameters&) {
    for (auto& size : m.n.places.usual_size) size = 4.0F;
}
void frail_people(MonthInParts& m, Parameters&) {
    everybody(m, [](Residents& r, ResidentId who) { r.frailty[who] = 0.6F; });
}
void people_with_rides(MonthInParts& m, Parameters& p) {
    frail_people(m, p);
    provide(m, Purchase::Kind::transport, 500);
}
void in_the_country(MonthInParts& m, Parameters&) { m.n.norms.rural[0] = 1.0F; }
void half_go_wrong(MonthInParts&, Parameters& p) { p.network.negative_base = 0.5; }
void many_drift_apart(MonthInParts& m, Parameters& p) {
    p.network.drift_apart = 3;
    everybody(m, [&](Residents& r, ResidentId who) {
        r.moved[who] = static_cast<std::int16_t>(m.now.value - 1);
        r.birth_month[who] = static_cast<std::int16_t>(m.now.value - 12 * r.age[who]);
    });
}
void all_of_one_school(MonthInParts& m, Parameters& p) {
    everybody(m, [](Residents& r, ResidentId who) { r.age[who] = 20; });
    many_drift_apart(m, p);
}
/// Every third resident of 30 and over moved in this month; everybody's birthday is this month.
void a_friend_moves_in(MonthInParts& m, Parameters& p) {
    p.network.outside_arrival = 0.2;
    everybody(m, [&](Residents& r, ResidentId who) {
        r.birth_month[who] = static_cast<std::int16_t>(m.now.value - 12 * r.age[who]);
        if (who.index() % 3 == 0 && r.age[who] >= 30) r.arrived[who] = static_cast<std::int16_t>(m.now.value);
    });
}
void half_known(MonthInParts& m, Parameters&) {
    everybody(m, [](Residents& r, ResidentId who) { r.known_street[who] = 0.5F; });
}
void many_introductions(MonthInParts&, Parameters& p) {
    p.network.introductions = 1;
    p.professional.connect_success = 1;
}

const std::vector<Switch> switches{
    {"friends take each other along", "meeting_place.taken_along", 0, "choose_places", "month.visits", choice,
     nullptr, 0.5},
    {"habit draws", "meeting_place.habit_worth", 0, "choose_places", "month.visits", choice},
    {"habits form", "meeting_place.habit_gain", 0, "choose_places", "resident.habit.1", habits},
    {"companions draw", "meeting_place.companions_worth", 0, "choose_places", "month.visits", choice},
    {"places are for ages", "meeting_place.fit_worth", 0, "choose_places", "month.visits", choice},
    {"warmth draws", "meeting_place.warmth_worth", 0, "choose_places", "month.visits", choice},
    {"quality draws", "meeting_place.quality_worth", 0, "choose_places", "month.visits", choice},
    {"a host draws", "meeting_place.host_worth", 0, "choose_places", "month.visits", choice,
     hosted_and_short_of_hours},
    {"open hours draw", "meeting_place.hours_worth", 0, "choose_places", "month.visits", choice,
     hosted_and_short_of_hours},
    {"paid hosts", "meeting_place.host_paid", 0, "choose_places,meet", "month.visits",
     choice + " " + encounters, hosted_and_short_of_hours},
    {"volunteers host", "meeting_place.host_volunteer", 0, "choose_places,meet", "month.visits",
     choice + " " + encounters, hosted_and_short_of_hours},
    {"tastes differ", "meeting_place.taste", 0, "choose_places", "month.visits", choice},
    {"nuisance keeps people in", "meeting_place.outings_lost_to_nuisance", 0, "choose_places", "month.visits",
     choice},
    {"rides bring people", "meeting_place.rides_relief", 0, "get_about,choose_places", "month.visits",
     choice + " resident.mobility", people_with_rides},
    {"an invitation draws", "meeting_place.invitation_worth", 0, "choose_places", "month.visits", choice,
     all_invited},
    {"frailty shortens reach", "meeting_place.reach_lost_when_frail", 0, "choose_places", "month.visits",
     choice, frail_people},
    {"doors that are hard to enter", "meeting_place.barrier", 0, "choose_places", "month.visits", choice},
    {"places that cost money", "meeting_place.money", 0, "choose_places", "month.visits", choice},
    {"the first time is hard", "meeting_place.threshold", 0, "choose_places", "month.visits", choice},
    {"places compete for visitors", "meeting_place.substitution", 0, "choose_places", "month.visits", choice},
    {"new places are considered", "meeting_place.consider_new", 0, "choose_places", "month.visits", choice},
    {"capacity binds", "meeting_place.capacity_binds", 0, "choose_places", "month.visits", choice,
     little_room},
    {"who finds no room loses habit", "meeting_place.turned_away", 0, "choose_places", "resident.habit.1",
     habits, little_room},

    {"encounters at places", "meeting_place.encounters", 0, "meet,meet_in_groups", "month.good_encounters",
     encounters},
    {"a host brings people together", "meeting_place.encounters_host", 0, "meet", "month.good_encounters",
     encounters},
    {"known faces meet more", "meeting_place.known_more", 1, "meet", "month.good_encounters", encounters},
    {"encounters begin ties", "meeting_place.start", 0, "meet", "month.proposals"},
    {"a host bridges", "meeting_place.start_bridging", 0, "meet", "month.proposals", "", nullptr, 2},
    {"lonely people withdraw", "network.openness_loneliness", 0, "work,meet,meet_in_street,keep_and_lose",
     "month.proposals", new_ties + " resident.invited", many_introductions},
    {"distrust closes people", "network.openness_distrust", 0, "work,meet,meet_in_street,keep_and_lose",
     "month.proposals", new_ties + " resident.invited", many_introductions},
    {"like meets like in age", "network.homophily_age", 0, "work,meet,meet_in_street,keep_and_lose",
     "month.proposals", new_ties + " resident.invited", many_introductions},
    {"like meets like in education", "network.homophily_education", 0,
     "work,meet,meet_in_street,keep_and_lose", "month.proposals", new_ties + " resident.invited",
     many_introductions},
    {"like meets like in origin", "network.homophily_origin", 0, "work,meet,meet_in_street,keep_and_lose",
     "month.proposals", new_ties + " resident.invited", many_introductions},
    {"bad encounters", "network.negative_encounters", 0, "meet,meet_in_street", "month.bad_encounters",
     encounters},
    {"encounters go wrong by chance", "network.negative_base", 0, "meet,meet_in_street",
     "month.bad_encounters", encounters, nullptr, 0.02},
    {"nuisance turns encounters bad", "network.negative_nuisance", 0, "meet_in_street",
     "month.bad_encounters", encounters},
    {"crowding turns encounters bad", "network.negative_crowding", 0, "meet", "month.bad_encounters",
     encounters, usually_few, 0.5},
    {"insecurity turns encounters bad", "network.negative_insecurity", 0, "meet,meet_in_street",
     "month.bad_encounters", encounters, nullptr, 0.3},
    {"bad encounters take hours", "network.negative_hours", 0, "meet,meet_in_street", "tie.row", "",
     half_go_wrong},
    {"encounters in the street", "network.street_chance", 0, "meet_in_street", "month.good_encounters",
     encounters},
    {"one greets in the country", "network.street_rural", 0, "meet_in_street", "month.good_encounters",
     encounters, in_the_country},
    {"the street begins ties", "network.street_start", 0, "meet_in_street", "month.proposals"},
    {"a chat in the street is contact", "network.street_hours", 0, "meet_in_street", "tie.row",
     "month.proposals"},
    {"people drift apart", "network.drift_apart", 0, "drift_apart", "tie.row", "", many_drift_apart},
    {"contact keeps people together", "network.drift_contact", 0, "drift_apart", "tie.row", "",
     many_drift_apart},
    {"a place keeps people together", "network.drift_place", 0, "drift_apart", "tie.row", "",
     many_drift_apart},
    {"a street keeps people together", "network.drift_street", 0, "drift_apart", "tie.row", "",
     many_drift_apart},
    {"a school keeps people together", "network.drift_school", 0, "drift_apart", "tie.row", "",
     all_of_one_school},
    {"stages of life part people", "network.drift_stage", 0, "drift_apart", "tie.row", "", many_drift_apart},
    {"years between part people", "network.drift_age", 0, "drift_apart", "tie.row", "", many_drift_apart},
    {"a move of house parts people", "network.drift_moved", 0, "drift_apart", "tie.row", "",
     many_drift_apart},
    {"kin drift apart less", "network.drift_kin", 1, "drift_apart", "tie.row", "", many_drift_apart},
    {"friends elsewhere come and go", "network.outside_turnover", 0, "turn_over_elsewhere",
     "resident.outside_friends"},
    {"friends elsewhere come to live here", "network.outside_arrival", 0, "friends_arrive",
     "resident.outside_friends", "month.proposals", a_friend_moves_in},
    {"faces are known by meeting", "network.known_by_meeting", 0, "know_faces", "resident.known_street"},
    {"faces are known by being there", "network.known_by_time", 0, "know_faces", "resident.known_street"},
    {"faces are forgotten", "network.known_forgotten", 0, "know_faces", "resident.known_street", "",
     half_known},
    {"neighbours seek contact", "network.want_neighbour", 0, "keep_and_lose", "tie.row", simulated_ties},
    {"private contact", "network.private_share", 0, "keep_and_lose", "tie.budget_share", simulated_ties},
    {"ties fade", "network.fading", 0, "keep_and_lose", "tie.row", simulated_ties},
    {"friends introduce friends", "network.introductions", 0, "keep_and_lose", "tie.started", new_ties,
     nullptr, 1},
};
const bool in_table = noted(switches);

}  // namespace

TEST_CASE("places, encounters and ties: each parameter takes away its own mechanism and nothing else") {
    REQUIRE(in_table);
    for (const auto& s : switches) removes_its_effect_and_nothing_else(s);
}

TEST_CASE("without capacity everybody who comes gets in") {
    auto month = a_rich_buurt();
    Parameters p;
    little_room(month, p);
    p.meeting_place.capacity_binds = 0;
    for (const auto& part : parts_of_month()) {
        month.run(part, p);
        if (part.name == "choose_places") break;
    }
    std::uint32_t counted = 0, came = 0;
    for (const auto visits : month.n.places.visits) counted += visits;
    for (const auto& visit : month.made.visits) came += visit.times;
    CHECK(counted == came);
    CHECK(counted > 20 * month.n.places.rows());
}

TEST_CASE("without fading a friendship without contact keeps its hours") {
    SmallWorld world(2);
    world.p.network.private_share = 0;
    world.p.network.fading = 0;
    world.tie(0, 1, TieKind::friend_, 100.0F);
    for (int month = 0; month < 12; ++month) world.step(month);
    CHECK(world.hours(0, 1) == 100.0F);
}

}  // namespace weefsel::test_switches_ties
