#include <algorithm>
#include <catch2/catch.hpp>

#include "models/scenario/read_scenario.hpp"
#include "models/story/life_story.hpp"
#include "small_world.hpp"

namespace weefsel::test_life_watch {

namespace {

/// Two neighbourhoods; whoever moves does so between them where there is room.
std::string two_neighbourhoods() {
    auto text = quick_study("[[option]]\nname = \"a\"\n");
    const std::string one = "[neighbourhood]";
    const auto at = text.find(one);
    text.replace(at, one.size(), "[" + one + "]");
    auto second = "[[neighbourhood]]\n" + quick_figures;
    second.replace(second.find("\"Test\""), 6, "\"Next\"");
    text.insert(at, second);
    for (const char* name : {"name = \"Test\"\n", "name = \"Next\"\n"})
        text.insert(text.find(name),
                    "municipality = \"Here\"\nmunicipality_residents = 1800\nvacancy = 0.06\n");
    return text + "[parameters]\n\"exchange.moves_within\" = 1\n";
}

struct Followed {
    std::vector<sim::BirthNumber> founders;
    std::vector<std::vector<Life>> lives;
};

Followed follow_all(const Study& study, int threads) {
    Followed out;
    Attention first;
    first.founders = &out.founders;
    static_cast<void>(study.run({0, 0}, nullptr, threads, {}, {}, first));
    LifeWatch watch(study.scenario(), study.scenario().parameters,
                    sim::RandomSource(study.scenario().seed, 0), out.founders);
    Attention second;
    second.hazards = watch.watch_hazards();
    static_cast<void>(study.run({0, 0}, nullptr, threads, watch.watch(), {}, second));
    out.lives = watch.lives();
    return out;
}

}  // namespace

TEST_CASE("residents keep their number and their life whatever the number of threads, also across borders") {
    const Study study(read_scenario_text(two_neighbourhoods(), "two.toml"));
    const auto one = follow_all(study, 1), two = follow_all(study, 2);
    REQUIRE(one.founders == two.founders);
    CHECK(std::is_sorted(one.founders.begin(), one.founders.end()));
    const auto& survey = study.scenario().parameters.survey;
    int moved_within = 0;
    for (std::size_t k = 0; k < one.founders.size(); ++k) {
        const auto story = story_of(one.lives[k][0], survey);
        CHECK(story == story_of(two.lives[k][0], survey));
        for (const auto& e : story) moved_within += e.kind == Told::moves_within;
        for (int m = 0; m < one.lives[k][0].months(); ++m)
            CHECK(one.lives[k][0].hazard(m, Hazard::move_out).left ==
                  two.lives[k][0].hazard(m, Hazard::move_out).left);
    }
    CHECK(moved_within > 5);
}

TEST_CASE("looking on at hazards and lives changes no result") {
    const Study study(read_scenario_text(two_neighbourhoods(), "two.toml"), true);
    const auto alone = study.run({0, 0});
    Attention attention;
    std::size_t seen = 0;
    attention.hazards = [&](std::size_t, std::size_t, int, Hazard, const HazardColumns&, const Neighbourhood&,
                            sim::Month) { ++seen; };
    const auto watched = study.run({0, 0}, nullptr, 1, {}, {}, attention);
    CHECK(seen == 2U * 36U * hazard_kinds);
    CHECK(alone.options[0].digests == watched.options[0].digests);
    CHECK(alone.options[0].numerator == watched.options[0].numerator);
}

}  // namespace weefsel::test_life_watch
