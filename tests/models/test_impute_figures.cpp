#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <set>

#include "models/scenario/figure_coordinates.hpp"
#include "models/scenario/figure_draws.hpp"
#include "models/scenario/impute_figures.hpp"
#include "models/scenario/kwb.hpp"
#include "models/scenario/read_scenario.hpp"
#include "tests/beside_project.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_impute_figures {

namespace {

NeighbourhoodFigures figures_with(const std::string& lines) {
    std::string text = small_text;
    return read_scenario_text(text.insert(text.find("residents"), lines), "small.toml").neighbourhoods[0];
}

double number(const NeighbourhoodFigures& figures, Figure f) { return *at(values_of(figures), f); }

void holds_together(const NeighbourhoodFigures& n) {
    for (std::size_t f = 0; f < figure_count; ++f) {
        const auto& d = figures_declared[f];
        INFO(d.name);
        CHECK(*values_of(n)[f] >= d.range.low);
        CHECK(*values_of(n)[f] <= d.range.high);
    }
    CHECK(n.origin_netherlands + n.origin_europe + n.origin_outside_europe == Approx(1));
    CHECK(n.education_low + n.education_middle + n.education_high == Approx(1));
    CHECK(n.owned + n.social_rent + n.private_rent == Approx(1));
    CHECK(n.married + n.divorced + n.widowed <= 1);
    CHECK(n.low_income + n.high_income <= 1);
}

const std::string rich = "home_value = 700\nowned = 0.9\nsocial_rent = 0.03\nprivate_rent = 0.07\n";
const std::string poor = "home_value = 200\nowned = 0.1\nsocial_rent = 0.8\nprivate_rent = 0.1\n";

}  // namespace

TEST_CASE("back from the scales without ends figures are what they were") {
    const auto figures = figures_with(poor + "low_income = 0.6\nhigh_income = 0.06\npoverty = 0.25\n");
    const auto values = values_of(figures);
    const auto coordinates = coordinates_of(values);
    std::vector<double> of;
    for (const auto& c : coordinates) of.push_back(c.value_or(0));
    const auto back = figures_at(of);
    for (std::size_t k = 0; k < coordinate_count; ++k)
        for (Figure f : figures_of(static_cast<Coordinate>(k))) {
            INFO(declared_of(f).name);
            const bool counts =
                f == Figure::single || f == Figure::without_children || f == Figure::with_children;
            CHECK(*at(back, f) == Approx(*at(values, f) / (counts ? figures.households : 1)).margin(1e-9));
        }
}

TEST_CASE("what is missing follows from what is given: dear owned homes, high incomes") {
    const auto high = figures_with(rich), low = figures_with(poor);
    CHECK(high.high_income > low.high_income + 0.1);
    CHECK(high.low_income < low.low_income - 0.1);
    CHECK(high.poverty < low.poverty);
    CHECK(high.education_high > low.education_high);
    CHECK(high.social_assistance < low.social_assistance);
    CHECK(high.origin_outside_europe < low.origin_outside_europe);
    for (const auto& figures : {high, low}) holds_together(figures);
}

TEST_CASE("what is given is never changed, and only what is missing is said to be imputed") {
    const auto figures = figures_with("low_income = 0.3\npoverty = 0.07\nmarried = 0.6\n" + poor);
    CHECK(figures.low_income == 0.3);
    CHECK(figures.poverty == 0.07);
    CHECK(figures.married == 0.6);
    CHECK(figures.owned == 0.1);
    CHECK(figures.home_value == 200);
    CHECK(says(in_english(figures.filled), "high_income: imputed"));
    CHECK(says(in_english(figures.filled), "(standard deviation"));
    for (const char* given : {"low_income", "poverty", "married", "owned", "residents"}) {
        CHECK_FALSE(says(figures.imputed, given));
        CHECK_FALSE(says(in_english(figures.filled), std::string(given) + ": imputed"));
    }
    holds_together(figures);
}

TEST_CASE("of a group of which some are given, the others share what is left, at its ends too") {
    for (const char* married : {"0", "0.5", "0.97", "1"}) {
        const auto figures = figures_with(std::string("married = ") + married + "\n");
        INFO(married);
        CHECK(figures.married == Approx(std::stod(married)));
        holds_together(figures);
    }
    CHECK(figures_with("low_income = 1\n").high_income == 0);
}

TEST_CASE("a row that has everything is left as it is, in every draw") {
    const auto figures = figures_with("");
    const auto all = values_of(figures);
    CHECK(imputed_figures(all, {}).empty());
    auto given = figures;
    given.imputed.clear();
    CHECK(values_of(drawn_figures(given, 1, 3, 10, 7)) == all);
}

TEST_CASE("what the municipality shows of a figure moves it towards there and makes it surer") {
    auto given = values_of(figures_with(""));
    at(given, Figure::poverty).reset();
    auto around = given;
    const auto without = imputed_figures(given, {});
    at(around, Figure::poverty) = 0.4;
    const auto with = imputed_figures(given, around);
    REQUIRE(without.size() == 1);
    REQUIRE(with.size() == 1);
    CHECK(with[0].value > without[0].value);
    CHECK(with[0].value < 0.4);
    CHECK(with[0].from_municipality);
    CHECK_FALSE(without[0].from_municipality);
    CHECK_FALSE(with[0].from.en.empty());
    CHECK_FALSE(with[0].from.nl.empty());
}

