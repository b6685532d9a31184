#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <typeindex>

#include "analysis/report/report_data.hpp"

namespace weefsel::test_report_types {
using namespace weefsel::analysis;

namespace {

/// What a part of the data is called in the page.
std::map<std::type_index, std::string> names{{typeid(double), "number"},     {typeid(std::size_t), "number"},
                                             {typeid(bool), "boolean"},      {typeid(std::string), "string"},
                                             {typeid(Interval), "Interval"}, {typeid(Verdict), "Verdict"},
                                             {typeid(ResultTable), "Table"}};

template <class T>
std::string type_of(const T&) {
    return names.at(typeid(T));
}
template <class T>
std::string type_of(const std::vector<T>&) {
    return type_of(T{}) + "[]";
}
template <>
std::string type_of(const std::vector<ResultTable>&) {
    return "Table[]";
}
template <class T>
std::string type_of(const ReportData::OrUnknown<T>& field) {
    const std::string known = type_of(field.value), number = "number";
    const auto lists = known.substr(number.size());
    return lists.empty() ? "number | null" : "(number | null)" + lists;
}

struct Fields {
    std::string& out;

    template <class T>
    Fields& operator()(std::string_view name, const T& value, std::string_view about = {}) {
        return line(std::string(name), type_of(value), about);
    }
    template <class T>
    Fields& operator()(std::string_view name, const std::optional<T>&, std::string_view about = {}) {
        return line(std::string(name) + "?", type_of(T{}), about);
    }
    Fields& line(const std::string& name, const std::string& type, std::string_view about) {
        if (!about.empty()) out += "  /** " + std::string(about) + " */\n";
        out += "  " + name + ": " + type + ";\n";
        return *this;
    }
};

template <class Part>
void declare(std::string& out, const std::string& name, const std::string& first = "") {
    out += "export interface " + name + " {\n" + first;
    const Part part{};
    Fields fields{out};
    Part::fields(part, fields);
    out += "}\n";
    names.insert({typeid(Part), name});
}

std::string types() {
    std::string out =
        "// What the page is given: made from the fields of analysis/report/report_data.hpp. Change those, "
        "and run\n"
        "//   WEEFSEL_UPDATE=1 build/release/tests/weefsel_analysis_tests \"the types of the page*\"\n"
        "\n"
        "/** Mean, lower and upper end of the 95 % interval over worlds; null: unknown. */\n"
        "export type Interval = [number | null, number | null, number | null];\n"
        "export type Language = \"nl\" | \"en\";\n"
        "/** What may be said of a difference, as the program judged it. */\n"
        "export type Verdict =";
    for (const auto verdict : {Verdict::unknown, Verdict::same, Verdict::unclear, Verdict::too_small,
                               Verdict::higher, Verdict::lower})
        out += (verdict == Verdict::unknown ? " \"" : " | \"") + std::string(name_of(verdict)) + "\"";
    out +=
        ";\n"
        "export interface Table {\n"
        "  name: string;\n"
        "  columns: { name: string; values: (string | number | null)[] }[];\n"
        "}\n";
    declare<ReportData::Option>(out, "Option");
    declare<ReportData::Expected>(out, "Expected");
    declare<ReportData::Indicator>(out, "Indicator");
    declare<ReportData::Row>(out, "Row");
    declare<ReportData::Series>(out, "Series");
    declare<ReportData::Worlds>(out, "Worlds");
    declare<ReportData::GroupValues>(out, "GroupValues");
    declare<ReportData::Grouping>(out, "Grouping");
    declare<ReportData::Balance>(out, "Balance");
    declare<ReportData::Money>(out, "Money");
    declare<ReportData::LedgerEntry>(out, "LedgerEntry");
    declare<ReportData::Ledger>(out, "Ledger");
    declare<ReportData::Shock>(out, "Shock");
    declare<ReportData::Bought>(out, "Bought");
    declare<ReportData::Staffing>(out, "Staffing");
    declare<ReportData::Parameter>(out, "Parameter");
    declare<ReportData::MadeBy>(out, "Made");
    declare<ReportData>(out, "Data", "  language: Language;\n");
    return out;
}

}  // namespace

TEST_CASE("the types of the page are those of the data that it is given") {
    const std::string path = WEEFSEL_SOURCE_DIR "/analysis/report/types.ts";
    if (std::getenv("WEEFSEL_UPDATE") != nullptr) std::ofstream(path) << types();
    std::ifstream file(path);
    std::stringstream held;
    held << file.rdbuf();
    CHECK(held.str() == types());
}

}  // namespace weefsel::test_report_types
