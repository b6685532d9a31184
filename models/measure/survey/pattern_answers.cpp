#include "models/measure/survey/pattern_answers.hpp"

#include <algorithm>
#include <cmath>

#include "models/measure/survey/cohesion.hpp"
#include "models/measure/survey/loneliness_items.hpp"
#include "models/measure/survey/trial_scales.hpp"
#include "models/process/wellbeing/loneliness.hpp"
#include "models/world/tie_layers.hpp"

namespace weefsel {
namespace {

constexpr double weeks_a_month = 52.0 / 12.0;
constexpr TieHours acquaintance = layer_acquaintance, friend_from = layer_friend;

std::size_t index(auto group) { return static_cast<std::size_t>(group); }

/// Monthly contact that would carry a tie of this strength for good: what the state tells of contact
/// with one person. Ties that are fading had less, ties that are growing had more.
float contact_behind(TieHours strength, const NetworkParameters& p) {
    return from_tie_hours(strength) * static_cast<float>(p.carried_by_contact);
}

bool same_street(const Neighbourhood& n, ResidentId a, ResidentId b) {
    const auto one = n.residents.dwelling[a], other = n.residents.dwelling[b];
    return one.exists() && other.exists() && one != other &&
           n.dwellings.street[one] == n.dwellings.street[other];
}

/// Ties with people who live in another house here.
template <class Do>
void for_each_elsewhere(const Neighbourhood& n, ResidentId who, Do&& each) {
    const auto& row = n.ties.row[who];
    for (std::size_t k = 0; k < n.ties.count[who]; ++k)
        if (n.residents.dwelling[ResidentId{row.other(k)}] != n.residents.dwelling[who])
            each(row.kind(k), row.hours(k));
}

/// People whom somebody may meet in front of the house: 12 and over, at most two doors away (as
/// meet_in_street has it).
int people_next_door(const Neighbourhood& n, ResidentId who) {
    constexpr std::size_t doors = 2;
    constexpr int old_enough = 12;
    const auto& d = n.dwellings;
    const std::size_t here = n.residents.dwelling[who].index();
    const auto street = d.street[n.residents.dwelling[who]];
    const std::size_t first = n.streets.first_dwelling[street].index(),
                      end = first + n.streets.dwellings[street];
    int people = 0;
    for (std::size_t i = std::max(first, here < doors ? 0 : here - doors);
         i < std::min(end, here + doors + 1); ++i) {
        const DwellingId there{static_cast<std::uint16_t>(i)};
        for (int k = 0; i != here && k < d.members[there]; ++k)
            people += n.residents.age[d.member[there][k]] >= old_enough;
    }
    return people;
}

/// Chance of contact in a week with neighbours. K of those next door are met this month, Poisson with mean
/// mu; each makes c contacts a week, so that a week has none with chance E exp(-c K) = exp(-mu (1 -
/// exp(-c))). Friends in the street see each other besides, as often as the hours behind the tie allow.
double chance_of_weekly_neighbours(const Neighbourhood& n, ResidentId who, const Parameters& p) {
    const auto street = n.dwellings.street[n.residents.dwelling[who]];
    const double each =
        std::min(1.0, p.network.street_chance * (0.5 + static_cast<double>(n.streets.public_space[street])));
    const double mean = each * people_next_door(n, who);
    const double contacts = p.network.street_hours / weeks_a_month / p.survey.contact_hours;
    float friendly = 0.0F;
    const auto& row = n.ties.row[who];
    for (std::size_t k = 0; k < n.ties.count[who]; ++k)
        if (row.hours(k) >= friend_from && !has_lapsed(row.kind(k)) &&
            same_street(n, who, ResidentId{row.other(k)}))
            friendly += contact_behind(row.hours(k), p.network);
    const double with_friends = static_cast<double>(friendly) / weeks_a_month / p.survey.contact_hours;
    return 1.0 - std::exp(-mean * (1.0 - std::exp(-contacts)) - with_friends);
}

/// Contacts a week with relatives in another house: elsewhere by habit, here by the hours behind the tie.
double weekly_with_family(const Neighbourhood& n, ResidentId who, const Parameters& p) {
    double hours = static_cast<double>(hours_with_family_elsewhere(n.residents, who, p));
    for_each_elsewhere(n, who, [&](TieKind kind, TieHours strength) {
        if (kind == TieKind::kin) hours += static_cast<double>(contact_behind(strength, p.network));
    });
    return hours / weeks_a_month / p.survey.contact_hours;
}

/// The same with friends.
double weekly_with_friends(const Neighbourhood& n, ResidentId who, const Parameters& p) {
    double hours = static_cast<double>(hours_with_friends_elsewhere(n.residents, who, p));
    for_each_elsewhere(n, who, [&](TieKind kind, TieHours strength) {
        if (!is_kin(kind) && !has_lapsed(kind) && strength >= friend_from)
            hours += static_cast<double>(contact_behind(strength, p.network));
    });
    return hours / weeks_a_month / p.survey.contact_hours;
}

/// Chance of a contact in a week, when contacts fall by chance (Poisson).
double chance_in_a_week(double contacts) { return 1.0 - std::exp(-contacts); }

/// Walks through the strata of sorted people and hands each one's table to `stratum_of`.
struct Table {
    double exposed = 0, exposed_outcomes = 0, others = 0, other_outcomes = 0;
};
template <class Do>
void for_each_stratum(std::vector<AlikePerson>& people, Do&& each) {
    std::sort(people.begin(), people.end(),
              [](const AlikePerson& a, const AlikePerson& b) { return a.stratum < b.stratum; });
    for (std::size_t i = 0; i < people.size();) {
        Table t;
        const auto stratum = people[i].stratum;
        for (; i < people.size() && people[i].stratum == stratum; ++i) {
            (people[i].exposed ? t.exposed : t.others) += 1;
            (people[i].exposed ? t.exposed_outcomes : t.other_outcomes) += people[i].outcome;
        }
        if (t.exposed > 0 && t.others > 0) each(t);
    }
}

}  // namespace

void count_answers(const Neighbourhood& n, ResidentId who, const SurveyParameters& p,
                   const sim::RandomSource& draws, sim::Month now, std::size_t urbanity, SurveyCounts& c) {
    constexpr float agrees_from = 0.75F, disagrees_until = 0.25F, top = 10.0F;
    const auto& r = n.residents;
    if (r.age[who] < answers_from) return;
    const auto answers = cohesion_answers(r, who, p, draws, now);
    float sum = 0.0F;
    for (const float a : answers) sum += a;
    const auto score = static_cast<double>(top * sum / static_cast<float>(answers.size()));
    c[asked::cohesion].add(score);
    c[asked::cohesion_by_urbanity + urbanity].add(score);
    const bool at_home = answers[static_cast<std::size_t>(CohesionItem::home)] >= agrees_from;
    c[asked::at_home].add(at_home);
    c[asked::hardly_known].add(answers[static_cast<std::size_t>(CohesionItem::know)] <= disagrees_until);
    if (r.income[who] == Income::low) c[asked::at_home_low_income].add(at_home);
    const int score_6 = answers_6(r, who, p, draws, now).score();
    c[asked::lonely_6].add(score_6 >= lonely_6_from);
    c[asked::strongly_lonely_6].add(score_6 >= strongly_lonely_6_from);
    if (r.age[who] < adult_age) return;
    const auto lonely_answers = static_cast<std::size_t>(score_11(answers_11(r, who, p, draws, now)));
    const bool is_lonely = lonely_answers >= lonely_11_from, is_severe = lonely_answers >= severely_11_from;
    const auto age = index(age_group(loneliness_ages, r.age[who]));
    c[asked::lonely].add(is_lonely);
    c[asked::severe].add(is_severe);
    c[asked::lonely_by_age + age].add(is_lonely);
    c[asked::severe_by_age + age].add(is_severe);
    c[asked::trust_by_education + index(r.education[who])].add(
        static_cast<double>(r.institutional_trust[who]));
    c[asked::belonging_at_end].add(static_cast<double>(r.belonging[who]));
    c[asked::distressed_at_end].add(r.distress[who] >= static_cast<float>(p.distressed_from));
}

void count_network(const Neighbourhood& n, ResidentId who, const Parameters& p, SurveyCounts& c) {
    const auto& r = n.residents;
    if (r.age[who] < adult_age) return;
    const auto& row = n.ties.row[who];
    std::size_t degree = 0;
    for (std::size_t k = 0; k < n.ties.count[who]; ++k) degree += row.hours(k) >= acquaintance;
    const double weekly = chance_of_weekly_neighbours(n, who, p);
    c[asked::weekly_neighbours].add(weekly);
    const auto age = index(age_group(contact_ages, r.age[who]));
    c[asked::weekly_neighbours_by_age + age].add(weekly);
    const double with_family = weekly_with_family(n, who, p), with_friends = weekly_with_friends(n, who, p);
    c[asked::weekly_family].add(chance_in_a_week(with_family));
    const double friends = chance_in_a_week(with_friends);
    c[asked::weekly_friends].add(friends);
    c[asked::weekly_friends_by_age + age].add(friends);
    c.degree[degree] += 1;
}

void count_contact(const Neighbourhood& n, ResidentId who, const Parameters& p,
                   const sim::RandomSource& draws, sim::Month now, SurveyCounts& c) {
    const auto& r = n.residents;
    if (r.age[who] < answers_from) return;
    constexpr double weekly = 1.0;
    const bool seldom = weekly_with_family(n, who, p) + weekly_with_friends(n, who, p) < weekly;
    const double low = seldom ? 1.0 - chance_of_weekly_neighbours(n, who, p) : 0.0;
    c[asked::low_contact].add(low);
    const auto six = answers_6(r, who, p.survey, draws, now);
    const auto add = [&](std::size_t what, bool strongly) {
        c[what].add(strongly ? low : 0.0, low);
        c[what + 1].add(strongly ? 1.0 - low : 0.0, 1.0 - low);
    };
    add(asked::strongly_by_contact, six.score() >= strongly_lonely_6_from);
    add(asked::emotional_by_contact, six.emotional >= strongly_in_part_from);
    add(asked::social_by_contact, six.social >= strongly_in_part_from);
}

void count_help(const Neighbourhood& n, ResidentId who, bool volunteered, const SurveyParameters& p,
                SurveyCounts& c) {
    constexpr int carers_from = carer_ages[0], educated_from = 25;  // education is finished
    const auto& r = n.residents;
    if (r.age[who] < answers_from) return;
    c[asked::volunteers].add(volunteered);
    c[asked::volunteers_by_age + index(age_group(volunteer_ages, r.age[who]))].add(volunteered);
    if (r.age[who] >= educated_from)
        c[asked::volunteers_by_education + index(r.education[who])].add(volunteered);
    if (r.volunteer_hours[who] > 0.0F)
        c[asked::volunteer_hours].add(static_cast<double>(r.volunteer_hours[who]) / weeks_a_month);
    if (r.age[who] < carers_from) return;
    const bool carer = r.care_given[who] >= static_cast<float>(p.carer_from);
    c[asked::carers].add(carer);
    c[asked::carers_by_age + index(age_group(carer_ages, r.age[who]))].add(carer);
    if (!carer) return;
    const bool burdened = r.overload[who] >= static_cast<float>(p.overloaded_from);
    c[asked::burdened].add(burdened);
    c[burdened ? asked::hours_burdened : asked::hours_other_carers].add(
        static_cast<double>(r.care_given[who]) / weeks_a_month);
}

void count_partner(const Residents& r, ResidentId who, bool separated, const SurveyParameters& p,
                   const sim::RandomSource& draws, sim::Month now, SurveyCounts& c) {
    if (r.age[who] < adult_age) return;
    const auto state = r.partner[who].exists()              ? PartnerState::partnered
                       : r.widowed[who] != Residents::never ? PartnerState::widowed
                       : separated                          ? PartnerState::separated
                                                            : PartnerState::other;
    c[asked::severe_by_partner + index(state)].add(score_11(answers_11(r, who, p, draws, now)) >=
                                                   static_cast<int>(severely_11_from));
}

void count_composition(const Residents& r, ResidentId who, const SurveyParameters& p,
                       const sim::RandomSource& draws, sim::Month now, SurveyCounts& c) {
    if (r.age[who] < adult_age) return;
    const auto age = age_group(loneliness_ages, r.age[who]);
    const auto is = [](bool yes) { return yes ? 1.0 : 0.0; };
    const std::array<double, composition> row{
        1.0,
        is(r.sex[who] == Sex::male),
        is(age == 1),
        is(age == 2),
        is(age == 3),
        is(age == 4),
        is(age == 5),
        is(r.partner[who].exists()),
        is(r.education[who] == Education::low),
        is(r.education[who] == Education::high),
        is(r.income[who] == Income::low),
        is(r.income[who] == Income::high),
        is(r.origin[who] == Origin::europe),
        is(r.origin[who] == Origin::outside_europe),
        static_cast<double>(score_11(answers_11(r, who, p, draws, now)))};
    c.adults += 1;
    for (std::size_t i = 0; i < composition; ++i) {
        if (row[i] == 0.0) continue;
        for (std::size_t k = 0; k < composition; ++k) c.cross[i][k] += row[i] * row[k];
    }
}

void count_gp(const Residents& r, ResidentId who, int contacts, SurveyCounts& c) {
    c[asked::gp_by_age + index(age_group(gp_ages, r.age[who]))].add(contacts);
}

void count_offences(const Residents& r, std::uint32_t offences, SurveyCounts& c) {
    constexpr int from = 12, until = 23;
    double young = 0;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        young += r.present[who] != 0 && r.age[who] >= from && r.age[who] < until;
    }
    c[asked::offences].add(offences, young / sim::months_per_year);
}

