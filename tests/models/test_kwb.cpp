#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "models/scenario/figures.hpp"
#include "models/scenario/kwb.hpp"
#include "models/scenario/read_scenario.hpp"
#include "tests/beside_project.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_kwb {

namespace {

const std::string header =
    "gwb_code_10,regio,gm_naam,recs,a_inw,a_vrouw,a_00_14,a_15_24,a_25_44,a_45_64,a_65_oo,a_hh,a_1p_hh,a_hh_"
    "z_k,"
    "a_hh_m_k,g_hhgro,p_koopw,p_wcorpw,p_ov_hw,p_ink_li\n";
const std::string town =
    "GM0001,Dorp,Dorp,Gemeente,1000,500,170,120,260,280,170,450,170,130,150,2.2,57,28,15,44.0\n";
const std::string east =
    "BU00010001,\"Oost, het\",Dorp,Buurt,400,190,70,50,110,100,70,200,85,55,60,2.0,50,30,20,55.5\n";
const std::string west = "BU00010002,West,Dorp,Buurt,0,0,0,0,0,0,0,0,0,0,0,.,-99995,-99997,,\n";
const std::string mill = "BU00010101,Molen,Dorp,Buurt,300,,60,40,80,80,40,120,,,,2.5,,,,\n";
const std::string text = header + town + east + west + mill;

struct Read {
    std::vector<NeighbourhoodFigures> figures;
    std::vector<sim::Problem> problems, skipped;
};
Read read(const std::string& from, const std::string& code) {
    Read out;
    out.figures =
        figures_from_kwb(read_kwb_text(from, "k.csv"), code, {"s.toml", 3, 1}, out.problems, out.skipped);
    return out;
}

Overrides with_set(std::vector<std::string> assignments) {
    Overrides overrides;
    overrides.set = std::move(assignments);
    return overrides;
}
std::vector<std::string> texts_of(const std::vector<sim::Problem>& problems) {
    std::vector<std::string> texts;
    for (const auto& problem : problems) texts.push_back(to_string(problem));
    return texts;
}

}  // namespace

TEST_CASE(
    "of an area among others that is too large for one neighbourhood several are made, which add up to it") {
    const std::string large =
        "WK000102,Groot,Dorp,Wijk,130001,65000,22000,15000,36000,35001,22000,60000,25000,15000,20000,2.2,57,"
        "28,15,44.0\n";
    const auto among = read(header + town + east + large, "NL");
    REQUIRE(among.problems.empty());
    std::vector<NeighbourhoodFigures> parts;
    for (const auto& figures : among.figures)
        if (figures.code.rfind("WK000102", 0) == 0) parts.push_back(figures);
    REQUIRE(parts.size() == 3);
    int residents = 0, households = 0;
    double young = 0;
    for (const auto& part : parts) {
        residents += part.residents;
        households += part.households;
        young += part.age[0];
        CHECK(part.residents <= residents_at_most);
        CHECK(part.low_income == Approx(0.44));
        CHECK(part.municipality == "Dorp");
        CHECK(site_key(part) != site_key(parts[&part == &parts[0] ? 1 : 0]));
    }
    CHECK(residents == 130001);
    CHECK(households == 60000);
    CHECK(young == Approx(22000).epsilon(0.001));
    CHECK(parts[1].name == "Groot 2/3");
    CHECK(parts[1].code == "WK000102-2");
    REQUIRE(among.skipped.size() == 1);
    CHECK(
        to_string(among.skipped[0]) ==
        "k.csv:4:1: WK000102 (Groot): 130001 residents, taken as 3 neighbourhoods of equal figures (one has "
        "60000 at most)");
    const auto alone = read(header + town + east + large, "WK000102");
    CHECK(alone.figures.empty());
    REQUIRE(alone.problems.size() == 1);
    CHECK(alone.problems[0].text.find("130001 residents in one neighbourhood (at most 60000") !=
          std::string::npos);
}

