#include "models/study/study.hpp"

#include <algorithm>
#include <cmath>

#include "models/measure/indicators.hpp"
#include "models/measure/observe_streets.hpp"
#include "models/measure/recorder.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/funding/reorganisation.hpp"
#include "models/scenario/parameter_draws.hpp"
#include "models/scenario/shock_plan.hpp"
#include "models/study/begin.hpp"
#include "models/study/ledger.hpp"
#include "models/study/municipal_finance.hpp"
#include "models/study/municipality.hpp"
#include "models/study/need.hpp"
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

Study::Study(Scenario scenario, bool record_digests, LivedAgain again)
    : scenario_(std::move(scenario)),
      map_(map_of(scenario_)),
      record_digests_(record_digests),
      again_(scenario_.options.size() > 1 ? again : LivedAgain::never) {
    layout_.observables = observables();
    for (const auto& g : groupings())
        layout_.groupings.push_back({g.name, {g.groups.begin(), g.groups.end()}});
    name_streets();
    if (scenario_.options.size() > 1) name_ledger();
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
    const int draws = scenario_.draws_lived > 0 ? scenario_.draws_lived : scenario_.draws;
    return {static_cast<std::size_t>(draws), static_cast<std::size_t>(scenario_.replicates)};
}

void Study::live_option(Municipality& m, std::size_t o, const sim::Draws& draws, const sim::Draws* outreach,
                        const Unit& unit, const MonthLived& month_lived, const HazardWatch& hazards) const {
    const auto& scenario = unit.scenario;
    const auto& p = scenario.parameters;
    const auto& option = scenario.options[o];
    const int burn_in = scenario.warmup_months();
    for (std::size_t i = 0; i < map_.sites(); ++i) {
        auto& n = m.neighbourhoods[i];
        const PotShare share{share_of_residents(scenario, map_.site[i]), unit.need[i]};
        begin_policy(
            n.lines, n.posts,
            policy_of(option.lines, option.follow, share, p, site_key(scenario.neighbourhoods[map_.site[i]])),
            p, draws, sim::Month{burn_in});
    }
    begin_finance(m, option.finance, p, months_measured(burn_in));
    month_lived(-1, sim::Month{burn_in - 1});
    for (int month = 0; month < scenario.months(); ++month) {
        stop_if_asked(unit.stop);
        const sim::Month now{burn_in + month};
        if (month == option.stopped)
            for (auto& n : m.neighbourhoods) begin_policy(n.lines, n.posts, Policy{}, p, draws, now);
        Circumstances under{shocks_of(unit.shocks, month, p.shock), option.follow, false,
                            reorganised_in(option, month)};
        under.outreach = outreach;
        under.hazards = &hazards;
        live_month(m, map_, under, p, draws, now, unit.crew);
        settle_finance(m, option.finance, now);
        month_lived(month, now);
        if (now.ends_year() && unit.year_lived) unit.year_lived();
    }
}

Recorder Study::record_option(Municipality& m, std::size_t o, const Unit& unit, LifeLog& log,
                              const Watch& watch, const WatchHazards& hazards) const {
    const bool followed = !unit.founders.empty();
    const auto& p = unit.scenario.parameters;
    HazardWatch seen;
    if (hazards)
        seen = [&](std::size_t i, Hazard h, const Neighbourhood& n, const Workspace& w, sim::Month now) {
            hazards(map_.site[i], o, now - sim::Month{scenario_.warmup_months()}, h, n, w, now);
        };
    Recorder recorder(layout_, map_.site, digest_columns_.size(), first_street_);
    const auto month_lived = [&](int month, sim::Month now) {
        if (month >= 0) {
            unit.crew.each([&](std::size_t i, Workspace& w) {
                recorder.measure(i, m.neighbourhoods[i], p, unit.draws, now, w);
                if (followed) log.note(i, m.neighbourhoods[i], w, month);
                if (record_digests_) recorder.note_digests(i, digests_of(m, i));
            });
            recorder.sum_up(month);
            if (followed) log.sum_up(m.neighbourhoods, month);
        }
        if (watch)
            unit.crew.each([&](std::size_t i, Workspace& w) {
                watch(map_.site[i], o, month, m.neighbourhoods[i], w, now);
            });
    };
    live_option(m, o, unit.draws, nullptr, unit, month_lived, seen);
    return recorder;
}

