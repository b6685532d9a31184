#include <algorithm>

#include "models/process/help/help.hpp"
#include "models/world/streams.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t elsewhere = no_row;

/// Being asked: by a tie who volunteered last month, or at a regular place that has a host. 0..1.
float asked(const Residents& r, const Ties& ties, const Places& places,
            const std::vector<std::uint8_t>& volunteered, ResidentId who, const HelpParameters& p) {
    const auto enough_ties = static_cast<float>(p.volunteer_asked_ties),
               enough_host = static_cast<float>(p.volunteer_asked_host);
    int volunteers = 0;
    const auto& row = ties.row[who];
    for (int k = 0; k < ties.count[who]; ++k) volunteers += volunteered[row.other(k)];
    float by_host = 0.0F;
    for (const auto& regular : r.regular)
        if (const auto place = regular[who]; place != elsewhere)
            by_host = std::max(by_host, places.host_hours[PlaceId{place}] / enough_host);
    return std::min(1.0F,
                    static_cast<float>(volunteers) / enough_ties * 0.5F + 0.5F * std::min(1.0F, by_host));
}

std::uint8_t own_place(const Residents& r, const Places& places, ResidentId who) {
    int best = -1;
    for (int m = 0; m < regular_places; ++m) {
        const auto place = r.regular[m][who];
        if (place == elsewhere || !places.open[PlaceId{place}] ||
            !declared(places.kind[PlaceId{place}]).activity)
            continue;
        if (best < 0 || r.habit[m][who] > r.habit[best][who]) best = m;
    }
    return best < 0 ? elsewhere : r.regular[best][who];
}

}  // namespace

void volunteer(Residents& r, const Ties& ties, const Places& places, const HelpContext& context,
               const Parameters& parameters, const sim::RandomSource& draws, sim::Month now, Workspace& w) {
    constexpr int youngest = 15;
    const auto& p = parameters.help;
    const auto too_frail = static_cast<float>(p.volunteer_too_frail);
    const float by_education[] = {static_cast<float>(p.volunteer_low_education), 1.0F,
                                  static_cast<float>(p.volunteer_high_education)};
    const auto start = static_cast<float>(p.volunteer_start), more = static_cast<float>(p.volunteer_asked);
    const auto norm_low = static_cast<float>(p.volunteer_norm_low),
               by_norm = static_cast<float>(p.volunteer_norm);
    const auto stop = static_cast<float>(p.volunteer_stop);
    const float paper = 1.0F + static_cast<float>(p.volunteer_paper) * std::max(0.0F, context.paperwork);
    const std::size_t n = r.rows();
    const std::uint8_t *present = r.present.data(), *age = r.age.data();
    const auto* education = reinterpret_cast<const std::uint8_t*>(r.education.data());
    const auto* activity = r.activity.data();
    const auto retired = static_cast<float>(p.volunteer_retired);
    const float *norm = r.help_norm.data(), *frailty = r.frailty.data(), *hours = r.volunteer_hours.data();
    const std::uint32_t* lot = w.lots[3].data();
    // Everybody looks at last month's volunteers: who begins or stops now is seen next month.
    std::vector<std::uint8_t> volunteered(n);
    std::uint8_t* already = volunteered.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) already[i] = hours[i] > 0.0F;
    w.marks.resize(n);
    w.score.resize(n);
    float* level = w.score.data();
    std::uint8_t* looks = w.marks.data();
    // The chance is bounded by the largest it can be, so that most residents need no look around.
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float time = activity[i] == Activity::retired ? retired : 1.0F;
        level[i] =
            start * time * by_education[education[i]] * (norm_low + by_norm * norm[i]) * (1.0F - frailty[i]);
        const bool may_start = sim::uniform_of(lot[i]) < level[i] * (1.0F + more);
        looks[i] = (present[i] != 0) & (age[i] >= youngest) & ((hours[i] > 0.0F) | may_start);
    }
    sim::for_each_marked(looks, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const float u = sim::uniform_of(lot[i]);
        if (r.volunteer_hours[who] > 0.0F) {
            // The rules of the neighbourhood's lines reach those who are active at its places.
            const float ends = stop * (1.0F + static_cast<float>(p.volunteer_overload) * r.overload[who]) *
                               (r.volunteer_place[who] == elsewhere ? 1.0F : paper);
            const bool closed =
                r.volunteer_place[who] != elsewhere && !places.open[PlaceId{r.volunteer_place[who]}];
            if (u < ends || r.frailty[who] > too_frail) {
                r.volunteer_hours[who] = 0.0F;
                r.volunteer_place[who] = elsewhere;
            } else if (closed) {
                r.volunteer_place[who] = elsewhere;
            }
            return;
        }
        if (u >= level[i] * (1.0F + more * asked(r, ties, places, volunteered, who, p))) return;
        const auto words = draws.block(Stream::volunteer, r.birth_number[who], now);
        r.volunteer_hours[who] = static_cast<float>(p.volunteer_hours) * sim::exponential_of(words[0]) + 1.0F;
        const bool here = sim::uniform_of(words[1]) < static_cast<float>(p.volunteer_here);
        r.volunteer_place[who] = here ? own_place(r, places, who) : elsewhere;
    });
}

}  // namespace weefsel
