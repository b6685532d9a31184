#pragma once
#include <vector>

#include "models/question/planned_shock.hpp"
#include "models/question/scenario.hpp"
#include "models/scenario/study_map.hpp"
#include "models/study/municipality.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// What the option runs of one realisation (parameter draw x replicate) share: the neighbourhoods as the
/// burn-in left them, and all that is decided before the options part.
struct Realisation {
    Scenario scenario;  ///< with the parameters of this draw
    StudyMap map;
    sim::RandomSource draws;
    Municipality start;        ///< at the end of the burn-in
    std::vector<double> need;  ///< each neighbourhood's share of it, in the order of the map
    std::vector<PlannedShock> shocks;
};

/// A realisation month by month to the end of its burn-in: begin, step until nothing is left, finish.
class BurnIn {
public:
    /// `scenario`: with the parameters of this draw. The crew may be another one at each call.
    BurnIn(Scenario scenario, StudyMap map, const sim::RandomSource& draws, WorkerPool& pool);

    [[nodiscard]] int months_left() const { return scenario_.warmup_months() - month_; }
    [[nodiscard]] const Municipality& state() const { return municipality_; }
    /// One month; returns it. Throws sim::InvariantError where none is left.
    sim::Month step(WorkerPool& pool);
    /// Fixes what the burn-in measured; from here the options part. Throws where months are left.
    [[nodiscard]] Realisation finish() &&;

private:
    Scenario scenario_;
    StudyMap map_;
    sim::RandomSource draws_;
    Municipality municipality_;
    int month_ = 0;
};

}  // namespace weefsel
