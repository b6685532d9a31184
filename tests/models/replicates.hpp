#pragma once
#include <cmath>
#include <vector>

#include "models/measure/indicators.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/study.hpp"

namespace weefsel {

/// The first replicates of a study, each with all its options.
inline std::vector<sim::UnitResult> simulated_replicates(const std::string& text, int replicates) {
    const Study study(read_scenario_text(text, "test.toml"));
    std::vector<sim::UnitResult> units;
    for (int r = 0; r < replicates; ++r) units.push_back(study.run({0, static_cast<std::size_t>(r)}));
    return units;
}

/// Value of an indicator over the months [from, until): all numerators over all denominators.
inline double value_over(const sim::WorldResult& world, Indicator i, int from, int until) {
    double numerator = 0, denominator = 0;
    for (int month = from; month < until; ++month) {
        const auto at = static_cast<std::size_t>(month) * indicator_count + static_cast<std::size_t>(i);
        numerator += world.numerator[at];
        denominator += world.denominator[at];
    }
    return numerator / denominator;
}

/// Mean of a sample and its standard error.
struct Estimate {
    double mean = 0, error = 0;
};
inline Estimate estimate(const std::vector<double>& sample) {
    const auto n = static_cast<double>(sample.size());
    double mean = 0, square = 0;
    for (const double x : sample) mean += x / n;
    for (const double x : sample) square += (x - mean) * (x - mean) / (n - 1);
    return {mean, std::sqrt(square / n)};
}

/// Option `b` less option `a`, replicate by replicate: the chance that both share falls away.
inline Estimate difference(const std::vector<sim::UnitResult>& units, std::size_t a, std::size_t b,
                           Indicator i, int from, int until) {
    std::vector<double> sample;
    for (const auto& unit : units)
        sample.push_back(value_over(unit.options[b], i, from, until) -
                         value_over(unit.options[a], i, from, until));
    return estimate(sample);
}

/// A study of a buurt of average age of 700 residents times `scale` with a buurthuis, without options.
/// With 700 residents as with 1400 there is one park and one shop, so that no place appears by growing.
inline std::string average_buurt(int years, int scale = 1, const std::string& present = "") {
    std::string out = "title = \"average\"\nquestion = \"?\"\nyears = " + std::to_string(years) +
                      "\nwarmup_years = 3\nreplicates = 1\nseed = 11\nequal_money = false\n[neighbourhood]\n"
                      "name = \"Average\"\n";
    const auto figure = [&](const char* key, int value) {
        out += std::string(key) + " = " + std::to_string(value * scale) + "\n";
    };
    figure("residents", 700);
    figure("age_0_14", 110);
    figure("age_15_24", 85);
    figure("age_25_44", 180);
    figure("age_45_64", 185);
    figure("age_65_over", 140);
    figure("households", 335);
    figure("single", 135);
    figure("without_children", 100);
    figure("with_children", 100);
    return out + "[[place]]\nkind = \"sports_club\"\nname = \"club\"\nown_hours = 20\n" + present;
}

}  // namespace weefsel
