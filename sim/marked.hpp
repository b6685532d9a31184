#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace weefsel::sim {

/// Calls f(i), in order, for every i < n whose byte in `marks` is not 0. A loop over columns that the
/// compiler vectorises writes the marks; what is rare is then done one by one, without a branch for
/// each of the others.
template <class F>
void for_each_marked(const std::uint8_t* marks, std::size_t n, F&& f) {
    constexpr std::size_t word = 8;
    constexpr std::uint64_t low_bits = 0x7f7f7f7f7f7f7f7fULL;
    std::size_t i = 0;
    for (; i + word <= n; i += word) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, marks + i, word);
        if (bytes == 0) continue;
        if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
        std::uint64_t set = (((bytes & low_bits) + low_bits) | bytes) & ~low_bits;  // high bit of bytes not 0
        for (; set != 0; set &= set - 1) f(i + static_cast<std::size_t>(std::countr_zero(set)) / word);
    }
    for (; i < n; ++i)
        if (marks[i] != 0) f(i);
}

/// The same with a byte a row of `marks`, and ids of rows.
template <class IdT, class Marks, class F>
void for_each_marked(const Marks& marks, F&& f) {
    for_each_marked(marks.data(), marks.size(),
                    [&](std::size_t i) { f(IdT{static_cast<typename IdT::rep>(i)}); });
}

}  // namespace weefsel::sim
