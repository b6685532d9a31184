#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <memory>
#include <string>

#include "models/hook/hooks.hpp"
#include "models/scenario/all_parameters.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/study.hpp"
#include "small_scenario.hpp"

namespace weefsel::test_replaced_equation {
using Catch::Matchers::Contains;

namespace {

constexpr auto one_option = R"(
years = 1
warmup_years = 1
replicates = 1
seed = 7
equal_money = false
[[option]]
name = "one"
)";

using Equation = LonelinessEquation;

Plugin plugin_with(Equation relax) {
    Plugin plugin;
    plugin.parameters = {{"pull", 0.5, 0, 1, "1", "What it does", "a test", "expert"}};
    plugin.loneliness = std::move(relax);
    return plugin;
}
std::shared_ptr<const Hooks> hooks_of(Plugin plugin, const std::string& sha256 = "a") {
    return std::make_shared<const Hooks>(
        std::vector<LoadedPlugin>{{"mine.so", "mine.so", sha256, std::move(plugin)}});
}

Scenario scenario_with(std::shared_ptr<const Hooks> hooks, std::vector<std::string> set = {}) {
    Overrides overrides;
    overrides.hooks = std::move(hooks);
    overrides.set = std::move(set);
    const std::string text = one_option;
    const auto at = text.find("[[option]]");
    return read_scenario_text(text.substr(0, at) + small_figures + text.substr(at), "small.toml", overrides);
}
Study study_with(std::shared_ptr<const Hooks> hooks, std::vector<std::string> set = {}) {
    return Study(scenario_with(std::move(hooks), std::move(set)), true);
}

/// Why a study with this equation fails.
std::string failure_of(Equation relax) {
    try {
        static_cast<void>(study_with(hooks_of(plugin_with(std::move(relax)))).run({0, 0}));
    } catch (const std::runtime_error& e) { return e.what(); }
    return "";
}

/// Everybody's loneliness is `score` at the end of the month, half of it emotional.
Equation all_at(float score) {
    return [score](int, StateView& state, const KeyedRandom&) {
        const auto whole = state.write<float>("resident.loneliness"),
                   emotional = state.write<float>("resident.emotional_loneliness");
        for (std::size_t i = 0; i < whole.size(); ++i) {
            whole[i] = score;
            emotional[i] = score / 2;
        }
    };
}

std::string key_of(const Study& study) {
    WorkerPool pool(1, study.layout().sites);
    return study.begin({0, 0}, pool).key();
}

}  // namespace

TEST_CASE("an equation that replaces the model's holds from the first month of the warm-up") {
    const auto months = std::make_shared<std::vector<int>>();
    const auto study =
        study_with(hooks_of(plugin_with([months](int month, StateView& s, const KeyedRandom& r) {
            months->push_back(month);
            CHECK(s.option == (month < 0 ? "" : "one"));
            CHECK(s.neighbourhood == "Small");
            all_at(4)(month, s, r);
        })));
    WorkerPool pool(1, 1);
    auto burn_in = study.begin({0, 0}, pool);
    burn_in.step(pool);
    CHECK(*months == std::vector<int>{-12});
    const auto& residents = burn_in.state().neighbourhoods[0].residents;
    for (std::size_t i = 0; i < residents.rows(); ++i)
        CHECK(residents.loneliness[ResidentId{static_cast<std::uint16_t>(i)}] == 4.0F);
    months->clear();
    static_cast<void>(study.run({0, 0}));
    REQUIRE(months->size() == 24);
    CHECK(months->front() == -12);
    CHECK(months->back() == 11);
}

TEST_CASE("an equation is given what the model's own reads, and the values of this set of assumptions") {
    const auto seen = std::make_shared<int>(0);
    const auto why = failure_of([seen](int month, StateView& s, const KeyedRandom&) {
        if (month != 0) return;
        ++*seen;
        const auto n = s.read<float>("resident.loneliness").size();
        for (const char* name : {"contacts", "company", "person", "level", "social_level", "drift", "coping",
                                 "frailty", "insecurity", "volunteer_hours"})
            CHECK(s.read<float>(std::string("inputs.") + name).size() == n);
        CHECK(s.read<std::uint8_t>("inputs.casual").size() == n);
        CHECK(s.read<std::uint16_t>("inputs.partner").size() == n);
        CHECK(s.read<float>("inputs.drift").data() == s.read<float>("resident.drift").data());
        bool varies = false;
        for (const auto hours : s.read<float>("inputs.contacts")) varies = varies || hours != 0.0F;
        CHECK(varies);
        CHECK(s.parameters["pull"] == 0.5);
        CHECK(s.parameters["wellbeing.loneliness_rate"] == Parameters{}.wellbeing.loneliness_rate);
        CHECK_THROWS_WITH(s.parameters["pul"], Contains("the plugin declares pull"));
    });
    CHECK(why.empty());
    CHECK(*seen == 1);
}

