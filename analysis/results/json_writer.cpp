#include "analysis/results/json_writer.hpp"

#include <fmt/format.h>

#include <cmath>

namespace weefsel::analysis {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// Bytes of the UTF-8 character at `at`; 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t n = lead < 0x80U   ? 1
                          : lead < 0xC2U ? 0
                          : lead < 0xE0U ? 2
                          : lead < 0xF0U ? 3
                          : lead < 0xF5U ? 4
                                         : 0;
    for (std::size_t k = 1; k < n; ++k)
        if (!continues(text, at + k)) return 0;
    return n;
}

}  // namespace

void JsonWriter::comma() {
    if (!first_) out_ += ',';
    first_ = false;
}

void JsonWriter::open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    out_ += bracket;
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    comma();
    quoted(name);
    out_ += ':';
    first_ = true;
}

void JsonWriter::text(std::string_view value) {
    comma();
    quoted(value);
}

void JsonWriter::number(double value) {
    comma();
    out_ += std::isfinite(value) ? fmt::format("{}", static_cast<float>(value)) : "null";
}

void JsonWriter::count(std::size_t value) {
    comma();
    out_ += std::to_string(value);
}

void JsonWriter::flag(bool value) {
    comma();
    out_ += value ? "true" : "false";
}

void JsonWriter::quoted(std::string_view value) {
    out_ += '"';
    for (std::size_t at = 0; at < value.size();) {
        const char c = value[at];
        const std::size_t n = character_length(value, at);
        if (n == 0)
            out_ += replacement;
        else if (c == '"' || c == '\\')
            (out_ += '\\') += c;
        else if (n == 1 && (static_cast<unsigned char>(c) < 0x20U || c == '<' || c == 0x7F))
            out_ += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        else
            out_ += value.substr(at, n);
        at += n == 0 ? 1 : n;
    }
    out_ += '"';
}

}  // namespace weefsel::analysis
