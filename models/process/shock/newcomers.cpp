#include "models/process/shock/newcomers.hpp"

#include <algorithm>
#include <cmath>

#include "models/process/household/birth_numbers.hpp"
#include "models/process/household/demography.hpp"
#include "models/process/household/new_homes.hpp"
#include "models/world/ages.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

struct Member {
    int months;  ///< of age
    Sex sex;
    Education education;
};
struct Arriving {
    std::uint64_t key = 0;
    std::vector<Member> members;  ///< head, partner, children
    bool couple = false;
};

Member member_of(const sim::Block& words, float years, Sex sex, const ShockParameters& p) {
    const auto low = static_cast<float>(p.refugee_low_educated),
               middle = static_cast<float>(p.refugee_middle_educated);
    const float u = sim::uniform_of(words[1]);
    const auto education = u < low ? Education::low : u < low + middle ? Education::middle : Education::high;
    return {static_cast<int>(years * static_cast<float>(sim::months_per_year)), sex, education};
}

/// The nth household that a shock brings, of at most `most` members.
Arriving arriving(std::uint64_t shock, std::uint64_t nth, int most, const ShockParameters& p,
                  const sim::RandomSource& draws) {
    Arriving home;
    home.key = dwelling_number(shock, nth);
    const auto of_member = [&](std::uint32_t k) {
        return draws.block(Stream::inflow_resident, home.key, sim::Month{0}, k);
    };
    const auto words = of_member(0);
    const bool alone = sim::uniform_of(words[0]) < static_cast<float>(p.refugee_alone);
    home.couple = !alone && sim::uniform_of(words[1]) < static_cast<float>(p.refugee_with_partner);
    const auto head = of_member(1);
    const float u = sim::uniform_of(head[0]), of_sex = sim::uniform_of(words[2]);
    const float years =
        alone ? adult_age + static_cast<float>(p.refugee_years_alone) * u * u
              : static_cast<float>(p.refugee_parents_from) + static_cast<float>(p.refugee_parents_years) * u;
    const bool man = of_sex < (alone         ? static_cast<float>(p.refugee_men_alone)
                               : home.couple ? static_cast<float>(p.refugee_fathers_first)
                                             : 1.0F - static_cast<float>(p.refugee_mothers_alone));
    home.members.push_back(member_of(head, years, man ? Sex::male : Sex::female, p));
    if (home.couple) {
        const auto partner = of_member(2);
        const float at = years - static_cast<float>(p.refugee_partner_younger) +
                         static_cast<float>(p.refugee_partner_years) * sim::uniform_of(partner[0]);
        home.members.push_back(member_of(partner, std::max(at, static_cast<float>(adult_age)),
                                         man ? Sex::female : Sex::male, p));
    }
    const float more = sim::uniform_of(words[3]);
    std::uint32_t children = alone ? 0 : 1;
    for (const double share : {p.refugee_second_child, p.refugee_third_child, p.refugee_fourth_child})
        children += !alone && more < static_cast<float>(share) ? 1 : 0;
    for (std::uint32_t c = 0; c < children; ++c) {
        constexpr std::uint32_t first_child = 3;
        const auto child = of_member(first_child + c);
        const float oldest = std::clamp(years - static_cast<float>(p.refugee_parent_from), 0.0F,
                                        static_cast<float>(adult_age));
        auto made = member_of(child, oldest * sim::uniform_of(child[0]),
                              (child[2] & 1U) != 0 ? Sex::male : Sex::female, p);
        made.education = home.members.front().education;
        home.members.push_back(made);
    }
    if (home.members.size() > static_cast<std::size_t>(most))
        home.members.resize(static_cast<std::size_t>(most));
    home.couple = home.couple && home.members.size() > 1;
    return home;
}

