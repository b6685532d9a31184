#include <algorithm>

#include "models/process/help/help.hpp"
#include "models/world/ages.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t got_help = 1, was_refused = 2;
constexpr int asked_at_most = 3;
constexpr std::size_t most_kin = 255;  // outside_kin is a byte
constexpr float not_quite = 0.999F;    // of a chance of 1, whose logarithm there is none of

/// Asks the strongest ties one after another; returns whether one helps.
bool ask_ties(Residents& r, Ties& ties, ResidentId who, std::uint32_t lot, const HelpParameters& p) {
    auto& row = ties.row[who];
    std::array<int, asked_at_most> strongest{-1, -1, -1};
    for (int k = 0; k < ties.count[who]; ++k) {
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
        const auto number = sim::pair_lot(lot, static_cast<std::uint32_t>(r.birth_number[helper]));
        if (sim::uniform_of(number) >= chance_to_help(r, helper, from_tie_hours(row.hours(k)), p)) continue;
        if (r.help_given[helper] < 255) ++r.help_given[helper];
        const int contact = static_cast<int>(static_cast<float>(p.help_contact) * quarters_an_hour + 0.5F);
        add_contact(ties, who, k, helper, entry_of(ties, helper, who), contact);
        return true;
    }
    return false;
}

}  // namespace

float chance_to_help(const Residents& r, ResidentId helper, float hours, const HelpParameters& p) {
    return sim::sigma(
        static_cast<float>(p.help_level) + static_cast<float>(p.help_hours) * sim::log_of(1.0F + hours) +
        static_cast<float>(p.help_norm) * r.help_norm[helper] -
        static_cast<float>(p.help_load) * static_cast<float>(r.help_load[helper]) +
        (r.help_load[helper] > 0 ? static_cast<float>(p.help_reciprocity) : 0.0F) - r.frailty[helper]);
}

void help_each_other(Residents& r, Ties& ties, const Parameters& parameters, const sim::RandomSource& draws,
                     sim::Month now, Workspace& w) {
    const auto& p = parameters.help;
    const std::size_t n = r.rows();
    const auto fades_after = static_cast<std::uint8_t>(p.signal_months);
    std::uint8_t *load = r.help_load.data(), *given = r.help_given.data(), *got = r.helped.data(),
                 *signal = r.signal.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        load[i] = given[i];
        given[i] = got[i] = 0;
        const auto older = static_cast<std::uint8_t>(signal[i] + (signal[i] > 0));
        signal[i] = older > fades_after ? std::uint8_t{0} : older;
    }
    draws.fill(Stream::small_help, r.birth_number.data(), n, now, 0, w.word_pointers());
    w.marks.resize(n);
    const auto usual = static_cast<float>(p.small_help * p.need),
               by_frailty = static_cast<float>(p.small_help * p.need_frailty),
               by_insecurity = static_cast<float>(p.small_help * p.need_insecurity);
    const float *frailty = r.frailty.data(), *insecurity = r.insecurity.data();
    const std::uint32_t* lot = w.words[0].data();
    const std::uint8_t *age = r.age.data(), *present = r.present.data();
    std::uint8_t* needs = w.marks.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float need = usual + by_frailty * frailty[i] + by_insecurity * insecurity[i];
        needs[i] = (sim::uniform_of(lot[i]) < need) & (age[i] >= adult_age) & (present[i] != 0);
    }
    std::array<float, most_kin + 1> elsewhere{};  // chance that one of so many relatives elsewhere helps
    for (std::size_t k = 0; k < elsewhere.size(); ++k)
        elsewhere[k] = 1.0F - sim::exp_of(static_cast<float>(k) *
                                          sim::log_of(1.0F - not_quite * static_cast<float>(p.help_outside)));
    w.asked_in_vain.clear();
    sim::for_each_marked(needs, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const float asks = sim::sigma(static_cast<float>(p.ask) +
                                      static_cast<float>(p.ask_norm) * (r.help_norm[who] - 0.5F) -
                                      static_cast<float>(p.ask_shame) * r.insecurity[who]);
        bool helped = false;
        if (sim::uniform_of(w.words[1][i]) < asks) {
            helped = ask_ties(r, ties, who, w.words[2][i], p);
            if (!helped) helped = sim::uniform_of(w.words[3][i]) < elsewhere[r.outside_kin[who]];
            if (!helped) w.asked_in_vain.push_back(who.value);
        }
        r.helped[who] = helped ? got_help : was_refused;
        if (!helped && r.signal[who] == 0) r.signal[who] = 1;
    });
}

}  // namespace weefsel
