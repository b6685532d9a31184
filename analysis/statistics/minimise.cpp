#include "analysis/statistics/minimise.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <utility>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

using Vector = std::vector<double>;

constexpr std::size_t remembered = 8;  // pairs of steps and changes of the gradient
constexpr double enough_fall = 1e-4;   // of what the slope promises
constexpr int most_halvings = 30;
constexpr double longest_first_step = 0.3;  // before the curvature is known

double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

struct Pair {
    Vector step, change;
};

/// The gradient times an estimate of the inverse curvature, made of remembered steps.
Vector curved(Vector direction, const std::deque<Pair>& pairs) {
    Vector shares;
    for (auto pair = pairs.rbegin(); pair != pairs.rend(); ++pair) {
        shares.push_back(dot(pair->step, direction) / dot(pair->step, pair->change));
        for (std::size_t i = 0; i < direction.size(); ++i) direction[i] -= shares.back() * pair->change[i];
    }
    if (!pairs.empty()) {
        const auto& last = pairs.back();
        const double scale = dot(last.step, last.change) / dot(last.change, last.change);
        for (double& v : direction) v *= scale;
    }
    for (const auto& pair : pairs) {
        const double share = shares.back() - dot(pair.change, direction) / dot(pair.step, pair.change);
        shares.pop_back();
        for (std::size_t i = 0; i < direction.size(); ++i) direction[i] += share * pair.step[i];
    }
    return direction;
}

class Search {
public:
    Search(const Objective& f, Vector start, std::span<const double> low, std::span<const double> high)
        : f_(f), low_(low), high_(high), gradient_(start.size()) {
        out_.at = projected(start, Vector(start.size(), 0.0), 0);
        out_.value = f_(out_.at, gradient_);
    }

    /// One iteration; false where nothing is left to gain.
    bool step(double precision) {
        const Vector slope = free_gradient();
        if (std::all_of(slope.begin(), slope.end(), [&](double v) { return std::abs(v) < precision; }))
            return false;
        Vector direction = curved(slope, pairs_);
        for (std::size_t i = 0; i < slope.size(); ++i)
            if (slope[i] == 0) direction[i] = 0;
        if (!(dot(direction, slope) > 0)) {  // no way down: forget the curvature
            pairs_.clear();
            direction = slope;
        }
        if (take(direction)) return true;
        if (pairs_.empty()) return false;
        pairs_.clear();
        return take(slope);
    }

    Minimum out_;

private:
    [[nodiscard]] Vector projected(const Vector& at, const Vector& direction, double length) const {
        Vector out(at.size());
        for (std::size_t i = 0; i < at.size(); ++i)
            out[i] = std::clamp(at[i] - length * direction[i], low_[i], high_[i]);
        return out;
    }

    /// The gradient, 0 where it points out of the bounds.
    [[nodiscard]] Vector free_gradient() const {
        Vector out = gradient_;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const bool held = (out_.at[i] <= low_[i] && out[i] > 0) || (out_.at[i] >= high_[i] && out[i] < 0);
            if (held) out[i] = 0;
        }
        return out;
    }

    /// Goes down along minus `direction` as far as it helps; false where it does not.
    bool take(const Vector& direction) {
        double length = 1;
        if (pairs_.empty()) {
            double largest = 0;
            for (const double v : direction) largest = std::max(largest, std::abs(v));
            length = std::min(1.0, longest_first_step / largest);
        }
        Vector gradient(direction.size());
        for (int halving = 0; halving < most_halvings; ++halving, length /= 2) {
            Vector there = projected(out_.at, direction, length);
            double promised = 0;
            for (std::size_t i = 0; i < there.size(); ++i) promised += gradient_[i] * (there[i] - out_.at[i]);
            const double value = f_(there, gradient);
            if (!(value <= out_.value + enough_fall * promised) || !(promised < 0)) continue;
            remember(there, gradient);
            out_.at = std::move(there);
            out_.value = value;
            gradient_ = std::move(gradient);
            return true;
        }
        return false;
    }

    void remember(const Vector& there, const Vector& gradient) {
        Pair pair{there, gradient};
        for (std::size_t i = 0; i < there.size(); ++i) {
            pair.step[i] -= out_.at[i];
            pair.change[i] -= gradient_[i];
        }
        constexpr double curvature = 1e-10;  // a pair without it would break the estimate
        if (dot(pair.step, pair.change) <= curvature * dot(pair.change, pair.change)) return;
        pairs_.push_back(std::move(pair));
        if (pairs_.size() > remembered) pairs_.pop_front();
    }

    const Objective& f_;
    std::span<const double> low_, high_;
    Vector gradient_;
    std::deque<Pair> pairs_;
};

}  // namespace

Minimum minimise(const Objective& objective, std::vector<double> start, std::span<const double> low,
                 std::span<const double> high, std::size_t most, double precision) {
    sim::require(start.size() == low.size() && low.size() == high.size(), "a bound for each coordinate");
    Search search(objective, std::move(start), low, high);
    constexpr int patience = 3;
    int idle = 0;
    while (search.out_.iterations < most && idle < patience) {
        const double before = search.out_.value;
        if (!search.step(precision)) break;
        ++search.out_.iterations;
        idle = before - search.out_.value <= precision ? idle + 1 : 0;
    }
    return search.out_;
}

}  // namespace weefsel::analysis
