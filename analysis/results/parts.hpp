#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "analysis/results/cube.hpp"

namespace weefsel::analysis {

/// The finished units of a run that is not finished: one file each, whole or not at all, below
/// `root`/(first digits of the fingerprint)/. Only units of the same study are found again, whatever
/// the number of replicates. Different units may be saved at the same time.
class Parts {
public:
    /// `fingerprint`: of all that decides a unit's results. Makes nothing yet.
    Parts(std::string root, std::string fingerprint, sim::ResultLayout layout, std::size_t options,
          std::size_t digest_columns);

    /// Makes the folders. Throws std::runtime_error when that cannot be done or nothing can be written there.
    void make() const;
    /// Nothing when there is no such unit, or its file is torn, of another study or of another shape.
    [[nodiscard]] std::optional<sim::UnitResult> load(std::size_t draw, std::size_t replicate) const;
    /// Where the units of a study belong that is part of this one; gone when these are.
    [[nodiscard]] std::string within(const std::string& name) const;
    /// Throws std::runtime_error with path and reason.
    void save(std::size_t draw, std::size_t replicate, const sim::UnitResult& unit) const;
    /// True when `root` holds units of another study.
    [[nodiscard]] bool others() const;
    /// Removes the units of other studies.
    void remove_others() const;
    /// Removes the folders when no unit was kept.
    void remove_if_empty() const;
    /// Removes all units and `root`.
    void remove() const;

private:
    [[nodiscard]] std::string path(std::size_t draw, std::size_t replicate) const;

    std::string root_, fingerprint_, folder_;
    sim::ResultLayout layout_;
    std::size_t options_, digest_columns_;
};

}  // namespace weefsel::analysis
