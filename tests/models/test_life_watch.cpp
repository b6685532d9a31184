#include <algorithm>
#include <catch2/catch.hpp>

#include "models/story/life_story.hpp"
#include "small_world.hpp"

using namespace weefsel;

namespace {

/// Three small neighbourhoods between which many move.
std::string three_neighbourhoods() {
    std::string out =
        "title = \"three\"\nquestion = \"?\"\nyears = 4\nwarmup_years = 1\nreplicates = 1\nseed = 5\n";
    for (const char* name : {"North", "East", "South"})
        out += std::string("[[neighbourhood]]\nname = \"") + name +
               "\"\nresidents = 300\nage_0_14 = 50\nage_15_24 = 40\nage_25_44 = 80\nage_45_64 = "
               "75\nage_65_over = 55\n"
               "households = 145\nsingle = 60\nwithout_children = 42\nwith_children = 43\nmunicipality = "
               "\"Here\"\n"
               "municipality_residents = 1500\n";
    return out + "[[option]]\nname = \"nothing\"\n[parameters]\n\"exchange.moves_within\" = 0.9\n";
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
    LifeWatch watch(study.scenario(), sim::Draws(study.scenario().seed, 0), out.founders);
    Attention second;
    second.hazards = watch.watch_hazards();
    static_cast<void>(study.run({0, 0}, nullptr, threads, watch.watch(), {}, second));
    out.lives = watch.lives();
    return out;
}

}  // namespace

TEST_CASE("residents keep their number and their life whatever the number of threads, also across borders") {
    const Study study(read_scenario_text(three_neighbourhoods(), "three.toml"));
    const auto one = follow_all(study, 1), three = follow_all(study, 3);
    REQUIRE(one.founders == three.founders);
    CHECK(std::is_sorted(one.founders.begin(), one.founders.end()));
    const auto& survey = study.scenario().parameters.survey;
    int moved_within = 0;
    for (std::size_t k = 0; k < one.founders.size(); ++k) {
        const auto story = story_of(one.lives[k][0], survey);
        CHECK(story == story_of(three.lives[k][0], survey));
        for (const auto& e : story) moved_within += e.kind == Told::moves_within;
        for (int m = 0; m < one.lives[k][0].months(); ++m)
            CHECK(one.lives[k][0].hazard(m, Hazard::move_out).left ==
                  three.lives[k][0].hazard(m, Hazard::move_out).left);
    }
    CHECK(moved_within > 5);
}

TEST_CASE("looking on at hazards and lives changes no result") {
    const Study study(read_scenario_text(three_neighbourhoods(), "three.toml"), true);
    const auto alone = study.run({0, 0});
    Attention attention;
    std::size_t seen = 0;
    attention.hazards = [&](std::size_t, std::size_t, int, Hazard, const Neighbourhood&, const Workspace&,
                            sim::Month) { ++seen; };
    const auto watched = study.run({0, 0}, nullptr, 1, {}, {}, attention);
    CHECK(seen == 3U * 48U * hazard_kinds);
    CHECK(alone.options[0].digests == watched.options[0].digests);
    CHECK(alone.options[0].numerator == watched.options[0].numerator);
}
