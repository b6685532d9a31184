#include <algorithm>

#include "models/help/help.hpp"
#include "models/network/tie_change.hpp"
#include "models/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t got_help = 1, was_refused = 2;
constexpr int asked_at_most = 3;
constexpr float quarters = 4.0F;

/// Asks the strongest ties one after another; returns whether one helps.
bool ask_ties(Residents& r, Ties& ties, ResidentId who, std::uint32_t lot, const HelpParameters& p) {
    auto& row = ties.row[who];
    std::array<int, asked_at_most> strongest{-1, -1, -1};
    for (int k = 0; k < ties.count[who]; ++k) {
        int at = k;
        for (auto& s : strongest) {
            const bool stronger =
                s < 0 || row.hours[at] > row.hours[s] ||
                (row.hours[at] == row.hours[s] &&
                 r.birth_number[ResidentId{row.other[at]}] < r.birth_number[ResidentId{row.other[s]}]);
            if (stronger) std::swap(s, at);
            if (at < 0) break;
        }
    }
    for (const int k : strongest) {
        if (k < 0) break;
        const ResidentId helper{row.other[k]};
        const auto number = sim::pair_lot(lot, static_cast<std::uint32_t>(r.birth_number[helper]));
        if (sim::uniform_of(number) >= chance_to_help(r, helper, from_tie_hours(row.hours[k]), p)) continue;
        if (r.help_given[helper] < 255) ++r.help_given[helper];
        const int contact = static_cast<int>(static_cast<float>(p.help_contact) * quarters + 0.5F);
        add_contact(ties, who, k, helper, entry_of(ties.row[helper], who.value), contact);
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

void help_each_other(Residents& r, Ties& ties, const Parameters& parameters, const sim::Draws& draws,
                     sim::Month now, Workspace& w) {
    constexpr int adult = 18;
    const auto& p = parameters.help;
    const std::size_t n = r.rows();
    const auto fades_after = static_cast<std::uint8_t>(p.signal_months);
    for (std::size_t i = 0; i < n; ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        r.help_load[who] = r.help_given[who];
        r.help_given[who] = 0;
        r.helped[who] = 0;
        if (r.signal[who] > 0 && ++r.signal[who] > fades_after) r.signal[who] = 0;
    }
    draws.fill(Stream::small_help, r.birth_number.data(), n, now, 0, w.word_pointers());
    for (std::size_t i = 0; i < n; ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const float need = static_cast<float>(p.need) + static_cast<float>(p.need_frailty) * r.frailty[who] +
                           static_cast<float>(p.need_insecurity) * r.insecurity[who];
        if (sim::uniform_of(w.words[0][i]) >= need || r.age[who] < adult || !r.present[who]) continue;
        const float asks = sim::sigma(static_cast<float>(p.ask) +
                                      static_cast<float>(p.ask_norm) * (r.help_norm[who] - 0.5F) -
                                      static_cast<float>(p.ask_shame) * r.insecurity[who]);
        bool helped = false;
        if (sim::uniform_of(w.words[1][i]) < asks) {
            helped = ask_ties(r, ties, who, w.words[2][i], p);
            const float elsewhere =
                1.0F - sim::exp_of(static_cast<float>(r.outside_kin[who]) *
                                   sim::log_of(1.0F - 0.999F * static_cast<float>(p.help_outside)));
            if (!helped) helped = sim::uniform_of(w.words[3][i]) < elsewhere;
        }
        r.helped[who] = helped ? got_help : was_refused;
        if (!helped && r.signal[who] == 0) r.signal[who] = 1;
    }
}

}  // namespace weefsel
