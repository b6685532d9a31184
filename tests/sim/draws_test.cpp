#include "sim/random_source.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "sim/numeric.hpp"

namespace weefsel::test_draws {
using namespace weefsel::sim;

namespace {

enum class Stream : std::uint8_t { first, second };

constexpr RandomSource draws(20220613, 3);

/// Chi-square of counts that should be equal.
double chi_square(const std::vector<int>& counts) {
    double sum = 0;
    for (const int c : counts) sum += c;
    const double expected = sum / static_cast<double>(counts.size());
    double x2 = 0;
    for (const int c : counts) x2 += (c - expected) * (c - expected) / expected;
    return x2;
}

/// Bound that a chi-square with `degrees` degrees passes once in a million (Wilson & Hilferty 1931).
double chi_square_bound(double degrees) {
    constexpr double z = 4.75;
    const double k = 2.0 / (9.0 * degrees);
    const double root = 1.0 - k + z * std::sqrt(k);
    return degrees * root * root * root;
}

/// Standard normal quantile in long double, by Newton's steps on erfc.
long double exact_normal_quantile(long double p) {
    long double x = normal_quantile(static_cast<float>(p));
    for (int i = 0; i < 8; ++i) {
        const long double below = 0.5L * std::erfc(-x / std::sqrt(2.0L));
        const long double density = std::exp(-x * x / 2) / std::sqrt(2 * 3.14159265358979323846L);
        x -= (below - p) / density;
    }
    return x;
}

}  // namespace

TEST_CASE("numbers drawn for a whole column are those drawn one by one") {
    for (const std::size_t n : {0, 1, 7, 255, 256, 257, 1000}) {
        std::vector<BirthNumber> who(n);
        for (std::size_t i = 0; i < n; ++i) who[i] = mix64(i) + (i << 40U);
        std::array<std::vector<std::uint32_t>, 4> words;
        constexpr std::uint32_t untouched = 77;
        for (auto& w : words) w.assign(n + 1, untouched);
        draws.fill(Stream::second, who.data(), n, Month{-5}, 9,
                   {words[0].data(), words[1].data(), words[2].data(), words[3].data()});
        for (std::size_t i = 0; i < n; ++i) {
            const Block block = draws.block(Stream::second, who[i], Month{-5}, 9);
            for (std::size_t w = 0; w < 4; ++w) REQUIRE(words[w][i] == block[w]);
        }
        for (const auto& w : words) CHECK(w[n] == untouched);
    }
}

TEST_CASE("every part of the address of a draw matters") {
    const auto here = draws.block(Stream::first, 1, Month{2}, 3);
    CHECK(here == draws.block(Stream::first, 1, Month{2}, 3));
    CHECK(here != draws.block(Stream::second, 1, Month{2}, 3));
    CHECK(here != draws.block(Stream::first, BirthNumber{1} << 32U, Month{2}, 3));
    CHECK(here != draws.block(Stream::first, 1, Month{3}, 3));
    CHECK(here != draws.block(Stream::first, 1, Month{2}, 4));
    CHECK(here != RandomSource(20220613, 4).block(Stream::first, 1, Month{2}, 3));
    CHECK(here != RandomSource(20220614, 3).block(Stream::first, 1, Month{2}, 3));
}

TEST_CASE("uniform numbers lie in their range, also for the extreme words") {
    CHECK(uniform_of(0) == 0.0F);
    CHECK(uniform_of(0xffffffffU) < 1.0F);
    CHECK(open_uniform_of(0) > 0.0F);
    CHECK(open_uniform_of(0xffffffffU) < 1.0F);
    CHECK(std::isfinite(exponential_of(0)));
    CHECK(exponential_of(0xffffffffU) > 0.0F);
    CHECK(std::isfinite(normal_quantile(open_uniform_of(0))));
    CHECK(std::isfinite(normal_quantile(open_uniform_of(0xffffffffU))));
}

TEST_CASE("uniform numbers are spread evenly over people and over months") {
    constexpr int bins = 64;
    for (const bool by_month : {false, true}) {
        std::vector<int> counts(bins);
        for (std::uint32_t i = 0; i < 64'000; ++i) {
            const float u = by_month ? draws.uniform(Stream::first, 42, Month{static_cast<int>(i)})
                                     : draws.uniform(Stream::first, i, Month{7});
            ++counts[static_cast<std::size_t>(u * bins)];
        }
        CHECK(chi_square(counts) < chi_square_bound(bins - 1));
    }
}

TEST_CASE("the exponential function is right to 3 in ten million") {
    long double worst = 0;
    for (int i = -86'999; i <= 86'999; ++i) {
        const float x = static_cast<float>(i) * 1e-3F;
        const long double exact = std::exp(static_cast<long double>(x));
        worst = std::max(worst, std::abs((exp_of(x) - exact) / exact));
    }
    CHECK(static_cast<double>(worst) < 3e-7);
    CHECK(exp_of(1000.0F) == exp_of(87.0F));
    CHECK(exp_of(-1000.0F) == exp_of(-87.0F));
    CHECK(exp_of(0.0F) == 1.0F);
}

TEST_CASE("the logarithm is right to 2 in ten million") {
    long double worst = 0;
    for (int i = -1240; i <= 1270; ++i) {
        for (int j = 0; j < 40; ++j) {
            const float x = std::ldexp(1.0F + static_cast<float>(j) / 40.0F, i / 10);
            const long double exact = std::log(static_cast<long double>(x));
            const long double scale = std::max(1.0L, std::abs(exact));
            worst = std::max(worst, std::abs(log_of(x) - exact) / scale);
        }
    }
    CHECK(static_cast<double>(worst) < 2e-7);
    CHECK(log_of(1.0F) == 0.0F);
}

TEST_CASE("the functions in double are right to 3 in ten to the sixteenth, whatever the machine's own do") {
    long double worst = 0;
    for (int i = -707'000; i <= 708'000; i += 7) {
        const double x = i * 1e-3;
        const long double exact = std::exp(static_cast<long double>(x));
        worst = std::max(worst, std::abs((exp_of(x) - exact) / exact));
    }
    CHECK(static_cast<double>(worst) < 3e-16);
    CHECK(exp_of(0.0) == 1.0);
    CHECK(exp_of(1e6) == exp_of(709.0));
    CHECK(exp_of(-1e6) == exp_of(-708.0));
    worst = 0;
    for (int e = -1020; e <= 1022; ++e)
        for (int j = 0; j < 64; ++j) {
            const double x = std::ldexp(1.0 + j / 64.0, e);
            const long double exact = std::log(static_cast<long double>(x));
            worst = std::max(worst, std::abs(log_of(x) - exact) / std::max(1.0L, std::abs(exact)));
        }
    CHECK(static_cast<double>(worst) < 3e-16);
    CHECK(log_of(1.0) == 0.0);
    CHECK(pow_of(1.0225, -20.0) == Approx(std::pow(1.0225, -20.0)).epsilon(1e-14));
}

TEST_CASE("the normal quantile is right to one in a million, and odd around a half") {
    long double worst = 0;
    for (int i = 1; i < 4096; ++i) {
        const float p = static_cast<float>(i) / 4096.0F;
        const long double exact = exact_normal_quantile(p);
        worst = std::max(worst, std::abs(normal_quantile(p) - exact) / std::max(1.0L, std::abs(exact)));
    }
    CHECK(static_cast<double>(worst) < 1e-6);
    CHECK(normal_quantile(0.5F) == 0.0F);
    CHECK(normal_quantile(0.975F) == Approx(1.959964).epsilon(1e-5));
    CHECK(normal_quantile(0.25F) == -normal_quantile(0.75F));
}

TEST_CASE("the logistic function and its inverse undo each other") {
    for (const float p : {0.001F, 0.2F, 0.5F, 0.9F, 0.999F})
        CHECK(sigma(logit(p)) == Approx(p).epsilon(1e-5));
    CHECK(clamp01(-1.0F) == 0.0F);
    CHECK(clamp01(2.0F) == 1.0F);
}

TEST_CASE("the random number of a pair is the same from both ends") {
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const auto a = draws.block(Stream::first, i, Month{0})[0];
        const auto b = draws.block(Stream::first, i, Month{1})[0];
        REQUIRE(pair_word(a, b) == pair_word(b, a));
        REQUIRE(pair_number(a, b) == pair_number(b, a));
    }
    CHECK(pair_number(1, 2) != pair_number(1, 3));
}

