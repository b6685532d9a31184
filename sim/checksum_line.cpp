#include "sim/checksum_line.hpp"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "sim/provenance.hpp"

namespace weefsel::sim {
namespace {

constexpr std::string_view opening = "\nweefsel sha256 ";
constexpr std::size_t hex_digits = 64;
constexpr std::size_t line_size = opening.size() + hex_digits + 1;

std::string line_of(const std::string& sha256) { return std::string(opening) + sha256 + "\n"; }

[[noreturn]] void fail(const std::string& path, const char* what) {
    throw std::runtime_error(path + what + std::strerror(errno));
}

}  // namespace

std::string checksum_line(std::string_view before) { return line_of(sha256(before)); }

void append_checksum_line(const std::string& path) {
    const std::string line = line_of(sha256_of_file(path));
    std::ofstream out(path, std::ios::binary | std::ios::app);
    out << line;
    out.close();
    if (!out) fail(path, ": cannot be written: ");
}

Checksum checksum_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    if (!in) fail(path, ": cannot be read: ");
    const auto size = static_cast<std::uint64_t>(in.tellg());
    if (size < line_size) return Checksum::absent;
    std::string last(line_size, '\0');
    in.seekg(static_cast<std::streamoff>(size - line_size));
    if (!in.read(last.data(), static_cast<std::streamsize>(last.size()))) fail(path, ": cannot be read: ");
    if (!last.starts_with(opening)) return Checksum::absent;
    return last == line_of(sha256_of_file(path, size - line_size)) ? Checksum::right : Checksum::wrong;
}

}  // namespace weefsel::sim
