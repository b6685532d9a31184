#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/question/scenario_names.hpp"
#include "models/scenario/figures.hpp"
#include "models/scenario/kwb.hpp"
#include "models/scenario/scenario_parts.hpp"

namespace weefsel::scenario_parts {
namespace {

constexpr double farthest_metres = 50000;
constexpr double hours_in_week = 168;
constexpr double max_visits = 1e6;

std::string described_name(const sim::Value& table, std::size_t nth) {
    const auto* name = table.find("name");
    const auto* text = name != nullptr ? std::get_if<std::string>(&name->data) : nullptr;
    return text != nullptr && !text->empty() ? fmt::format("neighbourhood \"{}\"", *text)
                                             : fmt::format("[neighbourhood] {}", nth);
}

/// Notes on what was filled, kept when a resolved scenario is read again.
std::vector<Note> read_notes(sim::TableReader& reader, const std::string& what) {
    const auto texts_of = [&](const char* key) {
        std::vector<std::string> texts;
        const auto* value = reader.raw(key);
        if (value == nullptr) return texts;
        const auto* rows = std::get_if<sim::Array>(&value->data);
        bool good = rows != nullptr;
        for (std::size_t i = 0; good && i < rows->size(); ++i) {
            const auto* text = std::get_if<std::string>(&(*rows)[i].data);
            good = text != nullptr;
            if (good) texts.push_back(*text);
        }
        if (!good)
            reader.problem(key,
                           fmt::format("{}: {}: found {}, allowed are texts", what, key, value->described()));
        return texts;
    };
    const auto en = texts_of("filled"), nl = texts_of("filled_nl");
    std::vector<Note> notes;
    for (std::size_t i = 0; i < en.size(); ++i)
        notes.push_back({en[i], nl.size() == en.size() ? nl[i] : en[i]});
    return notes;
}

void read_typed(const sim::Value& table, sim::TableReader& reader, const std::string& what,
                const FigureValues& values, Scenario& out, Problems& problems) {
    const std::size_t before = problems.size();
    reader.needed("name");
    const std::string name = reader.text("name", "");
    if (problems.size() == before && name.empty()) reader.problem("name", what + ": name is empty");
    std::vector<FigureProblem> wrong;
    auto figures = complete_figures(values, FigureValues{}, false, wrong);
    for (const auto& problem : wrong) {
        const auto* given = table.find(figures_declared[static_cast<std::size_t>(problem.where)].name);
        problems.push_back({given != nullptr ? given->at : table.at, what + ": " + problem.text});
    }
    figures.name = name;
    figures.code = reader.text("code", "");
    figures.municipality = reader.text("municipality", "");
    figures.municipality_residents =
        static_cast<int>(reader.whole("municipality_residents", 0, 0, static_cast<std::int64_t>(max_count)));
    figures.at = table.at;
    auto notes = read_notes(reader, what);
    figures.filled.insert(figures.filled.begin(), notes.begin(), notes.end());
    read_imputed(reader, values, what, figures);
    out.neighbourhoods.push_back(std::move(figures));
}

/// What may be typed beside `kwb` and `code`: anything for one row, and no figure for several.
void check_typed(const sim::Value& table, const std::string& what, std::size_t rows,
                 const std::vector<std::pair<std::string, sim::Place>>& codes, const FigureValues& values,
                 Scenario& out, Problems& problems) {
    if (rows <= 1) return;
    std::string code = codes.front().first;
    if (codes.size() > 1)
        code += fmt::format("\" and {} more", codes.size() - 1);
    else
        code += '"';
    for (std::size_t f = 0; f < figure_count; ++f)
        if (values[f])
            problems.push_back(
                {table.find(figures_declared[f].name)->at,
                 fmt::format("{}: {}: found a figure beside code = \"{}, which means {} neighbourhoods; "
                             "allowed is a figure beside the code of one",
                             what, figures_declared[f].name, code, rows)});
    for (const auto* key : {"name", "municipality", "municipality_residents"})
        if (const auto* given = table.find(key))
            out.warnings.push_back(
                {given->at,
                 fmt::format("{}: {} is not used: code = \"{} means {} neighbourhoods, "
                             "which have their own",
                             what, key, code, rows),
                 fmt::format("{}: {} wordt niet gebruikt: code = \"{} betekent {} buurten, die hun eigen "
                             "hebben",
                             what, key, code, rows)});
}

/// A code, or a list of them, each with its place. Nothing and a problem when it is something else.
std::vector<std::pair<std::string, sim::Place>> read_codes(const sim::Value& table, sim::TableReader& reader,
                                                           const std::string& what) {
    std::vector<std::pair<std::string, sim::Place>> codes;
    const auto add = [&](const sim::Value& value) {
        const auto* text = std::get_if<std::string>(&value.data);
        if (text != nullptr && !text->empty()) codes.emplace_back(*text, value.at);
        return text != nullptr && !text->empty();
    };
    const sim::Value& given = *table.find("code");
    static_cast<void>(reader.raw("code"));
    const auto* list = std::get_if<sim::Array>(&given.data);
    const bool good =
        list == nullptr ? add(given) : !list->empty() && std::all_of(list->begin(), list->end(), add);
    if (good) return codes;
    reader.problem("code", fmt::format("{}: code: found {}, allowed is a code (BU, WK or GM and digits), a "
                                       "list of codes, or \"NL\"",
                                       what, given.described()));
    return {};
}

void read_from_file(const sim::Value& table, sim::TableReader& reader, const std::string& what,
                    const std::string& file, const FigureValues& values,
                    std::map<std::string, KwbFile>& files, Scenario& out, Problems& problems) {
    const sim::Value& given = *table.find("kwb");
    const std::string kwb = reader.text("kwb", "");
    const std::string name = reader.text("name", "");
    const std::string municipality = reader.text("municipality", "");
    const auto municipality_residents =
        static_cast<int>(reader.whole("municipality_residents", 0, 0, static_cast<std::int64_t>(max_count)));
    static_cast<void>(reader.raw("filled"));
    static_cast<void>(reader.raw("filled_nl"));
    if (!reader.needed("code")) return;
    const auto codes = read_codes(table, reader, what);
    if (kwb.empty() && std::holds_alternative<std::string>(given.data))
        reader.problem("kwb", what + ": kwb must not be empty");
    if (kwb.empty() || codes.empty()) return;
    const bool from_file = given.at.file.rfind("--", 0) != 0;
    const std::string path = beside(from_file ? given.at.file : file, kwb);
    Problems skipped;
    try {
        if (files.find(path) == files.end()) files.emplace(path, read_kwb(path));
        const auto& figures_file = files.at(path);
        std::size_t meant = 0;
        for (const auto& [code, at] : codes) meant += rows_of_code(figures_file, code);
        check_typed(table, what, meant, codes, values, out, problems);
        for (const auto& [code, at] : codes) {
            auto all = figures_from_kwb(figures_file, code, at, problems, skipped, values);
            for (auto& row : all) {
                if (meant == 1 && all.size() == 1) {
                    if (!name.empty()) row.name = name;
                    if (!municipality.empty()) row.municipality = municipality;
                    if (municipality_residents > 0) row.municipality_residents = municipality_residents;
                }
                out.neighbourhoods.push_back(std::move(row));
            }
        }
    } catch (const sim::InputError& error) {
        for (const auto& problem : error.problems())
            problems.push_back({given.at, what + ": kwb: " + to_string(problem)});
    }
    for (const auto& problem : skipped) out.warnings.push_back({problem.at, problem.text, problem.text});
}

}  // namespace

void read_neighbourhoods(const sim::Value& root, const std::string& file, Scenario& out, Problems& problems) {
    std::vector<const sim::Value*> rows;
    if (const auto* given = root.find("neighbourhood")) {
        if (given->is_table()) {
            rows.push_back(given);
        } else if (const auto* array = std::get_if<sim::Array>(&given->data)) {
            for (const auto& row : *array) rows.push_back(&row);
        }
        if (rows.empty() ||
            std::any_of(rows.begin(), rows.end(), [](const auto* r) { return !r->is_table(); })) {
            problems.push_back(
                {given->at, "neighbourhood: found " + given->described() +
                                ", allowed is a table [neighbourhood] or tables [[neighbourhood]]"});
            return;
        }
    } else {
        problems.push_back({root.at, "neighbourhood is missing (typed figures, or kwb and code)"});
        return;
    }
    std::map<std::string, KwbFile> files;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string what = described_name(*rows[i], i + 1);
        sim::TableReader reader(*rows[i], what, problems);
        FigureValues values;
        for (std::size_t f = 0; f < figure_count; ++f)
            values[f] = reader.number_if(figures_declared[f].name, figures_declared[f].range);
        if (reader.has("draws")) {
            const auto draws = static_cast<int>(reader.whole("draws", out.draws, 1, 100000));
            const auto* top = root.find("draws");
            const bool flag = top != nullptr && top->at.file.rfind("--", 0) == 0;
            if (top != nullptr && !flag && draws != out.draws)
                reader.problem("draws", fmt::format("{}: draws = {}, but the scenario has draws = {}", what,
                                                    draws, out.draws));
            if (!flag) out.draws = draws;
        }
        if (reader.has("kwb")) {
            read_from_file(*rows[i], reader, what, file, values, files, out, problems);
        } else {
            read_typed(*rows[i], reader, what, values, out, problems);
        }
        reader.finish();
    }
}

