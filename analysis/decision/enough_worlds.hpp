#pragma once
#include <vector>

#include "analysis/decision/findings.hpp"
#include "analysis/results/result_table.hpp"

namespace weefsel::analysis {

/// Whether enough worlds were simulated to say a difference in the last year: its Monte Carlo error is at
/// most a quarter of the smallest step that people notice.
struct EnoughWorlds {
    std::size_t option = 0, against = 0, indicator = 0;
    double step = 0;         ///< what people notice
    double error = 0;        ///< standard error of the mean difference; NaN: fewer than two worlds
    std::size_t worlds = 0;  ///< simulated
    double needed = 0;  ///< worlds for an error of a quarter of the step, at the same spread; NaN: not known
    [[nodiscard]] bool enough() const { return error <= step / 4; }
    [[nodiscard]] double more() const;  ///< worlds still to simulate; 0 where there are enough
};
/// Of differences by world. Worlds of one draw share their parameters: where there are several draws the
/// error is over their means, and more worlds are more draws.
EnoughWorlds enough_worlds(const std::vector<double>& differences, std::size_t replicates, double step);

/// Of every headline indicator with a noticeable step and every option: against the reference, and against
/// the option without lines.
std::vector<EnoughWorlds> enough_worlds(const Told& told);

/// As the table /decision/enough_worlds.
ResultTable enough_worlds_table(const std::vector<EnoughWorlds>& all, const Cube& cube, const Names& names);

/// One sentence about all of them; empty where none is known.
BothLanguages enough_worlds_said(const std::vector<EnoughWorlds>& all, const Told& told);

}  // namespace weefsel::analysis
