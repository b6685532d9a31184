#include "analysis/sensitivity/studied_design.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/sensitivity/second_order.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// Below this share of a factor's range two values are the same (a CSV file rounds).
constexpr double same_value = 1e-9;

/// From the smallest to the largest value of a column, further where the design says so.
FactorScale scale_of(const Points& points, std::size_t column, const Factor* factor) {
    FactorScale out{points.at(0, column), points.at(0, column)};
    for (std::size_t r = 0; r < points.rows(); ++r) {
        out.low = std::min(out.low, points.at(r, column));
        out.high = std::max(out.high, points.at(r, column));
    }
    if (factor == nullptr || !factor->levels.empty() || factor->distribution == Distribution::posterior)
        return out;
    out.low = std::min(out.low, factor->low);
    out.high = std::max(out.high, factor->high);
    out.log = factor->distribution == Distribution::loguniform && out.low > 0;
    return out;
}

/// First row that does not fit blocks A, AB_1 .. AB_k (, BA_1 .. BA_k), B; the number of rows when the last
/// block is not whole; none when all fit.
std::optional<std::size_t> first_misfit(const StudiedDesign& design, std::size_t block_rows) {
    const std::size_t k = design.factors.size();
    const auto at = [&](std::size_t row, std::size_t factor) { return design.points[row * k + factor]; };
    const auto same = [](double a, double b) { return std::abs(a - b) <= same_value; };
    const std::size_t whole = design.rows() / block_rows * block_rows;
    for (std::size_t a = 0; a < whole; a += block_rows) {
        const std::size_t b = a + block_rows - 1;
        for (std::size_t i = 1; i + 1 < block_rows; ++i) {
            const bool of_b = i > k;  // BA_j: B with factor j from A
            for (std::size_t j = 0; j < k; ++j) {
                const bool moved = j == (i - 1) % k;
                if (!same(at(a + i, j), at(moved != of_b ? b : a, j))) return a + i;
            }
        }
    }
    if (whole < design.rows() || whole == 0) return design.rows();
    return std::nullopt;
}

void find_blocks(StudiedDesign& design) {
    const std::size_t k = design.factors.size();
    for (const std::size_t rows : {saltelli_block(k), second_order_block(k)}) {
        const auto misfit = first_misfit(design, rows);
        if (!misfit) {
            design.block_rows = rows;
            return;
        }
        if (rows == saltelli_block(k)) design.not_saltelli = *misfit;
    }
}

/// A step of a Morris design moves the share of the distribution by p / (2 (p - 1)), whatever the values.
void use_steps_of(const Design& design, std::vector<MorrisStep>& steps) {
    const auto levels = static_cast<double>(design.morris_levels);
    const double delta = levels / (2 * (levels - 1));
    for (auto& step : steps) step.by = std::copysign(delta, step.by);
}

/// Points of one factor look like trajectories whatever they are, two rows each: they are some when all
/// steps are equally large. Leaves the steps of trajectories alone.
void keep_equal_steps(StudiedDesign& design) {
    constexpr double same_step = 1e-6;  // of the range: a CSV file may round
    for (std::size_t t = 0; t < design.steps.size(); ++t) {
        if (std::abs(std::abs(design.steps[t].by) - std::abs(design.steps[0].by)) <= same_step) continue;
        design.not_trajectory = 2 * t + 1;
        design.steps.clear();
        return;
    }
}

/// Trajectories of a design of another kind are chance. A list may hold the points of any.
void find_steps(StudiedDesign& out, const Design* design) {
    const std::size_t k = out.factors.size();
    out.steps = morris_steps(out.points, k, out.not_trajectory);
    if (design != nullptr && design->kind == DesignKind::morris)
        use_steps_of(*design, out.steps);
    else if (design != nullptr && design->kind != DesignKind::list)
        out.steps.clear();
    else if (k == 1)
        keep_equal_steps(out);
}

}  // namespace

double FactorScale::share(double value) const {
    if (!(high > low)) return 0;
    return log ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
}

std::string_view name_of(IndexMethod method) {
    switch (method) {
        case IndexMethod::sobol:
            return "sobol";
        case IndexMethod::morris:
            return "morris";
        case IndexMethod::emulator:
            return "emulator";
        case IndexMethod::given_data:
            return "given-data";
    }
    throw sim::InvariantError("every method has a name");
}

IndexMethod StudiedDesign::suited() const {
    if (block_rows > 0) return IndexMethod::sobol;
    return steps.empty() ? IndexMethod::emulator : IndexMethod::morris;
}

bool StudiedDesign::suits(IndexMethod method) const {
    if (method == IndexMethod::sobol) return block_rows > 0;
    return method != IndexMethod::morris || !steps.empty();
}

std::vector<double> shares_of(const StudiedDesign& design, const Points& points) {
    sim::require(points.names == design.factors, "points are of the design's factors");
    std::vector<double> out(points.values.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = design.scales[i % points.columns()].share(points.values[i]);
    return out;
}

bool is_unordered(const Factor& factor) { return factor.joint || factor.labels.size() > 2; }

StudiedDesign studied_design(const Points& points, const Design* design) {
    sim::require(points.rows() > 0, "a design has points");
    StudiedDesign out;
    out.factors = points.names;
    const std::size_t k = points.columns();
    for (std::size_t j = 0; j < k; ++j) {
        const Factor* factor = nullptr;
        if (design != nullptr)
            for (const auto& f : design->factors)
                if (f.name == points.names[j]) factor = &f;
        out.scales.push_back(scale_of(points, j, factor));
        out.unordered.push_back(factor != nullptr && is_unordered(*factor));
    }
    out.points = shares_of(out, points);
    find_blocks(out);
    find_steps(out, design);
    return out;
}

}  // namespace weefsel::analysis
