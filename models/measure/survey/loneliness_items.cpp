#include "models/measure/survey/loneliness_items.hpp"

#include <array>

#include "models/world/loneliness_scale.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

LonelyViews lonely_views(const Residents& r, ResidentId who) {
    constexpr float inside = 0.998F, edge = 0.001F;
    const float emotional = r.emotional_loneliness[who];
    return {sim::logit(inside * emotional / emotional_items + edge),
            sim::logit(inside * (r.loneliness[who] - emotional) / social_items + edge)};
}

SixItems answers_6(const Residents& r, ResidentId who, const SurveyParameters& p,
                   const sim::RandomSource& draws, sim::Month now) {
    return answers_6_at(r, who, p, draws, sim::Month{now.value - now.of_year()});
}

SixItems answers_6_at(const Residents& r, ResidentId who, const SurveyParameters& p,
                      const sim::RandomSource& draws, sim::Month interview) {
    constexpr std::uint32_t first_block = 1;  // block 0 answers the statements on cohesion
    constexpr std::size_t words_a_block = 4, items_a_part = 3;
    const std::array words{
        draws.block(Stream::survey_answer, r.birth_number[who], interview, first_block),
        draws.block(Stream::survey_answer, r.birth_number[who], interview, first_block + 1)};
    const auto word = [&](std::size_t k) { return words[k / words_a_block][k % words_a_block]; };
    const float mood = static_cast<float>(p.interview_mood) *
                       sim::normal_quantile(sim::open_uniform_of(word(2 * items_a_part)));
    const auto lonely_answers = [&](float view, double middle, std::size_t first) {
        int n = 0;
        for (std::size_t k = 0; k < items_a_part; ++k) {
            const float takes = static_cast<float>(middle + p.six_step * (static_cast<double>(k) - 1.0));
            n += sim::uniform_of(word(first + k)) <
                 sim::sigma(static_cast<float>(p.six_slope) * (view + mood - takes));
        }
        return n;
    };
    const auto view = lonely_views(r, who);
    return {lonely_answers(view.emotional, p.six_emotional, 0),
            lonely_answers(view.social, p.six_social, items_a_part)};
}

}  // namespace weefsel
