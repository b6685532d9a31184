#include "analysis/results/sweep_arrays.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "analysis/results/cube.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

using Block = sim::ResultLayout::Block;

constexpr std::string_view by_group = "/by_group/", money_group = "/money", reached_group = "/reached",
                           effect_group = "/reached_effect/";

Block::Axis year_axis(const std::vector<int>& years) {
    return {"year", {years.begin(), years.end()}, {}, "year", "Year under the option, from 1"};
}

void add_groups(SweepArrays& out, const sim::ResultLayout& layout,
                const std::vector<std::size_t>& observables, const std::vector<int>& years) {
    for (const auto& grouping : layout.groupings) {
        Block block{std::string(by_group) + grouping.name,
                    {year_axis(years), {"group", {}, grouping.groups, "", grouping.name}},
                    {}};
        for (const auto i : observables) {
            const auto& o = layout.observables.at(i);
            block.columns.push_back({std::string(o.name), std::string(o.unit), std::string(o.prose_en), 2});
        }
        if (!block.columns.empty()) out.push_back(std::move(block));
    }
}

void add_money(SweepArrays& out, const sim::ResultLayout& layout, const std::vector<int>& years) {
    Block block{
        std::string(money_group), {year_axis(years), {"payer", {}, layout.payers, "", "who pays"}}, {}};
    for (std::size_t f = 0; f < layout.flows.size(); ++f)
        block.columns.push_back(
            {layout.flows[f], "EUR",
             layout.flow_prose.empty() ? layout.flows[f] + " in the year" : layout.flow_prose.at(f), 2});
    out.push_back(std::move(block));
}

void add_ledger(SweepArrays& out, const sim::ResultLayout& layout) {
    if (layout.ledger.kinds.empty()) return;
    Block block{std::string(ledger_group(LedgerOf::reference)),
                {{"entry",
                  {},
                  layout.ledger.entries,
                  "",
                  "residents of month 0 (or their months): option against the reference"}},
                {}};
    for (const auto& kind : layout.ledger.kinds) block.columns.push_back({kind.name, "1", kind.label_en, 1});
    out.push_back(std::move(block));
}

/// A block of the layout in some of its years.
std::optional<Block> in_years(Block block, const std::vector<int>& years) {
    std::erase_if(block.axes.at(0).numbers, [&](double year) {
        return std::none_of(years.begin(), years.end(),
                            [&](int y) { return static_cast<double>(y) == year; });
    });
    if (block.axes[0].numbers.empty()) return std::nullopt;
    return block;
}

void add_reached(SweepArrays& out, const sim::ResultLayout& layout,
                 const std::vector<std::size_t>& observables, const std::vector<int>& years) {
    const auto wanted = [&](const std::string& group) {
        return group == reached_group ||
               std::any_of(observables.begin(), observables.end(), [&](std::size_t i) {
                   return group == std::string(effect_group) + std::string(layout.observables.at(i).name);
               });
    };
    for (const auto& block : layout.blocks)
        if (wanted(block.group))
            if (auto kept = in_years(block, years)) out.push_back(std::move(*kept));
}

/// Where the values of a column come from: an array of a cube, and what its first axis is if that is the
/// year.
struct Source {
    const Cube::Values* values;
    std::vector<double> years;  ///< empty: no year
};

std::vector<double> numbers_to(int last) {
    std::vector<double> out;
    for (int year = 1; year <= last; ++year) out.push_back(year);
    return out;
}

Source source_of(const Cube& cube, const Block& block, const Block::Column& column) {
    const auto& layout = cube.layout();
    const auto missing = [] { return sim::InvariantError("what a sweep keeps is measured"); };
    if (block.group.starts_with(by_group)) {
        const auto observable = observable_named(layout, column.name);
        for (std::size_t g = 0; g < layout.groupings.size(); ++g)
            if (observable && std::string(by_group) + layout.groupings[g].name == block.group)
                return {&cube.by_group(g, *observable), numbers_to(layout.years())};
        throw missing();
    }
    if (block.group == money_group) {
        const auto flow = flow_named(layout, column.name);
        if (!flow) throw missing();
        return {&cube.money(*flow), numbers_to(layout.years())};
    }
    if (block.group == ledger_group(LedgerOf::reference)) {
        for (std::size_t k = 0; k < layout.ledger.kinds.size(); ++k)
            if (layout.ledger.kinds[k].name == column.name) return {&cube.ledger(LedgerOf::reference, k), {}};
        throw missing();
    }
    const auto at = block_named(layout, block.group, column.name);
    if (!at) throw missing();
    return {&cube.block(at->block, at->column), layout.blocks[at->block].axes.at(0).numbers};
}

