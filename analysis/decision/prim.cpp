#include "analysis/decision/prim.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

constexpr double open = std::numeric_limits<double>::infinity();

double ratio(std::size_t a, std::size_t b) {
    return b > 0 ? static_cast<double>(a) / static_cast<double>(b) : unknown;
}

bool holds(const std::vector<BoxLimit>& limits, std::span<const double> world) {
    for (std::size_t d = 0; d < limits.size(); ++d)
        if (world[d] < limits[d].lower || world[d] > limits[d].upper) return false;
    return true;
}

std::span<const double> world_of(const PrimPoints& points, std::size_t w) {
    return points.values.subspan(w * points.dimensions, points.dimensions);
}

/// Values of one dimension of the worlds within limits, ascending.
std::vector<double> ascending(const PrimPoints& points, const std::vector<BoxLimit>& limits,
                              std::size_t dimension) {
    std::vector<double> out;
    for (std::size_t w = 0; w < points.of_interest.size(); ++w) {
        const auto world = world_of(points, w);
        if (holds(limits, world)) out.push_back(world[dimension]);
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// Halfway between the value at `rank` and the next that differs from it; none when none is larger.
std::optional<double> cut_after(const std::vector<double>& sorted, std::size_t rank) {
    const auto next = std::upper_bound(sorted.begin(), sorted.end(), sorted[rank]);
    if (next == sorted.end()) return std::nullopt;
    return (sorted[rank] + *next) / 2;
}

std::vector<double> mirrored(std::vector<double> sorted) {
    std::reverse(sorted.begin(), sorted.end());
    for (double& v : sorted) v = -v;
    return sorted;
}

/// Boxes a slice smaller than `from`.
std::vector<Box> peeled(const PrimPoints& points, const Box& from, double share) {
    std::vector<Box> out;
    for (std::size_t d = 0; d < points.dimensions; ++d) {
        const auto sorted = ascending(points, from.limits, d);
        if (sorted.empty()) continue;
        const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
        if (const auto cut = cut_after(mirrored(sorted), rank)) {
            auto limits = from.limits;
            limits[d].upper = -*cut;
            out.push_back(box_of(points, std::move(limits)));
        }
        if (const auto cut = cut_after(sorted, rank)) {
            auto limits = from.limits;
            limits[d].lower = *cut;
            out.push_back(box_of(points, std::move(limits)));
        }
    }
    return out;
}

double gain_per_loss(const Box& from, const Box& to) {
    return (to.density() - from.density()) / static_cast<double>(from.inside - to.inside);
}

/// The upper limit of one dimension moved out over `count` worlds and those at the same value.
double moved_out(const std::vector<double>& with_side_open, double limit, std::size_t count) {
    const auto beyond = std::upper_bound(with_side_open.begin(), with_side_open.end(), limit);
    const auto within = static_cast<std::size_t>(beyond - with_side_open.begin());
    const std::size_t kept = std::min(within + count, with_side_open.size());
    return kept > 0 ? cut_after(with_side_open, kept - 1).value_or(open) : open;
}

/// Boxes a slice larger than `from`.
std::vector<Box> pasted(const PrimPoints& points, const Box& from, double share) {
    const auto count =
        std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(from.inside)));
    std::vector<Box> out;
    for (std::size_t d = 0; d < points.dimensions; ++d) {
        const auto& limit = from.limits[d];
        if (limit.has_upper()) {
            auto limits = from.limits;
            limits[d].upper = open;
            limits[d].upper = moved_out(ascending(points, limits, d), limit.upper, count);
            out.push_back(box_of(points, std::move(limits)));
        }
        if (limit.has_lower()) {
            auto limits = from.limits;
            limits[d].lower = -open;
            limits[d].lower = -moved_out(mirrored(ascending(points, limits, d)), -limit.lower, count);
            out.push_back(box_of(points, std::move(limits)));
        }
    }
    return out;
}

void check(const PrimPoints& points, const PrimSettings& settings = {}) {
    sim::require(settings.peel > 0 && settings.peel < 1 && settings.paste > 0 && settings.paste < 1,
                 "PRIM: slices are shares of a box");
    sim::require(points.values.size() == points.of_interest.size() * points.dimensions,
                 "PRIM: every world has a value in every dimension");
    for (const double v : points.values) sim::require(!std::isnan(v), "PRIM: no value is NaN");
}

}  // namespace

double Box::coverage() const { return ratio(hits, all_hits); }
double Box::density() const { return ratio(hits, inside); }
double Box::mass() const { return ratio(inside, all); }
std::size_t Box::restricted() const {
    return static_cast<std::size_t>(
        std::count_if(limits.begin(), limits.end(), [](const BoxLimit& l) { return l.restricts(); }));
}

Box box_of(const PrimPoints& points, std::vector<BoxLimit> limits) {
    Box out;
    out.all = points.of_interest.size();
    for (std::size_t w = 0; w < out.all; ++w) {
        const std::size_t hit = points.of_interest[w] != 0 ? 1 : 0;
        out.all_hits += hit;
        if (!holds(limits, world_of(points, w))) continue;
        ++out.inside;
        out.hits += hit;
    }
    out.limits = std::move(limits);
    return out;
}

std::vector<Box> prim_peel(const PrimPoints& points, const PrimSettings& settings) {
    check(points, settings);
    std::vector<Box> out{box_of(points, std::vector<BoxLimit>(points.dimensions))};
    while (true) {
        const Box& now = out.back();
        const auto candidates = peeled(points, now, settings.peel);
        const auto best =
            std::max_element(candidates.begin(), candidates.end(), [&](const Box& a, const Box& b) {
                const double gain_a = gain_per_loss(now, a), gain_b = gain_per_loss(now, b);
                return gain_a < gain_b || (gain_a == gain_b && a.restricted() > b.restricted());
            });
        if (best == candidates.end() || best->mass() < settings.least_mass ||
            best->density() <= now.density())
            return out;
        out.push_back(*best);
    }
}

Box prim_paste(const PrimPoints& points, Box box, const PrimSettings& settings) {
    check(points, settings);
    while (true) {
        const auto candidates = pasted(points, box, settings.paste);
        const auto best =
            std::max_element(candidates.begin(), candidates.end(), [](const Box& a, const Box& b) {
                return a.density() < b.density() || (a.density() == b.density() && a.inside < b.inside);
            });
        if (best == candidates.end() || !(best->density() >= box.density())) return box;
        box = *best;
    }
}

std::optional<Box> widest_box(std::span<const Box> boxes, double least_density) {
    const auto found =
        std::find_if(boxes.begin(), boxes.end(), [&](const Box& b) { return b.density() >= least_density; });
    if (found == boxes.end()) return std::nullopt;
    return *found;
}

}  // namespace weefsel::analysis
