#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "analysis/results/indicator_range.hpp"
#include "analysis/results/results_file.hpp"
#include "sim/error.hpp"
#include "sim/month.hpp"
#include "sim/run_file.hpp"

namespace weefsel::analysis {
namespace {

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

/// What the cube of a file holds, group by group.
class CubeReader {
public:
    CubeReader(const sim::RunFileReader& file, std::string path, Results& out)
        : file_(file), path_(std::move(path)), out_(out) {}

    void read() {
        const auto months = file_.dimension("/indicators", "month").size();
        shape_ = {file_.dimension("/indicators", "option").size(),
                  file_.dimension("/indicators", "draw").size(),
                  file_.dimension("/indicators", "replicate").size()};
        layout_.months = static_cast<int>(months);
        for (const auto& name : file_.names("/indicators")) {
            auto v = file_.variable("/indicators", name);
            layout_.observables.push_back(observable(v));
            arrays_.indicator.push_back(fitting("/indicators", std::move(v), months));
        }
        read_sites();
        read_groupings();
        read_money();
        for (const auto of : {LedgerOf::reference, LedgerOf::placebo, LedgerOf::chance}) read_ledger(of);
        for (const char* group : {"/reached", "/staffing"}) read_block(group);
        for (const char* group : {"/reached_effect", "/reached_strata"})
            for (const auto& name : file_.has(group) ? file_.groups(group) : std::vector<std::string>{})
                read_block(std::string(group) + "/" + name);
        out_.cube = Cube(std::move(layout_), shape_, std::move(arrays_));
    }

private:
    std::string_view keep(std::string text) { return out_.texts.emplace_back(std::move(text)); }

    sim::Observable observable(const sim::Variable& v) {
        const auto better = attribute_of(v, "better"), scale = attribute_of(v, "scale");
        sim::Observable o{
            keep(v.name),
            keep(v.units),
            better == "higher"  ? sim::Better::higher
            : better == "lower" ? sim::Better::lower
                                : sim::Better::neither,
            attribute_of(v, "measured") == "yearly" ? sim::Measured::yearly : sim::Measured::monthly,
            keep(v.long_name),
            keep(attribute_of(v, "long_name_nl")),
            keep(attribute_of(v, "comment")),
            keep(attribute_of(v, "comment_nl"))};
        o.scale = scale_named(scale);
        o.noticeable = number_of(v, "noticeable");
        o.headline = static_cast<int>(number_of(v, "headline"));
        return o;
    }
    /// So many values for each option, draw and replicate. Throws sim::InputError when there are others.
    [[nodiscard]] Cube::Values fitting(const std::string& group, sim::Variable&& v,
                                       std::size_t places) const {
        if (v.values.size() != shape_.options * shape_.worlds() * places)
            throw sim::InputError({path_, 1, 1}, group + "/" + v.name + " does not fit its dimensions");
        return std::move(v.values);
    }
    /// A variable of a group; NaN throughout when the file has none.
    [[nodiscard]] Cube::Values values(const std::string& group, const std::string& name,
                                      std::size_t places) const {
        if (file_.has(group + "/" + name)) return fitting(group, file_.variable(group, name), places);
        return Cube::Values(shape_.options * shape_.worlds() * places, not_measured);
    }
    /// Of every observable.
    [[nodiscard]] std::vector<Cube::Values> all(const std::string& group, std::size_t places) const {
        std::vector<Cube::Values> out;
        for (const auto& o : layout_.observables) out.push_back(values(group, std::string(o.name), places));
        return out;
    }
    [[nodiscard]] std::size_t years() const { return static_cast<std::size_t>(layout_.years()); }

    void read_sites() {
        const auto groups = file_.groups("/");
        const auto at = std::find_if(groups.begin(), groups.end(), [](const std::string& group) {
            return group.starts_with("by_") && group != "by_group";
        });
        if (at == groups.end()) return;
        out_.names.site_dimension = at->substr(3);
        out_.names.sites = file_.dimension("/" + *at, out_.names.site_dimension).labels;
        layout_.sites = out_.names.sites.size();
        arrays_.by_site = all("/" + *at, years() * layout_.sites);
    }
    void read_groupings() {
        if (!file_.has("/by_group")) return;
        for (const auto& name : file_.groups("/by_group")) {
            const std::string group = "/by_group/" + name;
            const auto labels = file_.dimension(group, "group").labels;
            const auto held = file_.names(group);
            const std::size_t places = years() * labels.size();
            if (held.size() == layout_.observables.size()) {
                layout_.groupings.push_back({name, labels});
                arrays_.by_group.push_back(all(group, places));
                continue;
            }
            layout_.fine = {name, labels, {}};
            for (const auto& one : held) {
                const auto i = observable_named(layout_, one);
                if (!i) continue;
                layout_.fine.observables.push_back(*i);
                arrays_.fine.push_back(values(group, one, places));
            }
        }
    }
    void read_money() {
        if (!file_.has("/money/payer")) return;
        layout_.payers = file_.dimension("/money", "payer").labels;
        layout_.flows = file_.names("/money");
        for (const auto& flow : layout_.flows)
            arrays_.money.push_back(values("/money", flow, years() * layout_.payers.size()));
    }
    void read_ledger(LedgerOf of) {
        const std::string group(ledger_group(of));
        if (of == LedgerOf::reference && file_.has(group)) {
            layout_.ledger.entries = file_.dimension(group, "entry").labels;
            for (const auto& kind : file_.names(group)) layout_.ledger.kinds.push_back({kind, "", "", ""});
        }
        for (const auto& kind : layout_.ledger.kinds)
            arrays_.ledger[static_cast<std::size_t>(of)].push_back(
                values(group, kind.name, layout_.ledger.entries.size()));
    }

