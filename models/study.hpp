#pragma once
#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "models/municipality.hpp"
#include "models/recorder.hpp"
#include "models/scenario.hpp"
#include "models/workspace.hpp"
#include "sim/ensemble.hpp"
#include "sim/world_result.hpp"

namespace weefsel {

/// Looks on at the lives of one unit and may remember what it saw; it changes nothing. Called for every
/// neighbourhood (`site`: its row in the scenario) and option before the first month (`month` -1) and after
/// each month (from 0); for different sites perhaps at the same time.
using Watch = std::function<void(std::size_t site, std::size_t option, int month, const Neighbourhood&,
                                 const Workspace&, sim::Month now)>;

/// Called when a year of a unit has been lived; for progress.
using YearLived = std::function<void()>;

/// A scenario ready to be run: options x replicates x draws. One unit of work is all neighbourhoods of
/// one replicate and draw, which live together.
class Study {
public:
    /// Throws sim::InputError when the scenario asks for more than one draw of the parameters.
    explicit Study(Scenario scenario, bool record_digests = false);

    [[nodiscard]] const Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const sim::ResultLayout& layout() const { return layout_; }
    /// Names of the columns whose digests are recorded, in order.
    [[nodiscard]] const std::vector<std::string>& digest_columns() const { return digest_columns_; }
    [[nodiscard]] sim::EnsembleShape shape() const;

    /// Lives one unit: burn-in once, then every option from there. Pure: depends on key alone;
    /// `threads` neighbourhoods are stepped side by side. When `stop` becomes true it throws
    /// sim::Interrupted within a simulated month.
    [[nodiscard]] sim::UnitResult run(sim::UnitKey key, const std::atomic<bool>* stop = nullptr,
                                      int threads = 1, const Watch& watch = {},
                                      const YearLived& year_lived = {}) const;
    /// How many years a unit lives: those of the burn-in and of every option.
    [[nodiscard]] std::size_t years_a_unit() const;

    /// SHA-256 of all that decides the results of one unit, but not how many units there are; parts
    /// of an interrupted run are used again only when this is equal.
    [[nodiscard]] std::string fingerprint() const;

private:
    /// Lives one option from the end of the burn-in; `need` is each neighbourhood's share of it.
    [[nodiscard]] Recorder live_option(Municipality& m, std::size_t option, const std::vector<double>& need,
                                       const std::vector<PlannedShock>& shocks, const sim::Draws& draws,
                                       const std::atomic<bool>* stop, Crew& crew, const Watch& watch,
                                       const YearLived& year_lived) const;

    /// Lays out the grouping by street, unless there are more streets than are kept.
    void name_streets();

    Scenario scenario_;
    StudyMap map_;
    std::vector<std::size_t> first_street_;  ///< of each neighbourhood, and the end; none: not kept
    bool record_digests_;
    sim::ResultLayout layout_;
    std::vector<std::string> digest_columns_;
};

}  // namespace weefsel
