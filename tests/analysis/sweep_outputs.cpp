#include "analysis/sensitivity/sweep_outputs.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/run_file.hpp"
#include "tests/analysis/temporary_folder.hpp"

namespace weefsel::test_sweep_outputs {
using namespace weefsel::analysis;

namespace {

SweepShape shape() {
    SweepShape out;
    out.points = 2;
    out.replicates = 2;
    out.options = {{"old", "", ""}, {"new", "", ""}};
    out.indicators = {{"lonely", "1", "lower", "", ""}, {"healthy", "1", "higher", "", ""}};
    out.years = {4, 20};
    return out;
}

std::vector<std::string> names(const std::vector<SweepOutput>& outputs) {
    std::vector<std::string> out;
    for (const auto& o : outputs) out.push_back(o.name);
    return out;
}

}  // namespace

TEST_CASE(
    "a sweep has every indicator in every year under every option, and differences with the reference") {
    const auto all = sweep_outputs(shape(), "old", {}, "sweep.h5");
    CHECK(all.size() == 12);
    CHECK(names(sweep_outputs(shape(), "old", {{"healthy"}, {}, {20}}, "sweep.h5")) ==
          std::vector<std::string>{"healthy@old@y20", "healthy@new@y20", "healthy@new-old@y20"});
    CHECK(names(sweep_outputs(shape(), "old", {{"healthy"}, {"new"}, {4}}, "sweep.h5")) ==
          std::vector<std::string>{"healthy@new@y4", "healthy@new-old@y4"});
    CHECK(names(sweep_outputs(shape(), "old", {{"healthy"}, {"new-old"}, {4}}, "sweep.h5")) ==
          std::vector<std::string>{"healthy@new-old@y4"});
    CHECK(names(sweep_outputs(shape(), "old", {{"healthy"}, {"old", "new-old"}, {4}}, "sweep.h5")) ==
          std::vector<std::string>{"healthy@old@y4", "healthy@new-old@y4"});
    CHECK(sweep_outputs(shape(), "", {}, "sweep.h5").size() == 8);
    CHECK_THROWS_AS(sweep_outputs(shape(), "old", {{}, {"old-new"}, {}}, "sweep.h5"), sim::InputError);
}

TEST_CASE("names and years that a sweep does not have are refused together") {
    try {
        (void)sweep_outputs(shape(), "old", {{"lonley"}, {"newer"}, {5}}, "sweep.h5");
        FAIL("nothing was refused");
    } catch (const sim::InputError& e) {
        REQUIRE(e.problems().size() == 3);
        CHECK(e.problems()[0].text ==
              "has no indicator lonley; did you mean lonely?; it has lonely, healthy");
        CHECK(e.problems()[2].text == "has no year 5; it has 4, 20");
    }
}

TEST_CASE("values of a sweep's file are taken by point and replicate; a difference is paired") {
    // (point, option, replicate, year), each value its own place as digits.
    std::vector<float> values;
    for (int p = 0; p < 2; ++p)
        for (int o = 0; o < 2; ++o)
            for (int r = 0; r < 2; ++r)
                for (int y = 0; y < 2; ++y)
                    values.push_back(static_cast<float>(1000 * p + 100 * o * (r + 1) + 10 * r + y));
    values[2] = std::numeric_limits<float>::quiet_NaN();  // point 0, old, replicate 1, year 4
    const TemporaryFolder folder;
    const std::string path = folder.path() + "/sweep.h5";
    sim::RunFileWriter file(path);
    file.group("/",
               {{"point", {1, 2}, {}, "1", ""},
                {"option", {}, {"old", "new"}, "", ""},
                {"replicate", {1, 2}, {}, "1", ""},
                {"year", {4, 20}, {}, "year", ""}},
               {{"lonely", {"point", "option", "replicate", "year"}, values, "1", "", {}}});
    file.commit();
    const auto read = sim::RunFileReader(path).variable("/", "lonely").values;
    const auto outputs = sweep_outputs(shape(), "old", {{"lonely"}, {"new"}, {}}, path);
    REQUIRE(names(outputs) == std::vector<std::string>{"lonely@new@y4", "lonely@new-old@y4", "lonely@new@y20",
                                                       "lonely@new-old@y20"});
    CHECK(studied_output(shape(), outputs[2], read).values == std::vector<double>{101, 211, 1101, 1211});
    const auto difference = studied_output(shape(), outputs[1], read);
    CHECK(difference.replicates == 2);
    CHECK(difference.values[0] == 100);
    CHECK(std::isnan(difference.values[1]));
    CHECK(difference.values[3] == 200);
}

}  // namespace weefsel::test_sweep_outputs
