#pragma once
#include <string>

#include "analysis/parts.hpp"

namespace weefsel::app {

/// `out/STEM` for the scenario `some/folder/STEM.toml`.
std::string default_folder(const std::string& scenario);

/// Judges a place for results before anything is run: whether a result file of another scenario
/// (or something that is none) is there, and whether kept units of another run are. Throws
/// sim::InputError; with `force` kept units of others are removed instead.
void judge_place(const std::string& result_file, const std::string& sha256, const analysis::Parts& parts,
                 bool force);

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

/// Takes away the folders of kept units at the end of the scope when none was kept.
struct EmptyPartsRemoved {
    explicit EmptyPartsRemoved(const analysis::Parts& p) : parts(p) {}
    ~EmptyPartsRemoved() { parts.remove_if_empty(); }
    EmptyPartsRemoved(const EmptyPartsRemoved&) = delete;
    EmptyPartsRemoved& operator=(const EmptyPartsRemoved&) = delete;
    const analysis::Parts& parts;
};

}  // namespace weefsel::app
