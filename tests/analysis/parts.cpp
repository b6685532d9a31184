#include "analysis/results/parts.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/analysis/small_study.hpp"
#include "tests/analysis/temporary_folder.hpp"

namespace weefsel::test_parts {
using namespace weefsel::analysis;
namespace fs = std::filesystem;

namespace {

const std::string mine(64, 'a');
const std::string other(64, 'b');

fs::path only_unit(const fs::path& root) {
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (entry.path().extension() == ".unit") return entry.path();
    }
    return {};
}

}  // namespace

TEST_CASE("a finished unit is found again, bit for bit") {
    const TemporaryFolder folder;
    const auto layout = small_layout();
    const Parts parts(folder.path() + "/.parts", mine, layout, 2, 0);
    parts.make();
    const auto unit = small_unit(layout, 2, 0.1, 3);
    parts.save(0, 4, unit);
    const auto found = parts.load(0, 4);
    REQUIRE(found);
    CHECK(found->options[1].numerator == unit.options[1].numerator);
    CHECK(found->options[1].money == unit.options[1].money);
    CHECK(found->options[1].site_mean == unit.options[1].site_mean);
    CHECK(found->options[1].fine == unit.options[1].fine);
    CHECK(found->options[1].blocks == unit.options[1].blocks);
    CHECK_FALSE(parts.load(0, 5));
    parts.remove();
    CHECK_FALSE(fs::exists(folder.path() + "/.parts"));
}

TEST_CASE("a torn unit is not used") {
    const TemporaryFolder folder;
    const auto layout = small_layout();
    const Parts parts(folder.path() + "/.parts", mine, layout, 2, 0);
    parts.make();
    parts.save(0, 0, small_unit(layout, 2, 0.1, 3));
    const auto file = only_unit(folder.path());
    SECTION("cut off") { fs::resize_file(file, fs::file_size(file) / 2); }
    SECTION("empty") { fs::resize_file(file, 0); }
    SECTION("one byte changed") {
        std::fstream f(file, std::ios::in | std::ios::out | std::ios::binary);
        f.seekp(static_cast<std::streamoff>(fs::file_size(file) / 2));
        f.put('\x7f');
    }
    CHECK_FALSE(parts.load(0, 0));
}

TEST_CASE("a unit of another study or shape is not used") {
    const TemporaryFolder folder;
    const std::string root = folder.path() + "/.parts";
    const auto layout = small_layout();
    const Parts parts(root, mine, layout, 2, 0);
    parts.make();
    parts.save(0, 0, small_unit(layout, 2, 0.1, 3));
    CHECK_FALSE(Parts(root, mine, layout, 3, 0).load(0, 0));
    CHECK_FALSE(Parts(root, mine, small_layout(24), 2, 0).load(0, 0));
    CHECK_FALSE(Parts(root, mine, layout, 2, 1).load(0, 0));
    const Parts another(root, other, layout, 2, 0);
    CHECK(another.others());
    CHECK_FALSE(parts.others());
    // The same folder by its first digits, another fingerprint behind them.
    CHECK_FALSE(Parts(root, std::string(16, 'a') + std::string(48, 'c'), layout, 2, 0).load(0, 0));
    another.remove_others();
    CHECK_FALSE(parts.load(0, 0));
}

TEST_CASE("a folder that cannot be made is said") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() + "/file") << "x";
    const Parts parts(folder.path() + "/file/.parts", mine, small_layout(), 2, 0);
    CHECK_THROWS_WITH(parts.make(), Catch::Contains("cannot be written"));
}

}  // namespace weefsel::test_parts
