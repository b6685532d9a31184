#include <catch2/catch.hpp>
#include <filesystem>

#include "models/scenario/read_trial.hpp"
#include "models/trial/replay.hpp"
#include "models/trial/trial_quantity.hpp"
#include "small_scenario.hpp"

namespace weefsel::test_trial_file {

namespace {

const std::string where = shipped("trials/made-up.toml");

/// A trial that reads, with `change` in place of what its treatment arm does.
std::string trial_with(const std::string& arm, const std::string& recruit = "",
                       const std::string& measure = "") {
    return "id = \"X\"\ntitle.nl = \"Proef\"\ntitle.en = \"Trial\"\nsource = \"made up\"\nuse = \"check\"\n"
           "scenario = \"../validation/sample.toml\"\ndesign = \"individual\"\nkind = "
           "\"effect\"\n[recruit]\n" +
           recruit + "\n[[arm]]\nname = \"control\"\n[[arm]]\nname = \"treatment\"\n" + arm +
           "\n[[measure]]\nwhat = \"djg6\"\nat_months = 6\n" +
           (measure.empty() ? "published = { value = -0.32, low = -0.60, high = -0.04 }\n" : measure);
}

Trial read(const std::string& text) { return read_trial_text(text, where, known_trial_quantities()); }

std::vector<std::string> wrong(const std::string& text) {
    std::vector<std::string> out;
    try {
        static_cast<void>(read(text));
    } catch (const sim::InputError& e) {
        for (const auto& problem : e.problems()) out.push_back(to_string(problem));
    }
    return out;
}

}  // namespace

TEST_CASE("every word of a trial file is read") {
    const auto trial = read(trial_with(
        "do = [ { what = \"call\", hours = 0.17, a_month = 14, months = 2, from_month = 1, by = "
        "\"volunteer\" },\n"
        "{ what = \"visit\", known = false, by = \"professional\", ends = \"interrupted\" },\n"
        "{ what = \"group\", size = 12, host = true }, { what = \"connect\" }, { what = \"money\" },\n"
        "{ what = \"practical\" }, { what = \"counselling\" }, { what = \"respite\" }, { what = "
        "\"volunteer\" },\n"
        "{ what = \"side_by_side\" } ]\n"
        "change = [ { close = \"library\" }, { enlarge = \"library\", hours_week = 20 },\n"
        "{ price = 0.0, kind = \"sports_club\", age = [6, 12] }, { public_space = \"square\", quality = 0.3 "
        "},\n"
        "{ end_posts = \"lapsed\", share = 0.5 }, { fte = 2.0, role = \"sociaal_werker\", goal = \"65+\" },\n"
        "{ open = \"buurtkamer\", within_m = 350 }, { absent = \"post\", months = 2 },\n"
        "{ travel = 0.5, age = [60, 120] }, { relocate = \"apart\", n = 80 },\n"
        "{ mix = \"origin\", kind = \"sports_club\" }, { euro = 2550, to = \"recruited\", from_month = 3 },\n"
        "{ buys = [ { support = \"park\", hours_week = 3 } ], form = \"project\" } ]\n",
        "age = [65, 120]\nlonely_from = 3\nalone = true\nincome = \"low\"\nfrailty_from = 0.3\ncarer = true\n"
        "distressed = true\nvisits = \"buurthuis\"\nvolunteer = false\norigin = \"europe\"\nn = 240\n"
        "consent = 0.3\n",
        "among = { age = [65, 80] }\nas = \"smd\"\nshrink = 0.5\nkind = \"null\"\nuse = \"fit\"\n"
        "published = { value = -0.3, low = -0.6, high = 0.1 }\n"));
    CHECK(trial.title_nl == "Proef");
    CHECK(trial.scenario == shipped("validation/sample.toml"));
    const auto& r = trial.recruit;
    CHECK(r.age->from == 65);
    CHECK(*r.lonely_from == 3);
    CHECK(*r.alone);
    CHECK(*r.income == Income::low);
    CHECK(*r.frailty_from == 0.3);
    CHECK((*r.carer && *r.distressed && !*r.volunteer));
    CHECK(*r.visits == PlaceKind::buurthuis);
    CHECK(*r.origin == Origin::europe);
    CHECK(r.n == 240);
    CHECK(r.consent == 0.3);
    REQUIRE(trial.arms.size() == 2);
    CHECK(trial.arms[0].empty());
    const auto& arm = trial.arms[1];
    REQUIRE(arm.doses.size() == static_cast<std::size_t>(Deed::count));
    for (std::size_t k = 0; k < arm.doses.size(); ++k) CHECK(arm.doses[k].what == static_cast<Deed>(k));
    CHECK(arm.doses[0].a_month == 14);
    CHECK(arm.doses[0].from_month == 1);
    CHECK(arm.doses[1].by == DoneBy::professional);
    CHECK(!arm.doses[1].known);
    CHECK(arm.doses[1].ends == DoseEnd::interrupted);
    CHECK((arm.doses[2].size == 12 && arm.doses[2].host));
    REQUIRE(arm.bought.size() == 3);  // enlarge, fte and open
    CHECK(arm.bought[1].terms.goal == Goal::elderly);
    CHECK(arm.bought[2].buys[0].place == PlaceKind::buurtkamer);
    REQUIRE(arm.lines.size() == 1);
    CHECK(arm.lines[0].form == "project");
    REQUIRE(arm.changes.size() == 10);
    CHECK(arm.changes[1].age->to == 12);
    CHECK(arm.changes[2].space == PublicSpace::square);
    CHECK(arm.changes[3].share == 0.5);
    CHECK(arm.changes[4].amount == 350);
    CHECK(arm.changes[5].months == 2);
    CHECK(arm.changes[7].relocation == Relocation::apart);
    CHECK(arm.changes[9].from_month == 3);
    const auto& m = trial.measures.at(0);
    CHECK(m.among == Among::all);
    CHECK(m.age->to == 80);
    CHECK((m.as == EffectAs::smd && m.kind == TrialKind::null && m.use == TrialUse::fit));
    CHECK(m.shrink == 0.5);
    CHECK(trial.months() == 6);
}

TEST_CASE("a wrong word in a trial file is refused with its place and what is allowed") {
    CHECK(wrong(trial_with("")).empty());
    CHECK(says(wrong(trial_with("do = [ { what = \"cal\" } ]")), "call"));
    CHECK(says(wrong(trial_with("do = [ { what = \"call\", hour = 2 } ]")), "hours"));
    CHECK(says(wrong(trial_with("change = [ { clos = \"library\" } ]")), "did you mean close?"));
    CHECK(says(wrong(trial_with("change = [ { close = \"libary\" } ]")), "library"));
    CHECK(says(wrong(trial_with("change = [ { fte = 2.0 } ]")), "role is missing"));
    CHECK(says(wrong(trial_with("", "age = [80, 60]")), "[first, last]"));
    CHECK(says(wrong(trial_with("", "ag = [60, 80]")), "age"));
    CHECK(says(wrong(trial_with("", "consent = 1.2")), "consent"));
    CHECK(says(wrong(trial_with("", "", "published = { value = 1 }\n")), "band_from"));
    CHECK(says(wrong(trial_with("", "", "published = { value = 1, low = 2, high = 3 }\n")), "outside"));
    CHECK(says(wrong(trial_with("", "", "what_else = 1\npublished = { value = 1, low = 0, high = 3 }\n")),
               "what_else"));
    const auto problems = wrong(trial_with("do = [ { what = \"cal\" } ]"));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].find("made-up.toml:15:") != std::string::npos);
}

