// A finished world that was kept for a run that goes on, torn or damaged.
#include <sstream>

#include "sim/checkpoint.hpp"
#include "tests/fuzz/only_refused.hpp"

using namespace weefsel;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream in(fuzz::text_of(data, size));
    fuzz::read_or_refused([&] {
        for (const auto& column : sim::read_checkpoint(in, "fuzz.unit"))
            fuzz::demand(column.bytes.size() % column.element_size == 0, "a column has whole elements");
    });
    return 0;
}
