#include "analysis/report/report_html.hpp"

#include "analysis/report/report_json.hpp"
#include "report_page.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {

std::string report_html(const ReportData& data, std::string_view language) {
    constexpr std::string_view mark = "%REPORT_DATA%";
    const auto at = report_page.find(mark);
    sim::require(at != std::string_view::npos, "the page has a place for its data");
    std::string out(report_page.substr(0, at));
    out += report_json(data, language);
    out += report_page.substr(at + mark.size());
    return out;
}

}  // namespace weefsel::analysis
