#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#ifdef __AVX2__
#include <immintrin.h>
#endif

/// Eight numbers side by side (vectors of the compiler, on every machine: where the processor's own
/// are narrower, it takes two). Arithmetic is lane by lane, so results do not depend on the width.
namespace weefsel::sim {

inline constexpr std::size_t lanes = 8;
using Float8 = float __attribute__((vector_size(32)));
using Int8 = std::int32_t __attribute__((vector_size(32)));
using Word8 = std::uint32_t __attribute__((vector_size(32)));
using Short8 = std::uint16_t __attribute__((vector_size(16)));
using Byte8 = std::uint8_t __attribute__((vector_size(8)));

template <class Vector, class T>
inline Vector load(const T* from) {
    static_assert(sizeof(Vector) == lanes * sizeof(T));
    Vector v;
    std::memcpy(&v, from, sizeof v);
    return v;
}
template <class Vector, class T>
inline void store(T* to, const Vector& v) {
    static_assert(sizeof(Vector) == lanes * sizeof(T));
    std::memcpy(to, &v, sizeof v);
}

inline Int8 widen(const Short8& v) { return __builtin_convertvector(v, Int8); }
inline Int8 widen(const Byte8& v) { return __builtin_convertvector(v, Int8); }
inline Float8 to_float(const Int8& v) { return __builtin_convertvector(v, Float8); }
inline Int8 truncate(const Float8& v) { return __builtin_convertvector(v, Int8); }

/// table[index], lane by lane.
inline Float8 look_up(const float* table, const Int8& index) {
#ifdef __AVX2__
    return reinterpret_cast<Float8>(_mm256_i32gather_ps(table, reinterpret_cast<__m256i>(index), 4));
#else
    Float8 out;
    for (std::size_t k = 0; k < lanes; ++k) out[k] = table[index[k]];
    return out;
#endif
}

/// Sum of the lanes; whole numbers, so the order does not matter.
inline std::int32_t sum(const Int8& v) {
    std::int32_t total = 0;
    for (std::size_t k = 0; k < lanes; ++k) total += v[k];
    return total;
}

/// One bit for each lane of a comparison, the first lane lowest.
inline std::uint32_t bits_of(const Int8& mask) {
#ifdef __AVX2__
    return static_cast<std::uint32_t>(_mm256_movemask_ps(reinterpret_cast<__m256>(mask)));
#else
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < lanes; ++k) bits |= static_cast<std::uint32_t>(mask[k] & 1) << k;
    return bits;
#endif
}

/// Whether any lane of a comparison holds.
inline bool any(const Int8& mask) {
    std::array<std::uint64_t, 4> parts;
    std::memcpy(parts.data(), &mask, sizeof mask);
    return (parts[0] | parts[1] | parts[2] | parts[3]) != 0;
}

}  // namespace weefsel::sim
