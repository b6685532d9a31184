#pragma once
#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "models/measure/recorder.hpp"
#include "models/population/population.hpp"
#include "models/question/scenario.hpp"
#include "models/study/burn_in_store.hpp"
#include "models/study/life_log.hpp"
#include "models/study/municipality.hpp"
#include "models/study/option_blocks.hpp"
#include "models/study/option_run.hpp"
#include "models/study/other_chance.hpp"
#include "sim/ensemble.hpp"
#include "sim/world_result.hpp"

namespace weefsel {

/// Looks on at the lives of one unit and may remember what it saw; it changes nothing. Called for every
/// neighbourhood (`site`: its row in the scenario) and option before the first month (`month` -1) and after
/// each month (from 0), with what the month made; for different sites perhaps at the same time.
using Watch = std::function<void(std::size_t site, std::size_t option, int month, const Neighbourhood&,
                                 const MonthRecord&, sim::Month now)>;

/// The same for the hazards of a month (see HazardWatch), in the course of it.
using WatchHazards = std::function<void(std::size_t site, std::size_t option, int month, Hazard,
                                        const HazardColumns&, const Neighbourhood&, sim::Month now)>;

/// What else somebody wants to see of the lives of a unit, or knows of them already.
struct Attention {
    WatchHazards hazards{};
    std::vector<LifeHistories>* lives =
        nullptr;  ///< filled: what the ledger knows of the residents of month 0, by option
    std::vector<sim::BirthNumber>* founders = nullptr;  ///< filled: who they are, ascending
    BurnInStore burn_ins{};                             ///< both of its functions, or neither
};

/// Called when a year of a unit has been simulated; for progress.
using YearSimulated = std::function<void()>;

/// Whether options are simulated again under other chance events, for the ledgers that mean nothing.
enum class SimulatedAgain : std::uint8_t { never, in_first_worlds };

/// A scenario ready to be run: options x replicates x draws. One unit of work is all neighbourhoods of
/// one replicate and draw, which live together.
class Study {
public:
    explicit Study(Scenario scenario, bool record_digests = false,
                   SimulatedAgain again = SimulatedAgain::never);

    [[nodiscard]] const Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const sim::ResultLayout& layout() const { return layout_; }
    /// Where the streets of the layout's finest grouping lie, in its order; none when none are kept.
    struct StreetPlace {
        std::size_t site;  ///< row of the scenario's neighbourhoods
        StreetCentre centre;
    };
    [[nodiscard]] std::vector<StreetPlace> street_places() const;
    /// Names of the columns whose digests are recorded, in order.
    [[nodiscard]] const std::vector<std::string>& digest_columns() const { return digest_columns_; }
    [[nodiscard]] sim::EnsembleShape shape() const;

    /// The burn-in of one realisation, from month 0; an OptionRun goes on from where it ends. `run` is a loop
    /// over both.
    [[nodiscard]] BurnIn begin(sim::UnitKey key, WorkerPool& pool) const;

    /// Simulates one unit: burn-in once, then every option from there. Pure: depends on key alone;
    /// `threads` neighbourhoods are stepped side by side. When `stop` becomes true it throws
    /// sim::Interrupted within a simulated month.
    [[nodiscard]] sim::UnitResult run(sim::UnitKey key, const std::atomic<bool>* stop = nullptr,
                                      int threads = 1, const Watch& watch = {},
                                      const YearSimulated& year_simulated = {},
                                      const Attention& attention = {}) const;
    /// How many years a unit simulates: those of the burn-in and of every option, and on average of the
    /// options that are simulated again.
    [[nodiscard]] std::size_t years_a_unit() const;
    /// Worlds in which options are simulated again, if that is asked for, or a few more: the first replicates
    /// of the first draws, so many of each (what one unit holds does not hang on how many replicates there
    /// are).
    static constexpr std::size_t worlds_again = 10;
    [[nodiscard]] std::size_t replicates_again() const;
    /// Numbers of the units, those first in which no option is simulated again: they are done sooner.
    [[nodiscard]] std::vector<std::size_t> quickest_first() const;

    /// SHA-256 of all that decides the results of one unit, but not how many units there are; parts
    /// of an interrupted run are used again only when this is equal.
    [[nodiscard]] std::string fingerprint() const;

private:
    /// What a unit in the making has besides its realisation.
    struct Making {
        WorkerPool& pool;
        const std::vector<sim::BirthNumber>& founders;
        const std::atomic<bool>* stop;
        const YearSimulated& year_simulated;
    };
    [[nodiscard]] Realisation burned_in(sim::UnitKey key, WorkerPool& pool, const std::atomic<bool>* stop,
                                        const YearSimulated& year_simulated, const BurnInStore& store) const;
    /// Simulates a run to its end; `after` every month.
    void finish(OptionRun& run, const Making& making, const HazardWatch& hazards,
                const std::function<void(int month)>& after) const;
    /// The same, measured and looked at.
    [[nodiscard]] Recorder record_option(OptionRun run, const Parameters& parameters,
                                         const sim::RandomSource& draws, const Making& making, LifeLog& log,
                                         OptionLogs& logs, const Watch& watch,
                                         const WatchHazards& hazards) const;
    [[nodiscard]] bool compares() const { return scenario_.options.size() > 1; }
    /// An option run again under other chance: its ledger against `lives`, the first time.
    [[nodiscard]] std::vector<double> ledger_again(const Realisation& realisation, std::size_t option,
                                                   OtherChance chance, sim::UnitKey key, const Making& making,
                                                   const LifeHistories& lives) const;

    /// Whether the options of this unit are simulated again under other chance events.
    [[nodiscard]] bool lives_again(sim::UnitKey key) const;

    /// Lays out the ledger of pairs of options.
    void name_ledger();

    /// Lays out the grouping by street, unless there are more streets than are kept.
    void name_streets();

    Scenario scenario_;
    StudyMap map_;
    std::vector<std::size_t> first_street_;  ///< of each neighbourhood, and the end; none: not kept
    bool record_digests_;
    SimulatedAgain again_;
    sim::ResultLayout layout_;
    std::vector<std::string> digest_columns_;
};

}  // namespace weefsel
