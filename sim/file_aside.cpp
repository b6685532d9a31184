#include "sim/file_aside.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <random>
#include <regex>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "sim/error.hpp"

namespace weefsel::sim {
namespace {

constexpr int everyone = 0666;  // the umask takes away what it must

std::string reason_of(int error) { return std::generic_category().message(error); }

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
    throw std::runtime_error(path + ": cannot be written: " + reason);
}

/// An open file that is closed at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool is_open() const { return fd_ >= 0; }
    /// Closes now; false (errno set) when the system only now reports a failed write.
    [[nodiscard]] bool close() {
        const int fd = fd_;
        fd_ = -1;
        return ::close(fd) == 0;
    }

private:
    int fd_;
};

/// Where the file is in the end: a link is followed, so that it stays a link.
std::string resolved(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_symlink(path, error)) return path;
    const auto target = std::filesystem::canonical(path, error);
    return error ? path : target.string();
}

void refuse_wrong_place(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) fail(path, "it is a folder");
    const auto folder = std::filesystem::path(resolved(path)).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, error)) {
        fail(path, "there is no folder " + folder.string());
    }
}

bool is_special(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

/// Writes all of `text`; false (errno set) when the system refuses.
bool write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

void write_directly(const std::string& path, std::string_view text) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.is_open() || !write_all(file.get(), text) || !file.close()) fail(path, reason_of(errno));
}

void sync_folder_of(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path();
    const Descriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC));
    if (opened.is_open()) ::fsync(opened.get());  // some file systems cannot; the file itself is safe
}

/// The name of the file that was being written under a name of name_aside; empty of any other name.
std::string name_meant(const std::string& aside) {
    static const std::regex pattern(R"((.+)\.[0-9]+-[0-9]+-[0-9]+\.part)");
    std::smatch found;
    return std::regex_match(aside, found, pattern) ? found[1].str() : std::string();
}

template <class Meant>
void remove_asides(const std::filesystem::path& folder, Meant&& meant) {
    std::error_code error;
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder.empty() ? "." : folder, error)) {
        const auto name = name_meant(entry.path().filename().string());
        if (!name.empty() && meant(name)) found.push_back(entry.path());
    }
    for (const auto& path : found) std::filesystem::remove(path, error);  // what stays is in nobody's way
}

}  // namespace

std::string name_aside(const std::string& path) {
    // Processes on two machines that write to one disk may have one number: each container counts from 1.
    static const unsigned of_process = std::random_device{}();
    static std::atomic<unsigned> count{0};
    return resolved(path) + "." + std::to_string(::getpid()) + "-" + std::to_string(of_process) + "-" +
           std::to_string(count++) + ".part";
}

void remove_leftovers(const std::string& path) {
    const std::filesystem::path target(resolved(path));
    const auto own = target.filename().string();
    remove_asides(target.parent_path(), [&](const std::string& name) { return name == own; });
}

void remove_leftovers_in(const std::string& folder) {
    remove_asides(folder, [](const std::string&) { return true; });
}

void refuse_unwritable(const std::string& path) {
    if (is_special(path)) return;
    refuse_wrong_place(path);
    const std::string aside = name_aside(path);
    const Descriptor file(::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, everyone));
    if (!file.is_open()) fail(path, reason_of(errno));
    ::unlink(aside.c_str());
}

void put_in_place(const std::string& aside, const std::string& path) {
    const std::string target = resolved(path);
    if (std::rename(aside.c_str(), target.c_str()) != 0) fail(path, reason_of(errno));
    sync_folder_of(target);
}

void sync_file(const std::string& path) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC));
    if (!file.is_open() || ::fsync(file.get()) != 0 || !file.close()) fail(path, reason_of(errno));
}

void write_whole(const std::string& path, std::string_view text) {
    if (is_special(path)) return write_directly(path, text);
    refuse_wrong_place(path);
    const std::string aside = name_aside(path);
    try {
        Descriptor file(::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, everyone));
        if (!file.is_open() || !write_all(file.get(), text) || ::fsync(file.get()) != 0 || !file.close()) {
            fail(path, reason_of(errno));
        }
        put_in_place(aside, path);
    } catch (...) {
        ::unlink(aside.c_str());
        throw;
    }
}

void let_oversize_writes_fail() {
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

}  // namespace weefsel::sim
