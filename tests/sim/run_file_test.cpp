#include "sim/run_file.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <thread>

#include "sim/error.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"
#include "tests/sim/limited_files.hpp"
#include "tests/sim/temporary_folder.hpp"

namespace weefsel::test_run_file {
using namespace weefsel::sim;

namespace {

const float missing = std::numeric_limits<float>::quiet_NaN();

std::vector<double> counting(int n, double first = 0) {
    std::vector<double> out;
    for (int i = 0; i < n; ++i) out.push_back(first + i);
    return out;
}

void write_example(const std::string& path) {
    const Dimension option{"option", {}, {"nothing", "project\xc3\xa9"}, "", "Option"};
    const Dimension draw{"draw", counting(1), {}, "1", ""};
    const Dimension replicate{"replicate", counting(3), {}, "1", ""};
    const Dimension month{"month", counting(24, 1), {}, "month", "Month since the start"};
    const Dimension year{"year", {0.5, 1.5}, {}, "year", ""};
    const Dimension age{"group", {}, {"0-17", "18-64", "65+"}, "", ""};
    Variable milk{
        "milk", {"option", "draw", "replicate", "month"}, {}, "L", "Milk given", {{"better", "higher"}}};
    for (int i = 0; i < 2 * 1 * 3 * 24; ++i) milk.values.push_back(static_cast<float>(i));
    milk.values[5] = missing;
    Variable by_age{"milk", {"option", "draw", "replicate", "year", "group"}, {}, "L", "Milk given", {}};
    by_age.values.assign(2 * 1 * 3 * 2 * 3, 1.25F);

    RunFileWriter file(path);
    file.attribute("title", "A herd");
    file.attribute("title", "Another herd \xe2\x82\xac");
    file.attribute("seed", 20220613);
    file.text("/scenario/toml", "years = 2\n# " + std::string(100'000, 'x'));
    file.table("/scenario/parameters", "name",
               {{"name", {"a.one", "a.two"}}, {"unit", {"1", "h"}}, {"source", {"", "measured"}}},
               {{"value", {}, {0.5F, 2.0F}, "", "", {}}});
    file.group("/indicators", {option, draw, replicate, month}, {milk});
    milk.name = "cream";
    file.group("/indicators", {option, month}, {milk});
    file.group("/by_group/age", {option, draw, replicate, year, age}, {by_age});
    file.group("/money", {option, {"payer", {}, {"farmer"}, "", ""}},
               {{"spent", {"option", "payer"}, {1, 2}, "EUR", "", {}}});
    file.group("/ledger/none", {{"entry", {}, {}, "", ""}}, {{"postponed", {"entry"}, {}, "1", "", {}}});
    file.commit();
}

std::string error_of(const std::string& path) {
    try {
        const RunFileReader reader(path);
    } catch (const InputError& e) { return e.what(); }
    return "none";
}

}  // namespace

TEST_CASE("what is written to a result file is read back") {
    const TemporaryFolder folder;
    const std::string path = folder.file("results.h5");
    write_example(path);
    CHECK(folder.names() == std::vector<std::string>{"results.h5"});
    const RunFileReader file(path);
    CHECK(file.attribute("title") == "Another herd \xe2\x82\xac");
    CHECK(file.attribute("seed") == "20220613");
    CHECK(file.attribute("version") == provenance().version);
    CHECK(file.attribute("commit") == provenance().commit);
    CHECK(file.attribute("created").size() == 20);
    CHECK(file.attribute("none").empty());
    CHECK(file.text("/scenario/toml").size() == 100'012);
    CHECK(file.names("/indicators") == std::vector<std::string>{"milk", "cream"});
    const auto milk = file.variable("/indicators", "milk");
    CHECK(milk.dimensions == std::vector<std::string>{"option", "draw", "replicate", "month"});
    CHECK(milk.units == "L");
    CHECK(milk.long_name == "Milk given");
    REQUIRE(milk.attributes.size() == 1);
    CHECK(milk.attributes[0].text == "higher");
    REQUIRE(milk.values.size() == 144);
    CHECK(std::isnan(milk.values[5]));
    CHECK(milk.values[143] == 143.0F);
    CHECK(file.dimension("/indicators", "option").labels ==
          std::vector<std::string>{"nothing", "project\xc3\xa9"});
    CHECK(file.dimension("/indicators", "month").numbers == counting(24, 1));
    CHECK(file.dimension("/indicators", "month").units == "month");
    CHECK(file.dimension("/by_group/age", "year").numbers == std::vector<double>{0.5, 1.5});
    CHECK(file.groups("/by_group") == std::vector<std::string>{"age"});
    CHECK(file.dimension("/scenario/parameters", "name").labels ==
          std::vector<std::string>{"a.one", "a.two"});
    CHECK(file.text_names("/scenario/parameters") == std::vector<std::string>{"unit", "source"});
    CHECK(file.texts("/scenario/parameters", "source") == std::vector<std::string>{"", "measured"});
    CHECK(file.variable("/scenario/parameters", "value").values == std::vector<float>{0.5F, 2.0F});
    CHECK(file.variable("/ledger/none", "postponed").values.empty());
    CHECK(file.has("/money/spent"));
    CHECK_FALSE(file.has("/money/none/deeper"));
    CHECK_THROWS_AS(file.variable("/money", "none"), InputError);
    CHECK_THROWS_AS(file.variable("/scenario", "toml"), InputError);
    CHECK_THROWS_AS(file.names("/none"), InputError);
}

TEST_CASE("the same results make the same file, byte for byte") {
    const TemporaryFolder folder;
    ::setenv("SOURCE_DATE_EPOCH", "1655112600", 1);
    write_example(folder.file("a.h5"));
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // another second of the clock
    write_example(folder.file("b.h5"));
    ::unsetenv("SOURCE_DATE_EPOCH");
    const bool same = read_whole(folder.file("a.h5")) == read_whole(folder.file("b.h5"));
    CHECK(same);
}

TEST_CASE("large arrays are split in chunks and compressed") {
    const TemporaryFolder folder;
    Variable large{"x", {"world", "month"}, std::vector<float>(700 * 1000), "", "", {}};
    for (std::size_t i = 0; i < large.values.size(); ++i) large.values[i] = static_cast<float>(i % 977);
    RunFileWriter file(folder.file("a.h5"));
    file.group("/g", {{"world", counting(700), {}, "", ""}, {"month", counting(1000), {}, "", ""}}, {large});
    file.commit();
    CHECK(std::filesystem::file_size(folder.file("a.h5")) < 2'000'000);
    CHECK(RunFileReader(folder.file("a.h5")).variable("/g", "x").values == large.values);
}

TEST_CASE("a result file that was not committed leaves nothing behind") {
    const TemporaryFolder folder;
    {
        RunFileWriter file(folder.file("a.h5"));
        file.attribute("title", "never");
    }
    CHECK(folder.names().empty());
}

TEST_CASE("a full disk is an error with path and reason, and leaves the old file") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.h5");
    write_whole(path, "old");
    {
        const LimitedFiles limit(4000);
        CHECK_THROWS_WITH(write_example(path), Catch::StartsWith(path) && Catch::Contains("File too large"));
    }
    CHECK(read_whole(path) == "old");
    CHECK(folder.names() == std::vector<std::string>{"a.h5"});
    if (std::filesystem::is_character_file("/dev/full")) {
        CHECK_THROWS_WITH(write_example("/dev/full"), Catch::Contains("No space left on device"));
    }
}

TEST_CASE("a result file in no folder is refused before any work") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(RunFileWriter(folder.file("none/a.h5")), Catch::Contains("there is no folder"));
    CHECK_THROWS_WITH(RunFileWriter(folder.file("")), Catch::Contains("it is a folder"));
}

TEST_CASE("values that do not fit their dimensions are a broken promise") {
    const TemporaryFolder folder;
    RunFileWriter file(folder.file("a.h5"));
    const Dimension month{"month", counting(3), {}, "", ""};
    CHECK_THROWS_AS(file.group("/g", {month}, {{"x", {"month"}, {1, 2}, "", "", {}}}), InvariantError);
    CHECK_THROWS_AS(file.group("/g", {month}, {{"x", {"year"}, {1, 2, 3}, "", "", {}}}), InvariantError);
    CHECK_THROWS_AS(file.group("/g", {{"month", counting(4), {}, "", ""}}, {}), InvariantError);
}

TEST_CASE("what is no result file is refused with a reason") {
    const TemporaryFolder folder;
    write_whole(folder.file("letter.h5"), "dear reader");
    write_whole(folder.file("empty.h5"), "");
    write_example(folder.file("a.h5"));
    const std::string whole = read_whole(folder.file("a.h5"));
    write_whole(folder.file("torn.h5"), whole.substr(0, whole.size() / 2));
    CHECK(error_of(folder.file("none.h5")).find("none.h5:1:1: there is no such file") != std::string::npos);
    CHECK(error_of(folder.file("")).find("a folder") != std::string::npos);
    CHECK(error_of(folder.file("letter.h5")).find("this is no result file (HDF5)") != std::string::npos);
    CHECK(error_of(folder.file("empty.h5")).find("this is no result file (HDF5)") != std::string::npos);
    CHECK(error_of(folder.file("torn.h5")).find("was cut off") != std::string::npos);
    CHECK(error_of(folder.file("a.h5")) == "none");
}

TEST_CASE("a file of another format is refused with what to do") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.h5");
    const auto error_of_format = [&](std::int64_t format, const std::string& version) {
        RunFileWriter file(path);
        file.attribute("format_version", format);
        file.attribute("version", version);
        file.commit();
        return error_of(path);
    };
    CHECK_THAT(error_of_format(3, "0.9.1"),
               Catch::Contains("made by a newer weefsel (0.9.1)") &&
                   Catch::Contains("has format 3; this program reads format 2") &&
                   Catch::Contains("Read it with that version or a later one"));
    CHECK_THAT(error_of_format(1, "0.1.5"), Catch::Contains("made by an older weefsel (0.1.5)") &&
                                                Catch::Contains("Make it again with this version"));
    CHECK_THAT(error_of_format(-4, ""), Catch::Contains("was not written by weefsel"));
}

TEST_CASE("an example of a result file is written for other programs to open", "[example]") {
    const TemporaryFolder folder;
    const char* wanted = std::getenv("WEEFSEL_EXAMPLE_FILE");
    const std::string path = wanted != nullptr ? wanted : folder.file("example.h5");
    write_example(path);
    CHECK_NOTHROW(RunFileReader(path));
}

TEST_CASE("a variable written row by row on the disk is the one written at once") {
    const TemporaryFolder folder;
    const Dimension point{"point", counting(7, 1), {}, "1", ""};
    const Dimension year{"year", {4, 8}, {}, "year", ""};
    Variable milk{"milk", {"point", "year"}, {}, "L", "Milk given", {}};
    for (int i = 0; i < 14; ++i) milk.values.push_back(static_cast<float>(i) / 3.0F);
    const std::string path = folder.file("rows.h5");
    {
        RunFileWriter file(path, BuiltIn::disk);
        file.group("/", {point, year}, {});
        file.open_rows("/", milk, 2);
        const std::span<const float> all(milk.values);
        file.rows("/", "milk", 3, all.subspan(6, 6));  // in any order
        file.rows("/", "milk", 0, all.subspan(0, 6));
        file.numbers("/", {"dose", {"point"}, {}, "1", "", {}}, {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7});
        CHECK_FALSE(std::filesystem::exists(path));
        file.commit();
    }
    const RunFileReader read(path);
    const auto back = read.variable("/", "milk");
    REQUIRE(back.values.size() == 14);
    for (std::size_t i = 0; i < 12; ++i) CHECK(back.values[i] == milk.values[i]);
    CHECK(std::isnan(back.values[12]));  // never written
    CHECK(std::isnan(back.values[13]));
    CHECK(back.dimensions == milk.dimensions);
    CHECK(read.variable("/", "dose").values[2] == 0.3F);
    CHECK(folder.names() == std::vector<std::string>{"rows.h5"});
    { const RunFileWriter given_up(folder.file("none.h5"), BuiltIn::disk); }
    CHECK(folder.names() == std::vector<std::string>{"rows.h5"});
}

}  // namespace weefsel::test_run_file
