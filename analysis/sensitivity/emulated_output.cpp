#include "analysis/sensitivity/emulated_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "analysis/statistics/unknown.hpp"
#include "sim/csv_text.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

void note(EmulatedOutput& out, const std::string& output, const char* kind, double value, std::string text) {
    out.notes.push_back({output, kind, value, std::move(text)});
}

/// The points (row, factor) of some factors.
std::vector<double> columns_of(const std::vector<double>& points, std::size_t all,
                               const std::vector<std::size_t>& some) {
    std::vector<double> out;
    for (std::size_t at = 0; at < points.size(); at += all)
        for (const auto j : some) out.push_back(points[at + j]);
    return out;
}

/// Chooses rows and factors; returns the outputs of those rows.
std::vector<double> choose_runs(const StudiedDesign& design, const std::string& name,
                                const std::vector<double>& means, EmulatedOutput& out) {
    const std::size_t k = design.factors.size();
    std::vector<std::size_t> whole, missing;
    for (std::size_t r = 0; r < means.size(); ++r) (std::isfinite(means[r]) ? whole : missing).push_back(r);
    if (!missing.empty())
        note(out, name, "rows_left_out", static_cast<double>(missing.size()),
             fmt::format("{} of {} rows left out: no value in row {}", missing.size(), means.size(),
                         rows_text(missing)));
    out.runs = std::min(whole.size(), max_emulated);
    if (out.runs < whole.size())
        note(out, name, "fitted_rows", static_cast<double>(out.runs),
             fmt::format("the emulator was fitted to {} of {} rows, evenly spaced", out.runs, whole.size()));
    std::vector<double> all, outputs;
    for (std::size_t i = 0; i < out.runs; ++i) {
        const std::size_t r = whole[i * whole.size() / out.runs];
        const auto from = design.points.begin() + static_cast<std::ptrdiff_t>(r * k);
        all.insert(all.end(), from, from + static_cast<std::ptrdiff_t>(k));
        outputs.push_back(means[r]);
    }
    for (std::size_t j = 0; j < k; ++j)
        for (std::size_t at = j; at < all.size(); at += k)
            if (all[at] != all[j]) {
                out.factors.push_back(j);
                break;
            }
    out.points = columns_of(all, k, out.factors);
    return outputs;
}

double variance_of(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double mean = 0, variance = 0;
    for (const double v : values) mean += v / n;
    for (const double v : values) variance += (v - mean) * (v - mean) / n;
    return variance;
}

/// Why there is nothing to fit; empty when there is.
std::string reason_against(const EmulatedOutput& runs, const std::vector<double>& outputs) {
    constexpr std::size_t beside_the_trend = 3;  // as emulate asks
    constexpr double rounding = 1e-12;
    if (outputs.size() < runs.factors.size() + beside_the_trend)
        return fmt::format("{} rows with a value are too few for {} factors that vary", outputs.size(),
                           runs.factors.size());
    if (runs.factors.empty()) return "no factor varies";
    const auto [low, high] = std::minmax_element(outputs.begin(), outputs.end());
    const double variance = variance_of(outputs);
    if (*high - *low <= rounding * std::max(std::abs(*low), std::abs(*high)) || variance == 0)
        return "the output does not vary";
    if (!std::isfinite(variance)) return "the output is too large: its variance is no number";
    return {};
}

void note_quality(EmulatedOutput& out, const std::string& name, const std::vector<double>& outputs) {
    const auto& fitted = *out.emulator;
    const double unexplained = std::min(1.0, fitted.nugget() / variance_of(outputs));
    constexpr double half = 0.5;
    note(out, name, "predicted_share", fitted.predicted_share(),
         fmt::format("emulated from {} rows: each row's others predict {:.0f} % of the variance{}", out.runs,
                     100 * fitted.predicted_share(),
                     fitted.predicted_share() < half ? ": little rests on it, indices say little" : ""));
    note(out, name, "unexplained_share", unexplained,
         fmt::format("no smooth surface explains {:.0f} % of the variance (chance, and jumps)",
                     100 * unexplained));
    note(out, name, "coverage", fitted.coverage(),
         fmt::format("normal 95 % intervals from the others hold {:.0f} % of the rows",
                     100 * fitted.coverage()));
}

}  // namespace

