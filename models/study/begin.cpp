#include "models/study/begin.hpp"

#include <algorithm>
#include <limits>

#include "models/population/population.hpp"
#include "models/process/care/care.hpp"
#include "models/process/household/moves_rate.hpp"
#include "models/process/meeting_place/attendance.hpp"
#include "models/process/provision/provisions.hpp"
#include "models/scenario/figures.hpp"
#include "models/study/month_step.hpp"
#include "models/world/life_table.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int months_of_use = 24;  // last part of the burn-in on which providers are sized

/// Every kind of place that some line of the study pays for or supports.
std::vector<PlaceKind> kinds_bought(const Scenario& s) {
    std::vector<PlaceKind> kinds;
    const auto add = [&](const std::vector<FundingLine>& lines) {
        for (const auto& line : lines)
            for (const auto& buys : line.buys)
                if (buys.kind == Purchase::Kind::place || buys.kind == Purchase::Kind::support)
                    kinds.push_back(buys.place);
    };
    add(s.present);
    for (const auto& option : s.options) add(option.lines);
    std::sort(kinds.begin(), kinds.end());
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    return kinds;
}

void begin_initiatives(Initiatives& i, const Places& places, const sim::RandomSource& draws) {
    const std::size_t n = places.rows() * themes;
    i.alive.resize(n, 0);
    i.core.resize(n, 0);
    i.episode.resize(n, 0);
    i.birth_left.resize(n);
    i.death_left.resize(n);
    for (std::size_t k = 0; k < n; ++k) {
        const InitiativeId id{static_cast<std::uint16_t>(k)};
        const auto key = initiative_key(places.number[place_of_initiative(k)], k);
        i.birth_left[id] = sim::exponential_of(draws.block(Stream::initiative, key, sim::Month{0}, 0)[0]);
    }
}

void begin_care(Care& care) {
    care.capacity.assign(care_lines, std::numeric_limits<std::uint32_t>::max());
    care.in_use.assign(care_lines, 0);
    care.waiting.assign(care_lines, 0);
    care.joined.assign(care_lines, 0);
    care.admitted.assign(care_lines, 0);
    care.left_queue.assign(care_lines, 0);
    care.use_in_warmup.assign(care_lines, 0.0);
    care.cost.assign(payers, sim::Euros{});
}

/// Mean time a dwelling stands empty, so that the share that stands empty stays what it was.
float months_empty(const Dwellings& d, const Residents& r, const DemographyParameters& p) {
    constexpr float shortest = 1.0F, longest = 36.0F;
    std::size_t empty = 0, occupied = 0;
    double leaving = 0.0;
    for (std::size_t i = 0; i < d.rows(); ++i) {
        const DwellingId dwelling{static_cast<std::uint16_t>(i)};
        if (d.members[dwelling] == 0) {
            ++empty;
            continue;
        }
        ++occupied;
        int oldest = 0;
        for (int k = 0; k < d.members[dwelling]; ++k)
            oldest = std::max<int>(oldest, r.age[d.member[dwelling][k]]);
        leaving += move_hazard(oldest, d.tenure[dwelling], p) / 12.0;
    }
    if (leaving <= 0.0) return longest;
    return std::clamp(static_cast<float>(static_cast<double>(empty) / leaving), shortest, longest);
}

}  // namespace

double share_of_residents(const Scenario& s, std::size_t site) {
    double all = 0.0;
    for (const auto& n : s.neighbourhoods) all += n.residents;
    return s.neighbourhoods[site].residents / all;
}

void begin_policy(Neighbourhood& n, const Policy& policy, const Parameters& p, const sim::RandomSource& draws,
                  sim::Month now) {
    begin_policy(n.lines, n.posts, policy, p, draws, now);
    begin_provisions(n.provisions, policy);
}

