#include <algorithm>

#include "models/process/help/help.hpp"
#include "models/process/wellbeing/company.hpp"
#include "models/world/ages.hpp"
#include "models/world/streams.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t elsewhere = no_row;

/// Being asked: by a tie who volunteered last month, at a regular place that has a host, or by network
/// leaders. 0..1.
float asked(const Residents& r, const Ties& ties, const Places& places,
            const std::vector<std::uint8_t>& volunteered, ResidentId who, float mobilising,
            const SupportedLeaders& leaders, const HelpParametersOf<float>& p) {
    int volunteers = 0;
    const auto& row = ties.row[who];
    for (int k = 0; k < ties.count[who]; ++k) volunteers += volunteered[row.other(k)];
    float by_host = 0.0F;
    for (const auto& regular : r.regular)
        if (const auto place = regular[who]; place != elsewhere)
            by_host =
                std::max(by_host, (places.host_hours(PlaceId{place}) + mobilising) / p.volunteer_asked_host);
    return std::min(1.0F, static_cast<float>(volunteers) / p.volunteer_asked_ties * 0.5F +
                              0.5F * std::min(1.0F, by_host) + leaders.asked);
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

/// Factor of the home: owned, and with children who go to school, whose school and club ask for help.
float at_home(const Residents& r, const Dwellings& d, ResidentId who, const HelpParametersOf<float>& p) {
    constexpr int at_school = 4;
    const auto home = r.dwelling[who];
    if (!home.exists()) return 1.0F;
    const float owner = d.tenure[home] == Tenure::owned ? p.volunteer_owner : 1.0F;
    if (r.age[who] < adult_age) return owner;
    for (int k = 0; k < d.members[home]; ++k)
        if (const int age = r.age[d.member[home][k]]; age >= at_school && age < adult_age)
            return owner * p.volunteer_parent;
    return owner;
}

/// The rules of the neighbourhood's lines, and their ends, reach those who are active at its places
/// (`paper`).
void stop_or_stay(Residents& r, const Places& places, ResidentId who, float u, float paper,
                  const HelpParametersOf<float>& p) {
    auto& place = r.volunteer_place[who];
    const float asked_for = p.volunteer_hours > 0.0F ? r.volunteer_hours[who] / p.volunteer_hours : 0.0F;
    const float ends = p.volunteer_stop * (1.0F + p.volunteer_overload * r.overload[who]) *
                       (1.0F + p.volunteer_wear * asked_for) * (place == elsewhere ? 1.0F : paper);
    const bool stops = u < ends || r.frailty[who] > p.volunteer_too_frail;
    if (stops) r.volunteer_hours[who] = 0.0F;
    if (stops || (place != elsewhere && !places.open[PlaceId{place}])) place = elsewhere;
}

/// Reporting share of the running lines above the `neutral` share, relative. 0 where nothing runs, and where
/// the neutral share is 0, against which nothing can be measured.
float paperwork_of(const FundingLines& lines, float neutral) {
    float sum = 0.0F;
    int running = 0;
    for (const auto line : lines.ids()) {
        if (!lines.running[line]) continue;
        sum += lines.reporting_share[line];
        ++running;
    }
    return running == 0 || neutral <= 0.0F ? 0.0F : sum / (neutral * static_cast<float>(running)) - 1.0F;
}

/// What money that comes and goes does to volunteering at the own place: relative rise of beginning and of
/// stopping.
struct OneOff {
    float begins = 0.0F;
    float stops = 0.0F;
};

/// Every line by its share of the money and by how short its grants are: in the first months of a grant more
/// begin, and where one ends so many months' more stop.
OneOff one_off_of(const FundingLines& lines, const HelpParametersOf<float>& p) {
    float all = 0.0F, fresh = 0.0F, ended = 0.0F;
    for (const auto line : lines.ids()) {
        const auto term = static_cast<float>(lines.term[line]);
        const auto euros = static_cast<float>(lines.full_year[line].value());
        const float brief = term > 0.0F ? std::min(1.0F, months_a_year / term) * euros : 0.0F;
        const bool begun = static_cast<float>(lines.month_of_term[line]) <= p.volunteer_one_off_months;
        all += euros;
        if (lines.running[line] && begun) fresh += brief;
        if (lines.ends[line]) ended += brief;
    }
    if (all <= 0.0F) return {};
    return {p.volunteer_one_off * (fresh / all),
            p.volunteer_one_off * (ended / all) * p.volunteer_one_off_months};
}

}  // namespace

