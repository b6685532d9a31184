#include "sim/gzip.hpp"

#include <catch2/catch.hpp>

#include "sim/error.hpp"

namespace weefsel::test_gzip {
using namespace weefsel;

namespace {

/// `gzip -n` of "Buurt\n".
const std::string packed(
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x73\x2a\x2d\x2d\x2a\xe1\x02\x00\x07\xdc\x72\x62\x06\x00\x00"
    "\x00",
    26);

}  // namespace

TEST_CASE("what gzip made is unpacked, also in several parts, and everything else stays") {
    CHECK(sim::unzipped(packed, "m.gz", 100) == "Buurt\n");
    CHECK(sim::unzipped(packed + packed, "m.gz", 100) == "Buurt\nBuurt\n");
    CHECK(sim::unzipped("age,year\n", "m.csv", 1) == "age,year\n");
    CHECK(sim::unzipped("", "m.csv", 1).empty());
}

TEST_CASE("a damaged file, one that is cut off, and one that is too large are refused") {
    CHECK_THROWS_WITH(sim::unzipped(packed, "m.gz", 5), Catch::Contains("m.gz:1:1: it unpacks to more than"));
    for (std::size_t n = 2; n < packed.size(); ++n)
        CHECK_THROWS_AS(sim::unzipped(packed.substr(0, n), "m.gz", 100), sim::InputError);
    auto broken = packed;
    broken[21] ^= 1;
    CHECK_THROWS_AS(sim::unzipped(broken, "m.gz", 100), sim::InputError);
}

}  // namespace weefsel::test_gzip
