#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/month.hpp"
#include "sim/numeric.hpp"
#include "sim/philox.hpp"

namespace weefsel::sim {

/// Who a number is drawn for: 64 bits, the same in every option of a replicate.
using BirthNumber = std::uint64_t;

/// A number in [0, 1) from the high 24 bits of a word.
constexpr float uniform_of(std::uint32_t word) { return static_cast<float>(word >> 8U) * 0x1p-24F; }
/// A number strictly between 0 and 1 from the high 23 bits of a word (safe for log and inverses).
constexpr float open_uniform_of(std::uint32_t word) {
    return (static_cast<float>(word >> 9U) + 0.5F) * 0x1p-23F;
}

/// A nearly normal number of mean 0 and spread 1 from the sum of a word's four bytes; within 3.45.
constexpr float nearly_normal_of(std::uint32_t word) {
    constexpr std::uint32_t low = 0x00ff00ffU;
    constexpr float mean = 510.0F, per_spread = 1.0F / 147.801F;  // of four uniform bytes
    const std::uint32_t two = (word & low) + ((word >> 8U) & low);
    const std::uint32_t sum = (two & 0xffffU) + (two >> 16U);
    return (static_cast<float>(static_cast<std::int32_t>(sum)) - mean) * per_spread;
}

/// Standard normal quantile of p in (0, 1). Error below 1e-6, relative where it exceeds 1.
/// Source: Acklam (2003), rational approximation, central and tail regions.
float normal_quantile(float p);

/// Unit exponential by inversion of one word.
inline float exponential_of(std::uint32_t word) { return -log_of(open_uniform_of(word)); }

/// Four words for one (stream, who, month, index).
using Block = std::array<std::uint32_t, 4>;

/// The place of a realisation in a study: what numbers that are balanced over realisations go by.
struct Realisation {
    std::uint32_t study = 0;   ///< seed of the study, the same in all its realisations
    std::uint32_t number = 0;  ///< any number; those of 2^n consecutive ones are in 2^n equal strata

    /// Of a draw and a replicate: both alone run through the strata, and together through finer ones.
    static constexpr Realisation of(std::uint32_t study, std::uint32_t draw, std::uint32_t replicate) {
        constexpr std::uint32_t finer = 5;  // strata of 32 draws, halved by replicates
        return {study, draw ^ replicate ^ (replicate << finer)};
    }
};

/// The random numbers of one replicate: a pure function of (seed, replicate; stream, who, month,
/// index). Nothing is stored or advanced, so draws can be asked for in any order, on any thread.
/// `Stream` is an append-only enumeration of at most 256 decisions, declared by the model.
class RandomSource {
public:
    constexpr RandomSource(std::uint32_t seed, std::uint32_t replicate)
        : RandomSource(seed, replicate, Realisation::of(seed, 0, replicate)) {}
    constexpr RandomSource(std::uint32_t seed, std::uint32_t replicate, Realisation realisation)
        : key_{seed, replicate}, realisation_(realisation) {}

    template <class Stream>
    [[nodiscard]] constexpr Block block(Stream stream, BirthNumber who, Month month,
                                        std::uint32_t index = 0) const {
        return philox4x32_10({static_cast<std::uint32_t>(who), static_cast<std::uint32_t>(who >> 32U),
                              stream_and_month(stream, month), index},
                             key_);
    }

    /// One number in [0, 1).
    template <class Stream>
    [[nodiscard]] constexpr float uniform(Stream stream, BirthNumber who, Month month,
                                          std::uint32_t index = 0) const {
        return uniform_of(block(stream, who, month, index)[0]);
    }

    /// A word that is balanced over the realisations of a study: in each it is as random as any other, and
    /// the first 2^n realisations (n up to 10) have one word in each of 2^n equal strata. For the few
    /// decisions whose chance would be most of the difference between options. Source: nested scrambling of
    /// the van der Corput sequence (Owen 1995, doi 10.1007/978-1-4612-2552-2_19).
    template <class Stream>
    [[nodiscard]] std::uint32_t balanced_word(Stream stream, BirthNumber who, Month month,
                                              std::uint32_t index = 0) const {
        return balanced(
            block(stream, who, month, index)[0],
            RandomSource(realisation_.study, of_all_realisations).block(stream, who, month, index));
    }

