#include "sim/settings.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

namespace weefsel::test_settings {
using namespace weefsel::sim;

namespace {

constexpr const char* garden = R"(
title = "A garden"
years = 20
wet = true
"a.b" = [1, 2.5, "x"]
  odd = 0.1
[soil]
kind = "clay"
deep = { a = { b = 1 } }
[[bed]]
name = "north"
  [[bed.row]]
  plants = [ { name = "bean", number = 3 }, { name = "pea", number = 4 } ]
[[bed]]
name = "south"
)";

Value read(const std::string& text) { return read_toml_text(text, "x.toml"); }

std::string error_of(const std::string& text) {
    try {
        static_cast<void>(read(text));
    } catch (const InputError& e) { return e.what(); }
    return "none";
}

std::string error_of_set(Value root, const std::string& assignment) {
    try {
        set_path(root, assignment);
    } catch (const InputError& e) { return e.what(); }
    return "none";
}

Value with(Value root, const std::string& assignment) {
    set_path(root, assignment);
    return root;
}

std::vector<std::string> texts(const std::vector<Problem>& problems) {
    std::vector<std::string> out;
    for (const auto& p : problems) out.push_back(to_string(p));
    return out;
}

}  // namespace

TEST_CASE("values keep their kind, their order and their place") {
    const Value root = read(garden);
    const auto& table = std::get<Table>(root.data);
    std::vector<std::string> keys;
    for (const auto& [key, value] : table) keys.push_back(key);
    CHECK(keys == std::vector<std::string>{"title", "years", "wet", "a.b", "odd", "soil", "bed"});
    CHECK(root.find("years")->at.line == 3);
    CHECK(root.find("years")->at.column == 1);
    CHECK(root.find("odd")->at.column == 3);
    CHECK(root.find("soil")->find("kind")->at.line == 8);
    const auto& beds = std::get<Array>(root.find("bed")->data);
    CHECK(beds.size() == 2);
    CHECK(beds[1].at.line == 14);
    CHECK(beds[1].find("name")->at.line == 15);
    CHECK(root.find("years")->described() == "a whole number (20)");
    CHECK(root.find("title")->described() == "a text (\"A garden\")");
    CHECK(root.find("none") == nullptr);
}

TEST_CASE("a syntax error has its line and column, and a date is refused with advice") {
    CHECK(error_of("a = 1\nb = = 2").rfind("x.toml:2:", 0) == 0);
    CHECK(error_of("a = 1\na = 2").rfind("x.toml:2:", 0) == 0);
    CHECK(error_of("a = \"open").rfind("x.toml:1:", 0) == 0);
    CHECK(error_of("\nday = 2022-06-13") ==
          "x.toml:2:1: a date or time has no use here; write it as a text, between quotes");
    CHECK_THROWS_AS(read_toml_file("/no/such/file.toml"), InputError);
    CHECK_THROWS_AS(read_toml_file("/"), InputError);
}

TEST_CASE("what is written as TOML is read back the same") {
    const Value root = read(garden);
    CHECK(same_data(root, read(write_toml(root))));
    Value odd{Table{}, {}};
    auto& table = std::get<Table>(odd.data);
    table.emplace_back("quote\" and\nline\x01", Value{std::string("tab\t \"q\" \\ \x7f caf\xc3\xa9"), {}});
    table.emplace_back("", Value{std::string{}, {}});
    table.emplace_back("tiny", Value{5e-324, {}});
    table.emplace_back("third", Value{1.0 / 3.0, {}});
    table.emplace_back("whole", Value{1e20, {}});
    table.emplace_back("nan", Value{std::nan(""), {}});
    table.emplace_back("inf", Value{-std::numeric_limits<double>::infinity(), {}});
    table.emplace_back("least", Value{std::numeric_limits<std::int64_t>::min(), {}});
    table.emplace_back("empty list", Value{Array{}, {}});
    table.emplace_back("empty table", Value{Table{}, {}});
    table.emplace_back("rows", Value{Array{Value{Table{}, {}}, Value{Table{}, {}}}, {}});
    table.emplace_back("mixed", Value{Array{Value{Table{}, {}}, Value{true, {}}}, {}});
    CHECK(same_data(odd, read(write_toml(odd))));
    CHECK_FALSE(same_data(odd, root));
}

