#include "app/compare/report_file.hpp"

#include <filesystem>
#include <fstream>

#include "analysis/report/report_html.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

namespace fs = std::filesystem;

bool is_report(const std::string& path) {
    constexpr std::size_t head = 400;
    std::string begin(head, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(begin.data(), head);
    return begin.find("<meta name=\"generator\" content=\"weefsel\">") != std::string::npos;
}

}  // namespace

std::string report_beside(const std::string& results) {
    const fs::path file(results);
    if (file.filename() == "results.h5") return (file.parent_path() / "report.html").string();
    return fs::path(file).replace_extension(".html").string();
}

void check_report_place(const std::string& path, const std::string& results, bool force) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return;
    if (fs::equivalent(path, results, error))
        throw sim::InputError({path, 1, 1}, "is the result file itself; choose another place with -o");
    if (!force && !is_report(path))
        throw sim::InputError(
            {path, 1, 1},
            "is there and is no report of weefsel; choose another place with -o, or replace "
            "it with --force");
}

void write_report(const analysis::ReportData& data, const std::string& path, const std::string& language) {
    sim::write_whole(path, analysis::report_html(data, language));
}

}  // namespace weefsel::app
