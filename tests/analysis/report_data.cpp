#include "analysis/report/report_data.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/report/report_html.hpp"
#include "analysis/report/report_json.hpp"
#include "sim/error.hpp"
#include "sim/run_file.hpp"
#include "tests/analysis/small_study.hpp"
#include "tests/analysis/temporary_folder.hpp"

namespace weefsel::test_report_data {
using namespace weefsel::analysis;

namespace {

/// The parameters of which the report reads more than their names.
struct CashParameters {
    double cashable_town = 0.5, cashable_after = 6;
};
constexpr std::array cash_declared{
    sim::Declaration<CashParameters>{
        "cashable_town", &CashParameters::cashable_town, {0, 1}, "1", "share", {}},
    sim::Declaration<CashParameters>{
        "cashable_after", &CashParameters::cashable_after, {0, 120}, "month", "lag", {}}};

/// Two options in two worlds of two years. Option b has one more point of cohesion, and its second
/// world 0.5 more than that.
struct Study {
    sim::ResultLayout layout = [] {
        auto l = small_layout(24);
        l.observables[0].name = "social_cohesion";
        l.observables[0] = l.observables[0].noticed_from(0.1, 1);
        l.observables[1].name = "cold";
        l.flows = {"granted", "returned", "care_cost", "own_hours", "youth_care"};
        return l;
    }();
    Names names = [] {
        auto n = small_names();
        n.sites = {"west"};
        return n;
    }();

    /// [year][flow][payer] of town and state.
    std::vector<double> money_a{100, 0, 10, 0, 50, 7, 20, 0, 30, 0, 100, 0, 10, 0, 50, 7, 20, 0, 30, 0};
    std::vector<double> money_b{90, 0, 0, 0, 50, 7, 20, 0, 26, 0, 100, 0, 0, 0, 40, 7, 20, 0, 20, 0};

    std::vector<Noticeable> noticeable{};
    std::string drawn_from{};

