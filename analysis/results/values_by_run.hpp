#pragma once
#include <functional>
#include <span>

#include "analysis/results/cube.hpp"
#include "analysis/results/indicator_range.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// One array of a cube over (option, draw, replicate, ...): what comes after the replicate is one `place`,
/// the last dimension fastest. Empty where the cube has no such array.
struct ValuesByRun {
    std::span<const float> values;
    CubeShape shape{};
    std::size_t places = 0;

    ValuesByRun() = default;
    ValuesByRun(const Cube& cube, const Cube::Values& of)
        : values(of), shape(cube.shape()), places(of.size() / (shape.options * shape.worlds())) {}
    [[nodiscard]] double at(std::size_t option, std::size_t world, std::size_t place) const {
        return static_cast<double>(values[(option * shape.worlds() + world) * places + place]);
    }
};

/// A value of one option in one world, NaN when unknown.
using ValueOfRun = std::function<double(std::size_t option, std::size_t world)>;

/// Interval over worlds, those without a value left out (see interval_of_worlds), within what a value can be.
Interval level_of(const ValueOfRun& value, std::size_t option, const CubeShape& shape,
                  const Range& range = {});
/// The same of option minus reference in the same world.
Interval difference_of(const ValueOfRun& value, std::size_t option, std::size_t reference,
                       const CubeShape& shape, const Range& range = {});

}  // namespace weefsel::analysis
