#include <algorithm>

#include "models/process/help/help.hpp"
#include "models/world/ages.hpp"
#include "models/world/event.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/tie_layers.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

using Help = HelpParametersOf<float>;

/// Partner, else the strongest tie with an adult relative, else the strongest close friend.
ResidentId find_carer(const Residents& r, const Ties& ties, ResidentId who, const Help& p) {
    const auto able = [&](ResidentId x) { return r.age[x] >= adult_age && r.frailty[x] < p.carer_too_frail; };
    const auto partner = r.partner[who];
    if (partner.exists() && able(partner) && entry_of(ties, who, partner) >= 0) return partner;
    const auto& row = ties.row[who];
    ResidentId best = ResidentId::none();
    std::uint64_t best_rank = 0;
    for (int k = 0; k < ties.count[who]; ++k) {
        const ResidentId other{row.other(k)};
        const bool kin = row.kind(k) == TieKind::kin;
        if (!able(other) || has_lapsed(row.kind(k)) || (!kin && row.hours(k) < layer_close)) continue;
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

float carer_share(const Residents& r, const Ties& ties, ResidentId who, const Help& p) {
    const auto carer = r.carer[who];
    if (!carer.exists()) return 0.0F;
    if (carer == r.partner[who]) return p.care_partner;
    const int k = entry_of(ties, who, carer);
    return k >= 0 && ties.row[who].kind(k) == TieKind::kin ? p.care_child : p.care_friend;
}

/// Care that residents give to people who live elsewhere; a person keeps it for five years.
float care_elsewhere(const Residents& r, ResidentId who, float usual, const Help& p,
                     const sim::RandomSource& draws, sim::Month now) {
    constexpr int from = 25, most_from = 45, old_from = 65, until = 80, years_of_care = 5;
    const int age = r.age[who];
    if (age < from || age >= until) return 0.0F;
    const auto words = draws.block(Stream::carer, r.birth_number[who], sim::Month{0},
                                   static_cast<std::uint32_t>(age / years_of_care));
    const float years = static_cast<float>(now.value - r.arrived[who]) * per_month;
    const float rooted =
        p.care_elsewhere_stay * (sim::log_of(1.0F + years) - sim::log_of(1.0F + p.care_elsewhere_stay_usual));
    const float of_age = age < most_from   ? p.care_elsewhere_young
                         : age >= old_from ? p.care_elsewhere_old
                                           : 1.0F;
    const float chance = usual * sim::exp_of(rooted) * of_age;
    if (sim::uniform_of(words[0]) >= chance) return 0.0F;
    return p.care_elsewhere_hours *
           sim::exp_of(p.care_elsewhere_spread * sim::normal_quantile(sim::open_uniform_of(words[1])));
}

/// On their birthdays residents may begin or end to care for people elsewhere.
void care_outside(Residents& r, float usual, const Help& p, const sim::RandomSource& draws, sim::Month now,
                  std::vector<std::uint8_t>& birthday) {
    birthday.resize(r.rows());
    sim::each_row(
        r.rows(),
        [month = now.value](std::uint8_t& mark, std::int16_t born, std::uint8_t present) {
            mark = (static_cast<std::uint32_t>(month - born) % sim::months_per_year == 0) & (present != 0);
        },
        birthday, r.birth_month, r.present);
    sim::for_each_marked<ResidentId>(birthday, [&](ResidentId who) {
        r.care_outside[who] = care_elsewhere(r, who, usual, p, draws, now);
    });
}

/// Marks who needs care here; the others get none.
void who_needs_care(Residents& r, float from_frailty, std::vector<std::uint8_t>& marks) {
    marks.resize(r.rows());
    sim::each_row(
        r.rows(),
        [from_frailty](std::uint8_t& mark, float& needed, float& informal, ResidentId& carer, float frailty,
                       DwellingId home, std::uint8_t age, std::uint8_t present) {
            const bool needs = (present != 0) & (frailty > from_frailty) & home.exists() & (age >= adult_age);
            const auto before = carer.value;
            mark = needs;
            needed = needs ? needed : 0.0F;
            informal = needs ? informal : 0.0F;
            carer.value = needs ? before : ResidentId::none_value;
        },
        marks, r.care_need, r.care_informal, r.carer, r.frailty, r.dwelling, r.age, r.present);
}

/// Care that those marked get. Returns what everybody gives here, in quarter hours.
std::vector<std::uint16_t> give_care(Residents& r, const Ties& ties, const Help& p,
                                     const std::vector<std::uint8_t>& needs) {
    constexpr int most = 65535;
    std::vector<std::uint16_t> quarters(r.rows(), 0);
    sim::for_each_marked<ResidentId>(needs, [&](ResidentId who) {
        const float above = r.frailty[who] - p.care_from_frailty;
        const float need = above * p.care_hours;
        r.care_need[who] = need;
        if (!r.carer[who].exists() || entry_of(ties, who, r.carer[who]) < 0)
            r.carer[who] = find_carer(r, ties, who, p);
        const auto carer = r.carer[who];
        const auto given = static_cast<std::uint16_t>(need * p.informal_care * carer_share(r, ties, who, p) *
                                                      quarters_an_hour);
        if (carer.exists())
            quarters[carer.index()] =
                static_cast<std::uint16_t>(std::min(most, quarters[carer.index()] + given));
        const float others =
            p.care_outside_kin * static_cast<float>(r.outside_kin[who]) +
            p.care_others * std::min(1.0F, static_cast<float>(ties.friends[who]) / p.care_friends);
        const float here = static_cast<float>(given) / quarters_an_hour;
        r.care_informal[who] = std::min(need, here + need * p.informal_care * others);
    });
    return quarters;
}

/// Overload of carers, and their hazards of breaking down into `w.rate`. `hours_a_week`: of professionals,
/// for all carers.
void burden(Residents& r, float hours_a_week, const Help& p, float by_coping,
            const std::vector<std::uint16_t>& quarters, Workspace& w) {
    const float for_all = hours_a_week / p.respite_hours, own = p.carer_support / weeks_per_month;
    w.rate.resize(r.rows());
    sim::each_row(
        r.rows(),
        [giving = p.informal_care](float& given, float& overload, float& rate, std::uint8_t& gives,
                                   std::uint16_t here, float outside) {
            given = static_cast<float>(here) / quarters_an_hour + giving * outside;
            overload = rate = 0.0F;
            gives = given > 0.0F;
        },
        r.care_given, r.overload, w.rate, w.marks, quarters, r.care_outside);
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        const float relieved = std::min(1.0F, for_all + own * r.support_hours[who]);
        const float overload = p.overload * (1.0F - p.respite * relieved) *
                               (1.0F - by_coping * r.coping[who]) *
                               sim::sigma((r.care_given[who] - p.overload_from) / p.overload_spread +
                                          p.overload_level + p.overload_frailty * r.frailty[who]);
        r.overload[who] = overload;
        w.rate[who.index()] = p.breakdown * overload * overload;
    });
}

