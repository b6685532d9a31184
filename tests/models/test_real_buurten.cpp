#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>

#include "models/scenario/kwb.hpp"
#include "models/scenario/read_scenario.hpp"
#include "sim/provenance.hpp"
#include "small_world.hpp"
#include "tests/beside_project.hpp"

namespace weefsel::test_real_buurten {

namespace {

std::vector<std::string> codes_in(const std::string& path, const std::string& kind) {
    std::vector<std::string> codes;
    const auto file = read_kwb(path);
    for (const auto& row : file.rows)
        if (row.code.starts_with(kind)) codes.push_back(row.code);
    return codes;
}

/// So many of them, those whose codes have the lowest SHA-256: spread over the country, the same in every
/// run.
std::vector<std::string> some_of(std::vector<std::string> codes, std::size_t most) {
    std::sort(codes.begin(), codes.end(),
              [](const auto& a, const auto& b) { return sim::sha256(a) < sim::sha256(b); });
    codes.resize(std::min(codes.size(), most));
    return codes;
}

void run_all(const std::string& file, const std::vector<std::string>& codes) {
    const auto path = beside_project(file);
    const std::size_t expected = codes.size();
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
    std::cerr << file << ": " << simulated << " neighbourhoods were simulated for two years, " << refused
              << " refused\n";
}

}  // namespace

TEST_CASE("every buurt of Utrecht and of Amsterdam is simulated for two years or refused with a reason",
          "[data]") {
    for (const auto& [file, expected] : {std::pair<const char*, std::size_t>{"kwb-2023-utrecht.csv", 111},
                                         {"kwb-2020-amsterdam.csv", 479}}) {
        const auto path = beside_project(file);
        if (path.empty()) return;
        const auto codes = codes_in(path, "BU");
        REQUIRE(codes.size() == expected);
        run_all(file, codes);
    }
}
TEST_CASE("wijken from the whole country are simulated for two years or refused with a reason",
          "[data][long]") {
    constexpr std::size_t most = 100;
    const auto path = beside_project("kwb-2022-wijken.csv");
    if (path.empty()) return;
    const auto codes = codes_in(path, "WK");
    REQUIRE(codes.size() == 2954);
    run_all("kwb-2022-wijken.csv", some_of(codes, most));
}

}  // namespace weefsel::test_real_buurten
