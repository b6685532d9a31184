#include "sim/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>

#include "sim/plain_text.hpp"

namespace weefsel::sim {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto redraw_every = std::chrono::milliseconds(100);
constexpr auto line_every = std::chrono::seconds(10);
constexpr std::size_t bar_width = 20;

/// `share` of the whole, 0..1.
std::string bar(double share) {
    const auto filled = static_cast<std::size_t>(static_cast<double>(bar_width) * share);
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
    Words words;
    std::size_t total;
    Sink* sink;
    std::mutex mutex;
    std::size_t done = 0;
    std::size_t done_before = 0;  ///< found finished: says nothing about speed
    std::size_t ticks_an_item = 0, ticks = 0;
    bool finished = false;
    bool drawn = false;
    Clock::time_point start = Clock::now();
    Clock::time_point last = start;

    /// Items worked on and done here, those under way in part.
    [[nodiscard]] double worked() const {
        const auto whole = static_cast<double>(done - done_before);
        if (ticks_an_item == 0) return whole;
        const auto in_parts = static_cast<double>(ticks) / static_cast<double>(ticks_an_item);
        return std::clamp(in_parts, whole, static_cast<double>(total - done_before));
    }
    [[nodiscard]] double share() const {
        return total == 0 ? 1.0 : (static_cast<double>(done_before) + worked()) / static_cast<double>(total);
    }
    [[nodiscard]] std::string left() const {
        const double so_far = worked();
        if (so_far == 0 || done >= total) return {};
        const double spent = std::chrono::duration<double>(Clock::now() - start).count();
        const double rest = static_cast<double>(total - done_before) - so_far;
        return duration_text(spent / so_far * rest) + " " + words.left;
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
            sink->write(fmt::format("\r\033[K{} {} {}/{}{}", what, bar(share()), done, total,
                                    rest.empty() ? "" : "  " + rest));
        } else {
            const std::string part =
                ticks_an_item == 0 ? std::string() : fmt::format(" ({:.0f} %)", std::floor(100 * share()));
            sink->write(fmt::format("{}: {} {} {}{}{}\n", what, done, words.of, total, part,
                                    rest.empty() ? "" : ", " + rest));
        }
        drawn = true;
    }
};

Progress::Progress(std::string what, std::size_t total, Sink* sink, std::size_t ticks)
    : Progress(std::move(what), total, sink, ticks, Words{}) {}

Progress::Progress(std::string what, std::size_t total, Sink* sink, std::size_t ticks, Words words)
    : impl_(std::make_unique<Impl>()) {
    impl_->what = std::move(what);
    impl_->words = std::move(words);
    impl_->total = total;
    impl_->sink = sink;
    impl_->ticks_an_item = ticks;
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

void Progress::tick() {
    const std::lock_guard lock(impl_->mutex);
    ++impl_->ticks;
    impl_->show(false);
}

void Progress::already_done(std::size_t n) {
    const std::lock_guard lock(impl_->mutex);
    const std::size_t before = impl_->done;
    impl_->done = std::min(before + n, impl_->total);
    impl_->done_before += impl_->done - before;
    impl_->show(false);
}

void Progress::note(const std::string& text) {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->sink == nullptr || impl_->finished) return;
    const bool terminal = impl_->sink->is_terminal();
    impl_->sink->write((terminal ? "\r\033[K" : "") + plain_text(text) + "\n");
    if (terminal) impl_->show(true);
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
