#include <algorithm>
#include <tuple>

#include "models/process/care/care.hpp"
#include "models/study/exchange.hpp"

namespace weefsel {
namespace {

constexpr double switched_off_below = 0.5;

struct Waiting {
    QueuePlace place;
    std::uint16_t site;
    ResidentId who;
};

std::vector<std::uint16_t> sites_of(const StudyMap& map, std::size_t region) {
    std::vector<std::uint16_t> sites;
    for (const auto municipality : map.regions[region]) {
        const auto& here = map.municipalities[municipality].sites;
        sites.insert(sites.end(), here.begin(), here.end());
    }
    return sites;
}

std::vector<Waiting> queue_of(const Municipality& m, const std::vector<std::uint16_t>& sites,
                              std::size_t line, const sim::RandomSource& draws) {
    std::vector<Waiting> queue;
    for (const auto site : sites) {
        const auto& n = m.neighbourhoods[site];
        if (n.care.waiting[line] == 0) continue;
        for (std::size_t i = 0; i < n.residents.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if ((n.residents.care_waiting[who] >> line) & 1U)
                queue.push_back({queue_place(n.residents, who, line, draws), site, who});
        }
    }
    std::sort(queue.begin(), queue.end(),
              [](const Waiting& a, const Waiting& b) { return a.place < b.place; });
    return queue;
}

/// One region: who waits longest gets what is free.
void admit_in(Municipality& m, const std::vector<std::uint16_t>& sites, const std::uint32_t* places,
              const Parameters& p, const sim::RandomSource& draws, sim::Month now) {
    std::vector<std::uint16_t> changed;
    for (std::size_t line = 0; line < care_lines; ++line) {
        if (!care_lines_declared[line].regional) continue;
        std::uint32_t in_use = 0;
        for (const auto site : sites) in_use += m.neighbourhoods[site].care.in_use[line];
        const std::uint32_t free = places[line] > in_use ? places[line] - in_use : 0;
        if (free == 0) continue;
        const auto queue = queue_of(m, sites, line, draws);
        for (std::size_t k = 0; k < std::min<std::size_t>(free, queue.size()); ++k) {
            auto people = people_of(m.neighbourhoods[queue[k].site]);
            admit_one(people, queue[k].who, line, p.care, draws, now);
            changed.push_back(queue[k].site);
        }
    }
    // Who is admitted costs from this month on, as where a neighbourhood has places of its own.
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    for (const auto site : changed) {
        auto& n = m.neighbourhoods[site];
        pay_care(n.residents, n.care, p.care);
    }
}

}  // namespace

void size_regional(Municipality& m, const StudyMap& map, int months_measured, const Parameters& p) {
    m.regional_places.clear();
    if (p.exchange.regional_care < switched_off_below || months_measured <= 0) return;
    m.regional_places.assign(map.regions.size() * care_lines, 0);
    for (std::size_t region = 0; region < map.regions.size(); ++region)
        for (std::size_t line = 0; line < care_lines; ++line) {
            if (!care_lines_declared[line].regional) continue;
            double use = 0;
            for (const auto site : sites_of(map, region)) {
                auto& care = m.neighbourhoods[site].care;
                use += care.use_in_warmup[line];
                care.capacity[line] = 0;  // no places of its own
            }
            m.regional_places[region * care_lines + line] = places_for(use / months_measured, p.care);
        }
}

void admit_regional(Municipality& m, const StudyMap& map, const Parameters& p, const sim::RandomSource& draws,
                    sim::Month now, WorkerPool& pool) {
    if (m.regional_places.empty()) return;
    pool.each_of(map.regions.size(), [&](std::size_t region) {
        admit_in(m, sites_of(map, region), &m.regional_places[region * care_lines], p, draws, now);
    });
}

}  // namespace weefsel
