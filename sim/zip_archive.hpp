#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace weefsel::sim {

/// Whether bytes begin as a zip archive does (PK and an entry).
bool looks_like_zip(std::string_view bytes);
/// Whether bytes begin as an OLE file does: an old .xls workbook, or a workbook with a password.
bool looks_like_ole(std::string_view bytes);

/// A zip archive in memory. Nothing is ever written to disk.
class ZipArchive {
public:
    /// `bytes` must outlive it; `file` stands in messages. Throws InputError when it is no archive.
    ZipArchive(std::string_view bytes, std::string file);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    [[nodiscard]] bool has(const std::string& entry) const;
    /// Hands the unpacked bytes of an entry to `take`, in pieces, until it says false. Throws InputError when
    /// there is no such entry, it has a password, it is damaged, or it unpacks to more than `most` bytes.
    void read(const std::string& entry, std::size_t most,
              const std::function<bool(std::string_view piece)>& take) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace weefsel::sim
