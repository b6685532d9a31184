#include "analysis/decision/how_sure.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/decision/prim.hpp"
#include "analysis/decision/prim_sentence.hpp"
#include "analysis/decision/robustness.hpp"
#include "analysis/decision/value_of_information.hpp"
#include "analysis/results/comparison.hpp"
#include "sim/random_source.hpp"

namespace weefsel::analysis {
namespace {

constexpr std::size_t shuffles = 99;
constexpr std::size_t fewest_for_evppi = 30, fewest_for_a_box = 40;
enum class Stream : std::uint8_t { shuffle };

/// Gain of the option by draw (mean over replicates, the good direction), and the draws that have one.
struct Gains {
    std::vector<double> gain;
    std::vector<std::size_t> draw;
};

Gains gains_of(const std::vector<double>& differences, std::size_t replicates, sim::Better better) {
    Gains out;
    for (std::size_t d = 0; d * replicates < differences.size(); ++d) {
        double sum = 0;
        int n = 0;
        for (std::size_t r = 0; r < replicates; ++r) {
            const double v = differences[d * replicates + r];
            if (std::isnan(v)) continue;
            sum += v;
            ++n;
        }
        if (n == 0) continue;
        out.gain.push_back((better == sim::Better::lower ? -1 : 1) * sum / n);
        out.draw.push_back(d);
    }
    return out;
}

/// Values of one assumption in the draws that count.
std::vector<double> column(const Assumptions& a, std::size_t name, const std::vector<std::size_t>& draws) {
    std::vector<double> out;
    for (const auto d : draws) out.push_back(a.values.at(d).at(name));
    return out;
}

double evppi_of(const std::vector<double>& gain, const std::vector<double>& assumption) {
    std::vector<double> benefits(gain.size(), 0.0);  // the reference
    benefits.insert(benefits.end(), gain.begin(), gain.end());
    const double value = value_of_parameter({benefits, gain.size()}, assumption);
    return std::isnan(value) ? 0 : value;
}

/// The gains in another order.
std::vector<double> shuffled(std::vector<double> gain, const sim::RandomSource& draws, std::uint32_t nth) {
    for (std::size_t i = gain.size(); i-- > 1;) {
        const auto number = draws.block(Stream::shuffle, i, sim::Month{0}, nth)[0];
        const auto j = static_cast<std::size_t>((std::uint64_t{number} * (i + 1)) >> 32U);
        std::swap(gain[i], gain[j]);
    }
    return gain;
}

/// The largest worth that any of the assumptions seems to have where the gains follow none of them.
double best_by_chance(const std::vector<double>& gain, const std::vector<std::vector<double>>& columns,
                      std::uint32_t seed) {
    const sim::RandomSource draws(seed, 0);
    double most = 0;
    for (std::uint32_t s = 0; s < shuffles; ++s) {
        const auto other = shuffled(gain, draws, s);
        for (const auto& c : columns) most = std::max(most, evppi_of(other, c));
    }
    return most;
}

void say_what_flips(HowSure& out, const Gains& gains, const std::vector<std::vector<double>>& columns,
                    const Assumptions& assumptions) {
    if (out.evppi.empty() || gains.gain.size() < fewest_for_a_box) return;
    const bool mostly_better = out.better.mean >= 0.5;
    std::vector<std::uint8_t> flipped;
    std::vector<double> values;
    std::vector<DimensionText> names;
    for (const auto& w : out.evppi)
        names.push_back({assumptions.names[w.assumption], assumptions.names[w.assumption], "", ""});
    for (std::size_t i = 0; i < gains.gain.size(); ++i) {
        flipped.push_back((gains.gain[i] > 0) != mostly_better ? 1 : 0);
        for (const auto& w : out.evppi) values.push_back(columns[w.assumption][i]);
    }
    if (std::accumulate(flipped.begin(), flipped.end(), 0) == 0) return;
    const PrimPoints points{values, out.evppi.size(), flipped};
    const auto boxes = prim_peel(points);
    constexpr double dense = 0.7;
    const auto box = widest_box(boxes, dense);
    if (!box || box->restricted() == 0) return;
    out.flips_en = box_sentence_en(prim_paste(points, *box), names,
                                   mostly_better ? "the reference is better" : "the option is better");
    out.flips_nl = box_sentence_nl(prim_paste(points, *box), names,
                                   mostly_better ? "de vergelijking beter is" : "de optie beter is");
}

}  // namespace

HowSure how_sure(const Cube& cube, std::size_t option, std::size_t reference, std::size_t indicator,
                 double noticeable, const Assumptions& assumptions, std::uint32_t seed) {
    HowSure out;
    out.option = option;
    out.indicator = indicator;
    const auto& shape = cube.shape();
    const auto better = cube.layout().observables.at(indicator).better;
    const int year = cube.layout().years();
    auto differences = year_values(cube, indicator, option, year);
    const auto other = year_values(cube, indicator, reference, year);
    for (std::size_t w = 0; w < differences.size(); ++w) differences[w] -= other[w];
    const auto draws = by_draw(differences, shape.replicates);
    if (draws.size() < 2) return out;
    out.draws = draws.size();
    out.noticeable = noticeable_draws(draws, noticeable, better);
    out.parts = variance_parts(draws);
    const auto gains = gains_of(differences, shape.replicates, better);
    const std::vector<double> nothing(gains.gain.size(), 0.0);
    out.better = share_of_worlds_better(gains.gain, nothing, sim::Better::higher);
    std::vector<double> benefits = nothing;
    benefits.insert(benefits.end(), gains.gain.begin(), gains.gain.end());
    out.perfect = value_of_perfect_information({benefits, gains.gain.size()});

    if (out.draws < fewest_for_evppi) return out;
    std::vector<std::vector<double>> columns;
    for (std::size_t a = 0; a < assumptions.names.size(); ++a)
        columns.push_back(column(assumptions, a, gains.draw));
    out.chance = best_by_chance(gains.gain, columns, seed);
    for (std::size_t a = 0; a < columns.size(); ++a)
        if (const double value = evppi_of(gains.gain, columns[a]); value > out.chance)
            out.evppi.push_back({a, value});
    std::sort(out.evppi.begin(), out.evppi.end(), [](const AssumptionEvppi& a, const AssumptionEvppi& b) {
        return a.value != b.value ? a.value > b.value : a.assumption < b.assumption;
    });
    say_what_flips(out, gains, columns, assumptions);
    return out;
}

std::vector<ResultTable> how_sure_tables(const std::vector<HowSure>& all, const Cube& cube,
                                         const Names& names, const Assumptions& assumptions) {
    ResultTable certain("certainty", {"option", "indicator"},
                        {"draws", "better", "noticeably_better", "noticeably_worse", "variance_assumptions",
                         "variance_luck", "value_of_perfect_information"});
    ResultTable values("value_of_information", {"option", "indicator", "parameter"}, {"value", "by_chance"});
    ResultTable flips("flips", {"option", "indicator", "sentence_nl", "sentence_en"});
    for (const auto& sure : all) {
        const auto& option = names.options.at(sure.option).name;
        const std::string indicator(observable_of(cube, names, sure.indicator).name);
        certain.add({option, indicator},
                    {static_cast<double>(sure.draws), sure.better.mean, sure.noticeable.better.mean,
                     sure.noticeable.worse.mean, sure.parts.parameters, sure.parts.chance, sure.perfect});
        for (const auto& known : sure.evppi)
            values.add({option, indicator, assumptions.names.at(known.assumption)},
                       {known.value, sure.chance});
        if (!sure.flips_en.empty()) flips.add({option, indicator, sure.flips_nl, sure.flips_en});
    }
    std::vector<ResultTable> out{certain, values, flips};
    std::erase_if(out, [](const auto& table) { return table.rows() == 0; });
    return out;
}

}  // namespace weefsel::analysis
