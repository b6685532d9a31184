#pragma once
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace weefsel {

/// Path of a file of ../shared/data (or of the folder WEEFSEL_DATA), which the project does not ship. Empty
/// where that whole folder is absent: the test has the tag [data] and ends there, and ctest shows it as
/// skipped (tests/CMakeLists.txt looks for these words). A folder that is there and lacks the file fails the
/// test.
inline std::string beside_project(const std::string& name) {
    const char* elsewhere = std::getenv("WEEFSEL_DATA");
    const auto folder = elsewhere != nullptr
                            ? std::filesystem::path(elsewhere)
                            : std::filesystem::path(WEEFSEL_SOURCE_DIR) / ".." / "shared" / "data";
    if (!std::filesystem::is_directory(folder)) {
        WARN("skipped: no data beside the project, so no " << name);
        return {};
    }
    if (!std::filesystem::exists(folder / name)) FAIL("../shared/data lacks " << name);
    return (folder / name).string();
}

}  // namespace weefsel