    /// Two worlds: of two replicates, or of two draws of the parameters with as many equal replicates each.
    Results results(std::size_t draws = 1, std::size_t replicates = 2) const {
        Cube cube(layout, {2, draws, replicates});
        for (std::size_t k = 0; k < draws * replicates; ++k) {
            const std::size_t draw = k / replicates, replicate = k % replicates,
                              w = draws == 1 ? replicate : draw;
            auto unit = small_unit(layout, 2, static_cast<double>(w), 4);
            unit.options[0].money = money_a;
            unit.options[1].money = money_b;
            if (w == 1)
                for (std::size_t m = 0; m < 24; ++m) unit.options[1].numerator[2 * m] += 0.5 * 4;
            cube.add(draw, replicate, unit);
        }
        RunRecord record{"</script>", "q", 7, "weefsel compare x", "s", "equal_money = false\n"};
        record.drawn_from = drawn_from;
        ResultTable expected("/scenario/expected_money", {"option"},
                             {"has_lines", "granted", "returned", "direct_hours", "hours_per_euro", "years",
                              "discount_rate", "price_year"},
                             "option");
        expected.add({"a"}, {1, 100, 10, 50, 0.5, 20, 0.0225, 2024});
        expected.add({"b"}, {0, 0, 0, 0, 0, 20, 0.0225, 2024});
        CashParameters cash;
        sim::ParameterTable parameters;
        parameters.add("care", cash, cash_declared);
        ResultTable terms("/lives_terms", {"resident", "term_nl"}, {"reference", "difference"});
        terms.add({"17", "leeftijd"}, {std::nan(""), 0.1});
        ResultTable ending("ending", {"option", "indicator"}, {"difference", "lower", "upper"});
        ending.add({"b", "social_cohesion"}, {0.1, 0.05, 0.2});
        ResultTable places(places_group(layout), {"corner", "neighbourhood"}, {"x m", "y m"}, "corner");
        places.add({"1", "west"}, {-40, 5});
        places.add({"2", "west"}, {40, 15});
        const auto comparisons = compare_paired(cube, names.reference);
        record.tables = {comparison_table(cube, comparisons, names),
                         options_table(names),
                         expected,
                         parameters_table(parameters),
                         ending,
                         terms,
                         places,
                         noticeable_table(noticeable)};
        return {std::move(cube), names, std::move(record), {}};
    }
    ReportData report(std::size_t draws = 1, std::size_t replicates = 2) const {
        return report_of(results(draws, replicates));
    }
};

}  // namespace

TEST_CASE("margins of the report take sets of assumptions as the comparison does") {
    const auto data = Study{}.report(2, 5);
    const auto& difference = data.series.at(0).differences[1][1];
    // Two sets, five equal worlds each: differences 1 and 1.5, t(0.975; 1) = 12.7062
    CHECK(difference.n == 10);
    CHECK(difference.upper - difference.mean == Approx(12.7062 * 0.25).epsilon(1e-4));
    for (const auto& row : data.comparison)
        if (row.option == 1 && row.indicator == "social_cohesion" && row.horizon == 2)
            CHECK(row.difference.upper == Approx(difference.upper));
}

TEST_CASE("the report's last year is the comparison's last horizon") {
    const auto data = Study{}.report();
    REQUIRE(data.series.size() == 1);
    const auto& difference = data.series[0].differences[1][1];
    CHECK(difference.mean == Approx(1.25));
    CHECK(difference.n == 2);
    bool found = false;
    for (const auto& row : data.comparison) {
        if (row.option != 1 || row.indicator != "social_cohesion" || row.horizon != 2) continue;
        found = true;
        CHECK(row.difference.mean == Approx(difference.mean));
        CHECK(row.difference.lower == Approx(difference.lower));
        CHECK(row.level.mean == Approx(data.series[0].levels[1][1].mean));
    }
    CHECK(found);
    REQUIRE(data.worlds.size() == 1);
    CHECK(data.worlds[0].differences[1] == std::vector<double>{1, 1.5});
    CHECK(data.worlds[0].differences[0] == std::vector<double>{0, 0});
}

TEST_CASE(
    "the report has the differences worth noticing that were set, and where sets of assumptions come from") {
    Study study;
    CHECK(report_json(study.report(), "nl").find("\"noticeable\"") == std::string::npos);
    study.noticeable = {{"social_cohesion", 0.2}};
    study.drawn_from = "somewhere";
    const auto data = study.report();
    for (const auto& i : data.indicators)
        CHECK(i.noticeable.value_or(0) == (i.name == "social_cohesion" ? Approx(0.2) : Approx(0)));
    const auto json = report_json(data, "nl");
    CHECK(json.find("\"noticeable\":0.2}") != std::string::npos);
    CHECK(json.find("\"parameter_draws\":\"somewhere\"") != std::string::npos);
}

TEST_CASE("the report has the verdicts, the thresholds and the headlines that the results have") {
    const auto data = Study{}.report();
    CHECK(data.headlines == std::vector<std::string>{"social_cohesion"});
    REQUIRE(!data.indicators.empty());
    for (const auto& i : data.indicators)
        CHECK(i.usual_noticeable == (i.name == "social_cohesion" ? Approx(0.1) : Approx(0)));
    int seen = 0;
    for (const auto& row : data.comparison) {
        if (row.indicator != "social_cohesion" || row.horizon != 2) continue;
        // Option b: differences of 1 and 1.5 in two worlds, t(0.975; 1) = 12.7: the margin holds zero.
        CHECK(row.verdict == (row.option == data.reference ? Verdict::same : Verdict::unclear));
        ++seen;
    }
    CHECK(seen == 2);
}

TEST_CASE(
    "a payer's balance is what it pays less than in the reference, discounted from the middle of a year") {
    const auto data = Study{}.report();
    REQUIRE(data.money.payers == std::vector<std::string>{"town", "state"});
    REQUIRE(data.money.rates.size() == 3);
    // Town, granted - returned + care - own hours: 120 and 120 in a; 120 and 120 in b.
    const auto& town = data.money.balances[1][0];
    CHECK(town.granted.mean == Approx(-10));  // 90 + 90 against 90 + 100
    CHECK(town.care.mean == Approx(10));      // 30 + 30 against 30 + 20
    CHECK(town.granted_by_year == std::vector<double>{0, -10});
    CHECK(town.care_by_year == std::vector<double>{0, 10});
    CHECK(town.present_value[0].mean == Approx(0).margin(1e-9));
    CHECK(town.own_hours.mean == 0);
    CHECK(data.money.balances[0][0].care.mean == 0);
    CHECK(data.money.balances[1][1].present_value[1].mean == 0);

    Study dearer;
    dearer.money_b[0] = 190;  // a hundred more in the first year
    const auto more = dearer.report();
    const auto& balance = more.money.balances[1][0];
    for (std::size_t r = 0; r < 3; ++r)
        CHECK(balance.present_value[r].mean == Approx(-100 * std::pow(1 + more.money.rates[r], -0.5)));
    CHECK(balance.cumulative[0].mean == Approx(-100));
    CHECK(balance.cumulative[1].lower == Approx(-100));
}

TEST_CASE("a council reads what each task field costs by year, and what of a saving on care becomes cash") {
    const auto data = Study{}.report();
    const auto &town = data.money.balances[1][0], &state = data.money.balances[1][1];
    CHECK(town.youth_by_year == std::vector<double>{4, 10});
    CHECK(town.youth_paid == std::vector<double>{26, 20});
    CHECK(town.care_paid == std::vector<double>{30, 20});  // its own hours off
    CHECK(town.granted_paid == std::vector<double>{90, 100});
    CHECK(data.money.balances[0][0].care_paid == std::vector<double>{30, 30});
    CHECK(data.money.cash_share[0] == 0.5);
    CHECK(data.money.cash_after == 6);
    CHECK(town.cash.mean == Approx(2.5));  // half of 10, of which half comes too late
    CHECK(std::isnan(data.money.cash_share[1]));
    CHECK(std::isnan(state.cash.mean));
}

TEST_CASE("results in memory and results read from their file make the same report, unknown numbers too") {
    const TemporaryFolder folder;
    Study study;
    study.noticeable = {{"social_cohesion", 0.2}};
    const auto results = study.results(2, 3);
    const std::string path = folder.path() + "/results.h5";
    write_results(path, results);
    const auto json = report_json(report_of(results), "nl");
    CHECK(report_json(report_of(read_results(path)), "nl") == json);
    CHECK(json.find("{\"name\":\"difference\",\"values\":[0.1]}") != std::string::npos);
    CHECK(json.find("{\"name\":\"reference\",\"values\":[null]}") != std::string::npos);
}

TEST_CASE("the program judges what the page says: groups, endings, when money comes back") {
    const auto data = Study{}.report();
    CHECK(data.groupings[0].values[0].verdicts[1][0] == Verdict::same);
    REQUIRE(data.tables.size() == 2);
    CHECK(data.tables[0].text("verdict") == std::vector<std::string>{"higher"});
    CHECK(data.worlds[0].better == std::vector<std::size_t>{0, 2});
    CHECK(data.worlds[0].passing_draws == std::vector<std::size_t>{0, 1});
    const auto& town = data.money.balances[1][0];
    CHECK(town.verdict == Verdict::same);
    CHECK(town.break_even == "same");
    Study both;
    both.layout.observables[0].headline = 2;
    both.layout.observables[1].headline = 1;  // the same in both options
    CHECK(both.report().headlines == std::vector<std::string>{"cold", "social_cohesion"});
    CHECK(both.report().clearest == std::vector<std::string>{"social_cohesion", "cold"});
    Study cheaper;
    cheaper.money_b[0] = 60;  // thirty less in the first year, ten more in the second
    cheaper.money_b[10] = 110;
    const auto back = cheaper.report().money.balances[1][0];
    CHECK(back.break_even == "from");
    CHECK(back.break_even_year == 1);
}

TEST_CASE("groups of the last year are compared within each world") {
    const auto data = Study{}.report();
    REQUIRE(data.groupings.size() == 3);
    CHECK(data.groupings[0].name == "age");
    CHECK(data.groupings[0].groups == std::vector<std::string>{"young", "old"});
    CHECK(data.groupings[0].values[0].levels[1][1].mean == 1);
    CHECK(data.groupings[0].x.empty());
    CHECK(data.groupings[2].name == "corner");
    CHECK(data.groupings[2].x == std::vector<double>{-40, 40});
    CHECK(data.groupings[2].y == std::vector<double>{5, 15});
    CHECK(data.groupings[2].within == std::vector<std::string>{"west", "west"});
    CHECK(data.groupings[2].values[0].differences[1][0].mean == Approx(0));
}

TEST_CASE("what options cost by plain arithmetic goes through the result file") {
    const auto data = Study{}.report();
    REQUIRE(data.expected.size() == 2);
    CHECK(data.expected[0].has_lines);
    CHECK_FALSE(data.expected[1].has_lines);
    CHECK(data.expected[0].hours_per_euro == Approx(0.5));
    CHECK(data.expected[0].price_year == 2024);
    CHECK(data.equal_money == std::optional<bool>(false));
    CHECK_FALSE(data.equal_budget);
    CHECK(data.options[1].nl == "B");
}

TEST_CASE("a page holds the data once, in the language asked for, and no markup from them") {
    const auto data = Study{}.report();
    const auto json = report_json(data, "en");
    CHECK(json.find("\"language\":\"en\"") != std::string::npos);
    CHECK(json.find('<') == std::string::npos);
    const auto page = report_html(data, "en");
    CHECK(page.find(json) != std::string::npos);
    CHECK(page.find("%REPORT_DATA%") == std::string::npos);
    CHECK(page.rfind("<!doctype html>", 0) == 0);
    CHECK(page.find("Content-Security-Policy") != std::string::npos);
}

TEST_CASE("ledgers, shocks and tables of later analyses are read where a file has them") {
    const TemporaryFolder folder;
    const std::string path = folder.path() + "/later.h5";
    const sim::Dimension option{"option", {}, {"a", "b"}, "", ""}, draw{"draw", {1}, {}, "1", ""},
        replicate{"replicate", {1, 2}, {}, "1", ""};
    std::vector<double> months(12);
    for (std::size_t m = 0; m < months.size(); ++m) months[m] = static_cast<double>(m + 1);
    sim::RunFileWriter file(path);
    file.attribute("reference", "a");
    file.group("/indicators", {option, draw, replicate, {"month", months, {}, "month", ""}},
               {{"social_cohesion",
                 {"option", "draw", "replicate", "month"},
                 std::vector<float>(48, 6.0F),
                 "1",
                 "",
                 {{"headline", "1"}}}});
    const std::vector<sim::Dimension> entries{
        option, draw, replicate, {"entry", {}, {"event_free_months", "prevented", "residents"}, "", ""}};
    const std::vector<std::string> shape{"option", "draw", "replicate", "entry"};
    file.group("/ledger", entries,
               {{"death", shape, {0, 0, 200, 0, 0, 400, 10, 3, 200, 20, 5, 400}, "1", "", {}}});
    file.group("/ledger_sham", entries,
               {{"death", shape, {0, 0, 200, 0, 0, 400, 1, 1, 200, 1, 1, 400}, "1", "", {}}});
    file.text("/scenario/resolved",
              "equal_money = \"budget\"\n[[shock]]\nkind = \"pandemic\"\nstart_year = 2\nmonths = 18\n"
              "[[shock]]\nkind = \"austerity\"\nstart_year = 3.5\nmonths = 6\nonset_chance = 0.1\n");
    file.table("/decision/flips", "row", {{"parameter", {"help.reach"}}},
               {{"value", {"row"}, {0.5F}, "1", "", {}}});
    file.commit();

    const auto data = report_of(read_results(path));
    REQUIRE(data.ledgers.size() == 1);
    CHECK(data.ledgers[0].kind == "death");
    CHECK(data.ledgers[0].entries[0].counts[1].mean == 15);
    CHECK(data.ledgers[0].entries[1].counts[1].mean == 4);
    CHECK(data.ledgers[0].entries[1].placebo[1].mean == 1);
    // As the terminal has it: 10 months of 200 residents and 20 of 400 are both 50 per 1000.
    CHECK(data.ledgers[0].entries[0].per_1000[1].mean == 50);
    CHECK(data.ledgers[0].entries[0].per_1000[1].upper == 50);
    CHECK(data.ledgers[0].entries[1].per_1000[1].mean == Approx((15 + 12.5) / 2));
    CHECK(data.ledgers[0].entries[1].per_1000[1].lower >= 0);
    CHECK(data.ledgers[0].entries[1].placebo_per_1000[1].mean == Approx((5 + 2.5) / 2));
    CHECK(report_json(data, "nl").find("\"headlines\":[\"social_cohesion\"]") != std::string::npos);
    REQUIRE(data.shocks.size() == 2);
    CHECK(data.shocks[0].kind == "pandemic");
    CHECK_FALSE(data.shocks[0].random);
    CHECK(data.shocks[1].start_year == 3.5);
    CHECK(data.shocks[1].random);
    CHECK(data.equal_money == std::optional<bool>(true));
    CHECK(data.equal_budget);
    REQUIRE(data.tables.size() == 1);
    CHECK(data.tables[0].text("parameter") == std::vector<std::string>{"help.reach"});
    CHECK(data.tables[0].number("value") == std::vector<double>{0.5});
    CHECK(data.money.payers.empty());
    CHECK(data.groupings.empty());
}

TEST_CASE("a file that is no result file makes no report") {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(read_results(folder.path() + "/none.h5"), sim::InputError);
}

}  // namespace weefsel::test_report_data
