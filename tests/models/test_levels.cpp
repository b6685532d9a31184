#include <catch2/catch.hpp>
#include <vector>

#include "models/measure/survey/loneliness_items.hpp"
#include "models/process/wellbeing/loneliness.hpp"
#include "models/process/wellbeing/wellbeing.hpp"
#include "small_world.hpp"

namespace weefsel::test_levels {

namespace {

constexpr ResidentId somebody{0};
constexpr int years = 4, months = years * 12;

/// What somebody who lives alone among strangers feels after some years, when `change` was made.
template <class Change>
Residents after_years(const Parameters& p, Change change) {
    SmallWorld world(1);
    world.p.wellbeing = p.wellbeing;
    change(world);
    for (int m = 0; m < months; ++m) world.step(m);
    return world.n.residents;
}
void nothing(SmallWorld& /*world*/) {}
void insecure(SmallWorld& s) {
    s.n.residents.insecurity[somebody] = s.n.residents.insecurity_base[somebody] = 0.6F;
}
void low_educated(SmallWorld& s) { s.n.residents.education[somebody] = Education::low; }
void high_educated(SmallWorld& s) { s.n.residents.education[somebody] = Education::high; }
void from_europe(SmallWorld& s) { s.n.residents.origin[somebody] = Origin::europe; }
void from_outside(SmallWorld& s) { s.n.residents.origin[somebody] = Origin::outside_europe; }

float loneliness(const Residents& r) { return r.loneliness[somebody]; }

/// Somebody of ninety, without frailty, whom no event befalls.
float loneliness_at_90(const Parameters& p) {
    SmallWorld world(0);
    world.p.wellbeing = p.wellbeing;
    world.p.wellbeing.drift_spread = 0;
    const auto old = world.add_resident(90, Sex::female);
    for (int m = 0; m < 12; ++m) world.step(m);
    return world.n.residents.loneliness[old];
}

/// Six-item scores of a hundred people of one loneliness.
std::vector<int> six_item_scores(float loneliness_of_all, int month) {
    SmallWorld world(100);
    std::vector<int> scores;
    for (std::uint16_t i = 0; i < 100; ++i) {
        set_loneliness(world.n.residents, ResidentId{i}, loneliness_of_all);
        scores.push_back(
            answers_6(world.n.residents, ResidentId{i}, world.p.survey, world.draws, sim::Month{month})
                .score());
    }
    return scores;
}
int at_least(const std::vector<int>& scores, int from) {
    int count = 0;
    for (const int s : scores) count += s >= from;
    return count;
}

}  // namespace

TEST_CASE("who worries about money is lonelier, until the link is switched off") {
    Parameters p;
    CHECK(loneliness(after_years(p, insecure)) > loneliness(after_years(p, nothing)));
    p.wellbeing.loneliness_insecurity = 0;
    CHECK(loneliness(after_years(p, insecure)) == loneliness(after_years(p, nothing)));
}

TEST_CASE("low education and an origin outside Europe make lonelier, until the links are switched off") {
    Parameters p;
    const float usual = loneliness(after_years(p, nothing));
    CHECK(loneliness(after_years(p, low_educated)) > usual);
    CHECK(loneliness(after_years(p, high_educated)) < usual);
    CHECK(loneliness(after_years(p, from_europe)) > usual);
    CHECK(loneliness(after_years(p, from_outside)) > loneliness(after_years(p, from_europe)));
    p.wellbeing.loneliness_education = 0;
    CHECK(loneliness(after_years(p, low_educated)) == usual);
    CHECK(loneliness(after_years(p, high_educated)) == usual);
    p.wellbeing.loneliness_origin_europe = p.wellbeing.loneliness_origin_outside = 0;
    CHECK(loneliness(after_years(p, from_europe)) == usual);
    CHECK(loneliness(after_years(p, from_outside)) == usual);
}

TEST_CASE("who is ninety is lonelier than who is forty, until the link is switched off") {
    Parameters p;
    const auto forty = [](const Parameters& with) {
        SmallWorld world(1);
        world.p.wellbeing = with.wellbeing;
        world.p.wellbeing.drift_spread = 0;
        for (int m = 0; m < 12; ++m) world.step(m);
        return world.n.residents.loneliness[somebody];
    };
    CHECK(loneliness_at_90(p) > forty(p));
    p.wellbeing.loneliness_old_age = p.wellbeing.loneliness_age = 0;
    CHECK(loneliness_at_90(p) == Approx(forty(p)));
}

TEST_CASE("friends elsewhere are fewer with age, until the link is switched off") {
    SmallWorld world(1);
    world.p.network.outside_friends = 0;  // nobody has more or fewer than usual
    auto& p = world.p.wellbeing;
    const auto young = world.add_resident(22, Sex::male), old = world.add_resident(75, Sex::male);
    const auto hours = [&](ResidentId who) {
        world.n.residents.outside_social[who] = 20.0F;
        return hours_with_friends_elsewhere(world.n.residents, who, world.p);
    };
    CHECK(hours(young) == 20.0F);
    CHECK(hours(old) < 15.0F);
    CHECK(hours(old) > 0.0F);
    p.outside_age = 0;
    CHECK(hours(old) == 20.0F);
}

TEST_CASE("hours with friends here take the place of hours elsewhere, and never more than there are") {
    SmallWorld world(1);
    world.n.residents.outside_social[somebody] = 10.0F;
    const auto with_here = [&](std::uint16_t quarter_hours) {
        world.n.ties.contact[somebody] = quarter_hours;
        return hours_outside_the_house(world.n.residents, world.n.ties, somebody, world.p);
    };
    CHECK(with_here(20) > with_here(0));
    CHECK(with_here(20) < with_here(0) + 5.0F);
    CHECK(with_here(4000) == 1000.0F);
}

TEST_CASE(
    "relatives elsewhere are company too, each by one's own habit, and give way to shocks as friends do") {
    SmallWorld world(1);
    auto& r = world.n.residents;
    auto& p = world.p.wellbeing;
    world.p.network.outside_friends = 0;
    p.outside_age = 0;
    p.family_hours = 2;
    r.outside_kin[somebody] = 3;
    r.family_habit[somebody] = 1.5F;
    CHECK(hours_with_family_elsewhere(r, somebody, world.p) == Approx(9));
    r.outside_social[somebody] = 1.0F;
    CHECK(hours_outside_the_house(r, world.n.ties, somebody, world.p) == Approx(10));
    CHECK(hours_outside_the_house(r, world.n.ties, somebody, world.p, 0.4F) == Approx(4));
    p.family_hours = 0;
    CHECK(hours_outside_the_house(r, world.n.ties, somebody, world.p) == Approx(1));
}

TEST_CASE("the lonelier, the more of six statements are agreed to; the answers hold for a whole year") {
    const auto hardly = six_item_scores(0.2F, 11), half = six_item_scores(5.5F, 11),
               wholly = six_item_scores(10.8F, 11);
    CHECK(at_least(hardly, lonely_6_from) < at_least(half, lonely_6_from));
    CHECK(at_least(half, strongly_lonely_6_from) < at_least(wholly, strongly_lonely_6_from));
    CHECK(at_least(wholly, strongly_lonely_6_from) > 50);
    CHECK(at_least(wholly, loneliness_items + 1) == 0);
    CHECK(six_item_scores(5.5F, 0) == half);
    CHECK(six_item_scores(5.5F, 12) != half);
    for (std::size_t i = 0; i < half.size(); ++i) {  // paired answers: more loneliness never lowers a score
        CHECK(hardly[i] <= half[i]);
        CHECK(half[i] <= wholly[i]);
    }
}

}  // namespace weefsel::test_levels
