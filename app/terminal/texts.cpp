#include "app/terminal/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "sim/provenance.hpp"

namespace weefsel::app {

std::string version_line() {
    constexpr std::size_t digits = 12;
    const auto& made = sim::provenance();
    return fmt::format("weefsel {} (commit {}{})", made.version, made.commit.substr(0, digits),
                       made.tree_clean || made.commit == "unknown" ? "" : ", with changes");
}

std::string counted(std::size_t n, const std::string& noun) {
    return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string with_thousands(double value, int decimals) {
    std::string digits = fmt::format("{:.{}f}", value, decimals);
    const std::size_t begin = digits.front() == '-' ? 1 : 0;
    std::size_t at = digits.find('.');
    if (at == std::string::npos) at = digits.size();
    while (at > begin + 3) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::size_t characters(const std::string& text) {
    std::size_t n = 0;
    for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return n;
}

std::size_t lines_in(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string wrapped(const std::string& text, std::size_t width, const std::string& indent) {
    std::istringstream words(text);
    std::string out, line, word;
    while (words >> word) {
        if (!line.empty() && characters(line) + 1 + characters(word) > width) {
            out += line + "\n";
            line = indent;
            line += word;
        } else {
            if (!line.empty()) line += ' ';
            line += word;
        }
    }
    return out + line;
}

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t n = characters(text);
    return n < width ? text + std::string(width - n, ' ') : text;
}

std::string right_aligned(const std::string& text, std::size_t width) {
    const std::size_t n = characters(text);
    return n < width ? std::string(width - n, ' ') + text : text;
}

}  // namespace weefsel::app
