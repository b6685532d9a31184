#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "models/scenario/kwb.hpp"
#include "models/scenario/kwb_columns.hpp"
#include "models/scenario/read_scenario.hpp"
#include "tests/beside_project.hpp"
#include "tests/models/small_scenario.hpp"
#include "tests/xlsx_bytes.hpp"

namespace weefsel::test_kwb_years {

namespace {

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
std::vector<std::string> codes_of(const Read& read) {
    std::vector<std::string> codes;
    for (const auto& figures : read.figures) codes.push_back(figures.code);
    return codes;
}

using Cells = std::vector<std::string>;
const std::vector<Cells> table{
    {"gwb_code_10", "regio", "gm_naam", "recs", "a_inw", "a_00_14", "a_15_24", "a_25_44", "a_45_64",
     "a_65_oo", "a_hh", "g_hhgro", "p_ink_li"},
    {"GM0001", "Dorp", "Dorp", "Gemeente", "1000", "170", "120", "260", "280", "170", "450", "2.2", "44"},
    {"WK000101", "Kern", "Dorp", "Wijk", "600", "100", "70", "160", "170", "100", "280", "2.1", ""},
    {"BU00010101", "Kern", "Dorp", "Buurt", "300", "60", "40", "80", "80", "40", "120", "2.5", "."},
    {"WK000102", "Buiten", "Dorp", "Wijk", "400", "70", "50", "100", "110", "70", "170", "2.3", "41,5"},
    {"GM0002", "Stad", "Stad", "Gemeente", "500", "80", "60", "130", "140", "90", "230", "2.1", "39"},
    {"WK000201", "Kern", "Stad", "Wijk", "500", "80", "60", "130", "140", "90", "230", "2.1", "39"}};

std::string csv_of(const std::vector<Cells>& rows) {
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) out += (c > 0 ? ";" : "") + row[c];
        out += "\n";
    }
    return out;
}
std::string sheet_of(const std::vector<Cells>& rows, int first = 1) {
    std::string out;
    for (const auto& row : rows) out += xlsx::row_of(first++, row);
    return out;
}
std::string refused(const std::string& bytes) {
    try {
        static_cast<void>(read_kwb_text(bytes, "k.xlsx"));
    } catch (const sim::InputError& error) { return error.what(); }
    return "";
}

}  // namespace

TEST_CASE("columns of other years and of StatLine have the official name, in letters of any size") {
    struct Name {
        const char *header, *official;
    };
    for (const auto& [header, official] : std::initializer_list<Name>{
             {"A_INW", "a_inw"},
             {"a_opl_bvm", "a_opl_lg"},
             {"G_WOZ", "g_wozbag"},
             {"AantalInwoners_5", "a_inw"},
             {"Bevolking/Aantal inwoners (aantal)", "a_inw"},
             {"k_0Tot15Jaar_8", "a_00_14"},
             {"Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal)", "a_65_oo"},
             {"EuropaExclusiefNederland_18", "a_eur_al"},
             {"Bevolking/Bevolking naar herkomst/Herkomstland/Europa (exclusief Nederland)  (aantal)",
              "a_eur_al"},
             {"k_40PersonenMetLaagsteInkomen_79", "p_ink_li"},
             {"Regioaanduiding/Codering (code)", "gwb_code_10"},
             {"HboWo_69", "a_opl_hg"},
             {"MateVanStedelijkheid_116", "ste_mvs"},
             {"a_00_14", "a_00_14"},
             {"Something else", "something else"}}) {
        INFO(header);
        CHECK(official_column(header) == official);
    }
}

