#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace weefsel::analysis {

/// Worlds in the space of their parameters, and which of them are of interest (a 1 each).
struct PrimPoints {
    std::span<const double> values;  ///< by (world, dimension); no NaN
    std::size_t dimensions;
    std::span<const std::uint8_t> of_interest;  ///< by world
};

/// Where a box ends in one dimension, both ends inside; infinite on a side that is open.
struct BoxLimit {
    double lower = -std::numeric_limits<double>::infinity();
    double upper = std::numeric_limits<double>::infinity();
    [[nodiscard]] bool has_lower() const { return lower > -std::numeric_limits<double>::infinity(); }
    [[nodiscard]] bool has_upper() const { return upper < std::numeric_limits<double>::infinity(); }
    [[nodiscard]] bool restricts() const { return has_lower() || has_upper(); }
    friend bool operator==(const BoxLimit&, const BoxLimit&) = default;
};

/// A box with what it holds. The shares are NaN where they would divide by 0.
struct Box {
    std::vector<BoxLimit> limits;  ///< by dimension
    std::size_t inside = 0;        ///< worlds
    std::size_t hits = 0;          ///< of those, of interest
    std::size_t all = 0;           ///< worlds anywhere
    std::size_t all_hits = 0;      ///< of those, of interest

    [[nodiscard]] double coverage() const;         ///< of all that is of interest, the share inside
    [[nodiscard]] double density() const;          ///< of all that is inside, the share of interest
    [[nodiscard]] double mass() const;             ///< of all worlds, the share inside
    [[nodiscard]] std::size_t restricted() const;  ///< dimensions
};

/// How patient: shares of a box that a step takes off or adds, and the smallest box, of all worlds.
struct PrimSettings {
    double peel = 0.1;
    double paste = 0.05;
    double least_mass = 0.05;
};

/// A box with these limits, its worlds counted.
Box box_of(const PrimPoints& points, std::vector<BoxLimit> limits);

/// Boxes from the one that holds all to the smallest: each is the one before without the slice, in one
/// dimension on one side, whose loss raises the density most for each world lost (then: the one that
/// restricts fewest dimensions). Ends where no slice raises the density or the box would be smaller than
/// allowed. Limits lie halfway between the last world left out and the first kept.
/// Throws sim::InvariantError when points and dimensions do not fit, or a value is NaN.
/// Source: Friedman & Fisher (1999), Bump hunting in high-dimensional data; the gain
/// per loss as in Kwakkel & Jaxa-Rozen (2016), Improving scenario discovery.
std::vector<Box> prim_peel(const PrimPoints& points, const PrimSettings& settings = {});

/// The box with slices put back, one after the other, as long as its density does not fall; of those
/// possible the one that makes it densest, then the one with most worlds.
/// Source: Friedman & Fisher (1999), who put back only slices that raise the density.
Box prim_paste(const PrimPoints& points, Box box, const PrimSettings& settings = {});

/// The first, so widest, box at least this dense; none when there is none.
std::optional<Box> widest_box(std::span<const Box> boxes, double least_density);

}  // namespace weefsel::analysis
