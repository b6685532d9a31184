#include "app/calibrate/calibration_answers.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <string_view>

#include "sim/csv_cells.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

constexpr std::string_view first_words = "# runs of weefsel calibrate ";

template <class Number>
bool read_number(const std::string& text, Number& to) {
    const auto got = std::from_chars(text.data(), text.data() + text.size(), to);
    return got.ec == std::errc() && got.ptr == text.data() + text.size();
}

/// One row; false when it is none.
bool read_row(const sim::CsvRow& row, std::size_t targets, analysis::AbcAnswers& to) {
    std::pair<std::size_t, std::size_t> key;
    if (row.size() < 2 || !read_number(row[0].text, key.first) || !read_number(row[1].text, key.second))
        return false;
    analysis::Summaries values;
    if (row.size() == 3 && row[2].text == "failed") {
        to[key] = values;
        return true;
    }
    if (row.size() != targets + 2) return false;
    for (std::size_t i = 2; i < row.size(); ++i) {
        values.emplace_back();
        if (!read_number(row[i].text, values.back())) return false;
    }
    to[key] = std::move(values);
    return true;
}

}  // namespace

std::string answers_file(const std::string& folder) { return folder + "/runs.csv"; }

std::string answers_text(const CalibrationTask& task, const analysis::AbcAnswers& answers) {
    std::string out = fmt::format("{}{}\ngeneration,attempt", first_words, task.fingerprint);
    for (const auto& f : task.figures) out += "," + f.label();
    out += "\n";
    for (const auto& [key, values] : answers) {
        out += fmt::format("{},{}", key.first, key.second);
        if (values.empty()) out += ",failed";
        for (const double v : values) out += fmt::format(",{}", v);  // shortest text that reads back the same
        out += "\n";
    }
    return out;
}

analysis::AbcAnswers kept_answers(const CalibrationTask& task, const std::string& folder) {
    const std::string path = answers_file(folder);
    analysis::AbcAnswers out;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return out;
    const std::string text = sim::read_whole(path);
    if (text.substr(0, text.find('\n')) != std::string(first_words) + task.fingerprint)
        throw sim::InputError(
            {path, 1, 1},
            "holds runs of another calibration (other targets, scenario, seed or version); --force "
            "begins anew in this folder, -o names another");
    const auto rows = sim::csv_cells(text, path);
    for (std::size_t r = 1; r < rows.size(); ++r)  // after the header
        if (!read_row(rows[r], task.figures.size(), out))
            throw sim::InputError(
                rows[r].front().at,
                fmt::format(
                    "found {} cells that begin with \"{}\", allowed is a run (generation, attempt and {} "
                    "values); --force begins anew",
                    rows[r].size(), rows[r].front().text, task.figures.size()));
    return out;
}

}  // namespace weefsel::app
