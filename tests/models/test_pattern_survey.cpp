#include <catch2/catch.hpp>

#include "models/measure/survey/pattern_answers.hpp"
#include "models/measure/survey/pattern_survey.hpp"
#include "models/scenario/read_scenario.hpp"
#include "small_world.hpp"

namespace weefsel::test_pattern_survey {

namespace {

ResidentId row(int i) { return ResidentId{static_cast<std::uint16_t>(i)}; }

/// Hardly any mood, and items that all split at the middle of the scale.
void answer_as_they_are(SurveyParameters& p) {
    p.interview_mood = p.eleven_spread = 0;
    p.eleven_slope = 10;
}

/// A survey of a world that has just been met.
PatternSurvey begun(const SmallWorld& world) {
    PatternSurvey survey(world.p, world.draws, 1);
    survey.look(-1, world.n, {}, sim::Month{-1});
    return survey;
}

}  // namespace

TEST_CASE("measuring changes nothing of the life of a neighbourhood") {
    const auto scenario = read_scenario_text(
        quick_study(
            option_text("a", std::string("form = \"project\"\nsource = \"incidental\"\n") + same_buys) +
            "[[option]]\nname = \"b\"\n"),
        "test.toml");
    const Study study(scenario, true);
    const auto alone = study.run({0, 0});
    std::vector<PatternSurvey> surveys(2,
                                       PatternSurvey(scenario.parameters, sim::RandomSource(scenario.seed, 0),
                                                     scenario.neighbourhoods[0].urbanity));
    int looks = 0;
    const auto watched = study.run({0, 0}, nullptr, 1,
                                   [&](std::size_t, std::size_t option, int month, const Neighbourhood& n,
                                       const MonthRecord& made, sim::Month now) {
                                       surveys[option].look(month, n, made, now);
                                       ++looks;
                                   });
    CHECK(looks == 2 * (36 + 1));
    for (std::size_t option = 0; option < 2; ++option) {
        CHECK(alone.options[option].digests == watched.options[option].digests);
        CHECK(alone.options[option].numerator == watched.options[option].numerator);
    }
    CHECK(surveys[0].counts()[asked::lonely].among > 1000);  // some 700 adults, three years
}

TEST_CASE("a survey counts whom it asks: one of four adults is severely lonely, two are lonely") {
    SmallWorld world(4);
    answer_as_they_are(world.p.survey);
    for (int i = 0; i < 4; ++i) set_loneliness(world.n.residents, row(i), 0.5F);
    set_loneliness(world.n.residents, row(0), 10.5F);
    set_loneliness(world.n.residents, row(1), 5.5F);
    world.n.residents.age[row(0)] = 86;
    auto survey = begun(world);
    survey.look(11, world.n, {}, sim::Month{11});
    const auto& c = survey.counts();
    CHECK(c[asked::lonely].of == 2);
    CHECK(c[asked::severe].of == 1);
    CHECK(c[asked::severe].among == 4);
    CHECK(c[asked::severe_by_age + 5].of == 1);
    CHECK(c[asked::severe_by_age + 5].among == 1);
    CHECK(c.adults == 4);
    CHECK(c.cross[0][composition - 1] >= 3.0 + 9.0);
    CHECK(c.cross[0][composition - 1] <= 11.0 + 8.0 + 2 * 2.0);
}

TEST_CASE("somebody in residential care is not asked") {
    SmallWorld world(2);
    world.n.residents.dwelling[row(1)] = DwellingId::none();
    auto survey = begun(world);
    survey.look(11, world.n, {}, sim::Month{11});
    CHECK(survey.counts()[asked::lonely].among == 1);
}

TEST_CASE("a partner who leaves is a separation, one who dies is not") {
    SmallWorld world(4);
    world.marry(0, 1);
    world.marry(2, 3);
    auto survey = begun(world);
    auto& r = world.n.residents;
    answer_as_they_are(world.p.survey);
    set_loneliness(r, row(0), 10.8F);
    set_loneliness(r, row(1), 0.5F);
    r.partner[row(0)] = r.partner[row(1)] = ResidentId::none();
    r.partner[row(2)] = ResidentId::none();
    r.present[row(3)] = 0;
    r.widowed[row(2)] = 5;
    survey.look(5, world.n, {}, sim::Month{5});
    survey.look(11, world.n, {}, sim::Month{11});
    const auto separated = asked::severe_by_partner + static_cast<std::size_t>(PartnerState::separated);
    const auto widowed = asked::severe_by_partner + static_cast<std::size_t>(PartnerState::widowed);
    CHECK(survey.counts()[separated].among == 2);
    CHECK(survey.counts()[separated].of == 1);
    CHECK(survey.counts()[widowed].among == 1);
}

TEST_CASE("of two ties of year 0 one is left after seven years, and a new one does not count as kept") {
    SmallWorld world(4);
    for (auto& friends : world.n.residents.outside_friends) friends = 0;
    world.tie(0, 1, TieKind::friend_, 100.0F);
    world.tie(0, 2, TieKind::friend_, 60.0F);
    auto survey = begun(world);
    end_all_ties(world.n.ties, row(2));
    world.tie(0, 3, TieKind::neighbour, 80.0F);
    survey.look(7 * 12 - 1, world.n, {}, sim::Month{83});
    const auto& c = survey.counts();
    CHECK(c[asked::ties_retained].among == 4);  // both ends of both ties
    CHECK(c[asked::ties_retained].of == 2);
    CHECK(c[asked::network_then].of == 4);
    CHECK(c[asked::network_now].of == 4);
}

TEST_CASE("the network that is kept leaves the household out and takes friends elsewhere in") {
    SmallWorld world(4);
    world.p.network.outside_turnover = 0.1;
    auto& r = world.n.residents;
    for (auto& friends : r.outside_friends) friends = 0;
    r.outside_friends[row(3)] = 5;
    r.dwelling[row(1)] = r.dwelling[row(0)];
    world.marry(0, 1);
    world.tie(0, 2, TieKind::kin, 100.0F);
    world.tie(1, 2, TieKind::friend_, 100.0F);
    auto survey = begun(world);
    end_tie(world.n.ties, row(2), entry_of(world.n.ties, row(2), row(1)));
    survey.look(7 * 12 - 1, world.n, {}, sim::Month{83});
    const auto& c = survey.counts();
    CHECK(c[asked::ties_retained_here].among == 4);  // both ends of both ties, and no partner
    CHECK(c[asked::ties_retained_here].of == 2);
    CHECK(c[asked::ties_retained_stayers].among == 4);
    CHECK(c[asked::ties_retained_by_kind].of == 2);  // kin
    CHECK(c[asked::ties_retained_by_kind + 1].among == 2);
    CHECK(c[asked::ties_retained_by_kind + 1].of == 0);
    CHECK(c[asked::ties_retained].among == 9);
    CHECK(c[asked::ties_retained].of == Approx(2 + 5 * std::exp(-0.7)));
    CHECK(c[asked::network_then].of == 9);
    CHECK(c[asked::network_now].of == 7);
}

TEST_CASE("who leaves is no tie of stayers, and is a tie that all have lost") {
    SmallWorld world(3);
    for (auto& friends : world.n.residents.outside_friends) friends = 0;
    world.tie(0, 1, TieKind::friend_, 100.0F);
    world.tie(0, 2, TieKind::friend_, 100.0F);
    auto survey = begun(world);
    auto people = people_of(world.n);
    remove(people, row(2), Flow::departures, sim::Month{5});
    survey.look(7 * 12 - 1, world.n, {}, sim::Month{83});
    const auto& c = survey.counts();
    CHECK(c[asked::ties_retained_here].among == 3);
    CHECK(c[asked::ties_retained_here].of == 2);
    CHECK(c[asked::ties_retained_stayers].among == 2);
    CHECK(c[asked::ties_retained_stayers].of == 2);
}

TEST_CASE("weekly contact with neighbours has no jump where meetings in the street come to an hour") {
    SmallWorld world(10);
    world.p.network.street_chance = 0.2;
    const auto weekly = [&](double hours) {
        world.p.network.street_hours = hours;
        SurveyCounts counts;
        for (const auto who : world.n.residents.ids()) count_network(world.n, who, world.p, counts);
        return counts[asked::weekly_neighbours].of / counts[asked::weekly_neighbours].among;
    };
    CHECK(weekly(0) == 0.0);
    CHECK(weekly(1.01) == Approx(weekly(0.99)).epsilon(0.02));
    CHECK(weekly(2) > weekly(1));
}

TEST_CASE("who volunteered in spring is a volunteer of that year, and not of the next") {
    SmallWorld world(2);
    auto survey = begun(world);
    world.n.residents.volunteer_hours[row(0)] = 8.0F;
    survey.look(3, world.n, {}, sim::Month{3});
    world.n.residents.volunteer_hours[row(0)] = 0.0F;
    survey.look(11, world.n, {}, sim::Month{11});
    CHECK(survey.counts()[asked::volunteers].of == 1);
    survey.look(23, world.n, {}, sim::Month{23});
    CHECK(survey.counts()[asked::volunteers].of == 1);
    CHECK(survey.counts()[asked::volunteers].among == 4);
}

TEST_CASE("the odds ratio of one stratum is that of its table, and strata of one kind only say nothing") {
    // Exposed: 1 of 2; others: 1 of 3. (1 / 1) / (1 / 2) = 2.
    std::vector<AlikePerson> people{{7, true, 1},  {7, true, 0},  {7, false, 1},
                                    {7, false, 0}, {7, false, 0}, {8, true, 1}};
    StratifiedRatio odds;
    add_odds(people, odds);
    CHECK(odds.over / odds.under == Approx(2));
}

TEST_CASE("rates that differ between strata but not within have a ratio of 1") {
    std::vector<AlikePerson> people{{1, true, 2}, {1, false, 2}, {2, true, 9}, {2, true, 9}, {2, false, 9}};
    StratifiedRatio rates;
    add_rates(people, rates);
    CHECK(rates.over / rates.under == Approx(1));
}

TEST_CASE("two hours a week make a friend in as many shared hours as Hall found") {
    const Parameters p;
    CHECK(shared_hours_at_friend(p.network) >= 80);
    CHECK(shared_hours_at_friend(p.network) <= 100);
}

}  // namespace weefsel::test_pattern_survey
