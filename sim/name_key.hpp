#pragma once
#include <cstdint>
#include <string_view>

namespace weefsel::sim {

/// The key of what is known by its name, the same on every machine. Source: FNV-1a, 64 bits (Fowler, Noll &
/// Vo). Names that differ in their last letters have keys that are close: mix64 spreads them.
constexpr std::uint64_t name_key(std::string_view name) {
    std::uint64_t key = 0xCBF29CE484222325ULL;
    for (const char c : name) key = (key ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return key;
}

}  // namespace weefsel::sim
