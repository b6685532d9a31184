#include <fmt/format.h>

#include "page/engine.hpp"
#include "sim/error.hpp"

namespace weefsel::page {

Engine& engine() {
    static Engine only;
    return only;
}

int guarded(const std::function<int()>& call) {
    auto& e = engine();
    try {
        return call();
    } catch (const sim::InputError& error) {
        e.text.clear();
        for (const auto& problem : error.problems())
            e.text += fmt::format("{}\t{}\t{}\t{}\n", problem.at.file, problem.at.line, problem.at.column,
                                  problem.text);
    } catch (const std::exception& error) { e.text = fmt::format("\t0\t0\t{}\n", error.what()); }
    return failed;
}

}  // namespace weefsel::page
