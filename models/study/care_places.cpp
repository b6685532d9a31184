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

std::vector<Waiting> queue_of(const Municipality& m, std::size_t line, const sim::RandomSource& draws) {
    std::vector<Waiting> queue;
    for (std::size_t site = 0; site < m.neighbourhoods.size(); ++site) {
        const auto& n = m.neighbourhoods[site];
        if (n.care.waiting[line] == 0) continue;
        for (std::size_t i = 0; i < n.residents.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if ((n.residents.care_waiting[who] >> line) & 1U)
                queue.push_back(
                    {queue_place(n.residents, who, line, draws), static_cast<std::uint16_t>(site), who});
        }
    }
    std::sort(queue.begin(), queue.end(),
              [](const Waiting& a, const Waiting& b) { return a.place < b.place; });
    return queue;
}

}  // namespace

void size_regional(Municipality& m, int months_measured, const Parameters& p) {
    m.regional_places.clear();
    if (p.exchange.regional_care < switched_off_below || months_measured <= 0) return;
    m.regional_places.assign(care_lines, 0);
    for (std::size_t line = 0; line < care_lines; ++line) {
        if (!care_lines_declared[line].regional) continue;
        double use = 0;
        for (const auto& n : m.neighbourhoods) use += n.care.use_in_warmup[line];
        m.regional_places[line] = places_for(use / months_measured, p.care);
        for (auto& n : m.neighbourhoods) n.care.capacity[line] = 0;  // no places of its own
    }
}

void admit_regional(Municipality& m, const Parameters& p, const sim::RandomSource& draws, sim::Month now) {
    if (m.regional_places.empty()) return;
    std::vector<bool> changed(m.neighbourhoods.size(), false);
    for (std::size_t line = 0; line < care_lines; ++line) {
        if (!care_lines_declared[line].regional) continue;
        std::uint32_t in_use = 0;
        for (const auto& n : m.neighbourhoods) in_use += n.care.in_use[line];
        const std::uint32_t free = m.regional_places[line] > in_use ? m.regional_places[line] - in_use : 0;
        if (free == 0) continue;
        const auto queue = queue_of(m, line, draws);
        for (std::size_t k = 0; k < std::min<std::size_t>(free, queue.size()); ++k) {
            auto people = people_of(m.neighbourhoods[queue[k].site]);
            admit_one(people, queue[k].who, line, p.care, draws, now);
            changed[queue[k].site] = true;
        }
    }
    // Who is admitted costs from this month on, as where a neighbourhood has places of its own.
    for (std::size_t site = 0; site < changed.size(); ++site) {
        auto& n = m.neighbourhoods[site];
        if (changed[site]) pay_care(n.residents, n.care, p.care);
    }
}

}  // namespace weefsel
