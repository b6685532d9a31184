#include "models/scenario/kwb.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "sim/dutch_number.hpp"

namespace weefsel {
namespace {

/// "Not published", "secret" and their like in files of the statistics office.
constexpr std::array<double, 5> not_published{-99995, -99996, -99997, -99999, -99999999};
/// The same in words; a comma stands in some files of 2022.
constexpr std::array<std::string_view, 5> not_published_text{"", ".", ",", "x", "-"};

/// How an official column becomes a figure. Columns of one figure are tried in order.
struct Column {
    enum class Kind { plain, per_cent, of_residents, of_adults } kind;
    Figure figure;
    std::string_view name;
    double times = 1;  ///< what makes the column the figure
};
using enum Column::Kind;
constexpr std::array<Column, 46> official_columns{{
    {plain, Figure::residents, "a_inw"},
    {plain, Figure::age_0_14, "a_00_14"},
    {plain, Figure::age_15_24, "a_15_24"},
    {plain, Figure::age_25_44, "a_25_44"},
    {plain, Figure::age_45_64, "a_45_64"},
    {plain, Figure::age_65_over, "a_65_oo"},
    {of_residents, Figure::women, "a_vrouw"},
    {plain, Figure::households, "a_hh"},
    {plain, Figure::single, "a_1p_hh"},
    {plain, Figure::without_children, "a_hh_z_k"},
    {plain, Figure::with_children, "a_hh_m_k"},
    {plain, Figure::household_size, "g_hhgro"},
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
    // % a low income by the statistics office's line (CBS 2020, not checked against a table).
    {per_cent, Figure::poverty, "p_hh_110", 1.35},
    {per_cent, Figure::poverty, "p_hh_lkk", 1.85},
    {per_cent, Figure::education_low, "p_opl_lg"},
    {per_cent, Figure::education_middle, "p_opl_md"},
    {per_cent, Figure::education_high, "p_opl_hg"},
    {plain, Figure::education_low, "a_opl_lg"},
    {plain, Figure::education_middle, "a_opl_md"},
    {plain, Figure::education_high, "a_opl_hg"},
    {per_cent, Figure::owned, "p_koopw"},
    {per_cent, Figure::social_rent, "p_wcorpw"},
    {per_cent, Figure::private_rent, "p_ov_hw"},
    {per_cent, Figure::multi_family, "p_mgezw"},
    {per_cent, Figure::vacancy, "p_leegsw"},
    {plain, Figure::dwellings, "a_woning"},
    {plain, Figure::dwellings, "a_w"},
    {plain, Figure::urbanity, "ste_mvs"},
    {plain, Figure::land_hectares, "a_lan_ha"},
    {plain, Figure::households, "a_huish"},
    {per_cent, Figure::single, "p_1p_hh"},
    {per_cent, Figure::without_children, "p_hh_z_k"},
    {per_cent, Figure::with_children, "p_hh_m_k"},
    {plain, Figure::home_value, "g_wozbag"},
    {of_adults, Figure::social_assistance, "a_soz_wb"},
}};
constexpr std::string_view rented = "p_huurw";
constexpr double whole_country = 3e7;

/// Reads figures of one row and says which of its cells are none.
class RowReader {
public:
    RowReader(const KwbFile& file, const KwbFile::Row& row, std::vector<sim::Problem>& wrong)
        : file_(file), row_(row), wrong_(wrong) {}

