// Takes the place of sim/file_read.cpp in a build for browsers.
#include "page/given_texts.hpp"

#include <map>

#include "sim/error.hpp"
#include "sim/file_aside.hpp"
#include "sim/workbook.hpp"
#include "sim/zip_archive.hpp"

namespace weefsel::page {
namespace {

std::map<std::string, std::string>& texts() {
    static std::map<std::string, std::string> given;
    return given;
}

}  // namespace

void give_text(const std::string& name, std::string text) { texts()[name] = std::move(text); }

}  // namespace weefsel::page

namespace weefsel::sim {

std::string read_whole(const std::string& path) {
    require_regular_file(path);
    return page::texts().at(path);
}
bool is_regular_file(const std::string& path) { return page::texts().count(path) > 0; }
std::string canonical_name(const std::string& path) { return path; }
void require_regular_file(const std::string& path) {
    if (!is_regular_file(path))
        throw InputError(Place{path, 1, 1}, "the page was given no text of this name");
}

// Reading workbooks takes libraries that a page does without.
bool looks_like_zip(std::string_view bytes) { return bytes.substr(0, 4) == std::string_view("PK\x03\x04"); }
bool looks_like_ole(std::string_view bytes) {
    return bytes.substr(0, 4) == std::string_view("\xD0\xCF\x11\xE0");
}
Workbook::Workbook(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {
    throw InputError(Place{file_, 1, 1}, "this is a workbook; save it as CSV and drop that here");
}
void Workbook::read(std::size_t, const std::function<bool(SheetRow&&)>&) const {}

}  // namespace weefsel::sim
