#include "analysis/decision/value_table.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace weefsel::test_value_table {
using namespace weefsel::analysis;

namespace {

std::vector<std::string> problems_of(const std::string& text, std::size_t rows) {
    try {
        (void)read_value_table_text(text, "v.csv", rows, "d.csv");
    } catch (const sim::InputError& e) {
        std::vector<std::string> out;
        for (const auto& p : e.problems()) out.push_back(sim::to_string(p));
        return out;
    }
    return {};
}

}  // namespace

TEST_CASE("outputs are read by name, and a run that failed is NaN") {
    const auto table =
        read_value_table_text("cost, \"well, being\"\n1,2\nNaN,3e2\n,NA\n", "v.csv", 3, "d.csv");
    CHECK(table.names == std::vector<std::string>{"cost", "well, being"});
    CHECK(table.at(0, 1) == 2);
    CHECK(std::isnan(table.at(1, 0)));
    CHECK(table.at(1, 1) == 300);
    CHECK(std::isnan(table.at(2, 0)));
    CHECK(std::isnan(table.at(2, 1)));
}

TEST_CASE("all that is wrong with a table of outputs is said at once, with its place") {
    CHECK(problems_of("y,z\n1,two\n3\n1.5x,4\n", 4) ==
          std::vector<std::string>{
              "v.csv:2:3: z must be a number, or NaN for a run that failed; found \"two\"",
              "v.csv:3:1: 1 cells where the header has 2",
              "v.csv:4:1: y must be a number, or NaN for a run that failed; found \"1.5x\"",
              "v.csv:1:1: has 3 rows of values where d.csv has 4 points; a run that failed is NaN"});
    CHECK(problems_of("y,y\n1,2\n", 1) == std::vector<std::string>{"v.csv:1:3: output \"y\" is there twice"});
    CHECK(problems_of("0.5\n0.7\n", 1) ==
          std::vector<std::string>{"v.csv:1:1: the first line names the outputs; found the number 0.5"});
    CHECK(problems_of("", 1).size() == 1);
}

}  // namespace weefsel::test_value_table
