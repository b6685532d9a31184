#include "analysis/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "analysis/emulated_indices.hpp"
#include "analysis/morris_effects.hpp"
#include "analysis/sobol_indices.hpp"
#include "analysis/summary_csv.hpp"
#include "analysis/variance_parts.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

bool finite(double v) { return std::isfinite(v); }

/// Mean over the replicates of each row; NaN where one is missing, for other luck is other luck.
std::vector<double> means_of(const StudiedOutput& output) {
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

/// Collects rows and notes of one output.
class Report {
public:
    Report(const StudiedDesign& design, const StudiedOutput& output, std::vector<double> means)
        : design_(design), output_(output), means_(std::move(means)) {}

    void note(const char* kind, double value, std::string text) {
        out_.notes.push_back({output_.name, kind, value, std::move(text)});
    }
    void add(std::size_t factor, const char* index, const Interval& value) {
        out_.rows.push_back({output_.name, design_.factors[factor], index, value});
    }
    void no_index(const std::string& reason) {
        if (!reason.empty()) note("no_index", unknown, "no index: " + reason);
    }
    /// Groups of rows (blocks, trajectories) that are incomplete, and which rows made them so.
    void left_out(const char* kind, const char* noun, const std::vector<std::size_t>& groups,
                  std::size_t group_rows) {
        if (groups.empty()) return;
        std::vector<std::size_t> rows;
        for (const auto g : groups)
            for (std::size_t r = g * group_rows; r < (g + 1) * group_rows; ++r)
                if (!finite(means_[r])) rows.push_back(r);
        note(kind, static_cast<double>(groups.size()),
             fmt::format("{} of {} {} left out: no value in row {}", groups.size(),
                         means_.size() / group_rows, noun, rows_text(rows)));
    }
    void luck();
    void sobol(std::uint32_t seed);
    void morris(std::uint32_t seed);
    void emulator(std::uint32_t seed);
    Sensitivity take() { return std::move(out_); }

private:
    struct Runs {
        std::vector<std::size_t> factors;     ///< that vary
        std::vector<double> points, outputs;  ///< of those factors
    };
    Runs usable_runs();
    bool nothing_to_fit(const Runs& runs);

    const StudiedDesign& design_;
    const StudiedOutput& output_;
    std::vector<double> means_;
    Sensitivity out_;
};

void Report::luck() {
    if (output_.replicates < 2) return;
    const auto parts = variance_parts(by_draw(output_.values, output_.replicates));
    const double share = 1 - parts.share_of_parameters();
    if (std::isnan(share)) return;
    note("luck_share", share,
         fmt::format("luck is {:.0f} % of the variance of one run; indices are of the mean over {} "
                     "replicates",
                     100 * share, output_.replicates));
}

void Report::sobol(std::uint32_t seed) {
    // A, AB_1 .. AB_k, B of each block; rows for second order between them are passed over.
    const std::size_t k = design_.factors.size();
    std::vector<double> used;
    for (std::size_t at = 0; at < means_.size(); at += design_.block_rows) {
        const auto block = std::span(means_).subspan(at, design_.block_rows);
        used.insert(used.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(k + 1));
        used.push_back(block.back());
    }
    const auto found = sobol_indices(used, k, seed);
    for (std::size_t j = 0; j < k; ++j) {
        add(j, "S1", found.first[j]);
        add(j, "ST", found.total[j]);
    }
    left_out("blocks_left_out", "blocks", found.left_out, design_.block_rows);
    no_index(found.reason);
}

void Report::morris(std::uint32_t seed) {
    const std::size_t k = design_.factors.size();
    const auto found = morris_effects(means_, design_.steps, k, seed);
    for (std::size_t j = 0; j < k; ++j) {
        add(j, "mu_star", found.mu_star[j]);
        add(j, "mu", found.mu[j]);
        add(j, "sigma", found.sigma[j]);
    }
    left_out("trajectories_left_out", "trajectories", found.left_out, k + 1);
    no_index(found.reason);
}

Report::Runs Report::usable_runs() {
    const std::size_t k = design_.factors.size();
    std::vector<std::size_t> whole, missing;
    for (std::size_t r = 0; r < means_.size(); ++r) (finite(means_[r]) ? whole : missing).push_back(r);
    if (!missing.empty())
        note("rows_left_out", static_cast<double>(missing.size()),
             fmt::format("{} of {} rows left out: no value in row {}", missing.size(), means_.size(),
                         rows_text(missing)));
    const std::size_t n = std::min(whole.size(), most_emulated);
    if (n < whole.size())
        note("fitted_rows", static_cast<double>(n),
             fmt::format("the emulator was fitted to {} of {} rows, evenly spaced", n, whole.size()));
    Runs out;
    for (std::size_t j = 0; j < k; ++j)
        for (const auto r : whole)
            if (design_.points[r * k + j] != design_.points[whole[0] * k + j]) {
                out.factors.push_back(j);
                break;
            }
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t r = whole[i * whole.size() / n];
        for (const auto j : out.factors) out.points.push_back(design_.points[r * k + j]);
        out.outputs.push_back(means_[r]);
    }
    return out;
}

