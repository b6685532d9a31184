#include "app/terminal.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace weefsel::app {

void say(const std::string& line) {
    std::fputs((line + "\n").c_str(), stderr);
    std::fflush(stderr);
}

void put(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
        throw CannotWrite(std::string("standard output: cannot be written: ") + std::strerror(errno));
    }
}

void ErrorSink::write(const std::string& text) {
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

bool ErrorSink::is_terminal() const { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace weefsel::app
