#include "models/measure/survey/loneliness_items.hpp"

#include "models/process/wellbeing/wellbeing.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

int loneliness_score_6(const Residents& r, ResidentId who, const SurveyParameters& p,
                       const sim::RandomSource& draws, sim::Month now) {
    return loneliness_score_6_at(r, who, p, draws, sim::Month{now.value - now.of_year()});
}

int loneliness_score_6_at(const Residents& r, ResidentId who, const SurveyParameters& p,
                          const sim::RandomSource& draws, sim::Month interview) {
    constexpr std::uint32_t first_block = 1;  // block 0 answers the statements on cohesion
    constexpr int words_a_block = 4;
    constexpr float middle_item = 2.5F, inside = 0.998F, edge = 0.001F;
    const std::array words{
        draws.block(Stream::survey_answer, r.birth_number[who], interview, first_block),
        draws.block(Stream::survey_answer, r.birth_number[who], interview, first_block + 1)};
    const auto level = static_cast<float>(p.six_level), step = static_cast<float>(p.six_step),
               slope = static_cast<float>(p.six_slope);
    const float view = sim::logit(r.loneliness[who] / top_of_loneliness * inside + edge);
    int score = 0;
    for (int item = 0; item < loneliness_items; ++item) {
        const float takes = level + step * (static_cast<float>(item) - middle_item);
        const auto word = words[static_cast<std::size_t>(item / words_a_block)]
                               [static_cast<std::size_t>(item % words_a_block)];
        score += sim::uniform_of(word) < sim::sigma(slope * (view - takes));
    }
    return score;
}

}  // namespace weefsel
