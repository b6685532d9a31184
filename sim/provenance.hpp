#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace weefsel::sim {

/// What made a result: filled in at build time (version, compiler, flags, commit, clean tree).
struct Provenance {
    std::string version;
    std::string commit;  ///< full hash, or `unknown` outside a checkout
    bool tree_clean;     ///< no uncommitted changes when it was built
    std::string compiler;
    std::string flags;
    int format_version;  ///< of result files: 2 since they end with their checksum
};
const Provenance& provenance();

/// SHA-256 of a text in lower-case hex (FIPS 180-4; tested against its published vectors).
std::string sha256(std::string_view text);
/// The same of the bytes of a file, all or the first so many, read piece by piece. Throws std::runtime_error
/// with path and reason.
std::string sha256_of_file(const std::string& path,
                           std::uint64_t first = std::numeric_limits<std::uint64_t>::max());

/// Time now, UTC, as 2022-06-13T09:30:00Z. Honours SOURCE_DATE_EPOCH.
std::string time_now();

}  // namespace weefsel::sim
