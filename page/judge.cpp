#include "page/judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/decision/answer.hpp"
#include "app/compare/terms.hpp"
#include "models/measure/indicators.hpp"
#include "sim/error.hpp"

namespace weefsel::page {
namespace {

using analysis::Answer;
using analysis::Comparison;
using analysis::Cube;

/// The layout of a cube without what a page does not gather.
sim::ResultLayout kept_layout(const Study& study) {
    sim::ResultLayout layout = study.layout();
    layout.groupings.clear();
    layout.fine = {};
    layout.flows.clear();
    layout.payers.clear();
    layout.ledger = {};
    layout.sites = 0;
    return layout;
}

Cube cube_of(const Study& study, std::span<const float> values, std::size_t worlds, std::size_t options) {
    const auto layout = kept_layout(study);
    const std::size_t n = layout.observables.size(), months = static_cast<std::size_t>(layout.months),
                      a_run = months * n + layout.block_values();
    sim::require(worlds > 0 && values.size() == worlds * options * a_run, "every run has all its values");
    const std::size_t runs = options * worlds;
    Cube::Arrays all;
    all.indicator.assign(n, Cube::Values(runs * months));
    all.by_site.assign(n, {});
    for (const auto& block : layout.blocks) {
        auto& columns = all.block.emplace_back();
        for (const auto& column : block.columns) columns.emplace_back(runs * block.values(column));
    }
    for (std::size_t w = 0; w < worlds; ++w)
        for (std::size_t o = 0; o < options; ++o) {
            const float* from = values.data() + (w * options + o) * a_run;
            const std::size_t run = o * worlds + w;
            for (std::size_t m = 0; m < months; ++m)
                for (std::size_t i = 0; i < n; ++i) all.indicator[i][run * months + m] = *from++;
            for (auto& block : all.block)
                for (auto& column : block) {
                    const std::size_t size = column.size() / runs;
                    std::copy(from, from + size, column.begin() + static_cast<std::ptrdiff_t>(run * size));
                    from += size;
                }
        }
    return {layout, {options, worlds, 1}, std::move(all)};
}

/// Without what would end a cell or a line.
std::string cell(std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}
std::string both(const analysis::BothLanguages& said) { return cell(said.nl) + '\t' + cell(said.en); }

std::string part_line(const Answer::Part& part, const Cube& cube, const std::vector<Comparison>& rows,
                      std::size_t option, std::size_t reference) {
    const auto row_of = [&](std::size_t o) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Comparison& c) {
            return c.option == o && c.indicator == part.indicator && c.horizon_years == cube.layout().years();
        });
        sim::require(row != rows.end(), "what an answer is about was compared");
        return *row;
    };
    const auto mine = row_of(option), before = row_of(reference);
    return fmt::format("part\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
                       cube.layout().observables[part.indicator].name, name_of(part.verdict),
                       name_of(part.reserve), both(part.said), both(part.margin), before.level.mean,
                       mine.level.mean, mine.difference.mean, mine.difference.lower, mine.difference.upper,
                       mine.probability_better);
}

std::string lines_of(const Answer& answer, const Cube& cube, const std::vector<Comparison>& rows,
                     const analysis::Names& names) {
    std::string out;
    const auto said = [&](const char* kind, std::size_t option, const analysis::BothLanguages& sentence) {
        out += fmt::format("{}\t{}\t{}\n", kind, cell(names.options[option].name), both(sentence));
    };
    for (const auto& option : answer.options) {
        if (names.nothing && option.option == *names.nothing) continue;
        out += fmt::format("answer\t{}\n", both(option.sentence));
        for (const auto& part : option.parts)
            out += part_line(part, cube, rows, option.option, names.reference);
    }
    for (const auto& one : answer.findings) said("finding", one.option, one.sentence);
    for (const auto& one : answer.met) said("met", one.option, one.sentence);
    for (const auto& one : answer.missed) said("missed", one.option, one.sentence);
    for (const auto& one : answer.risks) said("risk", one.counts.option, one.sentence);
    if (!answer.enough.nl.empty()) out += fmt::format("enough\t{}\n", both(answer.enough));
    return out;
}

}  // namespace

std::string judged(const Study& study, const std::vector<OptionMoney>& expected,
                   std::span<const float> values, std::size_t worlds, std::size_t options) {
    const auto& scenario = study.scenario();
    sim::require(options > 1 && options <= scenario.options.size(), "these options are of the study");
    const Cube cube = cube_of(study, values, worlds, options);
    auto names = app::names_of(study);
    names.options.resize(options);
    if (names.nothing && *names.nothing >= options) names.nothing.reset();
    const std::vector<analysis::Noticeable> usual;
    const auto rows = analysis::compare_paired(cube, names.reference, usual);
    const auto against_nothing =
        names.nothing ? analysis::compare_paired(cube, *names.nothing, usual) : std::vector<Comparison>{};
    const analysis::Told told{
        cube, names, rows, against_nothing, nullptr, usual, app::monitor_of(scenario, 0)};
    const auto money = app::same_money_as_reference(scenario, expected, names.reference);
    return lines_of(analysis::whole_answer(told, money), cube, rows, names);
}

}  // namespace weefsel::page
