#include "app/check/mend_file.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "sim/settings.hpp"

namespace weefsel::app {
namespace {

constexpr std::string_view key = "euro_year", priced_by = "buys";

/// A piece of text that stands in the place of another.
struct Edit {
    std::size_t begin, length;
    std::string text;
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool ends_value(char c) { return is_blank(c) || c == ',' || c == '}' || c == '#' || c == '\r' || c == '\n'; }
bool is_begin_of_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t begin_of_line(std::string_view text, int line) {
    std::size_t at = 0;
    for (int n = 1; n < line; ++n) at = text.find('\n', at) + 1;
    return at;
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

/// Columns count letters, not bytes.
std::size_t offset_of(std::string_view text, const sim::Place& place) {
    std::size_t at = begin_of_line(text, place.line);
    for (int column = 1; column < place.column && at < text.size(); ++column) {
        ++at;
        while (at < text.size() && !is_begin_of_letter(text[at])) ++at;
    }
    return at;
}

std::string blanks_of(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && is_blank(text[end])) ++end;
    return std::string(text.substr(begin, end - begin));
}

std::string written(double euro) {
    return euro == std::round(euro) ? fmt::format("{:.0f}", euro) : fmt::format("{:.2f}", euro);
}

const sim::Value* row_named(const sim::Value* rows, const std::string& name, const std::string& unnamed,
                            std::size_t place) {
    if (rows == nullptr) return nullptr;
    const auto is_it = [&](const sim::Value& row, std::size_t nth) {
        const auto* own = row.find("name");
        const auto* text = own != nullptr ? std::get_if<std::string>(&own->data) : nullptr;
        return text != nullptr ? *text == name : name == unnamed && nth == place;
    };
    if (rows->is_table()) return is_it(*rows, 0) ? rows : nullptr;
    const auto& all = std::get<sim::Array>(rows->data);
    for (std::size_t nth = 0; nth < all.size(); ++nth)
        if (is_it(all[nth], nth)) return &all[nth];
    return nullptr;
}

/// Puts a number in the place of another; a remark behind it stays in its column.
Edit replaced(std::string_view text, const sim::Value& value, double euro) {
    std::size_t begin = text.find('=', offset_of(text, value.at)) + 1;
    while (is_blank(text[begin])) ++begin;
    std::size_t end = begin;
    while (end < text.size() && !ends_value(text[end])) ++end;
    std::string number = written(euro);
    std::size_t remark = end;
    while (remark < text.size() && is_blank(text[remark])) ++remark;
    if (remark < text.size() && text[remark] == '#' && remark > end) {
        const std::size_t column = remark - begin;
        number.append(std::max(column, number.size() + 1) - number.size(), ' ');
        end = remark;
    }
    return {begin, end - begin, number};
}

/// Puts the key in a table that does not have it: in a line of its own before `buys`, else behind the header;
/// in a table on one line behind its brace.
Edit inserted(std::string_view text, const sim::Value& row, double euro, const std::string& remark) {
    const std::size_t at = offset_of(text, row.at);
    const std::size_t header = begin_of_line(text, row.at.line);
    const auto indent = blanks_of(text, header);
    const bool is_header = text.substr(header + indent.size(), 1) == "[";
    if (!is_header) {
        const std::size_t brace = text.find('{', at);
        return {brace + 1, 0, fmt::format(" {} = {},", key, written(euro))};
    }
    const std::size_t end = end_of_line(text, header);
    const bool carriage = end > 0 && text[end - 1] == '\r';
    const std::string line =
        fmt::format("{} = {}  # {}{}", key, written(euro), remark, carriage ? "\r\n" : "\n");
    if (const auto* buys = row.find(priced_by)) {
        const std::size_t begin = begin_of_line(text, buys->at.line);
        const auto own_indent = blanks_of(text, begin);
        if (text.substr(begin + own_indent.size(), priced_by.size()) == priced_by)
            return {begin, 0, own_indent + line};
    }
    return end == text.size() ? Edit{end, 0, "\n" + indent + line} : Edit{end + 1, 0, indent + line};
}

}  // namespace

MendedFile mended_file(const std::string& text, const Scenario& scenario,
                       const std::vector<MendedLine>& lines, const Speech& say) {
    MendedFile out{text, {}};
    const auto root = sim::read_toml_text(text, scenario.file);
    std::vector<Edit> edits;
    for (const auto& mended : lines) {
        const auto& option = scenario.options[mended.option];
        const auto& line = option.lines[mended.line];
        const auto* rows = row_named(root.find("option"), option.name, "", 0);
        const auto* row = rows == nullptr ? nullptr
                                          : row_named(rows->find("line"), line.name,
                                                      fmt::format("line {}", mended.line + 1), mended.line);
        if (row == nullptr)
            throw sim::InputError(line.at,
                                  fmt::format("option \"{}\", line \"{}\" stands in another file than {}; "
                                              "write euro_year = {} there",
                                              option.name, line.name, scenario.file, written(mended.after)));
        const auto* there = row->find(key);
        const auto remark = say("evenveel geld als \"{}\"", "as much money as \"{}\"", scenario.reference);
        edits.push_back(there != nullptr ? replaced(text, *there, mended.after)
                                         : inserted(text, *row, mended.after, remark));
        out.numbers.push_back({option.name, line.name, there != nullptr ? there->at.line : row->at.line,
                               mended.before, mended.after, there != nullptr});
    }
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.begin > b.begin; });
    for (const auto& edit : edits) out.text.replace(edit.begin, edit.length, edit.text);
    return out;
}

std::string mended_text(const std::string& file, const MendedFile& mended, const Speech& say) {
    if (mended.numbers.empty())
        return say("Aan {} hoefde niets te veranderen.\n", "Nothing in {} needed to change.\n", file);
    std::string out = say("In {} is veranderd:\n", "Changed in {}:\n", file);
    for (const auto& n : mended.numbers) {
        const int decimals = n.after == std::round(n.after) ? 0 : 2;
        out += say("  optie \"{}\", geldlijn \"{}\": euro_year {}{} -> {} (factor {})\n",
                   "  option \"{}\", line \"{}\": euro_year {}{} -> {} (factor {})\n", n.option, n.line,
                   n.was_there ? "" : say("niet gegeven, prijs ", "absent, price "),
                   say.fixed(n.before, decimals), say.fixed(n.after, decimals),
                   say.fixed(n.after / n.before, 4));
    }
    return out;
}

}  // namespace weefsel::app
