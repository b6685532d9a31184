#include "models/measure/survey/pattern_survey.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "models/measure/survey/pattern_answers.hpp"
#include "models/measure/survey/trial_scales.hpp"
#include "models/process/network/keep_and_lose.hpp"
#include "models/world/tie_layers.hpp"
#include "models/world/units.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int retention_years = 7, offending_years = 6;
constexpr TieHours casual = layer_casual;  // who counts as network (Hall 2018)

template <class Do>
void for_each_resident(const Residents& r, Do&& each) {
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (r.present[who] != 0) each(who);
    }
}

std::unordered_set<sim::BirthNumber> casual_ties_of(const Neighbourhood& n, ResidentId who) {
    const auto& row = n.ties.row[who];
    std::unordered_set<sim::BirthNumber> others;
    for (std::size_t k = 0; k < n.ties.count[who]; ++k)
        if (row.hours(k) >= casual && !has_lapsed(row.kind(k)))
            others.insert(n.residents.birth_number[ResidentId{row.other(k)}]);
    return others;
}

std::size_t group_of(TieKind kind) {
    enum : std::size_t { kin, friends, neighbours_and_fellow_members };
    if (is_family(kind)) return kin;
    return kind == TieKind::neighbour || kind == TieKind::fellow_member ? neighbours_and_fellow_members
                                                                        : friends;
}

}  // namespace

PatternSurvey::PatternSurvey(const Parameters& parameters, const sim::RandomSource& draws, int urbanity)
    : p_(parameters), draws_(draws), urbanity_(static_cast<std::size_t>(urbanity - 1)) {
    counts_[asked::hours_at_friend].add(shared_hours_at_friend(parameters.network));
}

void PatternSurvey::look(int month, const Neighbourhood& n, const MonthRecord& made, sim::Month now) {
    if (month < 0) {
        remember_ties(n);
        panel_.begin(n, p_.survey, draws_, now);
        begin_year(n, now);
        return;
    }
    remember_month(n, now);
    count_staff(n);
    if (month < offending_years * sim::months_per_year) count_offences(n.residents, made.offences, counts_);
    if ((month + 1) % sim::months_per_year != 0) return;
    end_year(n, now);
    panel_.end_year((month + 1) / sim::months_per_year, n, p_.survey, draws_, now, counts_);
    if (month + 1 == retention_years * sim::months_per_year) compare_ties(n);
    begin_year(n, now);
}

void PatternSurvey::begin_year(const Neighbourhood& n, sim::Month now) {
    const auto& r = n.residents;
    memory_.resize(r.rows());
    for_each_resident(r, [&](ResidentId who) {
        auto& m = memory_[who.index()];
        if (m.who != r.birth_number[who]) m = {};
        m.who = r.birth_number[who];
        m.partner = r.partner[who].exists() ? r.birth_number[r.partner[who]] : 0;
        m.gp_contacts = 0;
        m.volunteered = m.indicated = false;
        m.whole_year = true;
        m.at_risk = r.age[who] >= oldest_first && r.dwelling[who].exists() &&
                    ((r.care_use[who] | r.care_waiting[who]) & care_for_life) == 0;
        m.severe = score_11(answers_11(r, who, p_.survey, draws_, now)) >= static_cast<int>(severely_11_from);
        m.age = r.age[who];
        m.partnered = r.partner[who].exists();
        m.frailty = r.frailty[who];
        m.distress = r.distress[who];
        m.insecurity = r.insecurity[who];
    });
}

void PatternSurvey::remember_month(const Neighbourhood& n, sim::Month now) {
    const auto& r = n.residents;
    memory_.resize(r.rows());
    for_each_resident(r, [&](ResidentId who) {
        auto& m = memory_[who.index()];
        if (m.who != r.birth_number[who]) {
            m = {};
            m.who = r.birth_number[who];
        }
        m.gp_contacts = static_cast<std::uint16_t>(m.gp_contacts + r.gp_contacts[who]);
        m.volunteered |= r.volunteer_hours[who] > 0.0F;
        m.indicated |= ((r.care_use[who] | r.care_waiting[who]) & care_for_life) != 0;
        const auto partner = r.partner[who].exists() ? r.birth_number[r.partner[who]] : 0;
        if (partner != 0)
            m.separated = false;
        else if (m.partner != 0 && r.dwelling[who].exists() && r.widowed[who] != now.value)
            m.separated = true;
        m.partner = partner;
    });
}

