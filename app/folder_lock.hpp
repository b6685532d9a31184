#pragma once
#include <string>

namespace weefsel::app {

/// Holds a folder for one process while it lives, without a file. Throws sim::InputError when another process
/// holds it, CannotWrite when it cannot be opened. A disk that has no locks refuses nobody.
class FolderLock {
public:
    explicit FolderLock(const std::string& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int folder_ = -1;
};

}  // namespace weefsel::app