    /// The number in a cell; nothing when it is empty, a dot, a code for "not published", or (which is
    /// said) no number from 0 to `high`.
    std::optional<double> number(std::string_view name, double high) {
        const auto* cell = cell_of(file_, row_, name);
        if (cell == nullptr || std::find(not_published_text.begin(), not_published_text.end(), cell->text) !=
                                   not_published_text.end())
            return std::nullopt;
        std::string digits = cell->text;
        std::replace(digits.begin(), digits.end(), ',', '.');
        double value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool is_number = error == std::errc{} && end == digits.data() + digits.size();
        if (is_number && std::find(not_published.begin(), not_published.end(), value) != not_published.end())
            return std::nullopt;
        if (is_number && value >= 0 && value <= high) return value;
        wrong_.push_back(
            {{file_.file, row_.line, cell->column},
             fmt::format("{}: {}: found \"{}\", allowed is a number from 0 to {:.0f}, or nothing, \".\" "
                         "or -99997 where it is not published",
                         row_.code, name, cell->text.substr(0, longest_shown), high)});
        return std::nullopt;
    }

private:
    static constexpr std::size_t longest_shown = 40;
    const KwbFile& file_;
    const KwbFile::Row& row_;
    std::vector<sim::Problem>& wrong_;
};

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

/// Highest number that a column may hold. Counts of residents are rounded to fives, as the total is.
double highest_of(const Column& column, const FigureValues& values) {
    constexpr double hundred = 100, rounded = 10, slack = 1.01;
    if (column.kind == per_cent) return hundred;
    if (column.figure == Figure::urbanity)
        return figures_declared[static_cast<std::size_t>(Figure::urbanity)].range.high;
    if (column.kind == of_residents)
        if (const auto& residents = at(values, Figure::residents)) return *residents * slack + rounded;
    return whole_country;
}

/// Mean value of dwellings in the country by year from 2016, thousand EUR (CBS, value for property tax;
/// not checked against a table).
constexpr int first_year = 2016;
constexpr std::array<double, 9> home_value_of_year{209, 216, 230, 248, 270, 290, 315, 368, 379};

/// What brings values of the year in the name of a file (`kwb-2022.csv`; without one, the last year) to the
/// level of figures_declared.
double level_of_home_values(const std::string& file) {
    const auto name = file.substr(file.find_last_of('/') + 1);
    std::size_t year = home_value_of_year.size() - 1;
    for (std::size_t k = 0; k < home_value_of_year.size(); ++k)
        if (name.find(std::to_string(first_year + static_cast<int>(k))) != std::string::npos) year = k;
    return *declared_of(Figure::home_value).national / home_value_of_year[year];
}

/// Of residents of 15 and over; nothing where there are none.
std::optional<double> share_of_adults(double count, const FigureValues& values) {
    const double adults =
        at(values, Figure::residents).value_or(0) - at(values, Figure::age_0_14).value_or(0);
    if (adults <= 0) return std::nullopt;
    return std::min(count / adults, 1.0);
}

/// `wrong`: cells that are no figure.
FigureValues values_of(const KwbFile& file, const KwbFile::Row& row, std::vector<sim::Problem>& wrong) {
    constexpr double hundred = 100;
    RowReader reader(file, row, wrong);
    FigureValues values;
    for (const auto& column : official_columns) {
        auto& value = at(values, column.figure);
        if (value) continue;
        value = reader.number(column.name, highest_of(column, values));
        if (!value) continue;
        const double residents = at(values, Figure::residents).value_or(0);
        if (column.kind == per_cent) *value = std::min(*value / hundred * column.times, 1.0);
        if (column.kind == of_residents) *value = residents > 0 ? std::min(*value / residents, 1.0) : 0;
        if (column.kind == of_residents && residents <= 0) value.reset();
        if (column.kind == of_adults) value = share_of_adults(*value, values);
        const auto& range = figures_declared[static_cast<std::size_t>(column.figure)].range;
        const bool share_of_households = column.kind == per_cent && range.high > 1;
        if (value && share_of_households) *value *= at(values, Figure::households).value_or(0);
    }
    // Older files have western and non-western origin and leave out the rest, which is the Netherlands.
    auto& own = at(values, Figure::origin_netherlands);
    const auto& europe = at(values, Figure::origin_europe);
    const auto& outside = at(values, Figure::origin_outside_europe);
    if (!own && europe && outside) own = std::max(0.0, 1 - *europe - *outside);
    // Where rent is one figure, what is owned is known and whose the others are is imputed.
    auto& owned = at(values, Figure::owned);
    const auto rent = reader.number(rented, hundred);
    const bool split = at(values, Figure::social_rent) && at(values, Figure::private_rent);
    if (owned && rent && !split && *owned * hundred + *rent > 0)
        owned = std::min(*owned / (*owned + *rent / hundred), 1.0);
    whole(values, {Figure::origin_netherlands, Figure::origin_europe, Figure::origin_outside_europe});
    whole(values, {Figure::education_low, Figure::education_middle, Figure::education_high});
    const auto owned_alone = rent && !split ? owned : std::nullopt;
    whole(values, {Figure::owned, Figure::social_rent, Figure::private_rent});
    if (owned_alone) owned = owned_alone;
    if (auto& value = at(values, Figure::home_value)) *value *= level_of_home_values(file.file);
    // Where nobody lives these are 0.
    for (const Figure f : {Figure::household_size, Figure::urbanity, Figure::home_value})
        if (auto& value = at(values, f); value && *value < 1) value.reset();
    return values;
}

/// A row as long as the header; cells that are left over may be empty.
bool fits_header(const KwbFile& file, const KwbFile::Row& row, std::vector<sim::Problem>& problems) {
    const std::size_t columns = file.columns.size();
    const bool more = row.cells.size() > columns &&
                      std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns), row.cells.end(),
                                  [](const auto& cell) { return !cell.text.empty(); });
    if (row.cells.size() >= columns && !more) return true;
    problems.push_back(
        {{file.file, row.line, row.cells.back().column},
         fmt::format("{}: found {} cells, allowed are {}, as in the header{}", row.code, row.cells.size(),
                     columns, more ? " (a decimal comma between commas makes two cells of one)" : "")});
    return false;
}

