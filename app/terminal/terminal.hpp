#pragma once
#include <stdexcept>
#include <string>

#include "sim/progress.hpp"

namespace weefsel::app {

/// A place that cannot be written: no permission, no such folder, a full disk. Exit code 2.
class CannotWrite : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Runs `write`; a std::runtime_error of it (not wrong input) becomes CannotWrite.
template <class Write>
void writing(Write&& write);

// Whatever names and titles of others hold, it does nothing to the terminal (see sim::plain_text).

/// A message for people, on standard error.
void say(const std::string& line);
/// Text for people or JSON, on standard output. Throws CannotWrite when it cannot be written.
void put(const std::string& text);
/// A table for programs, on standard output: byte for byte, unless a terminal shows it.
void put_table(const std::string& text);

/// Where progress is shown: standard error. It writes what moves the cursor: no text of others may come in.
class ErrorSink : public sim::Progress::Sink {
public:
    void write(const std::string& text) override;
    [[nodiscard]] bool is_terminal() const override;
};

}  // namespace weefsel::app

#include "sim/error.hpp"

template <class Write>
void weefsel::app::writing(Write&& write) {
    try {
        write();
    } catch (const sim::InputError&) { throw; } catch (const std::runtime_error& e) {
        throw CannotWrite(e.what());
    }
}