/// Mean over the replicates of each row; NaN where one is missing, for other chance events is other chance
/// events.
std::vector<double> means_over_replicates(const StudiedOutput& output) {
    std::vector<double> out;
    for (std::size_t at = 0; at < output.values.size(); at += output.replicates) {
        const auto replicates = std::span(output.values).subspan(at, output.replicates);
        double sum = 0;
        for (const double v : replicates) sum += v - replicates[0];
        const double mean = replicates[0] + sum / static_cast<double>(output.replicates);
        out.push_back(std::all_of(replicates.begin(), replicates.end(), finite) ? mean : unknown);
    }
    return out;
}

/// Rows, from 1, in words; the first few.
std::string rows_text(const std::vector<std::size_t>& rows) {
    constexpr std::size_t most = 10;
    std::string out;
    for (std::size_t i = 0; i < std::min(rows.size(), most); ++i)
        out += fmt::format("{}{}", i == 0 ? "" : ", ", rows[i] + 1);
    return rows.size() > most ? out + fmt::format(" and {} more", rows.size() - most) : out;
}

EmulatedOutput emulate_output(const StudiedDesign& design, const StudiedOutput& output, std::uint32_t seed,
                              Trend trend) {
    EmulatedOutput out;
    const auto outputs = choose_runs(design, output.name, means_over_replicates(output), out);
    out.reason = reason_against(out, outputs);
    if (!out.reason.empty()) return out;
    EmulatorSettings settings;
    settings.seed = seed;
    settings.trend = trend;
    try {
        out.emulator = emulate(out.points, out.factors.size(), outputs, settings);
    } catch (const sim::InvariantError& failed) {  // of this output: the others have their indices
        out.reason = fmt::format("no surface could be fitted ({})", failed.what());
        return out;
    }
    note_quality(out, output.name, outputs);
    return out;
}

std::vector<PredictedRow> predictions_of(const StudiedDesign& design, const StudiedOutput& output,
                                         const std::vector<double>& points, std::uint32_t seed,
                                         std::vector<IndexNote>& notes) {
    const std::size_t k = design.factors.size();
    sim::require(points.size() % k == 0, "a point has a value of every factor");
    auto fitted = emulate_output(design, output, seed, Trend::linear);
    notes.insert(notes.end(), fitted.notes.begin(), fitted.notes.end());
    if (!fitted.emulator) {
        notes.push_back({output.name, "no_prediction", unknown, "no prediction: " + fitted.reason});
        return {};
    }
    std::size_t outside = 0;
    for (std::size_t at = 0; at < points.size(); at += k) {
        const auto point = std::span(points).subspan(at, k);
        outside += std::any_of(point.begin(), point.end(), [](double u) { return u < 0 || u > 1; }) ? 1 : 0;
    }
    if (outside > 0)
        notes.push_back({output.name, "points_outside", static_cast<double>(outside),
                         fmt::format("{} of {} points lie outside the ranges of the design, where the "
                                     "emulator only continues its trend",
                                     outside, points.size() / k)});
    const auto predictions = fitted.emulator->predict(columns_of(points, k, fitted.factors));
    std::vector<PredictedRow> out;
    for (std::size_t r = 0; r < predictions.size(); ++r)
        out.push_back({output.name, r, fitted.emulator->surface_interval(predictions[r]),
                       fitted.emulator->run_interval(predictions[r])});
    return out;
}

std::string predictions_csv(const std::vector<PredictedRow>& rows) {
    std::string out = "output,row,mean,lower,upper,run_lower,run_upper\n";
    for (const auto& r : rows)
        out += fmt::format("{},{},{},{},{},{},{}\n", sim::csv_field(r.output), r.row + 1,
                           sim::csv_number(r.surface.mean), sim::csv_number(r.surface.lower),
                           sim::csv_number(r.surface.upper), sim::csv_number(r.run.lower),
                           sim::csv_number(r.run.upper));
    return out;
}

}  // namespace weefsel::analysis
