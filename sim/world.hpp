#pragma once
#include <concepts>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/month.hpp"

namespace weefsel::sim {

/// Stands for whatever may visit the columns of a state.
struct AnyVisitor {
    template <class Column>
    void operator()(const char*, Column&) const {}
};

/// What the engine asks of a world: it can be copied (so that options live on from one burn-in) and
/// lists its columns (so that it can be saved, digested and compared).
template <class W>
concept SteppableWorld = std::copyable<W> && requires(W& world, AnyVisitor visitor) {
    world.visit(visitor);
};

/// A month of a world: `step(world, month)`.
template <class S, class W>
concept StepOf = std::invocable<S&, W&, Month>;

/// Simulates `months` months from month 0, unobserved. Returns the month that comes next.
template <SteppableWorld W, StepOf<W> S>
Month burn_in(W& world, S&& step, std::int32_t months) {
    Month month{0};
    for (; month.value < months; month = month + 1) std::invoke(step, world, month);
    return month;
}

/// Simulates `n` months beginning with `from`; after each, `observe(world, month)` measures what is.
/// Returns the month that comes next.
template <SteppableWorld W, StepOf<W> S, std::invocable<W&, Month> O>
Month run_months(W& world, S&& step, O&& observe, Month from, std::int32_t n) {
    Month month = from;
    for (; month - from < n; month = month + 1) {
        std::invoke(step, world, month);
        std::invoke(observe, world, month);
    }
    return month;
}

}  // namespace weefsel::sim
