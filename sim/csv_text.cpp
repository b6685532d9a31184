#include "sim/csv_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace weefsel::sim {
namespace {

/// Whether a reader would take its first or last character for a remark, a byte order mark or a blank around
/// it.
bool misread_at_its_ends(std::string_view text) {
    constexpr std::string_view blanks = " \t", byte_order_mark = "\xEF\xBB\xBF";
    return text.starts_with('#') || text.starts_with(byte_order_mark) ||
           (!text.empty() && (blanks.find(text.front()) != std::string_view::npos ||
                              blanks.find(text.back()) != std::string_view::npos));
}

}  // namespace

std::string csv_field(std::string_view text) {
    if (!misread_at_its_ends(text) && text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string csv_number(double value) { return std::isnan(value) ? std::string{} : fmt::format("{}", value); }

}  // namespace weefsel::sim
