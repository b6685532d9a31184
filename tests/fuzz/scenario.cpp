// A scenario as somebody typed it: the TOML first, then what it says. No study is made.
#include <vector>

#include "models/scenario/read_scenario.hpp"
#include "sim/settings.hpp"
#include "tests/fuzz/only_refused.hpp"

using namespace weefsel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text_of(data, size);
    const bool is_toml = fuzz::read_or_refused([&] {
        const auto root = sim::read_toml_text(text, "fuzz.toml");
        fuzz::demand(sim::same_data(root, sim::read_toml_text(sim::write_toml(root), "again.toml")),
                     "what is written is read back the same");
    });
    if (!is_toml) return 0;
    fuzz::read_or_refused([&] {
        const auto scenario = read_scenario_text(text, "fuzz.toml");
        fuzz::demand(read_scenario_text(scenario.resolved, "resolved.toml").resolved == scenario.resolved,
                     "a resolved scenario resolves to itself");
    });
    return 0;
}
