#include "app/compare/how_sure_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "analysis/decision/wording.hpp"
#include "app/compare/prepare.hpp"
#include "app/terminal/texts.hpp"
#include "models/scenario/parameter_draws.hpp"

namespace weefsel::app {
namespace {

std::string sets(double share, std::size_t draws) {
    return fmt::format("{:.0f}", share * static_cast<double>(draws));
}

std::string sentence(const Findings& found, const analysis::HowSure& sure, const Speech& say) {
    const auto& observable = found.cube.layout().observables[sure.indicator];
    const auto how = shown(observable, found.noticeable, say.language());
    std::string out =
        say("In {} van de {} sets aannames is \"{}\" beter dan \"{}\" in {}; met zoveel als mensen zouden "
            "merken ({} "
            "{}) in {}, en zoveel slechter in {}.",
            "In {} of {} sets of assumptions \"{}\" is better than \"{}\" in {}; by as much as people would "
            "notice "
            "({} {}) in {}, worse by as much in {}.",
            sets(sure.better.mean, sure.draws), sure.draws,
            analysis::option_label(found.names, sure.option, say.language()),
            analysis::option_label(found.names, found.names.reference, say.language()), how.name,
            say.general(how.noticeable), how.difference_unit, sets(sure.noticeable.better.mean, sure.draws),
            sets(sure.noticeable.worse.mean, sure.draws));
    if (const double share = sure.parts.share_of_parameters(); !std::isnan(share))
        out += say(
            " Van de spreiding van het verschil tussen gesimuleerde werelden komt {} % door de aannames; de "
            "rest is toeval.",
            " Of the variation of the difference between simulated worlds {} % comes from the assumptions; "
            "the rest is chance.",
            say.fixed(100 * share));
    if (std::isnan(sure.chance)) {
        out += say(" Dit zijn te weinig sets om te zeggen welke aannames ertoe doen.",
                   " These are too few sets to say which assumptions matter.");
    } else if (sure.evppi.empty()) {
        out += say(" Geen enkele aanname steekt boven het toeval uit.",
                   " No single assumption stands out from chance.");
    } else {
        out += say(" Het meest waard om te weten:", " Most worth knowing:");
        constexpr std::size_t max_named = 3;
        for (std::size_t k = 0; k < std::min(sure.evppi.size(), max_named); ++k)
            out += (k == 0 ? " " : ", ") + found.assumptions.names[sure.evppi[k].assumption];
        out += ".";
    }
    const auto& flips = say.dutch() ? sure.flips_nl : sure.flips_en;
    if (!flips.empty()) out += " " + flips;
    return out;
}

}  // namespace

analysis::Assumptions assumptions_of(const Scenario& scenario) {
    analysis::Assumptions out;
    if (scenario.draws < 2) return out;
    const auto draws = static_cast<std::size_t>(scenario.draws);
    out.names = names_drawn(scenario.parameters, scenario.posterior);
    out.values = values_drawn(scenario.parameters, draws, scenario.seed, scenario.posterior);
    return out;
}

std::vector<analysis::HowSure> how_sure_of(const analysis::Cube& cube, const analysis::Names& names,
                                           const analysis::Assumptions& assumptions,
                                           const std::vector<analysis::Noticeable>& noticeable,
                                           std::uint32_t seed) {
    std::vector<analysis::HowSure> out;
    if (assumptions.values.size() < 2) return out;
    for (std::size_t o = 0; o < names.options.size(); ++o) {
        if (o == names.reference) continue;
        for (const auto i : analysis::headlines(cube.layout().observables))
            out.push_back(analysis::how_sure(
                cube, o, names.reference, i,
                analysis::noticeable_of(noticeable, cube.layout().observables[i]), assumptions, seed));
    }
    return out;
}

std::string how_sure_text(const Findings& found, analysis::Reading language) {
    const Speech say(language);
    std::string out;
    for (const auto& sure : found.sure)
        if (sure.draws > 1) out += wrapped(sentence(found, sure, say), page_width) + "\n";
    if (out.empty()) return out;
    return say("Hoe zeker:\n", "How sure:\n") + out +
           wrapped(say("In elke set {} (docs/guides/calibration.md).",
                       "In every set {} (docs/guides/calibration.md).", origin_of_draws(found.scenario, say)),
                   page_width) +
           "\n\n";
}

}  // namespace weefsel::app
