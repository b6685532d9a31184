#include "analysis/results/digest_trace.hpp"

#include <catch2/catch.hpp>

#include "sim/error.hpp"
#include "sim/run_file.hpp"
#include "tests/analysis/small_study.hpp"
#include "tests/analysis/temporary_folder.hpp"

namespace weefsel::test_trace {
using namespace weefsel::analysis;

namespace {

struct Small {
    TemporaryFolder folder;
    sim::ResultLayout layout = [] {
        auto l = small_layout();
        l.observables[1].name = "cold";
        return l;
    }();
    Names names = small_names();

    /// Two worlds of one site; `change` may alter the unit of the second world.
    template <class Change>
    std::string write(const std::string& name, Change change, std::size_t digests = 0) {
        Cube cube(layout, {2, 1, 2}, digests);
        for (std::size_t w = 0; w < 2; ++w) {
            auto unit = small_unit(layout, 2, static_cast<double>(w), 4);
            for (auto& o : unit.options) o.digests.assign(12 * digests, 0x1234560000000000ULL);
            if (w == 1) change(unit);
            cube.add(0, w, unit);
        }
        names.sites = {"west"};
        names.digests =
            digests == 0 ? std::vector<std::string>{} : std::vector<std::string>{"tie.hours", "person.age"};
        const std::string path = folder.path() + "/" + name;
        RunRecord record{"t", "q", 1, "c", "s", "r"};
        record.tables = {comparison_table(cube, compare_paired(cube, names.reference), names),
                         options_table(names)};
        write_results(path, {std::move(cube), names, std::move(record), {}});
        return path;
    }
};

void nothing(sim::UnitResult&) {}

}  // namespace

TEST_CASE("two runs with the same numbers do not part") {
    Small s;
    const auto trace = trace_files(s.write("a.h5", nothing), s.write("b.h5", nothing));
    CHECK(trace.equal());
    CHECK_FALSE(trace.by_digest);
    CHECK(trace.notes.empty());
}

TEST_CASE("the first month and column of each option are found, whatever the order of options") {
    Small s;
    const auto a = s.write("a.h5", nothing);
    const auto b = s.write("b.h5", [](sim::UnitResult& u) {
        u.options[1].numerator[2 * 7] += 1;  // warmth in month 8
        u.options[1].numerator[23] += 1;     // cold in month 12
    });
    const auto trace = trace_files(a, b);
    REQUIRE(trace.partings.size() == 1);
    const auto& p = trace.partings[0];
    CHECK(p.option == s.names.options[1].name);
    CHECK(p.month == 8);
    CHECK(p.replicate == 2);
    CHECK(p.columns == std::vector<std::string>{"warmth"});
    CHECK(p.value_a == 2.0);
    CHECK(p.value_b == 2.25);
    std::swap(s.names.options[0], s.names.options[1]);
    s.names.reference = 1;
    const auto turned = s.write("c.h5", [](sim::UnitResult& u) { std::swap(u.options[0], u.options[1]); });
    // World 1 was not swapped, so both options part from month 1 in it.
    CHECK(trace_files(a, turned).partings.size() == 2);
}

TEST_CASE("digests name the column of the state") {
    Small s;
    const auto a = s.write("a.h5", nothing, 2);
    const auto b = s.write(
        "b.h5", [](sim::UnitResult& u) { u.options[0].digests[2 * 4 + 1] = 0; }, 2);
    const auto trace = trace_files(a, b);
    CHECK(trace.by_digest);
    REQUIRE(trace.partings.size() == 1);
    CHECK(trace.partings[0].month == 5);
    CHECK(trace.partings[0].columns == std::vector<std::string>{"person.age"});
}

TEST_CASE("runs of another shape are refused, with both numbers") {
    Small s;
    const auto a = s.write("a.h5", nothing);
    s.layout.months = 24;
    const auto b = s.write("b.h5", nothing);
    CHECK_THROWS_AS(trace_files(a, b), sim::InputError);
    CHECK_THROWS_WITH(trace_files(a, b), Catch::Contains("24 months") && Catch::Contains("12"));
    CHECK_THROWS_AS(trace_files(a, s.folder.path() + "/absent.h5"), sim::InputError);
}

TEST_CASE("a result file holds what the contract lists") {
    Small s;
    const auto path = s.write("a.h5", nothing);
    const sim::RunFileReader file(path);
    CHECK(file.attribute("title") == "t");
    CHECK(file.attribute("scenario_sha256") == scenario_sha256("r"));
    CHECK(file.text("/scenario/toml") == "s");
    CHECK(file.variable("/indicators", "warmth").dimensions ==
          std::vector<std::string>{"option", "draw", "replicate", "month"});
    CHECK(file.variable("/by_neighbourhood", "warmth").dimensions.back() == "neighbourhood");
    CHECK(file.variable("/by_group/age", "warmth").dimensions.back() == "group");
    CHECK(file.names("/by_group/corner") == std::vector<std::string>{"warmth"});
    CHECK(file.dimension("/by_group/corner", "group").labels == std::vector<std::string>{"1", "2"});
    CHECK(file.variable("/money", "granted").dimensions ==
          std::vector<std::string>{"option", "draw", "replicate", "year", "payer"});
    CHECK(file.dimension("/indicators", "month").numbers.front() == 1);
    CHECK(file.has("/comparison"));
}

}  // namespace weefsel::test_trace
