#include "models/story/hazard_terms.hpp"

#include <cmath>

#include "models/measure/survey/surveyed.hpp"
#include "models/process/wellbeing/wellbeing.hpp"
#include "models/world/event.hpp"
#include "models/world/life_table.hpp"
#include "models/world/log_hazards.hpp"
#include "models/world/new_resident.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr double per_month = 1.0 / 12.0;
using Terms = std::vector<HazardTerm>;

/// What the terms of a resident are made of.
struct Seen {
    const Neighbourhood& n;
    const HazardColumns& columns;
    ResidentId who;
    const Parameters& p;

    [[nodiscard]] const Residents& r() const { return n.residents; }
    [[nodiscard]] double rate() const { return columns.rate[who.index()]; }
};

Terms by_age_alone(const Seen& s) { return {{TermKind::age, std::log(s.rate())}}; }

Terms of_death(const Seen& s) {
    const auto& r = s.r();
    const auto& p = s.p.demography;
    const int age = r.age[s.who];
    const auto at = norm_of_death(age, r.sex[s.who]);
    const double weighted = s.n.norms.death_weighted[at];
    const double usual = weighted > 0.0 ? s.n.norms.death_expected[at] / weighted : 1.0;
    const auto expected = expected_frailty(age, r.sex[s.who], s.p.demography);
    return {{TermKind::age, std::log(static_cast<double>(death_rate(age, r.sex[s.who])) * per_month * usual)},
            {TermKind::frailty, p.death_frailty * static_cast<double>(r.frailty[s.who] - expected)},
            {TermKind::severe_loneliness,
             r.loneliness[s.who] >= severely_from ? std::log(p.death_severely_lonely) : 0.0},
            {TermKind::in_residence,
             (r.care_use[s.who] & care_for_life) != 0 ? std::log(p.death_in_residential_care) : 0.0}};
}

Terms of_birth(const Seen& s) {
    const auto& p = s.p.demography;
    const bool coupled = s.r().partner[s.who].exists();
    return {{TermKind::age,
             std::log(static_cast<double>(birth_rate(s.r().age[s.who])) * per_month * p.birth_scale)},
            {TermKind::partner, std::log(coupled ? p.birth_partnered : p.birth_single)}};
}

HazardTerm of_looking(const Seen& s) {
    return {TermKind::found_need, s.r().support_hours[s.who] > 0.0F ? std::log1p(s.p.care.found_need) : 0.0};
}

Terms of_nursing_or_wmo(const Seen& s, double level, double by_frailty, double by_informal) {
    const auto& r = s.r();
    const double need = r.care_need[s.who];
    const double met = need > 0.0 ? static_cast<double>(r.care_informal[s.who]) / need : 0.0;
    return {{TermKind::level, std::log(level)},
            {TermKind::frailty, by_frailty * static_cast<double>(r.frailty[s.who])},
            {TermKind::informal_help, std::log(1.0 - by_informal * met)},
            of_looking(s)};
}

Terms of_youth_care(const Seen& s) {
    const auto& p = s.p.care;
    const auto family = family_of(s.r(), s.n.dwellings, s.n.ties, s.who);
    return {{TermKind::level, std::log(p.youth_level)},
            {TermKind::strain, p.youth_strain * static_cast<double>(family.strain)},
            {TermKind::family_friends, -p.youth_support * std::log1p(static_cast<double>(family.friends))},
            of_looking(s)};
}

Terms of_mental_care(const Seen& s) {
    return {{TermKind::level, std::log(s.p.care.mental_level)},
            {TermKind::distress, s.p.care.mental_distress * static_cast<double>(s.r().distress[s.who])},
            of_looking(s)};
}

Terms of_residential_care(const Seen& s) {
    const auto t = residential_terms(s.r(), s.n.dwellings, s.who, s.p.care);
    return {{TermKind::level, t.level},
            {TermKind::frailty, static_cast<double>(t.frailty)},
            {TermKind::partner, t.no_partner},
            {TermKind::no_carer, t.no_carer},
            {TermKind::severe_loneliness, t.severely_lonely},
            {TermKind::dwelling, t.unsuited},
            {TermKind::support, -static_cast<double>(t.support)}};
}

Terms of_offending(const Seen& s) {
    const auto& r = s.r();
    const auto& offences = r.episode[static_cast<std::size_t>(EventKind::offending)];
    int offenders = 0;
    for (std::size_t k = 0; k < s.n.ties.count[s.who]; ++k) {
        const ResidentId other{s.n.ties.row[s.who].other(k)};
        offenders += is_young(r, other) && offences[other] > 0;
    }
    const float nuisance = nuisance_at_home(r, s.n.dwellings, s.n.streets, s.who);
    const auto t = offending_terms(r, s.n.ties, s.n.places, chance_of_a_host(s.n.places), nuisance, offenders,
                                   s.who, s.p.care);
    return {{TermKind::level, std::log(s.p.care.offending_level * per_month)},
            {TermKind::insecurity, static_cast<double>(t.insecurity)},
            {TermKind::peers, static_cast<double>(t.peers)},
            {TermKind::nuisance, static_cast<double>(t.nuisance)},
            {TermKind::reach, -static_cast<double>(t.reach)}};
}

