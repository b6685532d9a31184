#pragma once
#include <string>
#include <vector>

namespace weefsel {

/// Sets of parameters that were fitted together, equally weighted; empty: nothing was fitted.
struct Posterior {
    std::string from;                       ///< who made them, for provenance: the first remark of the file
    std::vector<std::string> names;         ///< full names of parameters
    std::vector<std::vector<double>> sets;  ///< [set][name]

    [[nodiscard]] bool empty() const { return names.empty(); }
};

}  // namespace weefsel
