#pragma once
#include <cstddef>
#include <optional>

#include "models/study/realisation.hpp"

namespace weefsel {

/// The random numbers of an option run: those of the realisation, unless the run is a placebo.
struct RunChance {
    sim::RandomSource all;
    std::optional<sim::RandomSource>
        outreach{};  ///< decides whom professionals see, where that alone is other chance
};

/// One option from the end of the burn-in, month by month. A copy is a fork: both go on from the same state
/// by the same random numbers, and may be stepped differently.
class OptionRun {
public:
    /// Begins the option's policy. The realisation must outlive the run; `start` is a copy of its state, or
    /// that state itself where nobody needs it any more.
    OptionRun(const Realisation& realisation, std::size_t option, Municipality start, RunChance chance);
    OptionRun(const Realisation& realisation, std::size_t option)
        : OptionRun(realisation, option, realisation.start, {realisation.draws}) {}

    /// Months simulated so far, of those of the scenario.
    [[nodiscard]] int months() const { return months_; }
    [[nodiscard]] bool finished() const { return months_ >= realisation_->scenario.months(); }
    /// The month last simulated; before the first, the last one of the burn-in.
    [[nodiscard]] sim::Month now() const;
    [[nodiscard]] std::size_t option() const { return option_; }
    [[nodiscard]] const Municipality& state() const { return municipality_; }
    [[nodiscard]] Municipality& state() { return municipality_; }

    /// One month, interventions of plugins first. `hazards` looks on in the course of it and may be empty;
    /// `treatment` acts in it, if there is one. Throws where the run is finished.
    void step(WorkerPool& pool, const HazardWatch& hazards = {}, const Treatment* treatment = nullptr);
    /// From the next month on all lines are given notice.
    void stop_lines();

private:
    /// Lets the interventions of plugins act at the beginning of a month.
    void intervene(int month, const Parameters& parameters, WorkerPool& pool);

    const Realisation* realisation_;
    std::size_t option_;
    Municipality municipality_;
    RunChance chance_;
    int months_ = 0;
};

}  // namespace weefsel
