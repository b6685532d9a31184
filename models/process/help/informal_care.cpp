#include <algorithm>

#include "models/process/help/help.hpp"
#include "models/world/ages.hpp"
#include "models/world/event.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/tie_layers.hpp"
#include "models/world/units.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

/// Partner, else the strongest tie with an adult relative, else the strongest close friend.
ResidentId find_carer(const Residents& r, const Ties& ties, ResidentId who, const HelpParameters& p) {
    const auto too_frail_to_care = static_cast<float>(p.carer_too_frail);
    const auto able = [&](ResidentId x) { return r.age[x] >= adult_age && r.frailty[x] < too_frail_to_care; };
    const auto partner = r.partner[who];
    if (partner.exists() && able(partner) && entry_of(ties, who, partner) >= 0) return partner;
    const auto& row = ties.row[who];
    ResidentId best = ResidentId::none();
    std::uint64_t best_rank = 0;
    for (int k = 0; k < ties.count[who]; ++k) {
        const ResidentId other{row.other(k)};
        const bool kin = row.kind(k) == TieKind::kin;
        if (!able(other) || (!kin && row.hours(k) < layer_close)) continue;
        constexpr std::uint64_t kin_first = 1U << 20U;
        const std::uint64_t rank = row.hours(k) + (kin ? kin_first : 0U);
        const bool better = !best.exists() || rank > best_rank ||
                            (rank == best_rank && r.birth_number[other] < r.birth_number[best]);
        if (better) {
            best = other;
            best_rank = rank;
        }
    }
    return best;
}

float carer_share(const Residents& r, const Ties& ties, ResidentId who, const HelpParameters& p) {
    const auto carer = r.carer[who];
    if (!carer.exists()) return 0.0F;
    if (carer == r.partner[who]) return static_cast<float>(p.care_partner);
    const int k = entry_of(ties, who, carer);
    return static_cast<float>(k >= 0 && ties.row[who].kind(k) == TieKind::kin ? p.care_child : p.care_friend);
}

/// Care that residents give to people who live elsewhere; a person keeps it for five years.
float care_elsewhere(const Residents& r, ResidentId who, const HelpParameters& p,
                     const sim::RandomSource& draws) {
    constexpr int from = 25, most_from = 45, until = 70, years_of_care = 5;
    const int age = r.age[who];
    if (age < from || age >= until) return 0.0F;
    const auto words = draws.block(Stream::carer, r.birth_number[who], sim::Month{0},
                                   static_cast<std::uint32_t>(age / years_of_care));
    const float chance = static_cast<float>(p.care_elsewhere) * (age < most_from ? 0.5F : 1.0F);
    if (sim::uniform_of(words[0]) >= chance) return 0.0F;
    const auto spread = static_cast<float>(p.care_elsewhere_spread);
    return static_cast<float>(p.care_elsewhere_hours) *
           sim::exp_of(spread * sim::normal_quantile(sim::open_uniform_of(words[1])));
}

}  // namespace

void care_for_each_other(Residents& r, const Ties& ties, const HelpContext& context,
                         const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                         Workspace& w) {
    const auto& p = parameters.help;
    const auto friends_that_share = static_cast<float>(p.care_friends);
    const std::size_t n = r.rows();
    w.care_quarter_hours.assign(n, 0);
    w.marks.resize(n);
    std::uint8_t* marks = w.marks.data();
    const std::uint8_t *present = r.present.data(), *age = r.age.data();
    const std::int16_t* born = r.birth_month.data();
    const std::int32_t month = now.value;
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i)
        marks[i] =
            (static_cast<std::uint32_t>(month - born[i]) % sim::months_per_year == 0) & (present[i] != 0);
    sim::for_each_marked(marks, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        r.care_outside[who] = care_elsewhere(r, who, p, draws);
    });
    const auto from_frailty = static_cast<float>(p.care_from_frailty),
               giving = static_cast<float>(p.informal_care);
    const auto* dwelling = r.dwelling.data();
    const float* frailty = r.frailty.data();
    float *needed = r.care_need.data(), *informal = r.care_informal.data();
    auto* carers = r.carer.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const bool needs = (present[i] != 0) & (frailty[i] > from_frailty) &
                           (dwelling[i].value != DwellingId::none_value) & (age[i] >= adult_age);
        marks[i] = needs;
        needed[i] = needs ? needed[i] : 0.0F;
        informal[i] = needs ? informal[i] : 0.0F;
    }
    auto* carer_of = &carers->value;
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) carer_of[i] = marks[i] ? carer_of[i] : ResidentId::none_value;
    sim::for_each_marked(marks, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const float above = frailty[i] - from_frailty;
        const float need = above * static_cast<float>(p.care_hours);
        r.care_need[who] = need;
        if (!r.carer[who].exists() || entry_of(ties, who, r.carer[who]) < 0)
            r.carer[who] = find_carer(r, ties, who, p);
        const auto carer = r.carer[who];
        const auto given =
            static_cast<std::uint16_t>(need * giving * carer_share(r, ties, who, p) * quarters_an_hour);
        if (carer.exists())
            w.care_quarter_hours[carer.index()] =
                static_cast<std::uint16_t>(std::min(65535, w.care_quarter_hours[carer.index()] + given));
        const float others = static_cast<float>(p.care_outside_kin) * static_cast<float>(r.outside_kin[who]) +
                             static_cast<float>(p.care_others) *
                                 std::min(1.0F, static_cast<float>(ties.friends[who]) / friends_that_share);
        const float here = static_cast<float>(given) / quarters_an_hour;
        r.care_informal[who] = std::min(need, here + need * giving * others);
    });
    const auto from = static_cast<float>(p.overload_from), spread = static_cast<float>(p.overload_spread),
               level = static_cast<float>(p.overload_level);
    const auto full_respite = static_cast<float>(p.respite_hours);
    const float for_all = context.respite_hours / full_respite,
                own = static_cast<float>(p.carer_support) / weeks_per_month;
    const auto respite = static_cast<float>(p.respite), at_most = static_cast<float>(p.overload);
    const float* support = r.support_hours.data();
    w.rate.resize(n);
    const std::uint16_t* here = w.care_quarter_hours.data();
    const float* outside = r.care_outside.data();
    float *given = r.care_given.data(), *overload = r.overload.data(), *rate = w.rate.data();
    const auto by_frailty = static_cast<float>(p.overload_frailty),
               breakdown = static_cast<float>(p.breakdown);
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        given[i] = static_cast<float>(here[i]) / quarters_an_hour + giving * outside[i];
        overload[i] = rate[i] = 0.0F;
        marks[i] = given[i] > 0.0F;
    }
    sim::for_each_marked(marks, n, [&](std::size_t i) {
        const float relieved = std::min(1.0F, for_all + own * support[i]);
        overload[i] = at_most * (1.0F - respite * relieved) *
                      sim::sigma((given[i] - from) / spread + level + by_frailty * frailty[i]);
        rate[i] = breakdown * overload[i] * overload[i];
    });
    w.show(hazard_of(EventKind::carer_breakdown));
    accumulate(r, EventKind::carer_breakdown, w.rate, w.due);
    for (const auto row : w.due) {
        const ResidentId carer{row};
        next_episode(r, EventKind::carer_breakdown, carer, draws);
        r.care_outside[carer] = 0.0F;
        for (std::size_t i = 0; i < n; ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if (r.carer[who] != carer) continue;
            r.carer[who] = ResidentId::none();
            r.care_informal[who] = 0.0F;
        }
    }
}

}  // namespace weefsel
