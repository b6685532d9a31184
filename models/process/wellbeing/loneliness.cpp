#include "models/process/wellbeing/loneliness.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/process/wellbeing/company.hpp"
#include "models/world/outside_friends.hpp"
#include "models/world/streams.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr float decade = 10.0F;    // years
constexpr std::size_t ages = 256;  // of a byte

/// Share of the contact with friends elsewhere that is left at an age.
float kept_at(std::uint8_t age, const WellbeingParameters& p) {
    const float over = static_cast<float>(age) - static_cast<float>(p.outside_age_from);
    return over > 0.0F ? sim::exp_of(-static_cast<float>(p.outside_age) * over / decade) : 1.0F;
}
std::array<float, ages> kept_by_age(const WellbeingParameters& p) {
    std::array<float, ages> kept{};
    for (std::size_t a = 0; a < ages; ++a) kept[a] = kept_at(static_cast<std::uint8_t>(a), p);
    return kept;
}

/// Of mean 0 and spread 1: the sum of four uniform numbers. Months add up to a normal number.
inline float nearly_normal(std::uint32_t one, std::uint32_t other) {
    constexpr std::uint32_t half = 16, low = 65535;
    constexpr float unit = 1.0F / 65536.0F, middle = 2.0F, per_spread = 1.7320508F;  // sqrt(12 / 4)
    const std::uint32_t sum = (one >> half) + (one & low) + (other >> half) + (other & low);
    return per_spread * (static_cast<float>(static_cast<std::int32_t>(sum)) * unit - middle);
}

/// What came and went fades, and a little comes.
void drift_on(Residents& r, const WellbeingParameters& p, const sim::RandomSource& draws, sim::Month now,
              Workspace& w) {
    const float kept = sim::exp_of(-sim::ln2 / static_cast<float>(p.drift_halflife));
    const float step = static_cast<float>(p.drift_spread) * std::sqrt(1.0F - kept * kept);
    draws.fill(Stream::drift, r.birth_number.data(), r.rows(), now, 0, w.room_for_words(r.rows()));
    sim::each_row(
        r.rows(),
        [kept, step](float& drift, std::uint32_t one, std::uint32_t other) {
            drift = kept * drift + step * nearly_normal(one, other);
        },
        r.drift, w.words[0], w.words[1]);
}

/// What education, origin and high age add to both logits.
void add_by_person(const Residents& r, const WellbeingParameters& parameters, std::vector<float>& sum) {
    constexpr auto middle = static_cast<std::int32_t>(Education::middle);
    const auto p = sim::narrowed(parameters);
    sum.resize(r.rows());
    sim::each_row(
        r.rows(),
        [&, old = p.loneliness_old_age / decade, grown = p.loneliness_age / decade](
            float& person, Education education, Origin origin, std::uint8_t age) {
            const float over = static_cast<float>(age) - p.loneliness_old_from;
            person =
                p.loneliness_education * static_cast<float>(middle - static_cast<std::int32_t>(education)) +
                (origin == Origin::europe ? p.loneliness_origin_europe : 0.0F) +
                (origin == Origin::outside_europe ? p.loneliness_origin_outside : 0.0F) +
                old * (over > 0.0F ? over : 0.0F) -
                grown * (static_cast<float>(age) - p.loneliness_age_usual);
        },
        sum, r.education, r.origin, r.age);
}

/// Mean loneliness of the ties here and of those elsewhere that `beyond` sums, 0 without ties.
float loneliness_of_ties(const Residents& r, const Ties& ties, ResidentId who, const LonelyBeyond& beyond) {
    constexpr float hundred = 100.0F;
    std::int32_t sum = beyond.hundredths, n = ties.count[who] + beyond.ties;
    for (int k = 0; k < ties.count[who]; ++k)
        sum += hundredths_of(r.loneliness[ResidentId{ties.row[who].other(k)}]);
    return n == 0 ? 0.0F : static_cast<float>(sum) / (hundred * static_cast<float>(n));
}

