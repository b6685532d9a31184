#include <catch2/catch.hpp>
#include <cmath>

#include "models/measure/survey/answered_loneliness.hpp"
#include "models/measure/survey/loneliness_panel.hpp"
#include "models/measure/survey/trial_scales.hpp"
#include "models/process/wellbeing/loneliness.hpp"
#include "models/world/life_event.hpp"
#include "models/world/new_resident.hpp"
#include "small_world.hpp"

namespace weefsel::test_loneliness {

namespace {

struct Moments {
    double n = 0, mean = 0, spread = 0;
};
template <class Value>
Moments moments(std::size_t n, Value value) {
    Moments m;
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const auto x = static_cast<double>(value(ResidentId{static_cast<std::uint16_t>(i)}));
        sum += x;
        squares += x * x;
    }
    m.n = static_cast<double>(n);
    m.mean = sum / m.n;
    m.spread = std::sqrt(squares / m.n - m.mean * m.mean);
    return m;
}
template <class One, class Other>
double correlation(std::size_t n, One one, Other other) {
    const auto a = moments(n, one), b = moments(n, other),
               ab = moments(n, [&](ResidentId who) { return one(who) * other(who); });
    return (ab.mean - a.mean * b.mean) / (a.spread * b.spread);
}

constexpr std::uint16_t many = 2000;

/// People with the traits that everybody is drawn with.
SmallWorld crowd() {
    SmallWorld world(many);
    const Parameters usual;
    world.p.wellbeing = usual.wellbeing;
    world.p.population = usual.population;
    for (const auto who : world.n.residents.ids())
        begin_life(world.n.residents, who, {0, 0.5F, 0}, Tenure::social_rent, world.p, world.draws);
    return world;
}

void feel_for(SmallWorld& world, int from, int until) {
    for (int m = from; m < until; ++m)
        feel_lonely(world.n.residents, world.n.ties, {}, world.p, world.draws, sim::Month{m}, world.w);
}

}  // namespace

TEST_CASE("what comes and goes keeps its spread, and forgets itself with its half-life") {
    auto world = crowd();
    auto& r = world.n.residents;
    world.p.wellbeing.drift_spread = 1.25;
    world.p.wellbeing.drift_halflife = 18;
    const auto before = r.drift;
    CHECK(moments(many, [&](ResidentId w) { return before[w]; }).spread == Approx(1.25).margin(0.06));
    feel_for(world, 0, 18);
    const auto now = moments(many, [&](ResidentId w) { return r.drift[w]; });
    CHECK(now.mean == Approx(0).margin(0.08));
    CHECK(now.spread == Approx(1.25).margin(0.06));
    const auto kept = [&](ResidentId w) { return r.drift[w]; };
    CHECK(correlation(
              many, [&](ResidentId w) { return before[w]; }, kept) == Approx(0.5).margin(0.05));
}

TEST_CASE("without drift and events loneliness is a trait for life") {
    auto world = crowd();
    auto& r = world.n.residents;
    world.p.wellbeing.drift_spread = 0;
    for (auto& drift : r.drift) drift = 0.0F;
    feel_for(world, 0, 60);
    const auto then = r.loneliness;
    feel_for(world, 60, 108);
    const auto score = [&](ResidentId w) { return r.loneliness[w]; };
    CHECK(correlation(
              many, [&](ResidentId w) { return then[w]; }, score) > 0.999);
}

TEST_CASE("a life event makes both parts lonelier, half as much a half-life later, and others not at all") {
    auto with = crowd(), without = crowd();
    feel_for(with, 0, 12);
    feel_for(without, 0, 12);
    const ResidentId hit{7}, other{8};
    happen_to(with.n.residents, hit, 1.2);
    feel_for(with, 12, 30);
    feel_for(without, 12, 30);
    const auto& a = with.n.residents;
    const auto& b = without.n.residents;
    CHECK(a.drift[hit] - b.drift[hit] == Approx(0.6).margin(0.001));
    CHECK(a.emotional_loneliness[hit] > b.emotional_loneliness[hit]);
    CHECK(a.loneliness[hit] - a.emotional_loneliness[hit] > b.loneliness[hit] - b.emotional_loneliness[hit]);
    CHECK(a.loneliness[other] == b.loneliness[other]);
}

TEST_CASE("contact with friends takes from social loneliness, and a partner from emotional most") {
    const auto parts = [](auto change) {
        SmallWorld world(2);
        change(world);
        feel_for(world, 0, 60);
        const auto& r = world.n.residents;
        const ResidentId who{0};
        return std::array{r.emotional_loneliness[who] / emotional_items,
                          (r.loneliness[who] - r.emotional_loneliness[who]) / social_items};
    };
    const auto alone = parts([](SmallWorld&) {});
    const auto friends = parts([](SmallWorld& w) { w.n.residents.outside_social[ResidentId{0}] = 30.0F; });
    const auto partner = parts([](SmallWorld& w) { w.marry(0, 1); });
    CHECK(friends[0] < alone[0]);
    CHECK(alone[1] - friends[1] > alone[0] - friends[0]);
    CHECK(partner[1] < alone[1]);
    CHECK(alone[0] - partner[0] > alone[1] - partner[1]);
}

