#include "models/trial/replay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

#include "models/scenario/size_purchases.hpp"
#include "models/study/option_run.hpp"
#include "models/trial/treating.hpp"
#include "models/trial/trial_effect.hpp"
#include "models/trial/trial_follow.hpp"

namespace weefsel {
namespace {

using Marks = std::vector<std::vector<std::uint8_t>>;  // [measure][person]

constexpr std::size_t control_arm = 0, treatment_arm = 1;

std::string arm_option(const Trial& trial, std::size_t arm) {
    return fmt::format("{}, arm {}", trial.id, arm + 1);
}

std::size_t option_named(const Scenario& scenario, const std::string& name) {
    const auto found = std::find_if(scenario.options.begin(), scenario.options.end(),
                                    [&](const Option& o) { return o.name == name; });
    return static_cast<std::size_t>(found - scenario.options.begin());
}

/// The option that an arm runs under: its own, or the reference.
std::size_t option_of(const Scenario& scenario, const Trial& trial, std::size_t arm) {
    return option_named(scenario, !trial.arms[arm].buys() ? scenario.reference : arm_option(trial, arm));
}

/// One trial in one realisation.
struct Replayed {
    Cohort cohort;
    TrialFollow control, treated;
    Marks among;  ///< as far as it is known: reached and continuing follow from the treatment

    Replayed(const Trial& trial, const Realisation& realisation)
        : cohort(trial, realisation),
          control(cohort, realisation),
          treated(cohort, realisation),
          among(trial.measures.size()) {
        const std::vector<std::uint8_t> recruited(cohort.recruits.people.size(), 1);
        for (std::size_t k = 0; k < among.size(); ++k)
            among[k] = marks_of(cohort, recruited, trial.measures[k].among == Among::all);
    }

    void note_reached(const ArmInForce& arm, int months) {
        const auto& measures = cohort.trial.measures;
        for (std::size_t k = 0; k < among.size(); ++k) {
            if (measures[k].at_months != months) continue;
            if (measures[k].among == Among::reached) among[k] = marks_of(cohort, arm.reached(), false);
            if (measures[k].among == Among::continuing) among[k] = marks_of(cohort, arm.continuing(), false);
        }
    }
};

/// What the runs of a realisation share.
struct Running {
    const Realisation& realisation;
    WorkerPool& pool;
    const std::atomic<bool>* stop;
    const std::function<void()>& month_simulated;

