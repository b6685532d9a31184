#include "analysis/report/report_work.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/analysis/small_study.hpp"

namespace weefsel::test_report_work {
using namespace weefsel::analysis;

namespace {

/// One year, two worlds. Option a buys 2 fte from the second month on: in the first world one of them is at
/// work, in the second nobody is in December. Option b buys nothing.
Results year_of_staff(const std::string& resolved = "") {
    sim::ResultLayout layout = small_layout(12);
    std::vector<double> months;
    for (int month = 1; month <= 12; ++month) months.push_back(month);
    layout.blocks = {{"/staffing",
                      {{"year", {1}, {}, "year", ""}, {"month_of_year", months, {}, "1", ""}},
                      {{"fte_at_work", "1", "", 2}, {"fte_bought", "1", "", 2}}}};
    Cube cube(layout, {2, 1, 2});
    for (std::size_t world = 0; world < 2; ++world) {
        auto unit = small_unit(layout, 2, 1, 4);
        for (std::size_t o = 0; o < 2; ++o) {
            auto& blocks = unit.options[o].blocks;
            blocks.clear();
            for (int month = 0; month < 12; ++month) {
                const bool short_of = world == 1 && month == 11;
                blocks.push_back(o == 1 || month == 0 ? 0 : world == 0 ? 1 : short_of ? 0 : 2);
            }
            for (int month = 0; month < 12; ++month) blocks.push_back(o == 1 || month == 0 ? 0 : 2);
        }
        cube.add(0, world, unit);
    }
    return {std::move(cube), small_names(), RunRecord{"t", "q", 1, "c", "s", resolved}, {}};
}

}  // namespace

TEST_CASE("a calendar of staff has the months in which less than half of what was bought is at work") {
    const auto all = staffing_in(year_of_staff());
    REQUIRE(all.size() == 1);  // who buys nobody has no calendar
    const auto& a = all[0];
    CHECK(a.option == "a");
    REQUIRE(a.bought.size() == 12);
    CHECK(a.bought[0] == 0);
    CHECK(a.bought[1] == 2);
    CHECK(std::isnan(a.below_half[0]));  // nothing was bought yet
    CHECK(a.below_half[5] == 0);         // a half is not less than half
    CHECK(a.below_half[11] == 0.5);
    REQUIRE(a.at_work.size() == 2);
    CHECK(a.at_work[0][11] == 0.5);
    CHECK(a.at_work[1][11] == 0);
    CHECK(std::isnan(a.at_work[1][0]));
}

TEST_CASE("what an option buys is read from its lines, with whom an earmark is for") {
    const auto bought = bought_in(year_of_staff(R"(
[[option]]
name = "a"
  [[option.line]]
  name = "work"
  form = "project"
  pot = "earmark"
  goal = "elderly"
  buys = [ { role = "opbouwwerker", fte = 0.5 }, { public_space = "street", share = 0.4, quality = 0.3 } ]
  [[option.line]]
  name = "rides"
  pot = "one"
  goal = "youth"
  buys = [ { transport = 30 } ]
[[option]]
name = "b"
)"));
    REQUIRE(bought.size() == 3);
    CHECK(bought[0].option == "a");
    CHECK(bought[0].line == "work");
    CHECK(bought[0].form == "project");
    CHECK(bought[0].kind == "role");
    CHECK(bought[0].what == "opbouwwerker");
    CHECK(bought[0].quantity == "fte");
    CHECK(bought[0].much == 0.5);
    CHECK(bought[0].goal == "elderly");
    CHECK(bought[1].quantity == "quality");
    CHECK(bought[1].much == 0.3);
    CHECK(bought[2].kind == "transport");
    CHECK(bought[2].what.empty());
    CHECK(bought[2].much == 30);
    CHECK(bought[2].goal.empty());  // one pot is for everybody
    CHECK(bought_in(year_of_staff()).empty());
}

}  // namespace weefsel::test_report_work
