#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>

namespace weefsel::sim {

/// Whether no two of these columns are one, as `omp simd` is promised.
template <std::size_t N>
bool are_distinct(std::array<const void*, N> columns) {
    std::sort(columns.begin(), columns.end());
    return std::adjacent_find(columns.begin(), columns.end()) == columns.end();
}

/// `act(a[i], b[i], ...)` for every row i of columns a, b, ..., which must be distinct and have `n` rows;
/// vectorised. `act` takes what it writes by reference and what it reads by value, and is plain arithmetic:
/// no branch, no other row.
template <class Act, class... Column>
void each_row(std::size_t n, Act&& act, Column&... columns) {
    assert(n == 0 || are_distinct(std::array<const void*, sizeof...(Column)>{columns.data()...}));
    assert(((columns.size() >= n) && ...));
    [&](auto*... at) {
#pragma omp simd
        for (std::size_t i = 0; i < n; ++i) act(at[i]...);
    }(columns.data()...);
}

/// A theme's parameters in single precision, for such loops. Every member is a declared number
/// (ParameterTable::add refuses any other), so a theme is an array of them.
template <template <class> class Theme>
Theme<float> narrowed(const Theme<double>& p) {
    const auto wide = std::bit_cast<std::array<double, sizeof(Theme<double>) / sizeof(double)>>(p);
    std::array<float, sizeof(Theme<double>) / sizeof(double)> narrow{};
    for (std::size_t i = 0; i < wide.size(); ++i) narrow[i] = static_cast<float>(wide[i]);
    return std::bit_cast<Theme<float>>(narrow);
}

}  // namespace weefsel::sim
