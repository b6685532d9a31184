#pragma once
#include <cstddef>
#include <string>

namespace weefsel::sim {

/// The text in a file that gzip made; what gzip did not make is given back as it is. Throws InputError when
/// it is damaged, or unpacks to more than `most` bytes.
std::string unzipped(std::string bytes, const std::string& file, std::size_t most);

}  // namespace weefsel::sim
