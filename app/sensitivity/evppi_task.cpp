#include "app/sensitivity/evppi_task.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/error.hpp"

namespace weefsel::app {

void refuse_levers(const std::vector<analysis::Factor>& factors, const std::string& file) {
    std::vector<std::string> levers;
    for (const auto& f : factors)
        if (f.lever) levers.push_back(f.name);
    if (!levers.empty())
        throw sim::InputError(
            {file, 1, 1},
            fmt::format(
                "--worth is of what nobody chooses, but {} of this design {} chosen (levers); sweep the "
                "uncertainties alone, with an option of the scenario for each choice",
                fmt::join(levers, ", "), levers.size() == 1 ? "is" : "are"));
}

void choose_between(SensitivityTask& task, const std::string& values_file, const analysis::Points& table,
                    const std::vector<std::size_t>& columns) {
    if (columns.size() < 2)
        throw sim::InputError(
            {values_file, 1, 1},
            fmt::format("--worth needs two outputs or more, each the net benefit of an option; "
                        "found {}",
                        columns.size()));
    task.outputs = 1;
    task.choices.push_back([table, columns] {
        analysis::StudiedChoice out{"net_benefit", "", {}, {}, 1};
        for (const auto c : columns) {
            out.options.push_back(table.names[c]);
            out.benefits.emplace_back();
            for (std::size_t r = 0; r < table.rows(); ++r) out.benefits.back().push_back(table.at(r, c));
        }
        return std::vector<analysis::StudiedChoice>{out};
    });
}

void add_choices(SensitivityTask& task, const analysis::SweepShape& shape,
                 const std::vector<analysis::SweepChoice>& choices,
                 const std::shared_ptr<const sim::RunFileReader>& file) {
    task.outputs = choices.size();
    for (std::size_t i = 0; i < shape.indicators.size(); ++i) {
        std::vector<analysis::SweepChoice> own;
        for (const auto& c : choices)
            if (c.indicator == i) own.push_back(c);
        if (own.empty()) continue;
        task.choices.push_back([file, shape, own, name = shape.indicators[i].name] {
            const auto values = file->variable("/", name).values;
            std::vector<analysis::StudiedChoice> out;
            for (const auto& c : own) out.push_back(analysis::studied_choice(shape, c, values));
            return out;
        });
    }
}

}  // namespace weefsel::app