TEST_CASE("an equation writes the two parts of loneliness and nothing else, and what it writes is judged") {
    CHECK_THAT(
        failure_of([](int, StateView& s, const KeyedRandom&) {
            static_cast<void>(s.write<float>("resident.trust"));
        }),
        Contains("mine.so: loneliness (warm-up, neighbourhood Small, month -12): resident.trust cannot "
                 "be written: an equation of loneliness writes resident.loneliness and"));
    CHECK_THAT(failure_of([](int, StateView& s, const KeyedRandom&) {
                   static_cast<void>(s.write<float>("inputs.contacts"));
               }),
               Contains("inputs.contacts cannot be written"));
    CHECK_THAT(failure_of([](int month, StateView& s, const KeyedRandom&) {
                   if (month == 2) s.write<float>("resident.loneliness")[3] = 12;
               }),
               Contains("(option one, neighbourhood Small, month 2)") &&
                   Contains("resident.loneliness of row 3 (birth number ") &&
                   Contains("is 12; allowed is 0 to 11"));
    CHECK_THAT(failure_of([](int, StateView& s, const KeyedRandom&) {
                   s.write<float>("resident.emotional_loneliness")[3] = std::nanf("");
               }),
               Contains("is nan; allowed is 0 to 6"));
    CHECK_THAT(failure_of([](int, StateView& s, const KeyedRandom&) {
                   for (auto& whole : s.write<float>("resident.loneliness")) whole = 1;
                   for (auto& part : s.write<float>("resident.emotional_loneliness")) part = 2;
               }),
               Contains("allowed is a social part, the one minus the other, of 0 to 5"));
    CHECK(failure_of(all_at(3)).empty());
}

TEST_CASE("an equation that replaces another decides how a warm-up ends, and is known by file and values") {
    const auto nothing = [](int, StateView&, const KeyedRandom&) {};
    const auto of = [&](const char* sha256, std::vector<std::string> set = {}) {
        return study_with(hooks_of(plugin_with(nothing), sha256), std::move(set));
    };
    const auto plain = study_with(nullptr);
    CHECK(key_of(of("a")) == key_of(of("a")));
    CHECK(key_of(of("a")) != key_of(plain));
    CHECK(key_of(of("a")) != key_of(of("b")));
    CHECK(key_of(of("a")) != key_of(of("a", {"plugin.mine.pull=0.25"})));
    CHECK(of("a").fingerprint() != of("a", {"plugin.mine.pull=0.25"}).fingerprint());
    CHECK(of("a").fingerprint() != plain.fingerprint());
    // A plugin without an equation acts after the warm-up only: the same warm-up serves.
    Plugin acts;
    acts.parameters = {{"pull", 0.5, 0, 1}};
    acts.interventions.push_back({"act", {}, nothing});
    CHECK(key_of(study_with(hooks_of(acts))) == key_of(plain));
}

TEST_CASE("a parameter of a plugin is set as any other, and read by every hook of it") {
    const auto seen = std::make_shared<std::vector<double>>();
    Plugin plugin;
    plugin.parameters = {{"pull", 0.5, 0, 1, "1", "What it does", "a test"}};
    plugin.interventions.push_back({"act", {}, [seen](int month, StateView& s, const KeyedRandom&) {
                                        if (month == 0) seen->push_back(s.parameters["pull"]);
                                    }});
    plugin.analyzers.push_back({"look", {{"pull", "1", "It"}}, [](int, const StateView& s, OwnValues& v) {
                                    v.set("pull", s.parameters["pull"]);
                                }});
    const auto hooks = hooks_of(std::move(plugin));
    const auto study = study_with(hooks, {"plugin.mine.pull=0.75"});
    const auto unit = study.run({0, 0});
    CHECK(*seen == std::vector<double>{0.75});
    CHECK(unit.options[0].blocks.back() == Approx(0.75));
    CHECK(scenario_with(hooks, {"parameters.plugin.mine.pull=0.75"}).plugin_values[0][0] == 0.75);
    auto scenario = study.scenario();
    const auto table = table_of(scenario);
    const auto* row = table.find("plugin.mine.pull");
    REQUIRE(row != nullptr);
    CHECK(*row->value == 0.75);
    CHECK(row->default_value == 0.5);
    // The resolved text says it, and reads back to it.
    Overrides same;
    same.hooks = hooks;
    CHECK(read_scenario_text(scenario.resolved, "again.toml", same).plugin_values == scenario.plugin_values);
}

