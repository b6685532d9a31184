#include "sim/plain_text.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "sim/utf8.hpp"

namespace weefsel::sim {
namespace {

bool controls(std::uint32_t code) {
    return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
}

}  // namespace

std::string plain_text(std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto c = first_character(text);
        if (!c.valid)
            out += replacement;
        else if (controls(c.code))
            out += fmt::format("\\u{:04x}", c.code);
        else
            out += text.substr(0, c.bytes);
        text.remove_prefix(c.bytes);
    }
    return out;
}

}  // namespace weefsel::sim
