#include "models/world/neighbourhood_figures.hpp"

#include "sim/name_key.hpp"

namespace weefsel {

std::uint64_t site_key(const NeighbourhoodFigures& figures) {
    return sim::name_key(figures.code.empty() ? figures.name : figures.code);
}

}  // namespace weefsel
