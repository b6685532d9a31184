#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "models/scenario/read_scenario.hpp"
#include "small_world.hpp"
#include "tests/beside_project.hpp"

using namespace weefsel;

namespace {

std::vector<std::string> buurt_codes(const std::string& path) {
    std::ifstream in(path);
    std::string line;
    std::vector<std::string> codes;
    while (std::getline(in, line)) {
        const auto at = line.find("BU0");
        if (at != std::string::npos) codes.push_back(line.substr(at, 10));
    }
    return codes;
}

void run_all(const std::string& file, std::size_t expected) {
    const auto path = beside_project(file);
    if (path.empty()) return;
    const auto codes = buurt_codes(path);
    REQUIRE(codes.size() == expected);
    std::size_t simulated = 0, refused = 0;
    Workspace w;
    for (const auto& code : codes) {
        INFO(code);
        const std::string text =
            "title = \"t\"\nquestion = \"q\"\nyears = 2\nwarmup_years = 0\nreplicates = 1\nreference = "
            "\"nothing\"\n"
            "equal_money = false\n[neighbourhood]\nkwb = \"" +
            path + "\"\ncode = \"" + code + "\"\n[[option]]\nname = \"nothing\"\n";
        try {
            const auto s = read_scenario_text(text, "test.toml");
            const sim::RandomSource draws(s.seed, 0);
            auto n = begin(s, 0, draws);
            for (int m = 0; m < 24; ++m) burn_in_month(n, s.parameters, draws, sim::Month{m}, 24, w);
            check_balances(n);
            ++simulated;
        } catch (const sim::InputError& refusal) {
            // A reason that a person can act on, at the row of the file.
            CHECK(refusal.problems().front().text.size() > 20);
            ++refused;
        }
    }
    CHECK(simulated + refused == expected);
    CHECK(simulated > expected * 8 / 10);
    std::cerr << file << ": " << simulated << " buurten lived for two years, " << refused << " refused\n";
}

}  // namespace

TEST_CASE("every buurt of Utrecht lives for two years or is refused with a reason", "[data]") {
    run_all("kwb-2023-utrecht.csv", 111);
}
TEST_CASE("every buurt of Amsterdam lives for two years or is refused with a reason", "[data]") {
    run_all("kwb-2020-amsterdam.csv", 479);
}
