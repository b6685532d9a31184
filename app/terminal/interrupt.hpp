#pragma once
#include <atomic>

namespace weefsel::app {

/// From now on the first Ctrl-C (or SIGTERM, or a terminal that goes) asks to stop; a second Ctrl-C or
/// SIGTERM ends the program at once with exit code 3. Who began it with nohup keeps it when the terminal
/// goes. Nothing is lost: files are renamed into place only when whole.
void watch_for_interrupt();

/// True once a stop was requested.
std::atomic<bool>& stop_requested();

}  // namespace weefsel::app
