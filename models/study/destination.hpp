#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/scenario/study_map.hpp"
#include "models/study/worker_pool.hpp"
#include "models/world/departures.hpp"
#include "models/world/household_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// A household that moves within the study.
struct Mover {
    std::uint64_t random_word;
    sim::BirthNumber key;  ///< smallest birth number of the household
    std::size_t from;
    Departures::Household household;
};

/// Who moves where this month, each list in order of random priorities.
struct Movers {
    std::vector<std::vector<Mover>> within;  ///< by municipality
    std::vector<Mover> between;
};

/// Of the households that left a neighbourhood this month, those that move within the study.
Movers movers(const StudyMap& map, const std::vector<Departures>& departures, const ExchangeParameters& p,
              const sim::RandomSource& draws, sim::Month now, WorkerPool& pool);

/// Dwellings that stood empty before this month.
std::vector<DwellingId> empty_in(const Dwellings& d, sim::Month now);
using EmptyDwellings = std::vector<std::vector<DwellingId>>;  // per neighbourhood
using EmptyCount = std::vector<std::size_t>;                  // per neighbourhood

/// What stands empty by municipality and province.
struct EmptyByRegion {
    std::vector<std::size_t> municipality;
    std::array<std::vector<std::uint16_t>, provinces> members;  ///< rows of the map's municipalities
    std::array<std::size_t, provinces> province{};

    EmptyByRegion(const StudyMap& map, const EmptyCount& empty);
    /// One dwelling of a municipality is taken.
    void take(const StudyMap& map, std::size_t k);
};

/// The neighbourhood of a municipality that somebody goes to, in proportion to what stands empty. The number
/// of all: nowhere.
std::size_t neighbourhood_for(const Mover& mover, const MunicipalityOnMap& there, const StudyMap& map,
                              const EmptyCount& empty, const sim::RandomSource& draws, sim::Month now);
/// The municipality that somebody goes to who leaves another: a province by distance and what stands empty,
/// then one of it. The number of all: nowhere.
std::size_t municipality_for(const Mover& mover, const StudyMap& map, const EmptyByRegion& empty,
                             const sim::RandomSource& draws, sim::Month now);

}  // namespace weefsel
