#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/question/scenario.hpp"
#include "models/scenario/provinces.hpp"

namespace weefsel {

/// A municipality of which the study holds neighbourhoods.
struct MunicipalityOnMap {
    std::uint64_t key;                 ///< made of its code or else its name
    std::vector<std::uint16_t> sites;  ///< rows of the map, ascending
    double residents;                  ///< of all of it, by the figures
    double in_study;                   ///< residents of its neighbourhoods in the study
    std::optional<Province> province;
    /// Of households that leave it for another municipality, the share that goes to one of the study.
    double to_others = 0;
};

/// Which neighbourhoods are simulated together, in order of their keys: nothing that happens depends on the
/// order in which a scenario lists them.
struct StudyMap {
    std::vector<std::size_t> site;   ///< row of the scenario's neighbourhoods
    std::vector<std::uint64_t> key;  ///< ascending
    std::vector<double> residents;   ///< by the figures
    std::vector<double>
        others_within;  ///< residents of the municipality's others in the study, per resident of all of it
    std::vector<std::uint16_t> municipality;        ///< of each site, row of `municipalities`
    std::vector<MunicipalityOnMap> municipalities;  ///< ascending by key
    /// Rows of `municipalities` that share what is organised by region, as residential care: those of a
    /// province, or one alone whose province is not known.
    std::vector<std::vector<std::uint16_t>> regions;
    /// How much a move between municipalities of two provinces is made, relative to one where distance does
    /// not count.
    std::array<std::array<double, provinces>, provinces> nearness{};

    [[nodiscard]] std::size_t sites() const { return site.size(); }
};

/// Municipalities of these neighbourhoods as lines name them: the code, and the name where it is known, of
/// each.
struct NamedMunicipality {
    std::string identity;  ///< code, or the name where there is none
    std::string name;      ///< empty: not known
    double residents = 0;  ///< of its neighbourhoods
};
/// The identity of each neighbourhood's municipality.
std::vector<std::string> identities_of(const std::vector<NeighbourhoodFigures>& neighbourhoods);
std::vector<NamedMunicipality> municipalities_of(const std::vector<NeighbourhoodFigures>& neighbourhoods);

/// A municipality has at least the residents that the study has of it. Neighbourhoods without code and
/// municipality are of one.
StudyMap map_of(const Scenario& scenario);

/// Sets what of the map hangs on parameters: `nearness`, and `to_others` from it.
void set_distances(StudyMap& map, const ExchangeParameters& p);

}  // namespace weefsel
