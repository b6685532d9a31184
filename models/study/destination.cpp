#include "models/study/destination.hpp"

#include <algorithm>
#include <limits>

#include "models/world/streams.hpp"

namespace weefsel {
namespace {

using Household = Departures::Household;

sim::BirthNumber key_of(const Departures& d, const Household& household) {
    sim::BirthNumber key = std::numeric_limits<sim::BirthNumber>::max();
    for (std::uint32_t k = 0; k < household.members; ++k)
        key =
            std::min(key, d.people.birth_number[ResidentId{static_cast<std::uint16_t>(household.first + k)}]);
    return key;
}

/// Of the households that left the neighbourhoods of a municipality: those that stay in it, and those that go
/// to another one.
struct Divided {
    std::vector<Mover> within, between;
};

Divided divided(const StudyMap& map, const MunicipalityOnMap& here, const std::vector<Departures>& departures,
                const ExchangeParameters& p, const sim::RandomSource& draws, sim::Month now) {
    constexpr unsigned word = 32;
    Divided out;
    for (const auto site : here.sites) {
        const double stay = p.moves_within * map.others_within[site];
        const auto within = static_cast<float>(stay);
        const auto either =
            static_cast<float>(stay + std::min(p.moves_between, 1 - p.moves_within) * here.to_others);
        for (const auto& household : departures[site].households) {
            const auto key = key_of(departures[site], household);
            const auto words = draws.block(Stream::move_within, key, now);
            const float u = sim::uniform_of(words[0]);
            if (u >= either) continue;
            auto& list = u < within ? out.within : out.between;
            list.push_back({(std::uint64_t{words[1]} << word) | words[2], key, site, household});
        }
    }
    return out;
}

void put_in_order(std::vector<Mover>& all) {
    std::sort(all.begin(), all.end(), [](const Mover& a, const Mover& b) {
        return a.random_word != b.random_word ? a.random_word < b.random_word : a.key < b.key;
    });
}

/// One of `n`, in proportion to weights, by a race of keyed exponentials, so that a little more weight of one
/// changes few minds. `n`: nobody has weight.
template <class Weight, class Draw>
std::size_t race(std::size_t n, Weight weight, Draw draw) {
    std::size_t best = n;
    float best_time = std::numeric_limits<float>::max();
    for (std::size_t k = 0; k < n; ++k) {
        const float w = weight(k);
        if (w <= 0.0F) continue;
        const float time = sim::exponential_of(draw(k)) / w;
        if (time < best_time) {
            best_time = time;
            best = k;
        }
    }
    return best;
}

}  // namespace

Movers movers(const StudyMap& map, const std::vector<Departures>& departures, const ExchangeParameters& p,
              const sim::RandomSource& draws, sim::Month now, WorkerPool& pool) {
    const std::size_t n = map.municipalities.size();
    std::vector<Divided> each(n);
    pool.each_of(n, [&](std::size_t k) {
        each[k] = divided(map, map.municipalities[k], departures, p, draws, now);
        put_in_order(each[k].within);
    });
    Movers all;
    for (auto& one : each) {
        all.within.push_back(std::move(one.within));
        all.between.insert(all.between.end(), one.between.begin(), one.between.end());
    }
    put_in_order(all.between);
    return all;
}

std::vector<DwellingId> empty_in(const Dwellings& d, sim::Month now) {
    std::vector<DwellingId> empty;
    for (std::size_t i = 0; i < d.rows(); ++i) {
        const DwellingId dwelling{static_cast<std::uint16_t>(i)};
        if (d.members[dwelling] == 0 && d.empty_since[dwelling] < now.value) empty.push_back(dwelling);
    }
    return empty;
}

EmptyByRegion::EmptyByRegion(const StudyMap& map, const EmptyCount& empty) {
    for (std::size_t k = 0; k < map.municipalities.size(); ++k) {
        const auto& here = map.municipalities[k];
        std::size_t sum = 0;
        for (const auto site : here.sites) sum += empty[site];
        municipality.push_back(sum);
        if (!here.province) continue;
        const auto p = static_cast<std::size_t>(*here.province);
        province[p] += sum;
        members[p].push_back(static_cast<std::uint16_t>(k));
    }
}

void EmptyByRegion::take(const StudyMap& map, std::size_t k) {
    --municipality[k];
    --province[static_cast<std::size_t>(*map.municipalities[k].province)];
}

std::size_t neighbourhood_for(const Mover& mover, const MunicipalityOnMap& there, const StudyMap& map,
                              const EmptyCount& empty, const sim::RandomSource& draws, sim::Month now) {
    const auto k = race(
        there.sites.size(),
        [&](std::size_t i) {
            const auto site = there.sites[i];
            return site == mover.from ? 0.0F : static_cast<float>(empty[site]);
        },
        [&](std::size_t i) {
            return draws.block(Stream::move_within, sim::pair_number(map.key[there.sites[i]], mover.key),
                               now)[0];
        });
    return k == there.sites.size() ? map.sites() : there.sites[k];
}

std::size_t municipality_for(const Mover& mover, const StudyMap& map, const EmptyByRegion& empty,
                             const sim::RandomSource& draws, sim::Month now) {
    constexpr std::uint32_t by_province = 1, by_municipality = 2;
    const std::size_t none = map.municipalities.size(), own = map.municipality[mover.from];
    const auto home = static_cast<std::size_t>(*map.municipalities[own].province);
    const auto province = race(
        provinces,
        [&](std::size_t q) {
            const auto stands = empty.province[q] - (q == home ? empty.municipality[own] : 0);
            return static_cast<float>(map.nearness[home][q] * static_cast<double>(stands));
        },
        [&](std::size_t q) {
            return draws.block(Stream::move_within, sim::pair_number(sim::mix64(q), mover.key), now,
                               by_province)[0];
        });
    if (province == provinces) return none;
    const auto& members = empty.members[province];
    const auto k = race(
        members.size(),
        [&](std::size_t i) {
            return members[i] == own ? 0.0F : static_cast<float>(empty.municipality[members[i]]);
        },
        [&](std::size_t i) {
            const auto key = map.municipalities[members[i]].key;
            return draws.block(Stream::move_within, sim::pair_number(key, mover.key), now,
                               by_municipality)[0];
        });
    return k == members.size() ? none : members[k];
}

}  // namespace weefsel
