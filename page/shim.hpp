#pragma once
// Read before every file of a build for browsers: what libc++ 13, which Debian's Emscripten has, lacks of
// C++20.
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <version>

// NOLINTBEGIN(cert-dcl58-cpp): these are the names that later versions of the library have
namespace std {

#ifndef __cpp_lib_bit_cast
template <class To, class From>
constexpr To bit_cast(const From& from) noexcept {
    static_assert(sizeof(To) == sizeof(From));
    return __builtin_bit_cast(To, from);
}
#endif

/// A number of digits and a point alone, if it is short enough for a double to hold its digits and the power
/// of ten exactly: their quotient is then rounded once, as it should be. Else nothing is read.
inline bool short_decimal(const char* first, const char* last, double& value) {
    constexpr int most_digits = 15;
    constexpr double ten = 10;
    const char* at = first;
    const bool below_zero = at != last && *at == '-';
    at += below_zero ? 1 : 0;
    double whole = 0, power = 1;
    int digits = 0;
    bool point = false;
    for (; at != last; ++at) {
        if (*at == '.' && !point) {
            point = true;
            continue;
        }
        if (*at < '0' || *at > '9' || ++digits > most_digits) return false;
        whole = whole * ten + (*at - '0');
        if (point) power *= ten;
    }
    if (digits == 0) return false;
    value = (below_zero ? -whole : whole) / power;
    return true;
}

/// A plain decimal number, as from_chars reads it: no blanks before it, no plus, no hexadecimal. strtod of a
/// page works with 128 bits in software and takes the longer way.
inline from_chars_result from_chars(const char* first, const char* last, double& value) {
    if (short_decimal(first, last, value)) return {last, errc{}};
    const string text(first, last);
    const size_t sign = text.rfind('-', 0) == 0 ? 1 : 0;
    const bool number = text.size() > sign && text.find_first_of("0123456789.") == sign &&
                        text.find_first_of("xX") == string::npos;
    if (!number) return {first, errc::invalid_argument};
    char* end = nullptr;
    const double read = strtod(text.c_str(), &end);
    if (end == text.c_str()) return {first, errc::invalid_argument};
    value = read;
    return {first + (end - text.c_str()), errc{}};
}

}  // namespace std
// NOLINTEND(cert-dcl58-cpp)
