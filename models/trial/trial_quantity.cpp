#include "models/trial/trial_quantity.hpp"

#include <algorithm>

#include "models/measure/survey/cohesion.hpp"
#include "models/measure/survey/loneliness_items.hpp"
#include "models/measure/survey/trial_scales.hpp"
#include "models/question/scenario_names.hpp"
#include "models/world/ages.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/tie_layers.hpp"

namespace weefsel {
namespace {

using Asked = const AskedPerson&;
using Kind = std::size_t;

ItemAnswers items(Asked a) { return answers_11(a.n.residents, a.who, a.p.survey, a.draws, a.now); }

float djg6(Asked a, Kind) {
    return static_cast<float>(answers_6_at(a.n.residents, a.who, a.p.survey, a.draws, a.now).score());
}
float djg11(Asked a, Kind) { return static_cast<float>(score_11(items(a))); }
float djg11_emotional(Asked a, Kind) { return static_cast<float>(score_emotional(items(a))); }
float djg11_social(Asked a, Kind) { return static_cast<float>(score_social(items(a))); }
float ucla3(Asked a, Kind) {
    return static_cast<float>(score_ucla_3(a.n.residents, a.who, a.p.survey, a.draws, a.now));
}
float distress(Asked a, Kind) {
    return static_cast<float>(score_distress(a.n.residents, a.who, a.p.survey, a.draws, a.now));
}
float cohesion(Asked a, Kind) { return cohesion_score(a.n.residents, a.who, a.p.survey, a.draws, a.now); }
float cohesion_item(Asked a, Kind item) {
    return cohesion_answers(a.n.residents, a.who, a.p.survey, a.draws, a.now)[item];
}

float a_month(std::uint32_t count, int months) {
    return months == 0 ? 0.0F : static_cast<float>(count) / static_cast<float>(months);
}
float visits(Asked a, Kind) {
    std::uint32_t all = 0;
    for (const auto of_kind : a.since.visits) all += of_kind;
    return a_month(all, a.months);
}
float visits_of(Asked a, Kind kind) { return a_month(a.since.visits[kind], a.months); }
float membership(Asked a, Kind kind) {
    for (const auto& regular : a.n.residents.regular)
        if (regular[a.who] != no_row &&
            static_cast<std::size_t>(a.n.places.kind[PlaceId{regular[a.who]}]) == kind)
            return 1.0F;
    return 0.0F;
}
float participation(Asked a, Kind) { return a.n.residents.visits[a.who] > 0 ? 1.0F : 0.0F; }
float volunteering(Asked a, Kind) { return a.n.residents.volunteer_hours[a.who] > 0.0F ? 1.0F : 0.0F; }

bool has(const std::vector<sim::BirthNumber>& numbers, sim::BirthNumber who) {
    return std::find(numbers.begin(), numbers.end(), who) != numbers.end();
}

/// Numbers of those tied to somebody from so many hours on who are wanted.
template <class Wanted>
std::vector<sim::BirthNumber> tied(const Neighbourhood& n, ResidentId who, TieHours from, Wanted wanted) {
    std::vector<sim::BirthNumber> out;
    const auto& row = n.ties.row[who];
    for (int k = 0; k < n.ties.count[who]; ++k)
        if (row.hours(k) >= from && wanted(row.kind(k), ResidentId{row.other(k)}))
            out.push_back(n.residents.birth_number[ResidentId{row.other(k)}]);
    return out;
}
std::vector<sim::BirthNumber> friends_of(const Neighbourhood& n, ResidentId who) {
    return tied(n, who, layer_friend, [](TieKind kind, ResidentId) { return !is_family(kind); });
}
std::vector<sim::BirthNumber> ties_of(const Neighbourhood& n, ResidentId who) {
    return tied(n, who, layer_acquaintance, [&](TieKind, ResidentId other) {
        return n.residents.dwelling[other] != n.residents.dwelling[who];
    });
}

float pair_friends(Asked a, Kind) {
    if (!a.partner.exists()) return 0.0F;
    const int k = entry_of(a.n.ties, a.who, a.partner);
    return k >= 0 && a.n.ties.row[a.who].hours(k) >= layer_casual ? 1.0F : 0.0F;
}
float friends_new(Asked a, Kind kind) {
    if (a.in_pairs) {
        const bool before = a.partner.exists() && has(a.since.casual, a.n.residents.birth_number[a.partner]);
        return before ? 0.0F : pair_friends(a, kind);
    }
    const auto now = friends_of(a.n, a.who);
    return static_cast<float>(std::count_if(
        now.begin(), now.end(), [&](sim::BirthNumber who) { return !has(a.since.friends, who); }));
}
float ties_kept(Asked a, Kind) {
    if (a.since.ties.empty()) return 1.0F;
    const auto now = tied(a.n, a.who, layer_acquaintance, [](TieKind, ResidentId) { return true; });
    const auto kept = std::count_if(a.since.ties.begin(), a.since.ties.end(),
                                    [&](sim::BirthNumber who) { return has(now, who); });
    return static_cast<float>(kept) / static_cast<float>(a.since.ties.size());
}

float wmo(Asked a, Kind) {
    const unsigned use = a.n.residents.care_use[a.who];
    return static_cast<float>((use >> static_cast<unsigned>(CareLine::wmo)) & 1U);
}
std::uint16_t episodes(const Residents& r, ResidentId who, EventKind kind) {
    return r.episode[static_cast<std::size_t>(kind)][who];
}
float admission(Asked a, Kind) {
    return episodes(a.n.residents, a.who, EventKind::residential_care) > a.since.admissions ? 1.0F : 0.0F;
}
float gp(Asked a, Kind) { return a_month(a.since.gp_contacts, a.months); }
float youth_offending(Asked a, Kind) {
    const auto offences =
        static_cast<std::uint32_t>(episodes(a.n.residents, a.who, EventKind::offending) - a.since.offences);
    return static_cast<float>(sim::months_per_year) * a_month(offences, a.months);
}
float belonging(Asked a, Kind) { return a.n.residents.belonging[a.who]; }
float trust(Asked a, Kind) { return a.n.residents.trust[a.who]; }

struct Named {
    const char* name;
    float (*value)(Asked, Kind);
    bool share = false;
    AgeRange ages{adult_age, 255};
};
constexpr AgeRange any_age{0, 255}, young{12, 22};
constexpr std::array<Named, 19> of_persons{{
    {"djg6", djg6},
    {"djg11", djg11},
    {"djg11_emotional", djg11_emotional},
    {"djg11_social", djg11_social},
    {"ucla3", ucla3},
    {"distress", distress},
    {"cohesion", cohesion},
    {"visits", visits, false, any_age},
    {"participation", participation, true},
    {"volunteering", volunteering, true},
    {"friends_new", friends_new},
    {"pair_friends", pair_friends, true},
    {"ties_kept", ties_kept, true},
    {"wmo", wmo, true, any_age},
    {"admission", admission, true, any_age},
    {"gp", gp, false, any_age},
    {"youth_offending", youth_offending, false, young},
    {"belonging", belonging},
    {"trust", trust},
}};
constexpr std::array<std::string_view, 4> statements{"know", "pleasant", "helpful", "home"};
const std::string of_statement = "cohesion_item.", of_visits = "visits.", of_membership = "membership.";

}  // namespace

std::optional<TrialQuantity> trial_quantity(const std::string& name) {
    using Of = TrialQuantity::Of;
    for (const auto& q : of_persons)
        if (q.name == name) return TrialQuantity{Of::person, q.value, 0, {}, q.share, q.ages};
    for (std::size_t k = 0; k < statements.size(); ++k)
        if (name == of_statement + std::string(statements[k]))
            return TrialQuantity{Of::person, cohesion_item, k, {}, false, {adult_age, 255}};
    for (std::size_t k = 0; k < place_kinds; ++k) {
        const std::string kind(place_names[k]);
        if (name == of_visits + kind) return TrialQuantity{Of::person, visits_of, k, {}, false, any_age};
        if (name == of_membership + kind) return TrialQuantity{Of::person, membership, k, {}, true, any_age};
    }
    for (std::size_t k = 0; k < indicator_count; ++k)
        if (name == indicator_list[k].name)
            return TrialQuantity{Of::group,
                                 nullptr,
                                 0,
                                 static_cast<Indicator>(k),
                                 indicator_list[k].scale == sim::Scale::share,
                                 any_age};
    return std::nullopt;
}

std::vector<std::string> known_trial_quantities() {
    std::vector<std::string> names;
    for (const auto& q : of_persons) names.emplace_back(q.name);
    for (const auto statement : statements) names.push_back(of_statement + std::string(statement));
    for (const auto kind : place_names) {
        names.push_back(of_visits + std::string(kind));
        names.push_back(of_membership + std::string(kind));
    }
    for (const auto& indicator : indicator_list)
        if (std::find(names.begin(), names.end(), indicator.name) == names.end())
            names.emplace_back(indicator.name);
    return names;
}

Followed follow(const Neighbourhood& n, ResidentId who) {
    Followed out;
    out.friends = friends_of(n, who);
    out.casual = tied(n, who, layer_casual, [](TieKind, ResidentId) { return true; });
    out.ties = ties_of(n, who);
    out.offences = episodes(n.residents, who, EventKind::offending);
    out.admissions = episodes(n.residents, who, EventKind::residential_care);
    return out;
}

}  // namespace weefsel
