#pragma once
#include <atomic>

namespace weefsel::app {

/// From now on the first Ctrl-C (or SIGTERM) asks to stop, the second ends the program at once with
/// exit code 3. Nothing is lost: files are renamed into place only when whole.
void watch_for_interrupt();

/// True once a stop was asked for.
std::atomic<bool>& stop_asked();

}  // namespace weefsel::app
