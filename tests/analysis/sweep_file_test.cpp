#include "analysis/results/sweep_file.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <numeric>

#include "sim/error.hpp"
#include "sim/run_file.hpp"
#include "temporary_folder.hpp"

namespace weefsel::test_sweep_file {
using namespace weefsel::analysis;

namespace {

const float missing = std::numeric_limits<float>::quiet_NaN();

/// 5 points x 3 replicates, in batches that begin and end within a point.
SweepShape small_shape() {
    SweepShape shape;
    shape.points = 5;
    shape.replicates = 3;
    shape.batch_runs = 4;
    shape.options = {{"none", "", ""}, {"some", "", ""}};
    shape.indicators = {{"milk", "L", "higher", "Milk given", "Melk"},
                        {"cream", "L", "neither", "Cream", "Room"}};
    shape.years = {4, 8};
    shape.fingerprint = "f";
    return shape;
}

/// A value that says where it belongs.
float value(std::size_t run, std::size_t option, std::size_t indicator, std::size_t year) {
    return static_cast<float>(run * 1000 + option * 100 + indicator * 10 + year);
}

Batch batch_of(const SweepShape& shape, std::size_t number) {
    Batch batch{number, {}, {}};
    for (std::size_t i = 0; i < shape.runs_of(number); ++i)
        for (std::size_t o = 0; o < 2; ++o)
            for (std::size_t k = 0; k < 2; ++k)
                for (std::size_t y = 0; y < 2; ++y)
                    batch.values.push_back(value(shape.first_run(number) + i, o, k, y));
    return batch;
}

Points points_by_number() {
    Points points{{"a", "form"}, {}};
    for (int i = 0; i < 5; ++i) {
        points.values.push_back(0.1 * i);
        points.values.push_back(i % 2 + 1);
    }
    return points;
}

SweepRecord record() {
    SweepRecord r;
    Factor a, form;
    a.name = "a";
    form.name = "form";
    form.lever = true;
    form.labels = {"project", "structural"};
    r.factors = {a, form};
    r.units = {"month", ""};
    r.prose = {"", ""};
    return r;
}

}  // namespace

TEST_CASE("batches become one file in which every run stands at its point and replicate", "[sweep]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() + "/shards");
    const auto shape = small_shape();
    REQUIRE(shape.batches() == 4);
    REQUIRE(shape.runs_of(3) == 3);
    for (const std::size_t number : {2U, 0U, 3U, 1U}) {  // in any order
        auto batch = batch_of(shape, number);
        if (number == 1) {  // run 5 is point 2, replicate 3
            batch.failed.push_back({5, "no milk"});
            for (std::size_t v = 0; v < 8; ++v) batch.values[8 + v] = missing;
        }
        write_batch(folder.path(), shape, batch);
        CHECK(holds_batch(folder.path(), shape, number));
    }
    const auto failed = merge_batches(folder.path(), shape, points_by_number(), record());
    REQUIRE(failed.size() == 1);
    CHECK(failed[0].run == 5);
    CHECK(failed[0].reason == "no milk");

    const sim::RunFileReader file(folder.path() + "/sweep.h5");
    const auto cream = file.variable("/", "cream");
    CHECK(cream.dimensions == std::vector<std::string>{"point", "option", "replicate", "year"});
    REQUIRE(cream.values.size() == 5 * 2 * 3 * 2);
    std::size_t at = 0;
    for (std::size_t p = 0; p < 5; ++p)
        for (std::size_t o = 0; o < 2; ++o)
            for (std::size_t r = 0; r < 3; ++r)
                for (std::size_t y = 0; y < 2; ++y, ++at) {
                    if (p * 3 + r == 5)
                        CHECK(std::isnan(cream.values[at]));
                    else
                        CHECK(cream.values[at] == value(p * 3 + r, o, 1, y));
                }
    CHECK(file.variable("/", "a").values[3] == static_cast<float>(0.1 * 3));
    CHECK(file.dimension("/", "year").numbers == std::vector<double>{4, 8});
    CHECK(file.texts("/failed", "reason") == std::vector<std::string>{"no milk"});
    CHECK(file.variable("/failed", "replicate").values == std::vector<float>{3});
}

TEST_CASE("a batch that is missing, broken or of another sweep is not taken for one of this", "[sweep]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() + "/shards");
    const auto shape = small_shape();
    CHECK_FALSE(holds_batch(folder.path(), shape, 0));
    write_batch(folder.path(), shape, batch_of(shape, 0));
    auto other = shape;
    other.fingerprint = "g";
    CHECK_FALSE(holds_batch(folder.path(), other, 0));
    CHECK_THROWS_WITH(read_batch(folder.path(), other, 0), Catch::Contains("of another sweep"));
    std::filesystem::copy_file(batch_path(folder.path(), 0), batch_path(folder.path(), 1));
    CHECK_FALSE(holds_batch(folder.path(), shape, 1));
    std::filesystem::resize_file(batch_path(folder.path(), 0), 500);
    CHECK_FALSE(holds_batch(folder.path(), shape, 0));
    CHECK_THROWS_AS(merge_batches(folder.path(), shape, points_by_number(), record()), sim::InputError);
    CHECK_FALSE(std::filesystem::exists(folder.path() + "/sweep.h5"));
}

TEST_CASE("arrays that a sweep keeps become variables over their own axes, also in more pieces than one",
          "[sweep]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() + "/shards");
    auto shape = small_shape();
    shape.points = 400;  // a piece is 2^21 values of all arrays: 174 points
    shape.batch_runs = 500;
    shape.arrays = {{"/by_group/age",
                     {{"year", {4, 8}, {}, "year", ""}, {"group", {}, {"young", "old"}, "", "age"}},
                     {{"milk", "L", "Milk given", 2}, {"lost", "1", "Lost", 1}}},
                    {"/much", {{"place", std::vector<double>(2000), {}, "", ""}}, {{"x", "1", "", 1}}}};
    std::iota(shape.arrays[1].axes[0].numbers.begin(), shape.arrays[1].axes[0].numbers.end(), 1.0);
    REQUIRE(shape.array_values_a_run() == 2 * (4 + 2 + 2000));
    const auto at = [](std::size_t run, std::size_t place) {
        return static_cast<float>(run * 10 + place % 7);
    };
    for (std::size_t number = 0; number < shape.batches(); ++number) {
        auto batch = batch_of(shape, number);
        CHECK_THROWS_AS(write_batch(folder.path(), shape, batch), sim::InvariantError);
        for (std::size_t i = 0; i < shape.runs_of(number); ++i)
            for (std::size_t v = 0; v < shape.array_values_a_run(); ++v)
                batch.arrays.push_back(at(shape.first_run(number) + i, v));
        write_batch(folder.path(), shape, batch);
    }
    Points points{{"a"}, std::vector<double>(400, 1.0)};
    auto said = record();
    said.factors.resize(1);
    static_cast<void>(merge_batches(folder.path(), shape, points, said));
    const sim::RunFileReader file(folder.path() + "/sweep.h5");
    const auto milk = file.variable("/by_group/age", "milk");
    CHECK(milk.dimensions == std::vector<std::string>{"point", "option", "replicate", "year", "group"});
    const auto lost = file.variable("/by_group/age", "lost");
    CHECK(lost.dimensions == std::vector<std::string>{"point", "option", "replicate", "year"});
    CHECK(file.dimension("/by_group/age", "group").labels == std::vector<std::string>{"young", "old"});
    const auto x = file.variable("/much", "x").values;
    std::size_t wrong = 0;
    for (std::size_t p = 0; p < 400; ++p)
        for (std::size_t o = 0; o < 2; ++o)
            for (std::size_t r = 0; r < 3; ++r) {
                const std::size_t run = p * 3 + r, row = (p * 2 + o) * 3 + r;
                for (std::size_t v = 0; v < 4; ++v)
                    wrong += milk.values[row * 4 + v] != at(run, o * 4 + v) ? 1 : 0;
                for (std::size_t v = 0; v < 2; ++v)
                    wrong += lost.values[row * 2 + v] != at(run, 8 + o * 2 + v) ? 1 : 0;
                for (std::size_t v = 0; v < 2000; ++v)
                    wrong += x[row * 2000 + v] != at(run, 12 + o * 2000 + v) ? 1 : 0;
            }
    CHECK(wrong == 0);
}

TEST_CASE("a sweep of more points than are held together is merged in pieces", "[sweep]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() + "/shards");
    auto shape = small_shape();
    shape.points = 3000;  // a piece is 2^14 values of an indicator: 1365 points
    shape.batch_runs = 2500;
    for (std::size_t number = 0; number < shape.batches(); ++number)
        write_batch(folder.path(), shape, batch_of(shape, number));
    Points points{{"a"}, std::vector<double>(3000, 1.0)};
    auto said = record();
    said.factors.resize(1);
    static_cast<void>(merge_batches(folder.path(), shape, points, said));
    const auto milk = sim::RunFileReader(folder.path() + "/sweep.h5").variable("/", "milk").values;
    std::size_t at = 0, wrong = 0;
    for (std::size_t p = 0; p < 3000; ++p)
        for (std::size_t o = 0; o < 2; ++o)
            for (std::size_t r = 0; r < 3; ++r)
                for (std::size_t y = 0; y < 2; ++y, ++at)
                    wrong += milk[at] != value(p * 3 + r, o, 0, y) ? 1 : 0;
    CHECK(wrong == 0);
}

}  // namespace weefsel::test_sweep_file
