#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "analysis/abc.hpp"

namespace weefsel::analysis {

/// Proposes points around the particles of a generation, and says how likely it is to propose one.
class AbcKernel {
public:
    /// Normal, as wide as particles of the last generation lie from those of it that meet the next threshold
    /// (`near`: a distance for each by the next scales). Source: Filippi et al. 2013, eq. 12.
    AbcKernel(const AbcSetup& setup, const AbcGeneration& last, const std::vector<double>& near,
              double threshold);
    ~AbcKernel();
    AbcKernel(const AbcKernel&) = delete;
    AbcKernel& operator=(const AbcKernel&) = delete;

    /// A point inside the prior, on its scales: particle and step are drawn anew until it is.
    [[nodiscard]] std::vector<double> propose(std::size_t generation, std::size_t attempt) const;
    /// Density of the mixture at a point, up to a constant.
    [[nodiscard]] double density(const std::vector<double>& at) const;

private:
    struct Shape;
    const AbcSetup& setup_;
    const AbcGeneration& last_;
    std::unique_ptr<Shape> shape_;
};

/// The answer of an attempt with normal noise of the tolerances.
Summaries with_noise(const AbcSetup& setup, std::size_t generation, std::size_t attempt, Summaries summaries);

/// A point from the prior, on its scales.
std::vector<double> propose_from_prior(const AbcSetup& setup, std::size_t attempt);

/// Density of the prior, up to a constant.
double prior_density(const AbcSetup& setup, const std::vector<double>& at);

}  // namespace weefsel::analysis
