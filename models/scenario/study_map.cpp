#include "models/scenario/study_map.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace weefsel {
namespace {

double residents_of_municipalities(const Scenario& s) {
    std::map<std::string, double> each;
    for (const auto& n : s.neighbourhoods) {
        const double known = n.municipality_residents > 0 ? n.municipality_residents
                                                          : s.parameters.exchange.municipality_residents;
        auto& residents = each[n.municipality];
        residents = std::max(residents, known);
    }
    double sum = 0;
    for (const auto& [name, residents] : each) sum += residents;
    return sum;
}

}  // namespace

StudyMap map_of(const Scenario& scenario) {
    StudyMap map;
    const auto& all = scenario.neighbourhoods;
    double study = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        map.site.push_back(i);
        study += all[i].residents;
    }
    std::sort(map.site.begin(), map.site.end(),
              [&](std::size_t a, std::size_t b) { return site_key(all[a]) < site_key(all[b]); });
    const double municipality = std::max(study, residents_of_municipalities(scenario));
    for (const auto site : map.site) {
        map.key.push_back(site_key(all[site]));
        map.residents.push_back(all[site].residents);
        map.others_within.push_back((study - all[site].residents) / municipality);
    }
    return map;
}

}  // namespace weefsel
