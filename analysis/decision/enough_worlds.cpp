#include "analysis/decision/enough_worlds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/wording.hpp"
#include "analysis/statistics/unknown.hpp"
#include "analysis/statistics/variance_parts.hpp"

namespace weefsel::analysis {
namespace {

constexpr double part_of_step = 4;

/// Variance of independent values; NaN of fewer than two.
double spread_of_values(const std::vector<double>& values) {
    if (values.size() < 2) return unknown;
    const auto n = static_cast<double>(values.size());
    double mean = 0, squares = 0;
    for (const double v : values) mean += v / n;
    for (const double v : values) squares += (v - mean) * (v - mean);
    return squares / (n - 1);
}

std::vector<double> differences_at_end(const Told& told, std::size_t indicator, std::size_t option,
                                       std::size_t against) {
    const int year = told.cube.layout().years();
    auto out = year_values(told.cube, indicator, option, year);
    const auto others = year_values(told.cube, indicator, against, year);
    for (std::size_t w = 0; w < out.size(); ++w) out[w] -= others[w];
    return out;
}

}  // namespace

double EnoughWorlds::more() const {
    return std::isnan(needed) ? unknown : std::max(0.0, needed - static_cast<double>(worlds));
}

EnoughWorlds enough_worlds(const std::vector<double>& differences, std::size_t replicates, double step) {
    EnoughWorlds out;
    out.step = step;
    out.worlds = known(differences).size();
    const auto values = independent_values(differences, replicates);
    const double variance = spread_of_values(values), target = step / part_of_step;
    out.error = std::sqrt(variance / static_cast<double>(values.size()));
    if (std::isnan(variance)) {
        out.needed = unknown;
        return out;
    }
    const double each = static_cast<double>(out.worlds) / static_cast<double>(values.size());
    out.needed = std::ceil(std::max(variance / (target * target), 2.0)) * each;
    if (out.enough()) out.needed = std::min(out.needed, static_cast<double>(out.worlds));
    return out;
}

std::vector<EnoughWorlds> enough_worlds(const Told& told) {
    std::vector<EnoughWorlds> out;
    const auto ask = [&](std::size_t option, std::size_t against) {
        for (const auto i : headlines(told.cube.layout().observables)) {
            const double step = noticeable_of(told.noticeable, told.cube.layout().observables[i]);
            if (!(step > 0)) continue;
            auto row = enough_worlds(differences_at_end(told, i, option, against),
                                     told.cube.shape().replicates, step);
            row.option = option;
            row.against = against;
            row.indicator = i;
            if (row.worlds > 0) out.push_back(row);
        }
    };
    const auto reference = told.names.reference;
    for (std::size_t o = 0; o < told.names.options.size(); ++o) {
        if (o != reference) ask(o, reference);
        if (told.names.nothing && o != *told.names.nothing && *told.names.nothing != reference)
            ask(o, *told.names.nothing);
    }
    return out;
}

ResultTable enough_worlds_table(const std::vector<EnoughWorlds>& all, const Cube& cube, const Names& names) {
    ResultTable out("enough_worlds", {"option", "against", "indicator"},
                    {"noticeable 1|smallest step that people notice",
                     "error 1|Monte Carlo (standard) error of the mean difference in the last year", "worlds",
                     "enough 1|1: the error is at most a quarter of that step",
                     "more 1|worlds still to simulate for that"});
    for (const auto& row : all)
        out.add({names.options[row.option].name, names.options[row.against].name,
                 std::string(cube.layout().observables[row.indicator].name)},
                {row.step, row.error, static_cast<double>(row.worlds), row.enough() ? 1.0 : 0.0, row.more()});
    return out;
}

BothLanguages enough_worlds_said(const std::vector<EnoughWorlds>& all, const Told& told) {
    const EnoughWorlds* worst = nullptr;
    for (const auto& row : all)
        if (!std::isnan(row.needed) && (worst == nullptr || row.more() > worst->more())) worst = &row;
    if (worst == nullptr) return {};
    if (worst->more() <= 0)
        return {
            fmt::format(
                "{} werelden zijn genoeg: de fout door toeval is bij elke hoofdmaat hoogstens een kwart van "
                "wat mensen merken.",
                worst->worlds),
            fmt::format(
                "{} worlds are enough: of every headline the error by chance is at most a quarter of what "
                "people notice.",
                worst->worlds)};
    const auto& observable = told.cube.layout().observables[worst->indicator];
    const auto name = [&](Reading language) { return shown(observable, told.noticeable, language).name; };
    const auto more = [&](Reading language) { return number_text(worst->more(), 0, language); };
    return {
        fmt::format(
            "Met {} werelden is de fout door toeval nog niet overal een kwart van wat mensen merken; voor {} "
            "(‘{}’ tegen ‘{}’) zijn er nog {} nodig.",
            worst->worlds, name(Reading::nl), option_label(told.names, worst->option, Reading::nl),
            option_label(told.names, worst->against, Reading::nl), more(Reading::nl)),
        fmt::format("With {} worlds the error by chance is not yet a quarter of what people notice "
                    "everywhere; for {} "
                    "(‘{}’ against ‘{}’) it takes {} more.",
                    worst->worlds, name(Reading::en), option_label(told.names, worst->option, Reading::en),
                    option_label(told.names, worst->against, Reading::en), more(Reading::en))};
}

}  // namespace weefsel::analysis