TEST_CASE("random numbers of pairs are spread evenly") {
    constexpr std::uint32_t people = 600;
    constexpr std::size_t bins = 256;
    std::vector<std::uint32_t> random_words;
    for (std::uint32_t i = 0; i < people; ++i)
        random_words.push_back(draws.block(Stream::first, i, Month{4})[0]);
    std::vector<int> high(bins), low(bins);
    for (std::uint32_t i = 0; i < people; ++i) {
        for (std::uint32_t j = 0; j < i; ++j) {
            const auto random_word = pair_word(random_words[i], random_words[j]);
            ++high[random_word >> 24U];
            ++low[random_word & 255U];
        }
    }
    CHECK(chi_square(high) < chi_square_bound(bins - 1));
    CHECK(chi_square(low) < chi_square_bound(bins - 1));
}

TEST_CASE("the random numbers of the three pairs among three people are independent") {
    constexpr std::uint32_t people = 120;
    std::vector<std::uint32_t> random_words;
    for (std::uint32_t i = 0; i < people; ++i)
        random_words.push_back(draws.block(Stream::first, i, Month{8})[0]);
    // One triple a person, no person in two of them, many months: the counts are independent.
    std::vector<int> octants(8), finer(64);
    for (int month = 0; month < 2000; ++month) {
        for (std::uint32_t i = 0; i < people; ++i) {
            random_words[i] = draws.block(Stream::first, i, Month{month})[0];
        }
        for (std::uint32_t i = 0; i + 2 < people; i += 3) {
            const auto ij = pair_word(random_words[i], random_words[i + 1]);
            const auto jk = pair_word(random_words[i + 1], random_words[i + 2]);
            const auto ik = pair_word(random_words[i], random_words[i + 2]);
            ++octants[(ij >> 31U) | ((jk >> 31U) << 1U) | ((ik >> 31U) << 2U)];
            ++finer[(ij >> 30U) | ((jk >> 30U) << 2U) | ((ik >> 30U) << 4U)];
        }
    }
    CHECK(chi_square(octants) < chi_square_bound(7));
    CHECK(chi_square(finer) < chi_square_bound(63));
}

