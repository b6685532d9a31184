#include "sim/draws.hpp"

#include <algorithm>
#include <cmath>

#include "sim/numeric.hpp"

namespace weefsel::sim {

float exponential_of(std::uint32_t word) { return -log_of(open_uniform_of(word)); }

float normal_quantile(float p) {
    constexpr float a[] = {-39.69683028665376F, 220.9460984245205F,  -275.9285104469687F,
                           138.3577518672690F,  -30.66479806614716F, 2.506628277459239F};
    constexpr float b[] = {-54.47609879822406F, 161.5858368580409F, -155.6989798598866F,
                           66.80131188771972F, -13.28068155288572F};
    constexpr float c[] = {-0.007784894002430293F, -0.3223964580411365F, -2.400758277161838F,
                           -2.549732539343734F,    4.374664141464968F,   2.938163982698783F};
    constexpr float d[] = {0.007784695709041462F, 0.3224671290700398F, 2.445134137142996F,
                           3.754408661907416F};
    constexpr float low = 0.02425F;
    if (p < low || p > 1.0F - low) {
        const bool upper = p > 0.5F;
        const float q = std::sqrt(-2.0F * log_of(upper ? 1.0F - p : p));
        const float x = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
                        ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1.0F);
        return upper ? -x : x;
    }
    const float q = p - 0.5F;
    const float r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
           (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1.0F);
}

void Draws::fill_words(const BirthNumber* who, std::size_t n, std::uint32_t stream_month,
                       std::uint32_t index, std::array<std::uint32_t*, 4> words) const {
    constexpr std::size_t lanes = 256;  // the working set of one chunk stays in the first-level cache
    constexpr int rounds = 10;
    std::uint32_t c0[lanes], c1[lanes], c2[lanes], c3[lanes];
    for (std::size_t start = 0; start < n; start += lanes) {
        const std::size_t m = std::min(lanes, n - start);
        for (std::size_t i = 0; i < m; ++i) {
            c0[i] = static_cast<std::uint32_t>(who[start + i]);
            c1[i] = static_cast<std::uint32_t>(who[start + i] >> 32U);
            c2[i] = stream_month;
            c3[i] = index;
        }
        for (std::size_t i = 0; i < m; ++i) {
            std::uint32_t x0 = c0[i], x1 = c1[i], x2 = c2[i], x3 = c3[i];
            std::uint32_t k0 = key_[0], k1 = key_[1];
            for (int round = 0; round < rounds; ++round) {
                const std::uint64_t p0 = std::uint64_t{0xD2511F53U} * x0;
                const std::uint64_t p1 = std::uint64_t{0xCD9E8D57U} * x2;
                const auto y0 = static_cast<std::uint32_t>(p1 >> 32U) ^ x1 ^ k0;
                const auto y2 = static_cast<std::uint32_t>(p0 >> 32U) ^ x3 ^ k1;
                x1 = static_cast<std::uint32_t>(p1);
                x3 = static_cast<std::uint32_t>(p0);
                x0 = y0;
                x2 = y2;
                k0 += 0x9E3779B9U;
                k1 += 0xBB67AE85U;
            }
            c0[i] = x0; c1[i] = x1; c2[i] = x2; c3[i] = x3;
        }
        std::copy_n(c0, m, words[0] + start);
        std::copy_n(c1, m, words[1] + start);
        std::copy_n(c2, m, words[2] + start);
        std::copy_n(c3, m, words[3] + start);
    }
}

}  // namespace weefsel::sim
