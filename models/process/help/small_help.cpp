#include <algorithm>

#include "models/process/help/help.hpp"
#include "models/world/ages.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t got_help = 1, was_refused = 2;
constexpr int asked_at_most = 3;
constexpr std::size_t most_kin = 255;  // outside_kin is a byte
constexpr float not_quite = 0.999F;    // of a chance of 1, whose logarithm there is none of

/// Asks the strongest ties one after another; returns whether one helps.
bool ask_ties(Residents& r, Ties& ties, ResidentId who, std::uint32_t random_word,
              const HelpParametersOf<float>& p) {
    auto& row = ties.row[who];
    std::array<int, asked_at_most> strongest{-1, -1, -1};
    for (int k = 0; k < ties.count[who]; ++k) {
        if (has_lapsed(row.kind(k))) continue;
        int at = k;
        for (auto& s : strongest) {
            const bool stronger =
                s < 0 || row.hours(at) > row.hours(s) ||
                (row.hours(at) == row.hours(s) &&
                 r.birth_number[ResidentId{row.other(at)}] < r.birth_number[ResidentId{row.other(s)}]);
            if (stronger) std::swap(s, at);
            if (at < 0) break;
        }
    }
    for (const int k : strongest) {
        if (k < 0) break;
        const ResidentId helper{row.other(k)};
        const auto number = sim::pair_word(random_word, static_cast<std::uint32_t>(r.birth_number[helper]));
        if (sim::uniform_of(number) >= chance_to_help(r, helper, from_tie_hours(row.hours(k)), p)) continue;
        if (r.help_given[helper] < 255) ++r.help_given[helper];
        const int contact = static_cast<int>(p.help_contact * quarters_an_hour + 0.5F);
        add_contact(ties, who, k, helper, entry_of(ties, helper, who), contact);
        return true;
    }
    return false;
}

/// What was given last month is this month's load; signals grow older and fade.
void begin_month(Residents& r, std::uint8_t fades_after) {
    sim::each_row(
        r.rows(),
        [fades_after](std::uint8_t& load, std::uint8_t& given, std::uint8_t& got, std::uint8_t& signal) {
            load = given;
            given = got = 0;
            const auto older = static_cast<std::uint8_t>(signal + (signal > 0));
            signal = older > fades_after ? std::uint8_t{0} : older;
        },
        r.help_load, r.help_given, r.helped, r.signal);
}

void who_needs_help(const Residents& r, const HelpParameters& p,
                    const std::vector<std::uint32_t>& random_words, std::vector<std::uint8_t>& needs) {
    const auto usual = static_cast<float>(p.small_help * p.need),
               by_frailty = static_cast<float>(p.small_help * p.need_frailty),
               by_insecurity = static_cast<float>(p.small_help * p.need_insecurity);
    needs.resize(r.rows());
    sim::each_row(
        r.rows(),
        [=](std::uint8_t& mark, std::uint32_t random_word, float frailty, float insecurity, std::uint8_t age,
            std::uint8_t present) {
            const float need = usual + by_frailty * frailty + by_insecurity * insecurity;
            mark = (sim::uniform_of(random_word) < need) & (age >= adult_age) & (present != 0);
        },
        needs, random_words, r.frailty, r.insecurity, r.age, r.present);
}

/// Chance that one of so many relatives elsewhere helps, when each does with a chance `each`.
std::array<float, most_kin + 1> chance_of_kin_elsewhere(float each) {
    std::array<float, most_kin + 1> chance{};
    for (std::size_t k = 0; k < chance.size(); ++k)
        chance[k] = 1.0F - sim::exp_of(static_cast<float>(k) * sim::log_of(1.0F - not_quite * each));
    return chance;
}

}  // namespace

float chance_to_help(const Residents& r, ResidentId helper, float hours, const HelpParametersOf<float>& p) {
    return sim::sigma(p.help_level + p.help_hours * sim::log_of(1.0F + hours) +
                      p.help_norm * r.help_norm[helper] +
                      p.help_trust * (r.trust[helper] - p.help_trust_usual) -
                      p.help_load * static_cast<float>(r.help_load[helper]) +
                      (r.help_load[helper] > 0 ? p.help_reciprocity : 0.0F) - r.frailty[helper]);
}

std::vector<std::uint16_t> help_each_other(Residents& r, Ties& ties, const HelpParameters& parameters,
                                           const sim::RandomSource& draws, sim::Month now, Workspace& w) {
    const auto p = sim::narrowed(parameters);
    begin_month(r, static_cast<std::uint8_t>(parameters.signal_months));
    draws.fill(Stream::small_help, r.birth_number.data(), r.rows(), now, 0, w.room_for_words(r.rows()));
    who_needs_help(r, parameters, w.words[0], w.marks);
    const auto elsewhere = chance_of_kin_elsewhere(p.help_outside);
    std::vector<std::uint16_t> refused;
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        const float asks =
            sim::sigma(p.ask + p.ask_norm * (r.help_norm[who] - 0.5F) - p.ask_shame * r.insecurity[who]);
        const auto uniform = [&](std::size_t word) { return sim::uniform_of(w.words[word][who.index()]); };
        bool helped = false;
        if (uniform(1) < asks) {
            helped = ask_ties(r, ties, who, w.words[2][who.index()], p) ||
                     uniform(3) < elsewhere[r.outside_kin[who]];
            if (!helped) refused.push_back(who.value);
        }
        r.helped[who] = helped ? got_help : was_refused;
        if (!helped && r.signal[who] == 0) r.signal[who] = 1;
    });
    return refused;
}

}  // namespace weefsel
