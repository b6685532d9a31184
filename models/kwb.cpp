#include "models/kwb.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

#include "sim/file_aside.hpp"

namespace weefsel {
namespace {

constexpr double not_published = -99000;  // -99995 and -99997 stand for "not published" and "secret"

/// How an official column becomes a figure. Columns of one figure are tried in order.
struct Column {
    enum class Kind { count, per_cent, of_residents } kind;
    Figure figure;
    std::string_view name;
    double times = 1;  ///< what makes the column the figure
};
using enum Column::Kind;
constexpr std::array<Column, 44> official_columns{{
    {count, Figure::residents, "a_inw"},
    {count, Figure::age_0_14, "a_00_14"},
    {count, Figure::age_15_24, "a_15_24"},
    {count, Figure::age_25_44, "a_25_44"},
    {count, Figure::age_45_64, "a_45_64"},
    {count, Figure::age_65_over, "a_65_oo"},
    {of_residents, Figure::women, "a_vrouw"},
    {count, Figure::households, "a_hh"},
    {count, Figure::single, "a_1p_hh"},
    {count, Figure::without_children, "a_hh_z_k"},
    {count, Figure::with_children, "a_hh_m_k"},
    {count, Figure::household_size, "g_hhgro"},
    {of_residents, Figure::origin_netherlands, "a_nl_all"},
    {of_residents, Figure::origin_europe, "a_eur_al"},
    {of_residents, Figure::origin_outside_europe, "a_neu_al"},
    {of_residents, Figure::origin_europe, "a_w_all"},
    {of_residents, Figure::origin_outside_europe, "a_nw_all"},
    {of_residents, Figure::married, "a_gehuwd"},
    {of_residents, Figure::divorced, "a_gesch"},
    {of_residents, Figure::widowed, "a_verwed"},
    {per_cent, Figure::low_income, "p_ink_li"},
    {per_cent, Figure::high_income, "p_ink_hi"},
    {per_cent, Figure::poverty, "p_hh_120"},
    // In the country about 13 % of households have up to 120 % of the social minimum, 9.5 % up to 110 % and 7
    // % a low income by the statistics office's line (recalled, 2020).
    {per_cent, Figure::poverty, "p_hh_110", 1.35},
    {per_cent, Figure::poverty, "p_hh_lkk", 1.85},
    {per_cent, Figure::education_low, "p_opl_lg"},
    {per_cent, Figure::education_middle, "p_opl_md"},
    {per_cent, Figure::education_high, "p_opl_hg"},
    {count, Figure::education_low, "a_opl_lg"},
    {count, Figure::education_middle, "a_opl_md"},
    {count, Figure::education_high, "a_opl_hg"},
    {per_cent, Figure::owned, "p_koopw"},
    {per_cent, Figure::social_rent, "p_wcorpw"},
    {per_cent, Figure::private_rent, "p_ov_hw"},
    {per_cent, Figure::multi_family, "p_mgezw"},
    {per_cent, Figure::vacancy, "p_leegsw"},
    {count, Figure::dwellings, "a_woning"},
    {count, Figure::dwellings, "a_w"},
    {count, Figure::urbanity, "ste_mvs"},
    {count, Figure::land_hectares, "a_lan_ha"},
    {count, Figure::households, "a_huish"},
    {per_cent, Figure::single, "p_1p_hh"},
    {per_cent, Figure::without_children, "p_hh_z_k"},
    {per_cent, Figure::with_children, "p_hh_m_k"},
}};
constexpr std::string_view rented = "p_huurw";

std::string trimmed(std::string_view text) {
    const auto blank = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

/// The separator that the header uses most.
char separator_of(std::string_view header) {
    char best = ',';
    for (char c : {';', '\t'})
        if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), best))
            best = c;
    return best;
}

struct CsvRow {
    int line;
    std::vector<std::string> cells;
};

/// Cells of a text with quotes ("" stands for one quote), any end of line.
std::vector<CsvRow> read_cells(std::string_view text, char separator) {
    std::vector<CsvRow> rows;
    CsvRow row{1, {}};
    std::string cell;
    bool quoted = false;
    int line = 1;
    const auto end_row = [&] {
        row.cells.push_back(trimmed(cell));
        cell.clear();
        if (row.cells.size() > 1 || !row.cells[0].empty()) rows.push_back(std::move(row));
        row = {line, {}};
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++line;
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                cell += c;
                ++i;
            } else if (c == '"') {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == separator) {
            row.cells.push_back(trimmed(cell));
            cell.clear();
        } else if (c == '\n') {
            end_row();
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!cell.empty() || !row.cells.empty()) end_row();
    return rows;
}

