#include "models/world/neighbourhood_figures.hpp"

namespace weefsel {

std::uint64_t site_key(const NeighbourhoodFigures& figures) {
    std::uint64_t key = 0xcbf29ce484222325ULL;  // FNV-1a
    for (const char c : figures.code.empty() ? figures.name : figures.code) {
        key ^= static_cast<unsigned char>(c);
        key *= 0x100000001b3ULL;
    }
    return key;
}

}  // namespace weefsel
