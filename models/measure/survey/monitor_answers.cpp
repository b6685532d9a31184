#include "models/measure/survey/monitor_answers.hpp"

#include "models/world/ages.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

float chance_healthy(float frailty, float distress, const SurveyParameters& p) {
    return sim::sigma(static_cast<float>(p.healthy_level) - static_cast<float>(p.healthy_frailty) * frailty -
                      static_cast<float>(p.healthy_distress) * distress);
}

MonitorAnswers monitor_answers(const Neighbourhood& n, const AnsweredLoneliness& loneliness,
                               const SurveyParameters& p) {
    using enum MonitorColumn;
    const auto& r = n.residents;
    const auto would_answer = loneliness.of(r);
    MonitorAnswers answers{};
    const auto add = [&](MonitorColumn column, double value) {
        answers[static_cast<std::size_t>(column)].add(value);
    };
    for (const auto who : r.ids()) {
        if (r.present[who] == 0 || r.age[who] < adult_age || !r.dwelling[who].exists()) continue;
        add(lonely, static_cast<double>(would_answer.lonely[who.index()]));
        add(severely_lonely, static_cast<double>(would_answer.severe[who.index()]));
        add(volunteer, r.volunteer_hours[who] > 0.0F);
        add(informal_carer, r.care_given[who] >= static_cast<float>(p.carer_from));
        add(distress_high, r.distress[who] >= static_cast<float>(p.distressed_from));
        add(healthy, static_cast<double>(chance_healthy(r.frailty[who], r.distress[who], p)));
    }
    return answers;
}

}  // namespace weefsel
