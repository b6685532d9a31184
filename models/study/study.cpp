#include "models/study/study.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/measure/indicators.hpp"
#include "models/measure/observe_streets.hpp"
#include "models/measure/recorder.hpp"
#include "models/scenario/figure_draws.hpp"
#include "models/scenario/parameter_draws.hpp"
#include "models/study/ledger.hpp"
#include "models/study/municipality.hpp"
#include "models/study/own_log.hpp"
#include "models/study/trend.hpp"
#include "models/study/twins.hpp"
#include "sim/checkpoint.hpp"
#include "sim/enum_name.hpp"
#include "sim/error.hpp"
#include "sim/provenance.hpp"

namespace weefsel {
namespace {

void stop_if_asked(const std::atomic<bool>* stop) {
    if (stop != nullptr && stop->load(std::memory_order_relaxed)) throw sim::Interrupted();
}

/// Of a neighbourhood and its border, if it has one.
std::vector<std::uint64_t> digests_of(Municipality& m, std::size_t site) {
    std::vector<std::uint64_t> all;
    for (const auto& d : sim::digests(m.neighbourhoods[site])) all.push_back(d.digest);
    if (!m.borders.empty())
        for (const auto& d : sim::digests(m.borders[site])) all.push_back(d.digest);
    return all;
}

std::vector<std::string> names_of_columns(bool with_border) {
    Neighbourhood n;
    Border border;
    std::vector<std::string> names;
    const auto note = [&](const char* name, const auto&) { names.emplace_back(name); };
    n.visit(note);
    if (with_border) border.visit(note);
    return names;
}

}  // namespace

Study::Study(Scenario scenario, bool record_digests, SimulatedAgain again)
    : scenario_(std::move(scenario)),
      map_(map_of(scenario_)),
      record_digests_(record_digests),
      again_(compares() ? again : SimulatedAgain::never) {
    layout_.observables = observables();
    for (const auto& g : groupings())
        layout_.groupings.push_back({g.name, {g.groups.begin(), g.groups.end()}});
    name_streets();
    if (compares()) name_ledger();
    layout_.blocks = option_blocks(scenario_.years, compares());
    if (scenario_.hooks != nullptr && !scenario_.hooks->indicators().empty())
        layout_.blocks.push_back(own_block(*scenario_.hooks, scenario_.months()));
    constexpr auto flow_names = sim::enum_names<MoneyFlow>();
    layout_.flows = {flow_names.begin(), flow_names.end()};
    layout_.flow_prose = {
        "granted in the year, costs of tender and contract included",
        "spent of it in the year",
        "returned in the year",
        "held at the end of the year",
        "cost of care in the year; of residents: own contributions and own hours",
        "part of the cost of residents that is hours and not money: informal care and volunteering, valued",
        "part of the difference in cost of care with the reference that falls in years of life gained or "
        "lost",
        "part of the cost of care that is youth care; the rest of the municipality's is Wmo support"};
    constexpr auto payer_names = sim::enum_names<Payer>();
    layout_.payers = {payer_names.begin(), payer_names.end()};
    layout_.months = scenario_.months();
    layout_.sites = map_.sites();
    if (record_digests_) digest_columns_ = names_of_columns(map_.sites() > 1);
}

void Study::name_ledger() {
    for (const auto& kind : ledger_kinds_declared)
        layout_.ledger.kinds.push_back({std::string(kind.name), std::string(kind.label_nl),
                                        std::string(kind.label_en), std::string(kind.how)});
    constexpr auto entry_names = sim::enum_names<LedgerEntry>();
    layout_.ledger.entries = {entry_names.begin(), entry_names.end()};
}

void Study::name_streets() {
    const auto& sites = scenario_.neighbourhoods;
    std::vector<std::size_t> first{0};
    std::vector<std::string> names;
    for (const auto& figures : sites) {
        const auto streets = streets_of(figures, scenario_.parameters.population);
        for (int k = 1; k <= streets; ++k)
            names.push_back((sites.size() == 1 ? "" : figures.name + " ") + std::to_string(k));
        first.push_back(names.size());
        if (names.size() > most_streets_kept) return;
    }
    first_street_ = std::move(first);
    layout_.fine = {"street", std::move(names), {}};
    for (const auto i : street_indicators) layout_.fine.observables.push_back(static_cast<std::size_t>(i));
}

std::vector<Study::StreetPlace> Study::street_places() const {
    std::vector<StreetPlace> places;
    if (first_street_.empty()) return places;
    for (std::size_t site = 0; site < scenario_.neighbourhoods.size(); ++site)
        for (const auto& centre :
             street_centres(scenario_.neighbourhoods[site], scenario_.parameters.population))
            places.push_back({site, centre});
    return places;
}

sim::EnsembleShape Study::shape() const {
    const int draws = scenario_.draws_simulated > 0 ? scenario_.draws_simulated : scenario_.draws;
    return {static_cast<std::size_t>(draws), static_cast<std::size_t>(scenario_.replicates)};
}

BurnIn Study::begin(sim::UnitKey key, WorkerPool& pool) const {
    Scenario scenario = scenario_;
    scenario.parameters =
        drawn_parameters(scenario_.parameters, key.draw, static_cast<std::size_t>(scenario_.draws),
                         scenario_.seed, scenario_.posterior);
    scenario.neighbourhoods = drawn_neighbourhoods(scenario_, key.draw);
    auto map = map_;
    set_distances(map, scenario.parameters.exchange);
    return {std::move(scenario), std::move(map), sim::draws_of(scenario_.seed, key), pool};
}

Realisation Study::burned_in(sim::UnitKey key, WorkerPool& pool, const std::atomic<bool>* stop,
                             const YearSimulated& year_simulated, const BurnInStore& store) const {
    auto burn_in = begin(key, pool);
    const auto kept_as = store.load ? burn_in.key() : "";
    if (store.load && burn_in.end_as([&](Municipality& m) { return store.load(kept_as, m); })) {
        for (int year = 0; year_simulated && year < scenario_.warmup_years; ++year) year_simulated();
        return std::move(burn_in).finish();
    }
    while (burn_in.months_left() > 0) {
        stop_if_asked(stop);
        if (burn_in.step(pool).ends_year() && year_simulated) year_simulated();
    }
    if (store.load) store.keep(kept_as, burn_in.state());
    return std::move(burn_in).finish();
}

void Study::finish(OptionRun& run, const Making& making, const HazardWatch& hazards,
                   const std::function<void(int month)>& after) const {
    while (!run.finished()) {
        stop_if_asked(making.stop);
        run.step(making.pool, hazards);
        after(run.months() - 1);
        if (run.now().ends_year() && making.year_simulated) making.year_simulated();
    }
}

Recorder Study::record_option(OptionRun run, const Parameters& p, const sim::RandomSource& draws,
                              const Making& making, LifeLog& log, OptionLogs& logs, const Watch& watch,
                              const WatchHazards& hazards) const {
    const bool followed = !making.founders.empty();
    auto& m = run.state();
    const auto& months = making.pool.months();
    const auto o = run.option();
    HazardWatch seen;
    if (hazards)
        seen = [&](std::size_t i, Hazard h, const HazardColumns& c, const Neighbourhood& n, sim::Month now) {
            hazards(map_.site[i], o, now - sim::Month{scenario_.warmup_months()}, h, c, n, now);
        };
    const auto look = [&](int month) {
        if (watch)
            making.pool.each([&](std::size_t i) {
                watch(map_.site[i], o, month, m.neighbourhoods[i], months[i], run.now());
            });
    };
    Recorder recorder(layout_, map_.site, digest_columns_.size(), first_street_, p.survey);
    look(-1);
    finish(run, making, seen, [&](int month) {
        const auto parameters = with_trends(p, scenario_.trends, month);
        making.pool.each([&](std::size_t i) {
            recorder.measure(i, m.neighbourhoods[i], p, draws, run.now(), months[i]);
            if (followed) log.note(i, m.neighbourhoods[i], months[i], month);
            if (compares()) logs.reach.note(i, m.neighbourhoods[i], months[i], log);
            logs.staffing.note(i, m.neighbourhoods[i], months[i], p);
            if (record_digests_) recorder.note_digests(i, digests_of(m, i));
            logs.own.note(i, m.neighbourhoods[i],
                          {scenario_.options[o].name, scenario_.neighbourhoods[map_.site[i]].name,
                           map_.site[i], month, run.now(), draws, parameters, scenario_.plugin_values});
        });
        recorder.sum_up(month);
        if (followed) log.sum_up(m.neighbourhoods, month);
        logs.staffing.sum_up(month);
        logs.own.sum_up(month);
        if (compares() && run.now().ends_year()) {
            making.pool.each([&](std::size_t i) {
                logs.reach.look(i, m.neighbourhoods[i], log, recorder.answered(), p.survey, draws, run.now());
            });
            logs.reach.end_year();
        }
        look(month);
    });
    return recorder;
}

std::vector<double> Study::ledger_again(const Realisation& realisation, std::size_t o, OtherChance chance,
                                        sim::UnitKey key, const Making& making,
                                        const LifeHistories& lives) const {
    const auto other = draws_of(chance, scenario_.seed, key);
    const bool everything = chance == OtherChance::everything;
    Municipality start = realisation.start;
    if (everything) draw_thresholds_anew(start.neighbourhoods, other);
    LifeLog log(making.founders, start.neighbourhoods, scenario_.months());
    OptionRun run(realisation, o, std::move(start),
                  everything ? RunChance{other} : RunChance{realisation.draws, other});
    finish(run, making, {}, [&](int month) {
        const auto& all = run.state().neighbourhoods;
        making.pool.each([&](std::size_t i) { log.note(i, all[i], making.pool.months()[i], month); });
        log.sum_up(all, month);
    });
    return ledger_of(lives, log.lives());
}

sim::UnitResult Study::run(sim::UnitKey key, const std::atomic<bool>* stop, int threads, const Watch& watch,
                           const YearSimulated& year_simulated, const Attention& attention) const {
    const std::size_t options = scenario_.options.size();
    const auto nothing = scenario_.option_without_lines();
    WorkerPool pool(threads, map_.sites());
    auto realisation = burned_in(key, pool, stop, year_simulated, attention.burn_ins);
    // Nobody is followed where nothing is compared and nobody asks for lives.
    const auto founders = options > 1 || attention.lives != nullptr || attention.founders != nullptr
                              ? founders_of(realisation.start.neighbourhoods)
                              : std::vector<sim::BirthNumber>{};
    const Making making{pool, founders, stop, year_simulated};

    std::vector<Recorder> recorders;
    std::vector<LifeLog> logs;
    std::vector<OptionLogs> kept;
    const auto cells =
        compares() ? cells_of(founders, realisation.start.neighbourhoods) : std::vector<std::uint8_t>{};
    std::size_t reference = 0;
    const bool again = lives_again(key);
    for (std::size_t o = 0; o < options; ++o) {
        const bool last = o + 1 == options && !again;
        Municipality start = last ? std::move(realisation.start) : realisation.start;
        if (scenario_.options[o].name == scenario_.reference) reference = o;
        logs.emplace_back(founders, start.neighbourhoods, scenario_.months());
        kept.push_back(
            {ReachLog(compares() ? founders.size() : 0, scenario_.years),
             StaffingLog(start.neighbourhoods, realisation.scenario.parameters, scenario_.options[o].follow),
             OwnLog(scenario_.hooks.get(), scenario_.months(), map_.sites())});
        recorders.push_back(record_option({realisation, o, std::move(start), {realisation.draws}},
                                          realisation.scenario.parameters, realisation.draws, making,
                                          logs.back(), kept.back(), watch, attention.hazards));
    }
    for (auto& recorder : recorders) recorder.set_added_life_apart(recorders[reference]);
    sim::UnitResult result;
    for (std::size_t o = 0; o < options; ++o) {
        auto& r = result.options.emplace_back(recorders[o].take());
        r.blocks = values_of_blocks(kept[o], nothing ? &kept[*nothing] : nullptr, kept[reference], cells,
                                    compares());
        const auto& own = kept[o].own.values();
        r.blocks.insert(r.blocks.end(), own.begin(), own.end());
        if (options < 2) continue;
        r.ledger = ledger_of(logs[reference].lives(), logs[o].lives());
        r.ledger_placebo.assign(layout_.ledger.values(), std::nan(""));
        r.ledger_chance = r.ledger_placebo;
        if (!again) continue;
        auto& ledger = o == reference ? r.ledger_chance : r.ledger_placebo;
        const auto chance = o == reference ? OtherChance::everything : OtherChance::outreach;
        ledger = ledger_again(realisation, o, chance, key, making, logs[o].lives());
    }
    if (attention.lives != nullptr) {
        attention.lives->clear();
        for (const auto& log : logs) attention.lives->push_back(log.lives());
    }
    if (attention.founders != nullptr) *attention.founders = founders;
    return result;
}

bool Study::lives_again(sim::UnitKey key) const {
    return again_ != SimulatedAgain::never && key.draw < worlds_again && key.replicate < replicates_again();
}

std::size_t Study::replicates_again() const { return (worlds_again + shape().draws - 1) / shape().draws; }

std::vector<std::size_t> Study::quickest_first() const {
    std::vector<std::size_t> order(shape().units());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t unit) { return !lives_again(shape().key(unit)); });
    return order;
}