std::vector<SiteShares> shares_of_sites(const Scenario& s, const StudyMap& map,
                                        const std::vector<double>& need) {
    struct Sums {
        double residents = 0, need = 0;
    };
    const auto need_in = [&](std::size_t i) {
        return need.empty() ? share_of_residents(s, map.site[i]) : need[i];
    };
    const auto residents_in = [&](std::size_t i) {
        return static_cast<double>(s.neighbourhoods[map.site[i]].residents);
    };
    std::vector<Sums> all(map.municipalities.size()), before(all.size());
    for (std::size_t i = 0; i < map.sites(); ++i) {
        all[map.municipality[i]].residents += residents_in(i);
        all[map.municipality[i]].need += need_in(i);
    }
    const auto part = [](double x, double of) { return of > 0 ? x / of : 0.0; };
    std::vector<SiteShares> shares;
    Sums study;
    for (std::size_t i = 0; i < map.sites(); ++i) {
        const auto k = map.municipality[i];
        PotShare of_study{share_of_residents(s, map.site[i]), need_in(i)};
        of_study.residents_before = study.residents;
        of_study.need_before = study.need;
        PotShare of_municipality{part(residents_in(i), all[k].residents), part(need_in(i), all[k].need)};
        of_municipality.residents_before = before[k].residents;
        of_municipality.need_before = before[k].need;
        study.residents += of_study.by_residents;
        study.need += of_study.by_need;
        before[k].residents += of_municipality.by_residents;
        before[k].need += of_municipality.by_need;
        shares.emplace_back(of_study, of_municipality, map.municipalities[k].key);
    }
    return shares;
}

Neighbourhood begin(const Scenario& s, std::size_t site, const sim::RandomSource& draws) {
    return begin(s, site, draws, share_of_residents(s, site));
}

Neighbourhood begin(const Scenario& s, std::size_t site, const sim::RandomSource& draws,
                    const SiteShares& shares) {
    const auto& figures = s.neighbourhoods[site];
    auto population = populate(figures, s.places, kinds_bought(s), s.parameters, draws, site_key(figures));
    Neighbourhood n;
    n.residents = std::move(population.residents);
    n.dwellings = std::move(population.dwellings);
    n.streets = std::move(population.streets);
    n.inflow = std::move(population.inflow);
    n.ties = std::move(population.ties);
    n.places = std::move(population.places);
    begin_initiatives(n.initiatives, n.places, draws);
    begin_care(n.care);
    n.people.flow.assign(static_cast<std::size_t>(Flow::count), 0);
    for (const auto present : n.residents.present) n.people.of(Flow::start) += present;
    n.norms.death_expected.assign(norms_of_death, 0.0);
    n.norms.death_weighted.assign(norms_of_death, 0.0);
    n.norms.rural.assign(1, rurality(figures));
    n.norms.poorer.assign(1, poorer_than_country(figures));
    n.norms.wealth.assign(1, wealth_of_homes(figures));
    n.norms.vacancy_months.assign(1, months_empty(n.dwellings, n.residents, s.parameters.demography));
    std::uint64_t entries = 0;
    for (const auto c : n.ties.count) entries += c;
    n.ties.started.assign(1, entries / 2);
    n.ties.ended.assign(2, 0);
    begin_policy(n, policy_of(s.present, 1.0, shares, s.parameters, site_key(figures)), s.parameters, draws,
                 sim::Month{0});
    return n;
}

MonthRecord burn_in_month(Neighbourhood& n, const Parameters& p, const sim::RandomSource& draws,
                          sim::Month now, int burn_in_months, Workspace& w) {
    const Circumstances under{{}, 1.0, true};
    auto made = step_month(n, under, p, draws, now, w);
    measure_use(n.care, now, burn_in_months);
    return made;
}

void measure_use(Care& care, sim::Month now, int burn_in_months) {
    if (now.value < burn_in_months - months_of_use) return;
    for (std::size_t line = 0; line < care_lines; ++line) care.use_in_warmup[line] += care.in_use[line];
}

void end_burn_in(Neighbourhood& n, const Parameters& p, int burn_in_months) {
    if (burn_in_months > 0) size_providers(n.care, months_measured(burn_in_months), p.care);
}

int months_measured(int burn_in_months) { return std::min(burn_in_months, months_of_use); }

}  // namespace weefsel
