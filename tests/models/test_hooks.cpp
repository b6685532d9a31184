#include <catch2/catch.hpp>
#include <cmath>
#include <memory>
#include <string>

#include "models/hook/hooks.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/own_log.hpp"
#include "models/study/study.hpp"
#include "small_scenario.hpp"

namespace weefsel::test_hooks {
using Catch::Matchers::Contains;

namespace {

constexpr auto two_options = R"(
years = 1
warmup_years = 1
replicates = 1
seed = 7
reference = "one"
equal_money = false
[[option]]
name = "one"
[[option]]
name = "other"
)";

std::shared_ptr<const Hooks> hooks_of(Plugin plugin, const std::string& sha256 = "a") {
    return std::make_shared<const Hooks>(
        std::vector<LoadedPlugin>{{"mine.so", "mine.so", sha256, std::move(plugin)}});
}
std::shared_ptr<const Hooks> intervening(decltype(Intervention::act) act,
                                         std::vector<std::string> options = {}) {
    Plugin plugin;
    plugin.interventions.push_back({"act", std::move(options), std::move(act)});
    return hooks_of(std::move(plugin));
}

Study study_with(std::shared_ptr<const Hooks> hooks) {
    Overrides overrides;
    overrides.hooks = std::move(hooks);
    const std::string text = two_options;
    const auto at = text.find("[[option]]");
    return Study(
        read_scenario_text(text.substr(0, at) + small_figures + text.substr(at), "small.toml", overrides),
        true);
}
sim::UnitResult run_with(std::shared_ptr<const Hooks> hooks) {
    return study_with(std::move(hooks)).run({0, 0});
}

/// Why a unit with this intervention fails.
std::string failure_of(decltype(Intervention::act) act) {
    try {
        static_cast<void>(run_with(intervening(std::move(act))));
    } catch (const std::runtime_error& e) { return e.what(); }
    return "";
}

}  // namespace

TEST_CASE(
    "a hook that changes nothing changes no bit, and one that acts in one option leaves the other alone") {
    const auto plain = run_with(nullptr);
    const auto idle = run_with(intervening([](int, StateView&, const KeyedRandom&) {}));
    CHECK(idle.options[0].digests == plain.options[0].digests);
    CHECK(idle.options[1].digests == plain.options[1].digests);
    const auto acting = run_with(intervening(
        [](int month, StateView& state, const KeyedRandom& random) {
            const auto who = state.read<std::uint64_t>("resident.birth_number");
            const auto drift = state.write<float>("resident.drift");
            if (month == 3)
                for (std::size_t i = 0; i < who.size(); ++i)
                    if (random.uniform("half", who[i]) < 0.5F) drift[i] -= 1.0F;
        },
        {"other"}));
    CHECK(acting.options[0].digests == plain.options[0].digests);
    const std::size_t columns = plain.options[1].digests.size() / 12;
    const auto parts_in = [&](std::size_t month) {
        for (std::size_t c = month * columns; c < (month + 1) * columns; ++c)
            if (acting.options[1].digests[c] != plain.options[1].digests[c]) return true;
        return false;
    };
    CHECK_FALSE(parts_in(2));
    CHECK(parts_in(3));
}

TEST_CASE("random numbers of hooks hang on name, person, month and replicate, and on nothing else") {
    const sim::RandomSource draws(7, 0);
    const KeyedRandom now(draws, sim::Month{30}), later(draws, sim::Month{31});
    CHECK(now.uniform("visit", 12) == now.uniform("visit", 12));
    CHECK(now.uniform("visit", 12) != now.uniform("visit", 13));
    CHECK(now.uniform("visit", 12) != now.uniform("visits", 12));
    CHECK(now.uniform("visit", 12) != later.uniform("visit", 12));
    CHECK(now.uniform("visit", 12) != KeyedRandom({7, 1}, sim::Month{30}).uniform("visit", 12));
    CHECK(now.uniform_once("visit", 12) == later.uniform_once("visit", 12));
    double sum = 0;
    constexpr int n = 10000;
    for (int k = 0; k < n; ++k)
        sum += static_cast<double>(now.uniform("visit", static_cast<std::uint64_t>(k)));
    CHECK(sum / n == Approx(0.5).margin(0.02));
}

TEST_CASE("what a hook writes must be what its column can hold") {
    const auto writing = [](const char* column, float value) {
        return [=](int month, StateView& state, const KeyedRandom&) {
            if (month == 2) state.write<float>(column)[4] = value;
        };
    };
    CHECK_THAT(failure_of(writing("resident.trust", std::nanf(""))),
               Contains("mine.so: act (option one, neighbourhood Small, month 2): resident.trust of row 4 "
                        "(birth number ") &&
                   Contains("is nan; allowed is 0 to 1"));
    CHECK_THAT(failure_of(writing("resident.loneliness", 11.5F)), Contains("is 11.5; allowed is 0 to 11"));
    CHECK_THAT(failure_of(writing("resident.drift", INFINITY)),
               Contains("is inf; allowed is any finite number"));
    CHECK_THAT(failure_of(writing("street.nuisance", -1.0F)), Contains("street.nuisance of row 4 is -1;"));
    CHECK(failure_of(writing("resident.trust", 0.5F)).empty());
}