TEST_CASE("tables merge by key, rows with names by name, other lists are replaced") {
    const Value base = read(garden);
    const Value over = read(
        "years = 4\n\"a.b\" = [7]\nsoil.kind = \"sand\"\n[[bed]]\nname = \"south\"\nsun = 1\n[[bed]]\nname = "
        "\"west\"");
    const Value both = merge(base, over);
    CHECK(std::get<std::int64_t>(both.find("years")->data) == 4);
    CHECK(std::get<Array>(both.find("a.b")->data).size() == 1);
    CHECK(std::get<std::string>(both.find("soil")->find("kind")->data) == "sand");
    CHECK(both.find("soil")->find("deep") != nullptr);
    const auto& beds = std::get<Array>(both.find("bed")->data);
    REQUIRE(beds.size() == 3);
    CHECK(beds[0].find("row") != nullptr);
    CHECK(beds[1].find("sun") != nullptr);
    CHECK(std::get<std::string>(beds[2].find("name")->data) == "west");
}

TEST_CASE("the later of two spellings of a parameter counts") {
    const Value flat = read("[parameters]\n\"a.b\" = 1\n\"a.c\" = 5");
    const Value nested = read("[parameters.a]\nb = 2");
    for (const auto& [base, over, expected] : {std::tuple{flat, nested, 2}, std::tuple{nested, flat, 1}}) {
        const Value both = merge(base, over);
        const auto& table = std::get<Table>(both.find("parameters")->data);
        REQUIRE(table.size() == 2);
        CHECK(std::get<std::int64_t>(both.find("parameters")->find("a.b")->data) == expected);
    }
}

TEST_CASE("a value is set at a path through tables and through rows by name and by number") {
    const Value root = read(garden);
    const Value a = with(root, "bed.north.row.1.plants.pea.number=9");
    const auto& plants = *std::get<Array>(a.find("bed")->data)[0].find("row");
    const Value* pea = &std::get<Array>(std::get<Array>(plants.data)[0].find("plants")->data)[1];
    CHECK(std::get<std::int64_t>(pea->find("number")->data) == 9);
    CHECK(pea->find("number")->at.file == "--set bed.north.row.1.plants.pea.number");
    const Value b = with(root, "bed.2.sun = 0.5");
    CHECK(std::get<double>(std::get<Array>(b.find("bed")->data)[1].find("sun")->data) == 0.5);
    for (const char* path : {"\"a.b\".3=8", "'a.b'.3=8"}) {
        const Value c = with(root, path);
        CHECK(std::get<std::int64_t>(std::get<Array>(c.find("a.b")->data)[2].data) == 8);
    }
    CHECK(std::get<std::string>(with(root, "title=no toml [").find("title")->data) == "no toml [");
    CHECK(std::get<std::string>(with(root, "title=").find("title")->data).empty());
    CHECK(std::get<std::string>(with(root, "title=1\nyears=2").find("title")->data) == "1\nyears=2");
    CHECK(std::get<std::string>(with(root, "title=a=b").find("title")->data) == "a=b");
    CHECK(with(root, "new.table.key=true").find("new")->find("table")->find("key") != nullptr);
}

TEST_CASE("below parameters the rest of a path is one name, whatever the file wrote before") {
    for (const char* text :
         {"", "[parameters]\n\"network.halflife\" = 3", "[parameters.network]\nhalflife = 3"}) {
        const Value root = with(read(text), "parameters.network.halflife=9");
        const auto& table = std::get<Table>(root.find("parameters")->data);
        REQUIRE(table.size() == 1);
        CHECK(table[0].first == "network.halflife");
        CHECK(std::get<std::int64_t>(table[0].second.data) == 9);
    }
}

