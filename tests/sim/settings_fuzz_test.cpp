// Whatever bytes come in as settings: the only complaint is InputError.
#include <catch2/catch.hpp>

#include "sim/parameter.hpp"
#include "sim/random_source.hpp"
#include "sim/settings.hpp"

namespace weefsel::test_settings_fuzz {
using namespace weefsel::sim;

namespace {

constexpr const char* seeds[] = {
    "title = \"x\"\nyears = 20\nshare = 0.5\nwet = true\n[[bed]]\nname = \"n\"\n[[bed.row]]\nplants = [{name "
    "= \"b\"}]\n",
    "a.b.c = [1, [2, {x = {}}]]\n'q' = '''x\ny'''\n[t.u]\nv = -1e-3\nw = inf\nd = 2020-01-01T00:00:00Z\n",
    "k = \"\"\"a\\\n  b\\u00e9\"\"\"\nh = 0xff_ff\no = 0o7\nb = 0b1\nn = nan\n[parameters]\n\"weather.rain\" "
    "= 1\n",
};
constexpr std::string_view pieces[] = {
    "[",  "]",    "{",   "}",   "=",  ".",  ",",    "\"",    "'",    "\"\"\"",    "'''",  "\n",
    "#",  "\\",   "\\u", "[[",  "]]", "1e", "nan",  "-",     "0x",   "\xff",      "\xc3", " ",
    "\r", "\x01", "_",   "t.u", "a",  "9",  "bed.", "years", "true", "2020-01-01"};

struct Weather {
    double rain = 0.3;
};
constexpr std::array<Declaration<Weather>, 1> weather_declared = {
    {{"rain", &Weather::rain, {0, 1}, "1", "", {Evidence::assumption, ""}}}};

/// Reads the text as a scenario would be read; false when it was refused.
bool survives(const std::string& text) {
    try {
        Value root = read_toml_text(text, "fuzz.toml");
        std::vector<Problem> problems;
        TableReader reader(root, "the file", problems);
        static_cast<void>(reader.whole("years", 1, 1, 40));
        static_cast<void>(reader.text("title", ""));
        static_cast<void>(reader.number("share", 0, {0, 1}));
        for (const Value* row : reader.rows("bed")) TableReader(*row, "[[bed]]", problems).finish();
        if (const Value* given = reader.raw("parameters")) {
            Weather weather;
            ParameterTable table;
            table.add("weather", weather, weather_declared);
            set_parameters(*given, table, problems);
        }
        reader.finish();
        const Value again = read_toml_text(write_toml(root), "again.toml");
        if (!same_data(root, again)) throw std::logic_error("not read back the same: " + text);
        static_cast<void>(merge(root, again));
        if (!problems.empty()) throw InputError(problems);
        return true;
    } catch (const InputError& e) {
        if (e.problems().empty() || e.problems()[0].at.line < 1 || e.problems()[0].at.column < 1) {
            throw std::logic_error("an error without a place: " + text);
        }
        return false;
    }
}

std::string mutated(std::uint32_t number) {
    enum class Stream { mutation };
    const RandomSource draws(7, 0);
    std::string text = seeds[number % std::size(seeds)];
    const auto edits = 1 + draws.block(Stream::mutation, number, Month{0}, 0)[0] % 8;
    for (std::uint32_t edit = 1; edit <= edits; ++edit) {
        const auto [kind, where, what, length] = draws.block(Stream::mutation, number, Month{0}, edit);
        const std::size_t at = where % (text.size() + 1);
        switch (kind % 5) {
            case 0:
                text.insert(at, pieces[what % std::size(pieces)]);
                break;
            case 1:
                text.erase(at, length % 6);
                break;
            case 2:
                text.insert(at, text.substr(what % (text.size() + 1), length % 40));
                break;
            case 3:
                text.resize(at);
                break;
            default:
                if (at < text.size()) text[at] = static_cast<char>(what);
        }
    }
    return text;
}

std::string repeated(const std::string& piece, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += piece;
    return out;
}

}  // namespace

TEST_CASE("no mutilated settings file gets anything but an input error") {
    int accepted = 0;
    constexpr std::uint32_t files = 20'000;
    for (std::uint32_t number = 0; number < files; ++number) {
        INFO("mutation " << number << ": " << mutated(number));
        REQUIRE_NOTHROW(accepted += survives(mutated(number)) ? 1 : 0);
    }
    CHECK(accepted < static_cast<int>(files));
    CHECK(accepted > 0);
}

TEST_CASE("a mistake that the parser takes for impossible is told with its place, and never reaches it") {
    const auto error_of = [](const std::string& text) -> std::string {
        try {
            static_cast<void>(read_toml_text(text, "f.toml"));
        } catch (const InputError& e) { return e.what(); }
        return "none";
    };
    const std::string key = ": a key must begin with a letter, a figure, _, - or a quote; found ";
    CHECK(error_of("x = 1\n[a./b]") == "f.toml:2:4" + key + "\"/\"");
    CHECK(error_of("[ /b]") == "f.toml:1:3" + key + "\"/\"");
    CHECK(error_of("[[.b]]") == "f.toml:1:3" + key + "\".\"");
    CHECK(error_of("[\na]") == "f.toml:1:2" + key + "the end of the line");
    CHECK(error_of("a. \r\nb = 1") == "f.toml:1:4" + key + "the end of the line");
    CHECK(error_of("[[[a]]]") == "f.toml:1:3" + key + "\"[\"");
    CHECK(error_of("a = [1, }") == "f.toml:1:9: a list must be closed with ]; found }");
    CHECK(error_of("[=") == "f.toml:1:2" + key + "\"=\"");
    CHECK(error_of("[\"a\".\xc3\xa9]") == "f.toml:1:6" + key + "another character");
    CHECK(error_of("a . /b = 1") == "f.toml:1:5" + key + "\"/\"");
    CHECK(error_of("a = [}") == "f.toml:1:6: a list must be closed with ]; found }");
    CHECK(error_of("a = [ # nothing\n  [ }") == "f.toml:2:5: a list must be closed with ]; found }");
    CHECK(error_of("a = 2020-01-01Tx") ==
          "f.toml:1:15: after a date only a time can follow (and neither has a use here)");
    CHECK(error_of("a = 2020-01-01 0}").find("f.toml:1:16: after a date") == 0);
    // What is right stays right, however odd.
    CHECK(error_of(
              "[ a . \"b/c\" . 'd' ]\n-1.2 = [[1], [2.5]]\n[[ _e ]]\nf = {x.y = [{}], 2020-01-01Tx = 1.}\n")
              .find(": a key must") == std::string::npos);
    CHECK(error_of("[a . \"b/c\"]\n[[x.y]]\n2020-01-01Tx = \"[}\" # [/\nz = [\n[1],\n.5e1]") != "none");
    CHECK(error_of("[a . \"b/c\"]\n[[x.y]]\n2020-01-01Tx = \"[}\" # [/\nz = [\n[1],\n[{a = 1}]]\n[ 'q']\n") ==
          "none");
    CHECK(error_of("[a]\r\nb = [ 1,\r\n  2,\r\n]\r\n\r\n[[c]]\r\nd.e = 1.5\r\n") == "none");
    CHECK(error_of("a = \"\"\"\n[/b]\n\"\"\"\nb.c=[\n]\n") == "none");
}

TEST_CASE("absurdly deep settings are refused and end nothing") {
    constexpr int deep = 100'000;
    for (const auto& text :
         {"a = " + repeated("[", deep), "a = " + repeated("{a=", deep), "a" + repeated(".a", deep) + " = 1",
          "[a" + repeated(".a", deep) + "]", "[[a" + repeated(".a", deep) + "]]", repeated("[[", deep),
          "a = " + repeated("{a.a.a.a.a.a.a.a=", 20) + "1" + repeated("}", 20), repeated("\"", deep),
          "a = \"" + repeated("\\", deep), repeated("a.", deep), repeated("[a.", deep),
          repeated("{", deep)}) {
        CHECK_FALSE(survives(text));
    }
    // Nesting may not be smuggled in behind a quote that the check and the parser would read apart.
    CHECK_FALSE(survives("a = '\\'\nb = " + repeated("[", deep)));
    CHECK_FALSE(survives("a = \"\\\"\"\nb = " + repeated("[", deep)));
    CHECK_FALSE(survives("a = ''''x'''\nb = " + repeated("[", deep)));
    CHECK_FALSE(survives("a = \"\"\"x\"\"\"\"\"\nb" + repeated(".b", deep) + " = 1"));
    CHECK_FALSE(survives("a = '''x'''''\nb" + repeated(".b", deep) + " = 1"));
    CHECK_FALSE(survives("a = \"x\\\nb" + repeated(".b", deep) + " = 1\""));
}

TEST_CASE("hostile paths and values on the command line get nothing but an input error") {
    enum class Stream { assignment };
    const RandomSource draws(8, 0);
    constexpr std::string_view parts[] = {"bed",        ".", "n", "=",  "\"",    "'", "1",
                                          "parameters", "[", "{", "\n", "years", " "};
    for (std::uint32_t number = 0; number < 20'000; ++number) {
        Value root = read_toml_text(seeds[0], "x.toml");
        std::string assignment;
        for (std::uint32_t i = 0; i < 8; ++i) {
            assignment += parts[draws.block(Stream::assignment, number, Month{0}, i)[0] % std::size(parts)];
        }
        INFO(assignment);
        bool only_input_errors = true;
        try {
            set_path(root, assignment);
        } catch (const InputError&) {
        } catch (...) { only_input_errors = false; }
        REQUIRE(only_input_errors);
    }
}

}  // namespace weefsel::test_settings_fuzz