std::vector<double> Study::ledger_again(Municipality m, std::size_t o, OtherLuck luck, sim::UnitKey key,
                                        const Unit& unit, const Lives& lives) const {
    const auto other = draws_of(luck, scenario_.seed, key);
    const bool everything = luck == OtherLuck::everything;
    if (everything) draw_thresholds_anew(m.neighbourhoods, other);
    LifeLog log(unit.founders, m.neighbourhoods, scenario_.months());
    live_option(
        m, o, everything ? other : unit.draws, everything ? nullptr : &other, unit,
        [&](int month, sim::Month) {
            if (month < 0) return;
            unit.crew.each([&](std::size_t i, Workspace& w) { log.note(i, m.neighbourhoods[i], w, month); });
            log.sum_up(m.neighbourhoods, month);
        });
    return ledger_of(lives, log.lives());
}

sim::UnitResult Study::run(sim::UnitKey key, const std::atomic<bool>* stop, int threads, const Watch& watch,
                           const YearLived& year_lived, const Attention& attention) const {
    Scenario scenario = scenario_;
    scenario.parameters =
        drawn_parameters(scenario_.parameters, key.draw, static_cast<std::size_t>(scenario_.draws),
                         scenario_.seed, scenario_.posterior);
    const auto& p = scenario.parameters;
    const std::size_t options = scenario.options.size();
    const sim::Draws draws = sim::draws_of(scenario_.seed, key);
    Crew crew(threads, map_.sites());
    Municipality warm = begin_municipality(scenario, map_, draws, crew);
    const int burn_in = scenario_.warmup_months();
    for (int month = 0; month < burn_in; ++month) {
        stop_if_asked(stop);
        burn_in_month(warm, map_, p, draws, sim::Month{month}, burn_in, crew);
        if (sim::Month{month}.ends_year() && year_lived) year_lived();
    }
    end_burn_in(warm, p, burn_in);
    const Unit unit{scenario, draws, shares_of_need(warm.neighbourhoods), plan_shocks(scenario, map_, draws),
                    // Nobody is followed where nothing is compared and nobody asks for lives.
                    options > 1 || attention.lives != nullptr || attention.founders != nullptr
                        ? founders_of(warm.neighbourhoods)
                        : std::vector<sim::BirthNumber>{},
                    crew, stop, year_lived};

    std::vector<Recorder> recorders;
    std::vector<LifeLog> logs;
    std::size_t reference = 0;
    const bool again = lives_again(key);
    for (std::size_t o = 0; o < options; ++o) {
        const bool last = o + 1 == options && !again;
        Municipality m = last ? std::move(warm) : warm;
        if (scenario_.options[o].name == scenario_.reference) reference = o;
        logs.emplace_back(unit.founders, m.neighbourhoods, scenario_.months());
        recorders.push_back(record_option(m, o, unit, logs.back(), watch, attention.hazards));
    }
    for (auto& recorder : recorders) recorder.set_added_life_apart(recorders[reference]);
    sim::UnitResult result;
    for (std::size_t o = 0; o < options; ++o) {
        auto& r = result.options.emplace_back(recorders[o].take());
        if (options < 2) continue;
        r.ledger = ledger_of(logs[reference].lives(), logs[o].lives());
        r.ledger_sham.assign(layout_.ledger.values(), std::nan(""));
        r.ledger_luck = r.ledger_sham;
        if (!again) continue;
        auto& ledger = o == reference ? r.ledger_luck : r.ledger_sham;
        const auto luck = o == reference ? OtherLuck::everything : OtherLuck::outreach;
        ledger = ledger_again(warm, o, luck, key, unit, logs[o].lives());
    }
    if (attention.lives != nullptr) {
        attention.lives->clear();
        for (const auto& log : logs) attention.lives->push_back(log.lives());
    }
    if (attention.founders != nullptr) *attention.founders = unit.founders;
    return result;
}

bool Study::lives_again(sim::UnitKey key) const {
    return again_ != LivedAgain::never && key.draw < worlds_again && key.replicate < replicates_again();
}

std::size_t Study::replicates_again() const { return (worlds_again + shape().draws - 1) / shape().draws; }

std::size_t Study::years_a_unit() const {
    const auto years = static_cast<std::size_t>(scenario_.months() / sim::months_per_year);
    const std::size_t options = scenario_.options.size(),
                      again = again_ == LivedAgain::never
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
                       (record_digests_ ? "d" : "") + (again_ == LivedAgain::never ? "" : "again") + text);
}

}  // namespace weefsel
