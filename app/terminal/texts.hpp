#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace weefsel::app {

/// Columns of what people read.
inline constexpr std::size_t page_width = 100;

/// `weefsel 0.1.0 (commit 0123abcd)`.
std::string version_line();

/// A count with a noun: `1 world`, `30 worlds`.
std::string counted(std::size_t n, const std::string& noun);

/// 1234567 as `1,234,567`.
std::string with_thousands(double value, int decimals = 0);

/// Breaks a text at spaces into lines of at most `width` characters; later lines begin with `indent`.
std::string wrapped(const std::string& text, std::size_t width, const std::string& indent = "");

/// Fills with spaces to `width` characters (not bytes), on the right or on the left.
std::string padded(const std::string& text, std::size_t width);
std::string right_aligned(const std::string& text, std::size_t width);

/// Width of UTF-8 text in characters.
std::size_t characters(const std::string& text);

/// Lines that a text fills, each ended.
std::size_t lines_in(const std::string& text);

}  // namespace weefsel::app
