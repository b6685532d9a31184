#include "sim/renamed.hpp"

#include <array>
#include <catch2/catch.hpp>

namespace weefsel::test_renamed {
using namespace weefsel::sim;

namespace {

constexpr std::array<Renamed, 4> names = {{{"yeers", "years", "0.3.0"},
                                           {"bed.row.kind", "bed.row.plant", "0.3.0"},
                                           {"parameters.weather.wet", "parameters.weather.rain", "0.3.0"},
                                           {"parameters.soil.wet", "parameters.weather.dew", "0.4.0"}}};

std::string renamed(const std::string& text, std::vector<std::string>& told, bool old_one_wins = false) {
    Value root = read_toml_text(text, "f.toml");
    for (const auto& problem : take_old_names(root, names, old_one_wins)) told.push_back(to_string(problem));
    return write_toml(root);
}

}  // namespace

TEST_CASE("an old name is understood wherever it stands, and the warning says which is new and until when") {
    std::vector<std::string> told;
    const auto text = renamed(
        "yeers = 3\n[[bed]]\nname = \"a\"\n[[bed.row]]\nkind = \"pea\"\n[[bed.row]]\nkind = "
        "\"oat\"\n[other]\nkind = 1\n",
        told);
    CHECK(text == write_toml(read_toml_text(
                      "years = 3\n[[bed]]\nname = \"a\"\n[[bed.row]]\nplant = \"pea\"\n[[bed.row]]"
                      "\nplant = \"oat\"\n[other]\nkind = 1\n",
                      "")));
    CHECK(told == std::vector<std::string>{
                      "f.toml:1:1: yeers is now called years; the old name goes in version 0.3.0",
                      "f.toml:5:1: kind is now called plant; the old name goes in version 0.3.0",
                      "f.toml:7:1: kind is now called plant; the old name goes in version 0.3.0"});
}

TEST_CASE(
    "an old name of a parameter is understood in each of its spellings, also when it moved to another "
    "group") {
    for (const char* text : {"[parameters]\n\"weather.wet\" = 1\n\"soil.wet\" = 2\n",
                             "[parameters.weather]\nwet = 1\n[parameters.soil]\nwet = 2\n",
                             "[parameters]\nweather.wet = 1\nsoil = { wet = 2 }\n"}) {
        INFO(text);
        Value root = read_toml_text(text, "f.toml");
        const auto told = take_old_names(root, names);
        REQUIRE(told.size() == 2);
        CHECK(told[0].text == "weather.wet is now called weather.rain; the old name goes in version 0.3.0");
        CHECK(told[1].text == "soil.wet is now called weather.dew; the old name goes in version 0.4.0");
        const Value* parameters = root.find("parameters");
        REQUIRE(parameters->find("weather.rain") != nullptr);
        CHECK(std::get<std::int64_t>(parameters->find("weather.rain")->data) == 1);
        CHECK(std::get<std::int64_t>(parameters->find("weather.dew")->data) == 2);
    }
}

TEST_CASE("where old and new are both given the reader complains, unless the old one was set later") {
    std::vector<std::string> told;
    CHECK(renamed("yeers = 3\nyears = 4\n", told) == "yeers = 3\nyears = 4\n");
    CHECK(told.empty());
    CHECK(renamed("yeers = 3\nyears = 4\n", told, true) == "years = 3\n");
    CHECK(told.size() == 1);
    CHECK(renamed("years = 4\n", told, true) == "years = 4\n");
    CHECK(told.size() == 1);
}

TEST_CASE("an old flag is understood with its value in the same word or the next, and a value is no flag") {
    constexpr std::array<Renamed, 1> flags = {{{"--copies", "--replicates", "0.3.0"}}};
    std::vector<std::string> words{"weefsel",      "compare",   "--copies", "3",       "--copies=4",
                                   "--copiesmore", "x--copies", "--",       "--copies"};
    const auto told = take_old_flags(words, flags);
    CHECK(words == std::vector<std::string>{"weefsel", "compare", "--replicates", "3", "--replicates=4",
                                            "--copiesmore", "x--copies", "--", "--copies"});
    CHECK(told == std::vector<std::string>(
                      2, "--copies is now called --replicates; the old name goes in version 0.3.0"));
}

}  // namespace weefsel::test_renamed
