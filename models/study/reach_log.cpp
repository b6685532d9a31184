#include "models/study/reach_log.hpp"

#include <algorithm>

#include "models/measure/survey/cohesion.hpp"
#include "models/measure/survey/monitor_answers.hpp"
#include "sim/error.hpp"

namespace weefsel {
namespace {

/// Places that lines pay for this month.
std::vector<std::uint8_t> funded_places(const Places& places) {
    std::vector<std::uint8_t> out(places.rows());
    for (const auto place : places.ids())
        out[place.index()] = places.funded_hours[place] > 0.0F || places.support_hours[place] > 0.0F ||
                             places.paid_host_hours[place] > 0.0F;
    return out;
}

/// Of one person, as the indicator counts it.
float value_of(Indicator which, const Neighbourhood& n, ResidentId who,
               const AnsweredLoneliness::Chances& would_answer, const SurveyParameters& p,
               const sim::RandomSource& draws, sim::Month now) {
    const auto& r = n.residents;
    const auto yes = [](bool is) { return is ? 1.0F : 0.0F; };
    switch (which) {
        case Indicator::social_cohesion:
            return cohesion_score(r, who, p, draws, now);
        case Indicator::lonely:
            return would_answer.lonely[who.index()];
        case Indicator::severely_lonely:
            return would_answer.severe[who.index()];
        case Indicator::close_ties:
            return n.ties.close[who];
        case Indicator::friends:
            return n.ties.friends[who];
        case Indicator::participation:
            return yes(r.visits[who] > 0);
        case Indicator::volunteering:
            return yes(r.volunteer_hours[who] > 0.0F);
        case Indicator::belonging:
            return r.belonging[who];
        case Indicator::distressed:
            return yes(r.distress[who] >= static_cast<float>(p.distressed_from));
        case Indicator::healthy:
            return chance_healthy(r.frailty[who], r.distress[who], p);
        default:
            throw sim::InvariantError("an indicator of persons is worked out person by person");
    }
}

}  // namespace

std::vector<int> years_of_persons(int years) {
    std::vector<int> out;
    for (const int year : {1, 4, 8, 20})
        if (year < years) out.push_back(year);
    if (years > 0) out.push_back(years);
    return out;
}

ReachLog::ReachLog(std::size_t founders, int years)
    : kept_(years_of_persons(years)), times_(founders, 0), there_(founders, 0), groups_(founders) {
    out_.persons.resize(kept_.size());
    for (auto& year : out_.persons) {
        year.times.assign(founders, ReachHistories::gone);
        for (auto& values : year.value) values.assign(founders, 0);
    }
}

ReachHistories::Year* ReachLog::persons_now() {
    const auto at = std::lower_bound(kept_.begin(), kept_.end(), year_);
    return at != kept_.end() && *at == year_ ? &out_.persons[static_cast<std::size_t>(at - kept_.begin())]
                                             : nullptr;
}

void ReachLog::note(std::size_t site, const Neighbourhood& n, const MonthRecord& made, const LifeLog& log) {
    const auto& founder = log.founders_in(site);
    const auto met = [&](std::size_t row, int times) {
        constexpr int most = ReachHistories::gone - 1;
        const auto who = founder[row];
        if (who != LifeLog::nobody)
            times_[who] = static_cast<std::uint8_t>(std::min(times_[who] + times, most));
    };
    for (const auto row : made.arranged.contacts) met(row, 1);
    const auto funded = funded_places(n.places);
    for (const auto& visit : made.visits)
        if (funded[visit.place] != 0) met(visit.resident, visit.times);
    for (const auto& group : made.arranged.groups)
        if (group.host > 0.0F)
            for (const auto row : group.members) met(row, group.times);
}

void ReachLog::look(std::size_t site, const Neighbourhood& n, const LifeLog& log,
                    const AnsweredLoneliness& answered, const SurveyParameters& p,
                    const sim::RandomSource& draws, sim::Month now) {
    const auto& founder = log.founders_in(site);
    auto* persons = persons_now();
    const auto would_answer = persons != nullptr ? answered.of(n.residents) : AnsweredLoneliness::Chances{};
    constexpr float half = 0.5F;
    for (std::size_t i = 0; i < founder.size(); ++i) {
        if (founder[i] == LifeLog::nobody) continue;
        there_[founder[i]] = 1;
        if (persons == nullptr) continue;
        groups_.note(founder[i], n.residents, row_of(i), p);
        for (std::size_t k = 0; k < person_indicators.size(); ++k) {
            const auto& [which, steps] = person_indicators[k];
            const float value = value_of(which, n, row_of(i), would_answer, p, draws, now);
            persons->value[k][founder[i]] = static_cast<std::uint16_t>(value * steps + half);
        }
    }
}

void ReachLog::end_year() {
    auto& residents = out_.residents.emplace_back();
    auto& lost = out_.lost.emplace_back(0);
    for (std::size_t who = 0; who < times_.size(); ++who) {
        if (there_[who] == 0) {
            times_[who] = ReachHistories::gone;
            ++lost;
        } else {
            ++residents[static_cast<std::size_t>(reach_class_of(times_[who]))];
        }
    }
    if (auto* persons = persons_now()) {
        persons->times = times_;
        out_.by_group.push_back(groups_.count(times_));
    }
    std::fill(times_.begin(), times_.end(), std::uint8_t{0});
    std::fill(there_.begin(), there_.end(), std::uint8_t{0});
    ++year_;
}

}  // namespace weefsel
