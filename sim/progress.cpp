#include "sim/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <mutex>

namespace weefsel::sim {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto redraw_every = std::chrono::milliseconds(100);
constexpr auto line_every = std::chrono::seconds(10);
constexpr std::size_t bar_width = 20;

std::string bar(std::size_t done, std::size_t total) {
    const std::size_t filled = total == 0 ? bar_width : bar_width * done / total;
    std::string out(filled, '=');
    if (filled < bar_width) out += '>';
    out.resize(bar_width, ' ');
    return "[" + out + "]";
}

}  // namespace

std::string duration_text(double seconds) {
    constexpr long long minute = 60, hour = 60 * minute, day = 24 * hour;
    const auto s = static_cast<long long>(std::clamp(seconds, 0.0, 1e9) + 0.5);
    if (s < minute) return fmt::format("{} s", s);
    if (s < hour) return fmt::format("{} min {} s", s / minute, s % minute);
    if (s < day) return fmt::format("{} h {} min", s / hour, s % hour / minute);
    return fmt::format("{} d {} h", s / day, s % day / hour);
}

struct Progress::Impl {
    std::string what;
    std::size_t total;
    Sink* sink;
    std::mutex mutex;
    std::size_t done = 0;
    std::size_t done_before = 0;  ///< found finished: says nothing about speed
    bool finished = false;
    bool drawn = false;
    Clock::time_point start = Clock::now();
    Clock::time_point last = start;

    [[nodiscard]] std::string left() const {
        const std::size_t worked = done - done_before;
        if (worked == 0 || done >= total) return {};
        const double spent = std::chrono::duration<double>(Clock::now() - start).count();
        const double each = spent / static_cast<double>(worked);
        return duration_text(each * static_cast<double>(total - done)) + " left";
    }

    void show(bool now) {
        if (sink == nullptr || finished) return;
        const bool terminal = sink->is_terminal();
        const auto time = Clock::now();
        if (!now && time - last < (terminal ? Clock::duration(redraw_every) : Clock::duration(line_every)))
            return;
        last = time;
        const std::string rest = left();
        if (terminal) {
            // Return to the start of the line and clear it: what was there may have been longer.
            sink->write(fmt::format("\r\033[K{} {} {}/{}{}", what, bar(done, total), done, total,
                                    rest.empty() ? "" : "  " + rest));
        } else {
            sink->write(fmt::format("{}: {} of {}{}\n", what, done, total, rest.empty() ? "" : ", " + rest));
        }
        drawn = true;
    }
};

Progress::Progress(std::string what, std::size_t total, Sink* sink) : impl_(std::make_unique<Impl>()) {
    impl_->what = std::move(what);
    impl_->total = total;
    impl_->sink = sink;
    if (sink != nullptr && sink->is_terminal()) impl_->show(true);
}

Progress::~Progress() {
    try {
        finish();
    } catch (...) {
        // what cannot be told is not worth ending the program for
    }
}

void Progress::advance(std::size_t n) {
    const std::lock_guard lock(impl_->mutex);
    impl_->done = std::min(impl_->done + n, impl_->total);
    impl_->show(false);
}

void Progress::already_done(std::size_t n) {
    const std::lock_guard lock(impl_->mutex);
    const std::size_t before = impl_->done;
    impl_->done = std::min(before + n, impl_->total);
    impl_->done_before += impl_->done - before;
    impl_->show(false);
}

void Progress::finish() {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->finished) return;
    if (impl_->sink != nullptr && impl_->drawn) {
        impl_->show(true);
        if (impl_->sink->is_terminal()) impl_->sink->write("\n");
    }
    impl_->finished = true;
}

}  // namespace weefsel::sim
