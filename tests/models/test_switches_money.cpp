#include <algorithm>

#include "arranged_money.hpp"

namespace weefsel::test_switches_money {

// What one parameter switches off in money, staff and work (MODEL 5.6 and 5.7).

namespace {

const std::string lost_bonds = reach + " resident.trust resident.drift";

void too_many_cases(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& cases : m.n.posts.caseload) cases = 150.0F;
}
void all_new(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& months : m.n.posts.months_in_post) months = 0;
}
void somebody_leaves(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& left : m.n.posts.exit_left) left = 0.0F;
    everybody(m, [](Residents& r, ResidentId who) {
        r.known_post[who] = {0, 1};
        r.bond[who] = {0.8F, 0.6F};
    });
}

void many_clients(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [](Residents& r, ResidentId who) {
        r.known_post[who] = {0, 1};
        r.bond[who] = {0.8F, 0.6F};
        r.trajectory_left[who] = 5;
    });
    for (const auto post : m.n.posts.ids())  // the one with most casework
        if (m.n.posts.role[post] == Role::maatschappelijk_werker)
            everybody(m, [post](Residents& r, ResidentId who) {
                r.trajectory_post[who] = r.known_post[who][0] = post.value;
            });
}
void clients_when_grants_end(MonthInParts& m, Parameters& p) {
    many_clients(m, p);
    for (auto& months : m.n.lines.ends_in) months = 0;
}
void known_for_long(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [](Residents& r, ResidentId who) {
        r.known_post[who] = {0, 1};
        r.bond[who] = {0.8F, 0.6F};
    });
}
void all_are_heard(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    p.professional.voice_hours = 1;
    for (auto& share : m.n.lines.voice) share = 0.5F;
    everybody(m, [](Residents& r, ResidentId who) { r.frailty[who] = 0.4F; });
}
void cuts_fall(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& left : m.n.lines.cut_left) left = 0.0F;
    for (auto& months : m.n.lines.notice) months = 0;
}
void old_lines_are_cut(MonthInParts& m, Parameters& p) {
    cuts_fall(m, p);
    for (auto& months : m.n.lines.age) months = 48;
}

void renewals(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& months : m.n.lines.term) months = 12;
    for (auto& months : m.n.lines.month_of_term) months = 12;
    for (auto& months : m.n.lines.ends_in) months = -1;
}

void some_signals_stand(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [](Residents& r, ResidentId who) {
        r.signal[who] = r.income[who] == Income::high ? 4 : who.index() % 4 == 0 ? 5 : 0;
    });
}
void partners_do_not_trust(MonthInParts& m, Parameters& p) {
    some_signals_stand(m, p);
    for (auto& trust : m.n.lines.trust) trust = 0.0F;
}
void a_connector(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& role : m.n.posts.role) role = Role::connector;
}
void one_activity_is_best(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    p.funding.review_bar = 2;
    p.funding.review_noise = 0;
    auto& l = m.n.lines;
    for (auto& era : l.era) era = m.now.value - 11;
    for (auto& chance : l.review) chance = 1.0F;
    for (auto& quality : l.quality) quality = -0.5F;
    l.quality[LineId{0}] = 0.5F;
}
void workers_are_trained(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    for (auto& training : m.n.posts.training) training = 4000.0F;
}
void leaders_are_supported(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    provide(m, Purchase::Kind::network_leaders, 5);
}
void a_line_says(MonthInParts& m, Parameters& p, Purchase::Kind kind, double amount) {
    nothing_falls(m, p);
    provide(m, kind, amount);
    // Of a line for which somebody works.
    for (const auto post : m.n.posts.ids())
        if (const auto line = m.n.posts.line[post];
            line.exists() && m.n.lines.running[line] != 0 && m.n.posts.filled[post] != 0)
            m.n.provisions.line[ProvisionId{0}] = line;
}
void workers_are_paid_well(MonthInParts& m, Parameters& p) { a_line_says(m, p, Purchase::Kind::pay, 0.3); }
void well_paid_workers_leave(MonthInParts& m, Parameters& p) {
    a_line_says(m, p, Purchase::Kind::pay, 0.3);
    somebody_leaves(m, p);
    p.professional.vacancy_months = 12;
}
void doors_are_closed(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    p.professional.crisis_calls = 0.8;
    m.under.shocks.places_closed = 0.9F;
    for (auto& share : m.n.places.closed_share) share = 0.9F;
}
void a_council_takes_stock(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    p.funding.review_bar = 2;
    m.under.shocks.council = NewCouncil{1, Goal::lonely};
}
void a_council_in_the_middle_of_grants(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    p.funding.council_review = 0;
    m.under.shocks.council = NewCouncil{1, Goal::lonely};
    auto& l = m.n.lines;
    for (auto& months : l.term) months = 48;
    for (auto& months : l.month_of_term) months = 4;
    for (auto& months : l.ends_in) months = -1;
}
void a_review_keeps_all(MonthInParts& m, Parameters& p) {
    one_activity_is_best(m, p);
    p.funding.review_bar = -2;
}
void an_official_is_about_to_leave(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    p.funding.official_takes = 0.5;
    for (auto& left : m.n.lines.official_left) left = 0.001F;
}
void clients_are_held_long(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [](Residents& r, ResidentId who) {
        r.known_post[who] = {0, 1};
        r.bond[who] = {0.8F, 0.6F};
        r.bond_months[who] = {60, 60};
    });
}
void the_best_are_judged(MonthInParts& m, Parameters& p) {
    an_end_is_near(m, p);
    for (auto& months : m.n.lines.month_of_term) months = 22;
    for (auto& months : m.n.lines.age) months = 10;
    for (auto& chance : m.n.lines.renewal) chance = 0.5F;
    for (auto& rank : m.n.lines.rank) rank = 1.0F;
}
void buurthuis_is_reorganised(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    m.under.reorganised[static_cast<std::size_t>(PlaceKind::buurthuis)] = true;
    for (auto& alive : m.n.initiatives.alive) alive = 1;
    everybody(m, [](Residents& r, ResidentId who) {
        r.regular[0][who] = r.regular[1][who] = r.regular[2][who] = 0;
        r.habit[0][who] = r.habit[1][who] = r.habit[2][who] = 0.5F;
        r.known_post[who] = {0, 1};
        r.bond[who] = {0.8F, 0.6F};
    });
    m.n.places.kind[PlaceId{0}] = PlaceKind::buurthuis;
}

