#include "analysis/design/design.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <set>

#include "sim/error.hpp"
#include "temporary_folder.hpp"

namespace weefsel::test_design {
using namespace weefsel::analysis;

namespace {

Design with_factors(DesignKind kind, std::size_t points, std::size_t k) {
    Design design;
    design.kind = kind;
    design.points = points;
    for (std::size_t j = 0; j < k; ++j) {
        Factor factor;
        factor.name = "x" + std::to_string(j + 1);
        design.factors.push_back(factor);
    }
    return design;
}

std::vector<double> row(const Points& points, std::size_t i) {
    std::vector<double> out;
    for (std::size_t j = 0; j < points.columns(); ++j) out.push_back(points.at(i, j));
    return out;
}

std::string message_of(const std::string& text) {
    try {
        static_cast<void>(read_design_text(text, "d.toml"));
    } catch (const sim::InputError& e) { return e.what(); }
    return "no error";
}

}  // namespace

TEST_CASE("a grid has every combination once, the last factor fastest", "[design]") {
    const auto design = read_design_text(
        "[design]\nkind = \"grid\"\n[uncertainties]\na = [1, 2]\n[levers]\nb = [10, 20, 30]\n"
        "form = [\"project\", \"structural\"]\n",
        "d.toml");
    REQUIRE(rows_of(design) == 12);
    const auto points = points_of(design);
    CHECK(points.names == std::vector<std::string>{"a", "b", "form"});
    CHECK(row(points, 0) == std::vector<double>{1, 10, 1});
    CHECK(row(points, 1) == std::vector<double>{1, 10, 2});
    CHECK(row(points, 2) == std::vector<double>{1, 20, 1});
    CHECK(row(points, 11) == std::vector<double>{2, 30, 2});
    CHECK_FALSE(design.factors[0].lever);
    CHECK(design.factors[1].lever);
}

TEST_CASE("a Latin hypercube has one point in each stratum of each factor", "[design]") {
    const auto points = points_of(with_factors(DesignKind::lhs, 50, 3));
    REQUIRE(points.rows() == 50);
    for (std::size_t j = 0; j < 3; ++j) {
        std::set<int> strata;
        for (std::size_t i = 0; i < 50; ++i) strata.insert(static_cast<int>(points.at(i, j) * 50));
        CHECK(strata.size() == 50);
    }
    auto other = with_factors(DesignKind::lhs, 50, 3);
    other.seed = 2;
    CHECK(points_of(other).values != points.values);
}

TEST_CASE("one factor more leaves the other columns of a Latin hypercube as they were", "[design]") {
    const auto two = points_of(with_factors(DesignKind::lhs, 20, 2));
    const auto three = points_of(with_factors(DesignKind::lhs, 20, 3));
    for (std::size_t i = 0; i < 20; ++i) {
        CHECK(two.at(i, 0) == three.at(i, 0));
        CHECK(two.at(i, 1) == three.at(i, 1));
    }
}

TEST_CASE("rows of a Sobol' design are blocks A, AB of each factor, B", "[design]") {
    constexpr std::size_t k = 3;
    const auto points = points_of(with_factors(DesignKind::sobol, 8, k));
    REQUIRE(points.rows() == 8 * (k + 2));
    for (std::size_t i = 0; i < 8; ++i) {
        const auto a = row(points, i * (k + 2)), b = row(points, i * (k + 2) + k + 1);
        for (std::size_t j = 0; j < k; ++j) {
            auto expected = a;
            expected[j] = b[j];
            CHECK(row(points, i * (k + 2) + 1 + j) == expected);
            CHECK(a[j] != b[j]);
        }
    }
}

TEST_CASE("the first 2^m base points of a Sobol' design fill every stratum once under any seed", "[design]") {
    constexpr std::size_t k = 4, n = 64;
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        auto design = with_factors(DesignKind::sobol, n, k);
        design.seed = seed;
        const auto points = points_of(design);
        for (std::size_t j = 0; j < k; ++j) {
            std::set<int> of_a, of_b;
            for (std::size_t i = 0; i < n; ++i) {
                of_a.insert(static_cast<int>(points.at(i * (k + 2), j) * n));
                of_b.insert(static_cast<int>(points.at(i * (k + 2) + k + 1, j) * n));
            }
            CHECK(of_a.size() == n);
            CHECK(of_b.size() == n);
        }
    }
}

TEST_CASE("more base points of a Sobol' design begin with the same ones", "[design]") {
    const auto few = points_of(with_factors(DesignKind::sobol, 8, 2));
    const auto many = points_of(with_factors(DesignKind::sobol, 16, 2));
    CHECK(std::equal(few.values.begin(), few.values.end(), many.values.begin()));
}

