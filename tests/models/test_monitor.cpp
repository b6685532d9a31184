#include <catch2/catch.hpp>

#include "models/measure/survey/monitor.hpp"
#include "sim/error.hpp"

namespace weefsel::test_monitor {

namespace {

const std::string head = "age,gwb_code_10,year,lonely,severely_lonely\n";

std::string wrong_in(const std::string& text) {
    try {
        static_cast<void>(read_monitor_text(text, "m.csv"));
    } catch (const sim::InputError& error) { return error.what(); }
    return "";
}

}  // namespace

TEST_CASE("of a monitor the areas of its last year are kept, adults only") {
    using enum MonitorColumn;
    const auto monitor = read_monitor_text(head +
                                               "18+,NL01,2016,43,10\n18+,BU03630000,2016,45.6,10.7\n"
                                               "65+,BU03630000,2016,50,12\n18+,BU03630000,2012,40,9\r\n"
                                               "18+,BU03630001,2016,,\n18+,WK036300,2016,41,\n",
                                           "m.csv");
    REQUIRE(monitor.size() == 3);
    CHECK(monitor.at("BU03630000")[lonely] == 45.6);
    CHECK(monitor.at("BU03630000")[severely_lonely] == 10.7);
    CHECK(monitor.at("WK036300")[lonely] == 41);
    CHECK_FALSE(monitor.at("WK036300")[severely_lonely]);
    CHECK_FALSE(monitor.at("WK036300")[healthy]);
}

TEST_CASE("a monitor is read with the columns that it has, in any order") {
    using enum MonitorColumn;
    const auto monitor = read_monitor_text(
        "volunteer,year,healthy,gm_naam,gwb_code_10,age,distress_high\n31.5,2020,75,Ede,WK022801,18+,6.1\n",
        "m.csv", 2020);
    REQUIRE(monitor.size() == 1);
    const auto& row = monitor.at("WK022801");
    CHECK(row.municipality == "Ede");
    CHECK(row[volunteer] == 31.5);
    CHECK(row[healthy] == 75);
    CHECK(row[distress_high] == 6.1);
    CHECK_FALSE(row[informal_carer]);
}

TEST_CASE("a monitor that cannot be used is refused where it is wrong") {
    CHECK(wrong_in("age,year\n18+,2016\n").find("m.csv:1:1: there is no column gwb_code_10") !=
          std::string::npos);
    CHECK(wrong_in(head + "18+,BU1,2016,45,x\n").find("m.csv:2:1: severely_lonely: found \"x\"") !=
          std::string::npos);
    CHECK(wrong_in(head + "18+,BU1,2016,145,1\n").find("m.csv:2:1: lonely: found \"145\"") !=
          std::string::npos);
    CHECK(wrong_in("age,gwb_code_10,year,height\n").find("there is no column to compare (one of lonely") !=
          std::string::npos);
    CHECK(wrong_in(head).find("no row with a share of adults (18+) in 2016") != std::string::npos);
    CHECK(wrong_in("").find("m.csv:1:1") != std::string::npos);
}

}  // namespace weefsel::test_monitor
