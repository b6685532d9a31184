#include "analysis/results/summary_csv.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "sim/csv_cells.hpp"
#include "sim/csv_text.hpp"
#include "tests/analysis/small_study.hpp"

namespace weefsel::test_summary_csv {
using namespace weefsel::analysis;

TEST_CASE("a field is quoted only when it must be") {
    CHECK(sim::csv_field("plain text") == "plain text");
    CHECK(sim::csv_field("a, b") == "\"a, b\"");
    CHECK(sim::csv_field("so \"called\"") == "\"so \"\"called\"\"\"");
    CHECK(sim::csv_field("two\nlines") == "\"two\nlines\"");
}

TEST_CASE("a field is read back as it was written, whatever it begins or ends with") {
    for (const std::string text : {"# no remark", " before", "behind ", "\tname\t", " ", "\xEF\xBB\xBFmark",
                                   "a\rb", "\"", "\r\n", "caf\xc3\xa9 , \" "}) {
        const auto rows =
            weefsel::sim::csv_cells(sim::csv_field(text) + "," + sim::csv_field(text) + "\n1,2\n", "f.csv");
        REQUIRE(rows.size() == 2);
        REQUIRE(rows[0].size() == 2);
        INFO(text);
        CHECK(rows[0][0].text == text);
        CHECK(rows[0][1].text == text);
    }
}

TEST_CASE("numbers read back to themselves") {
    for (const double v : {0.1, 1.0 / 3, 1e-300, -0.0, 6.02e23}) CHECK(std::stod(sim::csv_number(v)) == v);
    CHECK(sim::csv_number(0.1) == "0.1");
    CHECK(sim::csv_number(std::numeric_limits<double>::quiet_NaN()).empty());
}

TEST_CASE("the summary has a row for each option, indicator and horizon, empty where nothing is known") {
    const auto layout = small_layout();
    Cube cube(layout, {2, 1, 1});
    cube.add(0, 0, small_unit(layout, 2, 2, 4));
    auto names = small_names();
    names.sites = {"west"};
    const auto text = summary_csv(cube, compare_paired(cube, 0), names);
    CHECK(text ==
          "option,reference,indicator,unit,horizon_years,mean,lower,upper,difference,difference_lower,"
          "difference_upper,probability_better,pairs,verdict\n"
          "a,a,warmth,1,1,2,,,0,,,0.5,1,unknown\n"
          "a,a,\"cold, \"\"deep\"\"\",1,1,0.25,,,0,,,0.5,1,unknown\n"
          "\"b, \"\"the\"\" other\",a,warmth,1,1,3,,,1,,,1,1,unknown\n"
          "\"b, \"\"the\"\" other\",a,\"cold, \"\"deep\"\"\",1,1,0.25,,,0,,,0.5,1,unknown\n");
}

}  // namespace weefsel::test_summary_csv
