#include "analysis/decision/monitor_power.hpp"

#include "analysis/statistics/power.hpp"

namespace weefsel::analysis {

ResultTable monitor_table(const Cube& cube, const Names& names, const std::vector<MonitorQuestion>& questions,
                          double respondents, int year) {
    ResultTable out("monitor", {"option", "indicator"},
                    {"year year", "expected", "difference", "respondents", "power", "detectable"});
    const TwoSamples samples{respondents, respondents};
    for (std::size_t o = 0; o < names.options.size(); ++o)
        for (const auto& question : questions) {
            const auto i = observable_named(cube.layout(), question.indicator);
            if (!i || o == names.reference) continue;
            const std::size_t replicates = cube.shape().replicates;
            const double mine = interval_of_worlds(year_values(cube, *i, o, year), replicates).mean,
                         other = interval_of_worlds(year_values(cube, *i, names.reference, year), replicates)
                                     .mean;
            const bool share = question.spread == 0;
            const double power = share ? power_of_shares(other, mine, samples)
                                       : power_of_means(mine - other, question.spread, samples);
            const double detectable = share ? detectable_rise_of_share(other, samples)
                                            : detectable_distance_of_means(question.spread, samples);
            out.add({names.options[o].name, std::string(question.indicator)},
                    {static_cast<double>(year), other, mine - other, respondents, power, detectable});
        }
    return out;
}

}  // namespace weefsel::analysis
