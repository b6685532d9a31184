#include "app/neighbourhoods/typed_neighbourhood.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/neighbourhoods/figures_table.hpp"
#include "app/terminal/texts.hpp"
#include "models/scenario/scenario_parts.hpp"

namespace weefsel::app {
namespace {

constexpr std::size_t key_width = 26;

/// Lines of the table as a resolved scenario writes it, without its head.
std::vector<std::string> lines_of(const NeighbourhoodFigures& figures) {
    Scenario scenario;
    scenario.neighbourhoods = {figures};
    const auto text = scenario_parts::resolved_text(scenario);
    const std::string head = "[[neighbourhood]]\n";
    std::vector<std::string> lines;
    for (std::size_t from = text.find(head) + head.size(); from < text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        auto line = text.substr(from, end - from);
        from = end + 1;
        if (line.empty() || line.starts_with('[')) break;
        if (line.starts_with("filled_nl"))
            continue;  // the remarks of a scenario to write in are in one language
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Six digits of a long number, which is more than is published.
std::string shortened(const std::string& line) {
    constexpr std::size_t long_number = 8;
    const auto at = line.find(" = ");
    if (at == std::string::npos || line.size() - at < long_number) return line;
    const auto *from = line.data() + at + 3, *end = line.data() + line.size();
    double value = 0;
    const auto [stop, error] = std::from_chars(from, end, value);
    if (error != std::errc{} || stop != end) return line;
    return fmt::format("{} = {:.6g}", line.substr(0, at), value);
}

/// A list with each of its texts on a line.
std::string one_a_line(std::string line) {
    const std::string between = "\", \"";
    for (auto at = line.find(between); at != std::string::npos; at = line.find(between, at + 1))
        line.replace(at, between.size(), "\",\n    \"");
    const auto open = line.find("[\"");
    if (open == std::string::npos || !line.ends_with(']')) return line;
    line.insert(line.size() - 1, "\n");
    return line.insert(open + 1, "\n    ");
}

/// `key = value  # what it is`; figures that the table lacked say so.
std::string with_comment(const std::string& line, const std::vector<std::string>& missing) {
    const auto key = line.substr(0, line.find(' '));
    for (const auto& figure : figures_declared) {
        if (figure.name != key) continue;
        std::string prose(figure.prose);
        if (prose.ends_with('.')) prose.pop_back();
        const bool lacks = std::find(missing.begin(), missing.end(), key) != missing.end();
        return padded(shortened(line), key_width) +
               fmt::format("  # {}{}", prose, lacks ? " (not published: see filled)" : "");
    }
    return one_a_line(line);
}

/// For a comment: one line without control characters.
std::string commented(const std::string& text) {
    std::string out;
    for (const char c : text) out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    return out;
}

}  // namespace

std::string typed_neighbourhood(const KwbFile& file, const KwbFile::Row& row) {
    const auto about = row_of(file, row);
    if (about.parts > 0 || about.kind == "municipality" || about.kind == "country")
        throw sim::InputError(
            {file.file, row.line, 1},
            fmt::format("{} ({}) is a {} of {}; a scenario with typed figures has one. Take it whole:\n"
                        "  [neighbourhood]\n  kwb  = \"{}\"\n  code = \"{}\"",
                        row.code, about.name, about.kind, counted(about.parts, "neighbourhood"), file.file,
                        row.code));
    std::vector<sim::Problem> problems, skipped;
    auto figures = figures_from_kwb(file, row.code, {file.file, row.line, 1}, problems, skipped);
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    std::string out = fmt::format(
        "# Figures of {} {}{}: Kerncijfers wijken en buurten{},\n"
        "# Statistics Netherlands (CBS), CC BY 4.0, from {}.\n"
        "# Shares are 0 to 1. A better figure of your own can stand in place of any of these.\n"
        "[neighbourhood]\n",
        about.kind, row.code, about.name.empty() ? "" : " (" + commented(about.name) + ")",
        file.year > 0 ? fmt::format(" {}", file.year) : "", commented(file.file));
    for (const auto& line : lines_of(figures.at(0))) out += with_comment(line, about.missing) + "\n";
    return out;
}

}  // namespace weefsel::app