/// Contagion by ties, for everybody, added into `sum`.
void add_contagion(const Residents& r, const Ties& ties, std::span<const LonelyBeyond> beyond,
                   float contagion, std::vector<float>& sum) {
    std::vector<LonelyBeyond> elsewhere(r.rows());
    for (const auto& b : beyond)  // whoever died or left this month may have been followed by another
        if (r.present[ResidentId{b.row}] && r.birth_number[ResidentId{b.row}] == b.who) elsewhere[b.row] = b;
    for (std::size_t i = 0; i < r.rows(); ++i)
        sum[i] +=
            contagion * loneliness_of_ties(r, ties, ResidentId{static_cast<std::uint16_t>(i)}, elsewhere[i]);
}

/// Shows what each person adds to the mean logit of the items, contact, company, frailty and insecurity
/// aside.
void show_person(const Residents& r, const Parameters& parameters, const std::vector<float>& rest,
                 const CompanyAround& around, const ShowHazard& show) {
    if (!show) return;
    constexpr float social = social_items / top_of_loneliness;
    const auto p = sim::narrowed(parameters.wellbeing);
    const auto s = sim::narrowed(parameters.support);
    const float coped = (1.0F - social) * s.emotional + social * s.social,
                esteem = (1.0F - social) * static_cast<float>(parameters.company.esteem),
                with = (1.0F - social) * p.loneliness_partner + social * p.loneliness_partner_social;
    std::vector<float> person(r.rows());
    sim::each_row(
        r.rows(),
        [&](float& sum, float common, float level, float social_level, float drift, float coping,
            float volunteered, ResidentId partner) {
            sum = common + level + drift + social * (p.loneliness_social + social_level) - coped * coping -
                  (volunteered > 0.0F ? esteem : 0.0F) -
                  (partner.value != ResidentId::none_value ? with : 0.0F);
        },
        person, rest, r.loneliness_level, r.social_level, r.drift, r.coping, r.volunteer_hours, r.partner);
    show(Hazard::loneliness, {person, around.company, around.visits_kept});
}

/// ln(1 + hours outside the house a month) above the usual, per row, into `w.weight[0]`.
void contact_outside(const Residents& r, const Ties& ties, const WellbeingParameters& parameters,
                     float friends_usual, const CompanyParametersOf<float>& travel, float visits,
                     Workspace& w) {
    const auto p = sim::narrowed(parameters);
    const auto kept = kept_by_age(parameters);
    auto& contacts = w.weight[0];
    contacts.resize(r.rows());
    sim::each_row(
        r.rows(),
        [&](float& above, float with_friends, std::uint8_t friends, float sociability, std::uint16_t moved,
            std::uint16_t across, std::uint8_t kin, float habit, std::uint8_t age, std::uint16_t contact,
            float mobility) {
            const float here = static_cast<float>(contact) * hours_a_quarter;
            const float of_usual = outside_kept(static_cast<float>(friends), sociability, friends_usual);
            const float away = with_friends * of_usual * kept[age] +
                               (static_cast<float>(moved) + static_cast<float>(across)) * tie_hours_per_step +
                               p.family_hours * habit * static_cast<float>(kin);
            const float there = visits * by_mobility(mobility, travel) * away - p.displacement * here;
            above = sim::log_of(1.0F + here + (there > 0.0F ? there : 0.0F)) - p.loneliness_contact_usual;
        },
        contacts, r.outside_social, r.outside_friends, r.sociability, r.moved_contact, r.across_contact,
        r.outside_kin, r.family_habit, r.age, ties.contact, r.mobility);
}