const std::vector<Switch> switches{
    {"professionals leave", "professional.exit_hazard", 0, "pay_and_staff", "post.exit_left", "",
     nothing_falls},
    {"they leave before an undecided end", "professional.exit_before_end", 1, "pay_and_staff",
     "post.exit_left", "", an_end_is_near},
    {"how long before an undecided end", "professional.exit_window_months", 0, "pay_and_staff",
     "post.exit_left", "", an_end_is_near},
    {"they leave when there are too many cases", "professional.caseload_exit", 0, "pay_and_staff",
     "post.exit_left", "", too_many_cases},
    {"they learn the neighbourhood", "professional.learning_start", 1, "pay_and_staff", "post.direct_hours",
     "", all_new},
    {"learning takes months", "professional.learning_months", 0, "pay_and_staff", "post.direct_hours", "",
     all_new},
    {"work with partners", "professional.partner_share", 0, "pay_and_staff", "post.direct_hours"},
    {"redeployment", "professional.redeployed", 0, "pay_and_staff", "post.redeployed", "", grants_end},
    {"trust fills posts sooner", "funding.trust_hiring", 0, "pay_and_staff", "post.vacant_months", "",
     somebody_leaves, 0.8},
    {"cuts take money", "funding.cut_depth", 0, "pay_and_staff", "line.level",
     "post.exit_left " + size_of_lines, cuts_fall},
    {"prices rise", "funding.price_rise", 0, "pay_and_staff", "line.scale", "post.exit_left " + size_of_lines,
     prices_have_risen},
    {"tenders cost", "funding.tender_cost", 0, "pay_and_staff", "line.contracting", "line.granted line.spent",
     tenders},
    {"renewals cost", "funding.renewal_cost", 0, "pay_and_staff", "line.contracting",
     "line.granted line.spent", renewals},
    {"tenders cost trust", "funding.trust_lost_at_tender", 0, "pay_and_staff", "partnership.trust", "",
     tenders},
    {"activities differ in quality", "funding.quality_spread", 0, "pay_and_staff", "line.quality",
     selected_bids, tenders},
    {"a tender compares bids", "funding.bids", 1, "pay_and_staff", "line.quality", selected_bids, tenders, 5},
    {"merit is renewed", "funding.renewal_merit", 0, "pay_and_staff", "line.ends_in",
     "line.rank line.ranks line.effort " + hours, the_best_are_judged, 1},
    {"a new grant is aimed at need", "funding.aim_renewal", 0, "pay_and_staff", "line.aim", "", tenders},
    {"a new grant is done with zeal", "funding.effort_new", 0, "pay_and_staff", "line.effort", hours,
     tenders},
    {"a deadline changes effort", "funding.effort_deadline", 0, "pay_and_staff", "line.effort", hours,
     an_end_is_near, 0.1},
    {"certainty slackens", "funding.slack", 0, "pay_and_staff", "line.effort", hours, nothing_falls},
    {"lessons spill over", "funding.spill_over", 0, "pay_and_staff", "line.quality",
     "place.quality line.quality_now line.own_share line.followed", a_review_keeps_all},
    {"partners learn together", "funding.learning_together", 0, "pay_and_staff", "line.quality_now",
     "place.quality", nothing_falls, 0.1},
    {"accounting changes the work", "funding.accounting", 0, "pay_and_staff", "line.quality_now",
     "place.quality", nothing_falls, -0.1},
    {"officials leave", "funding.official_exit", 0, "pay_and_staff", "partnership.trust",
     "partnership.official_left partnership.officials", an_official_is_about_to_leave},
    {"officials take trust along", "funding.official_takes", 0, "pay_and_staff", "partnership.trust", "",
     an_official_is_about_to_leave},
    {"saved money pays for hours", "funding.carry_use", 0, "pay_and_staff", "post.paid_fte",
     "line.spent line.held post.saved " + hours, money_is_left},
    {"reasonable notice of a cut", "funding.reasonable_notice_months", 0, "pay_and_staff", "line.cut_wait",
     "line.level line.cuts line.cut_left post.exit_left " + size_of_lines, old_lines_are_cut},

    {"a bond is lost with who resigns", "professional.handover_share", 1, "work", "resident.bond", lost_bonds,
     somebody_leaves},
    {"a bond is lost with the money", "support.handover_lapsed", 1, "work", "resident.bond", lost_bonds,
     clients_when_grants_end},
    {"a client left behind is lonelier", "support.interrupted", 0, "work", "resident.drift", "",
     clients_when_grants_end},
    {"who leaves costs trust", "professional.trust_loss_on_leave", 0, "work", "resident.institutional_trust",
     reach, somebody_leaves},
    {"contacts leave coping", "support.coping_gain", 0, "work", "resident.coping", "", known_for_long},
    {"an intake begins a trajectory", "support.accept", 0, "work", "resident.trajectory_left",
     "resident.trajectory_post"},
    {"clients stay away", "support.dropout", 0, "work", "resident.trajectory_left", reach, many_clients, 0.5},
    {"professionals differ", "support.worker_spread", 0, "work", "resident.support_hours", reach},
    {"recurring signals make a group", "support.group_times", 0, "work", "month.groups", "month.company",
     some_signals_stand},
    {"voice opens doors", "support.voice_access", 0, "choose_places", "month.visits",
     "resident.visits place.visits resident.habit.1 resident.habit.2 resident.habit.3 resident.regular.1 "
     "resident.regular.2 resident.regular.3 resident.companions.1 resident.companions.2 "
     "resident.companions.3",
     all_are_heard, 1},
    {"who leaves costs trust in neighbours", "professional.neighbour_trust_loss_on_leave", 0, "work",
     "resident.trust", "", somebody_leaves},
    {"a goal focuses", "professional.focus", 0, "work", "resident.support_hours", reach},
    {"too many cases tell on the work", "professional.caseload_efficacy", 0, "work", "resident.support_hours",
     reach, too_many_cases},
    {"who is known is seen again", "professional.continuity", 0, "work", "resident.last_reached", reach},
    {"the trusting are reached more", "professional.outreach_trust", 0, "work", "resident.last_reached",
     reach},
    {"money casework", "professional.money_effect", 0, "work", "resident.insecurity", reach},
    {"professionals connect people", "professional.connect_success", 0, "work", "month.proposals",
     "resident.invited", nullptr, 1},
    {"collective work hosts places", "professional.collective_share", 0, "work", "place.paid_host_hours",
     "resident.invited place.youth_host_hours"},
    {"a worker hosts groups", "professional.host_opbouwwerker", 0, "work", "place.paid_host_hours",
     "resident.invited"},
    {"a worker hosts the young", "professional.host_jongerenwerker_with_young", 0, "work",
     "place.youth_host_hours"},
    {"professionals invite", "professional.invite_chance", 0, "work", "resident.invited"},
    {"bonds grow", "professional.bond_gain", 0, "work", "resident.bond", reach},
    {"bonds fade", "professional.bond_fade", 0, "work", "resident.bond", reach},
    {"work acts through bonds", "professional.efficacy_start", 1, "work", "resident.support_hours", reach},
    {"support builds trust in institutions", "wellbeing.institutional_support", 0, "work",
     "resident.institutional_trust"},
    {"one pot follows who is heard", "professional.one_pot_voice", 1, "work", "resident.last_reached", reach,
     some_signals_stand},
    {"language keeps people from being reached", "professional.reach_language", 0, "work",
     "resident.last_reached", reach, nothing_falls, 2},
    {"a low income keeps people from being reached", "professional.reach_income", 0, "work",
     "resident.last_reached", reach, nothing_falls, 2},
    {"recurring signals become an activity", "professional.recurring_share", 0, "work",
     "resident.last_reached", reach, some_signals_stand},
    {"needs are passed on with trust", "funding.trust_referral", 0, "work", "resident.last_reached", reach,
     partners_do_not_trust, 1},
    {"training keeps workers", "funding.training_exit", 0, "pay_and_staff", "post.exit_left", "",
     workers_are_trained},
    {"training makes work better", "funding.training_quality", 0, "work", "resident.support_hours", division,
     workers_are_trained},
    {"pay keeps workers", "professional.pay_exit", 0, "pay_and_staff", "post.exit_left", "",
     workers_are_paid_well},
    {"pay fills posts sooner", "professional.pay_vacancy", 0, "pay_and_staff", "post.vacant_months", "",
     well_paid_workers_leave, 0.8},
    {"closed doors make visits of group work", "professional.crisis_calls", 0, "work",
     "resident.last_reached", division, doors_are_closed},
    {"an earmark allows some of it", "professional.crisis_calls_earmarked", 0, "work",
     "resident.last_reached", division, doors_are_closed, 1},
    {"a new council reviews", "funding.council_review", 0, "seat_council", "line.quality",
     "line.activities line.followed line.own_share line.bids line.rank line.ranks", a_council_takes_stock, 1},
    {"a new council reaches grants that run", "funding.council_within", 0, "seat_council", "line.goal",
     "line.quality line.activities line.followed line.own_share line.bids line.rank line.ranks",
     a_council_in_the_middle_of_grants, 1},
    {"network leaders begin initiatives", "funding.leaders_birth", 0, "support_leaders", "month.leaders", "",
     leaders_are_supported},
    {"network leaders keep initiatives going", "funding.leaders_last", 0, "support_leaders", "month.leaders",
     "", leaders_are_supported},
    {"network leaders ask neighbours", "funding.leaders_ask", 0, "support_leaders", "month.leaders", "",
     leaders_are_supported},
    {"connectors raise trust", "funding.connector_trust", 0, "pay_and_staff", "partnership.trust", "",
     a_connector},
    {"what works is scaled up", "funding.scale_up", 0, "pay_and_staff", "line.quality", selected_bids,
     one_activity_is_best, 1},
    {"a reorganisation breaks what exists", "funding.reorganisation_break", 0, "reorganise",
     "resident.habit.1",
     "resident.habit.2 resident.habit.3 resident.bond resident.institutional_trust initiative.alive",
     buurthuis_is_reorganised},
    {"clients held long gain less", "professional.dependency", 0, "work", "resident.support_hours", reach,
     clients_are_held_long, 0.5},
};
const bool in_table = noted(switches);

}  // namespace

TEST_CASE("money, staff and work: each parameter takes away its own mechanism and nothing else") {
    REQUIRE(in_table);
    for (const auto& s : switches) removes_its_effect_and_nothing_else(s);
}

TEST_CASE("what calls itself a switch stands in a table of switches, or is tested elsewhere") {
    // Of all lines at once, of care where providers are sized, of several neighbourhoods, and of all that
    // policy does (test_trial_replay.cpp).
    const std::vector<std::string> elsewhere{"funding.form_effects", "care.capacity_limits",
                                             "exchange.help_across", "funding.policy_effects"};
    Parameters p;
    const auto table = table_of(p);
    for (const auto& row : table.rows()) {
        const bool says_so = row.source.text.find("switch") != std::string_view::npos ||
                             row.prose.find("0: off") != std::string_view::npos ||
                             row.prose.find("1: off") != std::string_view::npos;
        if (!says_so || std::find(elsewhere.begin(), elsewhere.end(), row.name) != elsewhere.end()) continue;
        const auto& known = parameters_in_tables();
        INFO(row.name << ": give it a row in a table of tests/models/test_switches_*.cpp");
        CHECK(std::find(known.begin(), known.end(), row.name) != known.end());
    }
}

}  // namespace weefsel::test_switches_money