/// What may stand in for rows of buurten: the shares of their municipality.
FigureValues around_of(const KwbFile& file, const std::string& code, std::vector<sim::Problem>& problems,
                       std::vector<sim::Problem>& notes) {
    FigureValues values;
    const KwbFile::Row* first = nullptr;
    const auto wanted = municipality_code_of(code);
    for (const auto number : file.beginning_with(wanted)) {
        const auto& row = file.rows[number];
        if (row.code != wanted) continue;
        if (first == nullptr) {
            first = &row;
            values = values_of(file, row, notes);
        } else if (values_of(file, row, notes) != values) {
            problems.push_back(
                {{file.file, row.line, 1},
                 fmt::format("{} stands in line {} already, with other figures; allowed is once", wanted,
                             first->line)});
        }
    }
    return values;
}

/// Puts typed figures in place of those of a file and says what they replace.
void replace_by_typed(FigureValues& values, const FigureValues& typed, std::vector<Note>& said) {
    for (std::size_t f = 0; f < figure_count; ++f) {
        if (!typed[f]) continue;
        const auto now = fmt::format("{:.6g}", *typed[f]),
                   before = values[f] ? fmt::format("{:.4g}", *values[f]) : std::string();
        const auto name = figures_declared[f].name;
        Note note{fmt::format("{}: typed {}", name, now),
                  fmt::format("{}: ingetypt {}", name, sim::dutch_number(now))};
        if (!before.empty()) {
            note.en += fmt::format(", in place of {} in the file", before);
            note.nl += fmt::format(", in plaats van {} in het bestand", sim::dutch_number(before));
        }
        said.push_back(std::move(note));
        values[f] = typed[f];
    }
}

/// One of several equal parts of an area too large for one neighbourhood: whole counts that add up to its
/// own.
FigureValues part_of(FigureValues values, int part, int parts) {
    for (std::size_t f = 0; f < figure_count; ++f) {
        if (!values[f]) continue;
        if (figures_declared[f].unit == "ha") *values[f] /= parts;
        if (figures_declared[f].unit != "count") continue;
        const double whole = *values[f];
        values[f] = std::floor(whole * (part + 1) / parts) - std::floor(whole * part / parts);
    }
    return values;
}

/// What is done with a row that one neighbourhood cannot be made of.
enum class Row : std::uint8_t {
    alone,         ///< it was asked for: an error
    among_others,  ///< it is left out
    in_parts       ///< the same, but of too many residents several neighbourhoods are made
};

int parts_of(const FigureValues& values, Row how) {
    const double residents = at(values, Figure::residents).value_or(0);
    if (how != Row::in_parts || residents <= residents_at_most || residents > max_count) return 1;
    return static_cast<int>(std::ceil(residents / residents_at_most));
}