TEST_CASE("keys, rows, money and counts that balance are read and not written") {
    for (const char* column : {"resident.birth_number", "dwelling.number", "tie.started"})
        CHECK_THAT(failure_of([=](int, StateView& state, const KeyedRandom&) {
                       static_cast<void>(state.write<std::uint64_t>(column));
                   }),
                   Contains(std::string(column) + " cannot be written: it is a key"));
    CHECK_THAT(failure_of([](int, StateView& s, const KeyedRandom&) {
                   static_cast<void>(s.write<std::int64_t>("line.spent"));
               }),
               Contains("cannot be written"));
    CHECK_THAT(failure_of([](int, StateView& s, const KeyedRandom&) {
                   static_cast<void>(s.read<float>("resident.age"));
               }),
               Contains("resident.age has elements of another type"));
    CHECK_THAT(failure_of([](int, StateView& s, const KeyedRandom&) {
                   static_cast<void>(s.read<float>("resident.agee"));
               }),
               Contains("there is no column resident.agee"));
}

TEST_CASE("every column that may be written holds what it may hold already") {
    CHECK(failure_of([](int, StateView& state, const KeyedRandom&) {
              std::size_t lent = 0;
              for (const auto& column : state.columns())
                  if (column.may_be_written) {
                      state.lend(column);
                      ++lent;
                  }
              if (lent < 50) throw std::runtime_error("hardly anything may be written");
          }).empty());
}

TEST_CASE("what an analyzer measures stands in a block of its own, a mean over all neighbourhoods") {
    Plugin plugin;
    plugin.analyzers.push_back(
        {"look",
         {{"here", "1", "Residents"}, {"nobody", "1", "Nobody"}, {"silent", "1", "Nothing"}},
         [](int month, const StateView& state, OwnValues& values) {
             double n = 0;
             for (const auto p : state.read<std::uint8_t>("resident.present")) n += p;
             if (month != 5) values.set("here", n);
             values.set("nobody", 0, 0);
         }});
    const auto study = study_with(hooks_of(std::move(plugin)));
    const auto& block = study.layout().blocks.back();
    CHECK(block.group == own_group);
    REQUIRE(block.columns.size() == 3);
    const auto unit = study.run({0, 0});
    const auto& values = unit.options[1].blocks;
    REQUIRE(values.size() == study.layout().block_values());
    const auto* own = values.data() + values.size() - block.values();
    CHECK(own[0] > 300);
    CHECK(std::isnan(own[5]));
    CHECK(own[11] > 300);
    for (std::size_t k = 12; k < 36; ++k) CHECK(std::isnan(own[k]));
    CHECK(unit.options[1].digests == run_with(nullptr).options[1].digests);
}

TEST_CASE("an analyzer reads, and gives what it declared") {
    const auto failing = [](decltype(Analyzer::look) look) {
        Plugin plugin;
        plugin.analyzers.push_back({"look", {{"here", "1", "Residents"}}, std::move(look)});
        try {
            static_cast<void>(run_with(hooks_of(std::move(plugin))));
        } catch (const std::runtime_error& e) { return std::string(e.what()); }
        return std::string();
    };
    CHECK_THAT(failing([](int, const StateView&, OwnValues& v) { v.set("there", 1); }),
               Contains("\"there\" is not declared among its indicators"));
    CHECK_THAT(failing([](int, const StateView& s, OwnValues&) {
                   static_cast<void>(const_cast<StateView&>(s).write<float>("resident.trust"));
               }),
               Contains("an analyzer reads"));
}

TEST_CASE("a plugin is part of what decides whether kept worlds are used again") {
    const auto nothing = [](int, StateView&, const KeyedRandom&) {};
    const auto with = [&](const char* sha256) {
        Plugin plugin;
        plugin.interventions.push_back({"act", {}, nothing});
        return study_with(hooks_of(std::move(plugin), sha256)).fingerprint();
    };
    CHECK(with("a") == with("a"));
    CHECK(with("a") != with("b"));
    CHECK(with("a") != study_with(nullptr).fingerprint());
}

TEST_CASE("plugins that give nothing, or give the same name twice, are refused with all that is wrong") {
    const auto refused = [](std::vector<LoadedPlugin> plugins) {
        try {
            const Hooks hooks(std::move(plugins));
        } catch (const sim::InputError& e) { return std::string(e.what()); }
        return std::string();
    };
    const auto analyzer = [](std::vector<OwnIndicator> indicators) {
        Plugin plugin;
        plugin.analyzers.push_back({"look", std::move(indicators), [](int, const StateView&, OwnValues&) {}});
        return plugin;
    };
    CHECK_THAT(refused({{"a.so", "a.so", "a", {}}}),
               Contains("a.so:1:1: has no intervention, no analyzer and no equation of loneliness"));
    CHECK_THAT(refused({{"a.so", "a.so", "a", analyzer({{"x", "1", ""}})},
                        {"b.so", "b.so", "b", analyzer({{"x", "1", ""}})}}),
               Contains("b.so:1:1: has an indicator x of which there is one already"));
    CHECK_THAT(refused({{"a.so", "a.so", "a", analyzer({})}}), Contains("declares no indicators"));
    CHECK_THAT(refused({{"a.so", "a.so", "a", analyzer({{"1 x", "1", ""}})}}),
               Contains("a name has letters"));
    const auto hooks = intervening([](int, StateView&, const KeyedRandom&) {}, {"othr"});
    const std::vector<std::string> options{"one", "other"};
    CHECK_THROWS_WITH(hooks->check_options(options), Contains("\"othr\"") && Contains("one, other"));
}

}  // namespace weefsel::test_hooks
