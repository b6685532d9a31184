#include "analysis/sensitivity/sensitivity_indices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "analysis/sensitivity/emulated_indices.hpp"
#include "analysis/sensitivity/emulated_output.hpp"
#include "analysis/sensitivity/given_data.hpp"
#include "analysis/sensitivity/index_warnings.hpp"
#include "analysis/sensitivity/morris_effects.hpp"
#include "analysis/sensitivity/second_order.hpp"
#include "analysis/sensitivity/sobol_indices.hpp"
#include "analysis/statistics/chance_parts.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/csv_text.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

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
                if (!std::isfinite(means_[r])) rows.push_back(r);
        note(kind, static_cast<double>(groups.size()),
             fmt::format("{} of {} {} left out: no value in row {}", groups.size(),
                         means_.size() / group_rows, noun, rows_text(rows)));
    }
    /// Says how much is chance, and warns of what the indices cannot bear.
    void chance();
    void sobol(std::uint32_t seed);
    void second_order(std::uint32_t seed);
    void given_data(std::uint32_t seed);
    void morris(std::uint32_t seed);
    void emulator(std::uint32_t seed);
    Sensitivity take() { return std::move(out_); }

private:
    const StudiedDesign& design_;
    const StudiedOutput& output_;
    std::vector<double> means_;
    Sensitivity out_;
};

void Report::chance() {
    const auto parts = chance_parts(output_.values, output_.replicates);
    const auto warnings = index_warnings(out_.rows, parts, output_.replicates);
    out_.notes.insert(out_.notes.end(), warnings.begin(), warnings.end());
    if (std::isnan(parts.of_one_run)) return;
    note("luck_share", parts.of_one_run,
         fmt::format("chance is {:.0f} % of the variance of one run", 100 * parts.of_one_run));
    constexpr double nearly_all = 0.9;
    note("luck_in_means", parts.of_means,
         fmt::format(
             "chance is {:.0f} % of what the indices divide (the mean over {} replicates, between points){}",
             100 * parts.of_means, output_.replicates,
             parts.of_means >= nearly_all ? ": they say nothing of the factors; take more replicates" : ""));
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

void Report::second_order(std::uint32_t seed) {
    const auto found = second_order_indices(means_, design_.factors.size(), seed);
    for (const auto& pair : found.pairs)
        out_.rows.push_back(
            {output_.name, design_.factors[pair.one] + ":" + design_.factors[pair.other], "S2", pair.value});
    left_out("blocks_left_out", "blocks of second order", found.left_out, design_.block_rows);
}

void Report::given_data(std::uint32_t seed) {
    const std::size_t k = design_.factors.size();
    const auto found = given_data_indices(design_.points, means_, k, design_.unordered, seed);
    std::vector<std::size_t> failed;
    for (std::size_t r = 0; r < means_.size(); ++r)
        if (!std::isfinite(means_[r])) failed.push_back(r);
    if (!failed.empty())
        note("rows_left_out", static_cast<double>(failed.size()),
             fmt::format("{} of {} rows left out: no value in row {}", failed.size(), means_.size(),
                         rows_text(failed)));
    std::vector<std::string> alone, nothing;
    for (std::size_t j = 0; j < k; ++j) {
        add(j, "S1", found.first[j]);
        add(j, "S1_permuted", found.permuted[j]);
        if (found.reason.empty() && std::isnan(found.first[j].mean)) alone.push_back(design_.factors[j]);
        if (found.first[j].mean <= found.permuted[j].upper) nothing.push_back(design_.factors[j]);
    }
    if (!alone.empty())
        note("classes_too_small", static_cast<double>(alone.size()),
             fmt::format("no index of {}: too few rows share a value; take more points, or fewer values",
                         fmt::join(alone, ", ")));
    if (!nothing.empty())
        note("no_more_than_permuted", static_cast<double>(nothing.size()),
             fmt::format("no larger than of a factor that does nothing (its values dealt out at random): {}",
                         fmt::join(nothing, ", ")));
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

void Report::emulator(std::uint32_t seed) {
    auto fitted = emulate_output(design_, output_, seed);
    EmulatedIndices found;
    if (fitted.emulator) found = emulated_indices(*fitted.emulator, fitted.points, seed);
    const Interval none{fitted.emulator ? 0 : unknown, fitted.emulator ? 0 : unknown,
                        fitted.emulator ? 0 : unknown, fitted.runs};  // what does not vary explains nothing
    for (std::size_t j = 0, varied = 0; j < design_.factors.size(); ++j) {
        const bool varies = fitted.emulator && varied < fitted.factors.size() && fitted.factors[varied] == j;
        add(j, "S1", varies ? found.first[varied] : none);
        add(j, "ST", varies ? found.total[varied] : none);
        varied += varies ? 1 : 0;
    }
    out_.notes.insert(out_.notes.end(), fitted.notes.begin(), fitted.notes.end());
    no_index(fitted.reason);
}

}  // namespace

Sensitivity sensitivity_of(const StudiedDesign& design, IndexMethod method, const StudiedOutput& output,
                           std::uint32_t seed, bool second_order) {
    sim::require(output.replicates > 0 && output.values.size() == design.rows() * output.replicates,
                 "an output has a value for each row and replicate of its design");
    sim::require(design.suits(method), "the design suits the method");
    Report report(design, output, means_over_replicates(output));
    if (method == IndexMethod::sobol) report.sobol(seed);
    if (second_order) {
        sim::require(method == IndexMethod::sobol && design.holds_second_order(),
                     "the design holds rows for second order");
        report.second_order(seed);
    }
    if (method == IndexMethod::given_data) report.given_data(seed);
    if (method == IndexMethod::morris) report.morris(seed);
    if (method == IndexMethod::emulator) report.emulator(seed);
    report.chance();
    return report.take();
}

std::string sensitivity_csv(const std::vector<IndexRow>& rows) {
    std::string out = "output,factor,index,value,lower,upper\n";
    for (const auto& row : rows)
        out += fmt::format("{},{},{},{},{},{}\n", sim::csv_field(row.output), sim::csv_field(row.factor),
                           row.index, sim::csv_number(row.value.mean), sim::csv_number(row.value.lower),
                           sim::csv_number(row.value.upper));
    return out;
}

std::string notes_csv(const std::vector<IndexNote>& notes) {
    std::string out = "output,note,value,text\n";
    for (const auto& n : notes)
        out += fmt::format("{},{},{},{}\n", sim::csv_field(n.output), n.kind, sim::csv_number(n.value),
                           sim::csv_field(n.text));
    return out;
}

}  // namespace weefsel::analysis
