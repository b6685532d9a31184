// Fitted sets of parameters.
#include "models/scenario/read_posterior.hpp"
#include "tests/fuzz/only_refused.hpp"

using namespace weefsel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::read_or_refused([&] {
        const auto sets = read_posterior_text(fuzz::text_of(data, size), "fuzz.csv");
        if (sets.empty()) return;
        fuzz::demand(chosen(sets, 3, 1).sets.size() == 3, "every draw has a set");
        std::vector<sim::Problem> problems;
        fuzz::demand(posterior_of(value_of_posterior(sets), problems).sets == sets.sets,
                     "sets that are kept are read back the same");
    });
    return 0;
}
