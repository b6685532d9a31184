#include "models/trial/recruit.hpp"

#include <algorithm>
#include <numeric>

#include "models/measure/survey/trial_scales.hpp"
#include "models/world/ages.hpp"
#include "models/world/streams.hpp"
#include "sim/name_key.hpp"

namespace weefsel {
namespace {

struct Ranked {
    std::uint32_t priority, treated;
    Person person;
};

bool goes_to(const Residents& r, const Places& places, ResidentId who, PlaceKind kind) {
    for (const auto& regular : r.regular)
        if (regular[who] != no_row && places.kind[PlaceId{regular[who]}] == kind) return true;
    return false;
}

/// Marks half of `n`: those with the lowest numbers.
std::vector<std::uint8_t> lower_half(const std::vector<std::uint32_t>& number) {
    std::vector<std::size_t> order(number.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return number[a] < number[b]; });
    std::vector<std::uint8_t> half(number.size(), 0);
    for (std::size_t k = 0; k < number.size() / 2; ++k) half[order[k]] = 1;
    return half;
}

/// Joins people of one neighbourhood two by two; an odd one stays alone.
std::vector<std::size_t> pairs_of(const std::vector<Person>& people, std::size_t sites) {
    std::vector<std::size_t> partner(people.size(), Recruits::alone), waiting(sites, Recruits::alone);
    for (std::size_t k = 0; k < people.size(); ++k) {
        auto& other = waiting[people[k].site];
        if (other != Recruits::alone) {
            partner[k] = other;
            partner[other] = k;
            other = Recruits::alone;
        } else {
            other = k;
        }
    }
    return partner;
}

void assign(Recruits& out, const std::vector<Ranked>& ranked, const Realisation& realisation,
            std::uint32_t key, bool by_site) {
    std::vector<std::uint32_t> number;
    if (by_site) {
        for (const auto site : realisation.map.key)
            number.push_back(realisation.draws.block(Stream::trial_recruit, site, sim::Month{0}, key)[3]);
        const auto half = lower_half(number);
        for (const auto& p : out.people) out.treated.push_back(half[p.site]);
        return;
    }
    for (std::size_t k = 0; k < ranked.size(); ++k) {
        const auto other = out.partner[k];
        number.push_back(other == Recruits::alone ? ranked[k].treated : ranked[std::min(k, other)].treated);
    }
    out.treated = lower_half(number);
}

}  // namespace

bool in_pairs(const Trial& trial) {
    const auto side_by_side = [](const Dose& dose) { return dose.what == Deed::side_by_side; };
    return trial.design == TrialDesign::pairs ||
           std::any_of(trial.arms.begin(), trial.arms.end(), [&](const TrialArm& arm) {
               return std::any_of(arm.doses.begin(), arm.doses.end(), side_by_side);
           });
}

std::uint32_t key_of_trial(std::string_view id) {
    return static_cast<std::uint32_t>(sim::mix64(sim::name_key(id)));
}

bool fulfils(const Recruitment& wanted, const Neighbourhood& n, ResidentId who, const Parameters& p,
             const sim::RandomSource& draws, sim::Month now) {
    const auto& r = n.residents;
    const auto home = r.dwelling[who];
    if (!r.present[who] || !home.exists()) return false;
    const auto is = [](const auto& criterion, const auto& holds) { return !criterion || holds(*criterion); };
    const auto cases = top_of_distress * p.survey.distressed_from;
    return is(wanted.age ? wanted.age : AgeRange{adult_age, 255},
              [&](AgeRange a) { return a.holds(r.age[who]); }) &&
           is(wanted.alone, [&](bool alone) { return (n.dwellings.members[home] == 1) == alone; }) &&
           is(wanted.income, [&](Income income) { return r.income[who] == income; }) &&
           is(wanted.frailty_from,
              [&](double from) { return static_cast<double>(r.frailty[who]) >= from; }) &&
           is(wanted.carer,
              [&](bool carer) {
                  return (static_cast<double>(r.care_given[who]) >= p.survey.carer_from) == carer;
              }) &&
           is(wanted.volunteer, [&](bool v) { return (r.volunteer_hours[who] > 0.0F) == v; }) &&
           is(wanted.origin, [&](Origin origin) { return r.origin[who] == origin; }) &&
           is(wanted.visits, [&](PlaceKind kind) { return goes_to(r, n.places, who, kind); }) &&
           is(wanted.lonely_from,
              [&](double from) { return score_11(answers_11(r, who, p.survey, draws, now)) >= from; }) &&
           is(wanted.distressed, [&](bool distressed) {
               return (score_distress(r, who, p.survey, draws, now) >= cases) == distressed;
           });
}

Recruits recruit(const Trial& trial, const Realisation& realisation, bool by_site) {
    const auto key = key_of_trial(trial.id);
    const auto& p = realisation.scenario.parameters;
    const sim::Month entry{realisation.scenario.warmup_months() - 1};
    std::vector<Ranked> ranked;
    const auto& all = realisation.start.neighbourhoods;
    for (std::size_t site = 0; site < all.size(); ++site)
        for (const auto who : all[site].residents.ids()) {
            if (!fulfils(trial.recruit, all[site], who, p, realisation.draws, entry)) continue;
            const auto birth = all[site].residents.birth_number[who];
            const auto words = realisation.draws.block(Stream::trial_recruit, birth, entry, key);
            if (static_cast<double>(sim::uniform_of(words[0])) >= trial.recruit.consent) continue;
            ranked.push_back({words[1], words[2], {site, who.value, birth}});
        }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.priority != b.priority ? a.priority < b.priority : a.person.birth < b.person.birth;
    });
    if (const auto most = static_cast<std::size_t>(trial.recruit.n); most > 0 && ranked.size() > most)
        ranked.resize(most);
    Recruits out;
    for (const auto& r : ranked) out.people.push_back(r.person);
    out.partner = in_pairs(trial) ? pairs_of(out.people, all.size())
                                  : std::vector<std::size_t>(out.people.size(), Recruits::alone);
    assign(out, ranked, realisation, key, by_site);
    return out;
}

}  // namespace weefsel
