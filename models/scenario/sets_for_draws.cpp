#include "models/scenario/sets_for_draws.hpp"

#include <fmt/format.h>

namespace weefsel {

Posterior sets_for_draws(Posterior held, std::size_t draws, const sim::Place& at,
                         std::vector<sim::Problem>& problems) {
    if (draws <= 1 || held.empty()) return {};
    if (held.sets.size() < draws)
        problems.push_back(
            {at, fmt::format("posterior: found {} sets, allowed are as many as there are draws ({}) or more; "
                             "ask for fewer draws, name the file of the posterior, or draw from the prior "
                             "alone with --prior",
                             held.sets.size(), draws)});
    else
        held.sets.resize(draws);
    return held;
}

}  // namespace weefsel
