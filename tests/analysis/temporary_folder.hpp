#pragma once
#include <filesystem>
#include <string>

#include <stdlib.h>

namespace weefsel::analysis {

/// A new folder, gone at the end of the scope.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string form = (std::filesystem::temp_directory_path() / "weefsel-test-XXXXXX").string();
        path_ = ::mkdtemp(form.data());
    }
    ~TemporaryFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace weefsel::analysis
