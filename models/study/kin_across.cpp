#include <algorithm>
#include <cmath>

#include "models/study/exchange.hpp"
#include "models/world/ages.hpp"
#include "models/world/streams.hpp"

namespace weefsel {
namespace {

constexpr int adult = adult_age, generation = 20, oldest_parent = 45;  // years between parent and child
constexpr std::uint32_t tries = 12;

/// Adults of one neighbourhood on a ring of birth numbers: whoever stands next after a random number is the
/// candidate, so one resident more takes over the random numbers of one other and no more.
struct Adults {
    std::vector<std::pair<std::uint64_t, ResidentId>> ring;

    explicit Adults(const Residents& r) {
        for (std::size_t i = 0; i < r.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if (r.present[who] && r.age[who] >= adult)
                ring.emplace_back(sim::mix64(r.birth_number[who]), who);
        }
        std::sort(ring.begin(), ring.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }
    [[nodiscard]] ResidentId at(std::uint64_t random_word) const {
        const auto next = std::lower_bound(ring.begin(), ring.end(), random_word,
                                           [](const auto& a, std::uint64_t b) { return a.first < b; });
        return (next == ring.end() ? ring.front() : *next).second;
    }
};

/// A neighbourhood of the same municipality in proportion to its residents, the own one left out. There must
/// be another one.
std::size_t elsewhere(const StudyMap& map, std::size_t own, float u) {
    const auto& sites = map.municipalities[map.municipality[own]].sites;
    double left = 0;
    for (const auto site : sites) left += site == own ? 0 : map.residents[site];
    left *= static_cast<double>(u);
    std::size_t chosen = sites[sites[0] == own ? 1 : 0];
    for (const auto site : sites) {
        if (site == own) continue;
        chosen = site;
        left -= map.residents[site];
        if (left < 0) break;
    }
    return chosen;
}

bool could_be_kin(const Residents& a, ResidentId x, const Residents& b, ResidentId y) {
    const int gap = std::abs(int{a.age[x]} - int{b.age[y]});
    return a.origin[x] == b.origin[y] && gap >= generation && gap <= oldest_parent;
}

void tie_both_ends(Municipality& m, std::size_t site, ResidentId who, std::size_t there, ResidentId kin,
                   TieHours hours) {
    const auto& own = m.neighbourhoods[site].residents;
    const auto& far = m.neighbourhoods[there].residents;
    m.borders[site].ties.push_back({own.birth_number[who], far.birth_number[kin], who.value,
                                    static_cast<std::uint16_t>(there), kin.value, hours, 0, TieKind::kin});
    m.borders[there].ties.push_back({far.birth_number[kin], own.birth_number[who], kin.value,
                                     static_cast<std::uint16_t>(site), who.value, hours, 0, TieKind::kin});
}

/// Kin who are now kept one by one are no longer among the relatives elsewhere who are a number only; contact
/// with them counts from the first month on.
void take_out_of_aggregate(Neighbourhood& n, Border& border, float hours_each) {
    auto& ties = border.ties;
    const auto same = [](const TieAcross& a, const TieAcross& b) {
        return a.own == b.own && a.other == b.other;
    };
    std::sort(ties.begin(), ties.end(), [](const TieAcross& a, const TieAcross& b) {
        return a.own != b.own ? a.own < b.own : a.other < b.other;
    });
    ties.erase(std::unique(ties.begin(), ties.end(), same), ties.end());
    for (std::size_t first = 0; first < ties.size();) {
        std::size_t last = first + 1;
        while (last < ties.size() && ties[last].own == ties[first].own) ++last;
        const ResidentId who{ties[first].own_row};
        auto& relatives = n.residents.outside_kin[who];
        relatives = static_cast<std::uint8_t>(
            std::max<std::ptrdiff_t>(0, relatives - static_cast<std::ptrdiff_t>(last - first)));
        n.residents.across_contact[who] = to_tie_hours(hours_each * static_cast<float>(last - first));
        first = last;
    }
    border.of(BorderFlow::ties_begun) = ties.size();
}

}  // namespace

void first_kin_across(Municipality& m, const StudyMap& map, const Parameters& p,
                      const sim::RandomSource& draws) {
    if (p.exchange.kin_across <= 0) return;
    std::vector<Adults> adults;
    for (const auto& n : m.neighbourhoods) adults.emplace_back(n.residents);
    const auto hours = to_tie_hours(static_cast<float>(p.population.kin_hours));
    for (std::size_t site = 0; site < map.sites(); ++site) {
        if (map.municipalities[map.municipality[site]].sites.size() == 1) continue;
        const auto& n = m.neighbourhoods[site];
        // Each tie is drawn from both sides, so half of the mean from each.
        const double mean = p.exchange.kin_across * map.others_within[site] / 2;
        for (std::size_t d = 0; d < n.dwellings.rows(); ++d) {
            const DwellingId dwelling{static_cast<std::uint16_t>(d)};
            if (n.dwellings.members[dwelling] == 0) continue;
            const ResidentId head = n.dwellings.member[dwelling][0];
            const auto number = n.residents.birth_number[head];
            const auto random_words = draws.block(Stream::kin_across, number, sim::Month{0}, 0);
            const auto wanted =
                static_cast<std::uint32_t>(mean + static_cast<double>(sim::uniform_of(random_words[0])));
            for (std::uint32_t nth = 0; nth < wanted; ++nth)
                for (std::uint32_t t = 0; t < tries; ++t) {
                    const auto words =
                        draws.block(Stream::kin_across, number, sim::Month{0}, 1 + nth * tries + t);
                    const auto there = elsewhere(map, site, sim::uniform_of(words[0]));
                    if (adults[there].ring.empty()) continue;
                    const auto kin = adults[there].at(sim::mix64(words[1] + 1ULL));
                    if (!could_be_kin(n.residents, head, m.neighbourhoods[there].residents, kin)) continue;
                    tie_both_ends(m, site, head, there, kin, hours);
                    break;
                }
        }
    }
    const auto each = static_cast<float>(p.network.want_kin * p.exchange.contact_across);
    for (std::size_t site = 0; site < map.sites(); ++site)
        take_out_of_aggregate(m.neighbourhoods[site], m.borders[site], each);
}

}  // namespace weefsel