void stop_caring(Residents& r, ResidentId carer) {
    r.care_outside[carer] = 0.0F;
    for (const auto who : r.ids()) {
        if (r.carer[who] != carer) continue;
        r.carer[who] = ResidentId::none();
        r.care_informal[who] = 0.0F;
    }
}

}  // namespace

void care_for_each_other(Residents& r, const Ties& ties, const WorkDone& work, float rural,
                         const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                         Workspace& w, const ShowHazard& show) {
    const auto p = sim::narrowed(parameters.help);
    care_outside(r, p.care_elsewhere * sim::exp_of(p.care_elsewhere_rural * above_middle(rural)), p, draws,
                 now, w.marks);
    who_needs_care(r, p.care_from_frailty, w.marks);
    const auto quarters = give_care(r, ties, p, w.marks);
    burden(r, work.carer_hours / weeks_per_month, p, static_cast<float>(parameters.support.overload),
           quarters, w);
    show(hazard_of(EventKind::carer_breakdown), {w.rate});
    accumulate(r, EventKind::carer_breakdown, w.rate, w.due);
    for (const auto row : w.due) {
        next_episode(r, EventKind::carer_breakdown, ResidentId{row}, draws);
        stop_caring(r, ResidentId{row});
    }
}

}  // namespace weefsel