void read_places(const std::vector<const sim::Value*>& rows, Scenario& out, Problems& problems) {
    for (const auto* row : rows) {
        const std::string what = fmt::format("[[place]] {}", out.places.size() + 1);
        sim::TableReader reader(*row, what, problems);
        PlaceSpec place;
        reader.needed("kind");
        const auto word = reader.text_of("kind", "", words(place_names));
        place.kind = value_of<PlaceKind>(word, place_names).value_or(place.kind);
        place.name = reader.text("name", std::string(declared(place.kind).label_nl));
        place.x = reader.number_if("x", {-farthest_metres, farthest_metres});
        place.y = reader.number_if("y", {-farthest_metres, farthest_metres});
        place.own_hours = reader.number("own_hours", static_cast<double>(declared(place.kind).own_hours),
                                        {0, hours_in_week});
        place.capacity = reader.number_if("capacity", {1, max_visits});
        place.warmth = reader.number_if("warmth", {0, 1});
        place.accessibility = reader.number_if("accessibility", {0, 1});
        reader.finish();
        out.places.push_back(std::move(place));
    }
    constexpr std::size_t max_places = 150;  // 8-bit rows, beside those of the neighbourhood
    if (out.places.size() > max_places)
        problems.push_back(
            {rows.front()->at, fmt::format("{} places (at most {})", out.places.size(), max_places)});
}

}  // namespace weefsel::scenario_parts