    /// Columns over (option, draw, replicate) and axes of their own; nothing where the file has no such
    /// group.
    void read_block(const std::string& group) {
        if (!file_.has(group)) return;
        constexpr std::size_t of_lives = 3;
        sim::ResultLayout::Block block{group, {}, {}};
        std::vector<Cube::Values> columns;
        for (const auto& name : file_.names(group)) {
            auto v = file_.variable(group, name);
            const std::size_t axes = v.dimensions.size() - std::min(v.dimensions.size(), of_lives);
            for (std::size_t a = block.axes.size(); a < axes; ++a) {
                const auto d = file_.dimension(group, v.dimensions[of_lives + a]);
                block.axes.push_back({d.name, d.numbers, d.labels, d.units, d.long_name});
            }
            block.columns.push_back({v.name, v.units, v.long_name, axes});
            columns.push_back(fitting(group, std::move(v), block.values(block.columns.back())));
        }
        layout_.blocks.push_back(std::move(block));
        arrays_.block.push_back(std::move(columns));
    }

    const sim::RunFileReader& file_;
    std::string path_;
    Results& out_;
    sim::ResultLayout layout_;
    CubeShape shape_;
    Cube::Arrays arrays_;
};

void read_names(const sim::RunFileReader& file, Names& out) {
    const auto names = file.dimension("/indicators", "option").labels;
    const bool labelled = file.has("/scenario/options/label_nl");
    const auto nl = labelled ? file.texts("/scenario/options", "label_nl") : names;
    const auto en = labelled ? file.texts("/scenario/options", "label_en") : names;
    for (std::size_t o = 0; o < names.size(); ++o) out.options.push_back({names[o], nl.at(o), en.at(o)});
    const auto at = std::find(names.begin(), names.end(), file.attribute("reference"));
    out.reference = at == names.end() ? 0 : static_cast<std::size_t>(at - names.begin());
}

void read_tables(const sim::RunFileReader& file, const sim::ResultLayout& layout,
                 std::vector<ResultTable>& out) {
    const auto read = [&](const std::string& group, const std::string& row = "row") {
        if (file.has(group)) out.emplace_back(file, group, row);
    };
    read("/comparison");
    read("/scenario/options", "name");
    read("/scenario/expected_money", "option");
    read("/scenario/parameters", "name");
    if (file.has("/decision"))
        for (const auto& name : file.groups("/decision")) read("/decision/" + name);
    for (const char* group : {"/lives", "/lives_terms", "/scenario/noticeable"}) read(group);
    if (!layout.fine.name.empty()) read(places_group(layout), layout.fine.name);
}

/// The first option that is paid nothing for; the rows are those of the options.
std::optional<std::size_t> without_lines(const std::vector<ResultTable>& tables) {
    const auto* expected = table_named(tables, "/scenario/expected_money");
    for (std::size_t o = 0; expected != nullptr && o < expected->rows(); ++o)
        if (expected->kept("has_lines", o) == 0) return o;
    return std::nullopt;
}

}  // namespace

Results read_results(const std::string& path) {
    const sim::RunFileReader file(path);
    if (file.has("/comparison/option") && !file.has("/comparison/verdict"))
        throw sim::InputError(
            {path, 1, 1},
            "was written by an older version of weefsel, which did not keep its answer; run "
            "the comparison again");
    Results out;
    auto& record = out.record;
    const auto or_else = [](const std::string& text, const std::string& other) {
        return text.empty() ? other : text;
    };
    record.title = file.attribute("title");
    record.question = file.attribute("question");
    record.title_nl = or_else(file.attribute("title_nl"), record.title);
    record.question_nl = or_else(file.attribute("question_nl"), record.question);
    const auto seed = file.attribute("seed");
    std::from_chars(seed.data(), seed.data() + seed.size(), record.seed);
    record.command = file.attribute("command");
    record.plugins = file.attribute("plugins");
    record.replaced = file.attribute("replaced_equations");
    record.failures = file.attribute("failures");
    record.drawn_from = file.attribute("parameter_draws");
    record.made = {file.attribute("version"), file.attribute("commit"), file.attribute("tree_clean"),
                   file.attribute("created")};
    if (file.has("/scenario/resolved")) record.resolved = file.text("/scenario/resolved");
    read_names(file, out.names);
    CubeReader(file, path, out).read();
    read_tables(file, out.cube.layout(), record.tables);
    out.names.nothing = without_lines(record.tables);
    return out;
}

}  // namespace weefsel::analysis
