#pragma once
#include <sys/resource.h>

#include "sim/file_aside.hpp"

/// For its scope no file may grow beyond `bytes`: a write beyond fails, as on a full disk.
class LimitedFiles {
public:
    explicit LimitedFiles(rlim_t bytes) {
        weefsel::sim::let_oversize_writes_fail();
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~LimitedFiles() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    LimitedFiles(const LimitedFiles&) = delete;
    LimitedFiles& operator=(const LimitedFiles&) = delete;

private:
    rlimit before_{};
};
