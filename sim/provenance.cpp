#include "sim/provenance.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "provenance_values.hpp"  // written at build time by cmake/provenance.cmake

namespace weefsel::sim {
namespace {

constexpr int result_format_version = 2;

constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using HashState = std::array<std::uint32_t, 8>;
constexpr HashState first_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
constexpr std::size_t block_size = 64;
constexpr std::size_t piece_size = 1024 * block_size;

/// One block of 64 bytes (FIPS 180-4, section 6.2.2).
void digest_block(HashState& state, const unsigned char* block) {
    std::array<std::uint32_t, 64> w{};
    for (std::size_t i = 0; i < 16; ++i) {
        w[i] = (std::uint32_t{block[4 * i]} << 24U) | (std::uint32_t{block[4 * i + 1]} << 16U) |
               (std::uint32_t{block[4 * i + 2]} << 8U) | std::uint32_t{block[4 * i + 3]};
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const auto s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3U);
        const auto s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10U);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const auto s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const auto t1 = h + s1 + ((e & f) ^ (~e & g)) + round_constants[i] + w[i];
        const auto s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const auto t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }
    const HashState mixed = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += mixed[i];
}

/// Text that fills whole blocks.
void digest_blocks(HashState& state, std::string_view text) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    for (std::size_t at = 0; at < text.size(); at += block_size) digest_block(state, bytes + at);
}

/// After the last bytes, which fill no block: a bit that is 1, zeros, and the length of all in bits.
HashState last_state(HashState state, std::string_view rest, std::uint64_t size) {
    constexpr std::size_t length_bytes = 8;
    std::string tail(rest);
    tail += '\x80';
    while (tail.size() % block_size != block_size - length_bytes) tail += '\0';
    for (std::size_t i = 0; i < length_bytes; ++i)
        tail += static_cast<char>((size * 8U) >> (8U * (length_bytes - 1 - i)));
    digest_blocks(state, tail);
    return state;
}

std::string hex_of(const HashState& state) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const auto word : state) {
        for (int shift = 28; shift >= 0; shift -= 4) hex += digits[(word >> shift) & 0xfU];
    }
    return hex;
}

}  // namespace

const Provenance& provenance() {
    static const Provenance built{built_version,  built_commit, built_tree_clean,
                                  built_compiler, built_flags,  result_format_version};
    return built;
}

std::string sha256(std::string_view text) {
    HashState state = first_state;
    const std::size_t whole = text.size() / block_size * block_size;
    digest_blocks(state, text.substr(0, whole));
    return hex_of(last_state(state, text.substr(whole), text.size()));
}

std::string sha256_of_file(const std::string& path, std::uint64_t first) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> piece(piece_size);
    HashState state = first_state;
    std::uint64_t size = 0;
    while (true) {
        const auto want = std::min<std::uint64_t>(piece.size(), first - size);
        file.read(piece.data(), static_cast<std::streamsize>(want));
        const auto read = static_cast<std::size_t>(file.gcount());
        const std::size_t whole = read / block_size * block_size;
        digest_blocks(state, {piece.data(), whole});
        size += read;
        if (file && size < first) continue;
        if (!file && !file.eof())
            throw std::runtime_error(path + ": cannot be read: " + std::strerror(errno));
        return hex_of(last_state(state, {piece.data() + whole, read - whole}, size));
    }
}

std::string time_now() {
    std::time_t now = std::time(nullptr);
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"); fixed != nullptr && *fixed != '\0') {
        char* end = nullptr;
        const long long seconds = std::strtoll(fixed, &end, 10);
        if (*end == '\0') now = static_cast<std::time_t>(seconds);
    }
    std::tm utc{};
    if (gmtime_r(&now, &utc) == nullptr) return "unknown";
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

}  // namespace weefsel::sim
