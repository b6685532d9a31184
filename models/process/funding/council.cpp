#include "models/process/funding/council.hpp"

#include "models/process/funding/activities.hpp"
#include "models/world/streams.hpp"

namespace weefsel {

double chance_of_another_goal(const FundingLines& lines, LineId line, double size,
                              const FundingParameters& p) {
    if (lines.earmarked[line] == 0 || lines.grants[line] == 0 || lines.phase[line] == LinePhase::ended)
        return 0;
    const int left =
        lines.ends_in[line] >= 0 ? lines.ends_in[line] : lines.term[line] - lines.month_of_term[line];
    const bool endless = lines.term[line] == 0 && lines.ends_in[line] < 0;
    const bool soon = lines.phase[line] == LinePhase::gap || (!endless && left <= sim::months_per_year);
    return soon ? size : size * p.council_within;
}

void seat_council(FundingLines& lines, const std::optional<NewCouncil>& council, const FundingParameters& p,
                  const sim::RandomSource& draws, sim::Month now) {
    if (!council) return;
    constexpr std::uint32_t of_goals = 1;
    for (const auto line : lines.ids()) {
        const double chance = chance_of_another_goal(lines, line, council->size, p);
        const float u = sim::uniform_of(draws.block(Stream::council, lines.number[line], now, of_goals)[0]);
        if (static_cast<double>(u) >= chance || lines.goal[line] == council->goal) continue;
        lines.goal[line] = council->goal;
        begin_other_activity(lines, line, p, draws);
    }
    review_for_council(lines, council->size * p.council_review, p, draws, now);
}

}  // namespace weefsel