std::size_t Study::years_a_unit() const {
    const auto years = static_cast<std::size_t>(scenario_.months() / sim::months_per_year);
    const std::size_t options = scenario_.options.size(),
                      again = again_ == SimulatedAgain::never
                                  ? 0
                                  : std::min(shape().draws, worlds_again) *
                                        std::min(shape().replicates, replicates_again());
    return static_cast<std::size_t>(scenario_.warmup_months() / sim::months_per_year) + options * years +
           options * years * again / shape().units();
}

std::string Study::fingerprint() const {
    // The number of replicates says how many units there are, not what one holds.
    std::string text = scenario_.resolved;
    const auto drop_line = [&](std::string_view key) {
        std::size_t at = 0;
        while ((at = text.find(key, at)) != std::string::npos) {
            if (at != 0 && text[at - 1] != '\n') {
                at += key.size();
                continue;
            }
            const auto end = text.find('\n', at);
            text.erase(at, end == std::string::npos ? std::string::npos : end - at + 1);
        }
    };
    drop_line("replicates");
    return sim::sha256(sim::provenance().version + "\n" + sim::provenance().commit + "\n" +
                       (record_digests_ ? "d" : "") + (again_ == SimulatedAgain::never ? "" : "again") +
                       (scenario_.hooks == nullptr ? "" : scenario_.hooks->identity() + "\n") + text);
}

}  // namespace weefsel
