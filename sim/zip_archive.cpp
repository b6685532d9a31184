#include "sim/zip_archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <vector>

#include "sim/error.hpp"

namespace weefsel::sim {

bool looks_like_zip(std::string_view bytes) {
    return bytes.starts_with(std::string_view("PK\x03\x04", 4)) ||
           bytes.starts_with(std::string_view("PK\x05\x06", 4));  // the second: an archive without entries
}
bool looks_like_ole(std::string_view bytes) {
    return bytes.starts_with(std::string_view("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8));
}

struct ZipArchive::Impl {
    std::string file;
    zip_t* archive = nullptr;

    [[noreturn]] void refuse(const std::string& what) const { throw InputError({file, 1, 1}, what); }
};

ZipArchive::ZipArchive(std::string_view bytes, std::string file) : impl_(std::make_unique<Impl>()) {
    impl_->file = std::move(file);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) impl_->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (impl_->archive != nullptr) return;
    if (source != nullptr) zip_source_free(source);
    impl_->refuse(fmt::format("the archive is damaged or cut off ({})", reason));
}

ZipArchive::~ZipArchive() {
    if (impl_->archive != nullptr) zip_discard(impl_->archive);
}

bool ZipArchive::has(const std::string& entry) const {
    return zip_name_locate(impl_->archive, entry.c_str(), ZIP_FL_NOCASE) >= 0;
}

void ZipArchive::read(const std::string& entry, std::size_t most,
                      const std::function<bool(std::string_view)>& take) const {
    const auto closes = [](zip_file_t* f) { zip_fclose(f); };
    const std::unique_ptr<zip_file_t, decltype(closes)> opened(
        zip_fopen(impl_->archive, entry.c_str(), ZIP_FL_NOCASE), closes);
    if (opened == nullptr)
        impl_->refuse(fmt::format("{}: {}", entry, zip_error_strerror(zip_get_error(impl_->archive))));
    constexpr std::size_t piece = 65536;
    std::vector<char> buffer(piece);
    std::size_t all = 0;
    while (true) {
        const auto got = zip_fread(opened.get(), buffer.data(), buffer.size());
        if (got < 0)
            impl_->refuse(fmt::format("{}: {}", entry, zip_error_strerror(zip_file_get_error(opened.get()))));
        if (got == 0) return;
        all += static_cast<std::size_t>(got);
        if (all > most)
            impl_->refuse(
                fmt::format("{} unpacks to more than {} MB; allowed is a workbook of the size that "
                            "tables of the whole country have",
                            entry, most / 1000000));
        if (!take({buffer.data(), static_cast<std::size_t>(got)})) return;
    }
}

}  // namespace weefsel::sim