TEST_CASE("a path that leads nowhere is an error that lists the rows there are") {
    const Value root = read(garden);
    CHECK(
        error_of_set(root, "bed.nort.sun=1") ==
        "--set bed.nort.sun:1:1: bed has no row nort; there are 1 to 2 (north, south); did you mean north?");
    CHECK(error_of_set(root, "bed.3=1").find("bed has no row 3; there are 1 to 2") != std::string::npos);
    CHECK(error_of_set(root, "bed.0=1") != "none");
    CHECK(error_of_set(root, "bed.99999999999999999999=1") != "none");
    CHECK(error_of_set(root, "years.x=1").find("years is a whole number (20), in which x cannot be set") !=
          std::string::npos);
    for (const char* wrong : {"", "years", "=1", ".=1", "a..b=1", "\"open=1"}) {
        CHECK(error_of_set(root, wrong).rfind("--set:1:1: must be PATH=VALUE", 0) == 0);
    }
}

TEST_CASE("a reader tells everything that is wrong at once, with place, finding and what is allowed") {
    const Value root = read(
        "yeers = 3\n  years = 99\ntitle = 5\nkind = \"clai\"\nwet = 1\nshare = nan\nbed = 3\nrow = [1, "
        "{}]\nhalf = 0.5");
    std::vector<Problem> problems;
    TableReader reader(root, "the scenario", problems);
    CHECK(reader.whole("years", 20, 1, 40) == 20);
    CHECK(reader.text("title", "none") == "none");
    CHECK(reader.text_of("kind", "sand", {"clay", "sand"}) == "sand");
    CHECK_FALSE(reader.flag("wet", false));
    CHECK(reader.number("share", 0.5, {0, 1}) == 0.5);
    CHECK(reader.rows("bed").empty());
    CHECK(reader.rows("row").size() == 1);
    CHECK(reader.whole("half", 1, 0, 9) == 1);
    CHECK_FALSE(reader.needed("name"));
    reader.finish();
    CHECK(texts(problems) ==
          std::vector<std::string>{
              "x.toml:2:3: years must be a whole number from 1 to 40; found 99",
              "x.toml:3:1: title must be a text, between quotes; found a whole number (5)",
              "x.toml:4:1: kind must be \"clay\" or \"sand\"; found \"clai\"; did you mean clay?",
              "x.toml:5:1: wet must be true or false; found a whole number (1)",
              "x.toml:6:1: share must be a number from 0 to 1; found nan",
              "x.toml:7:1: bed must be a list of tables; found a whole number (3)",
              "x.toml:8:8: every row of row must be a table; found a whole number (1)",
              "x.toml:9:1: half must be a whole number from 0 to 9; found a number (0.5)",
              "x.toml:1:1: name is missing in the scenario",
              "x.toml:1:1: yeers is not a key of the scenario; did you mean years?",
          });
}

TEST_CASE("a reader takes what is right: whole numbers for numbers, 20.0 for 20, one table for a row") {
    const Value root = read("n = 3\nyears = 20.0\nbed = { a = 1 }\nwet = true\nraw = [1]");
    std::vector<Problem> problems;
    TableReader reader(root, "the scenario", problems);
    CHECK(reader.number("n", 0, {0, 10}) == 3);
    CHECK(reader.whole("years", 0, 1, 40) == 20);
    CHECK(reader.rows("bed").size() == 1);
    CHECK(reader.flag("wet", false));
    CHECK(reader.raw("raw") != nullptr);
    CHECK_FALSE(reader.number_if("absent", {0, 1}));
    CHECK(reader.rows("absent too").empty());
    CHECK(reader.has("n"));
    CHECK(reader.needed("n"));
    reader.finish();
    CHECK(problems.empty());
}

TEST_CASE("what should be a table and is none is reported once, and everything else takes its fallback") {
    const Value no_table{std::int64_t{3}, {"x.toml", 4, 2}};
    std::vector<Problem> problems;
    TableReader reader(no_table, "[soil]", problems);
    CHECK(reader.number("n", 7, {0, 10}) == 7);
    CHECK_FALSE(reader.needed("n"));
    reader.finish();
    CHECK(texts(problems) ==
          std::vector<std::string>{"x.toml:4:2: [soil] must be a table; found a whole number (3)"});
}

TEST_CASE("a message shows no endless text and no control characters") {
    const Value long_text{std::string(1000, 'x') + "\x1b[31m", {}};
    CHECK(long_text.described().size() < 100);
    const Value control{std::string("a\x1b[31m\n"), {}};
    CHECK(control.described() == "a text (\"a?[31m?\")");
}

}  // namespace weefsel::test_settings
