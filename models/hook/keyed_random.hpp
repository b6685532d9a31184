#pragma once
#include <cstdint>
#include <string_view>

#include "sim/month.hpp"
#include "sim/name_key.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// The stream of all decisions that hooks make: the last number that a stream can have, which no decision of
/// the model will get. The name of the decision is the index in it.
enum class HookStream : std::uint8_t { own = 255 };

/// Random numbers of a hook: pure functions of (seed, draw, replicate; month, whose decision, its name).
/// Nothing is advanced, so a number does not depend on what was drawn before, on the thread or on the option:
/// twins stay twins.
class KeyedRandom {
public:
    constexpr KeyedRandom(const sim::RandomSource& draws, sim::Month now) : draws_(draws), now_(now) {}

    /// A number in [0, 1) for the decision `name` of `who` (a birth number, or any other key of 64 bits) in
    /// this month.
    [[nodiscard]] constexpr float uniform(std::string_view name, std::uint64_t who) const {
        return draws_.uniform(HookStream::own, who, now_, index_of(name));
    }
    /// The numbers of decision `name` in this month, for many keys.
    class Decision {
    public:
        [[nodiscard]] constexpr float uniform(std::uint64_t who) const {
            return draws_.uniform(HookStream::own, who, month_, index_);
        }

    private:
        friend class KeyedRandom;
        constexpr Decision(const sim::RandomSource& draws, sim::Month month, std::uint32_t index)
            : draws_(draws), month_(month), index_(index) {}
        sim::RandomSource draws_;
        sim::Month month_;
        std::uint32_t index_;
    };
    [[nodiscard]] constexpr Decision decision(std::string_view name) const {
        return {draws_, now_, index_of(name)};
    }
    /// The same in every month.
    [[nodiscard]] constexpr Decision decision_once(std::string_view name) const {
        return {draws_, sim::Month{-1}, index_of(name)};
    }
    /// The same number in every month.
    [[nodiscard]] constexpr float uniform_once(std::string_view name, std::uint64_t who) const {
        return draws_.uniform(HookStream::own, who, sim::Month{-1}, index_of(name));
    }

private:
    static constexpr std::uint32_t index_of(std::string_view name) {
        return static_cast<std::uint32_t>(sim::mix64(sim::name_key(name)));
    }

    sim::RandomSource draws_;
    sim::Month now_;
};

}  // namespace weefsel