TEST_CASE("a buurt is found by its code, with or without the letters") {
    for (const char* code : {"BU00010001", "00010001", "bu00010001", " BU00010001 "}) {
        const auto found = read(text, code);
        REQUIRE(found.problems.empty());
        REQUIRE(found.figures.size() == 1);
        REQUIRE(found.figures[0].name == "Oost, het");
        REQUIRE(found.figures[0].residents == 400);
        REQUIRE(found.figures[0].women == Approx(0.475));
        REQUIRE(found.figures[0].low_income == Approx(0.555));
        REQUIRE(found.figures[0].owned == Approx(0.5));
    }
}

TEST_CASE("what a buurt lacks is imputed from what it has, with what its municipality shows, and is said") {
    const auto found = read(text, "BU00010101");
    REQUIRE(found.figures.size() == 1);
    const auto& mill_figures = found.figures[0];
    REQUIRE(mill_figures.low_income == Approx(0.44).margin(0.08));
    REQUIRE(says(in_english(mill_figures.filled), "low_income: imputed"));
    REQUIRE(says(in_english(mill_figures.filled), "and from the municipality"));
    REQUIRE(says(mill_figures.imputed_with_municipality, "low_income"));
    REQUIRE_FALSE(says(mill_figures.imputed_with_municipality, "education_high"));
    REQUIRE(says(mill_figures.imputed, "education_high"));
    REQUIRE(says(in_english(mill_figures.filled), "national types at 2.50 persons"));
    REQUIRE(mill_figures.single + mill_figures.without_children + mill_figures.with_children == Approx(120));
    REQUIRE(mill_figures.single < 120 * 0.399);
}

TEST_CASE("a wijk and a municipality mean all their buurten with residents") {
    REQUIRE(read(text, "WK000100").figures.size() == 1);
    REQUIRE(read(text, "WK000100").skipped.size() == 1);
    REQUIRE(read(text, "WK000101").figures.size() == 1);
    const auto all = read(text, "GM0001");
    REQUIRE(all.problems.empty());
    REQUIRE(all.figures.size() == 2);
    REQUIRE(to_string(all.skipped.at(0)).find("k.csv:4:1: BU00010002 (West) is left out: no residents") == 0);
}

TEST_CASE("a code that is not in the file is refused with the nearest") {
    const auto found = read(text, "BU00010003");
    REQUIRE(found.figures.empty());
    REQUIRE(found.problems.size() == 1);
    REQUIRE(to_string(found.problems[0]).find("s.toml:3:1: code: found \"BU00010003\"") == 0);
    REQUIRE(found.problems[0].text.find("did you mean BU0001000") != std::string::npos);
    REQUIRE(read(text, "WK999999").problems.size() == 1);
    REQUIRE(read(text, "").problems.size() == 1);
    REQUIRE(read(text, "nonsense").problems.size() == 1);
}

TEST_CASE("a buurt without residents or with more households than residents is refused at its row") {
    REQUIRE(to_string(read(text, "BU00010002").problems.at(0)).find("k.csv:4:1") == 0);
    auto crowded = text;
    crowded.replace(crowded.find(",200,85"), 4, ",500");
    const auto found = read(crowded, "BU00010001");
    REQUIRE(found.figures.empty());
    REQUIRE(found.problems.at(0).text.find("more households (500) than residents (400)") !=
            std::string::npos);
}

TEST_CASE("byte order marks, CRLF, semicolons, decimal commas and quotes are understood") {
    std::string other = "\xEF\xBB\xBF" + text;
    const auto quoted = other.find("\"Oost, het\"");
    other.replace(quoted, 11, "\"Oost\"");
    for (auto at = other.find(','); at != std::string::npos; at = other.find(',', at)) other[at] = ';';
    for (auto at = other.find("55.5"); at != std::string::npos; at = other.find("55.5", at))
        other[at + 2] = ',';
    for (std::size_t at = 0; (at = other.find('\n', at)) != std::string::npos; at += 2)
        other.replace(at, 1, "\r\n");
    const auto found = read(other, "BU00010001");
    REQUIRE(found.problems.empty());
    REQUIRE(found.figures.at(0).low_income == Approx(0.555));
    REQUIRE(found.figures.at(0).name == "Oost");
}

