#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/read_scenario.hpp"
#include "models/study/equal_money.hpp"
#include "models/study/option_blocks.hpp"
#include "models/study/study.hpp"

namespace weefsel::page {

/// What of one resident is drawn in one month.
struct Drawn {
    std::uint32_t person;     ///< the same in every world
    std::uint16_t dwelling;   ///< row; 65535: in residential care
    std::uint8_t loneliness;  ///< 0 to 255: a score of 0 to 11
    std::uint8_t flags;       ///< see DrawnFlag
};
static_assert(sizeof(Drawn) == 8);
enum DrawnFlag : std::uint8_t { adult = 1, severely_lonely = 2, reached = 4, in_care = 8, volunteers = 16 };

/// What the ledger knows of one resident of month 0 and one kind of event, in two lives.
struct Happened {
    std::int32_t founder, dwelling, age, kind;
    std::int32_t first_a, first_b;  ///< month; -1: never
    std::int32_t gone_a, gone_b;  ///< first month at whose end the resident was not there; all months: stays
    std::int32_t died_a, died_b;  ///< 1: that was by death
};

/// A study of one neighbourhood: realisations of it and option runs of those, month by month. Realisations
/// are kept while a scenario changes in its options alone.
class Session {
public:
    /// Texts that the scenario names, as its posterior, are given before (give_text). Returns whether what
    /// was simulated before the options is still good. An option without lines is added, as in `compare`.
    /// Throws sim::InputError with all that is wrong.
    bool read(const std::string& toml, const std::string& usual_posterior);
    [[nodiscard]] const Study& study() const { return *study_; }
    [[nodiscard]] const Scenario& scenario() const { return study_->scenario(); }

    /// Euros a year of the first line of an option with which it is expected to cost as much as the
    /// reference, in tens; nothing where it has no line.
    [[nodiscard]] std::optional<double> equal_euro_year(const std::string& option) const;

    /// What every option is expected to cost.
    [[nodiscard]] std::vector<OptionMoney> money() const { return forecast_->of(scenario().options); }

    /// What follows is of this realisation; its burn-in begins where there is none yet.
    void choose(std::size_t draw, std::size_t replicate);
    /// So many months of the burn-in; returns how many are left.
    int warm(int months);

    /// An option from the end of the burn-in, in the place of whatever run stood at `world`. `other_chance`:
    /// what decides whom professionals see is drawn anew.
    void start(int world, std::size_t option, bool other_chance);
    /// So many months; returns how many are left.
    int step(int world, int months);
    void drop(int world) { unit_->worlds.erase(world); }
    /// From here `to` goes its own way: until something is done to one of them, both live the same.
    void fork(int from, int to);
    /// For an intervention in one world; what it needs besides is that of its realisation.
    [[nodiscard]] Neighbourhood& changeable(int world);
    [[nodiscard]] const Realisation& realisation() const { return *unit_->realisation; }
    [[nodiscard]] sim::Month month_in(int world) const { return at(world).run.now(); }

    [[nodiscard]] const sim::WorldResult& measured(int world) const;
    [[nodiscard]] std::vector<Drawn> drawn(int world) const;
    /// Rows of residents who are friends or more, pair by pair.
    [[nodiscard]] std::vector<std::uint16_t> friends(int world) const;
    [[nodiscard]] const Neighbourhood& now(int world) const {
        return at(world).run.state().neighbourhoods[0];
    }
    /// The neighbourhood at the end of the burn-in.
    [[nodiscard]] const Neighbourhood& start_of_all() const;
    [[nodiscard]] std::vector<Happened> happened(int a, int b) const;
    [[nodiscard]] std::vector<double> ledger(int a, int b) const;
    /// Whom the work of `option` met and what went wrong with it, against the reference and the option
    /// without lines (a world; -1: there is none), in the order of the layout's blocks.
    [[nodiscard]] std::vector<double> blocks(int option, int reference, int nothing) const;
    /// Of all columns of the state; of all months simulated, where `follow` was asked for before `start`.
    [[nodiscard]] std::uint64_t digest(int world) const;
    void follow_digests() { follow_ = true; }

private:
    struct World {
        std::shared_ptr<const Study> study;  ///< whose layout its recorder keeps to
        OptionRun run;
        Recorder recorder;
        LifeLog log;
        OptionLogs logs;
        std::uint64_t digest = 0;
    };
    struct Unit {
        sim::UnitKey key;
        std::optional<BurnIn> burn_in;
        std::unique_ptr<Realisation> realisation;
        std::vector<sim::BirthNumber> founders;
        std::vector<std::uint8_t> cells;  ///< see cells_of
        std::map<int, std::unique_ptr<World>> worlds;
    };
    [[nodiscard]] const World& at(int world) const;

    std::shared_ptr<const Study> study_;
    std::string before_options_;             ///< all of the scenario that decides a burn-in
    std::optional<MoneyForecast> forecast_;  ///< follows from the same
    WorkerPool pool_{1, 1};
    std::map<std::pair<std::size_t, std::size_t>, Unit> units_;
    Unit* unit_ = nullptr;
    bool follow_ = false;
};

}  // namespace weefsel::page
