// Prints a digest of every month's state of option runs of a scenario: what a page and the program must have
// in common.
//   weefsel_page_digests SCENARIO POSTERIOR DRAW:REPLICATE...
// The scenario is read as a page reads it; nothing else is done.
#include <fmt/format.h>

#include <cstdlib>
#include <string>

#include "page/session.hpp"
#include "sim/file_aside.hpp"

int main(int argc, char** argv) {
    using namespace weefsel;
    constexpr int first_unit = 3;
    if (argc <= first_unit) return 2;
    const std::string toml = sim::read_whole(argv[1]);
    const std::string posterior = argv[2];
    page::Session session;
    try {
        session.read(toml, posterior);
        session.follow_digests();
        for (int a = first_unit; a < argc; ++a) {
            const std::string unit = argv[a];
            const auto colon = unit.find(':');
            session.choose(std::stoul(unit.substr(0, colon)), std::stoul(unit.substr(colon + 1)));
            session.warm(session.scenario().warmup_months());
            for (std::size_t o = 0; o < session.scenario().options.size(); ++o) {
                session.start(0, o, false);
                session.step(0, session.scenario().months());
                fmt::print("{} {} {:016x}\n", unit, session.scenario().options[o].name, session.digest(0));
            }
        }
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
    return 0;
}
