#include "sim/parameter.hpp"

#include <catch2/catch.hpp>

#include "sim/settings.hpp"

namespace weefsel::test_parameter {
using namespace weefsel::sim;

namespace {

struct Weather {
    double rain = 0.3;
    double halflife_cloud = 12;
};
constexpr std::array<Declaration<Weather>, 2> weather_declared = {{
    {"rain", &Weather::rain, {0, 1}, "1", "Share of wet days.", {Evidence::measured, "a gauge"}},
    {"halflife_cloud",
     &Weather::halflife_cloud,
     {3, 120},
     "month",
     "How long.",
     {Evidence::assumption, "none"}},
}};

struct Fixture {
    Weather weather;
    ParameterTable table;
    std::vector<Problem> problems;
    Fixture() { table.add("weather", weather, weather_declared); }
    void set(const std::string& toml) { set_parameters(read_toml_text(toml, "x.toml"), table, problems); }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a parameter is known by theme and name, with its default") {
    REQUIRE(table.rows().size() == 2);
    const auto* cloud = table.find("weather.halflife_cloud");
    REQUIRE(cloud != nullptr);
    CHECK(cloud->default_value == 12);
    CHECK(cloud->unit == "month");
    CHECK(table.find("halflife_cloud") == nullptr);
    CHECK(to_string(Evidence::expert) == "expert");
}

TEST_CASE_METHOD(Fixture, "parameters are set by full name, quoted or as nested tables") {
    set("\"weather.rain\" = 1\nweather.halflife_cloud = 9.5");
    CHECK(problems.empty());
    CHECK(weather.rain == 1);
    CHECK(weather.halflife_cloud == 9.5);
}

TEST_CASE_METHOD(Fixture, "an unknown parameter is reported where it stands, with the nearest name") {
    set("\n  \"weather.halflife_clod\" = 9\nhalflife_cloud = 3");
    REQUIRE(problems.size() == 2);
    CHECK(to_string(problems[0]) ==
          "x.toml:2:3: weather.halflife_clod is not a parameter; did you mean weather.halflife_cloud? "
          "(`weefsel parameters` lists all)");
    CHECK(problems[1].text.find("did you mean weather.halflife_cloud?") != std::string::npos);
}

TEST_CASE_METHOD(Fixture,
                 "a parameter of a wrong kind, out of range or not finite is refused and keeps its value") {
    set("\"weather.rain\" = 1.5\n\"weather.halflife_cloud\" = \"long\"");
    set("weather.rain = nan\nweather.halflife_cloud = inf");
    REQUIRE(problems.size() == 4);
    CHECK(problems[0].text == "weather.rain must be a number from 0 to 1; found 1.5");
    CHECK(problems[1].text ==
          "weather.halflife_cloud must be a number from 3 to 120; found a text (\"long\")");
    CHECK(problems[2].text == "weather.rain must be a number from 0 to 1; found nan");
    CHECK(problems[3].text == "weather.halflife_cloud must be a number from 3 to 120; found inf");
    CHECK(weather.rain == 0.3);
    CHECK(weather.halflife_cloud == 12);
}

TEST_CASE_METHOD(Fixture, "a parameter that is given twice in one file is reported") {
    set("\"weather.rain\" = 0.5\n[weather]\nrain = 0.6");
    REQUIRE(problems.size() == 1);
    CHECK(to_string(problems[0]) == "x.toml:3:1: weather.rain is given twice");
}

}  // namespace weefsel::test_parameter
