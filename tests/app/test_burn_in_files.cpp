#include <catch2/catch.hpp>
#include <filesystem>

#include "../analysis/temporary_folder.hpp"
#include "app/compare/burn_in_files.hpp"

namespace weefsel::test_burn_in_files {
using namespace weefsel::app;

namespace {

/// A state of one neighbourhood that holds so many streets' worth of nothing.
Municipality state_of(std::size_t bytes) {
    Municipality m;
    m.neighbourhoods.resize(1);
    m.neighbourhoods[0].norms.death_expected.assign(bytes / sizeof(double), 1.5);
    return m;
}

std::size_t files_in(const std::string& folder) {
    std::size_t n = 0;
    for (const auto& at : std::filesystem::recursive_directory_iterator(folder))
        n += at.is_regular_file() ? 1 : 0;
    return n;
}

}  // namespace

TEST_CASE("what is kept comes back as it was, under its own key only") {
    const analysis::TemporaryFolder folder;
    const BurnInFiles files(folder.path(), 1);
    const auto store = files.store();
    auto kept = state_of(800);
    store.keep("a", kept);
    Municipality back, other;
    CHECK(store.load("a", back));
    CHECK_FALSE(store.load("b", other));
    REQUIRE(back.neighbourhoods.size() == 1);
    CHECK(back.neighbourhoods[0].norms.death_expected == kept.neighbourhoods[0].norms.death_expected);
}

TEST_CASE("a study that would fill more than half of the room keeps nothing") {
    const analysis::TemporaryFolder folder;
    auto state = state_of(1000);
    for (const std::size_t units : {5, 500}) {
        const BurnInFiles files(folder.path(), units, 20000);
        files.store().keep(std::to_string(units), state);
    }
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what was not used for longest goes first when the room is full") {
    const analysis::TemporaryFolder folder;
    const auto keep = [&](const char* key, std::size_t most) {
        const BurnInFiles files(folder.path(), 1, most);
        auto state = state_of(100'000);
        files.store().keep(key, state);
    };
    keep("a", 1'000'000);
    keep("b", 1'000'000);
    {
        const BurnInFiles files(folder.path(), 1);
        Municipality used;
        CHECK(files.store().load("a", used));
    }
    keep("c", 250'000);
    Municipality a, b, c;
    const BurnInFiles files(folder.path(), 1);
    CHECK(files.store().load("a", a));
    CHECK_FALSE(files.store().load("b", b));
    CHECK(files.store().load("c", c));
}

TEST_CASE("without a folder, or in one that cannot be made, nothing is kept and nothing fails") {
    CHECK_FALSE(BurnInFiles("", 1).store().load);
    CHECK_FALSE(BurnInFiles("/dev/null/weefsel", 1).store().load);
}

}  // namespace weefsel::test_burn_in_files