    void step(OptionRun& run, const Treatment* treatment) const {
        if (stop != nullptr && stop->load(std::memory_order_relaxed)) throw sim::Interrupted();
        run.step(pool, {}, treatment);
        if (month_simulated) month_simulated();
    }
};

void run_arm(const Running& running, Replayed& trial, std::size_t arm) {
    const auto& of = trial.cohort.trial;
    const auto& scenario = running.realisation.scenario;
    OptionRun run(running.realisation, option_of(scenario, of, arm));
    ArmInForce in_force(of, of.arms[arm], trial.cohort.recruits, run.state(),
                        sim::Month{scenario.warmup_months()});
    auto& follow = arm == control_arm ? trial.control : trial.treated;
    for (int months = 1; months <= of.months(); ++months) {
        running.step(run, &in_force.treatment());
        if (arm == treatment_arm) trial.note_reached(in_force, months);
        follow.note(run.state(), running.pool.months(), months, trial.among);
    }
}

int longest_of(const std::vector<const Trial*>& trials) {
    int months = 0;
    for (const auto* trial : trials) months = std::max(months, trial->months());
    return months;
}

/// The control arms that get nothing are one run.
void run_untreated(const Running& running, const std::vector<Replayed*>& trials) {
    std::vector<const Trial*> files;
    for (const auto* t : trials) files.push_back(&t->cohort.trial);
    const auto& scenario = running.realisation.scenario;
    OptionRun run(running.realisation, option_named(scenario, scenario.reference));
    for (int months = 1; months <= longest_of(files); ++months) {
        running.step(run, nullptr);
        for (auto* t : trials) t->control.note(run.state(), running.pool.months(), months, t->among);
    }
}

double sd_of_share(double share) { return std::sqrt(share * (1 - share)); }

ReplayedMeasure measured_of_group(const Replayed& t, std::size_t k) {
    const auto& m = t.cohort.trial.measures[k];
    const bool untreated = m.kind == TrialKind::untreated;
    const double entry = t.control.group_at_entry(k);
    const double one = untreated ? entry : t.control.group_then(k),
                 other = untreated ? t.control.group_then(k) : t.treated.group_then(k);
    return {effect_of(m.as, one, other, sd_of_share(entry)), std::nan(""), one, other, 0};
}

ReplayedMeasure measured(const Replayed& t, std::size_t k) {
    if (t.cohort.quantities[k].of == TrialQuantity::Of::group) return measured_of_group(t, k);
    const auto& m = t.cohort.trial.measures[k];
    const bool untreated = m.kind == TrialKind::untreated;
    const auto& one = untreated ? t.control.at_entry(k) : t.control.then(k);
    const auto& other = untreated ? t.control.then(k) : t.treated.then(k);
    double sd = spread_of(t.control.at_entry(k), t.among[k]);
    if (!(sd > 0))
        sd = spread_of(t.control.then(k), t.among[k]);  // what is counted since entry has none then
    const auto twins = means_of(one, other, t.among[k]);
    // In the trial's own estimate nobody is seen twice: who is treated comes from one run, who is not from
    // the other.
    std::vector<std::uint8_t> treated = t.cohort.recruits.treated, not_treated;
    for (const auto mark : treated) not_treated.push_back(mark == 0);
    if (untreated) treated = not_treated;
    treated.resize(one.size());
    not_treated.resize(one.size());
    const double half = means_of(one, one, not_treated).one, other_half = means_of(other, other, treated).one;
    const double estimate = m.among == Among::all ? std::nan("") : effect_of(m.as, half, other_half, sd);
    return {effect_of(m.as, twins.one, twins.other, sd), estimate, twins.one, twins.other, twins.n};
}

std::set<PlaceKind> opened_by(const Trial& trial) {
    std::set<PlaceKind> kinds;
    for (const auto& arm : trial.arms)
        for (const auto* lines : {&arm.lines, &arm.bought})
            for (const auto& line : *lines)
                for (const auto& purchase : line.buys)
                    if (purchase.kind == Purchase::Kind::place) kinds.insert(purchase.place);
    return kinds;
}

}  // namespace

std::vector<TrialGroup> groups_of(const std::vector<Trial>& trials) {
    std::map<std::pair<std::string, std::set<PlaceKind>>, TrialGroup> groups;
    for (std::size_t k = 0; k < trials.size(); ++k) {
        auto& group = groups[{trials[k].scenario, opened_by(trials[k])}];
        group.scenario = trials[k].scenario;
        group.trials.push_back(k);
    }
    std::vector<TrialGroup> out;
    for (auto& [key, group] : groups) out.push_back(std::move(group));
    return out;
}

void check_trials(const std::vector<Trial>& trials) {
    std::vector<sim::Problem> problems;
    std::map<std::string, const Trial*> by_id;
    for (const auto& trial : trials) {
        if (const auto [known, is_new] = by_id.emplace(trial.id, &trial); !is_new)
            problems.push_back(
                {trial.at, fmt::format("id \"{}\" is also that of {}", trial.id, known->second->file)});
        for (const auto& m : trial.measures) {
            const auto quantity = trial_quantity(m.what).value();
            if ((m.as == EffectAs::odds || m.as == EffectAs::hazard) && !quantity.share)
                problems.push_back(
                    {m.at, fmt::format("as: {} is no share, allowed are difference, smd, ratio "
                                       "and per_cent",
                                       m.what)});
            if (m.as == EffectAs::smd && quantity.of == TrialQuantity::Of::group && !quantity.share)
                problems.push_back({m.at, fmt::format("as: the spread of {} between people is not known, "
                                                      "allowed are difference, ratio and per_cent",
                                                      m.what)});
        }
    }
    if (!problems.empty()) throw sim::InputError(std::move(problems));
}

Scenario with_arms(Scenario scenario, const std::vector<const Trial*>& trials) {
    const auto reference = option_named(scenario, scenario.reference);
    for (const auto* trial : trials) {
        for (std::size_t arm = 0; arm < trial->arms.size(); ++arm) {
            if (!trial->arms[arm].buys()) continue;
            Option option = scenario.options[reference];
            option.name = arm_option(*trial, arm);
            for (const auto* lines : {&trial->arms[arm].lines, &trial->arms[arm].bought})
                option.lines.insert(option.lines.end(), lines->begin(), lines->end());
            const auto neighbourhoods = static_cast<double>(scenario.neighbourhoods.size());
            for (std::size_t k = option.lines.size() - trial->arms[arm].bought.size();
                 k < option.lines.size(); ++k)
                for (auto& purchase : option.lines[k].buys)
                    purchase.*declared(purchase.kind).much *= neighbourhoods;
            scenario.options.push_back(std::move(option));
        }
    }
    size_purchases(scenario);
    scenario.years = (longest_of(trials) + sim::months_per_year - 1) / sim::months_per_year;
    return scenario;
}

std::size_t months_of_runs(const std::vector<const Trial*>& trials) {
    std::size_t months = 0;
    std::vector<const Trial*> untreated;
    for (const auto* trial : trials) {
        const bool nothing = trial->arms[control_arm].empty();
        months += static_cast<std::size_t>(trial->months()) * (nothing ? 1 : 2);
        if (nothing) untreated.push_back(trial);
    }
    return months + static_cast<std::size_t>(longest_of(untreated));
}

std::vector<ReplayedTrial> replay(const Realisation& realisation, const std::vector<const Trial*>& trials,
                                  WorkerPool& pool, const std::atomic<bool>* stop,
                                  const std::function<void()>& month_simulated) {
    const Running running{realisation, pool, stop, month_simulated};
    std::vector<std::unique_ptr<Replayed>> all;
    std::vector<Replayed*> untreated;
    for (const auto* trial : trials) {
        auto& t = *all.emplace_back(std::make_unique<Replayed>(*trial, realisation));
        run_arm(running, t, treatment_arm);
        if (trial->arms[control_arm].empty())
            untreated.push_back(&t);
        else
            run_arm(running, t, control_arm);
    }
    run_untreated(running, untreated);
    std::vector<ReplayedTrial> out;
    for (const auto& t : all) {
        auto& one = out.emplace_back();
        one.recruits = t->cohort.recruits.people.size();
        for (std::size_t k = 0; k < t->cohort.quantities.size(); ++k) one.measures.push_back(measured(*t, k));
    }
    return out;
}

}  // namespace weefsel