TEST_CASE("an export of StatLine is read below its titles, with its year") {
    auto rows = table;
    rows[0] = {"Regioaanduiding/Codering (code)",
               "Wijken en buurten",
               "Regioaanduiding/Gemeentenaam (naam)",
               "Regioaanduiding/Soort regio (omschrijving)",
               "Bevolking/Aantal inwoners (aantal)",
               "Bevolking/Leeftijdsgroepen/0 tot 15 jaar (aantal)",
               "Bevolking/Leeftijdsgroepen/15 tot 25 jaar (aantal)",
               "Bevolking/Leeftijdsgroepen/25 tot 45 jaar (aantal)",
               "Bevolking/Leeftijdsgroepen/45 tot 65 jaar (aantal)",
               "Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal)",
               "Bevolking/Particuliere huishoudens/Huishoudens totaal (aantal)",
               "Bevolking/Particuliere huishoudens/Gemiddelde huishoudensgrootte (aantal)",
               "Inkomen/Inkomen van personen/40% personen met laagste inkomen (%)"};
    const auto text = "Kerncijfers wijken en buurten 2022\n\n" + csv_of(rows);
    const auto found = read(text, "WK000102");
    REQUIRE(found.figures.size() == 1);
    CHECK(found.figures[0].name == "Buiten");
    CHECK(found.figures[0].municipality == "Dorp");
    CHECK(found.figures[0].low_income == Approx(0.415));
    CHECK(found.figures[0].at.line == 7);
    CHECK(read_kwb_text(text, "k.csv").year == 2022);
    CHECK(read_kwb_text(csv_of(table), "some/kwb-2019.csv").year == 2019);
    CHECK(read_kwb_text(csv_of(table), "20190101.csv").year == 0);
}

TEST_CASE("codes of digits that a spreadsheet took for numbers get their zeros back") {
    auto rows = table;
    rows[0][0] = "gwb_code_8";
    for (std::size_t r = 1; r < rows.size(); ++r)
        rows[r][0] = std::to_string(std::stoi(rows[r][0].substr(2)));
    const auto file = read_kwb_text(csv_of(rows), "k.csv");
    CHECK(file.rows[0].code == "GM0001");
    CHECK(file.rows[1].code == "WK000101");
    CHECK(file.rows[2].code == "BU00010101");
}

TEST_CASE("a wijk without buurten in the file is one neighbourhood, alone and as part of more") {
    const auto text = csv_of(table);
    CHECK(codes_of(read(text, "WK000101")) == std::vector<std::string>{"BU00010101"});
    CHECK(codes_of(read(text, "WK000102")) == std::vector<std::string>{"WK000102"});
    CHECK(codes_of(read(text, "GM0001")) == std::vector<std::string>{"BU00010101", "WK000102"});
    CHECK(codes_of(read(text, "NL")) == std::vector<std::string>{"BU00010101", "WK000102", "WK000201"});
    // Its own municipality, of which the figure is known, helps to impute it.
    CHECK(read(text, "BU00010101").figures.at(0).low_income == Approx(0.44).margin(0.03));
    auto refused = table;
    refused[4][4] = "0";
    CHECK(read(csv_of(refused), "WK000102").problems.size() == 1);
    CHECK(read(csv_of(refused), "GM0001").problems.empty());
}

TEST_CASE("a scenario takes a list of codes, or all, and says at which code something is wrong") {
    const auto path = (std::filesystem::temp_directory_path() / "weefsel_kwb_list.csv").string();
    std::ofstream(path) << csv_of(table);
    const auto scenario = [&](const std::string& code) {
        return "[neighbourhood]\nkwb = \"" + path + "\"\ncode = " + code + "\n" + small_option;
    };
    const auto several = read_scenario_text(scenario("[\"BU00010101\", \"GM0002\"]"), "s.toml");
    CHECK(several.neighbourhoods.size() == 2);
    const auto all = read_scenario_text(scenario("\"NL\""), "s.toml");
    REQUIRE(all.neighbourhoods.size() == 3);
    CHECK(all.neighbourhoods[2].name == "Kern (WK000201)");  // names differ within a study
    CHECK(says(problems_of(scenario("[\"GM0002\", \"BU00019999\"]")), "3:19: code: found \"BU00019999\""));
    CHECK(says(problems_of(scenario("[\"GM0001\", \"BU00010101\"]")), "two neighbourhoods have the code"));
    CHECK(says(problems_of(scenario("[]")), "a list of codes, or \"NL\""));
    CHECK(says(problems_of(scenario("[1, 2]")), "a list of codes, or \"NL\""));
    CHECK(says(problems_of(scenario("12")), "a list of codes, or \"NL\""));
    std::filesystem::remove(path);
}

