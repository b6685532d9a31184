// A line of JSON that asks a running program for a run: the request, and the scenario that it makes.
#include "app/serve/door_json.hpp"
#include "models/scenario/read_scenario.hpp"
#include "sim/settings.hpp"
#include "tests/fuzz/only_refused.hpp"

using namespace weefsel;

namespace {

constexpr const char* scenario = R"(
[neighbourhood]
name = "Small"
residents = 400
age_0_14 = 70
age_15_24 = 50
age_25_44 = 110
age_45_64 = 100
age_65_over = 70
households = 200
single = 85
without_children = 55
with_children = 60
[[option]]
name = "nothing"
[[option]]
name = "b"
[[option.line]]
form = "structural"
euro_year = 1000
buys = [{ role = "jongerenwerker", fte = 0.3 }]
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const LoadedScenario loaded{"small.toml", sim::read_toml_text(scenario, "small.toml")};
    const auto request = app::read_run_request(fuzz::text_of(data, size));
    const std::string refusal = app::json_of_refusal(request, request.problem);
    fuzz::demand(refusal.find('\n') == std::string::npos || refusal.find('\n') + 1 == refusal.size(),
                 "an answer is one line");
    if (!request.problem.empty()) return 0;
    Overrides overrides;
    overrides.set = request.set;
    overrides.seed = request.seed;
    fuzz::read_or_refused([&] { static_cast<void>(scenario_with(loaded, overrides)); });
    return 0;
}
