#pragma once
#include <functional>
#include <string>
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
    [[nodiscard]] Municipality& state() { return municipality_; }
    /// One month; returns it. Throws sim::InvariantError where none is left.
    sim::Month step(WorkerPool& pool);
    /// SHA-256 of all that decides how the burn-in ends: the state in month 0, the parameters, the random
    /// numbers, the map, the number of months, and the plugin that replaces an equation. Throws
    /// sim::InvariantError after month 0.
    [[nodiscard]] std::string key();
    /// Asks `load` for the state at the end of a burn-in of the same key. Where it gives one, no month is
    /// left; where it does not (false, or neighbourhoods of another number), nothing changes and false is
    /// returned.
    bool end_as(const std::function<bool(Municipality&)>& load);
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
