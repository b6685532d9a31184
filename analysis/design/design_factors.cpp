// Factors of a design: from their tables, or from the columns of a list.
#include "analysis/design/design_factors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "sim/csv_cells.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::analysis {
namespace {

using Problems = std::vector<sim::Problem>;

constexpr const char* factor_forms =
    "a list of levels, { low = 1, high = 2 } (also distribution = \"loguniform\", or whole = true) or "
    "{ distribution = \"posterior\" } (all fitted parameters together: posterior = { sets = \"all\" })";

/// Up to here a double holds every whole number, and one more is another number.
constexpr double max_exact = 9007199254740992;  // 2^53
constexpr bool is_exact(std::int64_t whole) {
    constexpr auto most = static_cast<std::int64_t>(max_exact);
    return whole >= -most && whole <= most;
}
/// Of the greatest to the least value of loguniform: its logarithm is taken in single precision.
constexpr double widest_ratio = 1e38;

/// The numbers or texts of a list of levels.
void read_levels(const sim::Value& value, Factor& factor, Problems& problems) {
    factor.distribution = Distribution::levels;
    bool texts = false, numbers = false;
    for (const auto& level : std::get<sim::Array>(value.data)) {
        if (const auto* text = std::get_if<std::string>(&level.data)) {
            factor.labels.push_back(*text);
            texts = true;
        } else if (const auto* flag = std::get_if<bool>(&level.data)) {
            factor.labels.emplace_back(*flag ? "true" : "false");
            texts = true;
        } else if (const auto* whole = std::get_if<std::int64_t>(&level.data);
                   whole != nullptr && !is_exact(*whole)) {
            problems.push_back(
                {level.at, fmt::format("a whole level of {} must be from {:.0f} to {:.0f}; found {}",
                                       factor.name, -max_exact, max_exact, *whole)});
            return;
        } else if (whole != nullptr) {
            factor.levels.push_back(static_cast<double>(*whole));
            numbers = true;
        } else if (const auto* number = std::get_if<double>(&level.data);
                   number != nullptr && std::isfinite(*number)) {
            factor.levels.push_back(*number);
            numbers = true;
        } else {
            problems.push_back({level.at, fmt::format("a level of {} must be a number or a text; found {}",
                                                      factor.name, level.described())});
            return;
        }
    }
    if (texts && numbers)
        problems.push_back(
            {value.at, fmt::format("levels of {} must all be numbers, or all be texts", factor.name)});
    if (!texts && !numbers)
        problems.push_back({value.at, factor.name + " has no levels; one or more are wanted"});
    if (texts) {
        factor.levels.resize(factor.labels.size());
        std::iota(factor.levels.begin(), factor.levels.end(), 1.0);
    }
    auto sorted = factor.levels;
    std::sort(sorted.begin(), sorted.end());
    auto labels = factor.labels;
    std::sort(labels.begin(), labels.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end() ||
        std::adjacent_find(labels.begin(), labels.end()) != labels.end())
        problems.push_back({value.at, "a level of " + factor.name + " is given twice"});
    if (sorted.empty()) return;
    factor.low = sorted.front();
    factor.high = sorted.back();
}

/// Whether values can be drawn between low and high. Each problem stands at the key that is wrong.
void check_range(const Factor& factor, sim::TableReader& reader) {
    if (!(factor.low < factor.high))
        reader.problem("high", fmt::format("high must be above low ({}); found {}", factor.low, factor.high));
    else if (!std::isfinite(factor.high - factor.low))
        reader.problem("high", fmt::format("high - low must be a number; found {} - {}, beyond what a number "
                                           "holds",
                                           factor.high, factor.low));
    if (factor.whole)
        for (const auto& [key, value] : {std::pair{"low", factor.low}, std::pair{"high", factor.high}})
            if (std::trunc(value) != value || std::abs(value) > max_exact)
                reader.problem(key, fmt::format("low and high must be whole numbers where whole = true, from "
                                                "{:.0f} to {:.0f}; found {}",
                                                -max_exact, max_exact, value));
    if (factor.distribution != Distribution::loguniform) return;
    if (factor.low <= 0)
        reader.problem("low", fmt::format("low must be above 0 with loguniform; found {}", factor.low));
    else if (factor.high / factor.low > widest_ratio)
        reader.problem("high",
                       fmt::format("high must be at most {:g} times low ({}) with loguniform; found {}",
                                   widest_ratio, factor.low, factor.high));
    if (factor.whole) reader.problem("whole", "whole goes with uniform only; found loguniform");
}

/// { low, high, distribution, whole }
void read_range(const sim::Value& value, Factor& factor, Problems& problems) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::size_t before = problems.size();
    sim::TableReader reader(value, factor.name, problems);
    const auto form = reader.text_of("distribution", "uniform", {"uniform", "loguniform", "posterior"});
    factor.whole = reader.flag("whole", false);
    if (form == "posterior") {
        factor.distribution = Distribution::posterior;
        for (const char* key : {"low", "high", "whole"})
            if (reader.raw(key) != nullptr)
                reader.problem(key, fmt::format("{} is not asked for with a posterior; leave it out", key));
        reader.finish();
        return;
    }
    factor.distribution = form == "loguniform" ? Distribution::loguniform : Distribution::uniform;
    const bool both = reader.needed("low") & reader.needed("high");
    factor.low = reader.number("low", factor.low, {-infinity, infinity});
    factor.high = reader.number("high", factor.high, {-infinity, infinity});
    reader.finish();
    if (both && problems.size() == before) check_range(factor, reader);
}