TEST_CASE("a file in Windows-1252 gives names in UTF-8") {
    auto old = text;
    old.replace(old.find("Molen"), 5, "Caf\xE9 \x80");
    CHECK(read(old, "BU00010101").figures.at(0).name == "Caf\xC3\xA9 \xE2\x82\xAC");
    CHECK_THROWS_AS(read_kwb_text(header + "GM0001,\x81\n", "k.csv"), sim::InputError);
}

TEST_CASE("a cell that is no figure is refused at its row and column, and of a municipality it is said") {
    struct Wrong {
        std::string from, to, where, found;
    };
    for (const auto& [from, to, where, found] :
         {Wrong{",400,190,", ",-400,190,", "k.csv:3:35", "a_inw: found \"-400\""},
          Wrong{",400,190,", ",400,19O,", "k.csv:3:39", "a_vrouw: found \"19O\""},
          Wrong{",400,190,", ",400,900,", "k.csv:3:39", "a_vrouw: found \"900\""},
          Wrong{",55.5", ",155.5", "k.csv:3:86",
                "p_ink_li: found \"155.5\", allowed is a number from 0 to 100"}}) {
        auto bad = text;
        bad.replace(bad.find(from), from.size(), to);
        const auto alone = read(bad, "BU00010001");
        INFO(to);
        CHECK(alone.figures.empty());
        REQUIRE(alone.problems.size() == 1);
        CHECK(to_string(alone.problems[0]).find(where + ": BU00010001: " + found) == 0);
        const auto together = read(bad, "GM0001");
        CHECK(together.problems.empty());
        CHECK(says(texts_of(together.skipped), found));
    }
    // Codes of the statistics office are no mistakes.
    CHECK(read(text, "BU00010101").problems.empty());
}

TEST_CASE("a column or a buurt that stands twice is refused, unless both rows are the same") {
    try {
        static_cast<void>(read_kwb_text("a_inw," + text, "k.csv"));
        FAIL("two columns a_inw");
    } catch (const sim::InputError& e) {
        CHECK(std::string(e.what()) == "k.csv:1:38: column a_inw stands here and at 1:1; allowed is once");
    }
    auto other = east;
    other.replace(other.find(",400,"), 5, ",395,");
    for (const char* code : {"BU00010001", "WK000100"}) {
        const auto twice = read(text + other, code);
        REQUIRE(twice.problems.size() == 1);
        CHECK(to_string(twice.problems[0]).find("k.csv:6:1: BU00010001 stands in line 3 already") == 0);
        const auto same = read(text + east, code);
        CHECK(same.problems.empty());
        CHECK(same.figures.size() == 1);
        CHECK(says(texts_of(same.skipped), "taken once"));
    }
}

TEST_CASE("a row of another length than the header is refused, and a quote that is never closed") {
    auto torn = text.substr(0, text.rfind(",2.5"));
    CHECK(to_string(read(torn, "BU00010101").problems.at(0)).find("found 15 cells, allowed are 20") !=
          std::string::npos);
    auto shifted = text;
    shifted.replace(shifted.find("55.5"), 4, "55,5");
    CHECK(to_string(read(shifted, "BU00010001").problems.at(0)).find("found 21 cells") != std::string::npos);
    CHECK(says(texts_of(read(shifted, "GM0001").skipped), "is left out"));
    CHECK_THROWS_WITH(read_kwb_text(header + "GM0001,\"Dorp\n" + mill, "k.csv"),
                      Catch::Contains("k.csv:2:8: this quote is never closed"));
}