void move_in(People& people, DwellingId dwelling, const Arriving& home, const Parameters& parameters,
             const sim::RandomSource& draws, sim::Month now) {
    const auto& p = parameters.shock;
    auto& r = people.residents;
    begin_household(people.dwellings, dwelling, draws);
    std::vector<ResidentId> row;
    for (std::size_t k = 0; k < home.members.size(); ++k) {
        const auto& m = home.members[k];
        const Newcomer who{arrival_number(home.key, 0, k), now + -m.months, m.sex, m.education,
                           Origin::outside_europe,         Income::low};
        const auto id = settle(people, who, dwelling, parameters, draws, now);
        row.push_back(id);
        r.insecurity[id] = std::max(r.insecurity[id], static_cast<float>(p.refugee_insecurity));
        r.institutional_trust[id] =
            std::max(0.0F, r.institutional_trust[id] - static_cast<float>(p.refugee_distrust));
        const auto contacts = static_cast<float>(p.refugee_contacts);
        r.outside_social[id] *= contacts;
        r.outside_kin[id] =
            static_cast<std::uint8_t>(contacts * static_cast<float>(r.outside_kin[id]) + 0.5F);
        ++people.count.of(Flow::arrivals);
    }
    if (home.couple) {
        r.partner[row[0]] = row[1];
        r.partner[row[1]] = row[0];
    }
    tie_household(people, dwelling, parameters.network);
}

float usual_public_space(const Parameters& p) {
    return static_cast<float>(0.5 * (p.population.public_space_low + p.population.public_space_high));
}

/// The next home that is built for those whom a shock brings: in the last street where that is theirs and has
/// room, else in a new one. Which dwellings are theirs is known by their numbers.
DwellingId home_for(People& people, Streets& streets, std::uint64_t shock, const Parameters& p,
                    sim::Month now) {
    auto& d = people.dwellings;
    const auto key = sim::mix64(shock);
    std::uint64_t built = 0;
    bool last_is_theirs = false;
    for (std::size_t i = 0; i < d.rows(); ++i) {
        last_is_theirs = d.number[DwellingId{static_cast<DwellingId::rep>(i)}] == dwelling_number(key, built);
        built += last_is_theirs ? 1 : 0;
    }
    const StreetId last{static_cast<StreetId::rep>(streets.rows() - 1)};
    if (!last_is_theirs || streets.dwellings[last] >= usual_street)
        build_street(streets, d, usual_public_space(p), p.cohesion);
    return build_home(d, streets, Edge::south, {dwelling_number(key, built), Tenure::social_rent, false},
                      p.shock, now);
}

void settle_refugees(People& people, Streets& streets, const Newcoming& coming, std::size_t site,
                     const Parameters& p, const sim::RandomSource& draws, sim::Month now) {
    const auto& planned = *coming.shock;
    const int persons = planned.here[site];
    const auto due = [&](std::int64_t months) {
        return static_cast<int>(persons * months / planned.shock.months);
    };
    const int before = due(coming.month), by_now = due(coming.month + 1);
    auto& d = people.dwellings;
    std::size_t empty = 0;
    for (const auto members : d.members) empty += members == 0;
    auto may_take = static_cast<std::size_t>(static_cast<double>(empty) * p.shock.refugee_homes);
    int come = 0;
    for (std::uint64_t nth = 0; come < by_now; ++nth) {
        const auto home = arriving(planned.key[site], nth, persons - come, p.shock, draws);
        come += static_cast<int>(home.members.size());
        if (come <= before || come > by_now) continue;
        auto dwelling = may_take > 0 ? empty_dwelling(d, home.key, draws, now) : DwellingId::none();
        if (dwelling.exists())
            --may_take;
        else
            dwelling = home_for(people, streets, planned.key[site], p, now);
        move_in(people, dwelling, home, p, draws, now);
    }
}

/// 0 single, 1 without children, 2 with children: a member who is a generation younger than the eldest.
std::size_t type_of(const InflowProfile& inflow, std::size_t household) {
    constexpr int generation = 16 * sim::months_per_year;
    const std::size_t first = inflow.first[household], members = inflow.members[household];
    if (members == 1) return 0;
    int eldest = 0, youngest = inflow.age_months[first];
    for (std::size_t k = first; k < first + members; ++k) {
        eldest = std::max<int>(eldest, inflow.age_months[k]);
        youngest = std::min<int>(youngest, inflow.age_months[k]);
    }
    return eldest - youngest >= generation ? 2 : 1;
}

