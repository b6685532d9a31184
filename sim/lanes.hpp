#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
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

#ifdef __wasm_simd128__
/// Lanes 0 to 3 and 4 to 7.
struct TwoHalves {
    v128_t low, high;
};
template <class Vector>
inline TwoHalves halves_of(const Vector& v) {
    static_assert(sizeof(Vector) == sizeof(TwoHalves));
    TwoHalves halves;
    std::memcpy(&halves, &v, sizeof halves);
    return halves;
}
#endif

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

inline Int8 look_up(const std::uint32_t* table, const Int8& index) {
#ifdef __AVX2__
    return reinterpret_cast<Int8>(
        _mm256_i32gather_epi32(reinterpret_cast<const int*>(table), reinterpret_cast<__m256i>(index), 4));
#else
    Int8 out;
    for (std::size_t k = 0; k < lanes; ++k) out[k] = static_cast<std::int32_t>(table[index[k]]);
    return out;
#endif
}

/// The same from a table of eight that is held in a vector.
inline Float8 look_up(const Float8& table, const Int8& index) {
#ifdef __AVX2__
    return reinterpret_cast<Float8>(
        _mm256_permutevar8x32_ps(reinterpret_cast<__m256>(table), reinterpret_cast<__m256i>(index)));
#elif defined(__wasm_simd128__)
    // Four bytes of an entry are chosen one by one; what lies beyond sixteen bytes gives 0, so both halves of
    // the table are looked into and one of them answers.
    const TwoHalves from = halves_of(table), at = halves_of(index);
    const v128_t first_byte = wasm_i8x16_const(0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12),
                 byte = wasm_i32x4_const_splat(0x03020100), half = wasm_i8x16_const_splat(16);
    const auto chosen = [&](v128_t entry) {
        const v128_t bytes = wasm_i8x16_add(wasm_i8x16_swizzle(wasm_i32x4_shl(entry, 2), first_byte), byte);
        return wasm_v128_or(wasm_i8x16_swizzle(from.low, bytes),
                            wasm_i8x16_swizzle(from.high, wasm_i8x16_sub(bytes, half)));
    };
    const TwoHalves out{chosen(at.low), chosen(at.high)};
    return load<Float8>(reinterpret_cast<const float*>(&out));
#else
    Float8 out;
    for (std::size_t k = 0; k < lanes; ++k) out[k] = table[index[k]];
    return out;
#endif
}

/// Lanes whose value fits 16 or 8 bits, narrowed.
inline Short8 narrow_to_short(const Int8& v) {
#ifdef __AVX2__
    const __m256i wide = reinterpret_cast<__m256i>(v);
    return reinterpret_cast<Short8>(
        _mm_packus_epi32(_mm256_castsi256_si128(wide), _mm256_extracti128_si256(wide, 1)));
#elif defined(__wasm_simd128__)
    const TwoHalves wide = halves_of(v);
    return reinterpret_cast<Short8>(wasm_u16x8_narrow_i32x4(wide.low, wide.high));
#else
    return __builtin_convertvector(v, Short8);
#endif
}
inline Byte8 narrow_to_byte(const Int8& v) {
#ifdef __AVX2__
    const __m128i half = reinterpret_cast<__m128i>(narrow_to_short(v));
    const std::int64_t eight = _mm_cvtsi128_si64(_mm_packus_epi16(half, half));
    Byte8 out;
    std::memcpy(&out, &eight, sizeof out);
    return out;
#elif defined(__wasm_simd128__)
    const v128_t half = reinterpret_cast<v128_t>(narrow_to_short(v));
    const std::int64_t eight = wasm_i64x2_extract_lane(wasm_u8x16_narrow_i16x8(half, half), 0);
    Byte8 out;
    std::memcpy(&out, &eight, sizeof out);
    return out;
#else
    return __builtin_convertvector(v, Byte8);
#endif
}

/// Sum of the lanes; whole numbers, so the order does not matter.
inline std::int32_t sum(const Int8& v) {
#ifdef __AVX2__
    const __m256i wide = reinterpret_cast<__m256i>(v);
    __m128i half = _mm_add_epi32(_mm256_castsi256_si128(wide), _mm256_extracti128_si256(wide, 1));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0b01'00'11'10));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0b10'11'00'01));
    return _mm_cvtsi128_si32(half);
#elif defined(__wasm_simd128__)
    const TwoHalves both = halves_of(v);
    const v128_t four = wasm_i32x4_add(both.low, both.high);
    return wasm_i32x4_extract_lane(four, 0) + wasm_i32x4_extract_lane(four, 1) +
           wasm_i32x4_extract_lane(four, 2) + wasm_i32x4_extract_lane(four, 3);
#else
    std::int32_t total = 0;
    for (std::size_t k = 0; k < lanes; ++k) total += v[k];
    return total;
#endif
}

/// One bit for each lane of a comparison, the first lane lowest.
inline std::uint32_t bits_of(const Int8& mask) {
#ifdef __AVX2__
    return static_cast<std::uint32_t>(_mm256_movemask_ps(reinterpret_cast<__m256>(mask)));
#elif defined(__wasm_simd128__)
    const TwoHalves both = halves_of(mask);
    return static_cast<std::uint32_t>(wasm_i32x4_bitmask(both.low)) |
           static_cast<std::uint32_t>(wasm_i32x4_bitmask(both.high)) << 4U;
#else
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < lanes; ++k) bits |= static_cast<std::uint32_t>(mask[k] & 1) << k;
    return bits;
#endif
}

inline std::uint32_t bits_of(const Short8& mask) {
#ifdef __SSE2__
    const __m128i bytes = _mm_packs_epi16(reinterpret_cast<__m128i>(mask), _mm_setzero_si128());
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
#elif defined(__wasm_simd128__)
    return static_cast<std::uint32_t>(wasm_i16x8_bitmask(reinterpret_cast<v128_t>(mask)));
#else
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < lanes; ++k) bits |= static_cast<std::uint32_t>(mask[k] & 1) << k;
    return bits;
#endif
}

/// Whether any lane of a comparison holds.
inline bool any(const Int8& mask) { return bits_of(mask) != 0; }

}  // namespace weefsel::sim
