#include "analysis/sensitivity/index_warnings.hpp"

#include <catch2/catch.hpp>

#include "analysis/sensitivity/sensitivity_indices.hpp"
#include "analysis/statistics/unknown.hpp"
#include "tests/analysis/known_functions.hpp"

namespace weefsel::test_index_warnings {
using namespace weefsel::analysis;

namespace {

constexpr LuckParts no_luck{unknown, unknown};

std::vector<std::string> kinds_of(const std::vector<IndexRow>& rows, const LuckParts& luck = no_luck) {
    std::vector<std::string> out;
    for (const auto& note : index_warnings(rows, luck, 2)) {
        out.push_back(note.kind);
        CHECK(is_warning(note));
        CHECK(note.text.starts_with("warning: "));
    }
    return out;
}

}  // namespace

TEST_CASE("indices that a design can bear are not warned of") {
    CHECK(
        kinds_of({{"y", "a", "S1", {0.3, 0.2, 0.4, 64}}, {"y", "a", "ST", {1.0004, 0.9, 1.1, 64}}}).empty());
    CHECK(kinds_of({{"y", "a", "mu_star", {7, -3, 17, 64}}}).empty());  // an effect is no share
    CHECK(kinds_of({{"y", "a", "S1", {0.1, -0.1, 0.3, 64}}}).empty());  // small, whatever it is
    CHECK(kinds_of({}, {0.9, 0.4}).empty());
    CHECK_FALSE(is_warning({"y", "luck_share", 0.9, ""}));
}

TEST_CASE(
    "a total index above 1, an interval wider than the axis and one that decides nothing are warned of") {
    CHECK(kinds_of({{"y", "a", "ST", {1.2, 1.0, 1.4, 8}}}) == std::vector<std::string>{"total_above_1"});
    CHECK(kinds_of({{"y", "a", "S1", {0.7, 0.1, 1.3, 8}}}) == std::vector<std::string>{"interval_too_wide"});
    CHECK(kinds_of({{"y", "a:b", "S2", {0.2, -0.1, 0.5, 8}}}) ==
          std::vector<std::string>{"interval_undecided"});
    const auto all = index_warnings(
        {{"y", "a", "ST", {1.2, -0.2, 1.4, 8}}, {"y", "b", "S1", {0.2, -0.1, 0.5, 8}}}, no_luck, 1);
    REQUIRE(all.size() == 3);
    CHECK(all[2].value == 2);
    CHECK(all[2].text.find("ST of a, S1 of b") != std::string::npos);
    // 1.6 wide; (1.6 / 0.2)^2 = 64.
    CHECK(all[1].text.find("about 64 times as many points") != std::string::npos);
}

TEST_CASE("where chance is most of what the indices divide it is said how many replicates would do") {
    const auto warned = index_warnings({{"y", "a", "S1", {0.3, 0.2, 0.4, 64}}}, {0.9, 0.6}, 2);
    REQUIRE(warned.size() == 1);
    CHECK(warned[0].kind == "mostly_luck");
    CHECK(warned[0].value == 0.6);
    // Chance 3 parts with 2 replicates, factors 2; half a part is a fifth of the two and a half: 12
    // replicates.
    CHECK(warned[0].text.find("60 % of the variance between points") != std::string::npos);
    CHECK(warned[0].text.find("about 12 replicates") != std::string::npos);
    CHECK(index_warnings({}, {1, 1}, 2)[0].text.find("hardly mend") != std::string::npos);
}

TEST_CASE("eight base points of Ishigami are too few, and 4,096 are not") {
    for (const std::size_t blocks : {8U, 4096U}) {
        const auto points = saltelli_points(blocks, 3);
        const auto found = sensitivity_of(studied_design({{"x1", "x2", "x3"}, points}), IndexMethod::sobol,
                                          {"y", evaluated(ishigami, points, 3), 1}, 1);
        const bool warned = std::any_of(found.notes.begin(), found.notes.end(), is_warning);
        CHECK(warned == (blocks == 8));
    }
}

}  // namespace weefsel::test_index_warnings