/// Both parts go part of the way to their items. Contact stands in `w.weight[0]`, company in `w.score`, what
/// persons add in `w.rate`.
void relax_both_parts(Residents& r, const Ties& ties, const Parameters& all, const Workspace& w) {
    const auto p = sim::narrowed(all.wellbeing);
    const auto c = sim::narrowed(all.company);
    const auto support = sim::narrowed(all.support);
    sim::each_row(
        r.rows(),
        [&](float& loneliness, float& emotional, float level, float social_level, float drift,
            std::uint8_t casual, float frailty, float insecurity, float coping, float volunteered,
            ResidentId partner, float by_person, float contacts, float company) {
            const bool with = partner.value != ResidentId::none_value;
            const float person = level + drift + by_person -
                                 p.loneliness_casual * sim::log_of(1.0F + static_cast<float>(casual)) +
                                 p.loneliness_frailty * frailty + p.loneliness_insecurity * insecurity;
            const float e = person - p.loneliness_contact * contacts - c.emotional * company -
                            support.emotional * coping - (volunteered > 0.0F ? c.esteem : 0.0F) -
                            (with ? p.loneliness_partner : 0.0F);
            const float s = person + p.loneliness_social + social_level -
                            p.loneliness_contact_social * contacts - c.social * company -
                            support.social * coping - (with ? p.loneliness_partner_social : 0.0F);
            const float social = loneliness - emotional;
            emotional += p.loneliness_rate * (emotional_items * sim::sigma(e) - emotional);
            loneliness = emotional + social + p.loneliness_rate * (social_items * sim::sigma(s) - social);
        },
        r.loneliness, r.emotional_loneliness, r.loneliness_level, r.social_level, r.drift,
        ties.casual_outside, r.frailty, r.insecurity, r.coping, r.volunteer_hours, r.partner, w.rate,
        w.weight[0], w.score);
}

}  // namespace

void feel_lonely(Residents& r, const Ties& ties, const CompanyAround& around, const Parameters& all,
                 const sim::RandomSource& draws, sim::Month now, Workspace& w, const ShowHazard& show) {
    const auto& parameters = all.wellbeing;
    const auto p = sim::narrowed(parameters);
    const auto friends_usual = static_cast<float>(all.network.outside_friends);
    drift_on(r, parameters, draws, now, w);
    auto& rest = w.rate;
    add_by_person(r, parameters, rest);
    if (p.contagion > 0.0F) add_contagion(r, ties, around.lonely_beyond, p.contagion, rest);
    if (!around.relax) show_person(r, all, rest, around, show);
    w.score.assign(r.rows(), 0.0F);
    std::copy(around.company.begin(), around.company.end(), w.score.begin());
    contact_outside(r, ties, parameters, friends_usual, sim::narrowed(all.company), around.visits_kept, w);
    if (around.relax)
        around.relax({w.weight[0], w.score, rest});
    else
        relax_both_parts(r, ties, all, w);
}

float hours_with_friends_elsewhere(const Residents& r, ResidentId who, const Parameters& p) {
    return r.outside_social[who] * outside_kept(r, who, p.network) * kept_at(r.age[who], p.wellbeing) +
           (static_cast<float>(r.moved_contact[who]) + static_cast<float>(r.across_contact[who])) *
               tie_hours_per_step;
}

float hours_with_family_elsewhere(const Residents& r, ResidentId who, const Parameters& p) {
    return static_cast<float>(p.wellbeing.family_hours) * r.family_habit[who] *
           static_cast<float>(r.outside_kin[who]);
}

float hours_outside_the_house(const Residents& r, const Ties& ties, ResidentId who, const Parameters& p,
                              float visits_kept) {
    const float here = static_cast<float>(ties.contact[who]) * hours_a_quarter;
    const float there =
        visits_kept * by_mobility(r.mobility[who], sim::narrowed(p.company)) *
            (hours_with_friends_elsewhere(r, who, p) + hours_with_family_elsewhere(r, who, p)) -
        static_cast<float>(p.wellbeing.displacement) * here;
    return here + std::max(0.0F, there);
}

}  // namespace weefsel
