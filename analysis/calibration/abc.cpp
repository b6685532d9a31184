#include "analysis/calibration/abc.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "analysis/calibration/abc_adjust.hpp"
#include "analysis/calibration/abc_kernel.hpp"
#include "analysis/statistics/central_tendency.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// Median absolute deviation, as a standard deviation of normal values.
double spread_of_values(const std::vector<double>& values) {
    constexpr double of_normal = 1.4826;
    const double middle = median_of(values);
    std::vector<double> away;
    for (const double v : values) away.push_back(std::abs(v - middle));
    return of_normal * median_of(away);
}

/// Scales from everything that was simulated in a generation, up to its last acceptance.
std::vector<double> scales_from(const AbcSetup& setup, const AbcAnswers& answers, std::size_t generation,
                                std::size_t attempts) {
    std::vector<double> out;
    for (std::size_t t = 0; t < setup.targets.size(); ++t) {
        std::vector<double> seen;
        for (std::size_t a = 0; a < attempts; ++a) {
            const auto& summaries = answers.at({generation, a});
            if (!summaries.empty()) seen.push_back(with_noise(setup, generation, a, summaries)[t]);
        }
        const double scale = spread_of_values(seen);
        out.push_back(scale > 0 ? scale : 1);
    }
    return out;
}

/// One generation on its way.
class Search {
public:
    Search(const AbcSetup& setup, AbcAnswers& answers, std::size_t wave, const EvaluateWave& evaluate,
           const std::function<void(const AbcProgress&)>& after_wave)
        : setup_(setup), answers_(answers), wave_(wave), evaluate_(evaluate), after_wave_(after_wave) {}

    AbcResult run() {
        while (result_.generations.size() < setup_.generations) {
            begin();
            if (!finish()) return std::move(result_);
            result_.runs += now_.attempts;
            result_.generations.push_back(std::move(now_));
        }
        result_.end = AbcEnd::generations;
        return std::move(result_);
    }

private:
    [[nodiscard]] std::size_t generation() const { return result_.generations.size(); }

    void begin() {
        now_ = {};
        failed_ = 0;
        kernel_.reset();
        if (generation() == 0) return;
        const auto& last = result_.generations.back();
        now_.scale = scales_from(setup_, answers_, generation() - 1, last.attempts);
        std::vector<double> near, weights;
        for (const auto& p : last.particles) {
            near.push_back(abc_distance(setup_.targets, now_.scale, p.summaries));
            weights.push_back(p.weight);
        }
        now_.threshold = weighted_quantile(near, weights, setup_.quantile);
        kernel_ = std::make_unique<AbcKernel>(setup_, last, near, now_.threshold);
    }

    /// How many attempts this generation may have.
    [[nodiscard]] std::size_t max_attempts() const {
        const auto by_acceptance = static_cast<std::size_t>(
            std::ceil(static_cast<double>(setup_.particles) / setup_.minimal_acceptance));
        return std::min(by_acceptance, setup_.runs - std::min(setup_.runs, result_.runs));
    }

    /// Simulates and takes attempts in their order; false when the search ends here.
    bool finish() {
        const std::size_t most = max_attempts();
        while (now_.particles.size() < setup_.particles) {
            if (now_.attempts == most) {
                give_up();
                return false;
            }
            if (!answers_.contains({generation(), now_.attempts}) && !simulate(most)) return false;
            take();
        }
        weigh();
        return true;
    }

    void give_up() {
        if (generation() == 0 && now_.particles.empty())
            throw sim::InputError({"", 1, 1}, "no point of the prior could be simulated");
        result_.end = result_.runs + now_.attempts >= setup_.runs ? AbcEnd::runs : AbcEnd::acceptance;
        result_.runs += now_.attempts;
    }

    [[nodiscard]] std::vector<double> propose(std::size_t attempt) const {
        return kernel_ ? kernel_->propose(generation(), attempt) : propose_from_prior(setup_, attempt);
    }

