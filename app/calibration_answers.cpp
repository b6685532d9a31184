#include "app/calibration_answers.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <sstream>
#include <string_view>

#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::app {
namespace {

constexpr std::string_view first_words = "# runs of weefsel calibrate ";

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> out(1);
    for (const char c : line)
        if (c == ',')
            out.emplace_back();
        else
            out.back() += c;
    return out;
}

template <class Number>
bool read_number(const std::string& text, Number& to) {
    const auto got = std::from_chars(text.data(), text.data() + text.size(), to);
    return got.ec == std::errc() && got.ptr == text.data() + text.size();
}

/// One row; false when it is none.
bool read_row(const std::string& line, std::size_t targets, analysis::AbcAnswers& to) {
    const auto fields = fields_of(line);
    std::pair<std::size_t, std::size_t> key;
    if (fields.size() < 2 || !read_number(fields[0], key.first) || !read_number(fields[1], key.second))
        return false;
    analysis::Summaries values;
    if (fields.size() == 3 && fields[2] == "failed") {
        to[key] = values;
        return true;
    }
    if (fields.size() != targets + 2) return false;
    for (std::size_t i = 2; i < fields.size(); ++i) {
        values.emplace_back();
        if (!read_number(fields[i], values.back())) return false;
    }
    to[key] = std::move(values);
    return true;
}

}  // namespace

std::string answers_file(const std::string& folder) { return folder + "/runs.csv"; }

std::string answers_text(const CalibrationTask& task, const analysis::AbcAnswers& answers) {
    std::string out = fmt::format("{}{}\ngeneration,attempt", first_words, task.fingerprint);
    for (const auto& f : task.figures) out += "," + f.name;
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
    std::istringstream text(sim::read_whole(path));
    std::string line;
    std::getline(text, line);
    if (line != std::string(first_words) + task.fingerprint)
        throw sim::InputError(
            {path, 1, 1},
            "holds runs of another calibration (other targets, scenario, seed or version); --force "
            "begins anew in this folder, -o names another");
    std::getline(text, line);
    for (int number = 3; std::getline(text, line); ++number)
        if (!read_row(line, task.figures.size(), out))
            throw sim::InputError(
                {path, number, 1},
                fmt::format("found \"{}\", allowed is a run (generation, attempt and {} values); "
                            "--force begins anew",
                            line, task.figures.size()));
    return out;
}

}  // namespace weefsel::app