/// { sets, file }: whole sets of parameters that were fitted together.
void read_sets(const sim::Value& value, Factor& factor, Problems& problems) {
    constexpr std::int64_t max_sets = 1'000'000;
    sim::TableReader reader(value, factor.name, problems);
    factor.joint = true;
    factor.distribution = Distribution::posterior;
    factor.low = 1;
    const auto* sets = value.find("sets");
    if (const auto* text = std::get_if<std::string>(&sets->data); text != nullptr) {
        if (*text != "all")
            reader.problem("sets", fmt::format("sets must be \"all\", or how many from the first, as 50; "
                                               "found \"{}\"",
                                               *text));
        static_cast<void>(reader.raw("sets"));
    } else {
        factor.first_sets = static_cast<std::size_t>(reader.whole("sets", 2, 2, max_sets));
    }
    factor.sets_file = reader.text("file", "");
    reader.finish();
    if (factor.name != joint_name)
        problems.push_back(
            {value.at, fmt::format("sets goes with the factor {} only; found {}", joint_name, factor.name)});
    if (factor.lever)
        problems.push_back(
            {value.at, fmt::format("{} is what nobody chooses; it goes under [uncertainties]", factor.name)});
}

bool says_a_factor(const sim::Table& table) {
    static const std::vector<std::string> keys{"low", "high", "distribution", "whole", "sets"};
    return table.empty() || std::any_of(table.begin(), table.end(), [](const auto& entry) {
               return std::find(keys.begin(), keys.end(), entry.first) != keys.end();
           });
}

/// Factors of a table, whether their names are quoted or written as nested tables.
void collect(const sim::Value& value, const std::string& name, bool lever, Design& design,
             Problems& problems) {
    Factor factor{name, lever, Distribution::uniform, 0, 1, false, {}, {}, value.at};
    if (value.is_array()) {
        read_levels(value, factor, problems);
    } else if (const auto* table = std::get_if<sim::Table>(&value.data)) {
        if (!says_a_factor(*table)) {
            for (const auto& [key, below] : *table) collect(below, name + "." + key, lever, design, problems);
            return;
        }
        if (value.find("sets") != nullptr)
            read_sets(value, factor, problems);
        else
            read_range(value, factor, problems);
    } else {
        problems.push_back(
            {value.at, fmt::format("{} must be {}; found {}", name, factor_forms, value.described())});
        return;
    }
    const auto& all = design.factors;
    if (std::any_of(all.begin(), all.end(), [&](const Factor& f) { return f.name == name; }))
        problems.push_back({value.at, name + " is a factor already"});
    design.factors.push_back(std::move(factor));
}

bool is_number(const std::string& text) {
    double value = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && stopped == text.data() + text.size();
}

}  // namespace

void read_factors(sim::TableReader& top, const char* key, bool lever, Design& design, Problems& problems) {
    const auto* table = top.raw(key);
    if (table == nullptr) return;
    if (!table->is_table()) {
        top.problem(key, fmt::format("{} must be a table of factors; found {}", key, table->described()));
        return;
    }
    for (const auto& [name, value] : std::get<sim::Table>(table->data))
        collect(value, name, lever, design, problems);
}

void read_list(const std::string& path, const std::vector<std::string>& levers, const sim::Place& at,
               Design& design, Problems& problems) {
    const std::string text = sim::read_whole(path);
    const auto rows = sim::csv_cells(text, path);
    if (rows.empty()) throw sim::InputError({path, 1, 1}, "is empty; a header with names is wanted");
    for (std::size_t j = 0; j < rows.front().size(); ++j) {
        Factor factor{rows[0][j].text, false, Distribution::levels, 0, 1, false, {}, {}, rows[0][j].at};
        factor.joint = factor.name == joint_name;
        factor.lever = std::find(levers.begin(), levers.end(), factor.name) != levers.end();
        bool texts = false;
        std::vector<std::string> seen;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (j >= rows[i].size()) continue;
            texts = texts || !is_number(rows[i][j].text);
            seen.push_back(rows[i][j].text);
        }
        if (texts) {
            std::sort(seen.begin(), seen.end());
            seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
            factor.labels = seen;
        }
        design.factors.push_back(std::move(factor));
    }
    std::vector<std::string> names;
    for (const auto& factor : design.factors) names.push_back(factor.name);
    for (const auto& lever : levers)
        if (std::find(names.begin(), names.end(), lever) == names.end())
            problems.push_back({at, fmt::format("levers: \"{}\" is no column of {}{}", lever, path,
                                                sim::did_you_mean(lever, names))});
    const Points points = read_design_csv_text(text, path, design.factors);
    design.listed = points.values;
    for (std::size_t j = 0; j < points.columns(); ++j) {
        auto& levels = design.factors[j].levels;
        for (std::size_t i = 0; i < points.rows(); ++i) levels.push_back(points.at(i, j));
        std::sort(levels.begin(), levels.end());
        levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
        design.factors[j].low = levels.front();
        design.factors[j].high = levels.back();
    }
}

}  // namespace weefsel::analysis