TEST_CASE("a paired word of an odd replicate mirrors that of the even one before it, and that is plain") {
    for (std::uint32_t replicate = 0; replicate < 20; replicate += 2) {
        const RandomSource even(7, replicate), odd(7, replicate + 1);
        const auto word = even.paired_word(Stream::second, 5, Month{3}, 2);
        CHECK(word == even.block(Stream::second, 5, Month{3}, 2)[0]);
        CHECK(odd.paired_word(Stream::second, 5, Month{3}, 2) == ~word);
        CHECK(odd.block(Stream::second, 5, Month{3}, 2)[0] != ~word);
    }
}

TEST_CASE("paired words are spread evenly, and those of two decisions or two pairs are independent") {
    constexpr std::size_t bins = 64, side = 8;
    constexpr std::uint32_t pairs = 20000;
    std::vector<int> alone(bins), decisions(side * side), neighbours(side * side);
    for (std::uint32_t pair = 0; pair < pairs; ++pair) {
        const RandomSource source(7, 2 * pair + 1), next(7, 2 * pair + 2);
        const auto one = source.paired_word(Stream::first, 5, Month{3}, 0);
        ++alone[one >> 26U];
        ++decisions[(one >> 29U) * side + (source.paired_word(Stream::first, 5, Month{3}, 1) >> 29U)];
        ++neighbours[(one >> 29U) * side + (next.paired_word(Stream::first, 5, Month{3}, 0) >> 29U)];
    }
    CHECK(chi_square(alone) < chi_square_bound(bins - 1));
    CHECK(chi_square(decisions) < chi_square_bound(side * side - 1));
    CHECK(chi_square(neighbours) < chi_square_bound(side * side - 1));
}

}  // namespace weefsel::test_draws
