#pragma once
#include <atomic>
#include <string>
#include <vector>

#include "models/municipality.hpp"
#include "models/scenario.hpp"
#include "sim/ensemble.hpp"
#include "sim/world_result.hpp"

namespace weefsel {

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
                                      int threads = 1) const;

    /// SHA-256 of all that decides the results of one unit, but not how many units there are; parts
    /// of an interrupted run are used again only when this is equal.
    [[nodiscard]] std::string fingerprint() const;

private:
    [[nodiscard]] sim::WorldResult live_option(Municipality& m, const Option& option,
                                               const std::vector<double>& need, const sim::Draws& draws,
                                               const std::atomic<bool>* stop, Crew& crew) const;

    Scenario scenario_;
    StudyMap map_;
    bool record_digests_;
    sim::ResultLayout layout_;
    std::vector<std::string> digest_columns_;
};

}  // namespace weefsel
