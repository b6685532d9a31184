#include "analysis/sensitivity/evppi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "analysis/sensitivity/emulated_output.hpp"
#include "analysis/statistics/effect_rows.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/csv_text.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// Benefits by (case, option): what a chooser may meet, all cases equally likely.
struct Cases {
    std::size_t options;
    std::vector<double> benefits;
    [[nodiscard]] std::size_t count() const { return benefits.size() / options; }
    [[nodiscard]] double at(std::size_t c, std::size_t option) const {
        return benefits[c * options + option];
    }
};

/// The best option in each case.
std::vector<std::size_t> best_by_case(const Cases& cases) {
    std::vector<std::size_t> out;
    for (std::size_t c = 0; c < cases.count(); ++c) {
        std::size_t best = 0;
        for (std::size_t o = 1; o < cases.options; ++o)
            if (cases.at(c, o) > cases.at(c, best)) best = o;
        out.push_back(best);
    }
    return out;
}

std::vector<double> means_of(const Cases& cases) {
    std::vector<double> out(cases.options, 0.0);
    for (std::size_t c = 0; c < cases.count(); ++c)
        for (std::size_t o = 0; o < cases.options; ++o)
            out[o] += cases.at(c, o) / static_cast<double>(cases.count());
    return out;
}

/// What choosing by case brings above the option that is best on average.
double gain(const Cases& cases, const std::vector<std::size_t>& chosen) {
    const auto means = means_of(cases);
    const auto best = static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
    double sum = 0;
    for (std::size_t c = 0; c < cases.count(); ++c) sum += cases.at(c, chosen[c]) - cases.at(c, best);
    return sum / static_cast<double>(cases.count());
}

double rank(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
}

/// Worth of knowing the case, from the cases under the mean surface and under each surface.
Interval evppi_of_case(const Cases& mean, const std::vector<Cases>& surfaces, std::size_t runs) {
    constexpr double tail = 0.025;
    const auto rule = best_by_case(mean);
    std::vector<double> least, most;
    for (const auto& surface : surfaces) {
        least.push_back(gain(surface, rule));
        most.push_back(gain(surface, best_by_case(surface)));
    }
    const double value = std::max(0.0, gain(mean, rule));  // below 0 by rounding only
    return {value, std::clamp(rank(least, tail), 0.0, value), std::max(value, rank(most, 1 - tail)), runs};
}

/// The differences of all options with the first, emulated at rows for effects.
struct Differences {
    EffectRows rows;
    std::vector<std::size_t> factors;  ///< of the design, that vary
    std::vector<std::vector<double>>
        surfaces;  ///< by option from the second: (row, draw); one value: everywhere
    std::size_t runs = 0;
};

/// Benefits at all rows under one surface, or under the mean of all (`draw` == draws).
std::vector<double> benefits_of(const Differences& found, std::size_t option, std::size_t draw,
                                std::size_t draws) {
    const auto& values = found.surfaces[option];
    std::vector<double> out(found.rows.rows(), values[0]);
    if (values.size() == 1) return out;
    for (std::size_t r = 0; r < out.size(); ++r) {
        const auto here = std::span(values).subspan(r * draws, draws);
        double sum = 0;
        if (draw == draws)
            for (const double v : here) sum += v;
        out[r] = draw == draws ? sum / static_cast<double>(draws) : here[draw];
    }
    return out;
}

/// Cases of knowing everything (every row) and, for each factor, of knowing it (every level).
std::vector<Cases> cases_of(const Differences& found, std::size_t draw, std::size_t draws) {
    const std::size_t options = found.surfaces.size() + 1, k = found.rows.factors;
    std::vector<Cases> out{{options, std::vector<double>(found.rows.rows() * options, 0.0)}};
    out.resize(1 + k, {options, std::vector<double>(effect_levels * options, 0.0)});
    for (std::size_t o = 1; o < options; ++o) {
        const auto values = benefits_of(found, o - 1, draw, draws);
        for (std::size_t r = 0; r < values.size(); ++r) out[0].benefits[r * options + o] = values[r];
        const auto means = level_means(found.rows, values);
        for (std::size_t i = 0; i < means.size(); ++i)
            out[1 + i / effect_levels].benefits[i % effect_levels * options + o] = means[i];
    }
    return out;
}

class Study {
public:
    Study(const StudiedDesign& design, const StudiedChoice& choice) : design_(design), choice_(choice) {
        const std::size_t values = design.rows() * choice.replicates;
        sim::require(choice.options.size() > 1 && choice.benefits.size() == choice.options.size(),
                     "a choice is between two options or more");
        for (const auto& own : choice.benefits)
            sim::require(own.size() == values, "an option has a value for each row and replicate");
    }

