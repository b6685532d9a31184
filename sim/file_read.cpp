// Reading what a user names: a file, or something that only looks like one.
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::sim {
namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20U;
constexpr std::size_t most_of_file = 4096 * mebibyte, most_of_other = 64 * mebibyte;
constexpr int patience = 5000;  // ms

std::string reason_of(int error) { return std::generic_category().message(error); }

[[noreturn]] void refuse(const std::string& path, const std::string& reason) {
    throw InputError(Place{path, 1, 1}, "cannot be read: " + reason);
}

std::string kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

/// An open file that does not wait for others, closed at the end of its scope.
class Opened {
public:
    explicit Opened(const std::string& path)
        : path_(path), fd_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {
        struct stat info {};
        if (fd_ < 0 || ::fstat(fd_, &info) != 0) refuse(path, reason_of(errno));
        if (S_ISDIR(info.st_mode)) {
            ::close(fd_);
            refuse(path, "it is a folder");
        }
        ordinary_ = S_ISREG(info.st_mode);
        size_ = ordinary_ ? static_cast<std::size_t>(info.st_size) : 0;
    }
    ~Opened() { ::close(fd_); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    [[nodiscard]] std::size_t size() const { return size_; }  ///< as far as it is known
    [[nodiscard]] std::size_t most() const { return ordinary_ ? most_of_file : most_of_other; }

    /// Waits for something to read, or the end; false when neither came in time.
    [[nodiscard]] bool wait() const {
        if (ordinary_) return true;
        pollfd asked{fd_, POLLIN, 0};
        return ::poll(&asked, 1, patience) != 0;
    }
    /// How many bytes were read; 0 at the end and of a pipe that nobody has opened to write, less where there
    /// is nothing yet.
    ssize_t read(char* to, std::size_t size) const {
        const auto got = ::read(fd_, to, size);
        if (got < 0 && errno != EINTR && errno != EAGAIN) refuse(path_, reason_of(errno));
        return got;
    }

private:
    const std::string& path_;
    int fd_;
    bool ordinary_ = false;
    std::size_t size_ = 0;
};

void refuse_larger(const std::string& path, std::size_t most) {
    refuse(path, "it is larger than " + std::to_string(most / mebibyte) + " MiB" +
                     (most == most_of_other ? ", which is as much as a pipe or a device may give" : ""));
}

}  // namespace

std::string read_whole(const std::string& path) {
    const Opened file(path);
    if (file.size() > file.most()) refuse_larger(path, file.most());
    std::string text;
    text.reserve(file.size());
    char part[1 << 16];
    for (;;) {
        const bool came = file.wait();
        const auto got = file.read(part, sizeof part);
        if (got == 0 && !came) refuse(path, "nobody writes to this pipe (what was read from a pipe is gone)");
        if (got == 0) return text;
        if (got < 0) continue;
        text.append(part, static_cast<std::size_t>(got));
        if (text.size() > file.most()) refuse_larger(path, file.most());
    }
}

bool is_regular_file(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

std::string canonical_name(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::weakly_canonical(path, ignored).string();
}

void require_regular_file(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        if (errno == ENOENT) throw InputError(Place{path, 1, 1}, "there is no such file");
        refuse(path, reason_of(errno));
    }
    if (!S_ISREG(info.st_mode))
        refuse(path, "it is no ordinary file but " + kind_of(info.st_mode) + "; save it as a file first");
}

}  // namespace weefsel::sim