    /// The next wave, without what was answered before; false when not all of it was finished.
    bool simulate(std::size_t most) {
        std::vector<Proposal> points;
        for (std::size_t a = now_.attempts; a < most && points.size() < wave_; ++a) {
            if (answers_.contains({generation(), a})) continue;
            Proposal p{generation(), a, propose(a)};
            for (std::size_t i = 0; i < p.values.size(); ++i)
                p.values[i] = unscaled(setup_.free[i], p.values[i]);
            points.push_back(std::move(p));
        }
        const auto answered = evaluate_(points);
        sim::require(answered.size() == points.size(), "every point of a wave has its answer");
        bool whole = true;
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (answered[i])
                answers_[{points[i].generation, points[i].attempt}] = *answered[i];
            else
                whole = false;
        }
        if (after_wave_) after_wave_(progress_with(points));
        return whole;
    }

    void take() {
        const std::size_t attempt = now_.attempts++;
        const auto& answer = answers_.at({generation(), attempt});
        failed_ += answer.empty() ? 1 : 0;
        if (answer.empty()) return;
        sim::require(answer.size() == setup_.targets.size(), "an answer has a value for each target");
        const auto summaries = with_noise(setup_, generation(), attempt, answer);
        const double distance = generation() == 0 ? 0 : abc_distance(setup_.targets, now_.scale, summaries);
        if (distance > now_.threshold) return;
        now_.particles.push_back({attempt, propose(attempt), summaries, distance, 0});
    }

    void weigh() {
        if (generation() == 0) {
            now_.scale = scales_from(setup_, answers_, 0, now_.attempts);
            for (auto& p : now_.particles) p.distance = abc_distance(setup_.targets, now_.scale, p.summaries);
        }
        double sum = 0;
        for (auto& p : now_.particles) {
            p.weight = kernel_ ? prior_density(setup_, p.at) / kernel_->density(p.at) : 1;
            sum += p.weight;
        }
        for (auto& p : now_.particles) p.weight /= sum;
    }

    /// As things stand, with what the wave brings when it is taken.
    [[nodiscard]] AbcProgress progress_with(const std::vector<Proposal>& points) const {
        AbcProgress out{generation(), now_.particles.size(), now_.attempts, failed_, 0, now_.threshold, 0};
        std::vector<double> near;
        for (const auto& p : now_.particles) near.push_back(p.distance);
        for (const auto& point : points) {
            const auto found = answers_.find({point.generation, point.attempt});
            if (found == answers_.end()) continue;
            ++out.attempts;
            if (found->second.empty()) {
                ++out.failed;
                continue;
            }
            const double distance =
                generation() == 0
                    ? 0
                    : abc_distance(setup_.targets, now_.scale,
                                   with_noise(setup_, generation(), point.attempt, found->second));
            if (distance > now_.threshold) continue;
            near.push_back(distance);
            ++out.accepted;
        }
        out.accepted = std::min(out.accepted, setup_.particles);
        out.runs = result_.runs + out.attempts;
        out.median_distance = median_of(near);
        return out;
    }

    const AbcSetup& setup_;
    AbcAnswers& answers_;
    std::size_t wave_;
    const EvaluateWave& evaluate_;
    const std::function<void(const AbcProgress&)>& after_wave_;
    AbcResult result_;
    AbcGeneration now_;
    std::size_t failed_ = 0;
    std::unique_ptr<AbcKernel> kernel_;
};

}  // namespace

double abc_distance(const std::vector<AbcTarget>& targets, const std::vector<double>& scale,
                    const Summaries& summaries) {
    double sum = 0;
    for (std::size_t t = 0; t < targets.size(); ++t) {
        const double away = (summaries[t] - targets[t].value) / scale[t];
        sum += away * away;
    }
    return std::sqrt(sum / static_cast<double>(targets.size()));
}

AbcResult run_abc(const AbcSetup& setup, AbcAnswers& answers, std::size_t wave, const EvaluateWave& evaluate,
                  const std::function<void(const AbcProgress&)>& after_wave) {
    sim::require(!setup.free.empty() && !setup.targets.empty() && setup.particles > 1 && wave > 0,
                 "a search has parameters, targets and particles");
    return Search(setup, answers, wave, evaluate, after_wave).run();
}

std::vector<std::size_t> equally_weighted(const AbcGeneration& generation, std::size_t n) {
    std::vector<std::size_t> out;
    double below = 0;
    for (std::size_t i = 0; i < generation.particles.size(); ++i) {
        below += generation.particles[i].weight;
        while (out.size() < n && (static_cast<double>(out.size()) + 0.5) / static_cast<double>(n) <= below)
            out.push_back(i);
    }
    while (out.size() < n) out.push_back(generation.particles.size() - 1);  // the last hair of rounding
    return out;
}

std::vector<Learnt> learnt_of(const AbcSetup& setup, const AbcGeneration& posterior) {
    constexpr double tail = 0.025;
    std::vector<Learnt> out;
    for (std::size_t i = 0; i < setup.free.size(); ++i) {
        const auto& prior = setup.free[i];
        double mean = 0, squares = 0;
        std::vector<double> values, weights;
        for (const auto& p : posterior.particles) {
            mean += p.weight * p.at[i];
            squares += p.weight * p.at[i] * p.at[i];
            values.push_back(unscaled(prior, p.at[i]));
            weights.push_back(p.weight);
        }
        const double width = std::sqrt(std::max(0.0, squares - mean * mean));
        out.push_back({unscaled(prior, mean), weighted_quantile(values, weights, tail),
                       weighted_quantile(values, weights, 1 - tail), width / width_of(prior)});
    }
    return out;
}

}  // namespace weefsel::analysis
