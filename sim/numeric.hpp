#pragma once
#include <bit>
#include <cstdint>

/// Elementary functions in plain arithmetic: the same bits on every machine (the platform's own
/// differ between processors), and simple enough for the compiler to vectorise over columns.
namespace weefsel::sim {

inline constexpr float ln2 = 0.69314718F;

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

/// e^x in double for x in [-708, 709], clamped outside: where a number lives on that libm would round
/// differently on another machine. Relative error below 3e-16 (tested against long double). Source: range
/// reduction and rational function of Cephes exp (Moshier).
inline double exp_of(double x) {
    constexpr double lowest = -708.0, highest = 709.0;
    constexpr double log2_e = 1.4426950408889634073599;
    constexpr double ln2_high = 6.93145751953125e-1, ln2_low = 1.42860682030941723212e-6;
    constexpr double round_magic = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to an integer
    x = x > highest ? highest : x;
    x = x < lowest ? lowest : x;
    const double n = (x * log2_e + round_magic) - round_magic;
    const double r = (x - n * ln2_high) - n * ln2_low, z = r * r;
    const double p =
        r * ((1.26177193074810590878e-4 * z + 3.02994407707441961300e-2) * z + 9.99999999999999999910e-1);
    const double q =
        ((3.00198505138664455042e-6 * z + 2.52448340349684104192e-3) * z + 2.27265548208155028766e-1) * z +
        2.00000000000000000005;
    const double y = 1.0 + 2.0 * (p / (q - p));
    const auto scale = static_cast<std::uint64_t>(static_cast<std::int64_t>(n) + 1023) << 52U;
    return y * std::bit_cast<double>(scale);
}

/// Natural logarithm in double of a normal positive x. Error below 3e-16, absolute near 1 and relative
/// elsewhere. Source: Cephes log (Moshier).
inline double log_of(double x) {
    constexpr double sqrt_half = 0.70710678118654752440;
    constexpr double ln2_high = 0.693359375, ln2_low = 2.121944400546905827679e-4;
    const auto bits = std::bit_cast<std::uint64_t>(x);
    std::int64_t e = static_cast<std::int64_t>(bits >> 52U) - 1022;
    double m = std::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3fe0000000000000ULL);  // in [0.5, 1)
    const bool low = m < sqrt_half;
    e = low ? e - 1 : e;
    m = (low ? m + m : m) - 1.0;
    const double p =
        ((((1.01875663804580931796e-4 * m + 4.97494994976747001425e-1) * m + 4.70579119878881725854) * m +
          1.44989225341610930846e1) *
             m +
         1.79368678507819816313e1) *
            m +
        7.70838733755885391666;
    const double q =
        ((((m + 1.12873587189167450590e1) * m + 4.52279145837532221105e1) * m + 8.29875266912776603211e1) *
             m +
         7.11544750618563894466e1) *
            m +
        2.31251620126765340583e1;
    const double z = m * m;
    const auto ef = static_cast<double>(e);
    double y = m * (z * p / q);
    y -= ef * ln2_low;
    y -= 0.5 * z;
    return (m + y) + ef * ln2_high;
}

/// base^exponent for a positive base.
inline double pow_of(double base, double exponent) { return exp_of(exponent * log_of(base)); }

/// The logistic function 1 / (1 + e^-x).
inline float sigma(float x) { return 1.0F / (1.0F + exp_of(-x)); }

/// The inverse of sigma for p strictly between 0 and 1.
inline float logit(float p) { return log_of(p / (1.0F - p)); }

inline float clamp01(float x) {
    x = x < 0.0F ? 0.0F : x;
    return x > 1.0F ? 1.0F : x;
}

}  // namespace weefsel::sim
