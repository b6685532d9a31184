#pragma once
#include <string>
#include <vector>

namespace weefsel::app {

/// A quantity or an indicator that a file of targets was fitted to, as a level or as a difference between
/// options.
struct NameFitted {
    std::string name;
    bool difference = false;
};
/// All of a file of targets; the scenario is not read.
std::vector<NameFitted> names_fitted(const std::string& path);

}  // namespace weefsel::app
