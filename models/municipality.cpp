#include "models/municipality.hpp"

#include <algorithm>

#include "models/begin.hpp"

namespace weefsel {

StudyMap map_of(const Scenario& scenario) {
    StudyMap map;
    const auto& all = scenario.neighbourhoods;
    for (std::size_t i = 0; i < all.size(); ++i) map.site.push_back(i);
    std::sort(map.site.begin(), map.site.end(),
              [&](std::size_t a, std::size_t b) { return site_key(all[a]) < site_key(all[b]); });
    for (const auto site : map.site) map.key.push_back(site_key(all[site]));
    return map;
}

Municipality begin_municipality(const Scenario& scenario, const StudyMap& map, const sim::Draws& draws,
                                Crew& crew) {
    Municipality m;
    m.neighbourhoods.resize(map.sites());
    crew.each([&](std::size_t i, Workspace& w) {
        m.neighbourhoods[i] = begin(scenario, map.site[i], draws, w);
    });
    return m;
}

void live_month(Municipality& m, const StudyMap& map, const Circumstances& under, const Parameters& p,
                const sim::Draws& draws, sim::Month now, Crew& crew) {
    crew.each([&](std::size_t i, Workspace& w) {
        step_month(m.neighbourhoods[i], under, p, draws, now, w);
    });
    if (map.sites() > 1) exchange(m, map, p, draws, now, crew);
}

void burn_in_month(Municipality& m, const StudyMap& map, const Parameters& p, const sim::Draws& draws,
                   sim::Month now, int burn_in_months, Crew& crew) {
    live_month(m, map, {{}, 1.0, true}, p, draws, now, crew);
    for (auto& n : m.neighbourhoods) measure_use(n.care, now, burn_in_months);
}

void end_burn_in(Municipality& m, const Parameters& p, int burn_in_months) {
    for (auto& n : m.neighbourhoods) end_burn_in(n, p, burn_in_months);
}

void exchange(Municipality&, const StudyMap&, const Parameters&, const sim::Draws&, sim::Month, Crew&) {}

}  // namespace weefsel
