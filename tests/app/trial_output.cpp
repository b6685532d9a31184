#include <catch2/catch.hpp>
#include <cmath>

#include "app/trials/trial_output.hpp"

namespace weefsel::test_trial_output {
using namespace weefsel::app;

namespace {

/// Two measures of one trial: one inside, and one of which nothing is known.
struct Made {
    TrialResults results;

    Made() {
        auto& trial = results.trials.emplace_back();
        trial.id = "R99";
        trial.title_nl = "Proef";
        trial.title_en = "A <b>bold</b> trial";
        trial.source = "made up, by hand";
        trial.arms = {{"nothing", {}, {}, {}, {}}, {"calls", {Dose{}}, {}, {}, {}}};
        trial.measures.resize(2);
        trial.measures[0].what = "djg6";
        trial.measures[0].at_months = 6;
        trial.measures[1].what = "admission";
        trial.measures[1].as = EffectAs::hazard;
        trial.measures[1].shrink = 0.5;
        const double nothing = std::nan("");
        const analysis::PublishedEffect one{-0.4, -0.6, -0.2}, other{0.64, 0.25, 0.81, true};
        results.rows.push_back({&trial,
                                &trial.measures[0],
                                one,
                                one,
                                {-0.3, -0.5, -0.1, 0.75, 4, 1.0},
                                -0.25,
                                2.0,
                                1.7,
                                240,
                                230,
                                {-0.5, -0.3, -0.3, -0.1},
                                TrialVerdict::inside});
        results.rows.push_back({&trial,
                                &trial.measures[1],
                                other,
                                analysis::shrunk(other, 0.5),
                                {nothing, nothing, nothing, nothing, 0, nothing},
                                nothing,
                                nothing,
                                nothing,
                                nothing,
                                nothing,
                                {},
                                TrialVerdict::not_measured});
    }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the table of trials says what was published, the target, what was simulated and the verdict") {
    const Made made;
    const auto table = trial_table(made.results);
    CHECK(has(table, "djg6, 6 m, difference"));
    CHECK(has(table, "-0.40 (-0.60 to -0.20)"));
    CHECK(has(table, "-0.30 (-0.50 to -0.10)"));
    CHECK(has(table, "75 % 100 %  inside"));
    CHECK(has(table, "0.80 (0.50 to 0.90)"));
    CHECK(has(table, "1 of 2 measures of 1 trial lie inside, 0 outside, 1 not measured"));
}

TEST_CASE("a measure whose draws disagree about the sign does not count as inside, and the table says so") {
    Made made;
    made.results.rows[0].verdict = TrialVerdict::sign_unsure;
    const auto table = trial_table(made.results);
    CHECK(has(table, "sign unsure"));
    CHECK(has(
        table,
        "0 of 2 measures of 1 trial lie inside, 0 outside, 1 with a sign that is unsure, 1 not measured"));
    CHECK(has(forest_plot(made.results), "richting onzeker"));
    CHECK(has(table, "effects 0 of 1"));
}

TEST_CASE("a study counts once, by the share of its measures of a kind that lie inside") {
    Made made;
    CHECK(has(trial_table(made.results), "effects 1 of 1, nulls 0 of 0, untreated 0 of 0"));
    made.results.rows[1].verdict = TrialVerdict::outside;
    CHECK(has(trial_table(made.results), "effects 0.5 of 1"));
    made.results.trials.front().measures[1].kind = TrialKind::null;
    CHECK(has(trial_table(made.results), "effects 1 of 1, nulls 0 of 1"));
    CHECK(has(json_of_trials(made.results), "\"studies\""));
}

TEST_CASE("with every effect of policy off a measure of an effect that lies inside is named") {
    Made made;
    made.results.inert = true;
    CHECK(has(trial_table(made.results), "must not: R99 djg6"));
    made.results.rows[0].verdict = TrialVerdict::outside;
    CHECK(has(trial_table(made.results), "no measure of an effect passes"));
    CHECK(made.results.passed_inert().empty());
}

TEST_CASE("what is not known is null in JSON and empty in CSV") {
    const Made made;
    const auto json = json_of_trials(made.results);
    CHECK(has(json, "\"inside\": true"));
    CHECK(has(json, "\"inside\": false"));
    CHECK(has(json, "\"verdict\": \"not measured\""));
    CHECK(has(json, "\"middle\": null"));
    const auto csv = csv_of_trials(made.results);
    CHECK(has(csv, "R99,djg6,effect,check,difference,recruited,6,-0.4,-0.6,-0.2,1,"));
    CHECK(has(csv, ",,,,,,,,,not measured,"));
    CHECK(has(csv, "\"made up, by hand\""));
}

TEST_CASE("the forest plot has both languages, a drawing and the numbers, and no markup of others") {
    const Made made;
    const auto page = forest_plot(made.results);
    CHECK(has(page, "Gezelschap: bellen, bezoeken, groepen"));
    CHECK(has(page, "Company: calls, visits, groups"));
    CHECK(has(page, "A &lt;b&gt;bold&lt;/b&gt; trial"));
    CHECK(!has(page, "<b>"));
    CHECK(has(page, "class=\"simulated\""));
    CHECK(has(page, "<span lang=\"nl\">-0,30"));
    CHECK(has(page, "<span lang=\"en\">-0.30"));
    CHECK(has(page, "niet gemeten"));
}

}  // namespace weefsel::test_trial_output