    /// A random priority of 64 bits: who has the highest goes first.
    template <class Stream>
    [[nodiscard]] constexpr std::uint64_t priority(Stream stream, BirthNumber who, Month month) const {
        const auto words = block(stream, who, month);
        return (std::uint64_t{words[0]} << 32U) | words[1];
    }

    /// One block for each of `n` birth numbers; word w of who[i] lands in words[w][i].
    /// Vectorised over i; equal to `block` word for word.
    template <class Stream>
    void fill(Stream stream, const BirthNumber* who, std::size_t n, Month month, std::uint32_t index,
              std::array<std::uint32_t*, 4> words) const {
        fill_words(who, n, stream_and_month(stream, month), index, words);
    }

    /// The same with an index for each.
    template <class Stream>
    void fill(Stream stream, const BirthNumber* who, const std::uint32_t* index, std::size_t n, Month month,
              std::array<std::uint32_t*, 4> words) const {
        fill_words(who, index, n, stream_and_month(stream, month), words);
    }

    [[nodiscard]] constexpr PhiloxKey key() const { return key_; }

private:
    template <class Stream>
    static constexpr std::uint32_t stream_and_month(Stream stream, Month month) {
        constexpr std::uint32_t month_bits = 24;
        return (static_cast<std::uint32_t>(stream) << month_bits) |
               (static_cast<std::uint32_t>(month.value) & ((1U << month_bits) - 1U));
    }
    void fill_words(const BirthNumber* who, std::size_t n, std::uint32_t stream_month, std::uint32_t index,
                    std::array<std::uint32_t*, 4> words) const;
    void fill_words(const BirthNumber* who, const std::uint32_t* index, std::size_t n,
                    std::uint32_t stream_month, std::array<std::uint32_t*, 4> words) const;

    /// Strata in the high bits, what is left of the realisation's own word in the low ones.
    [[nodiscard]] std::uint32_t balanced(std::uint32_t own, const Block& of_study) const;

    static constexpr std::uint32_t of_all_realisations = 0xffffffffU;  // no replicate has this number
    PhiloxKey key_;
    Realisation realisation_;
};

/// Mixes 64 bits so that related inputs give unrelated outputs (finaliser of SplitMix64,
/// Steele, Lea & Flood 2014). Bijective: distinct inputs stay distinct.
constexpr std::uint64_t mix64(std::uint64_t x) {
    x ^= x >> 30U;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27U;
    x *= 0x94d049bb133111ebULL;
    x ^= x >> 31U;
    return x;
}

/// A number for an unordered pair, made of both members' 32-bit random numbers: both ends know it, and it
/// changes with no third party. Finaliser of MurmurHash3 over a symmetric mix. For one pair
/// (std::uint32_t) or eight (sim::Word8).
template <class Word>
constexpr Word pair_word(Word a, Word b) {
    Word h = (a + b) ^ ((a ^ b) * 0x9E3779B1U);
    h ^= h >> 16U;
    h *= 0x85ebca6bU;
    h ^= h >> 13U;
    h *= 0xc2b2ae35U;
    h ^= h >> 16U;
    return h;
}
constexpr std::uint32_t pair_word(std::uint32_t a, std::uint32_t b) { return pair_word<std::uint32_t>(a, b); }

/// The birth number of an unordered pair (for events that belong to both).
constexpr BirthNumber pair_number(BirthNumber a, BirthNumber b) {
    const BirthNumber low = a < b ? a : b;
    const BirthNumber high = a < b ? b : a;
    return mix64(low) ^ mix64(high * 0x9E3779B97F4A7C15ULL + 1U);
}

}  // namespace weefsel::sim
