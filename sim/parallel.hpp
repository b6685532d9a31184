#pragma once
#include <atomic>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace weefsel::sim {

/// An item that threw: which one and why.
struct Failure {
    std::size_t item;
    std::string reason;
};

/// Calls `work(item)` for 0 <= item < n on up to `threads` threads (0: all cores), items side by
/// side, each exactly once. What an item throws is collected, and the others go on. When `stop`
/// becomes true no new item begins. Returns the failures in order of item.
std::vector<Failure> parallel_for_each(std::size_t n, int threads,
                                       const std::function<void(std::size_t)>& work,
                                       const std::atomic<bool>* stop = nullptr);

/// `3 of 30 worlds failed: REASON (world 4), REASON (world 9), and 1 more`, items counted from 1;
/// empty when none failed.
std::string describe(const std::vector<Failure>& failures, std::size_t n, const std::string& item_name);

int available_threads();

}  // namespace weefsel::sim