TEST_CASE("a parameter that no plugin declares, or outside its range, is refused with what is allowed") {
    const auto refused = [](std::shared_ptr<const Hooks> hooks, const std::string& set) {
        try {
            static_cast<void>(scenario_with(std::move(hooks), {set}));
        } catch (const sim::InputError& e) { return std::string(e.what()); }
        return std::string();
    };
    const auto hooks = hooks_of(plugin_with(all_at(3)));
    CHECK_THAT(refused(hooks, "plugin.mine.pul=0.2"),
               Contains("plugin.mine.pul is not a parameter; did you mean plugin.mine.pull?") &&
                   Contains("`weefsel parameters --plugin FILE` lists all"));
    CHECK_THAT(refused(hooks, "plugin.mine.pull=1.5"), Contains("1.5") && Contains("0 to 1"));
    CHECK_THAT(refused(hooks, "plugin.mine.pull=\"much\""), Contains("plugin.mine.pull"));
    CHECK_THAT(refused(nullptr, "plugin.mine.pull=0.2"), Contains("no plugin is given"));
}

TEST_CASE("plugins whose parameters are none, or that replace one equation twice, are refused") {
    const auto refused = [](std::vector<LoadedPlugin> plugins) {
        try {
            const Hooks hooks(std::move(plugins));
        } catch (const sim::InputError& e) { return std::string(e.what()); }
        return std::string();
    };
    const auto declares = [](PluginParameter parameter) {
        auto plugin = plugin_with(all_at(3));
        plugin.parameters = {std::move(parameter)};
        return plugin;
    };
    CHECK_THAT(refused({{"a.so", "a.so", "a", plugin_with(all_at(3))},
                        {"b.py", "b.py", "b", plugin_with(all_at(4))}}),
               Contains("b.py:1:1: replaces the equation of loneliness, which a.so replaces already"));
    CHECK_THAT(refused({{"a.so", "a.so", "a", declares({"x y", 0, 0, 1})}}),
               Contains("has a parameter \"x y\": a name has letters"));
    CHECK_THAT(refused({{"a.so", "a.so", "a", declares({"x", 2, 0, 1})}}),
               Contains("has a parameter x with the value 2; allowed is 0 to 1"));
    CHECK_THAT(refused({{"a.so", "a.so", "a", declares({"x", 0, 1, -1})}}), Contains("the lower first"));
    CHECK_THAT(refused({{"a.so", "a.so", "a", declares({"x", 0, 0, 1, "1", "", "", "guess"})}}),
               Contains("evidence \"guess\"; allowed is one of measured, literature, expert, assumption"));
    CHECK_THAT(refused({{"a b.so", "a b.so", "a", declares({"x", 0, 0, 1})}}),
               Contains("plugin.NAME.x after its file: found \"a b\""));
    CHECK(refused({{"a.so", "a.so", "a", plugin_with(all_at(3))}}).empty());
}

TEST_CASE("whoever reads a scenario with a replaced equation is told so, in both languages") {
    const auto scenario = scenario_with(hooks_of(plugin_with(all_at(3))));
    REQUIRE_FALSE(scenario.warnings.empty());
    CHECK_THAT(scenario.warnings.back().en, Contains("the equation of loneliness is that of mine.so"));
    CHECK_THAT(scenario.warnings.back().nl, Contains("die van mine.so"));
    Plugin acts;
    acts.interventions.push_back({"act", {}, [](int, StateView&, const KeyedRandom&) {}});
    CHECK(scenario_with(hooks_of(acts)).warnings.size() + 1 == scenario.warnings.size());
}

}  // namespace weefsel::test_replaced_equation
