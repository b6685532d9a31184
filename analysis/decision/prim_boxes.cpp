#include "analysis/decision/prim_boxes.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <numeric>

#include "analysis/statistics/unknown.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

bool lies_in(const Box& box, std::span<const double> world) {
    for (std::size_t d = 0; d < world.size(); ++d)
        if (world[d] < box.limits[d].lower || world[d] > box.limits[d].upper) return false;
    return true;
}

/// Worlds that are still to be covered.
struct Remaining {
    std::vector<double> values;
    std::vector<std::uint8_t> of_interest;
    std::size_t dimensions;
    [[nodiscard]] PrimPoints points() const { return {values, dimensions, of_interest}; }
    [[nodiscard]] bool any() const {
        return std::find(of_interest.begin(), of_interest.end(), 1) != of_interest.end();
    }
    void leave_out(const Box& box) {
        Remaining rest{{}, {}, dimensions};
        for (std::size_t w = 0; w < of_interest.size(); ++w) {
            const auto world = std::span<const double>(values).subspan(w * dimensions, dimensions);
            if (lies_in(box, world)) continue;
            rest.values.insert(rest.values.end(), world.begin(), world.end());
            rest.of_interest.push_back(of_interest[w]);
        }
        *this = std::move(rest);
    }
};

}  // namespace

double quasi_p(const PrimPoints& points, const Box& box, std::size_t dimension) {
    sim::require(box.limits.size() == points.dimensions && dimension < points.dimensions,
                 "a box has limits in every dimension");
    auto limits = box.limits;
    limits[dimension] = {};
    const double without = box_of(points, std::move(limits)).density();
    if (box.inside == 0) return unknown;
    if (box.hits == 0 || without >= 1) return 1;
    if (without <= 0) return 0;
    const boost::math::binomial by_chance(static_cast<double>(box.inside), without);
    return cdf(complement(by_chance, static_cast<double>(box.hits) - 1));
}

std::vector<FoundBox> prim_boxes(const PrimPoints& points, std::size_t most, double density,
                                 const PrimSettings& settings) {
    Remaining rest{{points.values.begin(), points.values.end()},
                   {points.of_interest.begin(), points.of_interest.end()},
                   points.dimensions};
    const auto all =
        std::accumulate(rest.of_interest.begin(), rest.of_interest.end(), std::size_t{0},
                        [](std::size_t sum, std::uint8_t one) { return sum + (one != 0 ? 1 : 0); });
    std::vector<FoundBox> out;
    while (out.size() < most && rest.any()) {
        const auto peeled = prim_peel(rest.points(), settings);
        auto box = prim_paste(rest.points(), widest_box(peeled, density).value_or(peeled.back()), settings);
        if (box.restricted() == 0) break;
        FoundBox found{std::move(box), 0, std::vector<double>(points.dimensions, unknown), false};
        found.coverage = static_cast<double>(found.box.hits) / static_cast<double>(all);
        found.dense_enough = found.box.density() >= density;
        for (std::size_t d = 0; d < points.dimensions; ++d)
            if (found.box.limits[d].restricts()) found.quasi_p[d] = quasi_p(rest.points(), found.box, d);
        rest.leave_out(found.box);
        out.push_back(std::move(found));
    }
    return out;
}

}  // namespace weefsel::analysis
