#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "models/process/funding/prices.hpp"
#include "models/scenario/parameter_draws.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/break_even_mechanisms.hpp"
#include "models/study/equal_money.hpp"
#include "models/study/form_mechanisms.hpp"
#include "models/study/menu_items.hpp"
#include "models/study/narrowed.hpp"
#include "small_world.hpp"

namespace weefsel::test_menu_and_break_even {

namespace {

const std::string one_option = R"(
[[option]]
name = "a"
[[option.line]]
name = "team"
form = "project"
source = "incidental"
euro_year = 200000
buys = [ { role = "opbouwwerker", fte = 1 }, { place = "library", hours_week = 10 } ]
)";

Scenario scenario() { return read_scenario_text(quick_study(one_option), "test.toml"); }

const MenuItem& item(const std::vector<MenuItem>& all, const std::string& name) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const MenuItem& i) { return i.name == name; });
    if (at == all.end()) FAIL("no " << name);
    return *at;
}

/// What an item costs a year beside the option as it is, and at which scale its line buys.
std::pair<double, double> cost_and_scale(const Scenario& s, const MenuItem& of) {
    const auto &line = of.option.lines.front(), &before = s.options.front().lines.front();
    const double price = price_of(line, s.parameters.funding);
    return {*line.euro_year - *before.euro_year, *line.euro_year / price};
}

}  // namespace

TEST_CASE(
    "every mechanism that is varied is a declared number, tried at both ends of its range and as stated") {
    const Parameters stated;
    std::set<std::string_view> of_the_form;
    for (const auto& mechanism : form_mechanisms())
        of_the_form.insert(mechanism.numbers.begin(), mechanism.numbers.end());
    int form = 0;
    for (const auto& mechanism : break_even_mechanisms()) {
        INFO(mechanism.name);
        auto p = stated;
        const auto table = table_of(p);
        const auto* declared = table.find(mechanism.parameter);
        REQUIRE(declared != nullptr);
        const auto values = break_even_values(mechanism, stated);
        REQUIRE(values.size() == 3);
        CHECK(values.front() == declared->range.low);
        CHECK(values.back() == declared->range.high);
        CHECK(values[0] < values[1]);
        CHECK(values[1] < values[2]);
        form += of_the_form.contains(mechanism.parameter) ? 1 : 0;
    }
    CHECK(form >= 4);
}

TEST_CASE("a mechanism that is varied has the same value in every draw, also where it is the stated one") {
    for (const auto& mechanism : break_even_mechanisms())
        for (const double value : break_even_values(mechanism, {})) {
            INFO(mechanism.name << " at " << value);
            const auto fixed = with_mechanism_at(mechanism, value, {});
            for (const std::size_t draw : {0U, 3U}) {
                auto drawn = drawn_parameters(fixed, draw, 8, 1, {});
                const auto table = table_of(drawn);
                CHECK(*table.find(mechanism.parameter)->value == Approx(value));
            }
        }
}

TEST_CASE("one thing more costs its price, and all that was bought stays as large as it was") {
    const auto s = scenario();
    const auto all = menu_items(s, 0);
    const auto& f = s.parameters.funding;
    const auto& line = s.options.front().lines.front();
    const double scale = *line.euro_year / price_of(line, f);
    REQUIRE(scale != Approx(1));
    const auto costs = [&](const std::string& name) { return cost_and_scale(s, item(all, name)); };
    CHECK(costs("fte_opbouwwerker").first == Approx(f.cost_opbouwwerker));
    CHECK(costs("fte_sociaal_werker").first == Approx(f.cost_sociaal_werker));
    CHECK(costs("adapted_dwellings").first == Approx(20 * f.cost_adapted_dwelling));
    CHECK(costs("network_leaders").first == Approx(3 * f.cost_network_leader));
    CHECK(costs("training").first ==
          Approx(40 * scale * f.cost_training_hour));  // of as many workers as there are
    CHECK(costs("opening_hours").first == Approx(10 * 365.25 / 7 * f.cost_building_hour));
    CHECK(costs("street").first > 0);
    for (const auto& one : all)
        if (one.name != "contract_years") CHECK(cost_and_scale(s, one).second == Approx(scale));
}

TEST_CASE(
    "the menu has the roles that are bought and a social worker, and the kind of place that is bought") {
    const auto all = menu_items(scenario(), 0);
    std::set<std::string> names;
    for (const auto& one : all) names.insert(one.name);
    CHECK(names.size() == all.size());
    CHECK(names.contains("fte_opbouwwerker"));
    CHECK(names.contains("fte_sociaal_werker"));
    CHECK_FALSE(names.contains("fte_connector"));
    CHECK(item(all, "opening_hours").option.lines.front().buys.back().place == PlaceKind::library);
    CHECK(item(all, "contract_years").option.lines.front().terms.term_months ==
          scenario().options.front().lines.front().terms.term_months + 48);
    CHECK(item(all, "network_leaders").assumed({}));
    CHECK_FALSE(item(all, "fte_sociaal_werker").assumed({}));
}

TEST_CASE("with only what trials narrowed no number of the form that is an assumption and can be off is on") {
    const auto off = not_narrowed({}, {});
    REQUIRE_FALSE(off.empty());
    CHECK(std::any_of(off.begin(), off.end(),
                      [](const auto& o) { return o.parameter == "funding.renewal_merit"; }));
    CHECK(std::any_of(off.begin(), off.end(),
                      [](const auto& o) { return o.parameter == "funding.bids" && o.off == 1; }));
    CHECK(std::none_of(off.begin(), off.end(),
                       [](const auto& o) { return o.parameter == "support.interrupted"; }));
    auto left = only_narrowed({}, {});
    const auto table = table_of(left);
    for (const auto& one : off) CHECK(*table.find(one.parameter)->value == one.off);
    CHECK(not_narrowed(left, {}).empty());
    // What was fitted to trials stays.
    Posterior fitted;
    fitted.names = {"funding.renewal_merit"};
    const auto without = not_narrowed({}, fitted);
    CHECK(without.size() + 1 == off.size());
}

}  // namespace weefsel::test_menu_and_break_even
