#include "analysis/results/values_by_run.hpp"

namespace weefsel::analysis {
namespace {

Interval over_worlds(const ValueOfRun& value, std::size_t option, const CubeShape& shape) {
    std::vector<double> values;
    for (std::size_t w = 0; w < shape.worlds(); ++w) values.push_back(value(option, w));
    return interval_of_worlds(values, shape.replicates);
}

}  // namespace

Interval level_of(const ValueOfRun& value, std::size_t option, const CubeShape& shape, const Range& range) {
    return level_within(over_worlds(value, option, shape), range);
}

Interval difference_of(const ValueOfRun& value, std::size_t option, std::size_t reference,
                       const CubeShape& shape, const Range& range) {
    const ValueOfRun difference = [&](std::size_t o, std::size_t w) {
        return value(o, w) - value(reference, w);
    };
    return difference_within(over_worlds(difference, option, shape), range);
}

}  // namespace weefsel::analysis
