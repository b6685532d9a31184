// Reads a design from TOML, and judges it.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <tuple>

#include "analysis/design/design.hpp"
#include "analysis/design/design_factors.hpp"
#include "sim/enum_name.hpp"
#include "sim/file_aside.hpp"
#include "sim/settings.hpp"

namespace weefsel::analysis {
namespace {

using Problems = std::vector<sim::Problem>;

constexpr std::int64_t max_points = std::int64_t{1} << 24U;
constexpr std::size_t max_rows = max_design_rows;
constexpr std::int64_t max_replicates = 100'000;
constexpr std::int64_t most_morris_levels = 100;
/// Boost 1.74 has direction numbers for so many dimensions; Saltelli's matrices take two a factor.
constexpr std::size_t max_sobol_factors = 3667 / 2;

std::vector<std::string> kind_names() {
    constexpr auto names = sim::enum_names<DesignKind>();
    return {names.begin(), names.end()};
}

std::vector<std::string> texts_of(sim::TableReader& reader, const char* key, std::vector<sim::Place>* places,
                                  Problems& problems) {
    std::vector<std::string> out;
    const auto* value = reader.raw(key);
    if (value == nullptr) return out;
    const auto* array = std::get_if<sim::Array>(&value->data);
    if (array == nullptr) {
        reader.problem(key, fmt::format("{} must be a list of texts; found {}", key, value->described()));
        return out;
    }
    for (const auto& row : *array) {
        const auto* text = std::get_if<std::string>(&row.data);
        if (text == nullptr) {
            problems.push_back(
                {row.at, fmt::format("every entry of {} must be a text; found {}", key, row.described())});
            continue;
        }
        if (std::find(out.begin(), out.end(), *text) != out.end()) {
            problems.push_back({row.at, fmt::format("\"{}\" is there twice in {}", *text, key)});
            continue;
        }
        out.push_back(*text);
        if (places != nullptr) places->push_back(row.at);
    }
    return out;
}

void read_keep(sim::TableReader& reader, Design& design) {
    constexpr auto names = sim::enum_names<Keep>();
    const auto wanted = reader.texts_of("keep", {names.begin(), names.end()});
    if (const auto* keep = reader.raw("keep")) design.keep_at = keep->at;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto times = std::count(wanted.begin(), wanted.end(), names[i]);
        if (times > 1) reader.problem("keep", fmt::format("\"{}\" is there twice in keep", names[i]));
        if (times > 0) design.keep.push_back(static_cast<Keep>(i));
    }
}

void read_outputs(sim::TableReader& top, Design& design, Problems& problems) {
    const auto* table = top.raw("outputs");
    if (table == nullptr) return;
    sim::TableReader reader(*table, "[outputs]", problems);
    design.indicators = texts_of(reader, "indicators", &design.indicators_at, problems);
    if (const auto* years = reader.raw("years")) {
        const auto* array = std::get_if<sim::Array>(&years->data);
        if (array == nullptr)
            reader.problem("years", "years must be a list of whole numbers; found " + years->described());
        else
            for (const auto& year : *array) {
                const auto* number = std::get_if<std::int64_t>(&year.data);
                if (number == nullptr || *number < 1 || *number > std::numeric_limits<int>::max()) {
                    problems.push_back(
                        {year.at, "a year must be a whole number from 1; found " + year.described()});
                    continue;
                }
                design.years.push_back(static_cast<int>(*number));
                design.years_at.push_back(year.at);
            }
    }
    read_keep(reader, design);
    reader.finish();
    if (!std::is_sorted(design.years.begin(), design.years.end(), std::less_equal<>()))
        reader.problem("years", "years must ascend, each once");
}

DesignKind kind_of(const std::string& name) {
    const auto names = kind_names();
    return static_cast<DesignKind>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// How many levels a factor has in a grid; 0: none. As a number that cannot overflow.
double levels_of(const Factor& factor) {
    return factor.whole ? factor.high - factor.low + 1 : static_cast<double>(factor.levels.size());
}

/// The levels of a grid, once it is known that there are not too many.
void give_grid_levels(sim::TableReader& reader, Design& design, Problems& problems) {
    const std::size_t before = problems.size();
    double rows = 1;
    for (const auto& factor : design.factors) {
        const double levels = levels_of(factor);
        if (factor.joint) continue;  // its file says how many
        rows *= levels;
        if (levels > static_cast<double>(max_rows))
            problems.push_back({factor.at, fmt::format("a grid has up to {} rows; {} alone has {:.0f} levels",
                                                       max_rows, factor.name, levels)});
        if (levels > 0) continue;
        if (factor.distribution == Distribution::posterior)
            problems.push_back(
                {factor.at, fmt::format("a grid wants levels; {} has a posterior: give a list of levels, or "
                                        "choose kind = \"lhs\", \"sobol\" or \"morris\"",
                                        factor.name)});
        else
            problems.push_back({factor.at, fmt::format("a grid wants levels; {} has a range: give a list, as "
                                                       "[{}, {}], or whole = true",
                                                       factor.name, factor.low, factor.high)});
    }
    if (problems.size() > before) return;
    if (rows > static_cast<double>(max_rows))
        return reader.problem("kind",
                              fmt::format("a design has up to {} rows; found {:.6g}", max_rows, rows));
    for (auto& factor : design.factors)
        if (factor.whole)
            for (double step = 0; step < levels_of(factor); ++step)
                factor.levels.push_back(factor.low + step);
}

/// Whether the kind and its factors go together.
void check_kind(sim::TableReader& reader, Design& design, Problems& problems) {
    const std::size_t k = design.factors.size();
    if (k == 0) {
        reader.problem("kind",
                       "a design has one factor or more, under [uncertainties] or [levers]; found none");
        return;
    }
    if (design.kind == DesignKind::grid) return give_grid_levels(reader, design, problems);
    for (const auto& factor : design.factors)
        if (factor.joint && design.kind == DesignKind::morris)
            problems.push_back(
                {factor.at, fmt::format("morris moves a factor along its range, and the sets of "
                                        "{} have no order; choose kind = \"sobol\" or \"lhs\"",
                                        factor.name)});
    if (design.second_order && k < 2)
        reader.problem("second_order", "second_order is of pairs of factors; the design has one factor");
    if (design.kind == DesignKind::sobol && k > max_sobol_factors)
        reader.problem("kind", fmt::format("sobol has up to {} factors; found {}", max_sobol_factors, k));
    if (const std::size_t rows = rows_of(design); rows > max_rows)
        reader.problem("points", fmt::format("a design has up to {} rows; found {}", max_rows, rows));
}

/// `kind_is_known`: else nobody can say whether points belong there.
void read_points(sim::TableReader& reader, Design& design, bool kind_is_known) {
    const bool counted = design.kind != DesignKind::grid && design.kind != DesignKind::list;
    const bool there = reader.raw("points") != nullptr;
    if (!kind_is_known) return;
    if (counted && reader.needed("points"))
        design.points = static_cast<std::size_t>(reader.whole("points", 1, 1, max_points));
    if (!counted && there)
        reader.problem("points",
                       fmt::format("points is not asked for in a {}; leave it out", name_of(design.kind)));
}

void read_kind(const sim::Value& table, Design& design, Problems& problems) {
    sim::TableReader reader(table, "[design]", problems);
    const std::size_t before = problems.size();
    if (reader.needed("kind")) design.kind = kind_of(reader.text_of("kind", "lhs", kind_names()));
    const bool kind_is_known = problems.size() == before;
    design.seed = static_cast<std::uint32_t>(
        reader.whole("seed", design.seed, 0, std::numeric_limits<std::uint32_t>::max()));
    design.replicates = static_cast<std::size_t>(reader.whole("replicates", 1, 1, max_replicates));
    read_points(reader, design, kind_is_known);
    if (const auto* levels = reader.raw("levels")) {
        design.morris_levels = static_cast<std::size_t>(reader.whole("levels", 4, 2, most_morris_levels));
        if (kind_is_known && design.kind != DesignKind::morris)
            problems.push_back({levels->at, "levels goes with kind = \"morris\" only"});
        else if (design.morris_levels % 2 != 0)
            problems.push_back(
                {levels->at, fmt::format("levels must be even; found {}", design.morris_levels)});
    }
    design.second_order = reader.flag("second_order", false);
    if (reader.raw("second_order") != nullptr && kind_is_known && design.kind != DesignKind::sobol)
        reader.problem("second_order", "second_order goes with kind = \"sobol\" only");
    const auto* file = reader.raw("file");
    const auto levers = texts_of(reader, "levers", nullptr, problems);
    if (design.kind == DesignKind::list) {
        if (!design.factors.empty())
            problems.push_back({design.factors.front().at,
                                "the factors of a list are the columns of its file; "
                                "name those that are levers in [design] levers"});
        else if (reader.needed("file") && std::holds_alternative<std::string>(file->data)) {
            const std::filesystem::path given(std::get<std::string>(file->data));
            const auto path =
                given.is_absolute() ? given : std::filesystem::path(design.file).parent_path() / given;
            try {
                read_list(path.lexically_normal().string(), levers, table.find("file")->at, design, problems);
            } catch (const sim::InputError& e) {
                problems.insert(problems.end(), e.problems().begin(), e.problems().end());
            }
        } else if (file != nullptr) {
            reader.problem("file", "file must be a text, between quotes; found " + file->described());
        }
    } else {
        for (const char* key : {"file", "levers"})
            if (reader.raw(key) != nullptr && kind_is_known)
                reader.problem(key, fmt::format("{} goes with kind = \"list\" only", key));
    }
    reader.finish();
    if (problems.size() == before) check_kind(reader, design, problems);
}

}  // namespace

std::string_view name_of(DesignKind kind) {
    constexpr auto names = sim::enum_names<DesignKind>();
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Keep keep) {
    constexpr auto names = sim::enum_names<Keep>();
    return names[static_cast<std::size_t>(keep)];
}

Design read_design_text(const std::string& text, const std::string& file) {
    const sim::Value root = sim::read_toml_text(text, file);
    Problems problems;
    Design design;
    design.file = file;
    sim::TableReader top(root, "the design", problems);
    design.scenario = top.text("scenario", "");
    read_factors(top, "uncertainties", false, design, problems);
    read_factors(top, "levers", true, design, problems);
    if (top.needed("design")) read_kind(*root.find("design"), design, problems);
    read_outputs(top, design, problems);
    top.finish();
    std::stable_sort(problems.begin(), problems.end(), [](const sim::Problem& a, const sim::Problem& b) {
        return std::tie(a.at.file, a.at.line, a.at.column) < std::tie(b.at.file, b.at.line, b.at.column);
    });
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return design;
}

Design read_design(const std::string& path) { return read_design_text(sim::read_whole(path), path); }

}  // namespace weefsel::analysis
