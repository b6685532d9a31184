#include "models/study/reach_groups.hpp"

#include <algorithm>

#include "models/measure/indicators.hpp"
#include "models/world/ages.hpp"
#include "models/world/loneliness_scale.hpp"
#include "sim/error.hpp"

namespace weefsel {
namespace {

void add(GroupedReach::Needs& to, std::uint8_t bits) {
    for (std::size_t k = 0; k < needs; ++k) to[k] += has(bits, static_cast<Need>(k)) ? 1U : 0U;
}

}  // namespace

std::uint8_t needs_of(const Residents& r, ResidentId who, const SurveyParameters& p) {
    const bool carer = r.care_given[who] >= static_cast<float>(p.carer_from);
    const auto bit = [](Need need, bool is) { return is ? 1U << static_cast<unsigned>(need) : 0U; };
    unsigned bits =
        bit(Need::severely_lonely, r.loneliness[who] >= severely_from) |
        bit(Need::distressed, r.distress[who] >= static_cast<float>(p.distressed_from)) |
        bit(Need::overloaded_carer, carer && r.overload[who] >= static_cast<float>(p.overloaded_from)) |
        bit(Need::unmet_need, r.signal[who] >= standing_from);
    bits |= bit(Need::any, bits != 0);
    return static_cast<std::uint8_t>(bits);
}

void ReachGroups::note(std::size_t founder, const Residents& r, ResidentId who, const SurveyParameters& p) {
    auto& person = people_.at(founder);
    person.there = true;
    for (std::size_t g = 0; g < grouping_count; ++g)
        person.group[g] = static_cast<std::int8_t>(group_of(r, who, g));
    person.needs = r.age[who] < adult_age ? std::uint8_t{0} : needs_of(r, who, p);
}

GroupedReach ReachGroups::count(const std::vector<std::uint8_t>& times) {
    sim::require(times.size() == people_.size() && groupings().size() == grouping_count,
                 "everybody of month 0 was met some times, and has a group in every grouping");
    GroupedReach out;
    for (std::size_t g = 0; g < grouping_count; ++g) {
        const auto groups = groupings()[g].groups.size();
        out.adults[g].resize(groups);
        out.needed[g].resize(groups);
        out.missed[g].resize(groups);
    }
    for (std::size_t who = 0; who < people_.size(); ++who) {
        const auto& person = people_[who];
        if (!person.there) continue;
        const auto reached = reach_class_of(times[who]);
        const bool was_missed = reached == ReachClass::none;
        if (person.group.front() < 0) {
            ++out.under_age[static_cast<std::size_t>(reached)];
            continue;
        }
        for (std::size_t g = 0; g < grouping_count; ++g) {
            const auto group = static_cast<std::size_t>(person.group[g]);
            ++out.adults[g][group][static_cast<std::size_t>(reached)];
            add(out.needed[g][group], person.needs);
            if (was_missed) add(out.missed[g][group], person.needs);
        }
        add(out.all_needed, person.needs);
        if (was_missed) add(out.all_missed, person.needs);
    }
    std::fill(people_.begin(), people_.end(), Person{});
    return out;
}

}  // namespace weefsel
