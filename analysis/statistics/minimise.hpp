#pragma once
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace weefsel::analysis {

/// A function to be made small: returns its value and writes its gradient. Infinity where it is not defined.
using Objective = std::function<double(std::span<const double> at, std::span<double> gradient)>;

/// Where a search ended.
struct Minimum {
    std::vector<double> at;
    double value = 0;
    std::size_t iterations = 0;
};

/// A local minimum of a smooth function within bounds (`low` and `high` by coordinate): limited-memory BFGS
/// on the coordinates that are free, steps projected on the bounds, step length halved until the value falls
/// enough (Armijo). Ends where no component of the projected gradient exceeds `precision`, where three
/// iterations in a row gained less than that, where no step helps, or after `most` iterations. A pure
/// function of its arguments. Source: Nocedal & Wright (2006), Numerical optimization, algorithms 7.4
/// and 3.1; Bertsekas (1982) for bounds.
Minimum minimise(const Objective& objective, std::vector<double> start, std::span<const double> low,
                 std::span<const double> high, std::size_t most, double precision = 1e-9);

}  // namespace weefsel::analysis
