#pragma once
#include <string>

namespace weefsel::sim {

/// The bytes of a text file as UTF-8 without a byte order mark. What is UTF-8 stays; anything else is taken
/// as Windows-1252, in which spreadsheets of western Europe save CSV. `file` stands in the places of
/// messages. Throws InputError with line and column for UTF-16 and UTF-32, for NUL bytes, and for the five
/// bytes that Windows-1252 leaves undefined: a file that holds those is no text.
std::string utf8_text(std::string bytes, const std::string& file);

}  // namespace weefsel::sim
