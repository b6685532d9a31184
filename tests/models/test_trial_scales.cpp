#include <catch2/catch.hpp>

#include "models/measure/survey/trial_scales.hpp"
#include "small_world.hpp"

namespace weefsel::test_trial_scales {

namespace {

/// Mean of a score over many people with one state.
template <class Score>
double mean_score(const SmallWorld& world, const SurveyParameters& p, Score score) {
    double sum = 0;
    const auto& r = world.n.residents;
    for (const auto who : r.ids()) sum += score(r, who, p, world.draws, sim::Month{3});
    return sum / static_cast<double>(r.rows());
}
SmallWorld people(float loneliness, float distress) {
    SmallWorld world(400);
    for (const auto who : world.n.residents.ids()) {
        set_loneliness(world.n.residents, who, loneliness);
        world.n.residents.distress[who] = distress;
    }
    return world;
}
int eleven(const Residents& r, ResidentId who, const SurveyParameters& p, const sim::RandomSource& draws,
           sim::Month now) {
    return score_11(answers_11(r, who, p, draws, now));
}

}  // namespace

TEST_CASE("who is lonelier answers so on every scale, within its range") {
    const SurveyParameters p;
    const auto few = people(1, 0.1F), many = people(9, 0.4F);
    CHECK(mean_score(few, p, eleven) < 2);
    CHECK(mean_score(many, p, eleven) > 7);
    CHECK(mean_score(few, p, score_ucla_3) < 4);
    CHECK(mean_score(many, p, score_ucla_3) > 6);
    CHECK(mean_score(people(0, 0), p, score_ucla_3) >= 3);
    CHECK(mean_score(people(11, 1), p, score_ucla_3) <= 9);
    CHECK(mean_score(few, p, score_distress) == Approx(2.7).margin(0.4));
    CHECK(mean_score(many, p, score_distress) == Approx(10.8).margin(0.4));
}

TEST_CASE("the two parts of De Jong Gierveld's scale are six and five items") {
    ItemAnswers all{};
    all.fill(true);
    CHECK(score_emotional(all) == 6);
    CHECK(score_social(all) == 5);
    CHECK(score_11(all) == 11);
}

TEST_CASE("each parameter of the scales moves the answers that it should") {
    const auto middle = people(4, 0.2F);
    const auto moved = [&](auto change, auto score) {
        SurveyParameters p, other;
        change(other);
        return mean_score(middle, other, score) - mean_score(middle, p, score);
    };
    CHECK(moved([](auto& p) { p.ucla_some = 1; }, score_ucla_3) < -0.2);
    CHECK(moved([](auto& p) { p.ucla_often = 3; }, score_ucla_3) < -0.05);
    CHECK(moved([](auto& p) { p.ucla_slope = 5; }, score_ucla_3) < -0.05);
    CHECK(moved([](auto& p) { p.distress_noise = 0.5; }, score_distress) > 1);
    CHECK(moved([](auto& p) { p.eleven_slope = 6; }, eleven) != 0);
    CHECK(moved([](auto& p) { p.eleven_spread = 0; }, eleven) != 0);
    CHECK(moved([](auto& p) { p.interview_mood = 2; }, eleven) != 0);
}

TEST_CASE("the same person answers the same in the same month, and otherwise in another") {
    const auto world = people(4, 0.2F);
    const SurveyParameters p;
    int others = 0;
    for (const auto who : world.n.residents.ids()) {
        const auto in = [&](int month) {
            return eleven(world.n.residents, who, p, world.draws, sim::Month{month});
        };
        CHECK(in(3) == in(3));
        others += in(3) != in(4);
    }
    CHECK(others > 200);
}

}  // namespace weefsel::test_trial_scales