bool Report::nothing_to_fit(const Runs& runs) {
    constexpr std::size_t beside_the_trend = 3;  // as emulate asks
    std::string reason;
    if (runs.outputs.size() < runs.factors.size() + beside_the_trend) {
        reason = fmt::format("{} rows with a value are too few for {} factors that vary", runs.outputs.size(),
                             runs.factors.size());
    } else if (runs.factors.empty()) {
        reason = "no factor varies";
    } else {
        const auto [low, high] = std::minmax_element(runs.outputs.begin(), runs.outputs.end());
        if (*high - *low <= 1e-12 * std::max(std::abs(*low), std::abs(*high)))
            reason = "the output does not vary";
    }
    if (reason.empty()) return false;
    for (std::size_t j = 0; j < design_.factors.size(); ++j) {
        add(j, "S1", {unknown, unknown, unknown, runs.outputs.size()});
        add(j, "ST", {unknown, unknown, unknown, runs.outputs.size()});
    }
    no_index(reason);
    return true;
}

void Report::emulator(std::uint32_t seed) {
    const auto runs = usable_runs();
    if (nothing_to_fit(runs)) return;
    EmulatorSettings settings;
    settings.seed = seed;
    const auto fitted = emulate(runs.points, runs.factors.size(), runs.outputs, settings);
    const auto found = emulated_indices(fitted, runs.points, seed);
    for (std::size_t j = 0, varied = 0; j < design_.factors.size(); ++j) {
        const bool varies = varied < runs.factors.size() && runs.factors[varied] == j;
        const Interval none{0, 0, 0, runs.outputs.size()};  // what does not vary explains nothing
        add(j, "S1", varies ? found.first[varied] : none);
        add(j, "ST", varies ? found.total[varied] : none);
        varied += varies ? 1 : 0;
    }
    double mean = 0, variance = 0;
    for (const double v : runs.outputs) mean += v / static_cast<double>(runs.outputs.size());
    for (const double v : runs.outputs)
        variance += (v - mean) * (v - mean) / static_cast<double>(runs.outputs.size());
    note("predicted_share", fitted.predicted_share(),
         fmt::format("emulated from {} rows: each row's others predict {:.0f} % of the variance",
                     runs.outputs.size(), 100 * fitted.predicted_share()));
    note("unexplained_share", std::min(1.0, fitted.nugget() / variance),
         fmt::format("no smooth surface explains {:.0f} % of the variance (luck, and jumps)",
                     100 * std::min(1.0, fitted.nugget() / variance)));
    note("coverage", fitted.coverage(),
         fmt::format("normal 95 % intervals from the others hold {:.0f} % of the rows",
                     100 * fitted.coverage()));
}

}  // namespace

Sensitivity sensitivity_of(const StudiedDesign& design, IndexMethod method, const StudiedOutput& output,
                           std::uint32_t seed) {
    sim::require(output.replicates > 0 && output.values.size() == design.rows() * output.replicates,
                 "an output has a value for each row and replicate of its design");
    sim::require(design.suits(method), "the design suits the method");
    Report report(design, output, means_of(output));
    if (method == IndexMethod::sobol) report.sobol(seed);
    if (method == IndexMethod::morris) report.morris(seed);
    if (method == IndexMethod::emulator) report.emulator(seed);
    report.luck();
    return report.take();
}

std::string sensitivity_csv(const std::vector<IndexRow>& rows) {
    std::string out = "output,factor,index,value,lower,upper\n";
    for (const auto& row : rows)
        out +=
            fmt::format("{},{},{},{},{},{}\n", csv_field(row.output), csv_field(row.factor), row.index,
                        csv_number(row.value.mean), csv_number(row.value.lower), csv_number(row.value.upper));
    return out;
}

std::string notes_csv(const std::vector<IndexNote>& notes) {
    std::string out = "output,note,value,text\n";
    for (const auto& n : notes)
        out +=
            fmt::format("{},{},{},{}\n", csv_field(n.output), n.kind, csv_number(n.value), csv_field(n.text));
    return out;
}

}  // namespace weefsel::analysis