TEST_CASE("a measure is one that is known, and expressed as it can be") {
    auto text = trial_with("");
    text.replace(text.find("djg6"), 4, "djg7");
    CHECK(says(wrong(text), "djg6"));
    const auto checked = [](const std::string& what, const std::string& as) {
        auto one =
            trial_with("", "", "as = \"" + as + "\"\npublished = { value = 1, low = 0.5, high = 3 }\n");
        one.replace(one.find("djg6"), 4, what);
        try {
            check_trials({read(one)});
        } catch (const sim::InputError&) { return false; }
        return true;
    };
    CHECK(checked("lonely", "odds"));
    CHECK(checked("admission", "hazard"));
    CHECK(!checked("djg6", "odds"));
    CHECK(!checked("friends", "smd"));
    CHECK(checked("membership.library", "odds"));
    CHECK(checked("cohesion_item.helpful", "smd"));
}

TEST_CASE("where a study prints no interval it follows from what it does print") {
    const auto sd = band_of("SD 2.0, N 120 and 120", -1.1, false);
    REQUIRE(sd);
    CHECK(sd->low == Approx(-1.1 - 1.96 * 2.0 * std::sqrt(2.0 / 120)));
    const auto se = band_of("SE 0.15", 0.5, false);
    REQUIRE(se);
    CHECK(se->high == Approx(0.5 + 1.96 * 0.15));
    const auto p = band_of("p 0.02", -0.34, false);
    REQUIRE(p);
    CHECK(p->low == Approx(-0.627).margin(0.002));
    CHECK(p->high == Approx(-0.053).margin(0.002));
    const auto hazard = band_of("p 0.025", 0.717, true);
    REQUIRE(hazard);
    CHECK(hazard->low == Approx(0.536).margin(0.001));
    CHECK(hazard->high == Approx(0.959).margin(0.001));
    for (const auto* text : {"", "SD 2", "N 120", "SD 2, N 0 and 3", "p 2", "about a half"})
        CHECK(!band_of(text, 1, false));
}

TEST_CASE("the trials that ship can be read, and each names its source") {
    int files = 0;
    std::vector<Trial> trials;
    for (const auto& entry : std::filesystem::directory_iterator(shipped("trials"))) {
        INFO(entry.path().string());
        trials.push_back(read_trial(entry.path().string(), known_trial_quantities()));
        CHECK(trials.back().source.size() > 10);
        ++files;
    }
    CHECK(files > 10);
    CHECK_NOTHROW(check_trials(trials));
}

}  // namespace weefsel::test_trial_file
