#include <unistd.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include "models/process/funding/bundles.hpp"
#include "models/scenario/read_scenario.hpp"
#include "tests/models/small_scenario.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_scenario {

namespace {

struct Folder {
    std::filesystem::path path;
    Folder()
        : path(std::filesystem::temp_directory_path() / ("weefsel-scenario-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream(path / name) << text;
        return (path / name).string();
    }
};

std::string option_with(const std::string& line) {
    return small_figures + "[[option]]\nname = \"a\"\n[[option.line]]\n" + line;
}
const std::string worker = "buys = [{ role = \"opbouwwerker\", fte = 1 }]\n";

}  // namespace

TEST_CASE("the scenario of the demo reads, and its options differ in the form of money") {
    const auto s = read_scenario(shipped("first-look.toml"));
    REQUIRE(s.neighbourhoods.size() == 1);
    REQUIRE(s.neighbourhoods[0].residents == 4200);
    REQUIRE(s.neighbourhoods[0].filled.empty());
    REQUIRE(s.options.size() == 2);
    REQUIRE(s.reference == "projects");
    REQUIRE(s.present.size() == 1);
    REQUIRE(s.warnings.empty());
    REQUIRE(s.options[0].lines[0].terms.term_months > s.options[1].lines[0].terms.term_months);
    REQUIRE(s.options[0].lines[0].buys.size() == s.options[1].lines[0].buys.size());
}

TEST_CASE("a scenario that extends another states only what differs") {
    const auto s = read_scenario(shipped("null-equal.toml"));
    REQUIRE(s.equal_money == EqualMoney::no);
    REQUIRE(s.years == 5);
    REQUIRE(s.seed == 20220613);
    REQUIRE(s.options.size() == 2);
    REQUIRE(s.options[0].lines.size() == 1);
    REQUIRE(s.options[0].lines[0].buys.size() == s.options[1].lines[0].buys.size());
    REQUIRE(*s.options[0].lines[0].euro_year == *s.options[1].lines[0].euro_year);
}

TEST_CASE("title and question stand in one language or in both, and survive in what it resolves to") {
    auto text = quick_study("[[option]]\nname = \"a\"\n");
    const std::string one = "title = \"quick\"", two = "title.nl = \"snel\"\ntitle.en = \"quick\"";
    const auto plain = read_scenario_text(text, "test.toml");
    CHECK(plain.title == "quick");
    CHECK(plain.title_nl == "quick");
    CHECK(plain.question_nl == plain.question);
    text.replace(text.find(one), one.size(), two);
    const auto both = read_scenario_text(text, "test.toml");
    const auto again = read_scenario_text(both.resolved, "resolved.toml");
    for (const auto* s : {&both, &again}) {
        CHECK(s->title == "quick");
        CHECK(s->title_nl == "snel");
    }
    text.replace(text.find(two), two.size(), "title = 7");
    CHECK_THROWS_WITH(read_scenario_text(text, "test.toml"),
                      Catch::Contains("title: found a whole number (7), allowed is a text or { nl"));
}

TEST_CASE("scenarios that extend each other are refused") {
    const Folder folder;
    const auto a = folder.file("a.toml", "extends = \"b.toml\"\n");
    folder.file("b.toml", "extends = \"a.toml\"\n" + small_text);
    REQUIRE_THROWS_WITH(read_scenario(a),
                        Catch::Contains("b.toml:1:1") && Catch::Contains("extended already"));
    const auto c = folder.file("c.toml", "extends = \"absent.toml\"\n");
    REQUIRE_THROWS_WITH(read_scenario(c), Catch::Contains("there is no file"));
    const auto d = folder.file("d.toml", "extends = 3\n");
    REQUIRE_THROWS_WITH(read_scenario(d), Catch::Contains("a whole number (3)"));
}

TEST_CASE("what a scenario resolves to reads back to the same scenario without any other file") {
    for (const char* name : {"first-look.toml", "null-equal.toml"}) {
        Overrides overrides;
        overrides.set = {"parameters.network.halflife_friend=11", "years=3"};
        overrides.draws = 4;
        const auto s = read_scenario(shipped(name), overrides);
        const auto again = read_scenario_text(s.resolved, "resolved.toml");
        REQUIRE(again.resolved == s.resolved);
        REQUIRE(again.draws == 4);
        REQUIRE(again.parameters.network.halflife_friend == 11);
        REQUIRE(again.neighbourhoods[0].age == s.neighbourhoods[0].age);
        REQUIRE(again.neighbourhoods[0].filled == s.neighbourhoods[0].filled);
        for (std::size_t o = 0; o < s.options.size(); ++o) {
            REQUIRE(again.options[o].label_nl == s.options[o].label_nl);
            const auto& one = s.options[o].lines[0];
            const auto& other = again.options[o].lines[0];
            for (const auto& d : terms_declared) REQUIRE(one.terms.*d.member == other.terms.*d.member);
            REQUIRE(one.euro_year == other.euro_year);
            REQUIRE(one.structural_cover == other.structural_cover);
        }
    }
}

TEST_CASE("every part of a scenario survives in what it resolves to") {
    const auto s = read_scenario_text("draws = 2\n" + small_figures + R"(
[[place]]
kind = "church"
x = 10.5
capacity = 300
[[present.line]]
form = "project"
goal = "65+"
buys = [{ support = "church", hours_week = 4 }]
[[option]]
name = "nothing"
label = "Niets"
[[option]]
name = "b"
label = { nl = "Bé", en = "Bee" }
follow = 0
[[option.line]]
form = "structural"
pot = "earmark"
goal = "youth"
renewal = 0.9
euro_year = 1000.5
buys = [{ role = "jongerenwerker", fte = 0.3 }, { place = "youth_centre", hours_week = 5 }]
[[shock]]
kind = "pandemic"
start_year = 2.5
months = 18
[parameters]
funding.discount_rate = 0.03
)",
                                      "small.toml");
    const auto again = read_scenario_text(s.resolved, "resolved.toml");
    REQUIRE(again.resolved == s.resolved);
    REQUIRE(again.places.size() == 1);
    REQUIRE(*again.places[0].x == 10.5);
    REQUIRE(again.present[0].terms.goal == Goal::elderly);
    REQUIRE(again.options[1].follow == 0);
    REQUIRE(again.options[1].lines[0].terms.renewal == 0.9);
    REQUIRE(again.shocks[0].first_month == 30);
    REQUIRE(again.parameters.funding.discount_rate == 0.03);
    REQUIRE(again.neighbourhoods[0].filled == s.neighbourhoods[0].filled);
    REQUIRE_FALSE(s.neighbourhoods[0].filled.empty());
}

