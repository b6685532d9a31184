#include <catch2/catch.hpp>

#include "sim/month.hpp"

using weefsel::sim::Month;

TEST_CASE("a year has twelve months and ends in December, before the start of time too") {
    CHECK(Month{0}.of_year() == 0);
    CHECK(Month{11}.ends_year());
    CHECK_FALSE(Month{12}.ends_year());
    CHECK(Month{-1}.ends_year());
    CHECK(Month{24} - Month{12} == 12);
}
