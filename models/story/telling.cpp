#include "models/story/telling.hpp"

#include <algorithm>
#include <cstdlib>

#include "sim/error.hpp"

namespace weefsel {

std::optional<Hazard> hazard_of(LedgerKind kind) {
    switch (kind) {
        case LedgerKind::district_nursing:
            return hazard_of(EventKind::district_nursing);
        case LedgerKind::wmo:
            return hazard_of(EventKind::wmo);
        case LedgerKind::youth_care:
            return hazard_of(EventKind::youth_care);
        case LedgerKind::mental_care:
            return hazard_of(EventKind::mental_care);
        case LedgerKind::residential_care:
            return hazard_of(EventKind::residential_care);
        case LedgerKind::carer_breakdown:
            return hazard_of(EventKind::carer_breakdown);
        case LedgerKind::offending:
            return hazard_of(EventKind::offending);
        case LedgerKind::death:
            return hazard_of(EventKind::death);
        default:
            return std::nullopt;
    }
}

Telling told_difference(const std::vector<LifeHistories>& lives, std::size_t reference, std::size_t who,
                        Why why) {
    Telling most;
    most.who = who;
    most.why = why;
    most.option = reference;
    for (std::size_t o = 0; o < lives.size(); ++o) {
        if (o == reference) continue;
        Telling here = most;
        here.option = o;
        here.months = here.gained = 0;
        for (std::size_t k = 0; k < ledger_kinds; ++k) {
            const auto kind = static_cast<LedgerKind>(k);
            if (kind == LedgerKind::waiting) continue;
            const int gained = event_free_gained(lives[reference], lives[o], kind, who);
            here.months += std::abs(gained);
            if (std::abs(gained) > std::abs(here.gained)) {
                here.gained = gained;
                here.kind = kind;
            }
        }
        if (most.option == reference || here.months > most.months) most = here;
    }
    return most;
}

std::vector<Telling> telling_residents(const std::vector<LifeHistories>& lives, std::size_t reference) {
    constexpr std::size_t max_told = 3;
    sim::require(lives.size() > 1, "telling residents are those whose lives differ between options");
    std::vector<Telling> all;
    for (std::size_t who = 0; who < lives[reference].size(); ++who)
        all.push_back(told_difference(lives, reference, who, Why::differs_most));
    if (all.empty()) return {};
    std::stable_sort(all.begin(), all.end(),
                     [](const Telling& a, const Telling& b) { return a.months > b.months; });
    std::vector<Telling> chosen;
    for (const auto& t : all) {
        if (t.months == 0 || chosen.size() == max_told) break;
        const bool kind_told =
            std::any_of(chosen.begin(), chosen.end(), [&](const Telling& c) { return c.kind == t.kind; });
        if (!kind_told) chosen.push_back(t);
    }
    const int median = all[all.size() / 2].months;
    std::vector<Telling> usual;
    for (const auto& t : all)
        if (t.months == median) usual.push_back(t);
    const auto leaves = [&](const Telling& t) { return lives[reference].end[t.who] != LifeEnd::present; };
    if (!std::all_of(usual.begin(), usual.end(), leaves)) std::erase_if(usual, leaves);
    auto typical = usual[usual.size() / 2];
    typical.why = Why::typical;
    if (std::none_of(chosen.begin(), chosen.end(), [&](const Telling& c) { return c.who == typical.who; }))
        chosen.push_back(typical);
    return chosen;
}

}  // namespace weefsel
