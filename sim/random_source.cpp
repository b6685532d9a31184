#include "sim/random_source.hpp"

#include <algorithm>
#include <cmath>
#ifdef __AVX2__
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

#include "sim/numeric.hpp"

namespace weefsel::sim {

// In double arithmetic: in float the numerator and denominator lose three digits near the tails.
float normal_quantile(float p) {
    constexpr double a[] = {-39.69683028665376, 220.9460984245205,  -275.9285104469687,
                            138.3577518672690,  -30.66479806614716, 2.506628277459239};
    constexpr double b[] = {-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
                            -13.28068155288572};
    constexpr double c[] = {-0.007784894002430293, -0.3223964580411365, -2.400758277161838,
                            -2.549732539343734,    4.374664141464968,   2.938163982698783};
    constexpr double d[] = {0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416};
    constexpr float low = 0.02425F;
    if (p < low || p > 1.0F - low) {
        const bool upper = p > 0.5F;
        const double q = std::sqrt(-2.0 * static_cast<double>(log_of(upper ? 1.0F - p : p)));
        const double x = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
                         ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1.0);
        return static_cast<float>(upper ? -x : x);
    }
    const double q = static_cast<double>(p) - 0.5;
    const double r = q * q;
    return static_cast<float>((((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
                              (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1.0));
}

namespace {

/// The last word of a counter: one index for all, or one for each.
struct SameIndex {
    std::uint32_t value;
    std::uint32_t operator[](std::size_t) const { return value; }
};
struct OwnIndex {
    const std::uint32_t* value;
    std::uint32_t operator[](std::size_t i) const { return value[i]; }
};

#ifdef __AVX2__
constexpr std::size_t lanes = 8;

__m256i four(const SameIndex& index, std::size_t) { return _mm256_set1_epi64x(index.value); }
__m256i four(const OwnIndex& index, std::size_t at) {
    return _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(index.value + at)));
}

/// The low halves of eight 64-bit lanes, next to each other.
void store_low_halves(std::uint32_t* to, __m256i first, __m256i second) {
    const __m256 low =
        _mm256_shuffle_ps(_mm256_castsi256_ps(first), _mm256_castsi256_ps(second), 0b10'00'10'00);
    const __m256i ordered = _mm256_permute4x64_epi64(_mm256_castps_si256(low), 0b11'01'10'00);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), ordered);
}

/// Philox4x32-10 for eight birth numbers. Every word stands in the low half of a 64-bit lane, where
/// one instruction makes the 64-bit product; what is left in the high half is never read. Compilers
/// do not find this form: from the plain loop they make two to three times as many instructions.
template <class Index>
void philox_lanes(const BirthNumber* who, std::uint32_t word2, const Index& index, PhiloxKey key,
                  const std::array<std::uint32_t*, 4>& words, std::size_t at) {
    constexpr int halves = 2;
    constexpr int rounds = 10;
    const __m256i multiplier0 = _mm256_set1_epi64x(0xD2511F53), multiplier1 = _mm256_set1_epi64x(0xCD9E8D57);
    const __m256i weyl0 = _mm256_set1_epi64x(0x9E3779B9), weyl1 = _mm256_set1_epi64x(0xBB67AE85);
    __m256i x0[halves], x1[halves], x2[halves], x3[halves];
    for (int h = 0; h < halves; ++h) {
        x0[h] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(who + at + 4 * h));
        x1[h] = _mm256_srli_epi64(x0[h], 32);
        x2[h] = _mm256_set1_epi64x(word2);
        x3[h] = four(index, at + 4 * static_cast<std::size_t>(h));
    }
    __m256i k0 = _mm256_set1_epi64x(key[0]), k1 = _mm256_set1_epi64x(key[1]);
    for (int round = 0; round < rounds; ++round) {
        for (int h = 0; h < halves; ++h) {
            const __m256i p0 = _mm256_mul_epu32(x0[h], multiplier0);
            const __m256i p1 = _mm256_mul_epu32(x2[h], multiplier1);
            x0[h] = _mm256_xor_si256(_mm256_srli_epi64(p1, 32), _mm256_xor_si256(x1[h], k0));
            x1[h] = p1;
            x2[h] = _mm256_xor_si256(_mm256_srli_epi64(p0, 32), _mm256_xor_si256(x3[h], k1));
            x3[h] = p0;
        }
        k0 = _mm256_add_epi64(k0, weyl0);
        k1 = _mm256_add_epi64(k1, weyl1);
    }
    store_low_halves(words[0] + at, x0[0], x0[1]);
    store_low_halves(words[1] + at, x1[0], x1[1]);
    store_low_halves(words[2] + at, x2[0], x2[1]);
    store_low_halves(words[3] + at, x3[0], x3[1]);
}
#elif defined(__wasm_simd128__)
constexpr std::size_t lanes = 4;

v128_t four(const SameIndex& index, std::size_t) { return wasm_i32x4_splat(static_cast<int>(index.value)); }
v128_t four(const OwnIndex& index, std::size_t at) { return wasm_v128_load(index.value + at); }

/// Philox4x32-10 for four birth numbers: the 64-bit products of lanes 0 and 1, and of 2 and 3, and of those
/// the low and the high words next to each other.
template <class Index>
void philox_lanes(const BirthNumber* who, std::uint32_t word2, const Index& index, PhiloxKey key,
                  const std::array<std::uint32_t*, 4>& words, std::size_t at) {
    constexpr int rounds = 10;
    const v128_t multiplier0 = wasm_u32x4_const_splat(0xD2511F53U),
                 multiplier1 = wasm_u32x4_const_splat(0xCD9E8D57U);
    const v128_t weyl0 = wasm_u32x4_const_splat(0x9E3779B9U), weyl1 = wasm_u32x4_const_splat(0xBB67AE85U);
    const v128_t first = wasm_v128_load(who + at), second = wasm_v128_load(who + at + 2);
    v128_t x0 = wasm_i32x4_shuffle(first, second, 0, 2, 4, 6),
           x1 = wasm_i32x4_shuffle(first, second, 1, 3, 5, 7), x2 = wasm_u32x4_splat(word2),
           x3 = four(index, at);
    v128_t k0 = wasm_u32x4_splat(key[0]), k1 = wasm_u32x4_splat(key[1]);
    for (int round = 0; round < rounds; ++round) {
        const v128_t a0 = wasm_u64x2_extmul_low_u32x4(x0, multiplier0),
                     a1 = wasm_u64x2_extmul_high_u32x4(x0, multiplier0),
                     b0 = wasm_u64x2_extmul_low_u32x4(x2, multiplier1),
                     b1 = wasm_u64x2_extmul_high_u32x4(x2, multiplier1);
        const v128_t low0 = wasm_i32x4_shuffle(a0, a1, 0, 2, 4, 6),
                     high0 = wasm_i32x4_shuffle(a0, a1, 1, 3, 5, 7),
                     low1 = wasm_i32x4_shuffle(b0, b1, 0, 2, 4, 6),
                     high1 = wasm_i32x4_shuffle(b0, b1, 1, 3, 5, 7);
        x0 = wasm_v128_xor(high1, wasm_v128_xor(x1, k0));
        x1 = low1;
        x2 = wasm_v128_xor(high0, wasm_v128_xor(x3, k1));
        x3 = low0;
        k0 = wasm_i32x4_add(k0, weyl0);
        k1 = wasm_i32x4_add(k1, weyl1);
    }
    wasm_v128_store(words[0] + at, x0);
    wasm_v128_store(words[1] + at, x1);
    wasm_v128_store(words[2] + at, x2);
    wasm_v128_store(words[3] + at, x3);
}
#else
constexpr std::size_t lanes = 64;  // the working set of one chunk stays in the first-level cache

/// Philox4x32-10 for `lanes` birth numbers, in a form that compilers vectorise.
template <class Index>
void philox_lanes(const BirthNumber* who, std::uint32_t word2, const Index& index, PhiloxKey key,
                  const std::array<std::uint32_t*, 4>& words, std::size_t at) {
    std::uint32_t x0[lanes], x1[lanes], x2[lanes], x3[lanes];
    for (std::size_t i = 0; i < lanes; ++i) {
        const auto block =
            philox4x32_10({static_cast<std::uint32_t>(who[at + i]),
                           static_cast<std::uint32_t>(who[at + i] >> 32U), word2, index[at + i]},
                          key);
        x0[i] = block[0];
        x1[i] = block[1];
        x2[i] = block[2];
        x3[i] = block[3];
    }
    std::copy_n(x0, lanes, words[0] + at);
    std::copy_n(x1, lanes, words[1] + at);
    std::copy_n(x2, lanes, words[2] + at);
    std::copy_n(x3, lanes, words[3] + at);
}
#endif

template <class Index>
void philox_all(const BirthNumber* who, std::size_t n, std::uint32_t word2, const Index& index, PhiloxKey key,
                const std::array<std::uint32_t*, 4>& words) {
    std::size_t at = 0;
    for (; at + lanes <= n; at += lanes) philox_lanes(who, word2, index, key, words, at);
    for (; at < n; ++at) {
        const auto block = philox4x32_10({static_cast<std::uint32_t>(who[at]),
                                          static_cast<std::uint32_t>(who[at] >> 32U), word2, index[at]},
                                         key);
        for (std::size_t w = 0; w < block.size(); ++w) words[w][at] = block[w];
    }
}

}  // namespace

void RandomSource::fill_words(const BirthNumber* who, std::size_t n, std::uint32_t stream_month,
                              std::uint32_t index, std::array<std::uint32_t*, 4> words) const {
    philox_all(who, n, stream_month, SameIndex{index}, key_, words);
}
void RandomSource::fill_words(const BirthNumber* who, const std::uint32_t* index, std::size_t n,
                              std::uint32_t stream_month, std::array<std::uint32_t*, 4> words) const {
    philox_all(who, n, stream_month, OwnIndex{index}, key_, words);
}

std::uint32_t RandomSource::balanced(std::uint32_t own, const Block& of_study) const {
    constexpr std::uint32_t levels = 10, word_bits = 32, sign_bit = 63;
    constexpr std::uint64_t step = 0x9E3779B97F4A7C15ULL;
    const std::uint64_t scramble = (std::uint64_t{of_study[0]} << word_bits) | of_study[1];
    std::uint32_t stratum = 0;
    for (std::uint32_t level = 0; level < levels; ++level) {
        const std::uint32_t digit = (realisation_.number >> level) & 1U;
        const std::uint32_t node = (1U << level) | (realisation_.number & ((1U << level) - 1U));
        const auto flip = static_cast<std::uint32_t>(mix64(scramble + node * step) >> sign_bit);
        stratum = (stratum << 1U) | (digit ^ flip);
    }
    return (stratum << (word_bits - levels)) | (own >> levels);
}

}  // namespace weefsel::sim
