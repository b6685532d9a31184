#include "models/measure/survey/trial_scales.hpp"

#include <cmath>

#include "models/measure/survey/loneliness_items.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

// Blocks of random words: mood and UCLA, then items four by four; the last word left is that of distress.
constexpr std::uint32_t mood_block = 0, first_items_block = 1;
constexpr std::size_t words_a_block = 4;

/// Rank of each item by how little loneliness it takes; six emotional items that LASA's table cuts off lie
/// between those that it prints.
constexpr std::array<int, items_11> rank_of_item{8, 1, 7, 10, 4, 3, 0, 2, 6, 9, 5};
constexpr std::array<bool, items_11> emotional{false, true,  true, false, true, true,
                                               false, false, true, true,  false};

float mood_of(const SurveyParameters& p, std::uint32_t word) {
    return static_cast<float>(p.interview_mood) * sim::normal_quantile(sim::open_uniform_of(word));
}

int count_if_part(const ItemAnswers& answers, bool of_emotional) {
    int score = 0;
    for (std::size_t k = 0; k < items_11; ++k) score += answers[k] && emotional[k] == of_emotional;
    return score;
}

}  // namespace

bool is_emotional(std::size_t item) { return emotional[item]; }

double threshold_11(std::size_t item, const SurveyParameters& p) {
    constexpr double middle = 0.5 * static_cast<double>(items_11 - 1);
    return p.eleven_spread * (rank_of_item[item] - middle) / middle;
}

ItemAnswers answers_11(const Residents& r, ResidentId who, const SurveyParameters& p,
                       const sim::RandomSource& draws, sim::Month now) {
    const auto block = [&](std::size_t k) {
        return draws.block(Stream::trial_answer, r.birth_number[who], now, static_cast<std::uint32_t>(k));
    };
    const float mood = mood_of(p, block(mood_block)[0]);
    const auto views = lonely_views(r, who);
    const auto slope = static_cast<float>(p.eleven_slope);
    ItemAnswers answers{};
    for (std::size_t k = 0; k < items_11; ++k) {
        const auto word = block(first_items_block + k / words_a_block)[k % words_a_block];
        const float view = mood + (emotional[k] ? views.emotional : views.social);
        answers[k] =
            sim::uniform_of(word) < sim::sigma(slope * (view - static_cast<float>(threshold_11(k, p))));
    }
    return answers;
}

int score_emotional(const ItemAnswers& answers) { return count_if_part(answers, true); }
int score_social(const ItemAnswers& answers) { return count_if_part(answers, false); }
int score_11(const ItemAnswers& answers) { return score_emotional(answers) + score_social(answers); }

int score_ucla_3(const Residents& r, ResidentId who, const SurveyParameters& p,
                 const sim::RandomSource& draws, sim::Month now) {
    const auto words = draws.block(Stream::trial_answer, r.birth_number[who], now, mood_block);
    constexpr float inside = 0.998F, edge = 0.001F;
    const float view =
        sim::logit(r.loneliness[who] / top_of_loneliness * inside + edge) + mood_of(p, words[0]);
    const auto slope = static_cast<float>(p.ucla_slope);
    const float some = sim::sigma(slope * (view - static_cast<float>(p.ucla_some))),
                often = sim::sigma(slope * (view - static_cast<float>(p.ucla_often)));
    int score = 0;
    for (std::size_t item = 1; item < words.size(); ++item) {
        const float u = sim::uniform_of(words[item]);
        score += 1 + (u < some) + (u < often);
    }
    return score;
}

int score_distress(const Residents& r, ResidentId who, const SurveyParameters& p,
                   const sim::RandomSource& draws, sim::Month now) {
    const auto words = draws.block(Stream::trial_answer, r.birth_number[who], now,
                                   first_items_block + items_11 / words_a_block);
    const auto block = draws.block(Stream::trial_answer, r.birth_number[who], now, mood_block);
    const auto shared = static_cast<float>(p.distress_mood);
    const auto normal = [](std::uint32_t word) { return sim::normal_quantile(sim::open_uniform_of(word)); };
    const float noise =
        static_cast<float>(p.distress_noise) *
        (shared * normal(block[0]) + std::sqrt(1.0F - shared * shared) * normal(words[words_a_block - 1]));
    return static_cast<int>(
        std::lround(static_cast<float>(top_of_distress) * sim::clamp01(r.distress[who] + noise)));
}

}  // namespace weefsel
