#include "app/compare/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>

#include "app/terminal/terminal.hpp"
#include "sim/error.hpp"

namespace weefsel::app {
namespace {

int opened(const std::string& path) {
    constexpr int everyone = 0666;
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, everyone);
}

/// Whether nobody stands in the way. Some disks have no locks: there nobody does.
bool takes(int file, int how) { return ::flock(file, how | LOCK_NB) == 0 || errno != EWOULDBLOCK; }

/// Whether the path still leads to what was opened: who let go of it may have taken it away before.
bool leads_to(const std::string& path, int file) {
    struct stat there {
    }, own{};
    return ::stat(path.c_str(), &there) == 0 && ::fstat(file, &own) == 0 && there.st_dev == own.st_dev &&
           there.st_ino == own.st_ino;
}

}  // namespace

Lock::Lock(const std::string& path, Hold hold) : path_(path), file_(opened(path)) {
    if (file_ < 0) throw CannotWrite(path + ": cannot be opened: " + std::strerror(errno));
    // Whoever asks (is_held) holds it for an instant, which is no reason to be refused.
    constexpr int tries = 10;
    constexpr auto instant = std::chrono::milliseconds(10);
    for (int i = 0; i < tries && !held_; ++i) {
        if (i > 0) std::this_thread::sleep_for(instant);
        held_ = takes(file_, hold == Hold::alone ? LOCK_EX : LOCK_SH) && leads_to(path_, file_);
    }
}

Lock::~Lock() { ::close(file_); }

void Lock::require(const std::string& why) const {
    if (!held_) throw sim::InputError({path_, 1, 1}, why);
}

void Lock::share() { held_ = takes(file_, LOCK_SH); }

bool is_held(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool held = !takes(file, LOCK_SH);
    ::close(file);
    return held;
}

}  // namespace weefsel::app