TEST_CASE("draws may stand at the top or in the neighbourhood, not both and different") {
    REQUIRE(read_scenario_text(small_figures + "draws = 7\n" + small_option, "s.toml").draws == 7);
    REQUIRE(read_scenario_text("draws = 7\n" + small_text, "s.toml").draws == 7);
    REQUIRE(says(problems_of("draws = 6\n" + small_figures + "draws = 7\n" + small_option), "draws = 7"));
    Overrides overrides;
    overrides.draws = 3;
    REQUIRE(read_scenario_text(small_figures + "draws = 7\n" + small_option, "s.toml", overrides).draws == 3);
}

TEST_CASE("where a scenario does not say how many worlds it wants there are thirty") {
    const auto size = [](const std::string& top, const Overrides& overrides = {}) {
        const auto s = read_scenario_text(top + small_text, "s.toml", overrides);
        return std::pair(s.draws, s.replicates);
    };
    CHECK(size("") == std::pair(15, 2));
    CHECK(size("draws = 1\n") == std::pair(1, 30));
    CHECK(size("draws = 7\n") == std::pair(7, 5));
    CHECK(size("draws = 60\n") == std::pair(60, 2));
    const auto in_neighbourhood = read_scenario_text(small_figures + "draws = 1\n" + small_option, "s.toml");
    CHECK(in_neighbourhood.replicates == 30);
    // Who counts replicates and names no draws wants the stated values.
    CHECK(size("replicates = 8\n") == std::pair(1, 8));
    Overrides overrides;
    overrides.replicates = 8;
    CHECK(size("", overrides) == std::pair(1, 8));
    CHECK(size("replicates = 4\n", overrides) == std::pair(1, 8));
    CHECK(size("draws = 7\n", overrides) == std::pair(7, 8));
}