TEST_CASE("draws have the spread that check states, around what is stated; 0 switches them off") {
    const auto figures = figures_with("");
    auto known = values_of(figures);
    for (Figure f : {Figure::poverty, Figure::education_high}) at(known, f).reset();
    at(known, Figure::education_low).reset();
    at(known, Figure::education_middle).reset();
    auto only = figures;
    only.imputed = {"poverty", "education_low", "education_middle", "education_high"};
    constexpr std::size_t draws = 2000;
    for (const auto& imputed : imputed_figures(known, {})) {
        double sum = 0, squares = 0;
        for (std::size_t d = 0; d < draws; ++d) {
            const double off =
                number(drawn_figures(only, 1, d, draws, 11), imputed.figure) - number(only, imputed.figure);
            sum += off;
            squares += off * off;
        }
        INFO(declared_of(imputed.figure).name);
        CHECK(std::abs(sum / draws) < 0.35 * imputed.spread);  // a share is not symmetric around its middle
        CHECK(std::sqrt(squares / draws) == Approx(imputed.spread).epsilon(0.25));
    }
    CHECK(values_of(drawn_figures(figures, 0, 1, draws, 11)) == values_of(figures));
    CHECK(values_of(drawn_figures(figures, 1, 0, 1, 11)) == values_of(figures));
}

TEST_CASE("a draw changes imputed figures alone, the same for the same seed, and no street") {
    const auto figures = figures_with("low_income = 0.3\n" + poor);
    const auto drawn = drawn_figures(figures, 1, 4, 20, 5);
    CHECK(values_of(drawn) == values_of(drawn_figures(figures, 1, 4, 20, 5)));
    CHECK(values_of(drawn) != values_of(drawn_figures(figures, 1, 5, 20, 5)));
    CHECK(values_of(drawn) != values_of(drawn_figures(figures, 1, 4, 20, 6)));
    CHECK(drawn.low_income == 0.3);
    CHECK(drawn.owned == figures.owned);
    CHECK(drawn.vacancy == figures.vacancy);
    CHECK(drawn.urbanity == figures.urbanity);
    CHECK(drawn.households == figures.households);
    CHECK(drawn.single == figures.single);
    CHECK(drawn.poverty != figures.poverty);
    for (std::size_t d = 0; d < 200; ++d) holds_together(drawn_figures(figures, 2, d, 200, 5));
}

TEST_CASE("a resolved scenario keeps which figures were imputed, and gives the same draws") {
    const auto before = read_scenario_text("draws = 4\n" + small_text, "small.toml");
    const auto after = read_scenario_text(before.resolved, "resolved.toml");
    CHECK(after.neighbourhoods[0].imputed == before.neighbourhoods[0].imputed);
    CHECK(after.neighbourhoods[0].filled == before.neighbourhoods[0].filled);
    CHECK(after.resolved == before.resolved);
    for (std::size_t d = 0; d < 4; ++d)
        CHECK(values_of(drawn_neighbourhoods(after, d)[0]) == values_of(drawn_neighbourhoods(before, d)[0]));
}

TEST_CASE("a list of imputed figures that is none is refused") {
    const auto with = [](const std::string& line) {
        std::string text = small_text;
        return problems_of(text.insert(text.find("residents"), line));
    };
    CHECK(says(with("imputed = [\"residents\"]\n"), "imputed"));
    CHECK(says(with("imputed = [\"happiness\"]\n"), "imputed"));
    CHECK(says(with("imputed = 3\n"), "imputed"));
    CHECK(says(with("imputed = [\"poverty\"]\n"), "poverty is not given"));
}

TEST_CASE("in municipalities held out imputed figures are nearer than those of the country", "[data]") {
    const auto path = beside_project("kwb-2022-wijken.csv");
    if (path.empty()) return;
    std::set<std::string> held;
    std::ifstream list(shipped("validation/held-out-municipalities.csv"));
    for (std::string line; std::getline(list, line);) held.insert(line.substr(2, 4));
    auto file = read_kwb(path);
    for (auto& row : file.rows)
        row.code = "BU" + row.code.substr(2) + "00";  // a row of a wijk, read as one buurt
    using enum Figure;
    const std::vector<std::vector<Figure>> hidden{
        {low_income, high_income, education_low, education_middle, education_high},
        {owned, social_rent, private_rent},
        {home_value},
        {urbanity, land_hectares}};
    std::map<Figure, double> imputed_error, national_error;
    std::size_t rows = 0;
    for (const auto& row : file.rows) {
        if (!held.contains(row.code.substr(2, 4))) continue;
        std::vector<sim::Problem> problems, skipped;
        const auto found = figures_from_kwb(file, row.code, {"test", 1, 1}, problems, skipped);
        if (found.size() != 1 || found[0].residents < 100) continue;
        ++rows;
        auto given = values_of(found[0]);
        for (std::size_t f = 0; f < figure_count; ++f)
            if (says(found[0].imputed, std::string(figures_declared[f].name))) given[f].reset();
        for (const auto& group : hidden) {
            auto known = given;
            for (Figure f : group) at(known, f).reset();
            for (const auto& imputed : imputed_figures(known, {})) {
                const auto f = imputed.figure;
                if (!at(given, f) || f == education_low || f == education_middle) continue;
                imputed_error[f] += std::pow(imputed.value - *at(given, f), 2);
                national_error[f] += std::pow(*declared_of(f).national - *at(given, f), 2);
            }
        }
    }
    REQUIRE(rows > 400);
    REQUIRE(imputed_error.size() == 6);
    for (const auto& [f, error] : imputed_error) {
        INFO(declared_of(f).name << ": " << std::sqrt(error / static_cast<double>(rows)) << " against "
                                 << std::sqrt(national_error[f] / static_cast<double>(rows)));
        CHECK(error < 0.6 * national_error[f]);
    }
}

}  // namespace weefsel::test_impute_figures