/// The hazard is a constant times the square of the overload, which is relief x sigma(burden): what sigma
/// makes of frailty is counted on top of what it makes of the hours.
Terms of_breakdown(const Seen& s) {
    const auto& r = s.r();
    const auto& p = s.p.help;
    const double hours =
        (static_cast<double>(r.care_given[s.who]) - p.overload_from) / p.overload_spread - 1.5;
    const auto log_sigma = [](double x) { return -std::log1p(std::exp(-x)); };
    const double by_hours = log_sigma(hours),
                 burden = log_sigma(hours + p.overload_frailty * static_cast<double>(r.frailty[s.who]));
    return {{TermKind::level, std::log(p.breakdown)},
            {TermKind::respite, 2.0 * (std::log(static_cast<double>(r.overload[s.who])) - burden)},
            {TermKind::care_given, 2.0 * by_hours},
            {TermKind::carer_frailty, 2.0 * (burden - by_hours)}};
}

Terms of_moving_out(const Seen& s, DwellingId home) {
    const double above =
        static_cast<double>(s.n.streets.nuisance[s.n.dwellings.street[home]]) - s.p.cohesion.nuisance_usual;
    const double nuisance = s.p.demography.move_nuisance * above;
    return {{TermKind::age, std::log(static_cast<double>(s.columns.rate[home.index()])) - nuisance},
            {TermKind::nuisance, nuisance},
            {TermKind::belonging,
             -s.p.demography.move_belonging * static_cast<double>(s.columns.above[home.index()])}};
}

Terms terms_of(Hazard h, const Seen& s) {
    const auto& p = s.p.care;
    switch (kind_of(h)) {
        case EventKind::death:
            return of_death(s);
        case EventKind::birth:
            return of_birth(s);
        case EventKind::district_nursing:
            return of_nursing_or_wmo(s, p.nursing_level, p.nursing_frailty, p.nursing_informal);
        case EventKind::wmo:
            return of_nursing_or_wmo(s, p.wmo_level, p.wmo_frailty, p.wmo_informal);
        case EventKind::youth_care:
            return of_youth_care(s);
        case EventKind::mental_care:
            return of_mental_care(s);
        case EventKind::residential_care:
            return of_residential_care(s);
        case EventKind::offending:
            return of_offending(s);
        case EventKind::carer_breakdown:
            return of_breakdown(s);
        default:
            return by_age_alone(s);
    }
}

/// The mean logit of the eleven items to which loneliness goes. What the process has put together for each
/// person stands in the columns.
Terms of_loneliness(const Seen& s) {
    constexpr double social = static_cast<double>(social_items) / static_cast<double>(top_of_loneliness);
    const auto& p = s.p.wellbeing;
    const auto& r = s.r();
    const double hours =
        static_cast<double>(hours_outside_the_house(r, s.n.ties, s.who, s.p, s.columns.visits_kept));
    const double per_contact = (1.0 - social) * p.loneliness_contact + social * p.loneliness_contact_social;
    const double per_company = (1.0 - social) * s.p.company.emotional + social * s.p.company.social;
    const double company =
        s.columns.above.empty() ? 0.0 : static_cast<double>(s.columns.above[s.who.index()]);
    return {{TermKind::company, -per_company * company},
            {TermKind::frailty, p.loneliness_frailty * static_cast<double>(r.frailty[s.who])},
            {TermKind::insecurity, p.loneliness_insecurity * static_cast<double>(r.insecurity[s.who])},
            {TermKind::person, s.rate()},
            {TermKind::contact, -per_contact * (std::log1p(hours) - p.loneliness_contact_usual)},
            {TermKind::casual_friends,
             -p.loneliness_casual * std::log1p(static_cast<double>(s.n.ties.casual_outside[s.who]))}};
}

HazardSeen moving_out(const HazardColumns& columns, const Neighbourhood& n, ResidentId who,
                      const Parameters& p, const sim::RandomSource& draws) {
    const auto home = n.residents.dwelling[who];
    if (!home.exists()) return {};
    const auto b = static_cast<float>(p.demography.move_belonging);
    const auto words = draws.block(Stream::household_event, n.dwellings.number[home], sim::Month{0},
                                   n.dwellings.occupancy[home]);
    HazardSeen out{columns.rate[home.index()] * sim::exp_of(-b * columns.above[home.index()]),
                   n.dwellings.move_left[home],
                   sim::exponential_of(words[0]),
                   {}};
    if (out.hazard > 0.0F) out.terms = of_moving_out({n, columns, who, p}, home);
    return out;
}

/// The one of a couple at whom its parting is counted.
ResidentId bearer(Hazard h, const Residents& r, ResidentId who) {
    if (h != hazard_of(EventKind::separation) || !r.partner[who].exists()) return who;
    const auto other = r.partner[who];
    return r.birth_number[other] < r.birth_number[who] ? other : who;
}

}  // namespace

HazardSeen hazard_seen(Hazard h, const HazardColumns& columns, const Neighbourhood& n, ResidentId who,
                       const Parameters& p, const sim::RandomSource& draws) {
    if (of_households(h)) return moving_out(columns, n, who, p, draws);
    if (!is_event_of_residents(h)) return {0.0F, 0.0F, 0.0F, of_loneliness({n, columns, who, p})};
    const auto kind = kind_of(h);
    const auto& r = n.residents;
    const auto one = bearer(h, r, who);
    HazardSeen out{
        columns.rate[one.index()],
        r.left(kind)[one],
        event_threshold(draws, r.birth_number[one], kind, r.episode[static_cast<std::size_t>(kind)][one]),
        {}};
    if (out.hazard > 0.0F && has_terms(h)) out.terms = terms_of(h, {n, columns, one, p});
    return out;
}

}  // namespace weefsel