/// A household of a type by mobility, or of any where the profile has none of that type.
std::size_t drawn_of_type(const InflowProfile& inflow, std::size_t type, float u) {
    const auto& running = inflow.cumulative_weight;
    const auto weight = [&](std::size_t h) { return running[h] - (h == 0 ? 0.0F : running[h - 1]); };
    double all = 0;
    for (std::size_t h = 0; h < running.size(); ++h)
        if (type_of(inflow, h) == type) all += static_cast<double>(weight(h));
    double left = static_cast<double>(u) * all;
    std::size_t last = running.size();
    for (std::size_t h = 0; h < running.size(); ++h) {
        if (type_of(inflow, h) != type) continue;
        last = h;
        left -= static_cast<double>(weight(h));
        if (left < 0) break;
    }
    return last < running.size() ? last : drawn_household(inflow, u);
}

std::size_t drawn_class(const std::array<double, 3>& share, std::uint32_t word) {
    const auto u = static_cast<double>(sim::uniform_of(word));
    return u < share[0] ? 0 : u < share[0] + share[1] ? 1 : 2;
}

void open_home(People& people, DwellingId dwelling, const InflowProfile& inflow, const PlannedShock& planned,
               const Parameters& p, const sim::RandomSource& draws, sim::Month now) {
    auto& d = people.dwellings;
    if (inflow.cumulative_weight.empty()) return;
    begin_household(d, dwelling, draws);
    const auto words =
        draws.block(Stream::inflow_household, d.number[dwelling], sim::Month{0}, d.occupancy[dwelling]);
    const float u = sim::uniform_of(words[0]);
    const auto household = planned.shock.households
                               ? drawn_of_type(inflow, drawn_class(*planned.shock.households, words[1]), u)
                               : drawn_household(inflow, u);
    household_moves_in(people, dwelling, inflow, household, p, draws, now);
}

void deliver_estate(People& people, Streets& streets, const InflowProfile& inflow, const Newcoming& coming,
                    std::size_t site, const Parameters& p, const sim::RandomSource& draws, sim::Month now) {
    const auto& planned = *coming.shock;
    const auto homes = static_cast<std::size_t>(planned.here[site]);
    const std::size_t all = new_streets(homes), months = static_cast<std::size_t>(planned.shock.months);
    std::size_t built = 0;
    for (std::size_t s = 0; s < all && homes > 0; ++s) {
        const std::size_t in_street = homes / all + (s < homes % all ? 1 : 0);
        const bool now_due = s * months / all == static_cast<std::size_t>(coming.month);
        if (now_due) {
            build_street(streets, people.dwellings, usual_public_space(p), p.cohesion);
            for (std::size_t k = 0; k < in_street; ++k) {
                const auto number = dwelling_number(planned.key[site], built + k);
                const auto words = draws.block(Stream::population_dwelling, number, sim::Month{0}, 1);
                const auto tenure = static_cast<Tenure>(drawn_class(planned.tenure[site], words[0]));
                const bool suited =
                    static_cast<double>(sim::uniform_of(words[1])) < p.population.suited_share_elderly;
                const auto dwelling = build_home(people.dwellings, streets, Edge::north,
                                                 {number, tenure, suited}, p.shock, now);
                open_home(people, dwelling, inflow, planned, p, draws, now);
            }
        }
        built += in_street;
    }
}

}  // namespace

void settle_newcomers(People& people, Streets& streets, const InflowProfile& inflow,
                      const ShockEffects& shocks, std::size_t site, const Parameters& p,
                      const sim::RandomSource& draws, sim::Month now) {
    for (const auto& coming : shocks.newcomings) {
        if (coming.shock->shock.kind == ShockKind::refugees)
            settle_refugees(people, streets, coming, site, p, draws, now);
        else
            deliver_estate(people, streets, inflow, coming, site, p, draws, now);
    }
}

}  // namespace weefsel
