#include "models/scenario/study_map.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "models/scenario/kwb.hpp"
#include "sim/name_key.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

/// What tells municipalities apart: the code that a neighbourhood's own code begins with, or a name; a name
/// that goes with a code elsewhere in the study means that one.
class Identities {
public:
    explicit Identities(const std::vector<NeighbourhoodFigures>& all) {
        for (const auto& figures : all)
            if (const auto code = code_in(figures); !code.empty()) codes_.emplace(figures.municipality, code);
    }
    [[nodiscard]] std::string of(const NeighbourhoodFigures& figures) const {
        if (auto code = code_in(figures); !code.empty()) return code;
        const auto found = codes_.find(figures.municipality);
        return found != codes_.end() ? found->second : figures.municipality;
    }

private:
    static std::string code_in(const NeighbourhoodFigures& figures) {
        return figures.code.empty() ? "" : municipality_code_of(figures.code);
    }
    std::map<std::string, std::string> codes_;
};

std::vector<std::vector<std::uint16_t>> regions_of(const std::vector<MunicipalityOnMap>& all) {
    std::vector<std::vector<std::uint16_t>> regions;
    std::map<Province, std::size_t> known;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto row = static_cast<std::uint16_t>(i);
        if (!all[i].province) {
            regions.push_back({row});
            continue;
        }
        const auto [at, is_new] = known.try_emplace(*all[i].province, regions.size());
        if (is_new) regions.emplace_back();
        regions[at->second].push_back(row);
    }
    return regions;
}

}  // namespace

std::vector<std::string> identities_of(const std::vector<NeighbourhoodFigures>& neighbourhoods) {
    const Identities identities(neighbourhoods);
    std::vector<std::string> out;
    for (const auto& figures : neighbourhoods) out.push_back(identities.of(figures));
    return out;
}

std::vector<NamedMunicipality> municipalities_of(const std::vector<NeighbourhoodFigures>& neighbourhoods) {
    const Identities identities(neighbourhoods);
    std::map<std::string, NamedMunicipality> all;
    for (const auto& figures : neighbourhoods) {
        const auto identity = identities.of(figures);
        auto& one = all.try_emplace(identity, NamedMunicipality{identity, "", 0}).first->second;
        if (one.name.empty()) one.name = figures.municipality;
        one.residents += figures.residents;
    }
    std::vector<NamedMunicipality> out;
    for (auto& [identity, one] : all) out.push_back(std::move(one));
    return out;
}

StudyMap map_of(const Scenario& scenario) {
    StudyMap map;
    const auto& all = scenario.neighbourhoods;
    for (std::size_t i = 0; i < all.size(); ++i) map.site.push_back(i);
    std::sort(map.site.begin(), map.site.end(),
              [&](std::size_t a, std::size_t b) { return site_key(all[a]) < site_key(all[b]); });
    const Identities identities(all);
    std::map<std::string, MunicipalityOnMap> known;
    for (std::size_t i = 0; i < map.sites(); ++i) {
        const auto& figures = all[map.site[i]];
        map.key.push_back(site_key(figures));
        map.residents.push_back(figures.residents);
        const auto identity = identities.of(figures);
        auto& here =
            known
                .try_emplace(identity,
                             MunicipalityOnMap{sim::name_key(identity), {}, 0, 0, province_of(identity)})
                .first->second;
        here.sites.push_back(static_cast<std::uint16_t>(i));
        here.in_study += figures.residents;
        here.residents = std::max(here.residents, figures.municipality_residents > 0
                                                      ? figures.municipality_residents
                                                      : scenario.parameters.exchange.municipality_residents);
    }
    for (auto& [identity, here] : known) {
        here.residents = std::max(here.residents, here.in_study);
        map.municipalities.push_back(std::move(here));
    }
    std::sort(map.municipalities.begin(), map.municipalities.end(),
              [](const auto& a, const auto& b) { return a.key < b.key; });
    map.municipality.resize(map.sites());
    map.others_within.resize(map.sites());
    for (std::size_t i = 0; i < map.municipalities.size(); ++i)
        for (const auto site : map.municipalities[i].sites) {
            const auto& here = map.municipalities[i];
            map.municipality[site] = static_cast<std::uint16_t>(i);
            map.others_within[site] = (here.in_study - map.residents[site]) / here.residents;
        }
    map.regions = regions_of(map.municipalities);
    set_distances(map, scenario.parameters.exchange);
    return map;
}

void set_distances(StudyMap& map, const ExchangeParameters& p) {
    for (std::size_t a = 0; a < provinces; ++a)
        for (std::size_t b = 0; b < provinces; ++b) {
            const double km = std::max(km_between(static_cast<Province>(a), static_cast<Province>(b)),
                                       p.municipality_distance);
            map.nearness[a][b] = static_cast<double>(
                sim::exp_of(-static_cast<float>(p.moves_distance) *
                            sim::log_of(static_cast<float>(km / p.municipality_distance))));
        }
    std::array<double, provinces> in_study{};
    for (const auto& m : map.municipalities)
        if (m.province) in_study[static_cast<std::size_t>(*m.province)] += m.in_study;
    for (auto& m : map.municipalities) {
        m.to_others = 0;
        if (!m.province) continue;
        const auto own = static_cast<std::size_t>(*m.province);
        double here = 0, country = 0;
        for (std::size_t q = 0; q < provinces; ++q) {
            const double all = std::max(residents_of(static_cast<Province>(q)), in_study[q]);
            here += map.nearness[own][q] * (in_study[q] - (q == own ? m.in_study : 0));
            country += map.nearness[own][q] * (all - (q == own ? m.residents : 0));
        }
        if (country > 0) m.to_others = std::min(1.0, here / country);
    }
}

}  // namespace weefsel
