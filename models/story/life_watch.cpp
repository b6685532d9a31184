#include "models/story/life_watch.hpp"

#include <algorithm>
#include <utility>

#include "models/process/household/birth_numbers.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t none = 255;

bool is_child_of(sim::BirthNumber child, sim::BirthNumber mother) {
    constexpr std::uint64_t children_at_most = 24;
    for (std::uint64_t nth = 0; nth < children_at_most; ++nth)
        if (newborn_number(mother, nth) == child) return true;
    return false;
}

void look_at_household(MonthSeen& seen, const Neighbourhood& n, ResidentId who, sim::Month now) {
    const auto& r = n.residents;
    const auto home = r.dwelling[who];
    if (!home.exists()) return;
    seen.home = n.dwellings.number[home];
    for (int k = 0; k < n.dwellings.members[home]; ++k) {
        const auto member = n.dwellings.member[home][k];
        if (member == who || r.birth_month[member] != now.value) continue;
        const auto child = r.birth_number[member];
        const bool own = is_child_of(child, r.birth_number[who]) ||
                         (seen.partner != 0 && is_child_of(child, seen.partner));
        (own ? seen.own_baby : seen.baby) = true;
    }
}

void look_at_places(MonthSeen& seen, const Residents& r, const Places& places, ResidentId who) {
    for (std::size_t m = 0; m < regular_places; ++m) {
        const auto row = r.regular[m][who];
        if (row == none) continue;
        const PlaceId place{row};
        seen.regular[m] = {places.number[place], places.kind[place], r.habit[m][who],
                           places.open[place] != 0};
    }
    seen.volunteers = r.volunteer_hours[who] > 0.0F;
    seen.volunteers_here = seen.volunteers && r.volunteer_place[who] != none;
    if (seen.volunteers_here) seen.volunteer_place = places.kind[PlaceId{r.volunteer_place[who]}];
}

void look_at_professionals(MonthSeen& seen, const Residents& r, const Posts& posts, ResidentId who) {
    for (std::size_t k = 0; k < professionals_known; ++k) {
        const auto row = r.known_post[who][k];
        if (row == none) continue;
        const PostId post{row};
        if (posts.filled[post]) seen.known[k] = {posts.person[post], posts.role[post], r.bond[who][k], true};
    }
}

/// Of those known a month ago: who still works here.
void note_who_works(MonthSeen& before, const Posts& posts) {
    for (auto& known : before.known) {
        known.works = false;
        for (std::size_t k = 0; k < posts.rows(); ++k) {
            const PostId post{static_cast<std::uint8_t>(k)};
            known.works = known.works || (posts.filled[post] && posts.person[post] == known.person);
        }
    }
}

MonthSeen seen_of(const Neighbourhood& n, ResidentId who, std::size_t site, sim::Month now) {
    const auto& r = n.residents;
    const auto episodes = [&](EventKind k) { return r.episode[static_cast<std::size_t>(k)][who]; };
    MonthSeen seen;
    seen.present = true;
    seen.site = site;
    seen.sex = r.sex[who];
    seen.age = r.age[who];
    if (r.partner[who].exists()) seen.partner = r.birth_number[r.partner[who]];
    seen.widowed = r.widowed[who] == now.value;
    look_at_household(seen, n, who, now);
    look_at_places(seen, r, n.places, who);
    look_at_professionals(seen, r, n.posts, who);
    seen.signal = r.signal[who];
    seen.needs_help = r.care_need[who] > 0.0F;
    seen.has_carer = r.carer[who].exists();
    seen.care_given = r.care_given[who];
    seen.overload = r.overload[who];
    seen.care_use = r.care_use[who];
    seen.care_waiting = r.care_waiting[who];
    seen.loneliness = r.loneliness[who];
    seen.gp_contacts = r.gp_contacts[who];
    seen.offences = episodes(EventKind::offending);
    seen.breakdowns = episodes(EventKind::carer_breakdown);
    seen.homes_left = episodes(EventKind::leave_home);
    return seen;
}

bool is_at(const Residents& r, ResidentId row, sim::BirthNumber who) {
    return row.exists() && row.index() < r.rows() && r.present[row] && r.birth_number[row] == who;
}

ResidentId row_of(const Residents& r, sim::BirthNumber who) {
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId row{static_cast<std::uint16_t>(i)};
        if (r.birth_number[row] == who && r.present[row]) return row;
    }
    return ResidentId::none();
}

}  // namespace

LifeWatch::LifeWatch(const Scenario& scenario, const Parameters& parameters, const sim::RandomSource& draws,
                     std::vector<sim::BirthNumber> who)
    : parameters_(parameters),
      draws_(draws),
      who_(std::move(who)),
      row_(scenario.neighbourhoods.size(), std::vector<ResidentId>(who_.size(), ResidentId::none())) {
    const auto months = static_cast<std::size_t>(scenario.months());
    Life empty;
    empty.seen.resize(months + 1);
    empty.hazards.resize(months);
    lives_.assign(who_.size(), std::vector<Life>(scenario.options.size(), empty));
}

Watch LifeWatch::watch() {
    return [this](std::size_t site, std::size_t option, int m, const Neighbourhood& n,
                  const MonthRecord& made, sim::Month now) { month(site, option, m, n, made, now); };
}

WatchHazards LifeWatch::watch_hazards() {
    return [this](std::size_t site, std::size_t option, int m, Hazard h, const HazardColumns& columns,
                  const Neighbourhood& n, sim::Month) { hazards(site, option, m, h, columns, n); };
}

void LifeWatch::month(std::size_t site, std::size_t option, int month, const Neighbourhood& n,
                      const MonthRecord& made, sim::Month now) {
    for (std::size_t k = 0; k < who_.size(); ++k) {
        auto& life = lives_[k][option];
        auto& row = row_[site][k];
        const bool was_here = row.exists() && month >= 0;
        if (was_here && std::find(made.died.begin(), made.died.end(), who_[k]) != made.died.end())
            life.died = month;
        if (!is_at(n.residents, row, who_[k])) row = row_of(n.residents, who_[k]);
        if (was_here) note_who_works(life.seen[static_cast<std::size_t>(month)], n.posts);
        if (row.exists()) life.seen[static_cast<std::size_t>(month + 1)] = seen_of(n, row, site, now);
    }
}

void LifeWatch::hazards(std::size_t site, std::size_t option, int month, Hazard h,
                        const HazardColumns& columns, const Neighbourhood& n) {
    if (!has_terms(h)) return;
    for (std::size_t k = 0; k < who_.size(); ++k) {
        const auto row = row_[site][k];
        if (!is_at(n.residents, row, who_[k])) continue;
        lives_[k][option].hazards[static_cast<std::size_t>(month)][static_cast<std::size_t>(h)] =
            hazard_seen(h, columns, n, row, parameters_, draws_);
    }
}

}  // namespace weefsel
