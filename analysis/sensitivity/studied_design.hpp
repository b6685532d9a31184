#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/design/design.hpp"
#include "analysis/sensitivity/morris_effects.hpp"

namespace weefsel::analysis {

/// How indices are estimated.
enum class IndexMethod : std::uint8_t { sobol, morris, emulator, given_data };
std::string_view name_of(IndexMethod method);

/// How a factor's value becomes a share 0..1 of its range; 0 where it does not vary.
struct FactorScale {
    double low = 0, high = 0;
    bool log = false;
    [[nodiscard]] double share(double value) const;
};

/// The points of a design, read for what they are.
struct StudiedDesign {
    std::vector<std::string> factors;
    std::vector<FactorScale> scales;
    std::vector<double> points;      ///< (row, factor), each factor as a share 0..1 of its range
    std::vector<bool> unordered;     ///< by factor: its numbers are names, of whole sets or of texts
    std::size_t block_rows = 0;      ///< rows of a Saltelli block, 0: the points are no such blocks
    std::vector<MorrisStep> steps;   ///< empty: the points are no trajectories
    std::size_t not_saltelli = 0;    ///< first row, from 0, that does not fit (the number of rows: not whole)
    std::size_t not_trajectory = 0;  ///< the same
    [[nodiscard]] std::size_t rows() const { return factors.empty() ? 0 : points.size() / factors.size(); }
    /// What suits the points: Sobol' indices, else Morris effects, else an emulator.
    [[nodiscard]] IndexMethod suited() const;
    [[nodiscard]] bool suits(IndexMethod method) const;
    /// Whether blocks have the rows for indices of pairs of factors.
    [[nodiscard]] bool holds_second_order() const {
        return factors.size() > 1 && block_rows == 2 * factors.size() + 2;
    }
};

/// Other points of the same factors (columns in their order) as shares of the design's ranges; outside them
/// below 0 or above 1.
std::vector<double> shares_of(const StudiedDesign& design, const Points& points);

/// Whether the numbers of a factor are names: of whole sets, or of three texts or more.
bool is_unordered(const Factor& factor);

/// Finds out what points are from the points themselves: Saltelli blocks (k + 2 rows, or 2k + 2 as SALib
/// makes them for second order), Morris trajectories, or neither.
/// Trajectories of one factor, pairs of rows, count only with steps of one size; none count where `design` is
/// of another kind (a list can hold any points).
/// The range of a factor is that of `design` where it is given (the log of a loguniform factor, the share of
/// the distribution of a Morris step), else from the smallest value to the largest. A factor that does not
/// vary is 0.
StudiedDesign studied_design(const Points& points, const Design* design = nullptr);

}  // namespace weefsel::analysis
