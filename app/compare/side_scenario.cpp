#include "app/compare/side_scenario.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/terminal/terminal.hpp"

namespace weefsel::app {

Scenario side_scenario(const Scenario& scenario, std::vector<Option> options, int worlds,
                       const std::string& key) {
    Scenario side = scenario;
    side.draws_simulated = std::min(scenario.draws, worlds);
    side.replicates = std::min(scenario.replicates, worlds / side.draws_simulated);
    side.options = std::move(options);
    side.reference = side.options.front().name;
    side.resolved += fmt::format("# {}, {} worlds\n", key, side.draws_simulated * side.replicates);
    return side;
}

std::string worlds_of(const Scenario& side, const Speech& in) {
    return in.counted(
        static_cast<std::size_t>(side.draws_simulated) * static_cast<std::size_t>(side.replicates),
        noun::world);
}

std::size_t option_index(const Scenario& scenario, const std::string& name) {
    for (std::size_t o = 0; o < scenario.options.size(); ++o)
        if (scenario.options[o].name == name) return o;
    return scenario.options.size();
}

std::optional<analysis::Cube> simulate_side(const Scenario& side, const analysis::Parts& parts,
                                            const std::string& name, const CommonArguments& common) {
    const Study study(side);
    const auto kept = parts_of(study, parts.within(name));
    writing([&] { kept.make(); });
    auto outcome = run_study(study, kept, common);
    if (outcome.interrupted) return std::nullopt;
    return std::move(outcome.cube);
}

std::string time_for(std::size_t years, const Study& study, const StudyOutcome& outcome, const Speech& in) {
    const auto simulated = (outcome.finished - outcome.found) * study.years_a_unit();
    if (simulated == 0) return "";
    return in("ongeveer {}", "about {}",
              in.duration(outcome.seconds * static_cast<double>(years) / static_cast<double>(simulated)));
}

}  // namespace weefsel::app
