#include "analysis/cube.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "sim/draws.hpp"
#include "sim/error.hpp"
#include "sim/month.hpp"

namespace weefsel::analysis {
namespace {

constexpr float not_measured = std::numeric_limits<float>::quiet_NaN();

float ratio(double numerator, double denominator) {
    return denominator == 0 ? not_measured : static_cast<float>(numerator / denominator);
}

void add_to(std::vector<double>& sum, const std::vector<double>& more) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += more[i];
}

/// A total is the sum of the sites' numerators over the denominator of one of them.
void add_denominators(std::vector<double>& sum, const std::vector<double>& more,
                      const std::vector<sim::Observable>& observables) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] = observables[i % observables.size()].total ? std::max(sum[i], more[i]) : sum[i] + more[i];
    }
}

/// Digests of several sites become one that depends on each and on their order.
void chain(std::vector<std::uint64_t>& sum, const std::vector<std::uint64_t>& more) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] = sim::mix64(sum[i] * odd + more[i]);
}

/// A 32-bit float holds 24 bits exactly.
float short_digest(std::uint64_t digest) {
    constexpr unsigned dropped = 64 - 24;
    return static_cast<float>(digest >> dropped);
}

}  // namespace

Cube::Cube(sim::ResultLayout layout, CubeShape shape, std::size_t digest_columns)
    : layout_(std::move(layout)), shape_(shape), done_(shape.worlds() * shape.sites, false) {
    const std::size_t lives = shape.options * shape.worlds();
    const auto months = static_cast<std::size_t>(layout_.months);
    const auto years = static_cast<std::size_t>(layout_.years());
    const std::size_t n = layout_.observables.size();
    const auto blank = [&](std::size_t per_life) { return Values(lives * per_life, not_measured); };
    indicator_.assign(n, blank(months));
    by_site_.assign(n, blank(years * shape.sites));
    for (const auto& grouping : layout_.groupings) {
        by_group_.emplace_back(n, blank(years * grouping.groups.size()));
    }
    money_.assign(layout_.flows.size(), blank(years * layout_.payers.size()));
    digest_.assign(digest_columns, blank(months));
}

void Cube::check(const sim::UnitResult& unit) const {
    const auto months = static_cast<std::size_t>(layout_.months);
    const auto years = static_cast<std::size_t>(layout_.years());
    const std::size_t n = layout_.observables.size();
    sim::require(unit.options.size() == shape_.options, "a unit has a result for every option");
    for (const auto& r : unit.options) {
        sim::require(r.numerator.size() == months * n && r.denominator.size() == months * n,
                     "a unit measures every observable in every month");
        sim::require(r.group_numerator.size() == years * layout_.groups() * n &&
                         r.group_denominator.size() == r.group_numerator.size(),
                     "a unit measures every observable in every group and year");
        sim::require(r.money.size() == years * layout_.flows.size() * layout_.payers.size(),
                     "a unit books every flow for every payer and year");
        sim::require(r.digests.size() == months * digest_.size(), "a unit has a digest of every column");
    }
}

void Cube::add(std::size_t site, std::size_t draw, std::size_t replicate, sim::UnitResult unit) {
    sim::require(site < shape_.sites && draw < shape_.draws && replicate < shape_.replicates,
                 "a unit lies within the ensemble");
    const std::size_t world = draw * shape_.replicates + replicate;
    const std::size_t slot = world * shape_.sites + site;
    sim::require(!done_[slot], "a unit is added once");
    check(unit);
    done_[slot] = true;
    store_site(site, world, unit);
    auto& here = gathering_[world];
    here.waiting.emplace(site, std::move(unit));
    sum_up(here);
    if (here.next_site == shape_.sites) {
        store_months(world, here.sum);
        store_years(world, here.sum);
        gathering_.erase(world);
        ++complete_;
    }
}

