#include <algorithm>

#include "models/process/help/help.hpp"
#include "models/study/exchange.hpp"
#include "models/world/streams.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t got_help = 1, just_begun = 1;

/// Who was helped over which tie of the own neighbourhood's border.
struct Helped {
    std::uint16_t row;
    std::size_t tie;
};

/// Entries [first, last) of a border that belong to somebody.
std::pair<std::size_t, std::size_t> ties_of(const Border& border, sim::BirthNumber who) {
    const auto& ties = border.ties;
    const auto first = std::lower_bound(ties.begin(), ties.end(), who,
                                        [](const TieAcross& t, sim::BirthNumber b) { return t.own < b; });
    auto last = first;
    while (last != ties.end() && last->own == who) ++last;
    return {static_cast<std::size_t>(first - ties.begin()), static_cast<std::size_t>(last - ties.begin())};
}

/// The friends across borders of somebody, strongest first.
std::vector<std::size_t> friends_of(const Municipality& m, const Border& border, sim::BirthNumber who) {
    std::vector<std::size_t> friends;
    const auto [first, last] = ties_of(border, who);
    for (std::size_t k = first; k < last; ++k)
        if (const auto& t = border.ties[k];
            t.kind != TieKind::kin && lives_at(m, t.other, t.other_site, t.other_row))
            friends.push_back(k);
    std::sort(friends.begin(), friends.end(), [&](std::size_t a, std::size_t b) {
        const auto &x = border.ties[a], &y = border.ties[b];
        return x.hours != y.hours ? x.hours > y.hours : x.other < y.other;
    });
    return friends;
}

/// Those of one neighbourhood whom a friend elsewhere helps. Reads what the month's steps left.
std::vector<Helped> who_is_helped(const Municipality& m, std::size_t site,
                                  const std::vector<std::uint16_t>& asked, const HelpParameters& p,
                                  const ExchangeParameters& across, const sim::RandomSource& draws,
                                  sim::Month now) {
    constexpr std::size_t asked_at_most = 3;
    std::vector<Helped> helped;
    const auto& r = m.neighbourhoods[site].residents;
    const auto& border = m.borders[site];
    const auto help = sim::narrowed(p);
    for (const auto row : asked) {
        const auto who = r.birth_number[ResidentId{row}];
        const auto friends = friends_of(m, border, who);
        if (friends.empty()) continue;
        const auto random_word =
            draws.block(Stream::small_help, who, now)[2];  // as for friends who live here
        for (std::size_t k = 0; k < std::min(friends.size(), asked_at_most); ++k) {
            const auto& tie = border.ties[friends[k]];
            const float chance = static_cast<float>(across.help_across) *
                                 chance_to_help(m.neighbourhoods[tie.other_site].residents,
                                                ResidentId{tie.other_row}, from_tie_hours(tie.hours), help);
            const auto number = sim::pair_word(random_word, static_cast<std::uint32_t>(tie.other));
            if (sim::uniform_of(number) >= chance) continue;
            helped.push_back({row, friends[k]});
            break;
        }
    }
    return helped;
}

void add_met(TieAcross& tie, int quarter_hours) {
    constexpr std::uint32_t most = 255;
    tie.met = std::min(most, tie.met + static_cast<std::uint32_t>(quarter_hours));
}

/// Help has been given: load of who gave it, contact at both ends of the tie, and no unmet need.
void give(Municipality& m, std::size_t site, const Helped& helped, int contact) {
    constexpr std::uint8_t most = 255;
    auto& r = m.neighbourhoods[site].residents;
    const ResidentId who{helped.row};
    r.helped[who] = got_help;
    if (r.signal[who] == just_begun) r.signal[who] = 0;
    auto& tie = m.borders[site].ties[helped.tie];
    auto& given = m.neighbourhoods[tie.other_site].residents.help_given[ResidentId{tie.other_row}];
    if (given < most) ++given;
    add_met(tie, contact);
    auto& back = m.borders[tie.other_site];
    const auto [first, last] = ties_of(back, tie.other);
    for (std::size_t k = first; k < last; ++k)
        if (back.ties[k].other == tie.own) add_met(back.ties[k], contact);
}

}  // namespace

void help_across(Municipality& m, const std::vector<MonthRecord>& months, const HelpParameters& p,
                 const ExchangeParameters& across, const sim::RandomSource& draws, sim::Month now,
                 WorkerPool& pool) {
    if (across.help_across <= 0) return;
    std::vector<std::vector<Helped>> helped(m.neighbourhoods.size());
    pool.each([&](std::size_t site) {
        helped[site] = who_is_helped(m, site, months[site].refused, p, across, draws, now);
    });
    constexpr double quarters = 4.0;
    const int contact = static_cast<int>(p.help_contact * quarters + 0.5);
    for (std::size_t site = 0; site < helped.size(); ++site)
        for (const auto& one : helped[site]) give(m, site, one, contact);
}

std::vector<std::vector<LonelyBeyond>> lonely_across(const Municipality& m, const WellbeingParameters& p,
                                                     WorkerPool& pool) {
    std::vector<std::vector<LonelyBeyond>> all(m.neighbourhoods.size());
    if (p.contagion <= 0 || m.borders.empty()) return all;
    pool.each([&](std::size_t site) {
        auto& beyond = all[site];
        for (const auto& tie : m.borders[site].ties) {
            if (!lives_at(m, tie.other, tie.other_site, tie.other_row)) continue;
            if (beyond.empty() || beyond.back().who != tie.own)
                beyond.push_back({tie.own, tie.own_row, 0, 0});
            auto& own = beyond.back();
            const auto& others = m.neighbourhoods[tie.other_site].residents;
            own.hundredths += hundredths_of(others.loneliness[ResidentId{tie.other_row}]);
            ++own.ties;
        }
    });
    return all;
}

}  // namespace weefsel
