#include "sim/text_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/error.hpp"
#include "sim/utf8.hpp"

namespace weefsel::sim {
namespace {

using Byte = unsigned char;

/// Code points of bytes 0x80 to 0x9F; 0: undefined. Source: unicode.org,
/// MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
constexpr std::array<char16_t, 32> upper_controls{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
constexpr Byte first_upper = 0x80, first_latin = 0xA0;

void append_utf8(std::string& out, char16_t point) {
    constexpr unsigned continued = 0x80, six_bits = 0x3F;
    const unsigned p = point;
    if (p < 0x80) {
        out += static_cast<char>(p);
    } else if (p < 0x800) {
        out += static_cast<char>(0xC0U | (p >> 6U));
        out += static_cast<char>(continued | (p & six_bits));
    } else {
        out += static_cast<char>(0xE0U | (p >> 12U));
        out += static_cast<char>(continued | ((p >> 6U) & six_bits));
        out += static_cast<char>(continued | (p & six_bits));
    }
}

Place place_in(std::string_view bytes, std::size_t at, const std::string& file) {
    const auto before = bytes.substr(0, at);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const auto start = before.rfind('\n');
    return {file, static_cast<int>(line) + 1,
            static_cast<int>(at - (start == std::string_view::npos ? 0 : start + 1)) + 1};
}

std::string from_windows_1252(std::string_view bytes, const std::string& file) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<Byte>(bytes[i]);
        if (byte < first_upper || byte >= first_latin) {
            append_utf8(out, byte);
            continue;
        }
        const auto point = upper_controls[byte - first_upper];
        if (point == 0)
            throw InputError(
                place_in(bytes, i, file),
                fmt::format("found byte 0x{:02X}, which is a letter neither in UTF-8 nor in Windows-1252; "
                            "allowed is text in one of both",
                            byte));
        append_utf8(out, point);
    }
    return out;
}

}  // namespace

std::string utf8_text(std::string bytes, const std::string& file) {
    using namespace std::string_view_literals;
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    const std::string_view whole = bytes;
    for (const auto wide : {"\xFF\xFE"sv, "\xFE\xFF"sv})
        if (whole.substr(0, wide.size()) == wide)
            throw InputError({file, 1, 1},
                             "the file is UTF-16 or UTF-32; allowed is UTF-8 or Windows-1252: save it anew, "
                             "in a spreadsheet as \"CSV UTF-8\"");
    if (const auto nul = whole.find('\0'); nul != std::string_view::npos)
        throw InputError(place_in(whole, nul, file),
                         "found a NUL byte: this is no text; allowed is UTF-8 or Windows-1252");
    if (!is_utf8(whole)) return from_windows_1252(whole, file);
    if (whole.substr(0, mark.size()) == mark) bytes.erase(0, mark.size());
    return bytes;
}

}  // namespace weefsel::sim