std::size_t column_of(const KwbFile& file, std::string_view name) {
    return static_cast<std::size_t>(std::find(file.columns.begin(), file.columns.end(), name) -
                                    file.columns.begin());
}
std::string cell_of(const KwbFile& file, const KwbFile::Row& row, std::string_view name) {
    const std::size_t column = column_of(file, name);
    return column < row.cells.size() ? row.cells[column] : std::string();
}

/// The number in a cell; nothing when it is empty, a dot, a code for "not published", or no number.
std::optional<double> number_of(std::string cell) {
    std::replace(cell.begin(), cell.end(), ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size() || !(value > not_published))
        return std::nullopt;
    return value < 0 ? std::nullopt : std::optional(value);
}

/// All or none of what makes one whole, as shares.
void whole(FigureValues& values, std::array<Figure, 3> parts) {
    double sum = 0;
    bool complete = true;
    for (Figure f : parts) {
        complete = complete && at(values, f).has_value();
        sum += at(values, f).value_or(0);
    }
    for (Figure f : parts) {
        if (!complete || sum <= 0)
            at(values, f).reset();
        else
            *at(values, f) /= sum;
    }
}

FigureValues values_of(const KwbFile& file, const KwbFile::Row& row) {
    constexpr double hundred = 100;
    FigureValues values;
    for (const auto& column : official_columns) {
        auto& value = at(values, column.figure);
        if (value) continue;
        value = number_of(cell_of(file, row, column.name));
        if (!value) continue;
        const double residents = at(values, Figure::residents).value_or(0);
        if (column.kind == per_cent) *value = std::min(*value / hundred * column.times, 1.0);
        if (column.kind == of_residents) *value = residents > 0 ? std::min(*value / residents, 1.0) : 0;
        if (column.kind == of_residents && residents <= 0) value.reset();
        const auto& range = figures_declared[static_cast<std::size_t>(column.figure)].range;
        const bool share_of_households = column.kind == per_cent && range.high > 1;
        if (value && share_of_households) *value *= at(values, Figure::households).value_or(0);
    }
    // Older files have western and non-western origin and leave out the rest, which is the Netherlands.
    auto& own = at(values, Figure::origin_netherlands);
    const auto& europe = at(values, Figure::origin_europe);
    const auto& outside = at(values, Figure::origin_outside_europe);
    if (!own && europe && outside) own = std::max(0.0, 1 - *europe - *outside);
    // Where rent is one figure, housing associations have their national share of it.
    auto& social = at(values, Figure::social_rent);
    auto& other = at(values, Figure::private_rent);
    if (const auto rent = number_of(cell_of(file, row, rented)); rent && !social && !other) {
        const double national_social =
            *figures_declared[static_cast<std::size_t>(Figure::social_rent)].national;
        const double national_other =
            *figures_declared[static_cast<std::size_t>(Figure::private_rent)].national;
        social = *rent / hundred * national_social / (national_social + national_other);
        other = *rent / hundred - *social;
    }
    whole(values, {Figure::origin_netherlands, Figure::origin_europe, Figure::origin_outside_europe});
    whole(values, {Figure::education_low, Figure::education_middle, Figure::education_high});
    whole(values, {Figure::owned, Figure::social_rent, Figure::private_rent});
    if (auto& size = at(values, Figure::household_size); size && *size < 1) size.reset();
    if (auto& urbanity = at(values, Figure::urbanity); urbanity && (*urbanity < 1 || *urbanity > 5))
        urbanity.reset();
    return values;
}

/// What may stand in for a row of a buurt: the shares of its municipality.
FigureValues around_of(const KwbFile& file, const std::string& code) {
    constexpr std::size_t municipality_digits = 4;
    const std::string wanted = "GM" + code.substr(2, municipality_digits);
    for (const auto& row : file.rows)
        if (row.code == wanted) return values_of(file, row);
    return {};
}

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// BU, WK or GM in capitals; a code of digits alone gets the prefix that its length tells.
std::string code_of(std::string code) {
    for (char& c : code) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (!all_digits(code)) return code;
    switch (code.size()) {
        case 4:
            return "GM" + code;
        case 6:
            return "WK" + code;
        case 8:
            return "BU" + code;
        default:
            return code;
    }
}