TEST_CASE("the mean of a Sobol' design is nearer than chance would bring it", "[design]") {
    constexpr std::size_t n = 1024;
    const auto points = points_of(with_factors(DesignKind::sobol, n, 2));
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += points.at(i * 4, 0) * points.at(i * 4, 1);
    CHECK(std::abs(sum / n - 0.25) < 0.002);  // standard error of chance: 0.007
}

TEST_CASE("a Morris trajectory changes each factor once, by delta", "[design]") {
    constexpr std::size_t k = 5, trajectories = 10;
    const auto points = points_of(with_factors(DesignKind::morris, trajectories, k));
    REQUIRE(points.rows() == trajectories * (k + 1));
    std::set<std::size_t> first;
    for (std::size_t t = 0; t < trajectories; ++t) {
        std::set<std::size_t> changed;
        for (std::size_t s = 0; s < k; ++s) {
            const auto here = row(points, t * (k + 1) + s), next = row(points, t * (k + 1) + s + 1);
            std::size_t changes = 0;
            for (std::size_t j = 0; j < k; ++j) {
                const double grid = here[j] * 3;  // four levels: 0, 1/3, 2/3, 1
                CHECK(grid == Approx(std::round(grid)).margin(1e-12));
                if (here[j] == next[j]) continue;
                ++changes;
                changed.insert(j);
                if (s == 0) first.insert(j);
                CHECK(std::abs(here[j] - next[j]) == Approx(2.0 / 3));
            }
            CHECK(changes == 1);
        }
        CHECK(changed.size() == k);
    }
    CHECK(first.size() > 1);  // the order is another in each
}

TEST_CASE("a value is the quantile of its factor's distribution", "[design]") {
    Factor f;
    f.low = 2;
    f.high = 8;
    CHECK(value_at(f, 0) == 2);
    CHECK(value_at(f, 0.5) == 5);
    CHECK(value_at(f, 1) == 8);
    f.distribution = Distribution::loguniform;
    CHECK(value_at(f, 0) == 2);
    CHECK(value_at(f, 0.5) == Approx(4).epsilon(1e-6));
    CHECK(value_at(f, 1) == 8);
    f.distribution = Distribution::uniform;
    f.whole = true;  // 2, 3, ..., 8: seven numbers, equally likely
    std::map<double, int> times;
    for (int i = 0; i < 700; ++i) ++times[value_at(f, (i + 0.5) / 700)];
    REQUIRE(times.size() == 7);
    for (const auto& [value, n] : times) CHECK(n == 100);
    f.levels = {1, 4, 9};
    CHECK(value_at(f, 0.3) == 1);
    CHECK(value_at(f, 0.4) == 4);
    CHECK(value_at(f, 1) == 9);
}

TEST_CASE("points come back from CSV with the same bits", "[design]") {
    const auto design = read_design_text(
        "[design]\nkind = \"lhs\"\npoints = 40\n[uncertainties]\n\"network.a\" = { low = 0.1, high = 0.3 }\n"
        "b = { low = 1e-12, high = 1e5, distribution = \"loguniform\" }\n[levers]\nform = [\"a, b\", \"c "
        "\\\"d\\\"\"]\n",
        "d.toml");
    const auto points = points_of(design);
    const auto text = design_csv(points, design.factors);
    CHECK(text.rfind("network.a,b,form\n", 0) == 0);
    const auto back = read_design_csv_text(text, "d.csv", design.factors);
    CHECK(back.names == points.names);
    CHECK(back.values == points.values);
}

TEST_CASE("a level that looks like a remark in CSV comes back", "[design]") {
    const auto design = read_design_text(
        "[design]\nkind = \"grid\"\n[levers]\nform = [\"#1\", \"#2\"]\nn = [5, 6]\n", "d.toml");
    const auto points = points_of(design);
    const auto back = read_design_csv_text(design_csv(points, design.factors), "d.csv", design.factors);
    CHECK(back.values == points.values);
}

TEST_CASE("columns of a design may stand in any order in CSV", "[design]") {
    const auto factors = with_factors(DesignKind::lhs, 1, 2).factors;
    const auto points = read_design_csv_text("x2,x1\r\n5, 6\r\n", "d.csv", factors);
    CHECK(points.values == std::vector<double>{6, 5});
}

