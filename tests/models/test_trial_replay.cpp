#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <optional>

#include "models/measure/survey/trial_scales.hpp"
#include "models/scenario/read_trial.hpp"
#include "models/study/study.hpp"
#include "models/trial/replay.hpp"
#include "models/trial/treating.hpp"
#include "models/trial/trial_quantity.hpp"
#include "small_scenario.hpp"
#include "small_world.hpp"

namespace weefsel::test_trial_replay {

namespace {

std::string measure(const std::string& what, int months, const std::string& rest = "") {
    return "[[measure]]\nwhat = \"" + what + "\"\nat_months = " + std::to_string(months) + "\n" + rest +
           "\npublished = { value = 1, low = 0.1, high = 2 }\n";
}
const std::string usual_measures = measure("djg6", 6) + measure("ucla3", 3) + measure("distress", 6) +
                                   measure("visits", 6) + measure("lonely", 6, "among = \"all\"");

Trial trial_of(const std::string& control, const std::string& treatment,
               const std::string& measures = usual_measures, const std::string& recruit = "",
               const std::string& design = "individual", const std::string& id = "X") {
    return read_trial_text("id = \"" + id +
                               "\"\ntitle = \"made up\"\nsource = \"made up\"\nuse = \"check\"\n"
                               "scenario = \"../validation/sample.toml\"\ndesign = \"" +
                               design + "\"\n[recruit]\n" + recruit + "\n[[arm]]\nname = \"a\"\n" + control +
                               "\n[[arm]]\nname = \"b\"\n" + treatment + "\n" + measures,
                           shipped("trials/made-up.toml"), known_trial_quantities());
}

Realisation realised(const std::vector<const Trial*>& trials, double policy_effects = 1) {
    auto scenario =
        with_arms(read_scenario_text(
                      quick_study(option_text(
                          "a", std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys)),
                      "quick.toml"),
                  trials);
    scenario.parameters.funding.policy_effects = policy_effects;
    const Study study(scenario);
    WorkerPool pool(1, 1);
    auto burn_in = study.begin({0, 0}, pool);
    while (burn_in.months_left() > 0) burn_in.step(pool);
    return std::move(burn_in).finish();
}

std::vector<ReplayedTrial> replayed(const std::vector<const Trial*>& trials, double policy_effects = 1) {
    WorkerPool pool(1, 1);
    return replay(realised(trials, policy_effects), trials, pool);
}
std::vector<ReplayedMeasure> replayed(const Trial& trial, double policy_effects = 1) {
    return replayed(std::vector{&trial}, policy_effects).at(0).measures;
}

const std::string many_calls = "do = [ { what = \"call\", hours = 2, a_month = 30, months = 6 } ]";

/// A hand-made neighbourhood in a trial of one arm, before its first month.
struct HandMade {
    SmallWorld world;
    Municipality m;
    Trial trial;
    Recruits recruits;
    MonthRecord made;

