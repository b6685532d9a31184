#pragma once
#include <string>
#include <string_view>

namespace weefsel::sim {

/// The line that closes a file: a line end, `weefsel sha256 `, the SHA-256 in hex of all bytes before it, a
/// line end. It lies behind the end that an HDF5 file states of itself, where no reader of HDF5 looks. Its
/// form never changes, so that every version of the program can tell a whole file from a damaged one.
std::string checksum_line(std::string_view before);

/// Writes the line behind a file that has none. Throws std::runtime_error with path and reason.
void append_checksum_line(const std::string& path);

enum class Checksum { right, wrong, absent };

/// Reads the whole file, piece by piece. Throws std::runtime_error with path and reason when that cannot be
/// done.
Checksum checksum_of(const std::string& path);

}  // namespace weefsel::sim
