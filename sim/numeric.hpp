#pragma once
#include <bit>
#include <cstdint>

/// Elementary functions in plain arithmetic: the same bits on every machine (the platform's own
/// differ between processors), and simple enough for the compiler to vectorise over columns.
namespace weefsel::sim {

/// e^x for x in [-87, 87], clamped outside. Relative error below 3e-7 (tested against long double).
/// Source: range reduction and minimax polynomial of Cephes expf (Moshier).
inline float exp_of(float x) {
    constexpr float limit = 87.0F;
    constexpr float log2_e = 1.44269504088896341F;
    constexpr float ln2_high = 0.693359375F;
    constexpr float ln2_low = -2.12194440e-4F;
    constexpr float round_magic = 12582912.0F;  // 1.5 * 2^23: adding it rounds to an integer
    x = x > limit ? limit : x;
    x = x < -limit ? -limit : x;
    const float n = (x * log2_e + round_magic) - round_magic;
    const float r = (x - n * ln2_high) - n * ln2_low;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    const float y = p * r * r + r + 1.0F;
    const auto scale = static_cast<std::uint32_t>(static_cast<std::int32_t>(n) + 127) << 23U;
    return y * std::bit_cast<float>(scale);
}

/// Natural logarithm of a normal positive x. Absolute error below 2e-7 near 1, relative 2e-7 elsewhere.
/// Source: Cephes logf (Moshier).
inline float log_of(float x) {
    constexpr float sqrt_half = 0.707106781186547524F;
    constexpr float ln2_high = 0.693359375F;
    constexpr float ln2_low = -2.12194440e-4F;
    const auto bits = std::bit_cast<std::uint32_t>(x);
    std::int32_t e = static_cast<std::int32_t>(bits >> 23U) - 126;
    float m = std::bit_cast<float>((bits & 0x007fffffU) | 0x3f000000U);  // in [0.5, 1)
    const bool low = m < sqrt_half;
    e = low ? e - 1 : e;
    m = (low ? m + m : m) - 1.0F;
    float p = 7.0376836292e-2F;
    p = p * m - 1.1514610310e-1F;
    p = p * m + 1.1676998740e-1F;
    p = p * m - 1.2420140846e-1F;
    p = p * m + 1.4249322787e-1F;
    p = p * m - 1.6668057665e-1F;
    p = p * m + 2.0000714765e-1F;
    p = p * m - 2.4999993993e-1F;
    p = p * m + 3.3333331174e-1F;
    const float z = m * m;
    const auto ef = static_cast<float>(e);
    float y = p * m * z;
    y += ln2_low * ef;
    y -= 0.5F * z;
    return (m + y) + ln2_high * ef;
}

/// The logistic function 1 / (1 + e^-x).
inline float sigma(float x) { return 1.0F / (1.0F + exp_of(-x)); }

/// The inverse of sigma for p strictly between 0 and 1.
inline float logit(float p) { return log_of(p / (1.0F - p)); }

inline float clamp01(float x) {
    x = x < 0.0F ? 0.0F : x;
    return x > 1.0F ? 1.0F : x;
}

}  // namespace weefsel::sim
