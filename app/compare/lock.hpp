#pragma once
#include <string>

namespace weefsel::app {

/// Whether others may hold it too.
enum class Hold { alone, together };

/// An open file or folder that this process holds while this lives; a process that is killed lets go. A disk
/// that has no locks refuses nobody, so nothing may be spoilt where two hold the same: files are written
/// aside under names of their own.
class Lock {
public:
    /// Opens a log for adding lines, made where it is not there, or a folder. Throws CannotWrite when it
    /// cannot be opened; see is_held for whether others hold it.
    Lock(const std::string& path, Hold hold);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    /// False: another process holds it in a way that does not go together with this one.
    [[nodiscard]] bool held() const { return held_; }
    /// Throws sim::InputError at the path, with `why`, unless it is held.
    void require(const std::string& why) const;
    /// What was held alone is from now on held together with others.
    void share();
    [[nodiscard]] int file() const { return file_; }

private:
    std::string path_;
    int file_ = -1;
    bool held_ = false;
};

/// Whether another process holds a file alone. Asks without changing anything; those who ask at once do not
/// see each other.
bool is_held(const std::string& path);

}  // namespace weefsel::app
