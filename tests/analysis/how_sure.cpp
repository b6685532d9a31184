#include "analysis/decision/how_sure.hpp"

#include <catch2/catch.hpp>

#include "sim/month.hpp"
#include "sim/random_source.hpp"
#include "small_study.hpp"

namespace weefsel::test_how_sure {
using namespace weefsel::analysis;
namespace sim = weefsel::sim;

namespace {

constexpr std::size_t draws = 60, replicates = 2, assumptions = 12;

/// Keyed numbers in [0, 1).
double random_word(std::size_t draw, std::size_t name) {
    enum class Stream : std::uint8_t { any };
    return static_cast<double>(
        sim::RandomSource(3, 0).uniform(Stream::any, draw, sim::Month{0}, static_cast<std::uint32_t>(name)));
}

Assumptions drawn() {
    Assumptions a;
    for (std::size_t k = 0; k < assumptions; ++k) a.names.push_back("theme.assumption_" + std::to_string(k));
    for (std::size_t d = 0; d < draws; ++d) {
        a.values.emplace_back();
        for (std::size_t k = 0; k < assumptions; ++k) a.values.back().push_back(random_word(d, k));
    }
    return a;
}

/// Worlds in which option 1 gains as much as `gain` says of a draw.
template <class Gain>
Cube worlds(Gain gain) {
    const auto layout = small_layout();
    Cube cube(layout, {2, draws, replicates});
    for (std::size_t d = 0; d < draws; ++d)
        for (std::size_t r = 0; r < replicates; ++r) {
            auto unit = small_unit(layout, 2, static_cast<double>(r), 4);
            for (std::size_t m = 0; m < static_cast<std::size_t>(layout.months); ++m) {
                const auto at = m * layout.observables.size();
                unit.options[1].numerator[at] =
                    unit.options[0].numerator[at] + gain(d) * unit.options[0].denominator[at];
                unit.options[1].denominator[at] = unit.options[0].denominator[at];
            }
            cube.add(d, r, unit);
        }
    return cube;
}

}  // namespace

TEST_CASE("an answer that hangs on one assumption says on which, and where it flips") {
    const auto a = drawn();
    const auto cube = worlds([&](std::size_t d) { return a.values[d][4] - 0.3; });
    const auto sure = how_sure(cube, 1, 0, 0, 0.5, a, 1);
    std::size_t better = 0, noticeably = 0;
    for (std::size_t d = 0; d < draws; ++d) {
        better += a.values[d][4] > 0.3;
        noticeably += a.values[d][4] - 0.3 >= 0.5;
    }
    CHECK(sure.draws == draws);
    CHECK(sure.better.mean == Approx(static_cast<double>(better) / draws));
    CHECK(sure.noticeable.better.mean ==
          Approx(static_cast<double>(noticeably) / draws).margin(1.01 / draws));
    CHECK(sure.noticeable.worse.mean == 0);
    CHECK(sure.parts.chance == Approx(0).margin(1e-9));
    REQUIRE(!sure.evppi.empty());
    CHECK(a.names[sure.evppi[0].assumption] == "theme.assumption_4");
    CHECK(sure.evppi[0].value <= sure.perfect + 1e-9);
    CHECK(sure.flips_en.find("theme.assumption_4") != std::string::npos);
    CHECK(sure.flips_nl.find("theme.assumption_4") != std::string::npos);
}

TEST_CASE("where nothing matters no assumption is called worth knowing") {
    const auto a = drawn();
    const auto cube = worlds([&](std::size_t d) { return random_word(d, 99) - 0.5; });
    const auto sure = how_sure(cube, 1, 0, 0, 0.5, a, 1);
    CHECK(sure.evppi.empty());
    CHECK(sure.flips_en.empty());
    CHECK(sure.chance > 0);
    CHECK(sure.perfect > 0);
}

TEST_CASE("one set of assumptions says nothing of the others") {
    const auto layout = small_layout();
    Cube cube(layout, {2, 1, 2});
    for (std::size_t r = 0; r < 2; ++r) cube.add(0, r, small_unit(layout, 2, 1, 4));
    CHECK(how_sure(cube, 1, 0, 0, 0.5, {}, 1).draws == 0);
}

TEST_CASE("the margin over several sets of assumptions is that of their means") {
    const auto a = drawn();
    const auto cube = worlds([&](std::size_t d) { return a.values[d][4]; });
    std::vector<double> gains;
    for (std::size_t d = 0; d < draws; ++d)
        gains.push_back(static_cast<double>(static_cast<float>(a.values[d][4])));
    const auto expected = t_interval(gains);
    for (const auto& row : compare_paired(cube, 0))
        if (row.option == 1 && row.indicator == 0 && row.horizon_years == cube.layout().years()) {
            CHECK(row.pairs() == draws * replicates);
            CHECK(row.difference.mean == Approx(expected.mean).epsilon(1e-4));
            CHECK(row.difference.upper - row.difference.lower ==
                  Approx(expected.upper - expected.lower).epsilon(1e-3));
        }
}

}  // namespace weefsel::test_how_sure
