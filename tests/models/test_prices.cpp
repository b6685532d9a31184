#include <catch2/catch.hpp>

#include <set>

#include "models/question/tariffs.hpp"
#include "models/scenario/read_scenario.hpp"
#include "sim/file_aside.hpp"
#include "small_scenario.hpp"
#include "tests/sim/temporary_folder.hpp"

namespace weefsel::test_prices {

namespace {

const std::string shipped_list = "prices = \"" + shipped("prices/nl-2024.toml") + "\"\n";

sim::Value& first_of(sim::Value& list) { return std::get<sim::Array>(list.find("tariff")->data).front(); }

/// What is wrong with a scenario whose prices are the shipped ones after a change.
template <class Change>
std::vector<std::string> problems_after(Change change) {
    auto list = sim::read_toml_file(shipped("prices/nl-2024.toml"));
    change(list);
    sim::Value root;
    root.data = sim::Table{};
    std::get<sim::Table>(root.data).emplace_back("prices", list);
    return problems_of(small_text + sim::write_toml(root));
}

}  // namespace

TEST_CASE("the shipped prices of 2024 are the tariffs that the program declares") {
    const auto s = read_scenario_text(shipped_list + small_text, "small.toml");
    REQUIRE(s.prices.has_value());
    CHECK(s.prices->price_year == default_price_year);
    Parameters with = s.parameters, without;
    const auto given = table_of(with), declared = table_of(without);
    for (std::size_t k = 0; k < given.rows().size(); ++k) {
        INFO(given.rows()[k].name);
        CHECK(*given.rows()[k].value == *declared.rows()[k].value);
    }
    for (std::size_t k = 0; k < tariffs_declared.size(); ++k) {
        INFO(tariffs_declared[k].parameter);
        CHECK(s.prices->rows[k].source == declared.find(tariffs_declared[k].parameter)->source.text);
    }
}

TEST_CASE("whatever is counted in euros is a tariff with a payer") {
    Parameters parameters;
    std::set<std::string> in_euros, tariffs;
    const auto table = table_of(parameters);
    for (const auto& p : table.rows())
        if (p.unit.substr(0, 3) == "EUR") in_euros.insert(p.name);
    for (const auto& t : tariffs_declared) tariffs.insert(std::string(t.parameter));
    CHECK(in_euros == tariffs);
    CHECK(tariffs.size() == tariffs_declared.size());
}

TEST_CASE("a scenario with prices resolves to one that needs no file of prices") {
    TemporaryFolder folder;
    auto list = sim::read_toml_file(shipped("prices/nl-2024.toml"));
    first_of(list).find("euro")->data = 55.5;
    sim::write_whole(folder.file("dear.toml"), sim::write_toml(list));
    const auto path = folder.file("s.toml");
    sim::write_whole(path, "prices = \"dear.toml\"\n" + small_text);

    const auto s = read_scenario(path);
    CHECK(s.parameters.care.price_gp_contact == 55.5);
    std::filesystem::remove(folder.file("dear.toml"));
    const auto again = read_scenario_text(s.resolved, "elsewhere/r.toml");
    CHECK(again.parameters.care.price_gp_contact == 55.5);
    CHECK(again.resolved == s.resolved);
    CHECK(again.prices->rows[0].source == s.prices->rows[0].source);
    CHECK_THROWS_WITH(read_scenario(path), Catch::Contains("there is no file"));
}

TEST_CASE("a tariff that is set apart has the last word over the list, also when it is the usual one") {
    auto list = sim::read_toml_file(shipped("prices/nl-2024.toml"));
    first_of(list).find("euro")->data = 55.5;
    sim::Value root;
    root.data = sim::Table{};
    std::get<sim::Table>(root.data).emplace_back("prices", list);
    const double usual = CareParameters{}.price_gp_contact;
    Overrides overrides;
    overrides.set = {"parameters.care.price_gp_contact=" + std::to_string(usual)};
    const auto s = read_scenario_text(small_text + sim::write_toml(root), "s.toml", overrides);
    CHECK(s.parameters.care.price_gp_contact == usual);
    CHECK(read_scenario_text(s.resolved, "r.toml").parameters.care.price_gp_contact == usual);
}

TEST_CASE("the path of the prices is seen from the file in which it stands") {
    TemporaryFolder folder;
    std::filesystem::create_directories(folder.file("base"));
    std::filesystem::copy_file(shipped("prices/nl-2024.toml"), folder.file("base/p.toml"));
    sim::write_whole(folder.file("base/b.toml"), "prices = \"p.toml\"\n" + small_text);
    const auto path = folder.file("s.toml");
    sim::write_whole(path, "extends = \"base/b.toml\"\nyears = 3\n");
    CHECK(read_scenario(path).prices.has_value());
}

TEST_CASE("a list of prices that is wrong is refused with the place and what is allowed") {
    CHECK(problems_after([](sim::Value&) {}).empty());
    CHECK(says(problems_after([](sim::Value& list) {
                   first_of(list).find("name")->data = std::string("care.price_gp_contat");
               }),
               "did you mean care.price_gp_contact?"));
    CHECK(says(problems_after([](sim::Value& list) { first_of(list).find("euro")->data = std::string("x"); }),
               "euro"));
    CHECK(says(problems_after([](sim::Value& list) { first_of(list).find("euro")->data = -1.0; }), "-1"));
    CHECK(says(
        problems_after([](sim::Value& list) { first_of(list).find("payer")->data = std::string("state"); }),
        "allowed is \"insurers\""));
    CHECK(says(problems_after(
                   [](sim::Value& list) { first_of(list).find("price_year")->data = std::int64_t{2020}; }),
               "differs from that of the list, 2024"));
    CHECK(says(
        problems_after([](sim::Value& list) { std::get<sim::Array>(list.find("tariff")->data).pop_back(); }),
        "is missing (a list has every tariff"));
    CHECK(says(problems_after([](sim::Value& list) {
                   auto& rows = std::get<sim::Array>(list.find("tariff")->data);
                   rows.push_back(rows.front());
               }),
               "is given twice"));
    CHECK(says(problems_of("prices = 3\n" + small_text), "small.toml:1:1: prices: found a whole number (3)"));
    CHECK(says(problems_of("prices = \"none.toml\"\n" + small_text),
               "small.toml:1:1: prices: there is no file"));

    TemporaryFolder folder;
    const auto path = folder.file("p.toml");
    sim::write_whole(path, "price_year = 2024\ndiscuont_rate = 0.02\n");
    const auto problems = problems_of("prices = \"" + path + "\"\n" + small_text);
    CHECK(
        says(problems, path + ":2:1: discuont_rate is not a key of the prices; did you mean discount_rate?"));
}

}  // namespace weefsel::test_prices
