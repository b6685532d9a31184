#include <sys/syscall.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <mutex>
#include <set>

#include "sim/column.hpp"
#include "sim/id.hpp"
#include "sim/parallel.hpp"

namespace weefsel::test_parallel {
using namespace weefsel::sim;

#ifdef WEEFSEL_OPENMP
TEST_CASE("the loops of a single item share their threads: none is made anew for each of them") {
    std::mutex guard;
    std::set<long> seen;
    parallel_for_each(1, 1, [&](std::size_t) {
        for (int month = 0; month < 50; ++month)
            parallel_for_each(2, 2, [&](std::size_t) {
                const std::lock_guard lock(guard);
                seen.insert(syscall(SYS_gettid));
            });
    });
    CHECK(seen.size() <= 2);
}
#endif

TEST_CASE("a column that grows row by row leaves little of its memory unused, and moves seldom") {
    struct Tag {};
    Column<Id<Tag, std::uint16_t>, float> column;
    int moved = 0;
    const float* at = nullptr;
    for (std::size_t n = 1; n <= 5000; ++n) {
        column.grow(n);
        if (column.data() != at) ++moved;
        at = column.data();
        if (n > 100) REQUIRE(column.capacity() <= n + n / 16 + 1);
    }
    CHECK(column.size() == 5000);
    CHECK(moved < 200);
}

}  // namespace weefsel::test_parallel
