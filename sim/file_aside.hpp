#pragma once
#include <string>
#include <string_view>

namespace weefsel::sim {

/// Writes `text` to `path` whole or not at all: aside (`path` + `.part`), synced, renamed.
/// Throws std::runtime_error with path and reason.
void write_whole(const std::string& path, std::string_view text);

/// The text of a file. Throws InputError when it cannot be read.
std::string read_whole(const std::string& path);

}  // namespace weefsel::sim
