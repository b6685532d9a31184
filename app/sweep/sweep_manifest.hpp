#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/results/sweep_file.hpp"

namespace weefsel::app {

/// What manifest.json of a sweep's folder says: all that is needed to go on with it, to tell how far it is
/// and to merge it, without the design or the scenario that it came from. Equal for all shards.
struct SweepManifest {
    std::string kind;  ///< of the design
    analysis::SweepShape shape;
    analysis::SweepRecord record;  ///< without the command, which differs between shards
};

/// The file of the sets of a joint factor in a sweep's folder.
inline constexpr const char* sets_name = "posterior.csv";

/// More than this no sweep can be: what a manifest must keep to.
inline constexpr std::size_t max_sweep_points = 10'000'000, max_sweep_replicates = 100'000,
                             max_sweep_files = 10'000'000;

/// A line of status.jsonl.
struct StatusEntry {
    enum class State : std::uint8_t { begun, done };
    State state = State::begun;
    std::size_t batch = 0;  ///< from 0; in the file from 1
    std::string time;       ///< UTC
    std::string worker;     ///< `rank 3, thread 1`
    // Of a batch that is done:
    std::size_t runs = 0;
    double seconds = 0;          ///< of the worker
    double seconds_living = 0;   ///< of these, in the model
    double seconds_writing = 0;  ///< of these, in making the file
    std::vector<analysis::FailedRun> failed;
    std::string file{};  ///< name of the status file it was read from; not in the line
};

/// JSON of a manifest, and back. Throws sim::InputError when the text is none.
std::string json_of_manifest(const SweepManifest& manifest);
SweepManifest read_manifest(const std::string& path);
/// One line, with its end.
std::string status_line(const StatusEntry& entry, const SweepManifest& manifest);
/// None when the line is torn or says something else.
std::optional<StatusEntry> read_status_line(const std::string& line);

}  // namespace weefsel::app
