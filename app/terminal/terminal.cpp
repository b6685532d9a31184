#include "app/terminal/terminal.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "sim/plain_text.hpp"

namespace weefsel::app {
namespace {

void put_bytes(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
        throw CannotWrite(std::string("standard output: cannot be written: ") + std::strerror(errno));
    }
}

}  // namespace

void say(const std::string& line) {
    std::fputs((sim::plain_text(line) + "\n").c_str(), stderr);
    std::fflush(stderr);
}

void put(const std::string& text) { put_bytes(sim::plain_text(text)); }

void put_table(const std::string& text) {
    if (::isatty(STDOUT_FILENO) == 1) return put(text);
    put_bytes(text);
}

void ErrorSink::write(const std::string& text) {
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

bool ErrorSink::is_terminal() const { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace weefsel::app
