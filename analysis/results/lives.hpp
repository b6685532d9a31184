#pragma once
#include <functional>
#include <string>
#include <vector>

#include "analysis/results/indicator_range.hpp"
#include "analysis/statistics/interval.hpp"
#include "sim/run_file.hpp"

namespace weefsel::analysis {

/// The worlds of a result file; a world is one (draw, replicate).
struct WorldCount {
    std::size_t draws = 0, replicates = 0;
    [[nodiscard]] std::size_t all() const { return draws * replicates; }
};

/// One array of a result file over (option, draw, replicate, ...): what comes after the replicate is one
/// `place`, the last dimension fastest.
struct Lives {
    std::vector<float> values;
    std::size_t options = 0;
    WorldCount worlds{};
    std::size_t places = 0;

    [[nodiscard]] double at(std::size_t option, std::size_t world, std::size_t place) const {
        return static_cast<double>(values[(option * worlds.all() + world) * places + place]);
    }
};

/// Reads such an array. Throws sim::InputError when its size does not fit its first three dimensions.
Lives read_lives(const sim::RunFileReader& file, const std::string& group, const std::string& name);

/// Mean of what was measured in the 12 months of a year (from 1) of a monthly array; NaN where nothing was.
double year_mean(const Lives& monthly, std::size_t option, std::size_t world, int year);

/// A value of one option in one world, NaN when unknown.
using LifeValue = std::function<double(std::size_t option, std::size_t world)>;

/// Interval over worlds, those without a value left out (see interval_of_worlds), within what a value can be.
Interval level_of(const LifeValue& value, std::size_t option, const WorldCount& worlds,
                  const Range& range = {});
/// The same of option minus reference in the same world.
Interval difference_of(const LifeValue& value, std::size_t option, std::size_t reference,
                       const WorldCount& worlds, const Range& range = {});

}  // namespace weefsel::analysis
