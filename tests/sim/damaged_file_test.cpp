// What a bad disk, a broken copy or a stray edit does to a result file. HDF5 1.10 follows lengths and
// addresses in a file where they lead, and has crashed on most kinds of damage below.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "sim/checksum_line.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"
#include "sim/run_file.hpp"
#include "tests/sim/limited_files.hpp"
#include "tests/sim/temporary_folder.hpp"

namespace weefsel::test_damaged_file {
using namespace weefsel::sim;

namespace {

void write_herd(const std::string& path, BuiltIn built = BuiltIn::memory) {
    const Dimension option{"option", {}, {"nothing", "project"}, "", "Option"};
    const Dimension month{"month", {1, 2, 3, 4, 5, 6}, {}, "month", "Month since the start"};
    Variable milk{"milk", {"option", "month"}, {}, "L", "Milk given", {{"better", "higher"}}};
    for (int i = 0; i < 12; ++i) milk.values.push_back(static_cast<float>(i));
    RunFileWriter file(path, built);
    file.attribute("title", "A herd");
    file.text("/scenario/toml", "years = 2\n");
    file.table("/scenario/parameters", "name", {{"name", {"a.one", "a.two"}}, {"unit", {"1", "h"}}},
               {{"value", {}, {0.5F, 2.0F}, "", "", {}}});
    file.group("/indicators", {option, month}, {milk});
    file.commit();
}

/// What opening the file ends with: nothing, or the text of the error.
std::string refusal_of(const std::string& path) {
    try {
        const RunFileReader file(path);
        static_cast<void>(file.variable("/indicators", "milk"));
        return {};
    } catch (const InputError& error) { return error.what(); }
}

/// Where an attribute, a heap of texts, a tree or a list of links begins, and the bytes behind.
std::vector<std::size_t> places_of_structure(const std::string& file) {
    std::vector<std::size_t> places;
    for (const auto* mark :
         {"title",  "version",    "commit", "flags", "created",        "units",          "long_name",
          "better", "_FillValue", "CLASS",  "NAME",  "DIMENSION_LIST", "REFERENCE_LIST", "GCOL",
          "TREE",   "HEAP",       "SNOD",   "FRHP",  "FHDB",           "BTHD",           "OHDR"})
        for (auto at = file.find(mark); at != std::string::npos; at = file.find(mark, at + 1))
            for (const std::size_t behind : {0U, 4U, 8U, 17U})
                if (at + behind < file.size()) places.push_back(at + behind);
    return places;
}

std::vector<std::string> damaged_copies_of(const std::string& whole) {
    std::vector<std::string> copies;
    const auto flipped = [&](std::size_t at, int bits) {
        copies.push_back(whole);
        copies.back()[at] = static_cast<char>(copies.back()[at] ^ bits);
    };
    for (const std::size_t at : places_of_structure(whole)) flipped(at, 0xff);
    for (std::size_t n = 0; n < 400; ++n) flipped(n * (whole.size() - 1) / 399, 1 << (n % 8));
    for (std::size_t n = 1; n < 40; ++n) copies.push_back(whole.substr(0, n * whole.size() / 40));
    for (std::size_t cut = 1; cut < 100; cut += 7) copies.push_back(whole.substr(0, whole.size() - cut));
    constexpr std::size_t block = 512;
    for (std::size_t at = 0; at + block < whole.size(); at += block) {
        auto zeroed = std::string(whole).replace(at, block, block, '\0');
        if (zeroed != whole) copies.push_back(std::move(zeroed));
    }
    copies.push_back(whole + "x");
    return copies;
}

}  // namespace

TEST_CASE("every damaged copy of a result file is refused, and none ends the program") {
    const TemporaryFolder folder;
    write_herd(folder.file("a.h5"));
    REQUIRE(refusal_of(folder.file("a.h5")).empty());
    const auto copies = damaged_copies_of(read_whole(folder.file("a.h5")));
    REQUIRE(copies.size() > 600);
    const std::string path = folder.file("copy.h5");
    std::size_t damaged = 0, cut = 0;
    for (const auto& copy : copies) {
        std::ofstream(path, std::ios::binary) << copy;  // unlike write_whole it does not wait for the disk
        const std::string refusal = refusal_of(path);
        INFO(refusal);
        REQUIRE(refusal.find(path + ":1:1: ") != std::string::npos);
        damaged += refusal.find("its checksum does not match") != std::string::npos ? 1 : 0;
        cut += refusal.find("was cut off") != std::string::npos ? 1 : 0;
    }
    CHECK(damaged > 500);
    CHECK(cut > 50);
}

TEST_CASE("a result file of weefsel 0.1, which has no checksum, is refused with what to do") {
    const TemporaryFolder folder;
    write_herd(folder.file("new.h5"));
    const std::string whole = read_whole(folder.file("new.h5"));
    const std::size_t line = checksum_line("").size();
    write_whole(folder.file("old.h5"), whole.substr(0, whole.size() - line));
    CHECK_THAT(refusal_of(folder.file("old.h5")),
               Catch::Contains("made by weefsel 0.1") && Catch::Contains("make it again with this version"));
}

TEST_CASE("the checksum is the SHA-256 of all that stands before its line, however the file was built") {
    const TemporaryFolder folder;
    for (const auto built : {BuiltIn::memory, BuiltIn::disk}) {
        const std::string path = folder.file("a.h5");
        write_herd(path, built);
        const std::string whole = read_whole(path);
        const std::size_t before = whole.size() - checksum_line("").size();
        CHECK(whole.substr(before) == checksum_line(whole.substr(0, before)));
        CHECK(refusal_of(path).empty());
    }
    CHECK(checksum_line("abc") ==
          "\nweefsel sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n");
}

TEST_CASE("a disk that runs full at the checksum is an error with a reason") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a");
    write_whole(path, std::string(1000, 'x'));
    const LimitedFiles limit(1010);
    CHECK_THROWS_WITH(append_checksum_line(path), Catch::StartsWith(path) && Catch::Contains("too large"));
}

TEST_CASE("a file without a line, or shorter than one, has no checksum") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a");
    for (const std::string text : {"", "short",
                                   "dear reader, this letter is longer than the line that closes a "
                                   "file; it says nothing of weefsel sha256"}) {
        write_whole(path, text);
        CHECK(checksum_of(path) == Checksum::absent);
        append_checksum_line(path);
        CHECK(checksum_of(path) == Checksum::right);
    }
    CHECK_THROWS_WITH(checksum_of(folder.file("none")), Catch::Contains("No such file"));
}

}  // namespace weefsel::test_damaged_file
