#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "models/scenario/read_scenario.hpp"
#include "sim/file_aside.hpp"
#include "sim/random_source.hpp"
#include "sim/settings.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_scenario_fuzz {

namespace {

/// One text made of another: a byte changed, a stretch taken out, doubled, or put elsewhere.
std::string mutated(std::string text, std::uint32_t nth) {
    const std::string tricky = "[]{}\"'=.,#\n -+0123456789eEinfat\\\x00\xff\xc3";
    for (std::uint32_t step = 0; step <= nth % 4; ++step) {
        const auto words = sim::RandomSource(7, nth).block(0, step, sim::Month{0});
        const std::size_t at = words[0] % text.size();
        const std::size_t length = std::min<std::size_t>(1 + words[1] % 60, text.size() - at);
        switch (words[2] % 5) {
            case 0:
                text[at] = tricky[words[3] % tricky.size()];
                break;
            case 1:
                text.erase(at, length);
                break;
            case 2:
                text.insert(at, text.substr(at, length));
                break;
            case 3:
                text.insert(words[3] % text.size(), text.substr(at, length));
                break;
            default:
                text.insert(at, 1, tricky[words[3] % tricky.size()]);
                break;
        }
        if (text.empty()) text = "x";
    }
    return text;
}

void keys_of(const sim::Value& value, std::set<std::string>& keys, bool in_parameters = false) {
    if (const auto* table = std::get_if<sim::Table>(&value.data)) {
        for (const auto& [key, inner] : *table) {
            if (!in_parameters) keys.insert(key);
            keys_of(inner, keys, in_parameters || key == "parameters");
        }
    } else if (const auto* array = std::get_if<sim::Array>(&value.data)) {
        for (const auto& row : *array) keys_of(row, keys, in_parameters);
    }
}

void schema_keys(const nlohmann::json& node, std::set<std::string>& keys) {
    if (node.is_object() && node.contains("properties"))
        for (const auto& [key, inner] : node["properties"].items()) keys.insert(key);
    if (node.is_structured())
        for (const auto& inner : node) schema_keys(inner, keys);
}

const std::string everything = "draws = 2\n" + small_figures + R"(
code = "BU00000001"
municipality = "Town"
[[place]]
kind = "church"
x = 1.0
y = 1.0
capacity = 300
warmth = 0.5
accessibility = 0.5
[[present.line]]
form = "project"
buys = [{ support = "church", hours_week = 4 }]
[[option]]
name = "b"
[[option.line]]
form = "structural"
euro_year = 1000
buys = [{ role = "jongerenwerker", fte = 0.3 }, { place = "youth_centre", hours_week = 5 },
        { public_space = "square", quality = 0.2, share = 0.1 }, { adapted_dwellings = 3 }, { transport = 5 },
        { training = 900 }, { network_leaders = 1 }]
[[shock]]
kind = "pandemic"
start_year = 2
months = 18
[parameters]
"funding.discount_rate" = 0.03
)";

}  // namespace

TEST_CASE("whatever a scenario holds, it is read or refused as wrong input") {
    const std::string text = sim::read_whole(shipped("first-look.toml"));
    constexpr std::uint32_t mutations = 4000;
    std::size_t read = 0;
    for (std::uint32_t n = 0; n < mutations; ++n) {
        const auto attempt = mutated(text, n);
        try {
            const auto scenario = read_scenario_text(attempt, "fuzz.toml");
            REQUIRE_FALSE(scenario.options.empty());
            ++read;
            if (n % 16 == 0)
                REQUIRE(read_scenario_text(scenario.resolved, "r.toml").resolved == scenario.resolved);
        } catch (const sim::InputError& error) {
            REQUIRE_FALSE(error.problems().empty());
        } catch (const std::exception& error) { FAIL("mutation " << n << ": " << error.what()); }
    }
    REQUIRE(read > 0);
    REQUIRE(read < mutations);
}

TEST_CASE("the JSON Schema knows every key that a scenario can resolve to") {
    const auto schema = nlohmann::json::parse(sim::read_whole(shipped("schema/scenario.schema.json")));
    std::set<std::string> allowed, used;
    schema_keys(schema, allowed);
    keys_of(sim::read_toml_text(read_scenario_text(everything, "s.toml").resolved, "r.toml"), used);
    for (const auto& key : used) {
        INFO(key);
        REQUIRE(allowed.count(key) == 1);
    }
}

TEST_CASE("the reader knows every key of the JSON Schema") {
    const auto schema = nlohmann::json::parse(sim::read_whole(shipped("schema/scenario.schema.json")));
    const auto& defs = schema["$defs"];
    const auto unknown = [](const std::string& text, const std::string& key) {
        return says(problems_of(text), key + " is not a key");
    };
    REQUIRE(unknown("nonsense = [[]]\n" + small_text, "nonsense"));
    for (const auto& [key, inner] : schema["properties"].items())
        if (key != "extends") REQUIRE_FALSE(unknown(key + " = [[]]\n", key));
    const std::vector<std::pair<std::string, std::string>> tables{{"neighbourhood", "[neighbourhood]\n"},
                                                                  {"place", "[[place]]\n"},
                                                                  {"option", "[[option]]\n"},
                                                                  {"shock", "[[shock]]\n"},
                                                                  {"prices", "[prices]\n"},
                                                                  {"tariff", "[prices]\n[[prices.tariff]]\n"},
                                                                  {"line", "[[option]]\n[[option.line]]\n"}};
    for (const auto& [name, head] : tables) {
        REQUIRE(unknown(head + "nonsense = 1\n", "nonsense"));
        for (const auto& [key, inner] : defs[name]["properties"].items()) {
            INFO(name << "." << key);
            REQUIRE_FALSE(unknown(head + key + " = [[]]\n", key));
        }
    }
}

}  // namespace weefsel::test_scenario_fuzz