TEST_CASE("a wrong table of points says where it is wrong", "[design]") {
    const auto message = [](const std::string& text) {
        try {
            static_cast<void>(
                read_design_csv_text(text, "d.csv", with_factors(DesignKind::lhs, 1, 2).factors));
        } catch (const sim::InputError& e) { return std::string(e.what()); }
        return std::string();
    };
    CHECK(message("x1,x2\n1,two\n3\n") ==
          "d.csv:2:3: x2 must be a number; found \"two\"\nd.csv:3:1: 1 cells where the header has 2");
    CHECK(message("x1,y2\n1,2\n").find("d.csv:1:4: \"y2\" is no factor of the design") == 0);
    CHECK(message("").find("is empty") != std::string::npos);
    CHECK(message("x1,x2\n").find("no rows") != std::string::npos);
    CHECK(message("# x\n").find("is empty") != std::string::npos);
    CHECK(message("# r,e,m\nx1,x2\n1,2\n# 3\n1,no\n") == "d.csv:5:3: x2 must be a number; found \"no\"");
    CHECK(message("x1,x2\n\"1,2\n").find("d.csv:2:1: this quote is never closed") == 0);
}

TEST_CASE("a list takes its factors and points from a file beside it", "[design]") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() + "/p.csv")
        << "network.a,form,fte\n0.5,project,1\n0.25,structural,2\n0.5,project,3\n";
    std::ofstream(folder.path() + "/d.toml")
        << "[design]\nkind = \"list\"\nfile = \"p.csv\"\nlevers = [\"form\", \"fte\"]\n";
    const auto design = read_design(folder.path() + "/d.toml");
    REQUIRE(design.factors.size() == 3);
    CHECK_FALSE(design.factors[0].lever);
    CHECK(design.factors[1].lever);
    CHECK(design.factors[1].labels == std::vector<std::string>{"project", "structural"});
    CHECK(points_of(design).values == std::vector<double>{0.5, 1, 1, 0.25, 2, 2, 0.5, 1, 3});
    CHECK(design.factors[2].levels == std::vector<double>{1, 2, 3});
}

