#include "sim/parallel.hpp"

#include <algorithm>
#include <exception>
#include <mutex>

#ifdef _OPENMP
#include <omp.h>
#elif !defined(__wasm__)
#include <thread>
#endif

namespace weefsel::sim {
namespace {

/// Runs one item; what it throws becomes a failure.
class Guarded {
public:
    Guarded(const std::function<void(std::size_t)>& work, const std::atomic<bool>* stop)
        : work_(work), stop_(stop) {}

    [[nodiscard]] bool stopped() const { return stop_ != nullptr && stop_->load(std::memory_order_relaxed); }

    void run(std::size_t item) noexcept {
        if (stopped()) return;
        try {
            work_(item);
        } catch (const std::exception& e) { note(item, e.what()); } catch (...) {
            note(item, "an error of unknown kind");
        }
    }

    std::vector<Failure> failures() {
        std::sort(failures_.begin(), failures_.end(),
                  [](const Failure& a, const Failure& b) { return a.item < b.item; });
        return std::move(failures_);
    }

private:
    void note(std::size_t item, const char* reason) {
        const std::lock_guard lock(mutex_);
        failures_.push_back({item, reason});
    }

    const std::function<void(std::size_t)>& work_;
    const std::atomic<bool>* stop_;
    std::mutex mutex_;
    std::vector<Failure> failures_;
};

#ifdef __wasm__
int team_of(std::size_t, int) { return 1; }
#else
int team_of(std::size_t n, int threads) {
    const auto wanted = static_cast<std::size_t>(threads > 0 ? threads : available_threads());
    return static_cast<int>(std::min(wanted, std::max<std::size_t>(n, 1)));
}
#endif

}  // namespace

int available_threads() {
#ifdef _OPENMP
    return std::max(1, omp_get_max_threads());
#elif defined(__wasm__)
    return 1;  // a page has as many engines as it wants threads
#else
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
#endif
}

std::vector<Failure> parallel_for_each(std::size_t n, int threads,
                                       const std::function<void(std::size_t)>& work,
                                       const std::atomic<bool>* stop) {
    Guarded guarded(work, stop);
    const int team = team_of(n, threads);
    if (team == 1) {  // OpenMP would make its threads anew for every loop inside a team of one
        for (std::size_t item = 0; item < n; ++item) guarded.run(item);
        return guarded.failures();
    }
#ifdef _OPENMP
#pragma omp parallel for schedule(dynamic, 1) num_threads(team)
    for (std::size_t item = 0; item < n; ++item) guarded.run(item);
#elif !defined(__wasm__)
    std::atomic<std::size_t> next{0};
    const auto take_items = [&] {
        for (std::size_t item = next++; item < n; item = next++) guarded.run(item);
    };
    std::vector<std::jthread> others;
    for (int t = 1; t < team; ++t) others.emplace_back(take_items);
    take_items();
    others.clear();  // joins
#endif
    return guarded.failures();
}

std::string describe(const std::vector<Failure>& failures, std::size_t n, const std::string& item_name) {
    if (failures.empty()) return {};
    constexpr std::size_t shown = 2;
    std::string out = std::to_string(failures.size()) + " of " + std::to_string(n) + " " + item_name +
                      (n == 1 ? "" : "s") + " failed: ";
    for (std::size_t i = 0; i < std::min(shown, failures.size()); ++i) {
        if (i > 0) out += ", ";
        out += failures[i].reason + " (" + item_name + " " + std::to_string(failures[i].item + 1) + ")";
    }
    if (failures.size() > shown) out += ", and " + std::to_string(failures.size() - shown) + " more";
    return out;
}

}  // namespace weefsel::sim
