#include "analysis/decision/prim_sentence.hpp"

#include <catch2/catch.hpp>

#include "sim/error.hpp"

namespace weefsel::test_prim_sentence {
using namespace weefsel::analysis;

namespace {

const std::vector<DimensionText> names{{"de prijs", "the price", "euro", "euro"},
                                       {"het aantal posten", "the number of posts", "", ""},
                                       {"de halfwaardetijd", "the half-life", "maanden", "months"}};

Box example() {
    Box box;
    box.limits = {{72.649999, BoxLimit{}.upper}, {}, {-0.422, 12}};
    box.inside = 87;
    box.hits = 67;
    box.all = 882;
    box.all_hits = 89;
    return box;
}

}  // namespace

TEST_CASE("a box reads as a sentence in English and in Dutch") {
    CHECK(box_sentence_en(example(), names, "costs are high") ==
          "Of the 89 simulations in which costs are high, 75 % have this in common: the price at least 72.65 "
          "euro and the half-life between -0.422 and 12 months; in 77 % of the 87 simulations like that, "
          "costs are "
          "high.");
    CHECK(box_sentence_nl(example(), names, "de kosten hoog zijn") ==
          "Van de 89 simulaties waarin de kosten hoog zijn, heeft 75 % dit gemeen: de prijs minstens 72,65 "
          "euro en de halfwaardetijd tussen -0,422 en 12 maanden; van de 87 simulaties met deze kenmerken "
          "hoort 77 % daarbij.");
}

TEST_CASE("three conditions are listed with commas, large limits without an exponent") {
    auto box = example();
    box.limits[1].upper = 1234567.8;
    const auto text = box_sentence_en(box, names, "costs are high");
    CHECK(text.find("72.65 euro, the number of posts at most 1234568 and the half-life") !=
          std::string::npos);
}

TEST_CASE("a box that is open says that nothing sets worlds apart, and no worlds are no worlds") {
    auto box = example();
    box.limits = std::vector<BoxLimit>(3);
    CHECK(box_sentence_en(box, names, "costs are high") ==
          "Nothing sets the 89 of 882 simulations in which costs are high apart.");
    CHECK(box_sentence_nl(box, names, "de kosten hoog zijn") ==
          "Niets onderscheidt de 89 van de 882 simulaties waarin de kosten hoog zijn.");
    box.all_hits = box.hits = 0;
    CHECK(box_sentence_en(box, names, "costs are high") ==
          "There are no simulations in which costs are high.");
    CHECK(box_sentence_nl(box, names, "de kosten hoog zijn") ==
          "Er zijn geen simulaties waarin de kosten hoog zijn.");
    CHECK_THROWS_AS(box_sentence_en(box, {}, "costs are high"), sim::InvariantError);
}

}  // namespace weefsel::test_prim_sentence
