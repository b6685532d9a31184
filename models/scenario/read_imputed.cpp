#include <fmt/format.h>

#include <algorithm>

#include "models/scenario/figure_coordinates.hpp"
#include "models/scenario/scenario_parts.hpp"

namespace weefsel::scenario_parts {
namespace {

/// Keys of all figures that can be imputed.
std::vector<std::string> imputable() {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < coordinate_count; ++k)
        for (Figure f : figures_of(static_cast<Coordinate>(k)))
            if (names.empty() || std::find(names.begin(), names.end(), declared_of(f).name) == names.end())
                names.emplace_back(declared_of(f).name);
    return names;
}

}  // namespace

void read_imputed(sim::TableReader& reader, const FigureValues& given, const std::string& what,
                  NeighbourhoodFigures& figures) {
    const auto names = imputable();
    const auto add = [&](const char* key, std::vector<std::string>& to) {
        for (auto& name : reader.texts_of(key, names)) {
            const auto f = std::find_if(figures_declared.begin(), figures_declared.end(),
                                        [&](const auto& d) { return d.name == name; });
            if (!given[static_cast<std::size_t>(f - figures_declared.begin())])
                reader.problem(key, fmt::format("{}: {}: {} is not given", what, key, name));
            else if (std::find(to.begin(), to.end(), name) == to.end())
                to.push_back(std::move(name));
        }
    };
    add("imputed", figures.imputed);
    add("imputed_with_municipality", figures.imputed_with_municipality);
}

}  // namespace weefsel::scenario_parts
