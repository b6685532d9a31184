#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weefsel::sim {

/// One character of a text: its code point and how many bytes it takes; a byte that begins none is one that
/// is not valid.
struct Utf8Character {
    std::uint32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

/// The character at the beginning of a text that is not empty. Overlong forms, surrogates and code points
/// beyond U+10FFFF are none (RFC 3629).
Utf8Character first_character(std::string_view text);

/// Whether bytes are well-formed UTF-8.
bool is_utf8(std::string_view bytes);

}  // namespace weefsel::sim
