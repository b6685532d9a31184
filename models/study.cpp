#include "models/study.hpp"

#include <algorithm>

#include "models/begin.hpp"
#include "models/care/care_cost.hpp"
#include "models/funding/policy.hpp"
#include "models/indicators.hpp"
#include "models/month_step.hpp"
#include "sim/checkpoint.hpp"
#include "sim/enum_name.hpp"
#include "sim/error.hpp"
#include "sim/provenance.hpp"

namespace weefsel {
namespace {

enum class MoneyFlow : std::uint8_t {
    granted,
    spent,
    returned,
    held,
    care_cost,
    own_hours,
    care_added_life,
    count
};
constexpr std::size_t flows = static_cast<std::size_t>(MoneyFlow::count);

/// Writes one option's life into a result, month by month.
class Recorder {
public:
    Recorder(const sim::ResultLayout& layout, bool digests, std::size_t columns)
        : digests_(digests), columns_(columns) {
        const auto months = static_cast<std::size_t>(layout.months),
                   years = static_cast<std::size_t>(layout.years());
        const std::size_t n = layout.observables.size();
        result_.numerator.assign(months * n, 0.0);
        result_.denominator.assign(months * n, 0.0);
        result_.group_numerator.assign(years * layout.groups() * n, 0.0);
        result_.group_denominator.assign(years * layout.groups() * n, 0.0);
        result_.money.assign(years * flows * payers, 0.0);
        groups_.resize(layout.groups());
    }

    void record(Neighbourhood& n, const Parameters& p, const sim::Draws& draws, sim::Month now, int month,
                const Workspace& w) {
        constexpr auto indicators = static_cast<std::ptrdiff_t>(indicator_count);
        Tally all;
        std::fill(groups_.begin(), groups_.end(), Tally{});
        observe(n, p, draws, now, w, all, groups_);
        std::copy(all.numerator.begin(), all.numerator.end(), result_.numerator.begin() + month * indicators);
        std::copy(all.denominator.begin(), all.denominator.end(),
                  result_.denominator.begin() + month * indicators);
        const int year = month / sim::months_per_year;
        if (now.ends_year())
            for (std::size_t g = 0; g < groups_.size(); ++g) {
                const auto at =
                    (year * static_cast<std::ptrdiff_t>(groups_.size()) + static_cast<std::ptrdiff_t>(g)) *
                    indicators;
                std::copy(groups_[g].numerator.begin(), groups_[g].numerator.end(),
                          result_.group_numerator.begin() + at);
                std::copy(groups_[g].denominator.begin(), groups_[g].denominator.end(),
                          result_.group_denominator.begin() + at);
            }
        record_money(n, p.care, static_cast<std::size_t>(year));
        lives_.push_back(life_of(n.residents, n.people.of(Flow::deaths), p.care));
        if (digests_)
            for (const auto& d : sim::digests(n)) result_.digests.push_back(d.digest);
    }

    /// What of the cost of care falls in years of life that this option adds to the reference.
    void set_added_life_apart(const Recorder& reference) {
        for (std::size_t m = 0; m < lives_.size(); ++m) {
            const auto care = care_in_added_life(lives_[m], reference.lives_[m]);
            for (std::size_t payer = 0; payer < payers; ++payer)
                at(m / sim::months_per_year, MoneyFlow::care_added_life, static_cast<Payer>(payer)) +=
                    care[payer];
        }
    }

    sim::WorldResult take() {
        sim::require(!digests_ || result_.digests.size() % columns_ == 0,
                     "every month has one digest of each column");
        return std::move(result_);
    }

private:
    double& at(std::size_t year, MoneyFlow flow, Payer payer) {
        return result_.money[(year * flows + static_cast<std::size_t>(flow)) * payers +
                             static_cast<std::size_t>(payer)];
    }

