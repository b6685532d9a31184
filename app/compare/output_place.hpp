#pragma once
#include <optional>
#include <string>

#include "analysis/results/parts.hpp"
#include "analysis/results/results_file.hpp"
#include "app/compare/lock.hpp"

namespace weefsel::app {

/// `out/STEM` for the scenario `some/folder/STEM.toml`.
std::string default_folder(const std::string& scenario);

/// Makes the folder (and its parents) and takes away again, at the end of the scope, those that it
/// made and that stayed empty. Throws CannotWrite when it cannot be made or written.
class OutputFolder {
public:
    explicit OutputFolder(const std::string& path);
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

private:
    std::string path_;
    std::string topmost_made_;
};

/// A place for results, which no other process works on while this lives.
class HeldPlace {
public:
    /// Makes `folder` and holds it alone, once it is judged that no results of another scenario or of other
    /// plugins (or something that is no results) are at `results` and no kept units of another run in
    /// `parts`; takes away what killed writers of `results` left. Throws sim::InputError, and CannotWrite;
    /// nothing is left behind then. With `force` results and kept units of others may go.
    HeldPlace(const std::string& folder, const std::string& results, const analysis::RunRecord& record,
              const analysis::Parts& parts, bool force);

private:
    std::optional<OutputFolder> made_;
    std::optional<Lock> lock_;
};

/// Takes away the folders of kept units at the end of the scope when none was kept.
struct EmptyPartsRemoved {
    explicit EmptyPartsRemoved(const analysis::Parts& p) : parts(p) {}
    ~EmptyPartsRemoved() { parts.remove_if_empty(); }
    EmptyPartsRemoved(const EmptyPartsRemoved&) = delete;
    EmptyPartsRemoved& operator=(const EmptyPartsRemoved&) = delete;
    const analysis::Parts& parts;
};

}  // namespace weefsel::app
