#include "sim/file_aside.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "sim/error.hpp"
#include "tests/sim/limited_files.hpp"
#include "tests/sim/temporary_folder.hpp"

namespace weefsel::test_file_aside {
using namespace weefsel::sim;

namespace {

std::string error_of(const std::string& path, const std::string& text) {
    try {
        write_whole(path, text);
    } catch (const std::runtime_error& e) { return e.what(); }
    return "none";
}

}  // namespace

TEST_CASE("a file is written whole and leaves nothing beside it") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.txt");
    write_whole(path, "one");
    write_whole(path, std::string("two\0three", 9));
    CHECK(read_whole(path) == std::string("two\0three", 9));
    write_whole(path, "");
    CHECK(read_whole(path).empty());
    CHECK(folder.names() == std::vector<std::string>{"a.txt"});
}

TEST_CASE("what a killed writer left is taken away, and nothing else") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.txt");
    const std::string others = "a.txt a.txt.mine.part a.txt.part b.txt.17-42-0.part a.txt.17-42-0.part2";
    std::istringstream names(others);
    for (std::string name; names >> name;) write_whole(folder.file(name), "mine");
    write_whole(name_aside(path), "half");  // written under such a name, and left
    write_whole(folder.file("a.txt.17-42-3.part"), "half");
    remove_leftovers(path);
    const auto left = [&] {
        auto out = folder.names();
        std::sort(out.begin(), out.end());
        return out;
    };
    CHECK(left() == std::vector<std::string>{"a.txt", "a.txt.17-42-0.part2", "a.txt.mine.part", "a.txt.part",
                                             "b.txt.17-42-0.part"});
    std::filesystem::create_symlink(folder.file("b.txt"), folder.file("link.txt"));
    write_whole(folder.file("b.txt"), "whole");
    remove_leftovers(folder.file("link.txt"));
    CHECK(left().size() == 6);
    write_whole(folder.file("c.txt.17-42-0.part"), "half");
    remove_leftovers_in(folder.file(""));
    CHECK(left().size() == 6);
    CHECK_NOTHROW(remove_leftovers(folder.file("none/a.txt")));
}

TEST_CASE("a link is written through and stays a link") {
    const TemporaryFolder folder;
    write_whole(folder.file("real.txt"), "one");
    std::filesystem::create_symlink("real.txt", folder.file("link.txt"));
    write_whole(folder.file("link.txt"), "two");
    CHECK(std::filesystem::is_symlink(folder.file("link.txt")));
    CHECK(read_whole(folder.file("real.txt")) == "two");
}

TEST_CASE("a write that cannot succeed says where and why, and leaves the old file") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.txt");
    write_whole(path, "old");
    CHECK(error_of(folder.file("none/a.txt"), "x").find("there is no folder") != std::string::npos);
    CHECK(error_of(folder.file(""), "x").find("it is a folder") != std::string::npos);
    CHECK_THROWS_AS(refuse_unwritable(folder.file("none/a.txt")), std::runtime_error);
    CHECK_NOTHROW(refuse_unwritable(path));
    {
        const LimitedFiles limit(1000);
        const std::string error = error_of(path, std::string(100'000, 'x'));
        CHECK(error.find(path) == 0);
        CHECK(error.find("File too large") != std::string::npos);
    }
    CHECK(read_whole(path) == "old");
    CHECK(folder.names() == std::vector<std::string>{"a.txt"});
}

TEST_CASE("a full device is noticed and not replaced") {
    if (!std::filesystem::is_character_file("/dev/full")) return;
    CHECK(error_of("/dev/full", "x").find("No space left on device") != std::string::npos);
    CHECK(std::filesystem::is_character_file("/dev/full"));
    CHECK_NOTHROW(refuse_unwritable("/dev/full"));
}

TEST_CASE("a pipe is read to its end, and one to which nobody writes is refused") {
    const TemporaryFolder folder;
    const std::string pipe = folder.file("pipe");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_WITH(read_whole(pipe), Catch::Contains("pipe:1:1: cannot be read: nobody writes"));
    // A writer that pauses, and writes more than fits into a pipe at once.
    const std::string half(100'000, 'x');
    std::thread writer([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        std::ofstream out(pipe);
        out << half << std::flush;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        out << half;
    });
    const std::string text = read_whole(pipe);
    writer.join();
    CHECK(text == half + half);
    CHECK_FALSE(is_regular_file(pipe));
    CHECK_THROWS_WITH(require_regular_file(pipe), Catch::Contains("no ordinary file but a pipe"));
}

TEST_CASE("what never ends is refused before it fills the memory") {
    CHECK_THROWS_WITH(read_whole("/dev/zero"),
                      Catch::Contains("/dev/zero:1:1: cannot be read: it is larger than 64 MiB"));
    CHECK_THROWS_WITH(require_regular_file("/dev/zero"), Catch::Contains("a device"));
    const TemporaryFolder folder;
    const std::string vast = folder.file("vast");
    write_whole(vast, "");
    std::filesystem::resize_file(vast, std::uintmax_t{1} << 40U);  // a hole: it takes no room
    CHECK_THROWS_WITH(read_whole(vast), Catch::Contains("larger than 4096 MiB"));
    CHECK(is_regular_file(vast));
    CHECK_NOTHROW(require_regular_file(vast));
    CHECK_THROWS_WITH(require_regular_file(folder.file("none")), Catch::Contains("there is no such file"));
    CHECK_THROWS_WITH(require_regular_file(folder.file("")), Catch::Contains("a folder"));
    CHECK(read_whole("/dev/null").empty());
}

TEST_CASE("a file that cannot be read is wrong input") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(read_whole(folder.file("none")),
                      Catch::Contains("none:1:1: cannot be read: No such file"));
    CHECK_THROWS_AS(read_whole(folder.file("")), InputError);
}

}  // namespace weefsel::test_file_aside
