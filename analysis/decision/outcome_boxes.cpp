#include "analysis/decision/outcome_boxes.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "analysis/sensitivity/emulated_output.hpp"
#include "sim/csv_text.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

constexpr double may_be_chance = 0.05;

/// Rows that have a value.
struct ValuedRows {
    std::vector<double> values;
    std::vector<std::uint8_t> of_interest;
    std::vector<std::size_t> left_out;
};

ValuedRows valued_rows(const std::vector<double>& points, std::size_t dimensions,
                       const std::vector<double>& means, const BoxQuestion& question) {
    ValuedRows out;
    for (std::size_t r = 0; r < means.size(); ++r) {
        if (!std::isfinite(means[r])) {
            out.left_out.push_back(r);
            continue;
        }
        const auto from = points.begin() + static_cast<std::ptrdiff_t>(r * dimensions);
        out.values.insert(out.values.end(), from, from + static_cast<std::ptrdiff_t>(dimensions));
        const bool hit = question.above ? means[r] > question.threshold : means[r] < question.threshold;
        out.of_interest.push_back(hit ? 1 : 0);
    }
    return out;
}

void say_why_none(OutcomeBoxes& out, const BoxQuestion& question) {
    const auto none = [&](const std::string& text) {
        out.notes.push_back({out.output, "no_box", static_cast<double>(out.hits), "no box: " + text});
    };
    if (out.rows == 0)
        none("no row has a value");
    else if (out.hits == 0)
        none(fmt::format("in none of {} rows {}", out.rows, out.of_interest));
    else if (out.hits == out.rows)
        none(fmt::format("in all of {} rows {}; ask for another value with --{}", out.rows, out.of_interest,
                         question.above ? "above" : "below"));
    else if (static_cast<double>(out.hits) >= question.density * static_cast<double>(out.rows))
        none(fmt::format("in {} of {} rows {}: so dense is the whole already; ask for more with --density",
                         out.hits, out.rows, out.of_interest));
    else
        none(fmt::format("no factor sets the {} of {} rows apart in which {}", out.hits, out.rows,
                         out.of_interest));
}

void note_box(OutcomeBoxes& out, std::size_t number, const std::vector<DimensionText>& dimensions,
              double density) {
    const auto& found = out.boxes[number];
    if (!found.dense_enough)
        out.notes.push_back(
            {out.output, "less_dense", found.box.density(),
             fmt::format(
                 "box {} is the densest there is: {:.0f} % of its points are of interest, and {:.0f} % "
                 "should be",
                 number + 1, 100 * found.box.density(), 100 * density)});
    std::vector<std::string> unsure;
    for (std::size_t d = 0; d < dimensions.size(); ++d)
        if (found.quasi_p[d] > may_be_chance) unsure.push_back(dimensions[d].en);
    if (!unsure.empty())
        out.notes.push_back({out.output, "maybe_chance", static_cast<double>(unsure.size()),
                             fmt::format("box {}: limits that may be chance (quasi-p above {}): {}",
                                         number + 1, may_be_chance, fmt::join(unsure, ", "))});
}

std::string end_text(double limit) { return std::isfinite(limit) ? sim::csv_number(limit) : ""; }

}  // namespace

OutcomeBoxes outcome_boxes(const std::vector<double>& points, const std::vector<DimensionText>& dimensions,
                           const StudiedOutput& output, const BoxQuestion& question) {
    const auto means = means_over_replicates(output);
    sim::require(points.size() == means.size() * dimensions.size(), "every row has a value of every factor");
    const auto rows = valued_rows(points, dimensions.size(), means, question);
    OutcomeBoxes out;
    out.output = output.name;
    out.of_interest =
        fmt::format("{} is {} {}", output.name, question.above ? "above" : "below", question.threshold);
    out.rows = rows.of_interest.size();
    out.hits = static_cast<std::size_t>(std::count(rows.of_interest.begin(), rows.of_interest.end(), 1));
    if (!rows.left_out.empty())
        out.notes.push_back({out.output, "rows_left_out", static_cast<double>(rows.left_out.size()),
                             fmt::format("{} of {} rows left out: no value in row {}", rows.left_out.size(),
                                         means.size(), rows_text(rows.left_out))});
    if (out.hits > 0 && out.hits < out.rows)
        out.boxes =
            prim_boxes({rows.values, dimensions.size(), rows.of_interest}, question.most, question.density);
    if (out.boxes.empty()) say_why_none(out, question);
    for (std::size_t b = 0; b < out.boxes.size(); ++b) {
        out.sentences.push_back(
            box_sentence_en(out.boxes[b].box, dimensions,
                            out.of_interest + (b == 0   ? ""
                                               : b == 1 ? " outside box 1"
                                                        : fmt::format(" outside boxes 1 to {}", b))));
        note_box(out, b, dimensions, question.density);
    }
    return out;
}

std::string boxes_csv(const std::vector<OutcomeBoxes>& found, const std::vector<DimensionText>& dimensions) {
    std::string out = "output,box,factor,lower,upper,quasi_p,coverage,density,mass,inside,of_interest\n";
    for (const auto& one : found)
        for (std::size_t b = 0; b < one.boxes.size(); ++b)
            for (std::size_t d = 0; d < dimensions.size(); ++d) {
                const auto& [box, coverage, quasi, dense] = one.boxes[b];
                const auto& limit = box.limits[d];
                if (!limit.restricts()) continue;
                out += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", sim::csv_field(one.output), b + 1,
                                   sim::csv_field(dimensions[d].en), end_text(limit.lower),
                                   end_text(limit.upper), sim::csv_number(quasi[d]),
                                   sim::csv_number(coverage), sim::csv_number(box.density()),
                                   sim::csv_number(box.mass()), box.inside, box.hits);
            }
    return out;
}

}  // namespace weefsel::analysis