    HandMade(int residents, const std::string& treatment) : world(residents), trial(trial_of("", treatment)) {
        m.neighbourhoods.push_back(world.n);
        for (const auto who : world.n.residents.ids())
            recruits.people.push_back({0, who.value, world.n.residents.birth_number[who]});
        recruits.treated.assign(recruits.people.size(), 0);
        recruits.partner.assign(recruits.people.size(), Recruits::alone);
    }
    /// What the arm does in a month from its first on, and nothing else.
    Neighbourhood& treat(int month = 0) {
        if (!arm) arm.emplace(trial, trial.arms[1], recruits, m, sim::Month{0});
        const Circumstances under;
        MonthUnderWay now{m.neighbourhoods[0], under, world.p, world.draws, sim::Month{month}, world.w, made};
        arm->treatment().before_work(now);
        arm->treatment().after_work(now);
        return m.neighbourhoods[0];
    }
    std::optional<ArmInForce> arm;
};

}  // namespace

TEST_CASE("who is asked fulfils every criterion that is given") {
    SmallWorld world(6);
    auto& r = world.n.residents;
    const auto id = [](int k) { return ResidentId{static_cast<std::uint16_t>(k)}; };
    r.age[id(0)] = 64;
    r.age[id(1)] = 65;
    r.age[id(2)] = 80;
    r.frailty[id(2)] = 0.3F;
    r.volunteer_hours[id(3)] = 4;
    r.income[id(4)] = Income::low;
    r.origin[id(5)] = Origin::europe;
    const auto asked = [&](const std::string& recruit) {
        std::vector<int> out;
        const auto trial = trial_of("", "", usual_measures, recruit);
        for (int k = 0; k < 6; ++k)
            if (fulfils(trial.recruit, world.n, id(k), world.p, world.draws, sim::Month{0})) out.push_back(k);
        return out;
    };
    CHECK(asked("") == std::vector{0, 1, 2, 3, 4, 5});
    CHECK(asked("age = [65, 120]") == std::vector{1, 2});
    CHECK(asked("age = [65, 120]\nfrailty_from = 0.3") == std::vector{2});
    CHECK(asked("volunteer = true") == std::vector{3});
    CHECK(asked("volunteer = false\nage = [65, 70]") == std::vector{1});
    CHECK(asked("income = \"low\"") == std::vector{4});
    CHECK(asked("origin = \"europe\"") == std::vector{5});
    CHECK(asked("alone = true").size() == 6);
    CHECK(asked("alone = false").empty());
    CHECK(asked("visits = \"library\"").empty());
    for (const auto who : r.ids()) set_loneliness(r, who, who.index() < 3 ? 0.0F : 11.0F);
    CHECK(asked("lonely_from = 8") == std::vector{3, 4, 5});
}

TEST_CASE("at most n take part, whoever else is asked, and half of them are treated") {
    const auto some = trial_of("", "", usual_measures, "n = 40"),
               fewer = trial_of("", "", usual_measures, "n = 30"),
               third = trial_of("", "", usual_measures, "consent = 0.3"), all = trial_of("", "");
    const auto realisation = realised({&some});
    const auto forty = recruit(some, realisation, false), thirty = recruit(fewer, realisation, false);
    REQUIRE(forty.people.size() == 40);
    REQUIRE(thirty.people.size() == 30);
    for (std::size_t k = 0; k < 30; ++k) CHECK(forty.people[k].birth == thirty.people[k].birth);
    CHECK(std::count(forty.treated.begin(), forty.treated.end(), 1) == 20);
    const auto everybody = static_cast<double>(recruit(all, realisation, false).people.size());
    CHECK(static_cast<double>(recruit(third, realisation, false).people.size()) ==
          Approx(0.3 * everybody).epsilon(0.2));
}

TEST_CASE("a treatment that is nothing has no effect at all") {
    for (const auto& m : replayed(trial_of("", ""))) CHECK(m.effect == 0);
}

TEST_CASE("much company makes less lonely, and with arms swapped it is the other way round") {
    const auto there = replayed(trial_of("", many_calls)), back = replayed(trial_of(many_calls, ""));
    CHECK(there[0].effect < -0.2);
    CHECK(there[1].effect < -0.1);
    for (std::size_t k = 0; k < there.size(); ++k) {
        CHECK(there[k].effect == -back[k].effect);
        CHECK(there[k].control == back[k].treated);
    }
}

TEST_CASE("with every effect of policy off a trial does nothing, by doses, changes and posts alike") {
    for (const auto& treatment :
         {many_calls, std::string("change = [ { euro = 5000 }, { close = \"park\" } ]"),
          std::string("change = [ { fte = 5, role = \"maatschappelijk_werker\" } ]")}) {
        const auto trial = trial_of("", treatment);
        for (const auto& m : replayed(trial, 0)) CHECK(m.effect == 0);
        double moved = 0;
        for (const auto& m : replayed(trial)) moved += std::abs(m.effect);
        CHECK(moved > 0);
    }
}

TEST_CASE("a trial gives the same whatever others are replayed beside it, in any order") {
    const auto a = trial_of("", many_calls, usual_measures, "", "individual", "A"),
               b = trial_of("", "do = [ { what = \"group\", a_month = 4, months = 6 } ]", usual_measures, "",
                            "individual", "B");
    const auto one = replayed(std::vector{&a}), both = replayed(std::vector{&a, &b}),
               swapped = replayed(std::vector{&b, &a});
    for (std::size_t k = 0; k < one[0].measures.size(); ++k) {
        CHECK(one[0].measures[k].effect == both[0].measures[k].effect);
        CHECK(both[0].measures[k].effect == swapped[1].measures[k].effect);
        CHECK(both[1].measures[k].effect == swapped[0].measures[k].effect);
    }
}

TEST_CASE("euros take away insecurity by their amount") {
    HandMade hand(3, "change = [ { euro = 2550, to = \"recruited\" } ]");
    hand.m.neighbourhoods[0].residents.insecurity[ResidentId{1}] = 0.8F;
    const auto& r = hand.treat().residents;
    CHECK(r.insecurity[ResidentId{1}] ==
          Approx(0.8 * std::exp(-2.55 * hand.world.p.funding.euro_relief)).epsilon(1e-5));
}

TEST_CASE("calls are hours of company, a group's members meet, and respite is support") {
    HandMade calls(2, "do = [ { what = \"call\", hours = 0.5, a_month = 4 } ]");
    calls.treat();
    CHECK(calls.made.arranged.company == std::vector{2.0F, 2.0F});
    HandMade group(5, "do = [ { what = \"group\", hours = 1.5, a_month = 2, size = 3, host = true } ]");
    group.treat();
    REQUIRE(group.made.arranged.groups.size() == 2);
    CHECK(group.made.arranged.groups[0].members.size() == 3);
    CHECK(group.made.arranged.groups[0].host == 1.0F);
    CHECK(group.made.arranged.company[0] == 3.0F);
    HandMade respite(1, "do = [ { what = \"respite\", hours = 6, a_month = 2 } ]");
    CHECK(respite.treat().residents.support_hours[ResidentId{0}] == 12.0F);
}

TEST_CASE("contacts of one professional grow a bond, and contacts of another each time do not") {
    const auto bond_after = [](const std::string& rest) {
        HandMade hand(1, "do = [ { what = \"practical\", hours = 1, a_month = 3" + rest + " } ]");
        const auto& r = hand.treat().residents;
        CHECK(r.support_hours[ResidentId{0}] > 0.0F);
        return std::max(r.bond[ResidentId{0}][0], r.bond[ResidentId{0}][1]);
    };
    const float once = 0.2F;  // professional.bond_gain
    CHECK(bond_after("") == Approx(1 - std::pow(1 - once, 3)));
    CHECK(bond_after(", known = false") == Approx(once));
}

TEST_CASE("money casework takes away insecurity, and who volunteers is a volunteer") {
    HandMade money(1, "do = [ { what = \"money\", hours = 3, a_month = 1 } ]");
    money.m.neighbourhoods[0].residents.insecurity[ResidentId{0}] = 0.5F;
    CHECK(money.treat().residents.insecurity[ResidentId{0}] < 0.5F);
    HandMade volunteer(1, "do = [ { what = \"volunteer\", hours = 2, a_month = 4 } ]");
    CHECK(volunteer.treat().residents.volunteer_hours[ResidentId{0}] == 8.0F);
}

TEST_CASE("side by side, pairs become friends more often") {
    const auto trial =
        trial_of("", "do = [ { what = \"side_by_side\", hours = 4, a_month = 20, months = 5 } ]",
                 measure("pair_friends", 5) + measure("friends_new", 5), "", "pairs");
    const auto both = replayed(trial);
    CHECK(both[0].effect > 0.02);
    CHECK(both[1].effect > 0.02);
}

TEST_CASE("a place that is closed is not visited, and one that is dear less") {
    const auto closed =
        replayed(trial_of("", "change = [ { close = \"park\" } ]", measure("visits.park", 12)));
    CHECK(closed[0].control > 0);
    CHECK(closed[0].treated == 0);
    const auto dear =
        replayed(trial_of("", "change = [ { price = 10.0, kind = \"shop\" } ]", measure("visits.shop", 12)));
    CHECK(dear[0].effect < 0);
    const auto near = replayed(trial_of("", "change = [ { travel = 0.0 } ]", measure("visits", 12)));
    CHECK(near[0].effect > 0);
}

TEST_CASE(
    "who was recruited as lonely answers less so later though nothing is done, by the noise of answers") {
    const auto fall = [](const std::string& recruit) {
        return replayed(trial_of("", "", measure("djg11", 6, "kind = \"untreated\""), recruit))[0].effect;
    };
    CHECK(fall("lonely_from = 6") < -0.5);
    CHECK(std::abs(fall("")) < 0.4);
}

TEST_CASE("posts end as the trial says, and residents who move keep the balances") {
    const auto trial = trial_of("change = [ { end_posts = \"planned\", from_month = 6 } ]",
                                "change = [ { end_posts = \"lapsed\", from_month = 6 } ]",
                                measure("residents_reached", 24, "among = \"all\""));
    const auto ended = replayed(trial)[0];
    CHECK(ended.treated < ended.control);
    for (const std::string how : {"together", "apart"}) {
        const auto moves =
            trial_of("", "change = [ { relocate = \"" + how + "\", n = 60 } ]", measure("djg6", 3));
        const auto realisation = realised({&moves});
        const auto recruits = recruit(moves, realisation, false);
        OptionRun run(realisation, 0);
        ArmInForce arm(moves, moves.arms[1], recruits, run.state(), run.now() + 1);
        WorkerPool pool(1, 1);
        for (int k = 0; k < 3; ++k) run.step(pool, {}, &arm.treatment());
        CHECK_NOTHROW(check_balances(run.state()));
        CHECK(std::count(arm.reached().begin(), arm.reached().end(), 1) >= 60);
    }
}

TEST_CASE("those reached are who got something, and those continuing got it last") {
    const auto trial = trial_of("", many_calls,
                                measure("djg6", 6, "among = \"reached\"") +
                                    measure("djg6", 6, "among = \"continuing\"") + measure("djg6", 6));
    const auto all = replayed(trial);
    CHECK(all[0].people == all[2].people);
    CHECK(all[0].effect == all[2].effect);
    CHECK(all[1].people <= all[0].people);
    CHECK(all[1].people > 0);
}

TEST_CASE("the trial's own estimate is that of twins, but for who was treated and how they answered") {
    const auto m = replayed(trial_of("", many_calls))[0];
    CHECK(m.estimate != m.effect);
    CHECK(std::abs(m.estimate - m.effect) < 0.5);
}

TEST_CASE("while a post is absent fewer residents are reached") {
    const auto m = replayed(trial_of("", "change = [ { absent = \"post\", from_month = 5, months = 19 } ]",
                                     measure("residents_reached", 24, "among = \"all\"")))[0];
    CHECK(m.effect < 0);
}

TEST_CASE("origins are spread evenly over mixed groups") {
    HandMade hand(6, "change = [ { mix = \"origin\", kind = \"sports_club\", size = 2 } ]");
    auto& r = hand.m.neighbourhoods[0].residents;
    for (int k = 0; k < 3; ++k) r.origin[ResidentId{static_cast<std::uint16_t>(k)}] = Origin::europe;
    hand.treat();
    REQUIRE(hand.made.arranged.groups.size() == 3);
    for (const auto& group : hand.made.arranged.groups) {
        REQUIRE(group.members.size() == 2);
        CHECK(group.kind == PlaceKind::sports_club);
        CHECK(r.origin[ResidentId{group.members[0]}] != r.origin[ResidentId{group.members[1]}]);
    }
}

TEST_CASE("public space of streets rises once, to 1 at most") {
    HandMade hand(2, "change = [ { public_space = \"street\", quality = 0.3 } ]");
    const auto& streets = hand.treat().streets;
    CHECK(streets.public_space[StreetId{0}] == Approx(0.8));
    hand.treat(1);
    CHECK(streets.public_space[StreetId{0}] == Approx(0.8));
}

TEST_CASE("a place that opens near somebody is visited by who lives near it") {
    const auto m =
        replayed(trial_of("", "change = [ { open = \"buurtkamer\", within_m = 300, hours_week = 20 } ]",
                          measure("visits.buurtkamer", 24, "among = \"reached\"")))[0];
    CHECK(m.people > 0);
    CHECK(m.control == 0);
    CHECK(m.treated > 0);
}

TEST_CASE("a dose that is broken off ends as when a professional leaves, a planned end does not") {
    for (const bool interrupted : {true, false}) {
        HandMade hand(1, std::string("do = [ { what = \"practical\", months = 1, ends = \"") +
                             (interrupted ? "interrupted" : "planned") + "\" } ]");
        const auto post = hand.treat().residents.known_post[ResidentId{0}];
        const auto& posts = hand.treat(1).posts;
        const auto known = post[0] == no_row ? post[1] : post[0];
        CHECK((posts.left[PostId{known}] != Leaving::stays) == interrupted);
    }
}

}  // namespace weefsel::test_trial_replay
