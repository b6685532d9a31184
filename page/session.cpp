#include "page/session.hpp"

#include <algorithm>
#include <cmath>

#include "models/process/funding/prices.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "models/study/ledger.hpp"
#include "models/study/twins.hpp"
#include "models/world/ages.hpp"
#include "models/world/tie_layers.hpp"
#include "sim/checkpoint.hpp"

namespace weefsel::page {
namespace {

constexpr double severe_from = 9, highest_score = 11;
constexpr int reached_within = 12;
constexpr auto file_name = "page.toml";

std::int32_t month_of(LedgerMonth month) { return month == never_happened ? -1 : month; }

std::vector<std::uint16_t> dwellings_of(const std::vector<sim::BirthNumber>& founders, const Residents& r,
                                        std::vector<std::int32_t>& ages) {
    std::vector<std::uint16_t> dwelling(founders.size(), DwellingId::none_value);
    for (const auto id : r.ids()) {
        if (r.present[id] == 0) continue;
        const auto at = std::lower_bound(founders.begin(), founders.end(), r.birth_number[id]);
        if (at == founders.end() || *at != r.birth_number[id]) continue;
        const auto who = static_cast<std::size_t>(at - founders.begin());
        dwelling[who] = r.dwelling[id].value;
        ages[who] = r.age[id];
    }
    return dwelling;
}

}  // namespace

bool Session::read(const std::string& toml, const std::string& usual_posterior) {
    Overrides overrides;
    overrides.usual_posterior = usual_posterior;
    overrides.with_nothing = true;
    auto scenario = read_scenario_text(toml, file_name, overrides);
    if (scenario.neighbourhoods.size() != 1)
        throw sim::InputError(sim::Place{file_name, 1, 1}, "a page simulates one neighbourhood at a time");
    Scenario without = scenario;
    without.options.clear();
    without.equal_money = EqualMoney::no;
    for (auto* said : {&without.title, &without.title_nl, &without.question, &without.question_nl})
        said->clear();
    std::string before = scenario_parts::resolved_text(without);
    const bool kept = before == before_options_;
    if (!kept) {
        units_.clear();
        unit_ = nullptr;
        forecast_.reset();
    }
    before_options_ = std::move(before);
    // A run whose option is as before may go on; the others are started anew by whoever changed them.
    for (auto& [key, unit] : units_)
        if (unit.realisation) unit.realisation->scenario.options = scenario.options;
    study_ = std::make_shared<const Study>(std::move(scenario));
    if (!forecast_) forecast_.emplace(study_->scenario());
    return kept;
}

std::optional<double> Session::equal_euro_year(const std::string& name) const {
    constexpr int rounds = 6;
    constexpr double step = 10, close_enough = 1e-4;
    const auto& options = scenario().options;
    const auto index_of = [&](const std::string& wanted) {
        return static_cast<std::size_t>(
            std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == wanted; }) -
            options.begin());
    };
    const auto which = index_of(name), reference = index_of(scenario().reference);
    if (which >= options.size() || options[which].lines.empty()) return std::nullopt;
    const double wanted = forecast_->of(options[reference]).net();
    Option tried = options[which];
    auto& line = tried.lines.front();
    double euro_year = line.euro_year.value_or(price_of(line, scenario().parameters.funding));
    for (int round = 0; round < rounds; ++round) {
        line.euro_year = euro_year;
        const double net = forecast_->of(tried).net();
        if (!(net > 0)) return std::nullopt;
        const double factor = wanted / net;
        euro_year *= factor;
        if (std::abs(factor - 1) < close_enough) break;
    }
    return std::round(euro_year / step) * step;
}

void Session::choose(std::size_t draw, std::size_t replicate) {
    const auto [at, is_new] = units_.try_emplace({draw, replicate});
    unit_ = &at->second;
    if (!is_new) return;
    unit_->key = {draw, replicate};
    unit_->burn_in.emplace(study_->begin(unit_->key, pool_));
}

int Session::warm(int months) {
    sim::require(unit_ != nullptr, "a realisation was chosen");
    if (unit_->realisation) return 0;
    auto& burn_in = *unit_->burn_in;
    for (int m = 0; m < months && burn_in.months_left() > 0; ++m) burn_in.step(pool_);
    if (burn_in.months_left() > 0) return burn_in.months_left();
    unit_->realisation = std::make_unique<Realisation>(std::move(burn_in).finish());
    unit_->burn_in.reset();
    // Options may have changed while it ran.
    unit_->realisation->scenario.options = scenario().options;
    const auto& start = unit_->realisation->start.neighbourhoods;
    unit_->founders = founders_of(start);
    unit_->cells = cells_of(unit_->founders, start);
    return 0;
}

void Session::start(int world, std::size_t option, bool other_chance) {
    sim::require(unit_ != nullptr && unit_->realisation != nullptr,
                 "an option begins when the burn-in is over");
    const auto& realisation = *unit_->realisation;
    RunChance chance{realisation.draws};
    if (other_chance) chance.outreach = draws_of(OtherChance::outreach, scenario().seed, unit_->key);
    const auto& start = realisation.start;
    const auto& all = scenario();
    OptionLogs logs{
        ReachLog(unit_->founders.size(), all.years),
        StaffingLog(start.neighbourhoods, realisation.scenario.parameters, all.options.at(option).follow),
        OwnLog(nullptr, all.months(), realisation.map.sites())};
    unit_->worlds[world] = std::make_unique<World>(
        World{study_, OptionRun(realisation, option, start, chance),
              Recorder(study_->layout(), realisation.map.site, 0, {}, realisation.scenario.parameters.survey),
              LifeLog(unit_->founders, start.neighbourhoods, all.months()), std::move(logs)});
}

