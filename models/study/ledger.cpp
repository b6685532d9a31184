#include "models/study/ledger.hpp"

#include <algorithm>
#include <bit>

#include "sim/error.hpp"

namespace weefsel {
namespace {

/// Months of `life` with a score of 9 or more, up to `until`.
int severe_months(const LifeHistories& life, std::size_t who, int until) {
    constexpr int bits = 64;
    int months = 0;
    for (std::size_t word = 0; word < life.words(); ++word) {
        const int left = until - static_cast<int>(word) * bits;
        if (left <= 0) break;
        auto seen = life.severe[who * life.words() + word];
        if (left < bits) seen &= (std::uint64_t{1} << static_cast<unsigned>(left)) - 1U;
        months += std::popcount(seen);
    }
    return months;
}

/// Books one kind of event for one resident after the other.
struct Booking {
    const LifeHistories& reference;
    const LifeHistories& option;
    LedgerKind kind;
    double* entries;

    [[nodiscard]] double& of(LedgerEntry e) const { return entries[static_cast<std::size_t>(e)]; }
    [[nodiscard]] bool deaths() const { return kind == LedgerKind::death; }
    [[nodiscard]] LedgerMonth month(const LifeHistories& life, std::size_t who) const {
        return life.first[static_cast<std::size_t>(kind)][who];
    }
    /// Whether an exit other than the event itself ended a life before the end.
    [[nodiscard]] bool left(const LifeHistories& life, std::size_t who, LifeEnd how) const {
        return life.end[who] == how && !(deaths() && how == LifeEnd::died);
    }
    [[nodiscard]] int observed(std::size_t who) const {
        int until = reference.months;
        for (const auto* life : {&reference, &option})
            if (left(*life, who, LifeEnd::moved) || left(*life, who, LifeEnd::died))
                until = std::min(until, static_cast<int>(life->gone[who]));
        return until;
    }
    [[nodiscard]] int event_free(const LifeHistories& life, std::size_t who, int until) const {
        if (kind == LedgerKind::severe_loneliness) return until - severe_months(life, who, until);
        return std::min(static_cast<int>(month(life, who)), until);
    }
    [[nodiscard]] int gained(std::size_t who) const {
        const int until = observed(who);
        return event_free(option, who, until) - event_free(reference, who, until);
    }
    [[nodiscard]] bool either_left(std::size_t who, LifeEnd how) const {
        return left(reference, who, how) || left(option, who, how);
    }
    void in_both(int before, int after) const {
        if (after > before) {
            ++of(LedgerEntry::postponed);
            of(LedgerEntry::postponed_months) += after - before;
        } else if (after < before) {
            ++of(LedgerEntry::hastened);
            of(LedgerEntry::hastened_months) += before - after;
        }
    }
    /// The event fell in one of the lives only.
    void in_one(std::size_t who, bool by_reference) const {
        if (either_left(who, LifeEnd::died))
            ++of(by_reference ? LedgerEntry::died_reference : LedgerEntry::died_option);
        else if (either_left(who, LifeEnd::moved))
            ++of(by_reference ? LedgerEntry::moved_reference : LedgerEntry::moved_option);
        else if (deaths())
            in_both(std::min<int>(month(reference, who), reference.months),
                    std::min<int>(month(option, who), option.months));
        else
            ++of(by_reference ? LedgerEntry::prevented : LedgerEntry::brought_about);
    }
    void book(std::size_t who) const {
        of(LedgerEntry::event_free_months) += gained(who);
        const auto before = month(reference, who), after = month(option, who);
        of(LedgerEntry::events_reference) += before != never_happened ? 1 : 0;
        of(LedgerEntry::events_option) += after != never_happened ? 1 : 0;
        if (before != never_happened && after != never_happened)
            in_both(before, after);
        else if (before != after)
            in_one(who, before != never_happened);
    }
};

}  // namespace

int event_free_gained(const LifeHistories& reference, const LifeHistories& option, LedgerKind kind,
                      std::size_t who) {
    return Booking{reference, option, kind, nullptr}.gained(who);
}

std::vector<double> ledger_of(const LifeHistories& reference, const LifeHistories& option) {
    sim::require(reference.size() == option.size() && reference.months == option.months,
                 "a ledger compares lives of the same residents over the same months");
    std::vector<double> ledger(ledger_kinds * ledger_entries, 0.0);
    for (std::size_t k = 0; k < ledger_kinds; ++k) {
        ledger[k * ledger_entries + static_cast<std::size_t>(LedgerEntry::residents)] =
            static_cast<double>(reference.size());
        const Booking booking{reference, option, static_cast<LedgerKind>(k), &ledger[k * ledger_entries]};
        for (std::size_t who = 0; who < reference.size(); ++who) booking.book(who);
    }
    return ledger;
}

}  // namespace weefsel
