#include "analysis/report/report_data.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string_view>

#include "analysis/report/report_money.hpp"
#include "analysis/report/report_tables.hpp"
#include "analysis/results/lives.hpp"
#include "analysis/results/noticeable.hpp"
#include "sim/month.hpp"

namespace weefsel::analysis {
namespace {

/// Shown year by year.
constexpr std::array<std::string_view, 6> drawn{
    "social_cohesion", "severely_lonely",           "participation",
    "professionals",   "same_worker_after_3_years", "residents_reached"};

template <class List>
bool holds(const List& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

std::string attribute_of(const sim::Variable& v, std::string_view name) {
    for (const auto& a : v.attributes)
        if (a.name == name) return a.text;
    return {};
}

/// 0 where there is no such attribute.
double number_of(const sim::Variable& v, std::string_view name) {
    const auto text = attribute_of(v, name);
    return text.empty() ? 0 : std::stod(text);
}

/// What the values of a variable can be.
Range range_in(const sim::Variable& v) {
    Range out;
    if (!attribute_of(v, "lowest").empty()) out.low = number_of(v, "lowest");
    if (!attribute_of(v, "highest").empty()) out.high = number_of(v, "highest");
    return out;
}

std::vector<std::string> headlines_in(const sim::RunFileReader& file) {
    std::map<double, std::string> by_rank;
    for (const auto& name : file.names("/indicators"))
        if (const double rank = number_of(file.variable("/indicators", name), "headline"); rank > 0)
            by_rank[rank] = name;
    std::vector<std::string> out;
    for (const auto& [rank, name] : by_rank) out.push_back(name);
    return out;
}

void read_head(const sim::RunFileReader& file, ReportData& out) {
    out.title = file.attribute("title");
    out.question = file.attribute("question");
    const auto or_else = [](const std::string& text, const std::string& other) {
        return text.empty() ? other : text;
    };
    out.title_nl = or_else(file.attribute("title_nl"), out.title);
    out.question_nl = or_else(file.attribute("question_nl"), out.question);
    out.version = file.attribute("version");
    out.commit = file.attribute("commit");
    out.created = file.attribute("created");
    out.command = file.attribute("command");
    out.scenario_sha256 = file.attribute("scenario_sha256");
    out.seed = file.attribute("seed");
    out.tree_clean = file.attribute("tree_clean");
    out.failures = file.attribute("failures");
    out.parameter_draws = file.attribute("parameter_draws");
    out.draws = file.dimension("/indicators", "draw").size();
    out.replicates = file.dimension("/indicators", "replicate").size();
    out.years = static_cast<int>(file.dimension("/indicators", "month").size()) / sim::months_per_year;
    const auto names = file.dimension("/indicators", "option").labels;
    const bool labelled = file.has("/scenario/options/label_nl");
    const auto nl = labelled ? file.texts("/scenario/options", "label_nl") : names;
    const auto en = labelled ? file.texts("/scenario/options", "label_en") : names;
    for (std::size_t o = 0; o < names.size(); ++o) out.options.push_back({names[o], nl.at(o), en.at(o)});
    const auto at = std::find(names.begin(), names.end(), file.attribute("reference"));
    out.reference = at == names.end() ? 0 : static_cast<std::size_t>(at - names.begin());
}

ReportData::Series series_of(const ReportData& data, const std::string& name, const Lives& monthly,
                             const Range& range) {
    ReportData::Series out{name, {}, {}};
    for (std::size_t o = 0; o < monthly.options; ++o) {
        auto& levels = out.levels.emplace_back();
        auto& differences = out.differences.emplace_back();
        for (int year = 1; year <= data.years; ++year) {
            const LifeValue value = [&](auto option, auto world) {
                return year_mean(monthly, option, world, year);
            };
            levels.push_back(level_of(value, o, monthly.worlds, range));
            differences.push_back(difference_of(value, o, data.reference, monthly.worlds, range));
        }
    }
    return out;
}

ReportData::Worlds worlds_of(const ReportData& data, const std::string& name, const Lives& monthly) {
    ReportData::Worlds out{name, {}};
    for (std::size_t o = 0; o < monthly.options; ++o) {
        auto& differences = out.differences.emplace_back();
        for (std::size_t w = 0; w < monthly.worlds.all(); ++w)
            differences.push_back(year_mean(monthly, o, w, data.years) -
                                  year_mean(monthly, data.reference, w, data.years));
    }
    return out;
}

void read_indicators(const sim::RunFileReader& file, ReportData& out) {
    for (const auto& name : file.names("/indicators")) {
        const auto v = file.variable("/indicators", name);
        out.indicators.push_back({name, v.units, attribute_of(v, "better"), attribute_of(v, "measured"),
                                  attribute_of(v, "long_name_nl"), v.long_name, attribute_of(v, "comment_nl"),
                                  attribute_of(v, "comment"), attribute_of(v, "scale"),
                                  number_of(v, "noticeable"), static_cast<int>(number_of(v, "headline"))});
        if (!holds(drawn, name) && name != "population") continue;
        const auto lives = read_lives(file, "/indicators", name);
        if (name == "population") {
            out.residents =
                level_of([&](auto o, auto w) { return lives.at(o, w, 0); }, out.reference, lives.worlds).mean;
            continue;
        }
        out.series.push_back(series_of(out, name, lives, range_in(v)));
        if (holds(out.headlines, name)) out.worlds.push_back(worlds_of(out, name, lives));
    }
}

/// The last year of one grouping: a group of the file with its `dimension` of names.
void read_grouping(const sim::RunFileReader& file, const std::string& group, const std::string& name,
                   const std::string& dimension, ReportData& out) {
    ReportData::Grouping grouping{name, file.dimension(group, dimension).labels, {}, {}, {}, {}};
    const std::size_t groups = grouping.groups.size();
    for (const auto& indicator : file.names(group)) {
        if (!holds(out.headlines, indicator)) continue;
        const auto range = range_in(file.variable(group, indicator));
        const auto lives = read_lives(file, group, indicator);
        const std::size_t last = lives.places - groups;
        ReportData::GroupValues values{indicator, {}, {}};
        for (std::size_t o = 0; o < lives.options; ++o) {
            auto& levels = values.levels.emplace_back();
            auto& differences = values.differences.emplace_back();
            for (std::size_t g = 0; g < groups; ++g) {
                const LifeValue value = [&](auto option, auto world) {
                    return lives.at(option, world, last + g);
                };
                levels.push_back(level_of(value, o, lives.worlds, range));
                differences.push_back(difference_of(value, o, out.reference, lives.worlds, range));
            }
        }
        grouping.values.push_back(std::move(values));
    }
    const std::string places = "/scenario/" + name + "s";
    if (file.has(places + "/x") && file.has(places + "/neighbourhood")) {
        for (const float v : file.variable(places, "x").values) grouping.x.push_back(static_cast<double>(v));
        for (const float v : file.variable(places, "y").values) grouping.y.push_back(static_cast<double>(v));
        grouping.within = file.texts(places, "neighbourhood");
    }
    if (!grouping.values.empty()) out.groupings.push_back(std::move(grouping));
}

void read_groupings(const sim::RunFileReader& file, ReportData& out) {
    if (file.has("/by_group"))
        for (const auto& name : file.groups("/by_group"))
            read_grouping(file, "/by_group/" + name, name, "group", out);
    if (!file.has("/by_neighbourhood")) return;
    out.neighbourhoods = file.dimension("/by_neighbourhood", "neighbourhood").labels;
    if (out.neighbourhoods.size() > 1)
        read_grouping(file, "/by_neighbourhood", "neighbourhood", "neighbourhood", out);
}

}  // namespace

ReportData read_report(const std::string& results) {
    const sim::RunFileReader file(results);
    if (file.has("/comparison/option") && !file.has("/comparison/verdict"))
        throw sim::InputError(
            {results, 1, 1},
            "was written by an older version of weefsel, which did not keep its answer; run "
            "the comparison again");
    ReportData out;
    read_head(file, out);
    out.headlines = headlines_in(file);
    read_indicators(file, out);
    read_groupings(file, out);
    out.money = read_money(file, out.reference);
    read_tables(file, out);
    return out;
}

}  // namespace weefsel::analysis
