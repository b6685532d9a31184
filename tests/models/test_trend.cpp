#include <catch2/catch.hpp>

#include "models/study/trend.hpp"
#include "tests/models/replicates.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_trend {

namespace {

std::string trend_text(const std::string& parameter, double a_year) {
    return "[[trend]]\nparameter = \"" + parameter + "\"\na_year = " + std::to_string(a_year) + "\n";
}

}  // namespace

TEST_CASE("a trend moves a parameter by its share each year, within its range, and no other") {
    const Parameters usual;
    const std::vector<Trend> trends{{"network.want_friend", -0.1, {}}, {"help.volunteer_wear", 0.2, {}}};
    CHECK(with_trends(usual, trends, 0).network.want_friend == usual.network.want_friend);
    CHECK(with_trends(usual, trends, 24).network.want_friend == Approx(usual.network.want_friend * 0.81));
    CHECK(with_trends(usual, trends, 6).network.want_friend ==
          Approx(usual.network.want_friend * std::sqrt(0.9)));
    CHECK(with_trends(usual, trends, 24).network.want_close == usual.network.want_close);
    const auto late = with_trends(usual, {{"meeting_place.habit_kept", 0.2, {}}}, 480);
    CHECK(late.meeting_place.habit_kept == 1.0);
}

TEST_CASE("what is wrong with a trend is said with its place and what is allowed") {
    CHECK(problems_of(small_text + trend_text("network.want_friend", -0.01)).empty());
    CHECK(says(problems_of(small_text + trend_text("network.want_frend", -0.01)),
               "did you mean network.want_friend"));
    CHECK(says(problems_of(small_text + trend_text("funding.price_rise", 0.01)),
               ": [[trend]] 1: parameter: found \"funding.price_rise\", allowed is a parameter of"));
    CHECK(says(problems_of(small_text + trend_text("network.want_friend", 0.5)), "a_year"));
    CHECK(says(problems_of(small_text + trend_text("network.want_friend", 0.1) +
                           trend_text("network.want_friend", 0.1)),
               "two trends of network.want_friend"));
    CHECK(says(problems_of(small_text + "[[trend]]\nparameter = \"network.want_friend\"\n"),
               "a_year is missing"));
    const auto s = read_scenario_text(small_text + trend_text("network.want_friend", -0.01), "small.toml");
    const auto again = read_scenario_text(s.resolved, "resolved.toml");
    REQUIRE(again.trends.size() == 1);
    CHECK(again.trends[0].a_year == -0.01);
    CHECK(again.resolved == s.resolved);
}

TEST_CASE("where people go out less year by year fewer are met, and a trend of 0 is none", "[long]") {
    const std::string nothing = "[[option]]\nname = \"nothing\"\n";
    const auto met = [&](const std::string& trend) {
        return simulated_replicates(average_buurt(4, 1, nothing + trend), 3);
    };
    const auto still = met(""), zero = met(trend_text("meeting_place.outings", 0)),
               falling = met(trend_text("meeting_place.outings", -0.2));
    std::vector<double> differences;
    for (std::size_t r = 0; r < still.size(); ++r) {
        CHECK(zero[r].options[0].numerator == still[r].options[0].numerator);
        differences.push_back(value_over(falling[r].options[0], Indicator::participation, 36, 48) -
                              value_over(still[r].options[0], Indicator::participation, 36, 48));
        // The first month is the same: nothing has moved yet.
        CHECK(value_over(falling[r].options[0], Indicator::participation, 0, 1) ==
              value_over(still[r].options[0], Indicator::participation, 0, 1));
    }
    const auto e = estimate(differences);
    CHECK(e.mean < -3 * e.error);
}

}  // namespace weefsel::test_trend
