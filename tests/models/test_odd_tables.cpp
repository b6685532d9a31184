#include <catch2/catch.hpp>

#include <set>

#include "models/scenario/read_scenario.hpp"
#include "models/study/odd_tables.hpp"
#include "models/world/border_state.hpp"
#include "sim/about.hpp"
#include "sim/enum_name.hpp"
#include "small_world.hpp"

namespace weefsel::test_odd_tables {

namespace {

/// Names of columns that hold a number outside their declared range, with the first such number.
std::vector<std::string> out_of_range(Neighbourhood& n) {
    std::vector<std::string> out;
    n.visit([&](const sim::About& about, const auto& column) {
        bool said = false;
        for (const auto& element : column)
            sim::each_number(element, [&](double x) {
                if (said || (x >= about.range.low && x <= about.range.high)) return;
                said = true;
                out.push_back(std::string(about.name) + " = " + std::to_string(x));
            });
    });
    return out;
}

}  // namespace

TEST_CASE("in a buurt that is lived for years every state variable stays within its declared range") {
    const auto s = read_scenario_text(
        quick_study(
            option_text("a", std::string("form = \"project\"\nsource = \"incidental\"\n") + same_buys)),
        "test.toml");
    const sim::RandomSource draws(s.seed, 0);
    Workspace w;
    auto n = begin(s, 0, draws);
    CHECK(out_of_range(n) == std::vector<std::string>{});
    for (int m = 0; m < 24; ++m) burn_in_month(n, s.parameters, draws, sim::Month{m}, 24, w);
    end_burn_in(n, s.parameters, 24);
    begin_policy(n.lines, n.posts, policy_of(s.options[0].lines, 1, 1, s.parameters), s.parameters, draws,
                 sim::Month{24});
    ShockEffects crisis;
    crisis.places_closed = 0.5F;
    crisis.insecurity = 0.2F;
    crisis.austerity = 0.3;
    for (int m = 24; m < 96; ++m) {
        const Circumstances under{m < 48 ? ShockEffects{} : crisis, 1, false};
        step_month(n, under, s.parameters, draws, sim::Month{m}, w);
        const auto wrong = out_of_range(n);
        if (!wrong.empty()) {
            CHECK(wrong == std::vector<std::string>{});
            break;
        }
    }
    n.residents.frailty[ResidentId{0}] = 1.5F;
    CHECK(out_of_range(n) == std::vector<std::string>{"resident.frailty = 1.500000"});
}

TEST_CASE("the table of state variables has every column once, in the order of checkpoints") {
    Neighbourhood n;
    std::vector<std::string> names;
    Border border;
    const auto note = [&](const char* name, const auto&) { names.emplace_back(name); };
    n.visit(note);
    border.visit(note);
    const auto table = table_of_states();
    REQUIRE(table.rows.size() == names.size());
    std::set<std::string> seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(table.rows[i][0] == names[i]);
        CHECK(seen.insert(names[i]).second);
        CHECK_FALSE(table.rows[i][2].empty());
        CHECK(table.rows[i][4].back() == '.');
    }
}

TEST_CASE("the type of a column is said in words") {
    CHECK(sim::type_in_words<float>() == "float32");
    CHECK(sim::type_in_words<std::int16_t>() == "int16");
    CHECK(sim::type_in_words<ResidentId>() == "row (uint16)");
    CHECK(sim::type_in_words<Sex>() == "class (uint8)");
    CHECK(sim::type_in_words<sim::Euros>() == "amount (int64, 1/100)");
    CHECK(sim::type_in_words<std::array<float, 3>>() == "3 x float32");
}

TEST_CASE("an enumerator is called in tables what it is called in the code") {
    constexpr auto names = sim::enum_names<Payer>();
    CHECK(names.size() == payers);
    CHECK(names.front() == "municipality");
    CHECK(names.back() == "residents");
}

TEST_CASE("the month passes its ten steps in order") {
    const auto table = table_of_schedule();
    int last = 1;
    for (const auto& row : table.rows) {
        const int step = std::stoi(row[0]);
        CHECK((step == last || step == last + 1));
        last = step;
    }
    CHECK(last == 10);
}

}  // namespace weefsel::test_odd_tables