void PatternSurvey::end_year(const Neighbourhood& n, sim::Month now) {
    const auto& r = n.residents;
    // Answers that belong to the end of the option stand in the year that comes last.
    for (const auto what : {asked::belonging_at_end, asked::distressed_at_end}) counts_[what] = {};
    counts_.degree.fill(0);
    counts_.adults = 0;
    counts_.cross = {};
    std::vector<AlikePerson> admission, gp;
    for_each_resident(r, [&](ResidentId who) {
        const auto& m = memory_[who.index()];
        if (r.dwelling[who].exists()) {  // surveys ask people who live on their own
            count_answers(n, who, p_.survey, draws_, now, urbanity_, counts_);
            count_network(n, who, p_, counts_);
            count_contact(n, who, p_, draws_, now, counts_);
            count_help(n, who, m.volunteered, p_.survey, counts_);
            count_partner(r, who, m.separated, p_.survey, draws_, now, counts_);
            count_composition(r, who, p_.survey, draws_, now, counts_);
        }
        if (!m.whole_year) return;
        count_gp(r, who, m.gp_contacts, counts_);
        if (m.at_risk)
            admission.push_back(
                {alike_in_frailty(m.age, m.partnered, m.frailty), m.severe, m.indicated ? 1.0 : 0.0});
        if (m.age >= adult_age)
            gp.push_back({alike_in_health(m.age, m.frailty, m.distress, m.insecurity), m.severe,
                          static_cast<double>(m.gp_contacts)});
    });
    add_odds(admission, counts_.admission);
    add_rates(gp, counts_.gp);
}

PatternSurvey::Network PatternSurvey::network_of(const Neighbourhood& n, ResidentId who) {
    const auto& r = n.residents;
    const auto& row = n.ties.row[who];
    Network network{r.birth_number[who], {}, static_cast<double>(r.outside_friends[who])};
    for (std::size_t k = 0; k < n.ties.count[who]; ++k) {
        const ResidentId other{row.other(k)};
        if (row.hours(k) < casual || has_lapsed(row.kind(k))) continue;
        if (r.dwelling[who].exists() && r.dwelling[other] == r.dwelling[who]) continue;
        network.others.push_back({r.birth_number[other], group_of(row.kind(k))});
    }
    return network;
}

void PatternSurvey::remember_ties(const Neighbourhood& n) {
    networks_.clear();
    for_each_resident(n.residents, [&](ResidentId who) {
        if (n.residents.age[who] >= adult_age) networks_.push_back(network_of(n, who));
    });
}

void PatternSurvey::compare_ties(const Neighbourhood& n) {
    std::unordered_map<sim::BirthNumber, ResidentId> row;
    for_each_resident(n.residents, [&](ResidentId who) { row.emplace(n.residents.birth_number[who], who); });
    // The state counts friends elsewhere and does not know them: of each the chance to be one still.
    const double kept_elsewhere = std::exp(-p_.network.outside_turnover * retention_years);
    for (const auto& then : networks_) {
        const auto found = row.find(then.who);
        if (found == row.end()) continue;
        const auto still = casual_ties_of(n, found->second);
        for (const auto& other : then.others) {
            const double kept = still.contains(other.who) ? 1.0 : 0.0;
            counts_[asked::ties_retained].add(kept);
            counts_[asked::ties_retained_here].add(kept);
            if (!row.contains(other.who)) continue;
            counts_[asked::ties_retained_stayers].add(kept);
            counts_[asked::ties_retained_by_kind + other.group].add(kept);
        }
        counts_[asked::ties_retained].add(then.elsewhere * kept_elsewhere, then.elsewhere);
        const auto now = network_of(n, found->second);
        counts_[asked::network_then].add(static_cast<double>(then.others.size()) + then.elsewhere);
        counts_[asked::network_now].add(static_cast<double>(now.others.size()) + now.elsewhere);
    }
}

void PatternSurvey::count_staff(const Neighbourhood& n) {
    constexpr int long_months = 36;
    constexpr double month = 1.0 / sim::months_per_year;
    counts_.posts.resize(n.posts.rows());
    for (std::size_t k = 0; k < n.posts.rows(); ++k) {
        const PostId post{static_cast<PostId::rep>(k)};
        if (!n.posts.line[post].exists()) continue;
        const bool filled = n.posts.filled[post] != 0, left = n.posts.left[post] != Leaving::stays;
        counts_[asked::staff_exits].add(left, filled || left ? month : 0.0);
        auto& record = counts_.posts[k];
        record.exits += left;
        record.months += n.posts.fte[post] > 0.0F || left;
        record.long_months += filled && n.posts.months_in_post[post] >= long_months;
    }
}

double shared_hours_at_friend(const NetworkParameters& p) {
    constexpr float weekly = 2.0F, weeks_a_month = weeks_per_month,
                    friend_from = from_tie_hours(layer_friend), never = 1e4F;
    const float contact = weekly * weeks_a_month;
    const auto delta = 1.0F - sim::exp_of(-0.69314718F / static_cast<float>(p.halflife_fellow_member));
    const auto carries = 1.0F / static_cast<float>(p.carried_by_contact);
    float hours = 0.0F, shared = 0.0F;
    while (hours < friend_from && shared < never) {
        hours = strength_after(hours, contact, delta, carries, static_cast<float>(p.strongest));
        shared += contact;
    }
    return static_cast<double>(shared);
}

}  // namespace weefsel
