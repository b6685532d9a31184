#include "models/process/wellbeing/company.hpp"

#include <algorithm>
#include <array>

#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

float habit_at(const Residents& r, ResidentId who, std::uint8_t place) {
    for (std::size_t m = 0; m < regular_places; ++m)
        if (r.regular[m][who] == place) return r.habit[m][who];
    return 0.0F;
}

/// Company of a visit to each place among returning faces, h.
std::array<float, 256> hours_at(const Places& places, const PlaceKindParameters& of_kinds) {
    const auto kinds = encounter_kinds_of(of_kinds);
    std::array<float, 256> hours{};
    for (const auto place : places.ids()) {
        const auto& kind = kinds[static_cast<std::size_t>(places.kind[place])];
        hours[place.value] =
            kind.hours * std::min(1.0F, kind.encounters) * sim::exp_of(places.quality[place]);
    }
    return hours;
}

}  // namespace

std::vector<float> company_of_month(const Residents& r, const Places& places, const MonthRecord& made,
                                    const Parameters& parameters) {
    constexpr std::uint8_t got_help = 1;
    const auto p = sim::narrowed(parameters.company);
    const auto of_help = static_cast<float>(parameters.help.help_contact);
    std::vector<float> hours(r.rows(), 0.0F);
    std::copy(made.arranged.company.begin(), made.arranged.company.end(), hours.begin());
    const auto of_visit = hours_at(places, parameters.place_kind);
    for (const auto& visit : made.visits) {
        const float familiar = habit_at(r, ResidentId{visit.resident}, visit.place);
        hours[visit.resident] += of_visit[visit.place] * static_cast<float>(visit.times) *
                                 (p.strangers + (1.0F - p.strangers) * familiar);
    }
    sim::each_row(
        r.rows(),
        [&](float& sum, std::uint8_t helped, std::uint8_t given, float volunteered, float support,
            std::uint8_t negative) {
            const float helping = of_help * ((helped == got_help ? 1.0F : 0.0F) + static_cast<float>(given));
            const float good = sum + helping + p.volunteering * volunteered + p.professional * support -
                               p.bad_encounter * static_cast<float>(negative);
            sum = good > 0.0F ? good : 0.0F;
        },
        hours, r.helped, r.help_given, r.volunteer_hours, r.support_hours, made.encounters.negative);
    return hours;
}

std::vector<float> feel_company(Residents& r, const std::vector<float>& hours,
                                const CompanyParameters& parameters) {
    const auto p = sim::narrowed(parameters);
    const float rate = 1.0F - sim::exp_of(-sim::ln2 / p.halflife);
    std::vector<float> company(r.rows());
    sim::each_row(
        r.rows(),
        [&](float& felt, float& kept, float month) {
            const float now = sim::log_of(1.0F + month);
            kept += rate * (now - kept);
            felt = (1.0F - p.slow_share) * now + p.slow_share * kept - p.usual;
        },
        company, r.company_kept, hours);
    return company;
}

void get_about(Residents& r, std::span<const OutingTerms> terms, const Parameters& parameters) {
    const auto p = sim::narrowed(parameters.company);
    const auto relief = static_cast<float>(parameters.meeting_place.rides_relief);
    sim::each_row(
        r.rows(),
        [&](float& mobility, float insecurity, float frailty, std::uint8_t rides) {
            const float lost = p.travel_insecurity * insecurity + p.travel_frailty * frailty;
            mobility = sim::clamp01(1.0F - (rides != 0 ? 1.0F - relief : 1.0F) * lost);
        },
        r.mobility, r.insecurity, r.frailty, r.rides);
    for (const auto& t : terms) {
        if (!t.every_kind || t.travel == 1.0F) continue;
        for (const auto who : r.ids())
            if (r.age[who] >= t.age_from && r.age[who] <= t.age_until)
                r.mobility[who] = sim::clamp01(r.mobility[who] +
                                               (1.0F - t.travel) * p.travel_insecurity * r.insecurity[who]);
    }
}

}  // namespace weefsel