TEST_CASE("all that is wrong with a scenario is told at once, with its place and the nearest name") {
    const auto found =
        problems_of("yeers = 3\nyears = 99\nseed = -1\nreference = \"nothin\"\n" + small_text +
                    "[[option]]\nname = \"nothing\"\n[[shock]]\nkind = \"plague\"\n[parameters]\n"
                    "\"network.halflife_frend\" = 3\n");
    REQUIRE(says(found, "small.toml:1:1: yeers"));
    REQUIRE(says(found, "did you mean years"));
    REQUIRE(says(found, "small.toml:2:1"));
    REQUIRE(says(found, "small.toml:3:1"));
    REQUIRE(says(found, "did you mean nothing"));
    REQUIRE(says(found, "two options have the name"));
    REQUIRE(says(found, "plague"));
    REQUIRE(says(found, "network.halflife_friend"));
}

TEST_CASE("years, warm-up, replicates, draws and seed have their bounds") {
    for (const char* bad :
         {"years = 0", "years = 41", "warmup_years = -1", "warmup_years = 41", "replicates = 0",
          "replicates = 100001", "seed = 4294967296", "draws = 0", "years = 2.5", "years = \"2\"",
          "equal_money = 1", "reference = \"\"", "title = 3"})
        REQUIRE(problems_of(std::string(bad) + "\n" + small_text).size() == 1);
    for (const char* good :
         {"years = 40", "warmup_years = 0", "replicates = 100000", "seed = 4294967295", "seed = 0"})
        REQUIRE(problems_of(std::string(good) + "\n" + small_text).empty());
}

TEST_CASE("a scenario without options or without a neighbourhood is refused") {
    REQUIRE(says(problems_of(small_figures), "option is missing"));
    REQUIRE(says(problems_of(small_option), "neighbourhood is missing"));
    REQUIRE(says(problems_of("neighbourhood = 3\n" + small_option), "a whole number (3)"));
    REQUIRE_FALSE(problems_of("").empty());
}

TEST_CASE("the form of a line is a bundle of numbers, each of which may be set apart") {
    const auto s = read_scenario_text(
        option_with("form = \"project\"\nterm_months = 18\nunspent = \"carry\"\n" + worker), "small.toml");
    const auto& terms = s.options[0].lines[0].terms;
    REQUIRE(terms.term_months == 18);
    REQUIRE(terms.unspent == Unspent::carry);
    REQUIRE(terms.renewal == bundle_of("project")->renewal);
    REQUIRE(terms.pot == Pot::earmark);
    REQUIRE_FALSE(s.options[0].lines[0].structural_cover);
    REQUIRE_FALSE(bundle_of("other"));
}

TEST_CASE("without a form every number of a line must be given") {
    const auto found = problems_of(option_with("term_months = 18\n" + worker));
    REQUIRE(says(found, "form is missing"));
    REQUIRE(says(found, "renewal"));
    REQUIRE_FALSE(says(found, "term_months,"));
    std::string all = "source = \"incidental\"\npot = \"one\"\nunspent = \"carry\"\n";
    for (const auto& d : terms_declared) all += std::string(d.name) + " = 1\n";
    REQUIRE(problems_of(option_with(all + "reporting_share = 0\n" + worker)).size() == 1);  // given twice
    const auto reporting = all.find("reporting_share = 1");
    all.replace(reporting, 19, "reporting_share = 0");
    REQUIRE(problems_of(option_with(all + worker)).empty());
}

TEST_CASE("a line must buy something, unless it has no money") {
    REQUIRE(says(problems_of(option_with("form = \"project\"\n")), "buys nothing"));
    REQUIRE(problems_of(option_with("form = \"project\"\neuro_year = 0\n")).empty());
    REQUIRE(says(problems_of(option_with("form = \"project\"\nbuys = [{ fte = 1 }]\n")),
                 "found 0 of role, place, support, public_space, adapted_dwellings, transport, training, "
                 "network_leaders, pay, innovation and by_street (must be one of them)"));
    REQUIRE(says(problems_of(option_with("form = \"project\"\nbuys = [{ role = \"opbouwwerker\" }]\n")),
                 "fte is missing"));
    REQUIRE(
        says(problems_of(option_with("form = \"project\"\nbuys = [{ role = \"opbouwwerkr\", fte = 1 }]\n")),
             "did you mean opbouwwerker"));
    REQUIRE(says(problems_of(option_with("form = \"project\"\nbuys = 3\n")), "buys"));
}