TEST_CASE("whoever listens hears of every value of a design, and may end it", "[design]") {
    auto grid = with_factors(DesignKind::grid, 0, 3);
    for (auto& factor : grid.factors)
        for (int level = 0; level < 50; ++level) factor.levels.push_back(level);
    for (const auto& design :
         {with_factors(DesignKind::lhs, 50'000, 3), with_factors(DesignKind::sobol, 20'000, 3),
          with_factors(DesignKind::morris, 20'000, 3), grid}) {
        std::size_t heard = 0, calls = 0;
        const auto points = points_of(design, [&](std::size_t values) {
            heard += values;
            ++calls;
        });
        CHECK(heard == points.values.size());
        CHECK(points.values == points_of(design).values);
        CHECK(calls > 5);
        calls = 0;
        const auto stop = [&](std::size_t) {
            if (++calls == 3) throw sim::Interrupted();
        };
        CHECK_THROWS_AS(points_of(design, stop), sim::Interrupted);
        CHECK(calls == 3);
        calls = 0;
        CHECK_THROWS_AS(design_csv(points, design.factors, stop), sim::Interrupted);
        CHECK(design_csv(points, design.factors, [](std::size_t) {}) == design_csv(points, design.factors));
    }
}

TEST_CASE("a design that could never be made is refused before it is begun", "[design]") {
    const std::string grid = "[design]\nkind = \"grid\"\n[levers]\n",
                      lhs = "[design]\nkind = \"lhs\"\npoints = 4\n[levers]\n";
    // Beyond 2^53 one more is the same number: a count to the end would never get there.
    const auto beyond = message_of(grid + "a = { low = 1e17, high = 100000000000000100, whole = true }\n");
    CHECK(beyond.find("d.toml:4:7: low and high must be whole numbers") == 0);
    CHECK(beyond.find("from -9007199254740992 to 9007199254740992; found 1e+17") != std::string::npos);
    CHECK(message_of(lhs + "a = { low = -1e17, high = 1e17, whole = true }\n").find("found -1e+17") !=
          std::string::npos);
    CHECK(message_of(grid + "a = [9007199254740992, 9007199254740993]\n").find("found 9007199254740993") !=
          std::string::npos);
    // Too many levels of one factor, and too many of all together (10^7 each of a thousand would fill the
    // memory).
    CHECK(message_of(grid + "a = { low = 0, high = 9007199254740991, whole = true }\n")
              .find("d.toml:4:1: a grid has up to 10000000 rows; a alone has 9007199254740992 levels") == 0);
    std::string many = grid;
    for (int i = 0; i < 1000; ++i)
        many += "f" + std::to_string(i) + " = { low = 1, high = 9000000, whole = true }\n";
    CHECK(message_of(many).find("d.toml:2:1: a design has up to 10000000 rows; found inf") == 0);
    // Ranges whose width or ratio no number holds.
    CHECK(message_of(lhs + "a = { low = -1e308, high = 1e308 }\n").find("high - low must be a number") !=
          std::string::npos);
    CHECK(message_of(lhs + "a = { low = 1e-300, high = 1e300, distribution = \"loguniform\" }\n")
              .find("high must be at most 1e+38 times low (1e-300) with loguniform; found 1e+300") !=
          std::string::npos);
    // The largest that can be made is made.
    const auto widest = read_design_text(
        grid + "a = { low = 9007199254740989, high = 9007199254740992, whole = true }\n", "d.toml");
    CHECK(points_of(widest).values ==
          std::vector<double>{9007199254740989, 9007199254740990, 9007199254740991, 9007199254740992});
}

TEST_CASE("a wrong design says all that is wrong, and where", "[design]") {
    const std::string factor = "[uncertainties]\na = { low = 1, high = 2 }\n";
    CHECK(message_of("[design]\nkind = \"sobl\"\npoints = 4\n" + factor).find("d.toml:2:1: kind must be") ==
          0);
    CHECK(message_of("[design]\nkind = \"sobl\"\npoints = 4\n" + factor).find("did you mean sobol") !=
          std::string::npos);
    CHECK(message_of("[design]\nkind = \"lhs\"\npoints = 4\n").find("found none") != std::string::npos);
    CHECK(message_of("[design]\nkind = \"lhs\"\n" + factor).find("points is missing in [design]") !=
          std::string::npos);
    CHECK(message_of("[design]\nkind = \"grid\"\n" + factor).find("d.toml:4:1: a grid wants levels") == 0);
    CHECK(message_of("[design]\nkind = \"lhs\"\npoints = 4\nlevels = 4\n" + factor)
              .find("d.toml:4:1: levels goes") == 0);
    CHECK(message_of("[design]\nkind = \"morris\"\npoints = 4\nlevels = 3\n" + factor)
              .find("levels must be even") != std::string::npos);
    const std::string no_seed = "[design]\nkind = \"lhs\"\nseed = -1\nreplicates = 0\npoints = 4\n" + factor;
    CHECK(message_of(no_seed).find("d.toml:3:1: seed must be") == 0);
    CHECK(message_of(no_seed).find("d.toml:4:1: replicates must be") != std::string::npos);
    CHECK(message_of(no_seed).find("points") == std::string::npos);
    const auto no_kind = message_of("[design]\nkind = \"morriss\"\npoints = 4\nlevels = 4\n" + factor);
    CHECK(no_kind.find("d.toml:2:1: kind must be") == 0);
    CHECK(no_kind.find('\n') == std::string::npos);
    CHECK(message_of("[design]\nkind = \"lhs\"\nseed = -1\npoints = 0\n" + factor).find("points must be") !=
          std::string::npos);
    CHECK(message_of("[design]\nkind = \"grid\"\n[uncertainties]\na = { distribution = \"posterior\" }\n")
              .find("d.toml:4:1: a grid wants levels; a has a posterior: give a list") == 0);
    const auto two = message_of(
        "[design]\nkind = \"lhs\"\npoints = 4\n[uncertainties]\na = { low = 3, high = 2 }\nb = { lo = 1, "
        "high = 2 }\n"
        "c = { low = 0, high = 1, distribution = \"loguniform\" }\n");
    CHECK(two.find("d.toml:5:") == 0);
    CHECK(two.find("high must be above low (3); found 2") != std::string::npos);
    CHECK(two.find("lo is not a key of b; did you mean low?") != std::string::npos);
    CHECK(two.find("low must be above 0 with loguniform; found 0") != std::string::npos);
    CHECK(message_of(
              "[design]\nkind = \"lhs\"\npoints = 4\n[uncertainties]\na = [1, 2]\n[levers]\na = [1, 2]\n")
              .find("d.toml:7:1: a is a factor already") == 0);
    CHECK(message_of("[design]\nkind = \"lhs\"\npoints = 4\n" + factor + "[outputs]\nyears = [8, 4]\n")
              .find("years must ascend") != std::string::npos);
    CHECK(message_of("[design]\nkind = \"grid\"\n[levers]\na = [1, 1]\n").find("is given twice") !=
          std::string::npos);
}

}  // namespace weefsel::test_design