std::size_t points_in_memory(std::size_t values_a_point, std::size_t points) {
    constexpr std::size_t values_together = std::size_t{1} << 21U;
    return std::clamp<std::size_t>(values_together / std::max<std::size_t>(values_a_point, 1), 1,
                                   std::max<std::size_t>(points, 1));
}

}  // namespace

SweepArrays kept_arrays(const sim::ResultLayout& layout, const std::vector<Keep>& keep,
                        const std::vector<std::size_t>& observables, const std::vector<int>& years) {
    const auto wanted = [&](Keep what) { return std::find(keep.begin(), keep.end(), what) != keep.end(); };
    SweepArrays out;
    if (wanted(Keep::groups)) add_groups(out, layout, observables, years);
    if (wanted(Keep::money)) add_money(out, layout, years);
    if (wanted(Keep::ledger)) add_ledger(out, layout);
    if (wanted(Keep::reached)) add_reached(out, layout, observables, years);
    return out;
}

std::size_t values_a_run(const SweepArrays& arrays, std::size_t options) {
    std::size_t n = 0;
    for (const auto& block : arrays) n += block.values();
    return n * options;
}

std::vector<float> kept_arrays_of(const sim::ResultLayout& layout, const sim::UnitResult& run,
                                  const SweepArrays& arrays) {
    const std::size_t options = run.options.size();
    std::vector<float> out;
    if (arrays.empty()) return out;
    out.reserve(values_a_run(arrays, options));
    Cube cube(layout, {options, 1, 1});
    cube.add(0, 0, run);
    for (const auto& block : arrays)
        for (const auto& column : block.columns) {
            const auto [values, years] = source_of(cube, block, column);
            const std::size_t an_option = values->size() / options;
            if (years.empty()) {
                sim::require(an_option == block.values(column), "a sweep keeps whole arrays");
                out.insert(out.end(), values->begin(), values->end());
                continue;
            }
            const std::size_t a_year = an_option / years.size();
            for (std::size_t option = 0; option < options; ++option)
                for (const double year : block.axes[0].numbers) {
                    const auto row = std::find(years.begin(), years.end(), year) - years.begin();
                    sim::require(static_cast<std::size_t>(row) < years.size(), "a year kept was simulated");
                    const auto from = values->begin() + static_cast<std::ptrdiff_t>(option * an_option) +
                                      static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * a_year);
                    out.insert(out.end(), from, from + static_cast<std::ptrdiff_t>(a_year));
                }
        }
    return out;
}

ArraysMerger::ArraysMerger(sim::RunFileWriter& file, const SweepArrays& arrays,
                           std::vector<sim::Dimension> common)
    : file_(file),
      points_(common.at(0).size()),
      options_(common.at(1).size()),
      replicates_(common.at(2).size()) {
    together_ = points_in_memory(values_a_run(arrays, options_) * replicates_, points_);
    for (const auto& block : arrays) {
        auto dimensions = common;
        for (const auto& axis : block.axes)
            dimensions.push_back({axis.name, axis.numbers, axis.labels, axis.unit, axis.about});
        file_.group(block.group, dimensions, {});
        for (const auto& column : block.columns) {
            std::vector<std::string> own;
            for (std::size_t d = 0; d < common.size() + column.axes; ++d) own.push_back(dimensions[d].name);
            file_.open_rows(block.group, {column.name, own, {}, column.unit, column.about, {}}, together_);
            columns_.push_back({block.group, column.name, block.values(column), {}});
            columns_.back().values.assign(together_ * options_ * replicates_ * columns_.back().places,
                                          not_measured);
        }
    }
}

void ArraysMerger::add(std::size_t run, const float* values) {
    const std::size_t point = run / replicates_, replicate = run % replicates_;
    if (point >= first_ + together_) write();
    for (auto& column : columns_)
        for (std::size_t o = 0; o < options_; ++o, values += column.places)
            std::copy_n(
                values, column.places,
                &column
                     .values[(((point - first_) * options_ + o) * replicates_ + replicate) * column.places]);
}

void ArraysMerger::write() {
    const std::size_t n = std::min(together_, points_ - first_);
    for (auto& column : columns_) {
        file_.rows(column.group, column.name, first_,
                   std::span<const float>(column.values).first(n * options_ * replicates_ * column.places));
        std::fill(column.values.begin(), column.values.end(), not_measured);
    }
    first_ += n;
}

void ArraysMerger::finish() {
    if (!columns_.empty()) write();
}

}  // namespace weefsel::analysis
