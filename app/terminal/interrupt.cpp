#include "app/terminal/interrupt.hpp"

#include <unistd.h>

#include <csignal>

#include "app/terminal/exit_codes.hpp"

namespace weefsel::app {
namespace {

std::atomic<bool> requested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch what is lock free");

/// A terminal that goes may say so twice, itself and through its shell, which is no impatience.
extern "C" void on_signal(int signal) {
    if (requested.exchange(true) && signal != SIGHUP) ::_exit(exit_interrupted);
}

}  // namespace

void watch_for_interrupt() {
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
    struct sigaction before {};
    if (::sigaction(SIGHUP, nullptr, &before) != 0 || before.sa_handler != SIG_IGN)
        std::signal(SIGHUP, on_signal);
}

std::atomic<bool>& stop_requested() { return requested; }

}  // namespace weefsel::app