TEST_CASE("a figure typed beside the code of one buurt wins over the file, and that is said") {
    const auto folder = std::filesystem::temp_directory_path() / "weefsel_typed_figures";
    std::filesystem::create_directories(folder);
    const auto path = (folder / "k.csv").string();
    std::ofstream(path) << text;
    const auto scenario = [&](const std::string& code, const std::string& typed) {
        return "[neighbourhood]\nkwb = \"" + path + "\"\ncode = \"" + code + "\"\n" + typed + small_option;
    };
    const auto s =
        read_scenario_text(scenario("BU00010001", "low_income = 0.3\nname = \"Mine\"\n"), "s.toml");
    const auto& figures = s.neighbourhoods.at(0);
    CHECK(figures.low_income == 0.3);
    CHECK(figures.name == "Mine");
    CHECK(says(in_english(figures.filled), "low_income: typed 0.3, in place of 0.555 in the file"));
    CHECK(says(problems_of(scenario("GM0001", "low_income = 0.3\n")),
               "low_income: found a figure beside code = \"GM0001\", which means 3 neighbourhoods"));
    CHECK(problems_of(scenario("WK000101", "low_income = 0.3\n")).empty());
    // What is set on the command line replaces the whole table, whatever comes first.
    for (const auto& set :
         {std::vector<std::string>{"neighbourhood.kwb=" + path, "neighbourhood.code=BU00010001"},
          std::vector<std::string>{"neighbourhood.code=BU00010001", "neighbourhood.kwb=" + path}}) {
        const auto other = read_scenario_text(small_text, "s.toml", with_set(set));
        CHECK(other.neighbourhoods.at(0).name == "Oost, het");
        CHECK(other.neighbourhoods[0].low_income == Approx(0.555));
    }
    const auto next = read_scenario_text(scenario("BU00010001", "low_income = 0.3\nname = \"Mine\"\n"),
                                         "s.toml", with_set({"neighbourhood.code=BU00010101"}));
    CHECK(next.neighbourhoods.at(0).name == "Molen");
    CHECK(next.neighbourhoods[0].low_income == Approx(0.44).margin(0.08));
    CHECK(says(next.neighbourhoods[0].imputed, "low_income"));
    CHECK_THROWS_WITH(read_scenario_text(small_text, "s.toml", with_set({"neighbourhood.code=BU00010001"})),
                      Catch::Contains("set kwb to the file"));
    std::filesystem::remove_all(folder);
}

TEST_CASE("a file that is no Kerncijfers is refused, and one that is torn does no harm") {
    REQUIRE_THROWS_AS(read_kwb_text("", "k.csv"), sim::InputError);
    REQUIRE_THROWS_AS(read_kwb_text("a,b\n1,2\n", "k.csv"), sim::InputError);
    REQUIRE_THROWS_AS(read_kwb("/no/such/file.csv"), sim::InputError);
    for (std::size_t n = 0; n < text.size(); ++n) {
        try {
            static_cast<void>(read(text.substr(0, n), "GM0001"));
        } catch (const sim::InputError&) {}
    }
    SUCCEED("every torn file was read or refused");
}

TEST_CASE("age bands that miss the total are scaled to it, as published figures are rounded") {
    auto rounded = text;
    rounded.replace(rounded.find(",70,50,110"), 10, ",80,60,120");
    const auto found = read(rounded, "BU00010001");
    REQUIRE(found.problems.empty());
    double sum = 0;
    for (double a : found.figures.at(0).age) sum += a;
    REQUIRE(sum == Approx(400));
    REQUIRE(says(in_english(found.figures[0].filled), "scaled to 400"));
}

TEST_CASE("a scenario takes its neighbourhoods from a file, and resolves to figures that need no file",
          "[data]") {
    const auto path = beside_project("kwb-2023-utrecht.csv");
    if (path.empty()) return;
    for (const char* code : {"BU03440341", "WK034403", "GM0344"}) {
        const auto scenario = read_scenario_text("[neighbourhood]\nname = \"replaced\"\nkwb = \"" + path +
                                                     "\"\ncode = \"" + code + "\"\n" + small_option,
                                                 "s.toml");
        REQUIRE(scenario.neighbourhoods.size() == (code[0] == 'B' ? 1 : code[0] == 'W' ? 10 : 110));
        const auto again = read_scenario_text(scenario.resolved, "resolved.toml");
        REQUIRE(again.resolved == scenario.resolved);
    }
    REQUIRE(says(problems_of("[neighbourhood]\nkwb = \"absent.csv\"\ncode = \"BU03440341\"\n" + small_option),
                 "kwb"));
    REQUIRE(says(problems_of("[neighbourhood]\nkwb = \"" + path + "\"\n" + small_option), "code is missing"));
    REQUIRE(
        says(problems_of("[neighbourhood]\nkwb = \"" + path + "\"\ncode = \"BU03440342x\"\n" + small_option),
             "did you mean BU03440342"));
}

}  // namespace weefsel::test_kwb
