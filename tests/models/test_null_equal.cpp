#include <catch2/catch.hpp>

#include "models/scenario/read_scenario.hpp"
#include "small_world.hpp"

namespace weefsel::test_null_equal {

// Options that are null-equal (MODEL 1): month by month the same money, purchases, posts and terms,
// however a scenario writes them. All that is measured must be the same bits. The plainest of these
// pairs stand in test_world.cpp.

namespace {

constexpr const char* project = "form = \"project\"\nsource = \"incidental\"\n";
constexpr const char* structural = "form = \"structural\"\nsource = \"structural\"\n";

/// Numbers under which all that a term can do happens within three years.
constexpr const char* eventful =
    "term_months = 12\nstart_up_months = 2\nnotice_months = 1\nrenewal = 0.4\ngap_months = 3\nindexation = "
    "0.5\nreporting_share = 0.25\ncut_hazard = 0.4\nreview = 0.6\npot = \"earmark\"\ngoal = "
    "\"lonely\"\nunspent = "
    "\"return\"\n";
/// Numbers under which no random number of a line decides anything.
constexpr const char* certain =
    "term_months = 12\nstart_up_months = 2\nnotice_months = 0\nrenewal = 1\ngap_months = 0\nindexation = "
    "1\nreporting_share = 0.2\ncut_hazard = 0\nreview = 0\npot = \"one\"\nunspent = \"carry\"\n";

std::string line(const std::string& name, const std::string& text) {
    return "[[option.line]]\nname = \"" + name + "\"\n" + text + "\n";
}
std::string option(const std::string& name, const std::string& lines) {
    return "[[option]]\nname = \"" + name + "\"\n" + lines;
}
std::string buys(const std::string& purchases) { return "buys = [ " + purchases + " ]\n"; }

sim::UnitResult run(const std::string& options, const std::string& parameters = "") {
    return Study(read_scenario_text(quick_study(options + parameters), "test.toml"), true).run({0, 0});
}

bool same_people(const sim::WorldResult& a, const sim::WorldResult& b) {
    return a.numerator == b.numerator && a.denominator == b.denominator &&
           a.group_numerator == b.group_numerator && a.group_denominator == b.group_denominator;
}
bool same(const sim::WorldResult& a, const sim::WorldResult& b) {
    return same_people(a, b) && a.money == b.money && a.digests == b.digests;
}

/// Two ways to write one policy, as options `a` and `b` of one study.
bool null_equal(const std::string& one, const std::string& other, const std::string& parameters = "") {
    const auto unit = run(option("a", one) + option("b", other), parameters);
    return same(unit.options[0], unit.options[1]);
}

const std::string posts_and_place =
    "{ role = \"opbouwwerker\", fte = 1.5 }, { role = \"jongerenwerker\", fte = 0.5 }, { place = "
    "\"buurthuis\", hours_week = 20 }";

}  // namespace

TEST_CASE("the same numbers are the same bits under either form, also where much depends on luck") {
    CHECK(null_equal(line("x", project + std::string(eventful) + buys(posts_and_place)),
                     line("x", structural + std::string(eventful) + buys(posts_and_place))));
    // Chance and numbers do matter here: one term another, and the lives part.
    CHECK_FALSE(null_equal(line("x", project + std::string(eventful) + buys(posts_and_place)),
                           line("x", project + std::string(certain) + buys(posts_and_place))));
}

TEST_CASE("with form_effects at 0 any two bundles are the same bits") {
    const std::string neutral = "[parameters]\n\"funding.form_effects\" = 0\n";
    CHECK(null_equal(line("x", project + std::string(eventful) + buys(posts_and_place)),
                     line("x", structural + buys(posts_and_place)), neutral));
    CHECK(null_equal(line("x", project + std::string(eventful) + buys(posts_and_place)),
                     line("x", structural + std::string(certain) + buys(posts_and_place)), neutral));
    // What is bought still matters.
    CHECK_FALSE(null_equal(line("x", project + buys(posts_and_place)),
                           line("x", project + buys("{ role = \"connector\", fte = 2 }")), neutral));
}

TEST_CASE("names and labels of options and lines are nobody's luck") {
    const std::string one = project + std::string(eventful) + buys(posts_and_place);
    const auto unit = run(option("a", line("x", one)) +
                          option("zzz", "label = { nl = \"Anders\", en = \"Other\" }\n" + line("y y", one)));
    CHECK(same(unit.options[0], unit.options[1]));
}

TEST_CASE("an option is the same bits alone, first, last and in between") {
    const std::string a = option("a", line("x", project + std::string(eventful) + buys(posts_and_place)));
    const std::string b = option("b", line("y", structural + buys("{ role = \"connector\", fte = 1 }")));
    const std::string nothing = option("c", "");
    const auto alone = run(a);
    CHECK(same(alone.options[0], run(a + b + nothing).options[0]));
    CHECK(same(alone.options[0], run(b + a + nothing).options[1]));
    CHECK(same(alone.options[0], run(nothing + b + a).options[2]));
}

TEST_CASE("bundles swapped between two options swap the results number by number") {
    for (const std::string term :
         {"term_months = 12\n", "start_up_months = 9\n", "notice_months = 3\n", "renewal = 0.2\n",
          "gap_months = 9\n", "indexation = 0.1\n", "reporting_share = 0.4\n", "cut_hazard = 0.9\n",
          "review = 0.9\n", "unspent = \"carry\"\n", "goal = \"elderly\"\n"}) {
        INFO(term);
        const std::string plain = line("x", project + buys(posts_and_place));
        const std::string other = line("x", project + term + buys(posts_and_place));
        const auto one = run(option("a", plain) + option("b", other));
        const auto two = run(option("a", other) + option("b", plain));
        // Money in added years of life is counted against the reference, which is `a` in both.
        CHECK(same_people(one.options[0], two.options[1]));
        CHECK(one.options[0].digests == two.options[1].digests);
        CHECK(same_people(one.options[1], two.options[0]));
        CHECK(one.options[1].digests == two.options[0].digests);
    }
}

TEST_CASE("the order of purchases within a line is the same bits") {
    CHECK(null_equal(
        line("x", project + std::string(eventful) + buys(posts_and_place)),
        line("x",
             project + std::string(eventful) +
                 buys("{ place = \"buurthuis\", hours_week = 20 }, { role = \"jongerenwerker\", fte = 0.5 }, "
                      "{ role = \"opbouwwerker\", fte = 1.5 }"))));
}

TEST_CASE("posts of one role bought together or one by one are the same bits") {
    CHECK(null_equal(
        line("x", project + std::string(eventful) + buys("{ role = \"sociaal_werker\", fte = 3 }")),
        line("x", project + std::string(eventful) +
                      buys("{ role = \"sociaal_werker\", fte = 1 }, { role = \"sociaal_werker\", fte "
                           "= 1 }, { role = \"sociaal_werker\", fte = 1 }"))));
}

TEST_CASE("posts of one role and of different size are the same bits in any order") {
    CHECK(null_equal(
        line("x", project + std::string(eventful) +
                      buys("{ role = \"sociaal_werker\", fte = 1 }, { role = \"sociaal_werker\", fte "
                           "= 0.5 }")),
        line("x", project + std::string(eventful) +
                      buys("{ role = \"sociaal_werker\", fte = 0.5 }, { role = \"sociaal_werker\", "
                           "fte = 1 }"))));
}

TEST_CASE("hours of one place bought at once or in parts are the same bits") {
    CHECK(null_equal(
        line("x", project + std::string(eventful) + buys("{ place = \"buurthuis\", hours_week = 24 }")),
        line("x",
             project + std::string(eventful) +
                 buys("{ place = \"buurthuis\", hours_week = 8 }, { place = \"buurthuis\", hours_week = 16 "
                      "}"))));
}

TEST_CASE("a price that is typed is the same bits as one that is worked out") {
    // 1.5 fte of 90,000 and 0.5 of 85,000.
    const std::string posts =
        buys("{ role = \"opbouwwerker\", fte = 1.5 }, { role = \"jongerenwerker\", fte = 0.5 }");
    CHECK(null_equal(line("x", project + std::string(eventful) + posts),
                     line("x", project + std::string(eventful) + "euro_year = 177500\n" + posts)));
}

TEST_CASE("a line without money is no line, wherever it stands") {
    const std::string one = line("x", project + std::string(eventful) + buys(posts_and_place));
    const std::string nought = line(
        "nought", structural + std::string("euro_year = 0\n") + buys("{ role = \"connector\", fte = 1 }"));
    CHECK(null_equal(one, nought + one));
    CHECK(null_equal(one, one + nought));
}

TEST_CASE("the order of lines within an option is the same bits") {
    const std::string first = line("x", project + std::string(eventful) + buys(posts_and_place));
    const std::string second = line("y", structural + std::string("cut_hazard = 0.5\n") +
                                             buys("{ role = \"sociaal_werker\", fte = 1 }, { place = "
                                                  "\"youth_centre\", hours_week = 12 }"));
    CHECK(null_equal(first + second, second + first));
}

TEST_CASE(
    "one line split over two with equal terms is the same lives where no random number of a line decides") {
    // Money may differ by the cents to which each line rounds its costs of contract.
    const std::string even = "[parameters]\n\"funding.quality_spread\" = 0\n";
    const auto unit = run(
        option(
            "a",
            line("x", project + std::string(certain) +
                          buys("{ role = \"opbouwwerker\", fte = 1 }, { role = \"sociaal_werker\", fte = 1 "
                               "}, { place = \"buurthuis\", hours_week = 20 }"))) +
            option("b",
                   line("x", project + std::string(certain) + buys("{ role = \"opbouwwerker\", fte = 1 }")) +
                       line("y", project + std::string(certain) +
                                     buys("{ role = \"sociaal_werker\", fte = 1 }, { place = \"buurthuis\", "
                                          "hours_week = 20 }"))),
        even);
    CHECK(same_people(unit.options[0], unit.options[1]));
    REQUIRE(unit.options[0].money.size() == unit.options[1].money.size());
    for (std::size_t k = 0; k < unit.options[0].money.size(); ++k)
        CHECK(unit.options[0].money[k] == Approx(unit.options[1].money[k]).margin(1.0));
}

TEST_CASE("a line more leaves the luck of the other lines as it was") {
    const std::string one = line("x", project + std::string(eventful) + buys(posts_and_place));
    const std::string little = line(
        "y", structural + std::string("cut_hazard = 0\n") + buys("{ support = \"park\", hours_week = 1 }"));
    // Trust, which all lines share, shortens no vacancy here, and no line takes over what another does.
    const Study study(read_scenario_text(
        quick_study(option("a", one) + option("b", little + one) +
                    "[parameters]\n\"funding.trust_hiring\" = 0\n\"funding.scale_up\" = 0\n"),
        "test.toml"));
    for (std::size_t replicate = 0; replicate < 5; ++replicate) {
        std::array<std::vector<std::uint8_t>, 2> filled;
        static_cast<void>(study.run(
            {0, replicate}, nullptr, 1,
            [&](std::size_t, std::size_t o, int, const Neighbourhood& n, const MonthRecord&, sim::Month) {
                filled[o].insert(filled[o].end(), n.posts.filled.begin(), n.posts.filled.end());
            }));
        CHECK((filled[0] == filled[1]));
    }
}

}  // namespace weefsel::test_null_equal