std::uint64_t alike_in_frailty(int age, bool partnered, float frailty) {
    constexpr std::uint64_t band = 5, steps = 10, room = 100;
    return (static_cast<std::uint64_t>(age) / band * 2 + (partnered ? 1 : 0)) * room +
           static_cast<std::uint64_t>(frailty * static_cast<float>(steps));
}

std::uint64_t alike_in_health(int age, float frailty, float distress, float insecurity) {
    constexpr std::uint64_t room = 100;
    constexpr float fine = 20.0F, coarse = 5.0F;
    std::uint64_t key = index(age_group(gp_ages, age));
    key = key * room + static_cast<std::uint64_t>(frailty * fine);
    key = key * room + static_cast<std::uint64_t>(distress * fine);
    return key * room + static_cast<std::uint64_t>(insecurity * coarse);
}

void add_odds(std::vector<AlikePerson>& people, StratifiedRatio& ratio) {
    for_each_stratum(people, [&](const Table& t) {
        const double n = t.exposed + t.others;
        ratio.over += t.exposed_outcomes * (t.others - t.other_outcomes) / n;
        ratio.under += t.other_outcomes * (t.exposed - t.exposed_outcomes) / n;
    });
}

void add_rates(std::vector<AlikePerson>& people, StratifiedRatio& ratio) {
    for_each_stratum(people, [&](const Table& t) {
        const double n = t.exposed + t.others;
        ratio.over += t.exposed_outcomes * t.others / n;
        ratio.under += t.other_outcomes * t.exposed / n;
    });
}

}  // namespace weefsel