    void record_money(const Neighbourhood& n, const CareParameters& p, std::size_t year) {
        double held = 0.0;
        for (std::size_t k = 0; k < n.lines.rows(); ++k) {
            const LineId line{static_cast<std::uint8_t>(k)};
            at(year, MoneyFlow::granted, Payer::municipality) += n.lines.granted[line].value();
            at(year, MoneyFlow::spent, Payer::municipality) += n.lines.spent[line].value();
            at(year, MoneyFlow::returned, Payer::municipality) += n.lines.returned[line].value();
            held += n.lines.held[line].value();
        }
        at(year, MoneyFlow::held, Payer::municipality) = held;
        for (std::size_t payer = 0; payer < payers; ++payer)
            at(year, MoneyFlow::care_cost, static_cast<Payer>(payer)) += n.care.cost[payer].value();
        at(year, MoneyFlow::own_hours, Payer::residents) += own_hours_of(use_of(n.residents, 0), p);
    }

    bool digests_;
    std::size_t columns_;
    sim::WorldResult result_;
    std::vector<Tally> groups_;
    std::vector<LifeMonth> lives_;  ///< by month
};

void stop_if_asked(const std::atomic<bool>* stop) {
    if (stop != nullptr && stop->load(std::memory_order_relaxed)) throw sim::Interrupted();
}

std::vector<std::string> names_of_columns() {
    Neighbourhood n;
    std::vector<std::string> names;
    n.visit([&](const char* name, const auto&) { names.emplace_back(name); });
    return names;
}

}  // namespace

Study::Study(Scenario scenario, bool record_digests)
    : scenario_(std::move(scenario)), record_digests_(record_digests) {
    if (scenario_.draws > 1)
        throw sim::InputError(
            {scenario_.file, 1, 1},
            "draws must be 1; found " + std::to_string(scenario_.draws) +
                ": no posterior of the parameters ships yet, so every draw would be the same "
                "world counted twice (vary parameters with --set)");
    layout_.observables = observables();
    for (const auto& g : groupings())
        layout_.groupings.push_back({g.name, {g.groups.begin(), g.groups.end()}});
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
    if (record_digests_) digest_columns_ = names_of_columns();
}

sim::EnsembleShape Study::shape() const {
    return {scenario_.neighbourhoods.size(), static_cast<std::size_t>(scenario_.draws),
            static_cast<std::size_t>(scenario_.replicates)};
}

sim::UnitResult Study::run(sim::UnitKey key, const std::atomic<bool>* stop, const Watch& watch) const {
    const auto& p = scenario_.parameters;
    const sim::Draws draws(scenario_.seed, static_cast<std::uint32_t>(key.replicate));
    const double share = share_of_residents(scenario_, key.site);
    Workspace workspace;

    Neighbourhood warm = begin(scenario_, key.site, draws, workspace);
    const int burn_in = scenario_.warmup_months();
    for (int m = 0; m < burn_in; ++m) {
        if (m % sim::months_per_year == 0) stop_if_asked(stop);
        burn_in_month(warm, p, draws, sim::Month{m}, burn_in, workspace);
    }
    end_burn_in(warm, p, burn_in);

    std::vector<Recorder> recorders;
    std::size_t reference = 0;
    for (std::size_t o = 0; o < scenario_.options.size(); ++o) {
        const auto& option = scenario_.options[o];
        Neighbourhood n = warm;
        const Policy policy = policy_of(option.lines, option.follow, share, p);
        begin_policy(n.lines, n.posts, policy, p, draws, sim::Month{burn_in});
        if (option.name == scenario_.reference) reference = recorders.size();
        auto& recorder = recorders.emplace_back(layout_, record_digests_, digest_columns_.size());
        if (watch) watch(o, -1, n, workspace, sim::Month{burn_in - 1});
        for (int m = 0; m < scenario_.months(); ++m) {
            if (m % sim::months_per_year == 0) stop_if_asked(stop);
            const sim::Month now{burn_in + m};
            const Circumstances under{shocks_of(scenario_.shocks, m, p.shock), option.follow, false};
            step_month(n, under, p, draws, now, workspace);
            recorder.record(n, p, draws, now, m, workspace);
            if (watch) watch(o, m, n, workspace, now);
        }
    }
    sim::UnitResult unit;
    for (auto& recorder : recorders) {
        recorder.set_added_life_apart(recorders[reference]);
        unit.options.push_back(recorder.take());
    }
    return unit;
}

std::string Study::fingerprint() const {
    // The number of replicates, draws and neighbourhoods says how many units there are, not what one holds.
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
