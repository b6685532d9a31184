#include "models/measure/survey/cohesion.hpp"

#include <algorithm>

#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

float answer(float view, float noise) {
    constexpr float steps = 4.0F;  // five answers, from wholly disagree to wholly agree
    return static_cast<float>(static_cast<int>(sim::clamp01(view + noise) * steps + 0.5F)) / steps;
}

CohesionAnswers cohesion_answers(const Residents& r, ResidentId who, const SurveyParameters& p,
                                 const sim::RandomSource& draws, sim::Month now) {
    const auto words = draws.block(Stream::survey_answer, r.birth_number[who], now);
    const auto noise = [&](std::size_t item) {
        return static_cast<float>(p.answer_noise) * sim::normal_quantile(sim::open_uniform_of(words[item]));
    };
    float habit = 0.0F;
    for (const auto& of_place : r.habit) habit = std::max(habit, of_place[who]);
    const float known = static_cast<float>(p.know_level) +
                        static_cast<float>(p.know_street) * r.known_street[who] +
                        static_cast<float>(p.know_places) * habit;
    const auto view = [](double level, double slope, float x) {
        return static_cast<float>(level) + static_cast<float>(slope) * x;
    };
    return {answer(known, noise(0)), answer(view(p.pleasant_level, p.pleasant_trust, r.trust[who]), noise(1)),
            answer(view(p.helpful_level, p.helpful_trust, r.trust[who]), noise(2)),
            answer(view(p.home_level, p.home_belonging, r.belonging[who]), noise(3))};
}

float cohesion_score(const Residents& r, ResidentId who, const SurveyParameters& p,
                     const sim::RandomSource& draws, sim::Month now) {
    constexpr float top = 10.0F;
    const auto answers = cohesion_answers(r, who, p, draws, now);
    float sum = 0.0F;
    for (const float a : answers) sum += a;
    return top * sum / static_cast<float>(answers.size());
}

}  // namespace weefsel