void volunteer(Residents& r, const Dwellings& d, const Ties& ties, const Places& places,
               const FundingLines& lines, float rural, float mobilising_hours,
               const std::vector<std::uint32_t>& random_words, const SupportedLeaders& leaders,
               const Parameters& all, const sim::RandomSource& draws, sim::Month now, Workspace& w) {
    constexpr int youngest = 15;
    const auto p = sim::narrowed(all.help);
    const auto travel = sim::narrowed(all.company);
    const auto one_off = one_off_of(lines, p);
    const auto bought = static_cast<float>(all.funding.policy_effects);
    const std::array by_education{p.volunteer_low_education, 1.0F, p.volunteer_high_education};
    const float paper =
        (1.0F +
         p.volunteer_paper *
             std::max(0.0F, paperwork_of(lines, static_cast<float>(all.funding.neutral_reporting_share)))) *
        (1.0F + bought * one_off.stops);
    const float with_one_off = 1.0F + bought * one_off.begins * p.volunteer_here;
    const float of_clubs = p.volunteer_start * sim::exp_of(p.volunteer_rural * above_middle(rural));
    // Everybody looks at last month's volunteers: who begins or stops now is seen next month.
    std::vector<std::uint8_t> volunteered(r.rows());
    w.marks.resize(r.rows());
    w.score.resize(r.rows());
    const float most = p.volunteer_owner * p.volunteer_parent * with_one_off;
    // The chance is bounded by the largest it can be, so that most residents need no look around.
    sim::each_row(
        r.rows(),
        [&](std::uint8_t& already, std::uint8_t& looks, float& unasked, std::uint32_t random_word,
            float hours, float norm, float frailty, float insecurity, float mobility, Activity activity,
            Education education, std::uint8_t age, std::uint8_t present) {
            already = hours > 0.0F;
            const float time = activity == Activity::retired ? p.volunteer_retired : 1.0F;
            unasked = of_clubs * time * by_education[static_cast<std::size_t>(education)] *
                      (p.volunteer_norm_low + p.volunteer_norm * norm) * (1.0F - frailty) *
                      (1.0F - p.volunteer_insecurity * insecurity) * by_mobility(mobility, travel);
            const bool may_start = sim::uniform_of(random_word) < unasked * (1.0F + p.volunteer_asked) * most;
            looks = (present != 0) & (age >= youngest) & ((hours > 0.0F) | may_start);
        },
        volunteered, w.marks, w.score, random_words, r.volunteer_hours, r.help_norm, r.frailty, r.insecurity,
        r.mobility, r.activity, r.education, r.age, r.present);
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        const float u = sim::uniform_of(random_words[who.index()]);
        if (r.volunteer_hours[who] > 0.0F) return stop_or_stay(r, places, who, u, paper, p);
        const float chance = w.score[who.index()] * at_home(r, d, who, p) *
                             (1.0F + p.volunteer_asked * asked(r, ties, places, volunteered, who,
                                                               mobilising_hours, leaders, p));
        if (u >= chance * with_one_off) return;
        const bool one_off_here = u >= chance;
        const auto words = draws.block(Stream::volunteer, r.birth_number[who], now);
        const bool here = one_off_here || sim::uniform_of(words[1]) < p.volunteer_here;
        const auto place = here ? own_place(r, places, who) : elsewhere;
        if (one_off_here && place == elsewhere) return;
        r.volunteer_hours[who] = p.volunteer_hours * sim::exponential_of(words[0]) + 1.0F;
        r.volunteer_place[who] = place;
    });
}

}  // namespace weefsel
