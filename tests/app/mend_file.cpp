#include "app/check/mend_file.hpp"

#include <catch2/catch.hpp>

#include "models/scenario/read_scenario.hpp"
#include "models/study/equal_money.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_mend_file {
using namespace weefsel::app;
using analysis::Reading;

namespace {

const std::string head =
    "years = 4\nwarmup_years = 2\nreplicates = 2\nreference = \"a\"\n" + small_figures + R"(
[[option]]
name = "a"
  [[option.line]]
  form = "project"
  buys = [ { role = "opbouwwerker", fte = 1.0 } ]
)";

MendedFile mended(const std::string& text, Reading language = Reading::en) {
    const auto scenario = read_scenario_text(text, "small.toml");
    return mended_file(text, scenario, mended_money(scenario), Speech(language));
}

/// Whether a text is as before but for what stands between these two pieces of it.
bool differs_only_between(const std::string& before, const std::string& after, const std::string& from,
                          const std::string& to) {
    return after.starts_with(before.substr(0, before.find(from))) &&
           after.ends_with(before.substr(before.rfind(to)));
}

bool is_equal(const std::string& text) {
    return check_equal_money(read_scenario_text(text, "small.toml")).empty();
}

}  // namespace

TEST_CASE("a number that stands there is changed in its place, and the remark behind it keeps its column") {
    const std::string text = head + R"([[option]]
name = "b"      # é: letters of two bytes
  [[option.line]]
  form      = "structural"
  euro_year = 30000      # as agreed, één keer
  buys      = [ { role = "opbouwwerker", fte = 1.0 } ]
)";
    REQUIRE_FALSE(is_equal(text));
    const auto out = mended(text);
    REQUIRE(out.numbers.size() == 1);
    CHECK(out.numbers[0].was_there);
    CHECK(out.numbers[0].before == 30000);
    CHECK(is_equal(out.text));
    CHECK(differs_only_between(text, out.text, "30000", "# as agreed"));
    CHECK(text.find("# as agreed") == out.text.find("# as agreed"));
    CHECK(mended(out.text).text == out.text);
    CHECK(mended(out.text).numbers.empty());
}

TEST_CASE("a line that is priced from what it buys gets its euros in a line before that") {
    const std::string text = head + R"([[option]]
name = "b"
  [[option.line]]
  form = "structural"
  buys = [ { role = "opbouwwerker", fte = 2.0 } ]   # two
)";
    const auto en = mended(text), nl = mended(text, Reading::nl);
    CHECK(is_equal(en.text));
    CHECK(en.text.find(
              "  # as much money as \"a\"\n  buys = [ { role = \"opbouwwerker\", fte = 2.0 } ]   # two") !=
          std::string::npos);
    CHECK(nl.text.find("  # evenveel geld als \"a\"\n") != std::string::npos);
    CHECK_FALSE(en.numbers.at(0).was_there);
    CHECK(mended(en.text).text == en.text);
}

TEST_CASE("all lines of an option change by one factor, on one line of text or on many") {
    const std::string text =
        head +
        "[[option]]\r\nname = \"b\"\r\nline = [ { name = \"é\", form = \"structural\", "
        "euro_year = 20_000, buys = [ { role = \"opbouwwerker\", fte = 1.0 } ] }, "
        "{ form = \"structural\", buys = [ { role = \"opbouwwerker\", fte = 0.4 } ] } ]\r\n";
    const auto out = mended(text);
    REQUIRE(out.numbers.size() == 2);
    CHECK(is_equal(out.text));
    const auto factor = [&](std::size_t i) { return out.numbers[i].after / out.numbers[i].before; };
    CHECK(factor(0) == Approx(factor(1)).epsilon(2e-3));
    CHECK(mended(out.text).text == out.text);
}

TEST_CASE("what is granted can be made equal in place of what it costs") {
    const std::string rest = R"([[option]]
name = "b"
  [[option.line]]
  form = "structural"
  euro_year = 30000
  buys = [ { role = "opbouwwerker", fte = 1.0 } ]
)";
    const auto net = mended("equal_money = \"net\"\n" + head + rest),
               budget = mended("equal_money = \"budget\"\n" + head + rest);
    CHECK(is_equal(net.text));
    CHECK(is_equal(budget.text));
    CHECK(budget.numbers.at(0).after > net.numbers.at(0).after);  // projects return more of it
    CHECK(mended("equal_money = false\n" + head + rest).numbers.empty());
}

TEST_CASE("an option that cannot be scaled is refused, and so is a line of another file") {
    CHECK_THROWS_AS(mended(head + R"([[option]]
name = "b"
  [[option.line]]
  form = "structural"
  start_year = 10
  buys = [ { role = "opbouwwerker", fte = 1.0 } ]
)"),
                    sim::InputError);
    const auto scenario = read_scenario_text(head + R"([[option]]
name = "b"
  [[option.line]]
  form = "structural"
  buys = [ { role = "opbouwwerker", fte = 2.0 } ]
)",
                                             "small.toml");
    CHECK_THROWS_AS(mended_file("years = 4\n", scenario, mended_money(scenario), Speech(Reading::en)),
                    sim::InputError);
}

TEST_CASE("what was changed is said with the number before, after and their ratio") {
    const MendedFile file{"", {{"b", "work", 9, 30000, 33000, true}, {"b", "more", 12, 1000, 1100.5, false}}};
    const auto en = mended_text("my.toml", file, Speech(Reading::en));
    CHECK(en.find("option \"b\", line \"work\": euro_year 30,000 -> 33,000 (factor 1.1000)") !=
          std::string::npos);
    CHECK(en.find("euro_year absent, price 1,000.00 -> 1,100.50") != std::string::npos);
    CHECK(mended_text("my.toml", file, Speech(Reading::nl)).find("30.000 -> 33.000 (factor 1,1000)") !=
          std::string::npos);
    CHECK(mended_text("my.toml", {}, Speech(Reading::nl)) == "Aan my.toml hoefde niets te veranderen.\n");
}

}  // namespace weefsel::test_mend_file
