#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>

#include "analysis/design/design.hpp"
#include "sim/error.hpp"
#include "temporary_folder.hpp"

namespace weefsel::test_design_posterior {
using namespace weefsel::analysis;

// A fitted posterior as a factor of a design: the values of one parameter, or whole sets.

TEST_CASE("a posterior gives a factor its draws as levels, and must be there", "[design]") {
    const TemporaryFolder folder;
    auto design = read_design_text(
        "[design]\nkind = \"lhs\"\npoints = 3\n[uncertainties]\n\"network.a\" = { distribution = "
        "\"posterior\" }\n",
        "d.toml");
    CHECK(needs_posterior(design));
    CHECK_THROWS_AS(take_posterior(design, folder.path() + "/none.csv"), sim::InputError);
    std::ofstream(folder.path() + "/other.csv") << "network.b\n1\n";
    CHECK_THROWS_WITH(take_posterior(design, folder.path() + "/other.csv"),
                      Catch::Contains("d.toml:5:1: network.a is not in the posterior"));
    std::ofstream(folder.path() + "/posterior.csv")
        << "# 3 sets, equally weighted\n# seed 1, one\nnetwork.b,network.a\n0,30\n0,10\n0,20\n";
    take_posterior(design, folder.path() + "/posterior.csv");
    CHECK_FALSE(needs_posterior(design));
    auto values = points_of(design).values;
    std::sort(values.begin(), values.end());
    CHECK(values == std::vector<double>{10, 20, 30});
}

TEST_CASE("whole fitted sets are one factor, beside levers and in a grid", "[design]") {
    const TemporaryFolder folder;
    const std::string file = folder.path() + "/posterior.csv";
    std::ofstream(file) << "# fitted\na,b\n1,10\n2,20\n3,30\n";
    const std::string text =
        "[uncertainties]\nposterior = { sets = \"all\" }\n[levers]\nfte = [1, 2]\n[design]\n";
    auto grid = read_design_text(text + "kind = \"grid\"\n", "d.toml");
    REQUIRE(needs_posterior(grid));
    take_posterior(grid, file);
    CHECK_FALSE(needs_posterior(grid));
    CHECK(grid.factors[0].joint);
    REQUIRE(rows_of(grid) == 6);
    const auto fourth = points_of(grid);
    CHECK(fourth.at(3, 0) == 2);
    CHECK(fourth.at(3, 1) == 2);
    auto sobol = read_design_text(text + "kind = \"sobol\"\npoints = 64\n", "d.toml");
    take_posterior(sobol, file);
    const auto points = points_of(sobol);
    std::map<double, int> of_set;
    for (std::size_t i = 0; i < points.rows(); ++i) ++of_set[points.at(i, 0)];
    REQUIRE(of_set.size() == 3);
    for (const auto& [set, times] : of_set)
        CHECK(times == Approx(static_cast<double>(points.rows()) / 3.0).epsilon(0.1));
}

TEST_CASE("what whole sets do not go with is said", "[design]") {
    const auto with = [](const std::string& factor, const std::string& kind) {
        return "[uncertainties]\n" + factor + "\n[design]\nkind = \"" + kind + "\"\npoints = 4\n";
    };
    CHECK_THROWS_WITH(read_design_text(with("posterior = { sets = \"all\" }", "morris"), "d.toml"),
                      Catch::Contains("have no order"));
    CHECK_THROWS_WITH(read_design_text(with("fitted = { sets = \"all\" }", "lhs"), "d.toml"),
                      Catch::Contains("posterior only; found fitted"));
    CHECK_THROWS_WITH(read_design_text(with("posterior = { sets = \"some\" }", "lhs"), "d.toml"),
                      Catch::Contains("found \"some\""));
    CHECK_THROWS_WITH(
        read_design_text("[levers]\nposterior = { sets = 3 }\n[design]\nkind = \"lhs\"\npoints = 4\n",
                         "d.toml"),
        Catch::Contains("under [uncertainties]"));
    const TemporaryFolder folder;
    std::ofstream(folder.path() + "/posterior.csv") << "a\n1\n2\n";
    auto design = read_design_text(with("posterior = { sets = 9 }", "lhs"), "d.toml");
    CHECK_THROWS_WITH(take_posterior(design, folder.path() + "/posterior.csv"),
                      Catch::Contains("posterior asks for 9 sets") && Catch::Contains("has 2"));
}

}  // namespace weefsel::test_design_posterior
