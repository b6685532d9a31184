#include "models/study.hpp"

#include "models/begin.hpp"
#include "models/exchange/need.hpp"
#include "models/funding/municipal_finance.hpp"
#include "models/funding/policy.hpp"
#include "models/funding/reorganisation.hpp"
#include "models/indicators.hpp"
#include "models/municipality.hpp"
#include "models/observe_streets.hpp"
#include "models/population.hpp"
#include "models/recorder.hpp"
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

Study::Study(Scenario scenario, bool record_digests)
    : scenario_(std::move(scenario)), map_(map_of(scenario_)), record_digests_(record_digests) {
    if (scenario_.draws > 1)
        throw sim::InputError(
            {scenario_.file, 1, 1},
            "draws must be 1; found " + std::to_string(scenario_.draws) +
                ": no posterior of the parameters ships yet, so every draw would be the same "
                "world counted twice (vary parameters with --set)");
    layout_.observables = observables();
    for (const auto& g : groupings())
        layout_.groupings.push_back({g.name, {g.groups.begin(), g.groups.end()}});
    name_streets();
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
        "lost"};
    constexpr auto payer_names = sim::enum_names<Payer>();
    layout_.payers = {payer_names.begin(), payer_names.end()};
    layout_.months = scenario_.months();
    layout_.sites = map_.sites();
    if (record_digests_) digest_columns_ = names_of_columns(map_.sites() > 1);
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

sim::EnsembleShape Study::shape() const {
    return {static_cast<std::size_t>(scenario_.draws), static_cast<std::size_t>(scenario_.replicates)};
}

Recorder Study::live_option(Municipality& m, std::size_t o, const std::vector<double>& need,
                            const std::vector<PlannedShock>& shocks, const sim::Draws& draws,
                            const std::atomic<bool>* stop, Crew& crew, const Watch& watch,
                            const YearLived& year_lived) const {
    const auto& p = scenario_.parameters;
    const auto& option = scenario_.options[o];
    const int burn_in = scenario_.warmup_months();
    for (std::size_t i = 0; i < map_.sites(); ++i) {
        auto& n = m.neighbourhoods[i];
        const PotShare share{share_of_residents(scenario_, map_.site[i]), need[i]};
        begin_policy(n.lines, n.posts,
                     policy_of(option.lines, option.follow, share, p,
                               site_key(scenario_.neighbourhoods[map_.site[i]])),
                     p, draws, sim::Month{burn_in});
    }
    begin_finance(m, option.finance, p, months_measured(burn_in));
    const auto look = [&](int month, sim::Month now) {
        if (watch)
            crew.each([&](std::size_t i, Workspace& w) {
                watch(map_.site[i], o, month, m.neighbourhoods[i], w, now);
            });
    };
    look(-1, sim::Month{burn_in - 1});
    Recorder recorder(layout_, map_.site, digest_columns_.size(), first_street_);
    for (int month = 0; month < scenario_.months(); ++month) {
        stop_if_asked(stop);
        const sim::Month now{burn_in + month};
        const Circumstances under{shocks_of(shocks, month, p.shock), option.follow, false,
                                  reorganised_in(option, month)};
        live_month(m, map_, under, p, draws, now, crew);
        settle_finance(m, option.finance, now);
        crew.each([&](std::size_t i, Workspace& w) {
            recorder.measure(i, m.neighbourhoods[i], p, draws, now, w);
            if (record_digests_) recorder.note_digests(i, digests_of(m, i));
        });
        recorder.sum_up(month);
        look(month, now);
        if (now.ends_year() && year_lived) year_lived();
    }
    return recorder;
}

sim::UnitResult Study::run(sim::UnitKey key, const std::atomic<bool>* stop, int threads, const Watch& watch,
                           const YearLived& year_lived) const {
    const auto& p = scenario_.parameters;
    const sim::Draws draws(scenario_.seed, static_cast<std::uint32_t>(key.replicate));
    Crew crew(threads, map_.sites());
    Municipality warm = begin_municipality(scenario_, map_, draws, crew);
    const int burn_in = scenario_.warmup_months();
    for (int month = 0; month < burn_in; ++month) {
        stop_if_asked(stop);
        burn_in_month(warm, map_, p, draws, sim::Month{month}, burn_in, crew);
        if (sim::Month{month}.ends_year() && year_lived) year_lived();
    }
    end_burn_in(warm, p, burn_in);
    const auto need = shares_of_need(warm.neighbourhoods);
    const auto shocks = plan_shocks(scenario_, map_, draws);

    std::vector<Recorder> recorders;
    std::size_t reference = 0;
    for (std::size_t o = 0; o < scenario_.options.size(); ++o) {
        const bool last = o + 1 == scenario_.options.size();
        Municipality m = last ? std::move(warm) : warm;
        if (scenario_.options[o].name == scenario_.reference) reference = o;
        recorders.push_back(live_option(m, o, need, shocks, draws, stop, crew, watch, year_lived));
    }
    for (auto& recorder : recorders) recorder.set_added_life_apart(recorders[reference]);
    sim::UnitResult unit;
    for (auto& recorder : recorders) unit.options.push_back(recorder.take());
    return unit;
}

std::size_t Study::years_a_unit() const {
    const auto years = static_cast<std::size_t>(scenario_.months() / sim::months_per_year);
    return static_cast<std::size_t>(scenario_.warmup_months() / sim::months_per_year) +
           scenario_.options.size() * years;
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
                       (record_digests_ ? "d" : "") + text);
}

}  // namespace weefsel
