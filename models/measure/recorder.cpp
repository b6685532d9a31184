#include "models/measure/recorder.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "models/measure/observe_streets.hpp"
#include "sim/error.hpp"

namespace weefsel {
namespace {

double& entry(std::vector<double>& money, MoneyFlow flow, Payer payer) {
    return money[static_cast<std::size_t>(flow) * payers + static_cast<std::size_t>(payer)];
}

/// Digests of several sites become one that depends on each and on their order.
void chain(std::uint64_t* sum, const std::vector<std::uint64_t>& more, bool first) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
    for (std::size_t i = 0; i < more.size(); ++i)
        sum[i] = first ? more[i] : sim::mix64(sum[i] * odd + more[i]);
}

}  // namespace

Recorder::Recorder(const sim::ResultLayout& layout, std::vector<std::size_t> place,
                   std::size_t digest_columns, const std::vector<std::size_t>& first_street,
                   const SurveyParameters& survey)
    : layout_(&layout),
      place_(std::move(place)),
      columns_(digest_columns),
      sites_(place_.size()),
      answered_(survey) {
    const auto months = static_cast<std::size_t>(layout.months),
               years = static_cast<std::size_t>(layout.years());
    result_.numerator.assign(months * indicator_count, 0.0);
    result_.denominator.assign(months * indicator_count, 0.0);
    result_.group_numerator.assign(years * layout.groups() * indicator_count, 0.0);
    result_.group_denominator.assign(years * layout.groups() * indicator_count, 0.0);
    result_.money.assign(years * money_flows * payers, 0.0);
    result_.site_mean.assign(years * layout.sites * indicator_count, std::numeric_limits<float>::quiet_NaN());
    result_.digests.assign(months * columns_, 0);
    result_.fine.assign(years * layout.fine.values_a_year(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t i = 0; i < sites_.size(); ++i) {
        auto& site = sites_[i];
        if (!first_street.empty()) {
            site.first_street = first_street[place_[i]];
            site.streets.resize((first_street[place_[i] + 1] - site.first_street) * street_indicators.size());
        }
        site.groups.resize(layout.groups());
        site.money.assign(money_flows * payers, 0.0);
        site.mean.assign(indicator_count, 0.0);
        site.measured.assign(indicator_count, 0);
    }
}

void Recorder::measure(std::size_t site, Neighbourhood& n, const Parameters& p,
                       const sim::RandomSource& draws, sim::Month now, const MonthRecord& made) {
    auto& s = sites_[site];
    s.all = {};
    std::fill(s.groups.begin(), s.groups.end(), Tally{});
    observe(n, made, answered_, p.survey, draws, now, s.all, s.groups);
    for (std::size_t i = 0; i < indicator_count; ++i) {
        if (s.all.denominator[i] == 0) continue;
        s.mean[i] += s.all.numerator[i] / s.all.denominator[i];
        ++s.measured[i];
    }
    if (now.ends_year() && !s.streets.empty()) observe_streets(n, answered_, p.survey, draws, now, s.streets);
    add_money(s, n, p.care);
    s.lives.push_back(life_of(n.residents, n.people.of(Flow::deaths), p.care));
}

void Recorder::add_money(Site& s, const Neighbourhood& n, const CareParameters& p) {
    double held = 0.0;
    for (std::size_t k = 0; k < n.lines.rows(); ++k) {
        const LineId line{static_cast<std::uint8_t>(k)};
        entry(s.money, MoneyFlow::granted, Payer::municipality) += n.lines.granted[line].value();
        entry(s.money, MoneyFlow::spent, Payer::municipality) += n.lines.spent[line].value();
        entry(s.money, MoneyFlow::returned, Payer::municipality) += n.lines.returned[line].value();
        held += n.lines.held[line].value();
    }
    entry(s.money, MoneyFlow::held, Payer::municipality) = held;
    for (std::size_t payer = 0; payer < payers; ++payer)
        entry(s.money, MoneyFlow::care_cost, static_cast<Payer>(payer)) += n.care.cost[payer].value();
    entry(s.money, MoneyFlow::youth_care, Payer::municipality) += cost_of_youth_care(n.care, p);
    entry(s.money, MoneyFlow::own_hours, Payer::residents) += own_hours_of(use_of(n.residents, 0, p), p);
}

void Recorder::set_added_life_apart(const Recorder& reference) {
    constexpr auto flow = static_cast<std::size_t>(MoneyFlow::care_added_life);
    for (std::size_t site = 0; site < sites_.size(); ++site)
        for (std::size_t m = 0; m < sites_[site].lives.size(); ++m) {
            const auto care = care_in_added_life(sites_[site].lives[m], reference.sites_[site].lives[m]);
            const std::size_t year = m / sim::months_per_year;
            for (std::size_t payer = 0; payer < payers; ++payer)
                result_.money[(year * money_flows + flow) * payers + payer] += care[payer];
        }
}

void Recorder::note_digests(std::size_t site, std::vector<std::uint64_t> digests) {
    sim::require(digests.size() == columns_, "every month has one digest of each column");
    sites_[site].digests = std::move(digests);
}

void Recorder::sum_up(int month) {
    const auto at = static_cast<std::size_t>(month) * indicator_count;
    for (std::size_t site = 0; site < sites_.size(); ++site) {
        const auto& s = sites_[site];
        sim::add_site(s.all.numerator.data(), s.all.denominator.data(), indicator_count, layout_->observables,
                      &result_.numerator[at], &result_.denominator[at]);
        if (columns_ > 0)
            chain(&result_.digests[static_cast<std::size_t>(month) * columns_], s.digests, site == 0);
    }
    if (month % sim::months_per_year == sim::months_per_year - 1)
        end_year(static_cast<std::size_t>(month / sim::months_per_year));
}

void Recorder::end_year(std::size_t year) {
    const std::size_t groups = layout_->groups();
    for (std::size_t site = 0; site < sites_.size(); ++site) {
        auto& s = sites_[site];
        for (std::size_t g = 0; g < groups; ++g) {
            const auto at = (year * groups + g) * indicator_count;
            sim::add_site(s.groups[g].numerator.data(), s.groups[g].denominator.data(), indicator_count,
                          layout_->observables, &result_.group_numerator[at], &result_.group_denominator[at]);
        }
        std::copy(
            s.streets.begin(), s.streets.end(),
            result_.fine.begin() + static_cast<std::ptrdiff_t>(year * layout_->fine.values_a_year() +
                                                               s.first_street * street_indicators.size()));
        for (std::size_t k = 0; k < s.money.size(); ++k)
            result_.money[year * s.money.size() + k] += s.money[k];
        float* mean = &result_.site_mean[(year * sites_.size() + place_[site]) * indicator_count];
        for (std::size_t i = 0; i < indicator_count; ++i)
            if (s.measured[i] > 0) mean[i] = static_cast<float>(s.mean[i] / s.measured[i]);
        std::fill(s.money.begin(), s.money.end(), 0.0);
        std::fill(s.mean.begin(), s.mean.end(), 0.0);
        std::fill(s.measured.begin(), s.measured.end(), 0);
    }
}

sim::WorldResult Recorder::take() { return std::move(result_); }

}  // namespace weefsel
