#include "analysis/decision/break_even.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/analysis/hand_made_cube.hpp"

namespace weefsel::test_break_even {
using namespace weefsel::analysis;
using sim::Better;

namespace {

/// A point whose margin is so wide on both sides.
PointOfStrength point(double value, double mean, double half) {
    return {value, {mean, mean - half, mean + half, 8}};
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the other option begins to win where the line through the mean differences crosses zero") {
    const auto found = break_even_of({point(0, -3, 1), point(0.5, -1, 1), point(1, 3, 1)}, Better::higher);
    CHECK(found.who == WhoWins::crosses);
    CHECK(found.at == Approx(0.625));
    // The upper end leaves zero at 0.5, the lower end reaches it halfway -2 and 2.
    CHECK(found.from == Approx(0.5));
    CHECK(found.until == Approx(0.75));
}

TEST_CASE("who wins throughout depends on what is better, and nowhere is said so") {
    const std::vector<PointOfStrength> below{point(0, -3, 1), point(1, -2, 1)};
    CHECK(break_even_of(below, Better::lower).who == WhoWins::option_wins);
    CHECK(break_even_of(below, Better::higher).who == WhoWins::reference_wins);
    const auto found = break_even_of(below, Better::higher);
    CHECK(std::isnan(found.at));
    CHECK(std::isnan(found.from));
}

TEST_CASE("a line that crosses within its margins crosses perhaps, one that only comes near does not") {
    CHECK(break_even_of({point(0, -1, 2), point(1, 1, 2)}, Better::higher).who == WhoWins::perhaps);
    const auto near = break_even_of({point(0, 3, 1), point(1, 0.5, 1)}, Better::higher);
    CHECK(near.who == WhoWins::nowhere_shown);
    CHECK(std::isnan(near.at));
    CHECK(near.from == Approx(0.8));  // the lower end goes from 2 to -0.5
    CHECK(near.until == 1);
    CHECK(break_even_of({point(0, 0, 0), point(1, 0, 0)}, Better::higher).who == WhoWins::same);
}

TEST_CASE("one more value is tried where the mean changes sides, and none where it does not") {
    CHECK(where_to_look({point(0, -1, 2), point(1, 3, 2)}) == Approx(0.25));
    CHECK(std::isnan(where_to_look({point(0, 1, 2), point(1, 3, 2)})));
}

TEST_CASE("break-even is said in people's words, with the range that was tried") {
    sim::Observable lonely{"severely_lonely", "1", Better::lower, sim::Measured::monthly, "", "", "", ""};
    lonely = lonely.as(sim::Scale::share).called("severe loneliness", "ernstige eenzaamheid");
    const BreakEvenSaid merit{"merit",
                              "funding.renewal_merit",
                              {"hoe zwaar kwaliteit telt", "how much quality counts"},
                              0.5,
                              1,
                              0,
                              {point(0, -0.03, 0.01), point(1, 0.03, 0.01)}};
    auto never = merit;
    never.mechanism = "bids";
    never.points.back() = point(1, -0.02, 0.01);
    const auto table = break_even_table({merit, never}, two_options(), lonely, {});
    REQUIRE(table.rows() == 4);
    CHECK(table.text("who_wins") ==
          std::vector<std::string>{"crosses", "crosses", "option_wins", "option_wins"});
    CHECK(
        table.text("sentence_en")[0] ==
        "How much quality counts (stated as 0.50, tried from 0.00 to 1.00): below 0.50 ‘B’ gives less severe "
        "loneliness, above it ‘A’ (undecided from 0.33 to 0.67).");
    CHECK(says(table.text("sentence_en")[2],
               "nowhere within this range does the other win; ‘B’ gives less severe"));
    CHECK(says(table.text("sentence_nl")[2],
               "nergens in dit bereik wint de ander; ‘B’ geeft overal minder ernstige"));
}

}  // namespace weefsel::test_break_even
