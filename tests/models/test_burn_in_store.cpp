#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "models/scenario/read_scenario.hpp"
#include "models/study/study.hpp"
#include "small_world.hpp"

namespace weefsel::test_burn_in_store {

namespace {

const std::string line = std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys;

Study study_of(const std::string& text) { return Study(read_scenario_text(text, "test.toml"), true); }

std::string key_of(const std::string& text, sim::UnitKey unit = {0, 0}) {
    const auto study = study_of(text);
    WorkerPool pool(1, study.layout().sites);
    return study.begin(unit, pool).key();
}

/// A store in memory, and how often it was asked and filled.
struct Memory {
    std::map<std::string, Municipality> kept;
    int found = 0, written = 0;

    [[nodiscard]] BurnInStore store() {
        return {[this](const std::string& key, Municipality& m) {
                    const auto at = kept.find(key);
                    if (at == kept.end()) return false;
                    m = at->second;
                    ++found;
                    return true;
                },
                [this](const std::string& key, Municipality& m) {
                    kept[key] = m;
                    ++written;
                }};
    }
};

sim::UnitResult run(const Study& study, Memory& memory, int* years = nullptr) {
    Attention attention;
    attention.burn_ins = memory.store();
    return study.run(
        {0, 0}, nullptr, 1, {}, [&] { years != nullptr ? ++*years : 0; }, attention);
}

std::string with(const std::string& text, const std::string& from, const std::string& to) {
    auto out = text;
    const auto at = out.find(from);
    REQUIRE(at != std::string::npos);
    return out.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a study that begins where another burn-in ended is the same bits") {
    const auto text = quick_study(option_text("a", line) + "[[option]]\nname = \"nothing\"\n");
    const auto study = study_of(text);
    const auto without = study.run({0, 0});
    Memory memory;
    int years = 0, years_found = 0;
    const auto first = run(study, memory, &years), second = run(study, memory, &years_found);
    CHECK(memory.written == 1);
    CHECK(memory.found == 1);
    CHECK(years == years_found);  // progress counts the years that need not be simulated
    for (std::size_t o = 0; o < 2; ++o)
        for (const auto* unit : {&first, &second}) {
            CHECK(unit->options[o].digests == without.options[o].digests);
            CHECK(unit->options[o].numerator == without.options[o].numerator);
        }
}

TEST_CASE("options, years and names have no part in how a burn-in ends; all that is lived before has") {
    const auto text = quick_study(option_text("a", line));
    const auto key = key_of(text);
    CHECK(key_of(quick_study(option_text("a", line) + option_text("b", line))) == key);
    CHECK(key_of(with(text, "title = \"quick\"", "title = \"another\"")) == key);
    CHECK(key_of(with(text, "\nyears = 3", "\nyears = 5")) == key);

    std::set<std::string> keys{key, key_of(text, {0, 1})};
    std::size_t different = 2;
    for (const auto& other :
         {with(text, "seed = 5", "seed = 6"), with(text, "warmup_years = 2", "warmup_years = 1"),
          with(text, "residents = 900", "residents = 901"), with(text, "fte = 0.5", "fte = 0.6"),
          with(text, "hours_week = 12", "hours_week = 13"),
          with(text, "name = \"now\"", "name = \"now\"\nindexation = 0.5"),
          with(text, "name = \"now\"", "name = \"now\"\nnotice_months = 3"),
          text + "[parameters]\n\"network.halflife_friend\" = 9.5\n"}) {
        keys.insert(key_of(other));
        CHECK(keys.size() == ++different);
    }
}

TEST_CASE("what a store gives back of another study's shape is not taken") {
    const auto study = study_of(quick_study(option_text("a", line)));
    const auto without = study.run({0, 0});
    Attention attention;
    int kept = 0;
    attention.burn_ins = {[](const std::string&, Municipality& m) {
                              m.neighbourhoods.resize(3);
                              return true;
                          },
                          [&](const std::string&, Municipality&) { ++kept; }};
    CHECK(study.run({0, 0}, nullptr, 1, {}, {}, attention).options[0].digests == without.options[0].digests);
    CHECK(kept == 1);
}

TEST_CASE("neighbourhoods that live together are kept with what crosses their borders") {
    const auto policy = option_text("a", line);
    const auto one = "municipality = \"Here\"\nmunicipality_residents = 4000\n" + quick_figures;
    auto text = with(quick_study(policy), "[neighbourhood]\n", "[[neighbourhood]]\n");
    text = with(text, quick_figures, one + with("[[neighbourhood]]\n" + one, "\"Test\"", "\"Next\""));
    const auto study = study_of(text);
    Memory memory;
    const auto first = run(study, memory), second = run(study, memory);
    REQUIRE(memory.kept.size() == 1);
    CHECK(memory.kept.begin()->second.neighbourhoods.size() == 2);
    CHECK(memory.found == 1);
    CHECK(second.options[0].digests == first.options[0].digests);
}

}  // namespace weefsel::test_burn_in_store