void read_buurt(const KwbFile& file, const KwbFile::Row& row, const FigureValues& around, Row how,
                const FigureValues& typed, std::vector<NeighbourhoodFigures>& out,
                std::vector<sim::Problem>& problems, std::vector<sim::Problem>& skipped) {
    const bool alone = how == Row::alone;
    std::vector<sim::Problem> cells;
    auto values = fits_header(file, row, cells) ? values_of(file, row, cells) : FigureValues{};
    const bool torn = !cells.empty() && row.cells.size() != file.columns.size();
    for (auto& problem : cells) {
        if (!alone) problem.text += torn ? "; the buurt is left out" : "; taken as not published";
        (alone ? problems : skipped).push_back(std::move(problem));
    }
    if (!cells.empty() && (alone || torn)) return;
    std::vector<Note> said;
    replace_by_typed(values, typed, said);
    const int parts = parts_of(values, how);
    const auto name = name_of(file, row);
    if (parts > 1)
        skipped.push_back(
            {{file.file, row.line, 1},
             fmt::format("{} ({}): {:.0f} residents, taken as {} neighbourhoods of equal figures "
                         "(one has {} at most)",
                         row.code, name, *at(values, Figure::residents), parts, residents_at_most)});
    for (int part = 0; part < parts; ++part) {
        std::vector<FigureProblem> wrong;
        auto figures = complete_figures(part_of(values, part, parts), around, true, wrong);
        figures.filled.insert(figures.filled.begin(), said.begin(), said.end());
        figures.name = name.empty() ? row.code : name;
        figures.code = row.code;
        if (parts > 1) {
            figures.name += fmt::format(" {}/{}", part + 1, parts);
            figures.code += fmt::format("-{}", part + 1);
        }
        figures.municipality = municipality_of(file, row);
        figures.municipality_residents = static_cast<int>(at(around, Figure::residents).value_or(0));
        figures.at = {file.file, row.line, 1};
        for (const auto& problem : wrong)
            (alone ? problems : skipped)
                .push_back({figures.at, fmt::format("{} ({}){}: {}", figures.code, figures.name,
                                                    alone ? "" : " is left out", problem.text)});
        if (wrong.empty()) out.push_back(std::move(figures));
    }
}

}  // namespace

std::optional<NeighbourhoodFigures> figures_of_row(const KwbFile& file, const KwbFile::Row& row,
                                                   std::vector<sim::Problem>& skipped) {
    std::vector<sim::Problem> unused;
    std::vector<NeighbourhoodFigures> out;
    const auto around = around_of(file, row.code, unused, unused);
    read_buurt(file, row, around, Row::among_others, {}, out, unused, skipped);
    return out.empty() ? std::nullopt : std::optional(std::move(out.front()));
}

std::vector<NeighbourhoodFigures> figures_from_kwb(const KwbFile& file, const std::string& code,
                                                   const sim::Place& place,
                                                   std::vector<sim::Problem>& problems,
                                                   std::vector<sim::Problem>& skipped,
                                                   const FigureValues& typed) {
    const std::size_t before = problems.size();
    const auto meant = rows_meant(file, code, problems, skipped);
    if (meant.rows.empty()) {
        std::vector<std::string> codes;
        for (const auto& row : file.rows) codes.push_back(row.code);
        problems.push_back(
            {place,
             fmt::format("code: found \"{}\", which is not in {} (allowed: BU, WK or GM and digits, of "
                         "{} rows, or NL){}",
                         code, file.file, file.rows.size(), sim::did_you_mean(meant.code, codes))});
        return {};
    }
    std::map<std::string, FigureValues> around;  // by municipality
    std::vector<NeighbourhoodFigures> out;
    for (const auto* row : meant.rows) {
        const auto municipality = municipality_code_of(row->code);
        if (!around.contains(municipality))
            around.emplace(municipality, around_of(file, row->code, problems, skipped));
        read_buurt(file, *row, around.at(municipality), meant.alone ? Row::alone : Row::in_parts, typed, out,
                   problems, skipped);
    }
    if (out.empty() && problems.size() == before)
        problems.push_back({place, fmt::format("code: no buurt of {} can be simulated", meant.code)});
    return out;
}

}  // namespace weefsel
