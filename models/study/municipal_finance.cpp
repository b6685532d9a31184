#include "models/study/municipal_finance.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/process/care/care_cost.hpp"

namespace weefsel {
namespace {

using Sites = std::vector<std::uint16_t>;

double residents_of(const Municipality& m, const Sites& sites) {
    double residents = 0;
    for (const auto site : sites) residents += static_cast<double>(m.neighbourhoods[site].people.residents());
    return residents;
}

/// What its lines cost a year at full grants.
double social_base(const Municipality& m, const Sites& sites) {
    sim::Euros sum;
    for (const auto site : sites)
        for (const auto full : m.neighbourhoods[site].lines.full_year) sum += full;
    return sum.value();
}

void scale_lines(Municipality& m, const Sites& sites, double extra) {
    const double base = social_base(m, sites);
    const double factor = base > 0 ? std::max(0.0, 1 + extra / base) : 1.0;
    for (const auto site : sites)
        m.neighbourhoods[site].lines.social_base[the_partnership] = static_cast<float>(factor);
}

/// Budget for care of a municipality, EUR a year, at today's number of residents.
double budget(const Municipality& m, const Sites& sites) {
    return m.neighbourhoods[sites.front()].lines.care_budget[the_partnership] * residents_of(m, sites);
}

void begin_one(Municipality& m, const Sites& sites, const MunicipalFinance& finance, const Parameters& p,
               int months) {
    double a_month = 0;
    for (const auto site : sites) {
        const auto& n = m.neighbourhoods[site];
        CareUse in_warmup;
        for (std::size_t k = 0; k < care_lines; ++k)
            if (care_lines_declared[k].payer == Payer::municipality)
                in_warmup.clients[k] = static_cast<std::uint64_t>(n.care.use_in_warmup[k]);
        a_month += cost_of(in_warmup, p.care)[static_cast<std::size_t>(Payer::municipality)] / months;
    }
    const double residents = residents_of(m, sites);
    for (const auto site : sites) {
        auto& n = m.neighbourhoods[site];
        n.lines.care_budget[the_partnership] =
            residents > 0 ? sim::months_per_year * a_month / residents : 0.0;
        if (finance.budget_to_front <= 0) continue;
        for (std::size_t k = 0; k < care_lines; ++k) {
            if (care_lines_declared[k].payer != Payer::municipality) continue;
            auto& places = n.care.capacity[k];
            places = static_cast<std::uint32_t>(std::lround(places * (1 - finance.budget_to_front)));
        }
    }
    scale_lines(m, sites, finance.budget_to_front * budget(m, sites));
}

void settle_one(Municipality& m, const Sites& sites, const MunicipalFinance& finance, sim::Month now) {
    sim::Euros spent;
    for (const auto site : sites) {
        auto& n = m.neighbourhoods[site];
        auto& this_year = n.lines.care_spent[the_partnership];
        this_year += n.care.cost[static_cast<std::size_t>(Payer::municipality)];
        spent += this_year;
        if (now.ends_year()) this_year = {};
    }
    if (!now.ends_year()) return;
    const double moved = finance.budget_to_front * budget(m, sites);
    const double deficit = spent.value() - (budget(m, sites) - moved);
    const double settled =
        deficit > 0 ? -finance.austerity_feedback * deficit : -finance.savings_to_front * deficit;
    scale_lines(m, sites, moved + settled);
}

}  // namespace

void begin_finance(Municipality& m, const StudyMap& map, const MunicipalFinance& finance, const Parameters& p,
                   int months) {
    if (!finance.acts() || months <= 0) return;
    for (const auto& here : map.municipalities) begin_one(m, here.sites, finance, p, months);
}

void settle_finance(Municipality& m, const StudyMap& map, const MunicipalFinance& finance, sim::Month now) {
    if (!finance.acts()) return;
    for (const auto& here : map.municipalities) settle_one(m, here.sites, finance, now);
}

}  // namespace weefsel
