#include "analysis/results/lives.hpp"

#include <cmath>
#include <limits>

#include "sim/error.hpp"
#include "sim/month.hpp"

namespace weefsel::analysis {

Lives read_lives(const sim::RunFileReader& file, const std::string& group, const std::string& name) {
    auto variable = file.variable(group, name);
    const std::size_t options = file.dimension(group, "option").size();
    const WorldCount worlds{file.dimension(group, "draw").size(), file.dimension(group, "replicate").size()};
    const std::size_t lives = options * worlds.all();
    if (lives == 0 || variable.values.size() % lives != 0)
        throw sim::InputError({group + "/" + name, 1, 1}, "holds no whole number of values for each life");
    const std::size_t places = variable.values.size() / lives;
    return {std::move(variable.values), options, worlds, places};
}

double year_mean(const Lives& monthly, std::size_t option, std::size_t world, int year) {
    const auto from = static_cast<std::size_t>(year - 1) * sim::months_per_year;
    double sum = 0;
    int measured = 0;
    for (std::size_t m = from; m < from + sim::months_per_year; ++m) {
        const double v = monthly.at(option, world, m);
        if (std::isnan(v)) continue;
        sum += v;
        ++measured;
    }
    return measured > 0 ? sum / measured : std::numeric_limits<double>::quiet_NaN();
}

namespace {

Interval over_worlds(const LifeValue& value, std::size_t option, const WorldCount& worlds) {
    std::vector<double> values;
    for (std::size_t w = 0; w < worlds.all(); ++w) values.push_back(value(option, w));
    return interval_of_worlds(values, worlds.replicates);
}

}  // namespace

Interval level_of(const LifeValue& value, std::size_t option, const WorldCount& worlds, const Range& range) {
    return level_within(over_worlds(value, option, worlds), range);
}

Interval difference_of(const LifeValue& value, std::size_t option, std::size_t reference,
                       const WorldCount& worlds, const Range& range) {
    const LifeValue difference = [&](std::size_t o, std::size_t w) {
        return value(o, w) - value(reference, w);
    };
    return difference_within(over_worlds(difference, option, worlds), range);
}

}  // namespace weefsel::analysis
