#include "analysis/decision/only_narrowed.hpp"

#include <catch2/catch.hpp>

#include "analysis/decision/answer.hpp"
#include "tests/analysis/hand_made_cube.hpp"

namespace weefsel::test_only_narrowed {
using namespace weefsel::analysis;

namespace {

/// Two options, of which b has so much less severe loneliness in each world; headlines as in the model.
Cube with_effect(std::size_t worlds, std::size_t replicates, double effect) {
    auto layout = lonely_layout(1);
    layout.observables[0] = layout.observables[0].as(sim::Scale::share).noticed_from(0.005, 1);
    Cube out(layout, {2, worlds / replicates, replicates});
    for (std::size_t w = 0; w < worlds; ++w) {
        sim::UnitResult unit;
        for (std::size_t o = 0; o < 2; ++o) {
            auto& r = unit.options.emplace_back();
            const double lonely = 0.3 - (o == 1 ? effect + 0.001 * static_cast<double>(w) : 0);
            for (int month = 0; month < 12; ++month) {
                r.numerator.insert(r.numerator.end(), {lonely, 100});
                r.denominator.insert(r.denominator.end(), {1, 1});
            }
            r.group_numerator = {lonely, 100};
            r.group_denominator = {1, 1};
            r.site_mean.assign(2, 0.0F);
            r.money.assign(5, 0.0);
        }
        out.add(w / replicates, w % replicates, unit);
    }
    return out;
}

}  // namespace

TEST_CASE(
    "the headline is given twice: with all mechanisms, and in the same worlds with those that trials "
    "narrowed") {
    // Three draws of two worlds; again the first two draws, one world of each.
    const auto all = with_effect(6, 2, 0.03), again = with_effect(2, 1, 0.01);
    const auto table = only_narrowed_table(all, {again, 9}, two_options(), {});
    REQUIRE(table.rows() == 1);
    CHECK(table.text("question")[0] == "form");
    CHECK(table.number("difference")[0] == Approx(-0.0325));
    CHECK(table.number("worlds")[0] == 6);
    CHECK(table.number("in_these_worlds")[0] == Approx(-0.031));  // worlds 0 and 2 of all
    CHECK(table.number("narrowed")[0] == Approx(-0.0105));
    CHECK(table.number("off")[0] == 9);
    CHECK(table.text("sentence_en")[0].find("with only those that trials narrowed -1.05") !=
          std::string::npos);
    CHECK(table.text("sentence_nl")[0].find("met alleen wat proeven hebben ingeperkt -1,05") !=
          std::string::npos);
}

TEST_CASE("with an option without lines it is given of the work of every other option") {
    const auto all = with_effect(6, 2, 0.03), again = with_effect(2, 1, 0.01);
    auto names = two_options();
    names.nothing = 0;
    names.reference = 1;
    const auto table = only_narrowed_table(all, {again, 9}, names, {});
    REQUIRE(table.rows() == 1);
    CHECK(table.text("question")[0] == "work");
    CHECK(table.text("against")[0] == "a");
    CHECK(table.number("narrowed")[0] == Approx(-0.0105));
}

}  // namespace weefsel::test_only_narrowed
