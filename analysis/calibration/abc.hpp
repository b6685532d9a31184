#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/design/prior.hpp"

namespace weefsel::analysis {

/// A published figure that the simulation should come near to.
struct AbcTarget {
    std::string name;
    double value = 0;
    double tolerance =
        0;  ///< standard deviation of what separates figure and model beside chance; 0: nothing
};

/// What is to be found, and when to stop.
struct AbcSetup {
    std::vector<Prior> free;
    /// Equally likely points, not scaled, by free parameter: what an earlier fit left. Then there is one
    /// generation of them, and `free` says scales and bounds. Empty: the priors as they stand in `free`.
    std::vector<std::vector<double>> prior_points{};
    std::vector<AbcTarget> targets;
    std::size_t particles = 200;       ///< accepted in every generation
    std::size_t generations = 8;       ///< at most, the one from the prior included
    double quantile = 0.5;             ///< of the distances of one generation: the threshold of the next
    double minimal_acceptance = 0.02;  ///< a generation that accepts less is given up
    std::size_t runs = 5000;           ///< at most, over all generations
    std::uint32_t seed = 1;
};

/// A point to be tried: attempts of a generation are numbered from 0. All of a point's randomness follows
/// from these two numbers and the seed.
struct Proposal {
    std::size_t generation = 0, attempt = 0;
    std::vector<double> values;  ///< of the free parameters, not scaled
};

/// What a simulation said at each target; empty: it failed, and counts as an attempt that is not accepted.
using Summaries = std::vector<double>;
/// Simulates points side by side; a point without an answer was not finished, which ends the search for now.
using EvaluateWave = std::function<std::vector<std::optional<Summaries>>(const std::vector<Proposal>&)>;

/// All answers so far, by generation and attempt. This is the whole state: the search is a function of
/// setup and answers, so that it resumes by being run again over the answers that were kept.
using AbcAnswers = std::map<std::pair<std::size_t, std::size_t>, Summaries>;

struct Particle {
    std::size_t attempt = 0;
    std::vector<double> at;  ///< the point, on the scales of the priors
    Summaries summaries;     ///< with the noise of the tolerances
    double distance = 0;
    double weight = 0;  ///< of the generation these sum to 1
};

struct AbcGeneration {
    double threshold = std::numeric_limits<double>::infinity();
    std::vector<double> scale;  ///< of each target, by which distances were measured
    std::size_t attempts = 0;   ///< up to the last that was accepted
    std::vector<Particle> particles;
};

/// Why a search ended.
enum class AbcEnd : std::uint8_t { generations, acceptance, runs, unfinished };

struct AbcResult {
    std::vector<AbcGeneration> generations;  ///< finished ones; the last is the posterior
    AbcEnd end = AbcEnd::unfinished;
    std::size_t runs = 0;  ///< attempts of finished generations, and of the one that was given up
};

/// How far the search is, after a wave.
struct AbcProgress {
    std::size_t generation = 0;
    std::size_t accepted = 0, attempts = 0;  ///< in this generation
    std::size_t failed = 0;                  ///< of the attempts
    std::size_t runs = 0;                    ///< in all
    double threshold = 0;
    double median_distance = 0;  ///< of the accepted
};

/// Root of the mean over targets of ((simulated - published) / scale)^2.
double abc_distance(const std::vector<AbcTarget>& targets, const std::vector<double>& scale,
                    const Summaries& summaries);

/// Sequential approximate Bayesian computation (population Monte Carlo). To each answer normal noise of the
/// target's tolerance is added, so that what is found is exact, as thresholds fall, for a model that misses
/// figures by so much (Wilkinson 2013). The first generation comes from the prior; each next one comes
/// from a smooth density through particles of the last (AbcKernel), accepts what comes nearer than a quantile
/// of the last distances, and weights by prior over that density. The scale of a target is its spread over
/// all points of the last generation (median absolute deviation). The first `particles` acceptances by number
/// of attempt count, so neither `wave` (points simulated side by side) nor an interruption changes a result.
/// `answers` is read and added to; `after_wave` is called after each wave that was simulated, and may keep
/// it. Throws sim::InputError when nothing that the prior allows can be simulated. Source: Beaumont et al.
/// 2009; Toni et al. 2009 (thresholds); Filippi et al. 2013, Liu & West 2001 (kernel); Prangle 2017 (scales).
AbcResult run_abc(const AbcSetup& setup, AbcAnswers& answers, std::size_t wave, const EvaluateWave& evaluate,
                  const std::function<void(const AbcProgress&)>& after_wave = {});

/// Moves the particles of a generation along the local-linear regression of parameters on answers to where
/// the published figures would be, on the scales of the priors and within them; nearer particles count for
/// more (Epanechnikov). The same particles, moved, with the weights of the regression. A generation that is
/// too small for its targets (is_adjustable) comes back as it is. Source: Beaumont, Zhang & Balding 2002.
AbcGeneration regression_adjusted(const AbcSetup& setup, const AbcGeneration& generation);
bool is_adjustable(const AbcSetup& setup, const AbcGeneration& generation);

/// `n` particles with equal weight, by systematic resampling: indexes in ascending order, heavy ones
/// repeated.
std::vector<std::size_t> equally_weighted(const AbcGeneration& generation, std::size_t n);

/// What the search taught of one parameter.
struct Learnt {
    double mean = 0, low = 0, high = 0;  ///< of the values: mean on the scale put back, 2.5 % and 97.5 %
    double width = 1;                    ///< standard deviation on the scale, posterior over prior
};
std::vector<Learnt> learnt_of(const AbcSetup& setup, const AbcGeneration& posterior);

}  // namespace weefsel::analysis