void Cube::sum_up(Gathering& here) const {
    for (auto next = here.waiting.begin(); next != here.waiting.end() && next->first == here.next_site;
         next = here.waiting.erase(next), ++here.next_site) {
        auto& more = next->second.options;
        if (here.next_site == 0) {
            here.sum = std::move(more);
            continue;
        }
        for (std::size_t o = 0; o < shape_.options; ++o) {
            add_to(here.sum[o].numerator, more[o].numerator);
            add_denominators(here.sum[o].denominator, more[o].denominator, layout_.observables);
            add_to(here.sum[o].group_numerator, more[o].group_numerator);
            add_denominators(here.sum[o].group_denominator, more[o].group_denominator, layout_.observables);
            add_to(here.sum[o].money, more[o].money);
            chain(here.sum[o].digests, more[o].digests);
        }
    }
}

void Cube::store_site(std::size_t site, std::size_t world, const sim::UnitResult& unit) {
    const auto years = static_cast<std::size_t>(layout_.years());
    const std::size_t n = layout_.observables.size();
    for (std::size_t o = 0; o < shape_.options; ++o) {
        const auto& r = unit.options[o];
        const std::size_t life = o * shape_.worlds() + world;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t y = 0; y < years; ++y) {
                double sum = 0;
                int measured = 0;
                for (std::size_t m = y * sim::months_per_year; m < (y + 1) * sim::months_per_year; ++m) {
                    if (r.denominator[m * n + i] == 0) continue;
                    sum += r.numerator[m * n + i] / r.denominator[m * n + i];
                    ++measured;
                }
                by_site_[i][(life * years + y) * shape_.sites + site] = ratio(sum, measured);
            }
        }
    }
}

void Cube::store_months(std::size_t world, const std::vector<sim::WorldResult>& sum) {
    const auto months = static_cast<std::size_t>(layout_.months);
    const std::size_t n = layout_.observables.size();
    const std::size_t columns = digest_.size();
    for (std::size_t o = 0; o < shape_.options; ++o) {
        const auto& r = sum[o];
        const std::size_t life = o * shape_.worlds() + world;
        for (std::size_t m = 0; m < months; ++m) {
            for (std::size_t i = 0; i < n; ++i) {
                const double d = r.denominator[m * n + i];
                const bool total = layout_.observables[i].total && d != 0;
                indicator_[i][life * months + m] = ratio(r.numerator[m * n + i], total ? 1.0 : d);
            }
            for (std::size_t c = 0; c < columns; ++c) {
                digest_[c][life * months + m] = short_digest(r.digests[m * columns + c]);
            }
        }
    }
}

void Cube::store_years(std::size_t world, const std::vector<sim::WorldResult>& sum) {
    const auto years = static_cast<std::size_t>(layout_.years());
    const std::size_t n = layout_.observables.size();
    const std::size_t all_groups = layout_.groups();
    const std::size_t payers = layout_.payers.size();
    const std::size_t flows = layout_.flows.size();
    for (std::size_t life_year = 0; life_year < shape_.options * years; ++life_year) {
        const std::size_t o = life_year / years;
        const std::size_t y = life_year % years;
        const auto& r = sum[o];
        const std::size_t row = (o * shape_.worlds() + world) * years + y;
        std::size_t before = 0;
        for (std::size_t k = 0; k < by_group_.size(); ++k) {
            const std::size_t size = layout_.groupings[k].groups.size();
            for (std::size_t g = 0; g < size; ++g) {
                const std::size_t from = (y * all_groups + before + g) * n;
                for (std::size_t i = 0; i < n; ++i) {
                    by_group_[k][i][row * size + g] =
                        ratio(r.group_numerator[from + i], r.group_denominator[from + i]);
                }
            }
            before += size;
        }
        for (std::size_t f = 0; f < flows; ++f) {
            for (std::size_t p = 0; p < payers; ++p) {
                money_[f][row * payers + p] = static_cast<float>(r.money[(y * flows + f) * payers + p]);
            }
        }
    }
}

}  // namespace weefsel::analysis