int Session::step(int world, int months) {
    auto& w = *unit_->worlds.at(world);
    const auto& parameters = unit_->realisation->scenario.parameters;
    const auto& draws = unit_->realisation->draws;
    for (int m = 0; m < months && !w.run.finished(); ++m) {
        w.run.step(pool_);
        auto& all = w.run.state().neighbourhoods;
        const int month = w.run.months() - 1;
        w.recorder.measure(0, all[0], parameters, draws, w.run.now(), pool_.months()[0]);
        w.recorder.sum_up(month);
        const auto& made = pool_.months()[0];
        w.log.note(0, all[0], made, month);
        w.logs.reach.note(0, all[0], made, w.log);
        w.logs.staffing.note(0, all[0], made, parameters);
        w.log.sum_up(all, month);
        w.logs.staffing.sum_up(month);
        if (w.run.now().ends_year()) {
            w.logs.reach.look(0, all[0], w.log, w.recorder.answered(), parameters.survey, draws, w.run.now());
            w.logs.reach.end_year();
        }
        if (!follow_) continue;
        const std::uint64_t now = sim::digest(all[0]);
        w.digest = sim::digest_bytes(&now, sizeof now, w.digest);
    }
    return scenario().months() - w.run.months();
}

void Session::fork(int from, int to) { unit_->worlds[to] = std::make_unique<World>(at(from)); }

Neighbourhood& Session::changeable(int world) {
    sim::require(unit_ != nullptr && unit_->worlds.count(world) > 0, "this world was begun");
    return unit_->worlds.at(world)->run.state().neighbourhoods.front();
}

const Session::World& Session::at(int world) const {
    sim::require(unit_ != nullptr && unit_->worlds.count(world) > 0, "this world was begun");
    return *unit_->worlds.at(world);
}

const sim::WorldResult& Session::measured(int world) const { return at(world).recorder.so_far(); }

const Neighbourhood& Session::start_of_all() const {
    sim::require(unit_ != nullptr && unit_->realisation != nullptr, "the burn-in is over");
    return unit_->realisation->start.neighbourhoods.front();
}

std::vector<Drawn> Session::drawn(int world) const {
    const auto& run = at(world).run;
    const auto& r = run.state().neighbourhoods.front().residents;
    const int now = run.now().value;
    std::vector<Drawn> out;
    out.reserve(r.rows());
    for (const auto id : r.ids()) {
        if (r.present[id] == 0) {
            out.push_back({0, DwellingId::none_value, 0, 0});
            continue;
        }
        const double score = static_cast<double>(r.loneliness[id]);
        const bool grown = r.age[id] >= adult_age;
        const bool seen = r.last_reached[id] != Residents::never && now - r.last_reached[id] < reached_within;
        const auto flags = (grown ? adult : 0) | (grown && score >= severe_from ? severely_lonely : 0) |
                           (seen ? reached : 0) | (r.care_use[id] != 0 ? in_care : 0) |
                           (r.volunteer_hours[id] > 0 ? volunteers : 0);
        const std::uint64_t birth = r.birth_number[id];
        out.push_back({static_cast<std::uint32_t>(birth ^ (birth >> 32U)), r.dwelling[id].value,
                       static_cast<std::uint8_t>(std::lround(255 * score / highest_score)),
                       static_cast<std::uint8_t>(flags)});
    }
    return out;
}

std::vector<std::uint16_t> Session::friends(int world) const {
    const auto& n = now(world);
    std::vector<std::uint16_t> pairs;
    for (const auto id : n.residents.ids()) {
        if (n.residents.present[id] == 0) continue;
        const auto& row = n.ties.row[id];
        for (int k = 0; k < n.ties.count[id]; ++k) {
            if (row.hours(k) < layer_friend || row.other(k) <= id.value || has_lapsed(row.kind(k))) continue;
            pairs.push_back(id.value);
            pairs.push_back(row.other(k));
        }
    }
    return pairs;
}

std::vector<Happened> Session::happened(int a, int b) const {
    const auto &left = at(a).log.lives(), &right = at(b).log.lives();
    const auto& founders = unit_->founders;
    std::vector<std::int32_t> ages(founders.size(), 0);
    const auto dwelling = dwellings_of(founders, start_of_all().residents, ages);
    std::vector<Happened> out;
    for (std::size_t who = 0; who < founders.size(); ++who)
        for (std::size_t kind = 0; kind < ledger_kinds; ++kind) {
            const auto first_a = left.first[kind][who], first_b = right.first[kind][who];
            if (first_a == never_happened && first_b == never_happened) continue;
            out.push_back({static_cast<std::int32_t>(who), dwelling[who], ages[who],
                           static_cast<std::int32_t>(kind), month_of(first_a), month_of(first_b),
                           month_of(left.gone[who]), month_of(right.gone[who]),
                           left.end[who] == LifeEnd::died ? 1 : 0, right.end[who] == LifeEnd::died ? 1 : 0});
        }
    return out;
}

std::vector<double> Session::ledger(int a, int b) const {
    return ledger_of(at(a).log.lives(), at(b).log.lives());
}

std::vector<double> Session::blocks(int option, int reference, int nothing) const {
    return values_of_blocks(at(option).logs, nothing < 0 ? nullptr : &at(nothing).logs, at(reference).logs,
                            unit_->cells, true);
}

std::uint64_t Session::digest(int world) const { return at(world).digest; }

}  // namespace weefsel::page
