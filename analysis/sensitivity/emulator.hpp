#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// How alike two outputs are by the distance of their points, each factor with a length of its own.
enum class Kernel : std::uint8_t {
    matern,               ///< Matern 5/2: twice differentiable
    squared_exponential,  ///< infinitely smooth
};

/// What an emulator returns to far from its points.
enum class Trend : std::uint8_t { constant, linear };

struct EmulatorSettings {
    Kernel kernel = Kernel::matern;
    Trend trend = Trend::linear;
    std::size_t starts = 4;  ///< of the search for the lengths
    std::uint32_t seed = 1;  ///< of those starts
};

/// More points than this take minutes and gigabytes (n^3 and n^2): who has more gives a part of them.
constexpr std::size_t max_emulated = 1000;

/// What an emulator says of one point, in the output's unit.
struct Prediction {
    double mean;
    double surface_sd;  ///< of the output without chance (the mean over ever more replicates)
    double run_sd;      ///< of another run at this point, as those it was made of
};

/// A Gaussian process fitted to runs of a model: an interpolation that knows how unsure it is. Immutable,
/// cheap to copy, safe to read from several threads.
class Emulator {
public:
    struct State;
    explicit Emulator(std::shared_ptr<const State> state);

    [[nodiscard]] std::size_t factors() const;
    [[nodiscard]] std::size_t runs() const;

    /// At points (row-major, scaled as those of the fit).
    [[nodiscard]] std::vector<Prediction> predict(std::span<const double> points) const;

    /// An interval for another run: mean and quantiles of the standardised errors made on every run when it
    /// was left out (so its margins are those that this output needs, normal or not). `n` is the number of
    /// runs.
    [[nodiscard]] Interval run_interval(const Prediction& prediction, double level = 0.95) const;

    /// An interval for the surface, the mean over ever more replicates: Student's t with as many degrees of
    /// freedom as there are runs beyond the trend. `n` is the number of runs.
    [[nodiscard]] Interval surface_interval(const Prediction& prediction, double level = 0.95) const;

    /// What all other runs say of each run, with the lengths held as they are: the error of each divided by
    /// its own run_sd.
    [[nodiscard]] const std::vector<double>& standardised_errors() const;
    /// Share of the variance of the runs that the other runs predict (leave one out); below 0: worse than
    /// the mean.
    [[nodiscard]] double predicted_share() const;
    /// Share of the runs that a normal 95 % interval of run_sd, made from the others, holds.
    [[nodiscard]] double coverage() const;
    /// Variance that no smooth surface explains (chance), in the output's unit squared.
    [[nodiscard]] double nugget() const;

    /// `draws` surfaces that agree with the runs, at points: (point, draw), row-major. A pure function of
    /// its arguments. Chance is no part of a surface. Lengths, shares and nugget differ between surfaces as
    /// far as the runs leave them open, so surfaces spread more than surface_sd, which takes them as known.
    /// Source: Wilson et al. (2020), Efficiently sampling functions from Gaussian process posteriors (a prior
    /// surface of random Fourier features, corrected at the runs).
    [[nodiscard]] std::vector<double> surfaces(std::span<const double> points, std::size_t draws,
                                               std::uint32_t seed) const;

private:
    std::shared_ptr<const State> state_;
};

/// Fits an emulator to runs: `points` (run, factor), row-major, each factor scaled to about 0..1, and one
/// output a run. Lengths and nugget maximise the restricted likelihood times a weak prior from several starts
/// (on at most 200 runs, then on all); the trend is integrated out, so its uncertainty is part of every
/// prediction. Throws sim::InvariantError for fewer runs than factors + 3, more than most_emulated, values
/// that are not finite, or an output that does not vary. Source: Rasmussen & Williams (2006), Gaussian
/// processes for machine learning, chapters 2 and 5; Duvenaud, Nickisch & Rasmussen (2011), Additive Gaussian
/// processes; Dubrule (1983) for leaving one out with a trend.
Emulator emulate(std::span<const double> points, std::size_t factors, std::span<const double> outputs,
                 const EmulatorSettings& settings = {});

}  // namespace weefsel::analysis
