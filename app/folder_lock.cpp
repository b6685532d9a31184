#include "app/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "app/terminal.hpp"
#include "sim/error.hpp"

namespace weefsel::app {

FolderLock::FolderLock(const std::string& folder)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ < 0) throw CannotWrite(folder + ": cannot be opened: " + std::strerror(errno));
    if (::flock(folder_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    ::close(folder_);
    throw sim::InputError({folder, 1, 1},
                          "another process works in this folder; wait for it, or name another with -o");
}

FolderLock::~FolderLock() { ::close(folder_); }

}  // namespace weefsel::app