void read_buurt(const KwbFile& file, const KwbFile::Row& row, bool alone,
                std::vector<NeighbourhoodFigures>& out, std::vector<sim::Problem>& problems,
                std::vector<sim::Problem>& skipped) {
    std::vector<FigureProblem> wrong;
    const auto around = around_of(file, row.code);
    auto figures = complete_figures(values_of(file, row), around, true, wrong);
    figures.name = cell_of(file, row, "regio");
    if (figures.name.empty()) figures.name = row.code;
    figures.code = row.code;
    figures.municipality = cell_of(file, row, "gm_naam");
    figures.municipality_residents = static_cast<int>(at(around, Figure::residents).value_or(0));
    figures.at = {file.file, row.line, 1};
    for (const auto& problem : wrong)
        (alone ? problems : skipped)
            .push_back({figures.at, fmt::format("{} ({}){}: {}", row.code, figures.name,
                                                alone ? "" : " is left out", problem.text)});
    if (wrong.empty()) out.push_back(std::move(figures));
}

}  // namespace

KwbFile read_kwb_text(const std::string& text, const std::string& name) {
    std::string_view rest = text;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (rest.substr(0, byte_order_mark.size()) == byte_order_mark) rest.remove_prefix(byte_order_mark.size());
    auto cells = read_cells(rest, separator_of(rest.substr(0, rest.find('\n'))));
    KwbFile file;
    file.file = name;
    if (cells.empty())
        throw sim::InputError({name, 1, 1}, "the file is empty (must be Kerncijfers wijken en buurten)");
    file.columns = std::move(cells.front().cells);
    for (auto& column : file.columns)
        for (char& c : column) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const bool ten = column_of(file, "gwb_code_10") < file.columns.size();
    const std::string_view code_column = ten ? "gwb_code_10" : "gwb_code";
    for (std::string_view needed : {code_column, std::string_view("a_inw")})
        if (column_of(file, needed) >= file.columns.size())
            throw sim::InputError(
                {name, 1, 1},
                fmt::format("there is no column {} (must be Kerncijfers wijken en buurten)", needed));
    for (std::size_t i = 1; i < cells.size(); ++i) {
        KwbFile::Row row{cells[i].line, {}, std::move(cells[i].cells)};
        row.code = code_of(cell_of(file, row, code_column));
        file.rows.push_back(std::move(row));
    }
    return file;
}

KwbFile read_kwb(const std::string& path) { return read_kwb_text(sim::read_whole(path), path); }

std::vector<NeighbourhoodFigures> figures_from_kwb(const KwbFile& file, const std::string& code,
                                                   const sim::Place& place,
                                                   std::vector<sim::Problem>& problems,
                                                   std::vector<sim::Problem>& skipped) {
    const std::string wanted = code_of(trimmed(code));
    std::vector<NeighbourhoodFigures> out;
    const bool alone = wanted.substr(0, 2) == "BU";
    const bool group = wanted.substr(0, 2) == "WK" || wanted.substr(0, 2) == "GM";
    bool found = false;
    const std::string prefix = group ? "BU" + wanted.substr(2) : wanted;
    for (const auto& row : file.rows) {
        const bool meant = alone ? row.code == wanted
                                 : group && row.code.size() > prefix.size() &&
                                       row.code.compare(0, prefix.size(), prefix) == 0;
        if (!meant) continue;
        found = true;
        read_buurt(file, row, alone, out, problems, skipped);
        if (alone) break;
    }
    if (!found) {
        std::vector<std::string> codes;
        for (const auto& row : file.rows) codes.push_back(row.code);
        problems.push_back(
            {place,
             fmt::format("code: found \"{}\", which is not in {} (allowed: BU, WK or GM and digits, of "
                         "{} rows){}",
                         code, file.file, file.rows.size(), sim::did_you_mean(wanted, codes))});
    } else if (out.empty() && group) {
        problems.push_back({place, fmt::format("code: no buurt of {} can be simulated", wanted)});
    }
    return out;
}

}  // namespace weefsel
