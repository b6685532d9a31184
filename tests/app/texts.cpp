#include "app/terminal/texts.hpp"

#include <catch2/catch.hpp>

#include "app/terminal/speech.hpp"

namespace weefsel::test_texts {
using namespace weefsel::app;

TEST_CASE("one is singular, none and many are plural") {
    CHECK(counted(0, "world") == "0 worlds");
    CHECK(counted(1, "world") == "1 world");
    CHECK(counted(30, "world") == "30 worlds");
}

TEST_CASE("thousands are set apart by commas, also below zero and before decimals") {
    CHECK(with_thousands(0) == "0");
    CHECK(with_thousands(999) == "999");
    CHECK(with_thousands(1000) == "1,000");
    CHECK(with_thousands(1234567) == "1,234,567");
    CHECK(with_thousands(-123) == "-123");
    CHECK(with_thousands(-1234) == "-1,234");
    CHECK(with_thousands(12345.678, 2) == "12,345.68");
}

TEST_CASE("Dutch writes a comma before decimals and points between thousands, and counts in its own words") {
    using weefsel::analysis::Reading;
    const Speech nl(Reading::nl), en(Reading::en);
    CHECK(nl.fixed(12345.678, 2) == "12.345,68");
    CHECK(en.fixed(12345.678, 2) == "12,345.68");
    CHECK(nl.general(0.5) == "0,5");
    CHECK(nl.percent(0.0225) == "2,25");
    CHECK(nl.counted(1, noun::option) == "1 optie");
    CHECK(en.counted(2, noun::option) == "2 options");
    CHECK(nl.duration(7500) == "2 u 5 min");
    CHECK(en.duration(7500) == "2 h 5 min");
    CHECK(nl("{} jaar", "{} years", 4) == "4 jaar");
    CHECK(en("{1} na {0}", "{0} after {1}", "a", "b") == "a after b");
}

TEST_CASE("letters of several bytes count as one character") {
    CHECK(characters("één") == 3);
    CHECK(padded("één", 5) == "één  ");
    CHECK(right_aligned("één", 5) == "  één");
    CHECK(padded("longer", 3) == "longer");
    CHECK(right_aligned("longer", 3) == "longer");
}

TEST_CASE("a text is broken at spaces, and later lines are indented") {
    CHECK(wrapped("a bb ccc", 4) == "a bb\nccc");
    CHECK(wrapped("a bb ccc", 8) == "a bb ccc");
    CHECK(wrapped("a bb ccc", 4, "> ") == "a bb\n> ccc");
    CHECK(wrapped("unbreakable", 4) == "unbreakable");
    CHECK(wrapped("éé éé", 5) == "éé éé");
    CHECK(wrapped("", 5).empty());
}

}  // namespace weefsel::test_texts