    /// False, with the reason as a note, when an option cannot be emulated.
    bool emulate(std::uint32_t seed, std::size_t draws) {
        for (std::size_t o = 1; o < choice_.options.size(); ++o) {
            const auto output = difference(o);
            auto fitted = emulate_output(design_, output, seed);
            if (!fitted.emulator && !constant(output)) {
                note("no_worth", unknown, output.name + ": no worth: " + fitted.reason);
                return false;
            }
            for (auto& n : fitted.notes) note(n.kind, n.value, output.name + ": " + n.text);
            found_.runs = fitted.runs;
            if (found_.rows.factors == 0 && !fitted.factors.empty()) {
                found_.factors = fitted.factors;
                found_.rows = effect_rows(fitted.points, fitted.factors.size());
            }
            found_.surfaces.push_back(fitted.emulator
                                          ? fitted.emulator->surfaces(found_.rows.points, draws,
                                                                      seed + static_cast<std::uint32_t>(o))
                                          : std::vector<double>{level(output)});
        }
        return true;
    }

    void value(std::size_t draws) {
        if (found_.rows.factors == 0) return without(0);  // all differences are known
        const auto mean = cases_of(found_, draws, draws);
        std::vector<std::vector<Cases>> by_knowledge(mean.size());
        std::vector<double> best(choice_.options.size(), 0.0);
        for (std::size_t d = 0; d < draws; ++d) {
            auto cases = cases_of(found_, d, draws);
            const auto means = means_of(cases[0]);
            best[static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin())] +=
                1 / static_cast<double>(draws);
            for (std::size_t i = 0; i < cases.size(); ++i) by_knowledge[i].push_back(std::move(cases[i]));
        }
        add(all_factors, evppi_of_case(mean[0], by_knowledge[0], found_.runs));
        for (std::size_t j = 0, varied = 0; j < design_.factors.size(); ++j) {
            const bool varies = varied < found_.factors.size() && found_.factors[varied] == j;
            varied += varies ? 1 : 0;
            add(design_.factors[j], varies ? evppi_of_case(mean[varied], by_knowledge[varied], found_.runs)
                                           : Interval{0, 0, 0, found_.runs});  // what does not vary is known
        }
        const auto means = means_of(mean[0]);
        const auto chosen =
            static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
        note("choice", best[chosen],
             fmt::format("knowing no more, {} is best on average (in {:.0f} % of the surfaces)",
                         choice_.options[chosen], 100 * best[chosen]));
    }

    void without(double value) {
        const Interval none{value, value, value, found_.runs};
        add(all_factors, none);
        for (const auto& factor : design_.factors) add(factor, none);
    }

    EvppiFound take() { return std::move(out_); }

private:
    void add(const std::string& factor, const Interval& value) {
        out_.rows.push_back({choice_.name, choice_.unit, factor, value});
    }
    void note(const std::string& kind, double value, std::string text) {
        out_.notes.push_back({choice_.name, kind, value, std::move(text)});
    }

    /// An option minus the first, paired by replicate; missing where any option is, so that all are emulated
    /// from the same rows.
    [[nodiscard]] StudiedOutput difference(std::size_t option) const {
        StudiedOutput out{choice_.options[option] + "-" + choice_.options[0], {}, choice_.replicates};
        for (std::size_t i = 0; i < choice_.benefits[0].size(); ++i) {
            const bool known = std::all_of(choice_.benefits.begin(), choice_.benefits.end(),
                                           [&](const auto& own) { return std::isfinite(own[i]); });
            out.values.push_back(known ? choice_.benefits[option][i] - choice_.benefits[0][i] : unknown);
        }
        return out;
    }

    /// Whether a difference is the same everywhere: then it is known without an emulator.
    static bool constant(const StudiedOutput& output) {
        const double first = level(output);
        return std::isfinite(first) && std::all_of(output.values.begin(), output.values.end(),
                                                   [&](double v) { return std::isnan(v) || v == first; });
    }
    static double level(const StudiedOutput& output) {
        const auto known = std::find_if(output.values.begin(), output.values.end(),
                                        [](double v) { return std::isfinite(v); });
        return known == output.values.end() ? unknown : *known;
    }

    const StudiedDesign& design_;
    const StudiedChoice& choice_;
    Differences found_;
    EvppiFound out_;
};

}  // namespace

EvppiFound evppi_of(const StudiedDesign& design, const StudiedChoice& choice, std::uint32_t seed,
                    std::size_t draws) {
    Study study(design, choice);
    if (study.emulate(seed, draws))
        study.value(draws);
    else
        study.without(std::numeric_limits<double>::quiet_NaN());
    return study.take();
}

std::string evppi_csv(const std::vector<EvppiRow>& rows) {
    std::string out = "output,factor,value,lower,upper\n";
    for (const auto& row : rows)
        out += fmt::format("{},{},{},{},{}\n", sim::csv_field(row.output), sim::csv_field(row.factor),
                           sim::csv_number(row.value.mean), sim::csv_number(row.value.lower),
                           sim::csv_number(row.value.upper));
    return out;
}

}  // namespace weefsel::analysis