TEST_CASE("who lives in the same house counts as partner or not at all: contact is outside the house") {
    SmallWorld world(2);
    world.tie(0, 1, TieKind::kin, 300.0F);
    world.step(0);
    const ResidentId one{0};
    CHECK(world.n.ties.contact[one] > 0);
    CHECK(world.n.ties.casual_outside[one] == 1);
    auto& r = world.n.residents;
    auto& d = world.n.dwellings;
    d.member[r.dwelling[one]][d.members[r.dwelling[one]]++] = ResidentId{1};
    d.members[r.dwelling[ResidentId{1}]] = 0;
    r.dwelling[ResidentId{1}] = r.dwelling[one];
    world.step(1);
    CHECK(world.n.ties.contact[one] == 0);
    CHECK(world.n.ties.casual[one] == 1);
    CHECK(world.n.ties.casual_outside[one] == 0);
}

TEST_CASE("habits of contact go together and with less loneliness, as much as is stated, or not at all") {
    const auto compare = [](double shared, double lonely, double social) {
        SmallWorld world(many);
        world.p.population.contact_shared = shared;
        world.p.population.contact_loneliness = lonely;
        world.p.population.contact_social = social;
        auto& r = world.n.residents;
        for (const auto who : r.ids())
            begin_life(r, who, {0, 0.5F, 0}, Tenure::social_rent, world.p, world.draws);
        const auto friends = [&](ResidentId w) { return std::log(r.outside_social[w]); };
        return std::array{
            correlation(many, friends, [&](ResidentId w) { return std::log(r.family_habit[w]); }),
            correlation(many, friends, [&](ResidentId w) { return r.loneliness_level[w]; }),
            correlation(many, friends, [&](ResidentId w) { return r.social_level[w]; })};
    };
    const auto usual = compare(0.8, 0.45, 0.85), none = compare(0.0, 0.45, 0.85),
               free = compare(0.8, 0.0, 0.0);
    CHECK(usual[0] == Approx(0.64).margin(0.05));
    CHECK(usual[1] == Approx(-0.36).margin(0.05));
    CHECK(usual[2] == Approx(-0.68).margin(0.05));
    for (const double zero : none) CHECK(zero == Approx(0).margin(0.06));
    CHECK(free[1] == Approx(0).margin(0.06));
    CHECK(free[2] == Approx(0).margin(0.06));
}

TEST_CASE("shares of who would answer as lonely are those of many interviews") {
    SmallWorld world(many);
    auto& r = world.n.residents;
    for (const auto who : r.ids()) {
        r.emotional_loneliness[who] = 2.0F;
        r.loneliness[who] = 5.5F;
    }
    const auto chances = AnsweredLoneliness(world.p.survey).of(r);
    double lonely = 0, severe = 0;
    for (const auto who : r.ids()) {
        const int score = score_11(answers_11(r, who, world.p.survey, world.draws, sim::Month{5}));
        lonely += score >= 3;
        severe += score >= 9;
    }
    CHECK(chances.lonely[0] == chances.lonely[1]);
    CHECK(static_cast<double>(chances.lonely[0]) == Approx(lonely / many).margin(0.03));
    CHECK(static_cast<double>(chances.severe[0]) == Approx(severe / many).margin(0.03));
    for (const auto who : r.ids()) set_loneliness(r, who, static_cast<float>(who.value) * 11.0F / (many - 1));
    const auto rising = AnsweredLoneliness(world.p.survey).of(r);
    for (std::size_t i = 1; i < many; ++i) CHECK(rising.lonely[i] >= rising.lonely[i - 1]);
    CHECK(rising.lonely[0] < 0.02F);
    CHECK(rising.severe[many - 1] > 0.98F);
}

TEST_CASE("a panel of people who do not change keeps its order but for the errors of answers") {
    auto world = crowd();
    LonelinessPanel panel;
    SurveyCounts counts;
    panel.begin(world.n, world.p.survey, world.draws, sim::Month{-1});
    panel.end_year(4, world.n, world.p.survey, world.draws, sim::Month{47}, counts);
    const auto order = [](const TwoScores& s) {
        return (s.n * s.xy - s.x * s.y) / std::sqrt((s.n * s.xx - s.x * s.x) * (s.n * s.yy - s.y * s.y));
    };
    CHECK(order(counts.state_order[1]) == Approx(1));
    CHECK(order(counts.answered_order[1]) == Approx(0.82).margin(0.08));
    CHECK(counts[asked::recovered_state].of == 0);
    CHECK(counts[asked::recovered].of > 0);
    CHECK(counts[asked::recovered_state].among == Approx(0.16 * many).margin(2));
    panel.end_year(2, world.n, world.p.survey, world.draws, sim::Month{23}, counts);
    CHECK(counts.answered_order[0].n == 0);
}

}  // namespace weefsel::test_loneliness
