#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/question/scenario.hpp"

namespace weefsel {

/// Which neighbourhoods live together, in order of their keys: nothing that happens depends on the
/// order in which a scenario lists them.
struct StudyMap {
    std::vector<std::size_t> site;   ///< row of the scenario's neighbourhoods
    std::vector<std::uint64_t> key;  ///< ascending
    std::vector<double> residents;   ///< by the figures
    std::vector<double>
        others_within;  ///< residents of the others in the study, per resident of the municipality

    [[nodiscard]] std::size_t sites() const { return site.size(); }
};

/// The municipality has at least the study's residents; several municipalities count as one.
StudyMap map_of(const Scenario& scenario);

}  // namespace weefsel
