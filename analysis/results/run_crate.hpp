#pragma once
#include <string>
#include <vector>

namespace weefsel::analysis {

/// Name of the file of provenance in a folder.
inline constexpr const char* crate_name = "ro-crate-metadata.json";

/// A file of a result folder, as its provenance tells it.
struct CrateFile {
    std::string name;    ///< within the folder; letters that need no escape in a URI
    std::string path;    ///< where it can be read now (say aside, before it is put in place)
    std::string says;    ///< what is in it
    std::string format;  ///< media type
    std::string called;  ///< the name under which a person gave it, when that was another; may be empty
};

/// A file that lies in `folder` under `name`.
CrateFile crate_file(const std::string& folder, const std::string& name, const std::string& says,
                     const std::string& format, const std::string& called = "");

/// One run of the program that made a folder of results.
struct RunCrate {
    std::string title, question;
    std::string command;            ///< as typed
    std::string started, ended;     ///< UTC, as time_now gives it
    std::vector<CrateFile> inputs;  ///< lie in the folder too
    std::vector<CrateFile> results;
};

/// Provenance of a folder of results as ro-crate-metadata.json: RO-Crate 1.1, profile Process Run Crate 0.5,
/// with size and SHA-256 of each file. What is described must lie on disk as it will stay. Throws
/// std::runtime_error with path and reason. Source: https://w3id.org/ro/crate/1.1,
/// https://w3id.org/ro/wfrun/process/0.5.
std::string run_crate_json(const RunCrate& crate);
/// Writes that to `folder`.
void write_crate(const std::string& folder, const RunCrate& crate);

}  // namespace weefsel::analysis
