#include <catch2/catch.hpp>

#include "models/scenario/read_scenario.hpp"
#include "sim/checkpoint.hpp"
#include "small_world.hpp"

namespace weefsel::test_same_bits {

// The release build uses the widest vectors of the machine, the sanitizer build none at all and
// another level of optimisation: both must come to this one number. It changes only with a line
// under "Results" in CHANGELOG.md.
TEST_CASE("a buurt lived for four years is the same bits in every build and on every machine") {
    constexpr std::uint64_t known = 0xf009d7aadd2fe279ULL;
    const auto s = read_scenario_text(
        quick_study(
            option_text("a", std::string("form = \"project\"\nsource = \"incidental\"\n") + same_buys)),
        "test.toml");
    const sim::RandomSource draws(s.seed, 0);
    Workspace w;
    auto n = begin(s, 0, draws);
    for (int m = 0; m < 24; ++m) burn_in_month(n, s.parameters, draws, sim::Month{m}, 24, w);
    end_burn_in(n, s.parameters, 24);
    begin_policy(n.lines, n.posts, policy_of(s.options[0].lines, 1, 1, s.parameters), s.parameters, draws,
                 sim::Month{24});
    for (int m = 24; m < 48; ++m) step_month(n, {}, s.parameters, draws, sim::Month{m}, w);
    CHECK(sim::digest(n) == known);
}

}  // namespace weefsel::test_same_bits
