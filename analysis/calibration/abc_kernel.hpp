#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "analysis/calibration/abc.hpp"

namespace weefsel::analysis {

/// Proposes points around the particles of a generation, and says how likely it is to propose one.
class AbcKernel {
public:
    /// A smooth density through those particles of the last generation that meet the next threshold already
    /// (`near`: a distance for each by the next scales): normals of Silverman's bandwidth around these
    /// particles, moved so that all of it has the mean of the particles and a covariance half way, in
    /// precision, between theirs and the prior's. So directions that the figures taught are searched twice as
    /// widely (a weight then holds half the likelihood, where steps as narrow as the posterior would hold it
    /// twice), and others as the prior has them: steps that are wider there too would waste most proposals,
    /// and leave all weight to a few particles, from some ten parameters on. Sources: Filippi et al. 2013
    /// (which particles); Silverman 1986, eq. 4.14; Liu & West 2001, section 10.3 (particles drawn together).
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
    std::unique_ptr<Shape> shape_;
};

/// The answer of an attempt with normal noise of the tolerances.
Summaries with_noise(const AbcSetup& setup, std::size_t generation, std::size_t attempt, Summaries summaries);

/// A point from the prior, on its scales; of a prior of points the next one, from the first again after the
/// last.
std::vector<double> propose_from_prior(const AbcSetup& setup, std::size_t attempt);

/// Density of the prior, up to a constant.
double prior_density(const AbcSetup& setup, const std::vector<double>& at);

}  // namespace weefsel::analysis