TEST_CASE("support goes to a place that is there") {
    const std::string support = "form = \"project\"\nbuys = [{ support = \"garden\", hours_week = 2 }]\n";
    REQUIRE(says(problems_of(option_with(support)), "no garden to support"));
    REQUIRE(problems_of(option_with(support) + "[[place]]\nkind = \"garden\"\n").empty());
    REQUIRE(problems_of(option_with("form = \"project\"\nbuys = [{ support = \"garden\", hours_week = 2 }, "
                                    "{ place = \"garden\", hours_week = 2 }]\n"))
                .empty());
}

TEST_CASE("lasting costs with incidental cover are allowed with a warning") {
    const auto warned = [](const std::string& line) {
        return read_scenario_text(option_with(line + worker), "small.toml").warnings;
    };
    REQUIRE(warned("form = \"structural\"\n").empty());
    REQUIRE(warned("form = \"project\"\n").empty());
    REQUIRE(warned("form = \"structural\"\nsource = \"incidental\"\n").size() == 1);
    REQUIRE(warned("form = \"project\"\nsource = \"structural\"\n").size() == 1);
    REQUIRE(warned("form = \"structural\"\ngoal = \"youth\"\n").size() == 1);
    REQUIRE(read_scenario_text(small_figures + "[[option]]\nname = \"empty\"\n", "s.toml").warnings.size() ==
            1);
}

TEST_CASE("money that may only be spent incidentally cannot be moved under structural cover unseen") {
    const auto option_of = [](const std::string& name, const std::string& cover) {
        return "[[option]]\nname = \"" + name + "\"\n[[option.line]]\n" + cover + worker;
    };
    const std::string state = "form = \"project\"\nsource = \"incidental\"\nonly_incidental = true\n";
    const std::string base = "form = \"structural\"\nsource = \"structural\"\n";
    const std::string head = "reference = \"projects\"\nequal_money = false\n" + small_figures;
    const auto warned = [&](const std::string& options) {
        const auto s = read_scenario_text(head + options, "small.toml");
        std::string all;
        for (const auto& warning : s.warnings) all += to_string(warning.problem()) + "\n";
        return all;
    };
    const auto moved = warned(option_of("projects", state) + option_of("lasting", base));
    CHECK(moved.find("option \"lasting\": 90000 euros a year that \"projects\" has") != std::string::npos);
    CHECK(warned(option_of("lasting", base) + option_of("projects", state))
              .find("cannot be turned into base funding") != std::string::npos);
    CHECK(warned(option_of("projects", state) + option_of("others", state)).find("base funding") ==
          std::string::npos);
    const auto s = read_scenario_text(head + option_of("projects", state), "small.toml");
    CHECK(s.options[0].lines[0].only_incidental);
    CHECK(read_scenario_text(s.resolved, "resolved.toml").options[0].lines[0].only_incidental);
    const auto wrong = problems_of(head + option_of("projects", base + "only_incidental = true\n"));
    CHECK(says(wrong, "only_incidental: found true with source = \"structural\""));
    CHECK(says(problems_of(head + option_of("projects", "form = \"project\"\nonly_incidental = 1\n")),
               "only_incidental"));
}

TEST_CASE("--set and flags are judged after the file, and name what is wrong with them") {
    Overrides overrides;
    overrides.set = {"years=4", "neighbourhood.women=0.6", "option.nothing.follow=0"};
    overrides.seed = 9;
    const auto s = read_scenario_text(small_text, "small.toml", overrides);
    REQUIRE(s.years == 4);
    REQUIRE(s.seed == 9);
    REQUIRE(s.neighbourhoods[0].women == 0.6);
    REQUIRE(s.options[0].follow == 0);
    overrides.set = {"option.absent.follow=0", "years=400"};
    overrides.seed = -4;
    const auto found = problems_of(small_text, overrides);
    REQUIRE(says(found, "--set"));
    overrides.set = {"years=400", "neighborhood.women=1"};
    const auto more = problems_of(small_text, overrides);
    REQUIRE(says(more, "--set years"));
    REQUIRE(says(more, "--seed:1:1"));
    REQUIRE(says(more, "did you mean neighbourhood"));
    REQUIRE(says(problems_of("years = 99\n" + small_text, overrides), "small.toml:1:1"));
}

}  // namespace weefsel::test_scenario