TEST_CASE("a column that holds provinces names no municipality") {
    auto rows = table;
    rows.erase(rows.begin() + 5);
    rows.erase(rows.begin() + 1);
    for (std::size_t r = 1; r < rows.size(); ++r) rows[r][2] = "Drenthe";
    CHECK(read(csv_of(rows), "WK000201").figures.at(0).municipality == "GM0002");
    CHECK(read(csv_of(table), "WK000201").figures.at(0).municipality == "Stad");
}

TEST_CASE("a workbook gives the figures that the same table gives as CSV") {
    const auto text = csv_of(table);
    // Notes on the first sheet, titles above the header of the second.
    const auto book = xlsx::workbook_of(
        {xlsx::row_of(1, {"Toelichting"}), xlsx::row_of(2, {"Kerncijfers 2021"}) + sheet_of(table, 4)});
    CHECK(read_kwb_text(book, "k.xlsx").year == 2021);
    for (const char* code : {"BU00010101", "WK000102", "NL"}) {
        const auto one = read(text, code), other = read(book, code);
        REQUIRE(one.figures.size() == other.figures.size());
        for (std::size_t k = 0; k < one.figures.size(); ++k) {
            CHECK(one.figures[k].name == other.figures[k].name);
            CHECK(one.figures[k].age == other.figures[k].age);
            CHECK(one.figures[k].low_income == other.figures[k].low_income);
            CHECK(one.figures[k].filled == other.figures[k].filled);
        }
    }
    CHECK(read(book, "WK000102").figures[0].at.line == 8);
}

TEST_CASE("a cell of a workbook that is no figure is refused at its row and column") {
    auto rows = table;
    rows[4][12] = "many";
    const auto found = read(xlsx::workbook_of({sheet_of(rows)}), "WK000102");
    REQUIRE(found.problems.size() == 1);
    CHECK(to_string(found.problems[0]).find("k.csv:5:13: WK000102: p_ink_li: found \"many\"") == 0);
}

TEST_CASE("a workbook without the table is refused") {
    CHECK(refused(xlsx::workbook_of({xlsx::row_of(1, {"a", "b"})})).find("there is no column gwb_code_10") !=
          std::string::npos);
    CHECK(refused(xlsx::workbook_of({""})).find("the file is empty") != std::string::npos);
    CHECK(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").find("save it as xlsx") != std::string::npos);
    auto doubled = table;
    doubled[0][12] = "A_INW";
    CHECK(refused(xlsx::workbook_of({sheet_of(doubled)}))
              .find("k.xlsx:1:13: column a_inw stands here and at 1:5") != std::string::npos);
}

TEST_CASE("every row of the real tables gives figures or a reason", "[data]") {
    struct File {
        const char* name;
        std::size_t rows;
    };
    for (const auto& [name, expected] :
         {File{"kwb-2023-utrecht.csv", 111}, File{"kwb-2020-amsterdam.csv", 479},
          File{"kwb-2022-wijken.csv", 2954}}) {
        const auto path = beside_project(name);
        if (path.empty()) return;
        const auto file = read_kwb(path);
        const std::string kind = expected == 2954 ? "WK" : "BU";
        std::size_t rows = 0, accepted = 0;
        for (const auto& row : file.rows) {
            if (!row.code.starts_with(kind)) continue;
            ++rows;
            std::vector<sim::Problem> skipped;
            const auto figures = figures_of_row(file, row, skipped);
            accepted += figures.has_value();
            INFO(name << " " << row.code);
            CHECK((figures || (!skipped.empty() && skipped.back().text.size() > 20)));
        }
        CHECK(rows == expected);
        CHECK(accepted > rows * 9 / 10);
    }
}

}  // namespace weefsel::test_kwb_years
